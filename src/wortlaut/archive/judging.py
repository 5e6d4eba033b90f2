"""Judgements of people, kept in the archive: they belong to articles' texts and survive every reading."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, func, select

from wortlaut.analysis import judged_anew
from wortlaut.archive.dialect import Dialect
from wortlaut.archive.matching import chunks
from wortlaut.archive.packing import storable
from wortlaut.archive.schema import judgements, texts
from wortlaut.errors import ArchiveError, WortlautError
from wortlaut.judgements import Judgement, Judgements, without_span
from wortlaut.record import Analysis
from wortlaut.register import starter

_ID = 8  # bytes of a text's hash that are an article's id


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


def drop_judgements(connection: Connection, dialect: Dialect, some: Iterable[Judgement]) -> int:
    """Take judgements out again; returns how many were there."""
    dialect.lock(connection)
    gone = 0
    for few in chunks(sorted({data for _, data in map(_packed, some)})):
        gone += connection.execute(delete(judgements).where(judgements.c.data.in_(few))).rowcount
    return gone


def load_judgements(connection: Connection) -> Judgements:
    """All judgements, in the order in which they were made. Raises ArchiveError."""
    rows = connection.execute(select(judgements.c.id, judgements.c.data).order_by(judgements.c.id))
    return Judgements(tuple(_unpacked(number, data) for number, data in rows))


def judgements_of(connection: Connection, ids: Iterable[str]) -> Judgements:
    """Those of some articles, by their ids."""
    found: list[tuple[int, str]] = []
    for few in chunks(sorted({storable(one) for one in ids})):
        query = select(judgements.c.id, judgements.c.data).where(judgements.c.article.in_(few))
        found += [(number, data) for number, data in connection.execute(query)]
    return Judgements(tuple(_unpacked(number, data) for number, data in sorted(found)))


def versions_of(connection: Connection, id: str) -> Sequence[int]:
    """The versions of an article by its id, which is the beginning of the text's hash."""
    try:
        first = bytes.fromhex(id)
    except ValueError:
        return ()
    if len(first) != _ID or first.hex() != id:
        return ()
    query = select(texts.c.version_id).where(texts.c.hash >= first, texts.c.hash <= first + b"\xff" * 24)
    return connection.execute(query.order_by(texts.c.version_id)).scalars().all()


def in_line(analysis: Analysis, judgements: Judgements) -> Analysis:
    """An analysis with all judgements of it, where the one who read it did not know them all."""
    own = judgements.of_article(analysis.article.id)
    known = analysis.unjudged.by if analysis.unjudged else ()
    return analysis if set(known) == set(own) or not own else judged_anew(analysis, judgements, starter())


def _packed(one: Judgement) -> tuple[str, str]:
    """The article, and all as JSON; in ASCII, for a database's text does not hold every code point."""
    return storable(one.article), json.dumps(without_span(one))  # as ever, so that the same is kept once


def _unpacked(number: int, data: str) -> Judgement:
    try:
        return Judgement(**json.loads(data))
    except (ValueError, TypeError, WortlautError) as error:
        raise ArchiveError(f"judgement {number} cannot be read ({error}); was it made by a newer Wortlaut?") from error
