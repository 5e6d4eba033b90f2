"""What an export has to gather before it can write it, kept on disk instead of in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def spool(tables: str) -> Iterator[sqlite3.Connection]:
    """A database in a temporary file, made by the statements in `tables`; SQLite deletes it when it is closed."""
    connection = sqlite3.connect("", isolation_level=None)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; " + tables)
        yield connection
    finally:
        connection.close()
