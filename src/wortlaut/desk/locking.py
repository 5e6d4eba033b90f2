"""Locking: who changes what the desk keeps waits for others who do; not for those who add articles, where it can be."""

from __future__ import annotations

from sqlalchemy import Connection, text

from wortlaut.archive.dialect import WAIT

_NUMBER = 7762841510  # of our own; the archive's writers have the one before


def lock(connection: Connection) -> None:
    """Wait until nobody else changes the desk; held until the transaction ends. SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SET LOCAL lock_timeout = '{WAIT}s'"))
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_NUMBER})"))
