"""Opening an archive: its address, its engine, its tables in their newest form; errors of databases in plain words."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, exc, inspect, text
from sqlalchemy.engine import URL, make_url

from wortlaut.archive.dialect import WAIT, dialect_of
from wortlaut.archive.schema import HEAD
from wortlaut.errors import ArchiveError, DatabaseError, MissingExtraError

_SCHEME = re.compile(r"[a-z][a-z0-9+]+://", re.IGNORECASE)
CACHE = 64_000  # KB of pages that SQLite keeps in memory for each connection
# Connections that are kept, and how many more there may be for a moment: eight threads of the app ask at once, some of
# them while another answer is open.
_POOL: Any = {"pool_size": 8, "max_overflow": 24}
WRITES = "wortlaut_writes"  # execution option of a connection that will write
ALONE = "wortlaut_alone"  # of one on which each command is a transaction


def address(url: str) -> URL:
    """The address of an archive: `sqlite:///file`, `postgresql://…`, or a file's path. Raises ArchiveError.

    >>> address("wortlaut.db").render_as_string()
    'sqlite:///wortlaut.db'
    """
    if not _SCHEME.match(url):
        return _of_file(URL.create("sqlite", database=url), url)
    try:
        found = make_url(url)
    except (exc.ArgumentError, ValueError) as error:
        raise ArchiveError(
            f"{url!r:.80} is no address of an archive; write a file's path, sqlite:///FILE or postgresql://USER@HOST/NAME"
        ) from error
    name = found.get_backend_name()
    if name in ("postgresql", "postgres"):
        return found.set(drivername="postgresql+psycopg")
    if name != "sqlite":
        raise ArchiveError(
            f"archives are kept in SQLite or PostgreSQL, not in {name!r}; write sqlite:/// or postgresql://"
        )
    return _of_file(found.set(drivername="sqlite"), url)


def _of_file(where: URL, url: str) -> URL:
    if not Path(where.database or "").name:
        raise ArchiveError(f"{url!r:.80} names no file; write a file's path, or sqlite:///FILE with three slashes")
    return where


def engine(where: URL, *, cache: int = CACHE) -> Engine:
    """An engine that has not connected yet; `cache`: KB for each connection to SQLite. Raises MissingExtraError."""
    if where.get_backend_name() == "sqlite":
        sealed = _sealed(where)
        pool = _POOL if where.database != ":memory:" else {}  # which has one connection, that of its thread
        given: dict[str, Any] = {"creator": sealed} if sealed else {"connect_args": {"timeout": WAIT}}
        made = create_engine(where, **given, **pool)
        event.listen(made, "connect", partial(_prepare_sqlite, cache))
        event.listen(made, "begin", begin_sqlite)
        return made
    try:
        return create_engine(where, connect_args={"connect_timeout": WAIT}, pool_pre_ping=True, **_POOL)
    except ImportError as error:
        raise MissingExtraError("psycopg", "postgres") from error


def _sealed(where: URL) -> Callable[[], sqlite3.Connection] | None:
    """How to open a file in a folder that may not be written to, and in which nobody is at work; None for others.

    SQLite needs files beside an archive even to read it, unless it is told that nothing will change.
    """
    path = Path(where.database or "")
    busy = any(path.with_name(path.name + suffix).exists() for suffix in ("-wal", "-shm"))
    if not path.is_file() or busy or os.access(path.parent, os.W_OK):
        return None
    return lambda: sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True, timeout=WAIT)


@dataclass(frozen=True, slots=True)
class File:
    """Which file an archive was opened in, whatever is at its path later; None where it is in none."""

    device: int
    number: int


def file_of(where: URL) -> File | None:
    """The file that is at an address now."""
    if where.get_backend_name() != "sqlite" or not where.database:
        return None
    with suppress(OSError):
        found = Path(where.database).stat()
        return File(found.st_dev, found.st_ino)
    return None


def _prepare_sqlite(cache: int, connection: Any, _: object) -> None:
    connection.isolation_level = None  # the driver shall not begin transactions of its own
    for pragma in (
        "journal_mode = WAL",
        f"cache_size = -{cache}",
        "synchronous = FULL",  # what was confirmed survives a power cut, too
        "foreign_keys = ON",
        "secure_delete = ON",
        "temp_store = MEMORY",
        "wal_autocheckpoint = 8000",  # pages: several batches are written home at once
    ):
        connection.execute(f"PRAGMA {pragma}")


def begin_sqlite(connection: Connection) -> None:
    """Begin a transaction of SQLite; for the event of that name."""
    if connection.get_execution_options().get(ALONE):
        return
    # a reader that turns writer later could meet another writer, and would have to begin anew
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def steadily(connection: Connection) -> Connection:
    """The connection, with transactions that see nothing of what others write meanwhile; SQLite's never do."""
    if connection.dialect.name == "sqlite":
        return connection
    return connection.execution_options(isolation_level="REPEATABLE READ")


def alone(connection: Connection) -> Connection:
    """The connection, on which each command is a transaction of its own."""
    if connection.dialect.name == "sqlite":
        return connection.execution_options(**{ALONE: True})
    return connection.execution_options(isolation_level="AUTOCOMMIT")


def prepare(made: Engine, *, create: bool) -> None:
    """See that the tables are there in the newest form: made where there is nothing and `create`, else migrated.

    Raises ArchiveError where there is none, where it is no archive, or where a newer Wortlaut made it.
    """
    with plainly(made.url), made.connect() as connection:
        found = revision(connection)
    if found == HEAD:
        return
    name = shown(made.url)
    if found is None and not create:
        raise ArchiveError(f"{name}: there is no archive; make one with: wortlaut add SOURCE --archive {name}")
    if found is not None and found not in known_revisions():
        raise ArchiveError(
            f"{name}: this archive was made by a newer Wortlaut (its form is {found!r}, this one knows {HEAD!r}); "
            "update Wortlaut"
        )
    migrate(made)


def revision(connection: Connection) -> str | None:
    """The form of an archive, None where the database is empty. Raises ArchiveError where it holds something else."""
    names = set(inspect(connection).get_table_names())
    if "alembic_version" in names and "versions" in names:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    if names - {"alembic_version"}:
        raise ArchiveError(
            f"{shown(connection.engine.url)}: this database holds other tables ({', '.join(sorted(names)[:3])}); "
            "give an archive a database of its own"
        )
    return None


def known_revisions() -> list[str]:
    """The forms that this Wortlaut knows, in no order."""
    folder = resources.files("wortlaut.archive.migrations") / "versions"
    return [Path(one.name).stem.partition("_")[0] for one in folder.iterdir() if one.name[:4].isdigit()]


@contextmanager
def transaction(made: Engine) -> Iterator[Connection]:
    """A connection in a transaction that may write; all of it is kept or, where something is raised, nothing."""
    with plainly(made.url), made.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        yield connection


def migrate(made: Engine, revision: str = "head") -> None:
    """Bring the tables to a form, the newest as a rule, in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    with (
        resources.as_file(resources.files("wortlaut.archive.migrations")) as folder,
        transaction(made) as connection,
    ):
        dialect_of(made.dialect.name).lock(connection)
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def shown(where: URL) -> str:
    """The address as messages show it, without a password."""
    if where.get_backend_name() == "sqlite":
        return where.database or ":memory:"
    return where.set(drivername="postgresql").render_as_string(hide_password=True)


_BUSY = f"another process has been writing to it for more than {WAIT} seconds; try again when it is done"
_FULL = "the disk is full; make room and run the same command again, what was confirmed is kept"
_FIXED = "it cannot be written to; change its permissions or those of its folder, or copy it"
_GONE = "the database does not answer; see that it runs, and run the same command again, what was confirmed is kept"
_REMEDIES = (  # by a sign in the database's own message
    ("locked", _BUSY),
    ("lock timeout", _BUSY),
    ("disk is full", _FULL),
    ("no space left", _FULL),
    ("could not extend", _FULL),
    ("readonly", _FIXED),
    ("read-only", _FIXED),
    ("not a database", "this file is no archive; check its name"),
    ("malformed", "the file is damaged; restore a backup, or save what can be read with: wortlaut export"),
    ("unable to open", "it cannot be opened; check the folder and its permissions"),
    ("disk i/o error", "the disk failed to read or write; check it, then run: wortlaut archive verify"),
    ("password", "the database refused the user or password; check the address"),
    ("does not exist", "there is no such database; make it with: createdb"),
    ("resolve host", "the host of the address is not known; check its spelling"),
    ("connection", _GONE),
    ("closed", _GONE),
    ("terminat", _GONE),
    ("starting up", _GONE),
    ("shutting down", _GONE),
)


@contextmanager
def plainly(where: URL) -> Iterator[None]:
    """Errors of the database as DatabaseError: which archive, what, and what to do."""
    try:
        yield
    except exc.DBAPIError as error:
        told = str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else repr(error.orig)
        remedy = next((remedy for sign, remedy in _REMEDIES if sign in str(error.orig).lower()), None)
        raise DatabaseError(
            f"{shown(where)}: {remedy or 'the database reports an error; please report this'} ({told})"
        ) from error
