"""What in an archive may be the same as something new: candidates by shared numbers, then a close look."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

from sqlalchemy import Connection, RowMapping, Table, select

from wortlaut.archive.packing import pieces, unpacked_text
from wortlaut.archive.schema import DAY_BITS, HIGHEST, people, statements, texts, versions
from wortlaut.copies import SHARED_LEAST, compare
from wortlaut.sameness import SAME, WINDOW, Saying, likeness
from wortlaut.statements import KINDS

T = TypeVar("T")
Place = tuple[int, int]  # version and place in its record: the order in which statements came

MOST = 100  # ids under one number; what more share is boilerplate, and tells nothing
LOOKED_AT = 6  # articles that are compared as texts, those that share most first
_SHARED_SHARE = 0.1  # of a sketch; less is a phrase that everybody uses. Of copies 2 of 414 share less, see copies.md
WEIGHED = 8  # statements that are compared, in the same order
SAME_OF_ANYBODY = 0.7  # likeness from which on statements are one utterance where not both speakers are known
_SINGLE = 3  # of these, statements that share one key alone
_REMEMBERED = 512  # texts
_TOGETHER = 500  # rows of a query's values
REACH = WINDOW + 7  # days between statements that can be the same: what was said may be older than the article
COPIED = 30  # days within which a copy is printed


class Texts:
    """Texts of versions; those used last stay in memory."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._held: OrderedDict[int, str] = OrderedDict()

    def put(self, version: int, text: str) -> None:
        """Remember a text that is about to be written."""
        self._held[version] = text
        while len(self._held) > _REMEMBERED:
            self._held.popitem(last=False)

    def fetch(self, wanted: Iterable[int]) -> None:
        """Load what is not in memory yet, in one query."""
        missing = sorted(set(wanted) - set(self._held))
        for some in chunks(missing):
            query = select(texts.c.version_id, texts.c.data).where(texts.c.version_id.in_(some))
            for version, data in self._connection.execute(query):
                self.put(version, unpacked_text(data))

    def __getitem__(self, version: int) -> str:
        if version not in self._held:
            self.fetch([version])
        self._held.move_to_end(version)
        return self._held[version]


@dataclass(frozen=True, slots=True)
class Reach:
    """Which ids count: those between `low` and `high`, both included, and those of rows without a day."""

    low: int = 0
    high: int = HIGHEST

    def holds(self, number: int) -> bool:
        """Whether an id counts."""
        return self.low <= number <= self.high or number < 1 << DAY_BITS

    def any(self, numbers: Sequence[int]) -> bool:
        """Whether one of some ids counts, which are in order."""
        place = bisect_left(numbers, self.low)
        return (place < len(numbers) and numbers[place] <= self.high) or (bool(numbers) and self.holds(numbers[0]))


EVERYWHERE = Reach()


def around(day: int) -> Reach:
    """The statements that can be the same as one in an article of a day (an ordinal; 0: not known, then all)."""
    return Reach(max(day - REACH, 0) << DAY_BITS, ((day + REACH + 1) << DAY_BITS) - 1) if day else EVERYWHERE


def whole(reaches: Iterable[Reach]) -> Reach:
    """All of some reaches."""
    known = list(reaches)
    return Reach(min((one.low for one in known), default=0), max((one.high for one in known), default=0))


class Shared:
    """Ids under numbers: those in a table, and those that this batch is about to add."""

    def __init__(self) -> None:
        self.ids: defaultdict[int, list[int]] = defaultdict(list)

    def add(self, numbers: Iterable[int], owner: int, reach: Reach = EVERYWHERE) -> list[int]:
        """Note an id under numbers; returns those under which it is to be written."""
        taken = [number for number in numbers if len(self._near(number, reach)) < MOST]
        for number in taken:
            self.ids[number].append(owner)
        return taken

    def among(self, numbers: Iterable[int], fits: Callable[[int], bool]) -> Shared:
        """Those under some numbers alone, and of them those ids that fit."""
        found = Shared()
        for number in numbers:
            found.ids[number] = [owner for owner in self.ids.get(number, ()) if fits(owner)]
        return found

    def ranked(self, numbers: Iterable[int], reach: Reach = EVERYWHERE) -> list[tuple[int, int]]:
        """Ids with how many of the numbers they share, most first; among equals those under rarer numbers, then the
        older ones.
        """
        counted: Counter[int] = Counter()
        rarity: defaultdict[int, float] = defaultdict(float)
        for number in numbers:
            near = self._near(number, reach)
            if 0 < len(near) < MOST:
                counted.update(near)
                for owner in near:
                    rarity[owner] += 1 / len(near)
        return sorted(counted.items(), key=lambda item: (-item[1], -rarity[item[0]], item[0]))

    def weighed(self, numbers: Iterable[int], reach: Reach) -> list[int]:
        """The statements that are worth a close look, the likest first; of those that share a single key, but few."""
        ranked = self.ranked(numbers, reach)
        several = sum(shared > 1 for _, shared in ranked)
        return [owner for owner, _ in ranked[: min(WEIGHED, several + _SINGLE)]]

    def _near(self, number: int, reach: Reach) -> list[int]:
        held = self.ids.get(number)
        if not held or reach is EVERYWHERE:
            return held or []
        return [owner for owner in held if reach.holds(owner)]


def sharing(connection: Connection, table: Table, numbers: Iterable[int], within: Reach = EVERYWHERE) -> Shared:
    """The ids under each of some numbers in `sketches` or `keys`; those outside of a reach may be left out."""
    number, owner = (column.name for column in table.primary_key.columns)
    near = f" AND ({owner} BETWEEN {within.low} AND {within.high} OR {owner} < {1 << DAY_BITS})"
    shared = Shared()
    for some in chunks(sorted(set(numbers))):
        rows = connection.exec_driver_sql(
            f"SELECT {number}, {owner} FROM {table.name} WHERE {number} IN ({','.join(map(str, some))})"
            f"{'' if within == EVERYWHERE else near} ORDER BY {owner}"
        )
        for one, found in rows.all():
            shared.ids[one].append(found)
    return shared


def candidates(shared: Shared, asked: Iterable[int], size: int) -> list[int]:
    """The versions that may carry the same agency copy as one with a sketch of a size, the likest first."""
    least = max(SHARED_LEAST, ceil(_SHARED_SHARE * size))
    return [version for version, number in shared.ranked(asked) if number >= least]


def same_copy(own: str, near: Sequence[int], held: Texts) -> int | None:
    """The version that carries the same agency copy: the first that does of those that share most."""
    held.fetch(near[:LOOKED_AT])
    return next((version for version in near[:LOOKED_AT] if compare(own, held[version]).same), None)


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement of the archive as it is compared, and where it belongs."""

    saying: Saying
    utterance: int
    version: int


def heard(connection: Connection, wanted: Iterable[int], held: Texts) -> dict[int, Heard]:
    """Statements by their ids."""
    found: dict[int, Heard] = {}
    for some in chunks(sorted(set(wanted))):
        query = (
            select(
                statements.c.id, statements.c.version_id, statements.c.kind, statements.c.start, statements.c.end,
                statements.c.gaps, statements.c.said, statements.c.utterance, people.c.id.label("person"),
                people.c.bound, versions.c.day,
            )
            .join(versions, versions.c.id == statements.c.version_id)
            .outerjoin(people, people.c.id == statements.c.person_id)
            .where(statements.c.id.in_(some))
        )  # fmt: skip
        rows = connection.execute(query).mappings().all()
        held.fetch(row["version_id"] for row in rows)
        for row in rows:
            found[row["id"]] = Heard(_saying(row, held[row["version_id"]]), row["utterance"], row["version_id"])
    return found


def _saying(row: RowMapping, text: str) -> Saying:
    return Saying(
        " … ".join(span.cut(text) for span in pieces(row)),
        KINDS[row["kind"]],
        None if row["bound"] else row["person"],
        row["said"],
        row["day"] or None,
    )


def statements_of(connection: Connection, version: int) -> list[int]:
    """The statements of a version, in the order of its record."""
    query = select(statements.c.id).where(statements.c.version_id == version).order_by(statements.c.number)
    return list(connection.execute(query).scalars())


def places_of(connection: Connection, wanted: Iterable[int]) -> dict[int, Place]:
    """The places of statements."""
    found: dict[int, Place] = {}
    for some in chunks(sorted(set(wanted))):
        query = select(statements.c.id, statements.c.version_id, statements.c.number).where(statements.c.id.in_(some))
        found.update({own: (version, number) for own, version, number in connection.execute(query)})
    return found


def same_utterance(own: Saying, candidates: Sequence[Heard]) -> Heard | None:
    """The candidate that is the same utterance: the first with the same words, or else the likest."""
    for candidate in candidates:
        if candidate.saying.text == own.text and _likeness(own, candidate.saying):
            return candidate
    scored = [(_likeness(own, candidate.saying), -place) for place, candidate in enumerate(candidates)]
    score, place = max(scored, default=(0.0, 0))
    return candidates[-place] if score else None


def same_of(own: Saying, near: Sequence[int], others: Mapping[int, Heard]) -> int | None:
    """The same by ids: which of those near is the same utterance."""
    same = same_utterance(own, [others[other] for other in near])
    return next((other for other in near if others[other] is same), None)


def _likeness(one: Saying, two: Saying) -> float:
    """How likely both are one utterance, 0 where that is too little."""
    found = likeness(one, two)
    known = one.person is not None and two.person is not None
    return found if found >= (SAME if known else SAME_OF_ANYBODY) else 0.0


def chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """The items in as many as a query takes at a time."""
    for start in range(0, len(items), _TOGETHER):
        yield items[start : start + _TOGETHER]
