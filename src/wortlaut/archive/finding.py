"""What is found in an archive: statements by a query, counted, with their variants; articles by their agency copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, RowMapping, func, select

from wortlaut.archive.dialect import Dialect
from wortlaut.archive.loading import load
from wortlaut.archive.packing import storable
from wortlaut.archive.schema import DAY_BITS, articles, statements, versions
from wortlaut.archive.searching import Group, Query, Search, grouped, ordered, run
from wortlaut.errors import FetchError, MissingError
from wortlaut.intake.keys import address_key, file_key
from wortlaut.kept import Kept, published
from wortlaut.statements import KINDS, Statement

_MOST = 1_000  # variants of an utterance, articles of a story
_ADDRESS = re.compile(r"(\d{1,18})\.(\d{1,9})/(s\w{1,20})")


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that was found, in its article. `day` is when it was said or published; `variants` counts the
    statements of its utterance in all articles, itself included.
    """

    kept: Kept
    statement: Statement
    day: date | None
    variants: int


@dataclass(frozen=True, slots=True)
class Page:
    """Some of what was found; `next` is where the next page begins, None after the last."""

    hits: tuple[Hit, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many statements, and how many different utterances, belong to a person, outlet, month or kind; `name` is
    None of those without.
    """

    name: str | None
    statements: int
    utterances: int


def page(connection: Connection, dialect: Dialect, query: Query) -> Page:
    """One page of the statements that a query asks for."""
    found = Search(connection, dialect, query).clause()
    if found is None:
        return Page(())
    rows = run(connection, *ordered(query, found)).all()
    shown = rows[: query.limit]
    hits = hits_of(connection, shown)
    if len(rows) <= query.limit:
        return Page(hits)
    last = shown[-1]
    return Page(hits, f"{last['score']!r}:{last['id']}" if query.order == "score" else str(last["id"]))


def total(connection: Connection, dialect: Dialect, query: Query) -> Count:
    """How many a query finds in all."""
    found = Search(connection, dialect, query).clause()
    if found is None:
        return Count(None, 0, 0)
    counted = f"SELECT count(*) AS statements, count(DISTINCT s.utterance) AS utterances {found.sql}"
    row = run(connection, counted, found.values).one()
    return Count(None, row["statements"], row["utterances"])


def counts(connection: Connection, dialect: Dialect, query: Query, by: Group, limit: int) -> list[Count]:
    """The same by person, outlet, month or kind."""
    found = Search(connection, dialect, query).clause()
    if found is None:
        return []
    rows = run(connection, grouped(dialect, by, found, limit), found.values).all()
    return [
        Count(KINDS[row["name"]] if by == "kind" else row["name"], row["statements"], row["utterances"]) for row in rows
    ]


def variants(connection: Connection, address: str) -> tuple[Hit, ...]:
    """The utterance of a statement in all its forms, the one published first first; of each article the latest version
    alone, but for the statement itself.

    Raises ArchiveError where there is no such statement.
    """
    match = _ADDRESS.fullmatch(address.strip())
    if match is None:
        raise MissingError(f"{address!r:.40} is no address of a statement; write it as find shows it, as 17.2/s4")
    article, number, name = match.groups()
    version = _version(connection, int(article), int(number))
    held = load(connection, [version]) if version else {}
    utterance = held[version].utterances.get(name) if version else None
    if utterance is None:
        raise MissingError(f"{address}: the archive holds no such statement; look it up with: wortlaut find")
    rows = (
        select(statements)
        .where(statements.c.utterance == utterance, statements.c.latest | (statements.c.version_id == version))
        .order_by(statements.c.id)
        .limit(_MOST)
    )
    return tuple(in_order(hits_of(connection, connection.execute(rows).mappings().all(), held)))


def in_order(hits: Iterable[Hit]) -> list[Hit]:
    """Statements in the order in which their articles were published, those of one article as they stand there."""
    return sorted(hits, key=lambda hit: (published(hit.kept), hit.statement.content[0].start))


def story(connection: Connection, name: str) -> tuple[Kept, ...]:
    """The articles that carry the same agency copy as one, itself included. Raises ArchiveError."""
    query = select(versions.c.id, versions.c.story).where(versions.c.article_id == article_named(connection, name))
    row = connection.execute(query.where(versions.c.latest)).one()
    same = select(versions.c.id).where(versions.c.story == row.story, versions.c.latest).limit(_MOST)
    wanted = connection.execute(same).scalars().all() if row.story is not None else [row.id]
    return tuple(load(connection, wanted).values())


def article_named(connection: Connection, name: str) -> int:
    """The article of a source: its key, what stands for it, or its number as "17". Raises ArchiveError."""
    if name.isdigit() and len(name) < 18:
        query = select(articles.c.id).where(articles.c.id == int(name))
    else:
        spelled = {storable(name), storable(file_key(name))}
        with suppress(FetchError):
            spelled.add(storable(address_key(name)))
        query = select(articles.c.id).where(articles.c.key.in_(spelled)).order_by(articles.c.id)
    found = connection.execute(query).scalars().first()
    if found is None:
        raise MissingError(f"{name}: the archive holds no such article; give its source, or its number as 17")
    return int(found)


def _version(connection: Connection, article: int, number: int) -> int | None:
    query = select(versions.c.id).where(versions.c.article_id == article, versions.c.number == number)
    return connection.execute(query).scalar_one_or_none()


def hits_of(
    connection: Connection, rows: Sequence[RowMapping], known: Mapping[int, Kept] | None = None
) -> tuple[Hit, ...]:
    """The statements of some rows of their table, in their order; `known` are versions that need not be loaded."""
    held = dict(known or {})
    held |= load(connection, {row["version_id"] for row in rows} - held.keys())
    counted = _counted(connection, {row["utterance"] for row in rows})
    return tuple(
        Hit(
            held[row["version_id"]], held[row["version_id"]].analysis.statements[row["number"]], _day(row["id"]),
            counted.get(row["utterance"], 1),
        )
        for row in rows
    )  # fmt: skip


def _day(number: int) -> date | None:
    day = number >> DAY_BITS
    return date.fromordinal(day) if day else None


def _counted(connection: Connection, wanted: set[int]) -> dict[int, int]:
    query = select(statements.c.utterance, func.count()).where(statements.c.utterance.in_(wanted), statements.c.latest)
    rows = connection.execute(query.group_by(statements.c.utterance))
    return {utterance: number for utterance, number in rows.all()}
