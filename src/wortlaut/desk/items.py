"""Statements to be reviewed: as they were read, whatever people judged since."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select, select

from wortlaut.archive import Archive
from wortlaut.archive.judging import versions_of
from wortlaut.archive.loading import load
from wortlaut.archive.schema import versions
from wortlaut.errors import MissingError
from wortlaut.kept import Kept
from wortlaut.persons import Person
from wortlaut.statements import Statement
from wortlaut.text import Span

_ADDRESS = re.compile(r"(\d{1,18})\.(\d{1,9})/(\w{1,21})", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A content by where it stands: the id of its article, and the first piece, code points."""

    article: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The first piece."""
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Item:
    """A statement as it was read, in its article; `people` are those of the reading."""

    kept: Kept
    statement: Statement
    people: tuple[Person, ...]

    @property
    def place(self) -> Place:
        """Where its content stands."""
        first = self.statement.content[0]
        return Place(self.kept.analysis.article.id, first.start, first.end)

    @property
    def words(self) -> str:
        """The words of the first piece."""
        return self.place.span.cut(self.kept.analysis.article.text)

    @property
    def address(self) -> str:
        """As "17.2/s4"."""
        return self.kept.address(self.statement)

    @property
    def person(self) -> Person | None:
        """Who made it, as it was read."""
        return next((one for one in self.people if one.id == self.statement.person), None)

    @property
    def content(self) -> Span:
        """From its first word to its last."""
        return Span(self.statement.content[0].start, self.statement.content[-1].end)


def items_of(kept: Kept) -> list[Item]:
    """All statements that were read in an article."""
    read = kept.analysis.unjudged or kept.analysis
    return [Item(kept, statement, read.people) for statement in read.statements]


def item_numbered(kept: Kept, number: int) -> Item:
    """The statement at a place in the record of an article, from 0 on, as it was read."""
    own = kept.analysis.statements[number].id
    return next(item for item in items_of(kept) if item.statement.id == own)


def item_at(archive: Archive, address: str) -> Item:
    """The statement of an address ("17.2/s4"). Raises ArchiveError where there is none."""
    match = _ADDRESS.fullmatch(address.strip())
    if match:
        with archive.reading() as connection:
            kept = kept_at(connection, int(match[1]), int(match[2]))
        for item in items_of(kept) if kept else ():
            if item.statement.id == match[3]:
                return item
    raise MissingError(f"{address!r:.60}: the archive holds no such statement; look it up with: wortlaut find")


def kept_at(connection: Connection, article: int, number: int) -> Kept | None:
    """A version of an article by their numbers."""
    return next(iter(load(connection, connection.execute(_version(article, number)).scalars()).values()), None)


def version_of(connection: Connection, item: Item) -> int:
    """The number of the row of an item's version."""
    return connection.execute(_version(item.kept.article, item.kept.version)).scalar_one()


def _version(article: int, number: int) -> Select[int]:
    return select(versions.c.id).where(versions.c.article_id == article, versions.c.number == number)


def items_at(connection: Connection, places: Iterable[Place]) -> dict[Place, Item]:
    """Statements by their places; those that no reading finds any more are left out."""
    found: dict[Place, Item] = {}
    wanted = list(places)
    for article in sorted({place.article for place in wanted}):
        if latest := latest_of(connection, article):
            here = items_of(latest)
            own = [place for place in wanted if place.article == article]
            for place, index in zip(own, meant(own, [item.place for item in here]), strict=True):
                if index is not None:
                    found[place] = here[index]
    return found


def latest_of(connection: Connection, article: str) -> Kept | None:
    """The version with a text, by its id: the latest of its article if there is one."""
    own = versions_of(connection, article)
    query = select(versions.c.id).where(versions.c.id.in_(own)).order_by(versions.c.latest.desc(), versions.c.id)
    number = connection.execute(query.limit(1)).scalar() if own else None
    return None if number is None else load(connection, [number])[number]


def meant(places: Sequence[Place], contents: Sequence[Place]) -> list[int | None]:
    """For each place which of an article's contents it means: the same, else the one that shares most with it, at
    least half of both; for a newer reading may have other borders. What is another place's own is not taken.
    """
    exact = {content: index for index, content in reversed(list(enumerate(contents)))}
    free = [index for index, content in enumerate(contents) if content not in set(places)]
    found: list[int | None] = []
    for place in places:
        shares = {index: _share(place, contents[index]) for index in free}
        likest = max(shares, key=lambda index: shares[index], default=None)
        near = likest if likest is not None and shares[likest] >= 0.5 else None
        found.append(exact.get(place, near))
    return found


def _share(one: Place, two: Place) -> float:
    return max(0, min(one.end, two.end) - max(one.start, two.start)) / max(len(one.span), len(two.span), 1)
