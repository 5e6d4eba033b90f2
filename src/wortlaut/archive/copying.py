"""Whole copies of an archive: to a file and back, from one database to the other."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, Table, create_engine, event, func, select

from wortlaut.archive.desk_schema import sessions
from wortlaut.archive.dialect import dialect_of
from wortlaut.archive.indexing import index_anew
from wortlaut.archive.opening import (
    WRITES,
    address,
    begin_sqlite,
    engine,
    plainly,
    prepare,
    revision,
    shown,
    transaction,
)
from wortlaut.archive.progress import Progress, silent
from wortlaut.archive.schema import HEAD, METADATA, backups
from wortlaut.errors import ArchiveError
from wortlaut.files import replacing

_TOGETHER = 500  # rows in memory
_ROUNDED = ("score",)  # PostgreSQL keeps seven digits of them


def write_file(source: Connection, target: Path, progress: Progress = silent) -> None:
    """Write everything to a new archive in an SQLite file, whole or not at all. The source is read steadily.

    Raises ArchiveError where the file exists or the copy is not the same, OutputError where it cannot be written.
    """
    refuse_existing(target)
    with replacing(target) as part, ExitStack() as after:
        for suffix in ("-wal", "-shm", "-journal"):
            after.callback(part.with_name(part.name + suffix).unlink, missing_ok=True)
        made = engine(address(str(part)))
        after.callback(made.dispose)
        prepare(made, create=True)
        with plainly(made.url), made.connect().execution_options(**{WRITES: True}) as connection:
            _hasten(connection)
            with connection.begin():
                copy(source, connection, progress)
        made.dispose()
        refuse_existing(target)


def refuse_existing(target: Path) -> None:
    """Raise ArchiveError where a file is."""
    if target.exists():
        raise ArchiveError(f"{target}: there is a file already; name a new one")


def _hasten(connection: Connection) -> None:
    """No journal: a file that was not finished is thrown away."""
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA journal_mode = OFF")
    driver.execute("PRAGMA synchronous = OFF")


def restore(file: Path | str, url: str, *, progress: Progress = silent) -> None:
    """Make an archive at an address of a backup; it is whole or, where that fails, empty.

    A backup of an older form is brought to the newest; the file itself is not changed. Who was logged in when it was
    made is not any more, for the session may have ended since. Raises ArchiveError where the
    file is no archive, or the address holds something already.
    """
    where = address(url)
    with _backup(Path(file)) as source:
        if where.get_backend_name() == "sqlite":
            target = Path(where.database or "")
            write_file(source, target, progress)
            made = engine(where)
        else:
            made = engine(where)
            _fill(source, made, progress)
    try:
        _end_sessions(made)
        note_backup(made, Path(file))
    finally:
        made.dispose()


def _fill(source: Connection, made: Engine, progress: Progress) -> None:
    prepare(made, create=True)
    with plainly(made.url), made.connect() as connection, connection.begin():
        dialect_of(made.dialect.name).lock(connection)
        full = next((table.name for table in METADATA.sorted_tables if _size(connection, table)), None)
        if full is not None:
            raise ArchiveError(f"{shown(made.url)}: this archive is not empty ({full}); restore into a new database")
        copy(source, connection, progress)


@contextmanager
def _backup(file: Path) -> Iterator[Connection]:
    """A connection to the archive in a file, which is not written to."""
    if not file.is_file():
        raise ArchiveError(f"{file}: there is no such file; name a backup")
    with ExitStack() as after:
        made = _reader(file)
        after.callback(made.dispose)
        where = address(str(file))
        with plainly(where), made.connect() as connection:
            form = revision(connection)
        if form != HEAD:
            folder = Path(after.enter_context(tempfile.TemporaryDirectory()))
            made = engine(address(str(shutil.copy(file, folder))))
            after.callback(made.dispose)
            prepare(made, create=False)
        with plainly(where), made.connect() as connection:
            yield connection


def _reader(file: Path) -> Engine:
    """An engine that opens a file to read it alone."""
    made = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None),
    )
    event.listen(made, "begin", begin_sqlite)
    return made


def copy(source: Connection, target: Connection, progress: Progress = silent) -> None:
    """All rows of an archive into an empty one, and the full text; raises ArchiveError where they are not the same."""
    dialect = dialect_of(target.dialect.name)
    for table in METADATA.sorted_tables:
        given = _Sum()
        for rows in _parts(source, table):
            given.add(rows)
            dialect.insert(target, table, [dict(row._mapping) for row in rows])
            progress(f"{table.name}: {given.rows:,}")
        written = _Sum()
        for rows in _parts(target, table):
            written.add(rows)
        if (written.rows, written.total) != (given.rows, given.total):
            raise ArchiveError(
                f"{shown(target.engine.url)}: table {table.name} was not copied whole ({written.rows} rows of "
                f"{given.rows}); check the disk and try again"
            )
    index_anew(target, dialect, progress)


def _parts(connection: Connection, table: Table) -> Iterator[list[Row[Any]]]:
    query = select(table).execution_options(yield_per=_TOGETHER)
    with plainly(connection.engine.url):  # what cannot be read is named, not where it would have been written
        for rows in connection.execute(query).partitions():
            yield list(rows)


class _Sum:
    """How many rows there are, and a sum of their hashes, in which their order does not matter."""

    def __init__(self) -> None:
        self.rows = 0
        self.total = 0

    def add(self, rows: list[Row[Any]]) -> None:
        self.rows += len(rows)
        for row in rows:
            told = repr([value for name, value in row._mapping.items() if name not in _ROUNDED])
            self.total += int.from_bytes(hashlib.blake2b(told.encode("utf-8"), digest_size=16).digest(), "big")


def _size(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _end_sessions(made: Engine) -> None:
    with transaction(made) as connection:
        connection.execute(sessions.delete())


def note_backup(made: Engine, target: Path) -> None:
    """Remember that a copy was made, so that who forgets something knows where it still is."""
    with transaction(made) as connection:
        dialect_of(made.dialect.name).lock(connection)
        number = (connection.execute(select(func.max(backups.c.id))).scalar() or 0) + 1
        date = datetime.now(UTC).isoformat(timespec="seconds")
        connection.execute(backups.insert().values(id=number, date=date, target=str(target.resolve())))
