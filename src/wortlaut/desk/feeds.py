"""Feeds: feeds and sitemaps that are visited again and again, and how that goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    RowMapping,
    ScalarSelect,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)

from wortlaut.archive import Archive
from wortlaut.archive.desk_schema import feeds, jobs
from wortlaut.archive.dialect import dialect_of
from wortlaut.archive.packing import storable
from wortlaut.archive.schema import HIGHEST
from wortlaut.archive.writing import Numbers
from wortlaut.desk.audit import iso, note, now
from wortlaut.desk.jobs import ACTIVE, MAX_MESSAGE, end, put
from wortlaut.desk.tasks import Visit, check_fields, check_length
from wortlaut.errors import ArchiveError, InputError, MissingError
from wortlaut.intake.addresses import public_address

LEAST = 300  # seconds between two visits
USUAL = 3_600
MOST = 30 * 86_400
LONGEST_WAIT = 86_400  # seconds after failures, unless the feed is visited more rarely anyway
_DOUBLINGS = 8
MAX_FEEDS = 500  # all stand on one page
_SYSTEM = "wortlaut"  # who asks for visits that are due


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed and how it goes. `seconds` lie between two visits; times are ISO 8601 in UTC.

    `visited` is the last visit, `succeeded` the last that went well, `error` why the last one did not, `failures` how
    many failed in a row; `articles` is how many it has brought. `job` is the number of the visit that is under way.
    """

    id: int
    address: str
    outlet: str | None
    seconds: int
    paused: bool
    created: str
    due: str
    visited: str | None
    succeeded: str | None
    error: str | None
    failures: int
    articles: int
    job: int | None


class Feeds:
    """The feeds of an archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def add(self, address: str, *, account: str, outlet: str = "", seconds: int = USUAL) -> int:
        """Visit a feed or sitemap from now on; its number. `outlet` is that of articles that do not say theirs.

        Raises FetchError where the address is refused at once, InputError where it is visited already, or the time
        between two visits is too short or long.
        """
        where = _checked(address, outlet, seconds)
        with self._archive.writing() as connection:
            dialect_of(connection.dialect.name).lock(connection)
            if connection.execute(select(feeds.c.id).where(feeds.c.address == where)).first() is not None:
                raise InputError(f"{where}: it is visited already; look for it in the list", "known")
            if connection.execute(select(func.count()).select_from(feeds)).scalar_one() >= MAX_FEEDS:
                raise InputError(f"{MAX_FEEDS:,} feeds are visited already; remove some", "full")
            number = Numbers(connection).next(feeds)
            connection.execute(
                insert(feeds).values(
                    id=number, address=where, outlet=storable(outlet.strip()) or None, seconds=seconds, paused=False,
                    created=now(), due=now(), failures=0, articles=0,
                )
            )  # fmt: skip
            note(connection, account, "feed.add", where, seconds=seconds)
        return number

    def remove(self, number: int, *, account: str) -> None:
        """Visit it no more, and stop a visit that is under way; its articles stay. Raises ArchiveError."""
        with self._archive.writing() as connection:
            dialect_of(connection.dialect.name).lock(connection)
            feed = _row(connection, number)
            end(connection, jobs.c.feed == number, "stopped")
            connection.execute(delete(feeds).where(feeds.c.id == number))
            note(connection, account, "feed.remove", feed.address)

    def pause(self, number: int, *, account: str) -> None:
        """Visit it no more until `resume()`; a visit that is under way goes on. Raises ArchiveError."""
        with self._archive.writing() as connection:
            dialect_of(connection.dialect.name).lock(connection)
            feed = _row(connection, number)
            connection.execute(update(feeds).where(feeds.c.id == number).values(paused=True))
            note(connection, account, "feed.pause", feed.address)

    def resume(self, number: int, *, account: str) -> None:
        """Visit it again, at once; its failures are forgiven. Raises ArchiveError."""
        with self._archive.writing() as connection:
            dialect_of(connection.dialect.name).lock(connection)
            feed = _row(connection, number)
            fresh = {"paused": False, "failures": 0, "due": now()}
            connection.execute(update(feeds).where(feeds.c.id == number).values(fresh))
            note(connection, account, "feed.resume", feed.address)

    def visit(self, number: int, *, account: str) -> int:
        """Visit it now, be it paused or not; the number of the job, which may be under way. Raises ArchiveError."""
        with self._archive.writing() as connection:
            dialect_of(connection.dialect.name).lock(connection)
            feed = _row(connection, number)
            under_way = connection.execute(select(_job_of(number))).scalar()
            if under_way is not None:
                return int(under_way)
            job = _ask(connection, feed, account)
            note(connection, account, "feed.visit", feed.address)
        return job

    def get(self, number: int) -> Feed:
        """A feed by its number. Raises ArchiveError where there is none."""
        found = self._some(number)
        if not found:
            raise _none(number)
        return found[0]

    def all(self) -> Sequence[Feed]:
        """All feeds: those that fail first, then by address."""
        return sorted(self._some(), key=lambda feed: (not feed.failures, feed.address))

    def plan(self, *, limit: int = 50) -> int:
        """Ask for visits of feeds that are due and not under way; returns how many. Any process may call it."""
        asked = 0
        query = select(feeds).where(feeds.c.due <= now(), ~feeds.c.paused, ~_busy()).order_by(feeds.c.due).limit(limit)
        with self._archive.reading() as connection:
            due = connection.execute(query).all()
        for feed in due:
            with self._archive.writing() as connection:
                dialect_of(connection.dialect.name).lock(connection)
                still = update(feeds).where(feeds.c.id == feed.id, feeds.c.due == feed.due, ~feeds.c.paused, ~_busy())
                # where nobody ever tells how the visit went, it is visited again all the same
                if connection.execute(still.values(due=_later(feed.seconds))).rowcount:
                    _ask(connection, feed, _SYSTEM)
                    asked += 1
        return asked

    def told(self, number: int, *, articles: int, error: str | None = None) -> None:
        """How a visit went: how many articles it brought, and where it failed, why. Nothing where the feed is gone."""
        with self._archive.writing() as connection:
            row = connection.execute(select(feeds).where(feeds.c.id == number)).first()
            if row is None:
                return
            failures = row.failures + 1 if error else 0
            went = {"error": storable(error[:MAX_MESSAGE]) if error else None, "failures": failures, "visited": now()}
            went |= {} if error else {"succeeded": now()}
            change = update(feeds).where(feeds.c.id == number)
            wait = _wait(row.seconds, failures)
            connection.execute(change.values(due=_later(wait), articles=feeds.c.articles + articles, **went))

    def _some(self, number: int | None = None) -> list[Feed]:
        query = select(feeds, _job_of(feeds.c.id).label("job"))
        query = query if number is None else query.where(feeds.c.id == min(number, HIGHEST))
        with self._archive.reading() as connection:
            return [_feed(row) for row in connection.execute(query).mappings()]


def _checked(address: str, outlet: str, seconds: int) -> str:
    check_length(address)
    check_fields(outlet=outlet)
    if not LEAST <= seconds <= MOST:
        raise InputError(
            f"{seconds:,} seconds between two visits are too {'few' if seconds < LEAST else 'many'}; give "
            f"{LEAST:,} to {MOST:,}"
        )
    return public_address(address).url


def _wait(seconds: int, failures: int) -> int:
    """Seconds until the next visit: after failures twice as long each time, up to a bound."""
    return min(seconds << min(failures, _DOUBLINGS), max(seconds, LONGEST_WAIT))


def _later(seconds: int) -> str:
    return iso(datetime.now(UTC) + timedelta(seconds=seconds))


def _busy() -> ColumnElement[bool]:
    return exists().where(jobs.c.feed == feeds.c.id, jobs.c.state.in_(ACTIVE))


def _job_of(number: int | ColumnElement[int]) -> ScalarSelect[int]:
    active = (jobs.c.feed == number, jobs.c.state.in_(ACTIVE))
    return select(func.min(jobs.c.id)).where(*active).scalar_subquery()


def _ask(connection: Connection, feed: Row, account: str) -> int:  # type: ignore[type-arg]
    return put(connection, Visit(feed.id, feed.address, feed.outlet or ""), account)


def _row(connection: Connection, number: int) -> Row:  # type: ignore[type-arg]
    row = connection.execute(select(feeds).where(feeds.c.id == min(number, HIGHEST))).first()
    if row is None:
        raise _none(number)
    return row


def _none(number: int) -> ArchiveError:
    return MissingError(f"there is no feed {number}; perhaps somebody removed it")


def _feed(row: RowMapping) -> Feed:
    return Feed(**row)
