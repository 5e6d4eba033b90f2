"""archive/bringing.py: from files to an archive; what fails costs no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from wortlaut.archive import Archive, Brought, Query, bring, bring_by, bringing
from wortlaut.batch import Failure, Passed
from wortlaut.intake import gathered

TEXTS = {
    "a.txt": "„Wir bauen die Brücke im Frühjahr“, sagte Bürgermeisterin Eva Brandt am Montag in Lohbrunn.",
    "b.txt": "",
    "c.txt": "Der Kreis werde die Straße nicht bezahlen, teilte Landrat Jonas Quast am Dienstag mit.",
    "d.txt": "Es regnet seit Tagen, und die Wiesen am Mühlbach stehen unter Wasser.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "artikel"
    made.mkdir()
    for name, text in TEXTS.items():
        (made / name).write_text(text, "utf-8")
    return made


def brought(archive: Archive, *names: Path | str) -> list[Brought]:
    return list(bring(archive, gathered([str(name) for name in names], stdin=bytes, visits=archive), model="m1"))


def test_each_source_has_an_outcome_in_order(archive: Archive, folder: Path) -> None:
    found = brought(archive, folder)
    assert [one.outcome for one in found] == ["new", "failed", "new", "new"]
    assert [one.statements for one in found] == [1, 0, 1, 0]
    assert "b.txt" in found[1].message and "empty" in found[1].message
    assert archive.total(Query()).statements == 2


def test_what_is_there_is_not_read_again(archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brought(archive, folder)
    read: list[str] = []
    whole = bringing.analyses

    def watched(sources: object, **options: object) -> object:
        def watch() -> object:
            for source in sources:  # type: ignore[attr-defined]
                if not isinstance(source, Passed):
                    read.append(Path(source.name).name)
                yield source

        return whole(watch(), **options)  # type: ignore[arg-type]

    monkeypatch.setattr(bringing, "analyses", watched)
    assert [one.outcome for one in brought(archive, folder)] == ["known", "failed", "known", "known"]
    assert read == ["b.txt"]


def test_a_changed_file_is_a_new_version(archive: Archive, folder: Path) -> None:
    brought(archive, folder)
    (folder / "a.txt").write_text(TEXTS["a.txt"].replace("im Frühjahr", "nie"), "utf-8")
    assert [one.outcome for one in brought(archive, folder / "a.txt")] == ["changed"]
    assert archive.total(Query(words="Frühjahr")).statements == 0
    assert archive.total(Query(words="Frühjahr", versions=True)).statements == 1


def test_the_original_bytes_are_kept(archive: Archive, folder: Path) -> None:
    brought(archive, folder / "a.txt")
    kept = next(archive.kept())
    assert kept.analysis.article.text == TEXTS["a.txt"]
    assert list(archive.verify()) == []


def test_outcomes_come_in_groups_that_are_on_disk(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing, "SECONDS", -1.0)
    seen = []
    for one in bring(archive, gathered([str(folder)], stdin=bytes), model="m1"):
        seen.append(one.outcome)
        assert sum(outcome == "new" for outcome in seen) <= archive.info().articles
    assert len(seen) == 4


def test_two_processes_read_the_same(archive: Archive, folder: Path) -> None:
    found = list(bring(archive, gathered([str(folder)], stdin=bytes), jobs=2, model="m1"))
    assert [one.outcome for one in found] == ["new", "failed", "new", "new"]


def test_the_caller_may_say_how_sources_are_read(archive: Archive, folder: Path) -> None:
    found = bring_by(
        archive,
        gathered([str(folder)], stdin=bytes),
        lambda sources: (Failure(source.name, f"{source.name}: not today") for source in sources),
    )
    assert [one.outcome for one in found] == ["failed"] * 4
    assert archive.info().articles == 0
