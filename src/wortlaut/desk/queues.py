"""What a reader reviews next: the least certain, a random sample, or what one other reader has judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, case, exists, func, or_, select

from wortlaut.archive import Archive
from wortlaut.archive.desk_schema import reviews
from wortlaut.archive.loading import load
from wortlaut.archive.matching import chunks
from wortlaut.archive.schema import statements
from wortlaut.desk.items import Item, Place, item_numbered, items_at, items_of, meant
from wortlaut.desk.samples import Sample

Queue = Literal["lowest", "random", "second"]
QUEUES: tuple[Queue, ...] = ("lowest", "random", "second")
_AT_ONCE = 20  # candidates that are asked for; the first one is nearly always it


def next_item(archive: Archive, account: str, queue: Queue, *, sample: Sample | None = None) -> Item | None:
    """The statement that a reader should judge next, None where the queue is empty; never one that the reader judged
    or skipped.

    "lowest": the least certain first. "random": those of `sample` in the order of the draw. "second": what exactly one
    other reader has judged, the oldest first; it says nothing of what that was.
    """
    with archive.reading() as connection:
        own = _Own(connection, account)
        found = {"lowest": own.lowest, "second": own.once}.get(
            queue, lambda: own.drawn(sample.places if sample else ())
        )
        return next((item for item in found() if not own.has(item)), None)


def waiting(archive: Archive, account: str) -> int:
    """How many statements exactly one other reader has judged."""
    with archive.reading() as connection:
        return connection.execute(select(func.count()).select_from(_once(account).subquery())).scalar_one()


class _Own:
    """The queues of a reader. What the database takes for new may have been judged at another place; `has` tells."""

    def __init__(self, connection: Connection, account: str) -> None:
        self._connection = connection
        self._account = account

    def has(self, item: Item) -> bool:
        """Whether the reader judged or skipped an item."""
        places = self._places([item.place.article])
        contents = [one.place for one in items_of(item.kept)]
        return contents.index(item.place) in meant(places, contents)

    def lowest(self) -> Iterator[Item]:
        """The least certain first."""
        judged = exists().where(
            reviews.c.version_id == statements.c.version_id, reviews.c.account == self._account,
            reviews.c.undone.is_(None),
            or_(reviews.c.start == statements.c.start, reviews.c.moved == statements.c.start),
        )  # fmt: skip
        query = (
            select(statements.c.version_id, statements.c.number)
            .where(statements.c.latest, ~statements.c.copy, ~judged)
            .order_by(statements.c.score, statements.c.id)
        )
        for row in self._some(query):
            yield item_numbered(load(self._connection, [row.version_id])[row.version_id], row.number)

    def once(self) -> Iterator[Item]:
        """What exactly one other has judged."""
        for row in self._some(_once(self._account)):
            place = Place(row.article, row.start, row.end)
            yield from items_at(self._connection, [place]).values()

    def drawn(self, places: Sequence[Place]) -> Iterator[Item]:
        """Those of a sample."""
        for some in chunks(places):
            done = set(self._places([place.article for place in some]))
            for place in some:
                if place not in done:
                    yield from items_at(self._connection, [place]).values()

    def _some(self, query: Select[Any]) -> Iterator[Row[Any]]:
        for start in count(0, _AT_ONCE):
            rows = self._connection.execute(query.limit(_AT_ONCE).offset(start)).all()
            yield from rows
            if len(rows) < _AT_ONCE:
                return

    def _places(self, ids: Sequence[str]) -> list[Place]:
        query = select(reviews.c.article, reviews.c.start, reviews.c.end).where(
            reviews.c.account == self._account, reviews.c.article.in_(ids), reviews.c.undone.is_(None)
        )
        return [Place(*row) for row in self._connection.execute(query)]


def _once(account: str) -> Select[Any]:
    """The places that exactly one reader has judged, and this one has neither judged nor skipped."""
    readers = func.count(case((reviews.c.verdict != "skipped", reviews.c.account)).distinct())
    own = func.sum(case((reviews.c.account == account, 1), else_=0))
    place = (reviews.c.article, reviews.c.start, reviews.c.end)
    query = select(*place).where(reviews.c.undone.is_(None)).group_by(*place)
    return query.having(readers == 1, own == 0).order_by(func.min(reviews.c.id))
