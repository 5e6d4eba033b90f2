"""facets(): how what a query finds is spread over people, outlets, months and kinds; with bounded work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Table, select, text

from wortlaut.archive.archive import Archive
from wortlaut.archive.dialect import dialect_of
from wortlaut.archive.fading import Fading
from wortlaut.archive.finding import Count
from wortlaut.archive.overview import by_month, overview
from wortlaut.archive.schema import DAY_BITS, outlets, people
from wortlaut.archive.searching import Clause, Query, Search
from wortlaut.statements import KINDS

MOST = 3_000  # statements that are counted; a million would take a second
_SHOWN = 10  # people and outlets
_LIFE = 120.0  # seconds that counts of many statements are remembered; those of few are made anew each time
_FEW = 500
_TOGETHER = 500  # rows
_HELD = 500  # answers


@dataclass(frozen=True, slots=True)
class Tally:
    """How many statements belong to a person, outlet, month ("2026-03") or kind; `name` is None of those without."""

    name: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class Facets:
    """How what a query finds is spread, the most frequent first, months in their order.

    `statements` are all that it finds if `complete`; else those among the newest `seen`, and there are more. `seen`
    were looked through whatever kind they are. `utterances` are how many of the statements are different. `kinds` are
    those that there would be if none was asked for. `at` is when it was counted, UTC, where that was not now.
    """

    statements: int
    utterances: int
    complete: bool
    seen: int = 0
    people: tuple[Tally, ...] = ()
    outlets: tuple[Tally, ...] = ()
    months: tuple[Tally, ...] = ()
    kinds: tuple[Tally, ...] = ()
    at: datetime | None = None


def facets(archive: Archive, query: Query) -> Facets:
    """The facets of a query; its order, limit and place do not matter. Raises ArchiveError."""
    asked = replace(query, order="newest", limit=1, after=None)
    if asked == Query(limit=1) and (known := _of_everything(archive)):
        return known
    held = _memory(archive)
    found = held.get(asked)
    if found is None:
        with archive.reading() as connection:
            found = _counted(connection, asked)
        if found.statements > _FEW or not found.complete:
            held.put(asked, found, _LIFE)
    return found


_MEMORIES: WeakKeyDictionary[Archive, Fading[Query, Facets]] = WeakKeyDictionary()
_LOCK = Lock()


def _memory(archive: Archive) -> Fading[Query, Facets]:
    with _LOCK:
        return _MEMORIES.setdefault(archive, Fading(_HELD))


def _of_everything(archive: Archive) -> Facets | None:
    """What is known of the whole archive."""
    known = overview(archive)
    if known is None:
        return None
    return Facets(
        known.statements, known.utterances, True, known.statements, _tallies(known.by_person),
        _tallies(known.by_outlet), _tallies(known.by_month, most=None), _tallies(known.by_kind),
        None if known.current else known.at,
    )  # fmt: skip


def _tallies(counts: Iterable[Count], *, most: int | None = _SHOWN) -> tuple[Tally, ...]:
    return tuple(Tally(one.name, one.statements) for one in counts)[:most]


def _counted(connection: Connection, query: Query) -> Facets:
    """Kinds are told apart here, not by the database: so it need not look through all for a rare one, and the others
    can be told, too.
    """
    found = Search(connection, dialect_of(connection.dialect.name), replace(query, kinds=())).clause()
    if found is None:
        return Facets(0, 0, True)
    most = 2 * MOST if query.kinds else MOST
    spread = _Spread(frozenset(map(KINDS.index, query.kinds)) or None)
    left = most
    with connection.execute(text(_newest(found, most + 1)), found.values) as rows:
        for some in rows.partitions(_TOGETHER):
            spread.take(some[:left])
            left -= len(some)
    return Facets(
        spread.people.total(), len(spread.utterances), left >= 0, spread.kinds.total(),
        _named(connection, people, spread.people), _named(connection, outlets, spread.outlets),
        tuple(Tally(*one) for one in by_month(spread.days).items()), _kinds(spread.kinds),
    )  # fmt: skip


class _Spread:
    """Counts that grow with each few rows. Thousands of rows at once would make the garbage collector look through all
    that the process holds, with every answer waiting.
    """

    def __init__(self, wanted: frozenset[int] | None) -> None:
        self._wanted = wanted
        self.people: Counter[int | None] = Counter()
        self.outlets: Counter[int | None] = Counter()
        self.kinds = Counter[int]()
        self.days = Counter[int]()
        self.utterances: set[int] = set()

    def take(self, rows: Sequence[Any]) -> None:
        """Rows of person, outlet, kind, day and utterance."""
        self.kinds.update(row[2] for row in rows)
        if self._wanted is not None:
            rows = [row for row in rows if row[2] in self._wanted]
        if rows:
            persons, places, _, days, utterances = zip(*rows, strict=True)
            self.people.update(persons)
            self.outlets.update(places)
            self.days.update(days)
            self.utterances.update(utterances)


def _newest(found: Clause, most: int) -> str:
    columns = f"s.person_id, s.outlet_id, s.kind, s.id >> {DAY_BITS}, s.utterance"
    return f"SELECT {columns} {found.sql} ORDER BY {found.id} DESC LIMIT {most}"


def _named(connection: Connection, table: Table, counted: Counter[int | None]) -> tuple[Tally, ...]:
    most = counted.most_common(_SHOWN)
    rows = connection.execute(select(table.c.id, table.c.name).where(table.c.id.in_([id for id, _ in most if id])))
    names = {row.id: row.name for row in rows}
    found = [Tally(names.get(id or 0), number) for id, number in most]
    return tuple(sorted(found, key=lambda one: (-one.statements, one.name or "")))


def _kinds(counted: Counter[int]) -> tuple[Tally, ...]:
    return tuple(Tally(KINDS[kind], number) for kind, number in counted.most_common())
