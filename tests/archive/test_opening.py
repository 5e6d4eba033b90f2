"""Opening: addresses, forms old and new, what is no archive; the migrations make what the code expects."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Float, MetaData, Table, inspect

from tests.archive.articles import school, several
from tests.archive.behind import change, rows
from wortlaut.archive import Archive, Query, migrations, restore
from wortlaut.archive.dialect import dialect_of
from wortlaut.archive.indexing import index_anew
from wortlaut.archive.opening import WRITES, address, engine, known_revisions, migrate
from wortlaut.archive.schema import HEAD, METADATA
from wortlaut.errors import ArchiveError, WortlautError

FULL_TEXT = ("words", "passages")
OLDER = sorted(set(known_revisions()) - {HEAD})


def form(url: str) -> str:
    ((found,),) = rows(url, "SELECT version_num FROM alembic_version")
    return str(found)


def older_archive(url: str, revision: str, source: str) -> None:
    """An archive of an older form, with the rows of another one as far as its tables have room for them."""
    with Archive.open(source) as newest:
        made = engine(address(url))
        migrate(made, revision)
        there = inspect(made).get_table_names()
        with newest.reading() as given, made.connect().execution_options(**{WRITES: True}) as taken, taken.begin():
            for table in (table for table in METADATA.sorted_tables if table.name in there):
                old = Table(table.name, MetaData(), autoload_with=taken)
                values = [
                    {name: value for name, value in row._mapping.items() if name in old.c}
                    for row in given.execute(table.select())
                ]
                if values:
                    taken.execute(table.insert(), values)
            index_anew(taken, dialect_of(made.dialect.name))
        made.dispose()


def _other_type(_: object, __: object, ___: object, found: object, wanted: object) -> bool | None:
    """PostgreSQL calls FLOAT(24) REAL; None: compare as usual."""
    return not isinstance(wanted, Float) if isinstance(found, Float) else None


def test_the_migrations_make_the_tables_of_the_code(archive: Archive) -> None:
    with archive.reading() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": _other_type,
                "include_name": lambda name, kind, _: kind != "table" or not (name or "").startswith(FULL_TEXT),
            },
        )
        assert compare_metadata(context, METADATA) == []


def test_the_newest_migration_is_the_one_that_the_code_expects() -> None:
    script = ScriptDirectory(str(Path(str(migrations.__file__)).parent))
    assert script.get_heads() == [HEAD]
    assert sorted(one.revision for one in script.walk_revisions()) == sorted(known_revisions())
    assert OLDER, "there is an older form to migrate from"


@pytest.mark.parametrize("revision", OLDER)
def test_an_older_archive_is_migrated_and_keeps_what_it_holds(url: str, revision: str, tmp_path: Path) -> None:
    source = str(tmp_path / "source.db")
    with Archive.open(source, create=True) as made:
        list(made.add_all(several()))
    older_archive(url, revision, source)
    assert form(url) == revision
    with Archive.open(url) as archive, Archive.open(source) as newest:
        assert form(url) == HEAD
        assert [kept.analysis for kept in archive.kept()] == [kept.analysis for kept in newest.kept()]
        assert archive.find(Query(kinds=("direct",))).hits == newest.find(Query(kinds=("direct",))).hits
        assert [one.status for one in archive.add_all([school()])] == ["known"]


@pytest.mark.parametrize("revision", OLDER)
def test_an_older_backup_is_restored_and_stays_what_it_is(second_url: str, revision: str, tmp_path: Path) -> None:
    source, older = str(tmp_path / "source.db"), str(tmp_path / "older.db")
    with Archive.open(source, create=True) as made:
        list(made.add_all(several()))
    older_archive(older, revision, source)
    change(older, "PRAGMA wal_checkpoint(TRUNCATE)")
    before = Path(older).read_bytes()
    restore(older, second_url)
    assert Path(older).read_bytes() == before and form(older) == revision
    with Archive.open(second_url) as archive:
        assert list(archive.verify()) == []


def test_a_newer_archive_is_refused_and_left_alone(archive: Archive, url: str) -> None:
    archive.add(school())
    change(url, "UPDATE alembic_version SET version_num = '9999'")
    archive.close()
    with pytest.raises(ArchiveError, match=r"made by a newer Wortlaut \(its form is '9999'.*update Wortlaut"):
        Archive.open(url)
    with pytest.raises(ArchiveError, match="newer"):
        Archive.open(url, create=True)
    assert form(url) == "9999" and rows(url, "SELECT count(*) FROM articles") == [(1,)]


def test_a_newer_backup_is_refused(tmp_path: Path) -> None:
    with Archive.open(str(tmp_path / "newer.db"), create=True):
        pass
    change(str(tmp_path / "newer.db"), "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(ArchiveError, match="newer Wortlaut"):
        restore(tmp_path / "newer.db", str(tmp_path / "again.db"))


def test_a_database_with_other_tables_is_refused(url: str) -> None:
    change(url, "CREATE TABLE mine (word text)")
    with pytest.raises(ArchiveError, match=r"this database holds other tables \(mine\)"):
        Archive.open(url, create=True)
    assert rows(url, "SELECT count(*) FROM mine") == [(0,)]


def test_where_nothing_is_nothing_is_made_unasked(url: str) -> None:
    with pytest.raises(ArchiveError, match="there is no archive; make one with: wortlaut add"):
        Archive.open(url)
    assert "://" in url or not Path(url).exists()


@pytest.mark.parametrize("text", ["Sehr geehrte Damen und Herren,\n" * 40, "%PDF-1.7"])
def test_a_file_that_is_no_archive_is_refused_and_left_alone(text: str, tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text(text)
    with pytest.raises(ArchiveError, match=r"brief\.txt: this file is no archive; check its name"):
        Archive.open(str(path), create=True)
    assert path.read_text() == text


@pytest.mark.parametrize("name", ["", "none/archive.db", "folder"])
def test_a_place_where_no_file_can_be_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(ArchiveError, match="cannot be opened; check the folder"):
        Archive.open(str(tmp_path / name), create=True)


@pytest.mark.parametrize("url", ["mysql://host/name", "postgresql://", "sqlite:///a?b=c&", "postgresql://[::1/x"])
def test_bad_addresses_are_told(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WortlautError) as caught:
        Archive.open(url)
    assert str(caught.value)


@pytest.mark.parametrize("url", ["", ".", "/", "sqlite://", "sqlite:///", "sqlite://name.db"])
@pytest.mark.parametrize("create", [True, False])
def test_an_address_without_a_file_is_told(url: str, create: bool) -> None:
    with pytest.raises(ArchiveError, match="names no file"):
        Archive.open(url, create=create)


def test_an_unknown_host_is_told() -> None:
    with pytest.raises(ArchiveError, match="host of the address is not known"):
        Archive.open("postgresql://eva@[nowhere/x")


def test_a_password_is_in_no_message() -> None:
    with pytest.raises(ArchiveError) as caught:
        Archive.open("postgresql://eva:geheim@localhost:1/none")
    assert "geheim" not in str(caught.value) and "eva:***@localhost" in str(caught.value)


def test_several_may_make_it_at_once(url: str) -> None:
    def make(_: int) -> str:
        with Archive.open(url, create=True) as archive:
            return archive.add(school()).status

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(make, range(4))) == ["known", "known", "known", "new"]
    with Archive.open(url) as archive:
        assert list(archive.verify()) == []
