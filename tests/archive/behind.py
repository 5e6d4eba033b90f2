"""Changes behind an archive's back, and rows as they are."""

from __future__ import annotations

import sqlite3
from typing import Any

import psycopg


def change(url: str, *commands: str) -> None:
    """Run SQL, without the checks of foreign keys."""
    if "://" in url:
        with psycopg.connect(url, autocommit=True) as connection:
            for command in ("SET session_replication_role = replica", *commands):
                connection.execute(command.encode())
        return
    plain = sqlite3.connect(url)
    for command in commands:
        plain.execute(command)
    plain.commit()
    plain.close()


def rows(url: str, query: str) -> list[tuple[Any, ...]]:
    """What a query gives."""
    if "://" in url:
        with psycopg.connect(url) as connection:
            return connection.execute(query.encode()).fetchall()
    plain = sqlite3.connect(url)
    try:
        return plain.execute(query).fetchall()
    finally:
        plain.close()
