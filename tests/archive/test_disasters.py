"""What goes wrong is said plainly, loses nothing that was confirmed, and can be gone on from."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.archive.articles import SCHOOL, harbour, new, school, several
from tests.archive.behind import change
from tests.postgres import Server, missing
from wortlaut.archive import Archive, New, Original, Query, dialect, opening
from wortlaut.errors import ArchiveError

LARGE = os.urandom(40_000)  # cannot be packed, so a disk is full soon


def many(first: int, last: int) -> list[New]:
    """Different articles with large originals."""
    return [
        replace(new(SCHOOL, f"https://bote.example/{number}"), original=Original(LARGE + bytes([number]), "image/x"))
        for number in range(first, last)
    ]


def sources(archive: Archive) -> list[str]:
    return sorted(kept.analysis.article.source or "" for kept in archive.kept())


def add_some(url: str, first: int, last: int) -> list[str]:
    """In a process of its own."""
    with Archive.open(url) as archive:
        return [one.status for one in archive.add_all(many(first, last), together=2)]


def test_two_processes_that_write_at_once(archive: Archive, url: str) -> None:
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        told = [pool.submit(add_some, url, *ends) for ends in ((0, 16), (8, 24))]
        statuses = [status for one in told for status in one.result()]
    assert sorted(statuses) == ["known"] * 8 + ["new"] * 24
    assert sources(archive) == sorted(one.key for one in many(0, 24))
    assert list(archive.verify()) == []


def test_readers_go_on_while_somebody_writes(archive: Archive, url: str) -> None:
    archive.add(school())
    with archive.writing() as connection, Archive.open(url) as other:
        archive._dialect.lock(connection)
        assert len(other.find(Query(words="Dorf")).hits) == 1


def test_who_waits_too_long_for_another_writer_is_told(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "WAIT", 0.2)
    monkeypatch.setattr(dialect, "WAIT", 0.2)
    with Archive.open(url, create=True) as archive, Archive.open(url) as other:
        with archive.writing() as connection:
            archive._dialect.lock(connection)
            with pytest.raises(ArchiveError, match=r"another process has been writing .* try again when it is done"):
                other.add(school())
        assert other.add(school()).status == "new"


def test_a_file_that_may_not_grow_is_told_and_gone_on_with(archive: Archive, url: str) -> None:
    if "://" in url:
        pytest.skip("a limit of SQLite's; see the test on a small disk")
    confirmed = [one.key for one in archive.add_all(many(0, 4), together=2)]
    with archive._engine.connect() as connection:
        limit = connection.exec_driver_sql("PRAGMA page_count").scalar_one() + 30
        connection.exec_driver_sql(f"PRAGMA max_page_count = {limit}")
    with pytest.raises(ArchiveError, match="the disk is full; make room and run the same command again"):
        confirmed.extend(one.key for one in archive.add_all(many(0, 30), together=2))
    assert sources(archive) == sorted(set(confirmed))
    assert list(archive.verify()) == []
    with archive._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    list(archive.add_all(many(0, 30), together=2))
    assert len(sources(archive)) == 30 and list(archive.verify()) == []


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A folder that holds 24 MB, and that a server may reach."""
    if os.geteuid() or not shutil.which("mount"):
        pytest.skip("a small disk can be mounted by root alone")
    with TemporaryDirectory(dir="/tmp") as name:
        Path(name).chmod(0o755)
        disk = Path(name) / "disk"
        disk.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", "size=24M,mode=777", "tmpfs", str(disk)]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("a small disk cannot be mounted here")
        try:
            yield disk
        finally:
            subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(archive: Archive, disk: Path) -> None:
    """Add until the disk is full, make room, go on."""
    filler = disk / "filler"
    filler.write_bytes(bytes(shutil.disk_usage(disk).free - 1_200_000))
    confirmed: list[str] = []
    with pytest.raises(ArchiveError, match="the disk is full; make room and run the same command again"):
        confirmed.extend(one.key for one in archive.add_all(many(0, 60), together=2))
    assert confirmed and sources(archive) == sorted(confirmed)
    filler.unlink()
    list(archive.add_all(many(0, 60), together=2))
    assert len(sources(archive)) == 60 and list(archive.verify()) == []


def test_a_full_disk_is_told_and_gone_on_from(small_disk: Path) -> None:
    with Archive.open(str(small_disk / "archive.db"), create=True) as archive:
        fill(archive, small_disk)


def test_a_full_disk_of_the_server_is_told_and_gone_on_from(small_disk: Path, server: Server) -> None:
    place = small_disk / "place"
    place.mkdir()
    shutil.chown(place, "postgres", "postgres")
    change(server.url(), f"CREATE TABLESPACE small LOCATION '{place}'")
    url = server.database()
    name = url.partition("?")[0].rpartition("/")[2]
    try:
        change(server.url(), f"ALTER DATABASE {name} SET TABLESPACE small")
        with Archive.open(url, create=True) as archive:
            fill(archive, small_disk)
    finally:
        change(server.url(), f"DROP DATABASE {name} WITH (FORCE)")
        change(server.url(), "DROP TABLESPACE small")


@pytest.mark.skipif(missing() is not None, reason=str(missing()))
def test_a_server_that_goes_away_is_told_and_gone_on_with() -> None:
    with Server(safe=False) as server, Archive.open(server.database(), create=True) as archive:
        confirmed = []
        with pytest.raises(ArchiveError, match="the database does not answer; see that it runs"):
            for one in archive.add_all(many(0, 20), together=4):
                confirmed.append(one.key)
                if len(confirmed) == 8:
                    server.kill()
        with pytest.raises(ArchiveError, match="the database does not answer; see that it runs"):
            archive.info()
        server.start()
        assert sources(archive) == sorted(confirmed)
        list(archive.add_all(many(0, 20), together=4))
        assert len(sources(archive)) == 20 and list(archive.verify()) == []


@pytest.mark.skipif(missing() is not None, reason=str(missing()))
def test_a_connection_that_is_cut_is_told_and_gone_on_with(server: Server) -> None:
    url = server.database()
    with Archive.open(url, create=True) as archive:
        archive.add(school())
        with pytest.raises(ArchiveError, match="the database does not answer"), archive.writing() as connection:
            archive._dialect.lock(connection)
            cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
            change(url, f"{cut} AND pid <> pg_backend_pid()")
            connection.exec_driver_sql("SELECT 1")
        assert archive.add(harbour()).status == "new"
        assert list(archive.verify()) == []


@pytest.mark.parametrize("what", ["deleted", "moved", "replaced"])
def test_a_file_that_is_gone_is_not_written_to(tmp_path: Path, what: str) -> None:
    path = tmp_path / "archive.db"
    with Archive.open(str(path), create=True) as archive:
        archive.add(school())
        if what == "deleted":
            path.unlink()
        else:
            path.rename(tmp_path / "elsewhere.db")
        if what == "replaced":
            path.write_bytes((tmp_path / "elsewhere.db").read_bytes())
        with pytest.raises(ArchiveError, match="the file was moved, deleted or replaced while it was open"):
            archive.add(harbour())


def as_nobody(use: Callable[[], object]) -> str:
    """What becomes of it where nobody may write; in a process of its own, for root may write everywhere."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            told = repr(use())
        except BaseException as error:
            told = repr(error)
        os.write(writing, told.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    return told


@pytest.fixture
def open_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that everybody may read, with all above it."""
    above = [path for path in tmp_path.parents if str(path).startswith("/tmp/")]
    modes = {path: path.stat().st_mode for path in (tmp_path, *above)}
    for path in modes:
        path.chmod(0o755)
    yield tmp_path
    for path, mode in modes.items():
        path.chmod(mode)


@pytest.mark.parametrize("folder_mode", [0o555, 0o777])
def test_what_may_only_be_read_can_be_read(open_folder: Path, folder_mode: int) -> None:
    path = open_folder / "box" / "archive.db"
    path.parent.mkdir()
    with Archive.open(str(path), create=True) as archive:
        archive.add(school())
    path.chmod(0o444)
    path.parent.chmod(folder_mode)

    def read() -> tuple[int, int]:
        with Archive.open(str(path)) as opened:
            return len(opened.find(Query(words="Dorf")).hits), len(list(opened.verify()))

    def write() -> None:
        with Archive.open(str(path)) as opened:
            opened.add(harbour())

    told = as_nobody(read), as_nobody(write)
    path.parent.chmod(0o755)
    assert told[0] == "(1, 0)"
    assert "DatabaseError" in told[1] and "it cannot be written to; change its permissions" in told[1]


def damage(path: Path, name: str) -> None:
    """Overwrite the first page of a table."""
    plain = sqlite3.connect(path)
    (size,) = plain.execute("PRAGMA page_size").fetchone()
    (page,) = plain.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [name]).fetchone()
    plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    plain.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)


@pytest.mark.parametrize("name", ["statements", "versions", "texts", "records", "words_data", "keys", "originals"])
def test_a_damaged_file_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / "archive.db"
    with Archive.open(str(path), create=True) as archive:
        list(archive.add_all(several()))
    damage(path, name)
    with Archive.open(str(path)) as archive:
        told = [str(problem) for problem in archive.verify()]
        assert any("restore a backup" in one for one in told), told
        for use in (
            lambda: archive.find(Query(words="Werft")).hits,
            lambda: list(archive.kept()),
            lambda: archive.info(),
            lambda: archive.add(replace(school(), key="x")),
            lambda: archive.forget(article=school().key),
            lambda: archive.backup(tmp_path / "backup.db"),
        ):
            try:
                use()
            except ArchiveError as error:
                assert str(error)


@pytest.mark.parametrize("share", [0.02, 0.5, 0.9])
def test_a_file_that_was_cut_off_is_told(tmp_path: Path, share: float) -> None:
    path = tmp_path / "archive.db"
    with Archive.open(str(path), create=True) as archive:
        list(archive.add_all(several()))
    os.truncate(path, int(path.stat().st_size * share))
    with pytest.raises(ArchiveError, match=r"damaged|no archive"), Archive.open(str(path)) as archive:
        assert list(archive.verify()) != []
        raise ArchiveError("damaged, and told")


def test_a_writer_that_is_interrupted_leaves_nothing_half(archive: Archive) -> None:
    class Interruption(BaseException):
        pass

    with pytest.raises(Interruption), archive.writing() as connection:
        archive._dialect.lock(connection)
        connection.exec_driver_sql("INSERT INTO articles (id, key) VALUES (1, 'x')")
        raise Interruption
    assert archive.info().articles == 0
    assert archive.add(school()).status == "new"


def test_threads_may_share_an_archive(archive: Archive) -> None:
    told: list[str] = []
    threads = [
        threading.Thread(target=lambda: told.extend(one.status for one in archive.add_all(many(0, 6), together=1)))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["known"] * 12 + ["new"] * 6
    assert list(archive.verify()) == []
