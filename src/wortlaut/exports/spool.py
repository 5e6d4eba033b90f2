"""What an export has to gather before it can write it, kept on disk instead of in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from wortlaut.errors import OutputError


@contextmanager
def spool(tables: str) -> Iterator[sqlite3.Connection]:
    """A database in a temporary file, made by the statements in `tables`; SQLite deletes it when it is closed.

    Raises OutputError where there is no room for it.
    """
    connection = sqlite3.connect("", isolation_level=None)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; " + tables)
        yield connection
    except sqlite3.Error as error:
        raise OutputError(
            f"the temporary file cannot be written ({error}); make room for temporary files, or name a folder with "
            "room in SQLITE_TMPDIR"
        ) from error
    finally:
        connection.close()
