"""What an archive holds, looked at by its numbers and page by page: articles, people, utterances."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Select, func, select

from wortlaut.archive.archive import Archive
from wortlaut.archive.finding import Page, hits_of
from wortlaut.archive.loading import load
from wortlaut.archive.schema import people, statements, versions
from wortlaut.archive.searching import outlets_named, people_named
from wortlaut.kept import Kept


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which articles are listed: of an outlet, published from `since` to `until`, both included; behind `after`."""

    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    limit: int = 20
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Articles:
    """Articles in their latest version, what came in last first; `next` is where the next page begins."""

    kept: tuple[Kept, ...]
    next: int | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A version of an article, and when it came in, UTC."""

    number: int
    added: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """A person as the archive knows them; `statements` counts those of latest versions, copies left out."""

    number: int
    name: str
    kind: str
    entry: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class People:
    """Some people, in the order of their numbers; `next` is where the next page begins."""

    lines: tuple[Line, ...]
    next: int | None = None


def article_page(archive: Archive, wanted: Wanted) -> Articles:
    """One page of articles."""
    query = select(versions.c.id).where(versions.c.latest).order_by(versions.c.id.desc()).limit(wanted.limit + 1)
    if wanted.since:
        query = query.where(versions.c.day >= wanted.since.toordinal())
    if wanted.until:
        query = query.where(versions.c.day.between(1, wanted.until.toordinal()))
    if wanted.after is not None:
        query = query.where(versions.c.id < wanted.after)
    with archive.reading() as connection:
        if wanted.outlet is not None:
            query = query.where(versions.c.outlet_id.in_(outlets_named(connection, wanted.outlet)))
        found = connection.execute(query).scalars().all()
        shown = found[: wanted.limit]
        kept = load(connection, shown)
    return Articles(tuple(kept[one] for one in shown), shown[-1] if len(found) > wanted.limit else None)


def version_of(archive: Archive, article: int, number: int | None = None) -> Kept | None:
    """A version of an article, by default the latest; None where there is none."""
    query = select(versions.c.id).where(versions.c.article_id == article)
    query = query.where(versions.c.latest) if number is None else query.where(versions.c.number == number)
    with archive.reading() as connection:
        found = connection.execute(query).scalar_one_or_none()
        return None if found is None else load(connection, [found])[found]


def versions_of(archive: Archive, article: int) -> tuple[Version, ...]:
    """All versions of an article, the first one first."""
    query = select(versions.c.number, versions.c.added).where(versions.c.article_id == article)
    with archive.reading() as connection:
        rows = connection.execute(query.order_by(versions.c.number)).all()
    return tuple(Version(row.number, datetime.fromisoformat(row.added)) for row in rows)


def utterance_page(archive: Archive, number: int, *, limit: int = 20, after: int | None = None) -> Page:
    """Statements of an utterance in order of the day, of each article the latest version alone."""
    query = select(statements).where(statements.c.utterance == number, statements.c.latest)
    query = query.where(statements.c.id > after) if after is not None else query
    with archive.reading() as connection:
        rows = connection.execute(query.order_by(statements.c.id).limit(limit + 1)).mappings().all()
        shown = rows[:limit]
        return Page(hits_of(connection, shown), str(shown[-1]["id"]) if len(rows) > limit else None)


def people_page(archive: Archive, *, name: str | None = None, limit: int = 20, after: int | None = None) -> People:
    """People with all words of a name, or with this id of the register; without a name all people."""
    query = select(people).order_by(people.c.id).limit(limit + 1)
    query = query.where(people.c.id > after) if after is not None else query
    with archive.reading() as connection:
        if name is not None:
            query = query.where(people.c.id.in_(_behind(people_named(connection, name), after, limit)))
        lines = _lines(connection, query)
    return People(lines[:limit], lines[limit - 1].number if len(lines) > limit else None)


def person_of(archive: Archive, number: int) -> Line | None:
    """The person of a number, None where there is none."""
    with archive.reading() as connection:
        return next(iter(_lines(connection, select(people).where(people.c.id == number))), None)


def _behind(numbers: Sequence[int], after: int | None, limit: int) -> list[int]:
    """As many as a page needs, for a database takes no list of any length."""
    return [number for number in numbers if after is None or number > after][: limit + 1]


def _lines(connection: Connection, query: Select[tuple[int, str, str, str, str, bool]]) -> tuple[Line, ...]:
    rows = connection.execute(query).all()
    counted = (
        select(statements.c.person_id, func.count())
        .where(statements.c.person_id.in_([row.id for row in rows]), statements.c.latest, ~statements.c.copy)
        .group_by(statements.c.person_id)
    )
    number = {person: count for person, count in connection.execute(counted)}
    return tuple(Line(row.id, row.name, row.kind, row.entry, number.get(row.id, 0)) for row in rows)
