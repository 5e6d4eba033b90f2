"""What an archive takes on disk, by table with its indexes; asked of the database itself, not of the archive."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

TEXT = ("texts", "originals")  # the texts of the articles and the bytes that they came as, with their indexes


def sizes(url: str) -> Mapping[str, int]:
    """Bytes by table; "free" are pages of an SQLite file that hold nothing."""
    return _postgres(url) if url.startswith("postgres") else _sqlite(Path(url.removeprefix("sqlite:///")))


def without_text(found: Mapping[str, int]) -> int:
    """Bytes of all that is not text."""
    return sum(size for table, size in found.items() if table not in TEXT)


def _sqlite(path: Path) -> dict[str, int]:
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        rows = connection.execute(
            "SELECT coalesce(m.tbl_name, d.name), sum(d.pgsize) FROM dbstat d LEFT JOIN sqlite_master m ON m.name = d.name "
            "WHERE d.aggregate = TRUE GROUP BY 1"
        ).fetchall()
        page, free = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_size", "freelist_count"))
    finally:
        connection.close()
    found = {str(name): int(size) for name, size in rows}
    found["free"] = page * free
    assert abs(sum(found.values()) - path.stat().st_size) <= 4 * page, "the pages are not the whole file"
    return found


def _postgres(url: str) -> dict[str, int]:
    import psycopg

    with psycopg.connect(url) as connection:
        rows = connection.execute(
            "SELECT relname, pg_total_relation_size(oid) FROM pg_class "
            "WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace"
        ).fetchall()
    return {str(name): int(size) for name, size in rows}
