"""Touches: notes of when something was last used, which are worth no waiting."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from sqlalchemy import Connection, Update, exc

from wortlaut.archive import Archive
from wortlaut.archive.dialect import WAIT

EVERY = timedelta(minutes=1)  # a reader shall not write at each request


def is_due(last: str | None, now: datetime) -> bool:
    """Whether a use at `now` is to be noted, the last one having been noted at `last` (ISO 8601)."""
    return last is None or now - datetime.fromisoformat(last) >= EVERY


def touch(archive: Archive, change: Update) -> bool:
    """Make a change if the database is free at once; whether it was made. Nobody waits for it, for it comes again."""
    with archive.reading() as connection:
        _wait(connection, seconds=0)
        try:
            connection.execute(change)
            connection.commit()
        except exc.DBAPIError:  # somebody writes, or it cannot be written to at all
            connection.rollback()
            return False
        finally:
            _wait(connection, seconds=WAIT)
            connection.rollback()
    return True


def _wait(connection: Connection, *, seconds: int) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {1000 * seconds}")
    elif not seconds:
        with suppress(exc.DBAPIError):
            connection.exec_driver_sql("SET LOCAL lock_timeout = '20ms'")
