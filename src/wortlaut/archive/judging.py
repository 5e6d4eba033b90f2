"""Judgements of people, kept in the archive: they belong to articles' texts and survive every reading."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from sqlalchemy import Connection, delete, func, select

from wortlaut.archive.dialect import Dialect
from wortlaut.archive.matching import chunks
from wortlaut.archive.packing import storable
from wortlaut.archive.schema import judgements
from wortlaut.errors import ArchiveError, WortlautError
from wortlaut.judgements import Judgement, Judgements


def keep_judgements(connection: Connection, dialect: Dialect, some: Iterable[Judgement]) -> int:
    """Keep judgements; the later one wins, so one that is given again moves to the end. Returns how many are new."""
    dialect.lock(connection)
    given = list(dict.fromkeys(reversed([_packed(one) for one in some])))[::-1]
    known: set[str] = set()
    for few in chunks(given):
        query = select(judgements.c.data).where(judgements.c.data.in_([data for _, data in few]))
        known.update(connection.execute(query).scalars())
    for old in chunks(sorted(known)):
        connection.execute(delete(judgements).where(judgements.c.data.in_(old)))
    last = connection.execute(select(func.max(judgements.c.id))).scalar() or 0
    rows = [{"id": last + n, "article": article, "data": data} for n, (article, data) in enumerate(given, 1)]
    if rows:
        connection.execute(judgements.insert(), rows)
    return len(rows) - len(known)


def load_judgements(connection: Connection) -> Judgements:
    """All judgements, in the order in which they were made. Raises ArchiveError."""
    rows = connection.execute(select(judgements.c.id, judgements.c.data).order_by(judgements.c.id))
    return Judgements(tuple(_unpacked(number, data) for number, data in rows))


def _packed(one: Judgement) -> tuple[str, str]:
    """The article, and all as JSON; in ASCII, for a database's text does not hold every code point."""
    return storable(one.article), json.dumps(asdict(one))


def _unpacked(number: int, data: str) -> Judgement:
    try:
        return Judgement(**json.loads(data))
    except (ValueError, TypeError, WortlautError) as error:
        raise ArchiveError(f"judgement {number} cannot be read ({error}); was it made by a newer Wortlaut?") from error
