"""exports/formats.py, returns.py, spool.py: all formats by name, written whole, streamed, and what comes back."""

from __future__ import annotations

import sqlite3
import tracemalloc
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.conftest import ROOT
from tests.test_exports_rows import archives, kept
from wortlaut.errors import OutputError, RegisterError
from wortlaut.exports import FORMATS, format_of, judgements_from, pieces, write
from wortlaut.exports.discourse import COLUMNS as DNA
from wortlaut.exports.sheets import HEADER
from wortlaut.exports.spool import spool
from wortlaut.judgements import Judgement, append_judgement
from wortlaut.kept import Kept

each_format = pytest.mark.parametrize("name", FORMATS)
TEXTS = [name for name, one in FORMATS.items() if one.pieces]


def test_the_formats_are_those_of_the_issue() -> None:
    assert {"jsonl", "csv", "xlsx", "parquet", "corpus", "annotation", "schema.org", "cas", "dna", "graphml"} <= set(
        FORMATS
    )
    assert all(one.name == name and (one.pieces is None) != (one.binary is None) for name, one in FORMATS.items())


@each_format
def test_a_file_is_written_whole(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"a{FORMATS[name].suffix}"
    write([kept(), kept(18)], name, path)
    assert path.stat().st_size > 500
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


@each_format
def test_a_failure_leaves_what_was_there(tmp_path: Path, name: str) -> None:
    def broken() -> Iterator[Kept]:
        yield kept()
        raise KeyboardInterrupt

    path = tmp_path / "a.out"
    path.write_text("old", "utf-8")
    with pytest.raises(KeyboardInterrupt):
        write(broken(), name, path)
    assert path.read_text("utf-8") == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.out"]


@each_format
def test_a_missing_folder_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="try another"):
        write([kept()], name, tmp_path / "missing" / "a", remedy="try another")


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_can_go_anywhere(tmp_path: Path, name: str) -> None:
    write([kept()], name, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == "".join(pieces([kept()], name)).encode()


@pytest.mark.parametrize("name", sorted(set(FORMATS) - set(TEXTS)))
def test_what_is_no_text_needs_a_file(name: str) -> None:
    with pytest.raises(OutputError, match="-o FILE"):
        pieces([kept()], name)
    with pytest.raises(OutputError, match="-o FILE"):
        write([kept()], name, None, str.strip)


def test_without_a_file_pieces_are_given_on() -> None:
    found: list[str] = []
    write([kept()], "csv", None, found.append)
    assert found == list(pieces([kept()], "csv"))


@pytest.mark.parametrize("name", sorted(set(TEXTS) - {"schema.org", "graphml"}))
def test_texts_are_made_article_by_article(name: str) -> None:
    asked = []

    def articles() -> Iterator[Kept]:
        for number in range(1000):
            asked.append(number)
            yield kept(number)

    found = pieces(articles(), name)
    for _ in range(3):
        next(found)
    assert len(asked) < 5


@pytest.mark.parametrize("name", TEXTS)
def test_memory_does_not_grow_with_the_archive(name: str) -> None:
    """Python's own memory; what has to be gathered lies on disk."""

    def article(number: int) -> Kept:
        return replace(kept(number), utterances={"s1": 3 * number, "s2": 3 * number + 1, "s4": 3 * number + 2})

    def peak(articles: int) -> int:
        tracemalloc.start()
        for _ in pieces(map(article, range(articles)), name):
            pass
        return tracemalloc.get_traced_memory()[1]

    try:
        peak(5)  # what is loaded once
        small, large = peak(20), peak(300)
    finally:
        tracemalloc.stop()
    assert large < small + 400_000  # the articles alone are some 2 MB


def test_an_unknown_format_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"'docx' is not known; it is one of jsonl, csv"):
        write([], "docx", tmp_path / "a")
    with pytest.raises(OutputError, match="docx"):
        pieces([], "docx")


@pytest.mark.parametrize(
    "file, name",
    [("a.csv", "csv"), ("A.XLSX", "xlsx"), ("a.jsonl", "jsonl"), ("a.zip", "cas"), ("a.jsonld", "annotation")],
)
def test_a_suffix_tells_the_format(file: str, name: str) -> None:
    assert format_of(Path(file)).name == name


def test_a_suffix_of_no_format_is_named() -> None:
    with pytest.raises(OutputError, match=r"a\.docx"):
        format_of(Path("a.docx"))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(archive=archives())
def test_any_archive_can_be_given_out(tmp_path: Path, archive: list[Kept]) -> None:
    for name in FORMATS:
        write(archive, name, tmp_path / name)
        assert (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["csv", "excel-csv", "xlsx", "cas"])
def test_what_nobody_corrected_judges_nothing(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"a{FORMATS[name].suffix}"
    write([kept(), kept(18)], name, path)
    assert judgements_from(path) == []


def test_judgements_themselves_come_back(tmp_path: Path) -> None:
    given = Judgement("a1", 0, 2, "Ja", "Ute Ohm", "2026-03-06")
    append_judgement(tmp_path / "a.jsonl", given)
    assert judgements_from(tmp_path / "a.jsonl") == [given]


def test_what_is_no_correction_is_named(tmp_path: Path) -> None:
    write([kept()], "dna", tmp_path / "a.csv")
    with pytest.raises(RegisterError, match="row 1 has no column"):
        judgements_from(tmp_path / "a.csv")
    with pytest.raises(RegisterError, match=r"\.docx has a suffix"):
        judgements_from(tmp_path / "a.docx")
    assert zipfile.is_zipfile(tmp_path / "a.csv") is False


def test_a_full_disk_is_named() -> None:
    with pytest.raises(OutputError, match="SQLITE_TMPDIR"), spool("CREATE TABLE t (x)"):
        raise sqlite3.OperationalError("database or disk is full")


def test_every_format_and_column_is_documented() -> None:
    told = (ROOT / "docs" / "exports.md").read_text("utf-8")
    columns = told + (ROOT / "docs" / "reference" / "record.md").read_text("utf-8")
    assert [name for name in FORMATS if f"| `{name}` | `{FORMATS[name].suffix}` |" not in told] == []
    assert [name for name in HEADER if name not in columns] == []
    assert [name for name in DNA if f"`{name}`" not in told] == []
