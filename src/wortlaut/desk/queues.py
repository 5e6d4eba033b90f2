"""What a reader reviews next: the least certain, a random sample, or what one other reader has judged."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Literal

from sqlalchemy import Connection, Row, func, select

from wortlaut.archive import Archive
from wortlaut.archive.desk_schema import reviews
from wortlaut.archive.loading import load
from wortlaut.archive.schema import statements, texts
from wortlaut.desk.items import Item, Place, items_at, items_of, meant
from wortlaut.desk.samples import Sample

Queue = Literal["lowest", "random", "second"]
QUEUES: tuple[Queue, ...] = ("lowest", "random", "second")
_STREAMED = 250  # rows


def next_item(archive: Archive, account: str, queue: Queue, *, sample: Sample | None = None) -> Item | None:
    """The statement that a reader should judge next, None where the queue is empty; never one that the reader judged
    or skipped.

    "lowest": the least certain first. "random": those of `sample` in the order of the draw. "second": what exactly one
    other reader has judged, the oldest first; it says nothing of what that was.
    """
    with archive.reading() as connection:
        done = _Done(connection, account)
        if queue == "lowest":
            return next(_lowest(connection, done), None)
        places = sample.places if sample and queue == "random" else ()
        return next(_placed(connection, done, _once(connection, account) if queue == "second" else places), None)


class _Done:
    """What a reader judged or skipped."""

    def __init__(self, connection: Connection, account: str) -> None:
        query = select(reviews.c.article, reviews.c.start, reviews.c.end, reviews.c.verdict, reviews.c.detail)
        query = query.where(reviews.c.account == account, reviews.c.undone.is_(None))
        self._places: dict[str, list[Place]] = {}
        self._starts: set[tuple[str, int]] = set()
        for article, start, end, verdict, detail in connection.execute(query):
            self._places.setdefault(article, []).append(Place(article, start, end))
            self._starts.add((article, start))
            if "wrong_span" in verdict:  # now its row has the other place
                self._starts.add((article, json.loads(detail)["now"]["start"]))

    def may_hold(self, article: str, start: int) -> bool:
        """Whether a row is likely to have been judged; a few are not seen, `holds()` decides."""
        return (article, start) in self._starts

    def holds(self, item: Item) -> bool:
        """Whether an item was judged."""
        own = self._places.get(item.place.article)
        if not own:
            return False
        contents = [one.place for one in items_of(item.kept)]
        return contents.index(item.place) in meant(own, contents)


def _lowest(connection: Connection, done: _Done) -> Iterator[Item]:
    query = (
        select(statements.c.version_id, statements.c.number, statements.c.start, texts.c.hash)
        .join(texts, texts.c.version_id == statements.c.version_id)
        .where(statements.c.latest, ~statements.c.copy)
        .order_by(statements.c.score, statements.c.id)
    )
    with connection.execute(query.execution_options(yield_per=_STREAMED)) as rows:
        for row in rows:
            if not done.may_hold(row.hash[:8].hex(), row.start):
                item = _item(connection, row)
                if not done.holds(item):
                    yield item


def _item(connection: Connection, row: Row) -> Item:  # type: ignore[type-arg]
    kept = load(connection, [row.version_id])[row.version_id]
    own = kept.analysis.statements[row.number].id
    return next(item for item in items_of(kept) if item.statement.id == own)


def _placed(connection: Connection, done: _Done, places: Iterable[Place]) -> Iterator[Item]:
    for place in places:
        if not done.may_hold(place.article, place.start):
            for item in items_at(connection, [place]).values():
                if not done.holds(item):
                    yield item


def _once(connection: Connection, account: str) -> list[Place]:
    """What exactly one reader has judged, and it was another one."""
    query = (
        select(reviews.c.article, reviews.c.start, reviews.c.end)
        .where(reviews.c.undone.is_(None), reviews.c.verdict != "skipped")
        .group_by(reviews.c.article, reviews.c.start, reviews.c.end)
        .having(func.count(reviews.c.account.distinct()) == 1, func.min(reviews.c.account) != account)
        .order_by(func.min(reviews.c.id))
    )
    return [Place(*row) for row in connection.execute(query)]


def waiting(archive: Archive, account: str) -> int:
    """How many statements exactly one other reader has judged."""
    with archive.reading() as connection:
        return len(_once(connection, account))
