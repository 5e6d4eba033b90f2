"""Backups are whole, restore anywhere, and nothing that is there is overwritten."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.archive.articles import harbour, several
from tests.archive.behind import change, rows
from wortlaut.archive import Archive, Query, restore
from wortlaut.archive.copying import copy
from wortlaut.archive.schema import METADATA
from wortlaut.errors import ArchiveError, OutputError
from wortlaut.intake.visits import Visit
from wortlaut.judgements import Judgement

JUDGED = Judgement("a", 0, 2, "Ja", "Eva Brandt", "2026-03-09")


@pytest.fixture
def full(archive: Archive) -> Archive:
    list(archive.add_all(several()))
    archive.note([Visit(key="https://bote.example/hafen", visited="2026-03-02T08:00:00+00:00", status=200, etag='"x"')])
    archive.judge([JUDGED])
    return archive


def contents(url: str) -> dict[str, list[str]]:
    """All rows of all tables; of `backups` each place has its own."""
    tables = [table for table in METADATA.sorted_tables if table.name != "backups"]
    names = [", ".join(f'"{column.name}"' for column in table.columns if column.name != "score") for table in tables]
    found = {}
    for table, columns in zip(tables, names, strict=True):
        given = rows(url, f"SELECT {columns} FROM {table.name}")
        found[table.name] = sorted(repr([int(v) if isinstance(v, bool) else v for v in row]) for row in given)
    return found


def hits(archive: Archive) -> list[str]:
    found = [archive.find(Query(words=words)).hits for words in ("Werft", '"kein Dorf"', "schlepper", "Bus -Dorf")]
    return [hit.kept.address(hit.statement) for some in found for hit in some]


def test_a_backup_holds_all_and_is_found_in(full: Archive, url: str, tmp_path: Path) -> None:
    target = tmp_path / "backup.db"
    full.backup(target)
    assert contents(str(target)) == contents(url)
    with Archive.open(str(target)) as copy:
        assert list(copy.verify()) == []
        assert hits(copy) == hits(full) != []
    assert sorted(path.name for path in tmp_path.iterdir() if "backup" in path.name) == ["backup.db"]


def test_the_archive_knows_its_backups(full: Archive, url: str, tmp_path: Path) -> None:
    full.backup(tmp_path / "one.db")
    full.backup(tmp_path / "two.db")
    told = [target for (target,) in rows(url, "SELECT target FROM backups ORDER BY id")]
    assert told == [str(tmp_path / "one.db"), str(tmp_path / "two.db")]


def test_a_backup_is_the_same_anywhere(full: Archive, url: str, second_url: str, tmp_path: Path) -> None:
    full.backup(tmp_path / "backup.db")
    restore(tmp_path / "backup.db", second_url)
    assert contents(second_url) == contents(url)
    with Archive.open(second_url) as again:
        assert list(again.verify()) == []
        assert hits(again) == hits(full)
        assert again.judgements().all == (JUDGED,)
        assert [one.status for one in again.add_all(several())] == ["changed", *["known"] * 3, "changed"]


def test_what_is_there_is_not_overwritten(full: Archive, tmp_path: Path) -> None:
    target = tmp_path / "backup.db"
    target.write_text("mine")
    with pytest.raises(ArchiveError, match=r"backup\.db: there is a file already"):
        full.backup(target)
    assert target.read_text() == "mine"


def test_an_archive_that_holds_something_is_not_restored_into(full: Archive, second_url: str, tmp_path: Path) -> None:
    full.backup(tmp_path / "backup.db")
    with Archive.open(second_url, create=True) as other:
        other.add(harbour())
        before = contents(second_url)
        with pytest.raises(ArchiveError, match=r"there is a file already|this archive is not empty"):
            restore(tmp_path / "backup.db", second_url)
        assert contents(second_url) == before


def test_a_folder_that_is_not_there_is_told(full: Archive, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        full.backup(tmp_path / "none" / "backup.db")


def test_a_damaged_backup_leaves_nothing_behind(archive: Archive, second_url: str, tmp_path: Path) -> None:
    list(archive.add_all(several()))
    archive.backup(tmp_path / "backup.db")
    data = bytearray((tmp_path / "backup.db").read_bytes())
    plain = sqlite3.connect(tmp_path / "backup.db")
    (size,) = plain.execute("PRAGMA page_size").fetchone()
    (page,) = plain.execute("SELECT rootpage FROM sqlite_master WHERE name = 'statements'").fetchone()
    plain.close()
    data[(page - 1) * size : page * size] = b"\xff" * size
    (tmp_path / "backup.db").write_bytes(data)
    with pytest.raises(ArchiveError, match="damaged"):
        restore(tmp_path / "backup.db", second_url)
    if "://" in second_url:
        assert not any(contents(second_url).values())
    else:
        assert not Path(second_url).exists()


@pytest.mark.parametrize("text", ["", "no archive at all, but a text file\n" * 50])
def test_only_archives_are_restored(text: str, tmp_path: Path) -> None:
    (tmp_path / "backup.db").write_text(text)
    with pytest.raises(ArchiveError, match=r"backup\.db"):
        restore(tmp_path / "backup.db", str(tmp_path / "archive.db"))
    with pytest.raises(ArchiveError, match="there is no such file"):
        restore(tmp_path / "none.db", str(tmp_path / "archive.db"))
    assert not (tmp_path / "archive.db").exists()


def test_a_backup_is_not_written_to_when_it_is_restored(archive: Archive, tmp_path: Path) -> None:
    archive.add(harbour())
    archive.backup(tmp_path / "backup.db")
    before = (tmp_path / "backup.db").read_bytes()
    restore(tmp_path / "backup.db", str(tmp_path / "again.db"))
    assert (tmp_path / "backup.db").read_bytes() == before


def test_a_copy_that_differs_is_refused(full: Archive, tmp_path: Path) -> None:
    """As on a disk that loses what it is given."""
    target = tmp_path / "target.db"
    with Archive.open(str(target), create=True) as other:
        change(
            str(target), "CREATE TRIGGER lost AFTER INSERT ON texts BEGIN DELETE FROM texts WHERE version_id = 2; END"
        )
        with (
            full.reading() as source,
            pytest.raises(ArchiveError, match=r"table texts was not copied whole \(4 rows of 5\)"),
            other.writing() as connection,
        ):
            copy(source, connection)


def test_a_damaged_archive_is_not_copied_silently(archive: Archive, url: str, tmp_path: Path) -> None:
    archive.add(harbour())
    change(url, "UPDATE texts SET data = hash")
    with pytest.raises(ArchiveError, match="damaged"):
        archive.backup(tmp_path / "backup.db")
    assert not (tmp_path / "backup.db").exists()
