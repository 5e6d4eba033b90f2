"""Keys and groups of statements whose speakers are other people now; and of what followed them into an utterance.

Each statement has at most one that it is the same as, among those before it in the archive (see grouping.py). That does
not depend on where the others belong, so it is looked up for hundreds at once; then all take their turn, in order.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sqlalchemy import Connection, select, update

from wortlaut.archive.buckets import Buckets, bucket, placed
from wortlaut.archive.dropping import drop_keys
from wortlaut.archive.grouping import mark_copies
from wortlaut.archive.matching import (
    MOST,
    REACH,
    Heard,
    Place,
    Texts,
    around,
    chunks,
    heard,
    places_of,
    same_of,
    sharing,
    statements_of,
    whole,
)
from wortlaut.archive.progress import Progress
from wortlaut.archive.schema import DAY_BITS, keys, statements, versions
from wortlaut.archive.writing import Rows
from wortlaut.sameness import Saying
from wortlaut.sameness import keys as keys_of

_TOGETHER = 400  # statements that are looked up at once


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement: its place, the day and story of its version, whether it began an utterance, what is compared."""

    id: int
    place: Place
    day: int
    story: int | None
    began: bool  # an utterance, before anything changed
    saying: Saying
    keys: tuple[int, ...]


def regroup_after(
    connection: Connection, before: Mapping[int, Heard], after: Mapping[int, Heard], held: Texts, progress: Progress
) -> None:
    """Write the keys of statements whose people changed anew, and find their utterances.

    `before` and `after` are the same statements, with those who had made them, and those who have now; also those of
    the same people that may count for one that changed.
    """
    told = _told(connection, {own: one.saying for own, one in after.items()})
    old = {one.id: before[one.id].saying for one in told if before[one.id].saying.person != one.saying.person}
    _Keys(connection).rewrite(told, old, progress)
    flipped = [one for one in told if one.id in old and None in (one.saying.person, old[one.id].person)]
    _Groups(connection, held, progress).run(_near(told, old), flipped, old)


def _near(told: Sequence[_Told], old: Mapping[int, Saying]) -> list[_Told]:
    """Those that changed, and those that one may be a candidate for: of all others nothing can be different."""
    changed = sorted((one for one in told if one.id in old), key=lambda one: one.id)
    places = {one.place[0] for one in changed}
    under: defaultdict[int, list[int]] = defaultdict(list)  # ids in order
    for one in changed:
        for key in {*one.keys, *keys_of(old[one.id])}:
            under[key].append(one.id)

    def is_near(one: _Told) -> bool:
        reach = around(one.day)
        return any(reach.any(under[key]) for key in one.keys if key in under)

    return [one for one in told if one.id in old or one.story in places or is_near(one)]


class _Keys:
    """The keys of statements, written in their order: which are left out depends on those before."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows = Rows()

    def rewrite(self, told: Sequence[_Told], old: Mapping[int, Saying], progress: Progress) -> None:
        """`old` are those that changed, as they were. Others are written anew only under keys that these have or had.

        Keys that do not depend on who spoke stay.
        """
        new: dict[int, list[int]] = {}
        gone: list[tuple[int, int]] = []
        for one in (one for one in told if one.id in old):
            before, stay = set(keys_of(old[one.id])), set(_of_anybody(one.saying))
            stay &= before & set(one.keys)
            new[one.id] = _placed(set(one.keys) - stay, one.id)
            gone += [(key, one.id) for key in _placed(before - stay, one.id)]
        touched = {key for found in new.values() for key in found} | {key for key, _ in gone}
        for one in (one for one in told if one.id not in old):
            if found := touched.intersection(_placed(one.keys, one.id)):
                found.difference_update(_placed(_of_anybody(one.saying), one.id))
                new[one.id] = sorted(found)
                gone += [(key, one.id) for key in new[one.id]]
        for few in chunks(gone):
            drop_keys(self._connection, few)
        done = 0
        for some in chunks([one for one in told if new.get(one.id)]):
            self._write(some, new)
            done += len(some)
            progress(f"keys of {done:,} statements")

    def _write(self, some: Sequence[_Told], new: Mapping[int, list[int]]) -> None:
        within = whole(around(one.day) for one in some)
        shared = sharing(self._connection, keys, {key for one in some for key in new[one.id]}, within)
        places = places_of(self._connection, {owner for owners in shared.ids.values() for owner in owners})
        places |= {one.id: one.place for one in some}
        for one in some:
            reach = around(one.day)
            for key in new[one.id]:
                owners = shared.ids[key]
                earlier = sum(places[own] < one.place and reach.holds(own) for own in owners if own in places)
                if earlier < MOST and one.id not in owners:
                    owners.append(one.id)
                    self._rows.add(keys, key=key, statement_id=one.id)
        self._rows.write(self._connection)


def _of_anybody(saying: Saying) -> tuple[int, ...]:
    return keys_of(replace(saying, person=None))


def _placed(found: Iterable[int], own: int) -> list[int]:
    return placed(sorted(found), bucket(own >> DAY_BITS))


class _Groups:
    """Statements that take their turn, those that came first before others."""

    def __init__(self, connection: Connection, held: Texts, progress: Progress) -> None:
        self._connection = connection
        self._held = held
        self._progress = progress
        self._buckets = Buckets.of(connection)
        self._waiting: dict[int, _Told] = {}
        self._same: dict[int, int | None] = {}
        self._first: dict[int, list[int]] = {}  # the statements of the first version of a story
        self._touched: set[int] = set()  # utterances

    def run(self, told: Sequence[_Told], flipped: Sequence[_Told], before: Mapping[int, Saying]) -> None:
        self._waiting = {one.id: one for one in told}
        for some in chunks(flipped):
            self._await(self._alike(some, before))
        queue = [(one.place, one.id) for one in self._waiting.values()]
        heapq.heapify(queue)
        done = 0
        while queue:
            _, own = heapq.heappop(queue)
            if own not in self._same:
                ahead = (place for place in queue if place[1] not in self._same)
                coming = heapq.nsmallest(_TOGETHER - 1, ahead)  # a heap's own order would leave out most of them
                self._look_up([self._waiting[own], *(self._waiting[one] for _, one in coming)])
            for one in self._await(self._settle(self._waiting[own], self._same[own])):
                heapq.heappush(queue, (one.place, one.id))
            done += 1
            if done % 2_000 == 0:
                self._progress(f"{done:,} statements compared")
        self._mark_copies()

    def _await(self, some: Iterable[int]) -> list[_Told]:
        """Let further statements take their turn."""
        more = sorted({one for one in some if one not in self._waiting})
        if not more:
            return []
        sayings = {own: one.saying for own, one in heard(self._connection, more, self._held).items()}
        found = _told(self._connection, sayings)
        self._waiting |= {one.id: one for one in found}
        return found

    def _alike(self, some: Sequence[_Told], before: Mapping[int, Saying]) -> set[int]:
        """Later statements that may be the same as some that have become, or are no more, those of anybody."""
        asked = {
            one.id: placed({*one.keys, *keys_of(before[one.id])}, *self._buckets.around(one.day, REACH)) for one in some
        }
        shared = sharing(self._connection, keys, (key for found in asked.values() for key in found))
        places = places_of(self._connection, {owner for owners in shared.ids.values() for owner in owners})
        return {
            owner
            for one in some
            for key in asked[one.id]
            for owner in shared.ids.get(key, ())
            if places.get(owner, one.place) > one.place and around(one.day).holds(owner)
        }

    def _look_up(self, wanted: Sequence[_Told]) -> None:
        """Which statement before it each of some is the same as."""
        asked = {one.id: placed(one.keys, *self._buckets.around(one.day, REACH)) for one in wanted}
        within = whole(around(one.day) for one in wanted)
        shared = sharing(self._connection, keys, {key for found in asked.values() for key in found}, within)
        places = places_of(self._connection, {owner for owners in shared.ids.values() for owner in owners})
        near: dict[int, list[int]] = {}
        for one in wanted:
            before = shared.among(asked[one.id], partial(_is_before, one, places))
            found = before.weighed(asked[one.id], around(one.day))
            near[one.id] = list(dict.fromkeys([*found, *self._told_first(one)]))
        others = heard(self._connection, {other for found in near.values() for other in found}, self._held)
        for one in wanted:
            self._same[one.id] = same_of(one.saying, near[one.id], others)

    def _told_first(self, one: _Told) -> list[int]:
        if one.story is None or one.story >= one.place[0]:
            return []
        if one.story not in self._first:
            self._first[one.story] = statements_of(self._connection, one.story)
        return self._first[one.story]

    def _settle(self, one: _Told, same: int | None) -> list[int]:
        """Put a statement into the utterance of another one, or let it begin its own; returns whose turn that makes it.

        Those that followed one which began an utterance go with it; of the others, each may have followed it.
        """
        if same is None and one.began:
            return []
        query = select(statements.c.id, statements.c.utterance).where(statements.c.id.in_([one.id, same or one.id]))
        now = {number: utterance for number, utterance in self._connection.execute(query)}
        old, wanted = now[one.id], one.id if same is None else now[same]
        if old == wanted:
            return []
        self._touched |= {old, wanted}
        moving = statements.c.utterance == old if old == one.id else statements.c.id == one.id
        self._connection.execute(update(statements).where(moving).values(utterance=wanted))
        if old == one.id:
            return []
        query = select(statements.c.id, statements.c.version_id, statements.c.number)
        rows = self._connection.execute(query.where(statements.c.utterance == old)).all()
        return [row.id for row in rows if (row.version_id, row.number) > one.place]

    def _mark_copies(self) -> None:
        stories: set[int] = set()
        for some in chunks(sorted(self._touched)):
            query = select(versions.c.story).distinct().join(statements, statements.c.version_id == versions.c.id)
            stories |= set(self._connection.execute(query.where(statements.c.utterance.in_(some))).scalars())
        mark_copies(self._connection, {story for story in stories if story is not None})


def _is_before(own: _Told, places: Mapping[int, Place], one: int) -> bool:
    return one in places and places[one] < own.place


def _told(connection: Connection, sayings: Mapping[int, Saying]) -> list[_Told]:
    """Statements in the order in which they came."""
    found = []
    for some in chunks(sorted(sayings)):
        query = (
            select(
                statements.c.id, statements.c.version_id, statements.c.number, statements.c.utterance, versions.c.day,
                versions.c.story,
            )
            .join(versions, versions.c.id == statements.c.version_id)
            .where(statements.c.id.in_(some))
        )  # fmt: skip
        for own, version, number, utterance, day, story in connection.execute(query):
            saying = sayings[own]
            found.append(_Told(own, (version, number), day, story, utterance == own, saying, keys_of(saying)))
    return sorted(found, key=lambda one: one.place)
