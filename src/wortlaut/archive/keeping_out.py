"""Which sources were forgotten, and are not to come back; of them the archive has hashes, not names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sqlalchemy import Connection, delete, select

from wortlaut.archive.matching import chunks
from wortlaut.archive.schema import forgotten_keys


def keep_out(connection: Connection, keys: Iterable[str], date: str) -> None:
    """Note the sources of these keys as forgotten on a date, ISO 8601."""
    wanted = set(keys)
    if new := sorted(wanted - kept_out(connection, wanted)):
        connection.execute(forgotten_keys.insert(), [{"hash": key_hash(key), "date": date} for key in new])


def kept_out(connection: Connection, keys: Iterable[str]) -> set[str]:
    """Those of the keys that were forgotten."""
    hashed = {key_hash(key): key for key in keys}
    return {
        hashed[found]
        for some in chunks(sorted(hashed))
        for found in connection.execute(select(forgotten_keys.c.hash).where(forgotten_keys.c.hash.in_(some))).scalars()
    }


def readmit(connection: Connection, keys: Iterable[str]) -> None:
    """Let the sources of these keys in again."""
    for some in chunks(sorted({key_hash(key) for key in keys})):
        connection.execute(delete(forgotten_keys).where(forgotten_keys.c.hash.in_(some)))


def key_hash(key: str) -> bytes:
    """SHA-256 of a key, without salt: who has the key can see that it was forgotten, nobody can read it."""
    return hashlib.sha256(key.encode()).digest()
