"""Articles and utterances of an archive, by their numbers and page by page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from wortlaut.archive.archive import Archive
from wortlaut.archive.finding import Page, hits_of
from wortlaut.archive.loading import load
from wortlaut.archive.schema import statements, versions
from wortlaut.archive.searching import outlets_named
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
