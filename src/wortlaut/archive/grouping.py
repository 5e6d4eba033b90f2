"""What holds groups together when rows come and go: stories of articles, utterances of statements, what is a copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection, select, update

from wortlaut.archive.buckets import Buckets, bucket, placed
from wortlaut.archive.matching import (
    REACH,
    Heard,
    Place,
    Reach,
    Shared,
    Texts,
    around,
    chunks,
    heard,
    places_of,
    same_of,
    same_utterance,
    sharing,
    statements_of,
)
from wortlaut.archive.schema import keys, sketches, statements, versions
from wortlaut.copies import sketch
from wortlaut.sameness import keys as keys_of


def mark_copies(connection: Connection, stories: Iterable[int]) -> None:
    """Mark the statements of some stories that stand in an earlier article of the same story, too.

    A version that was replaced is no place where something stands; so of each utterance one article always counts.
    """
    first: dict[tuple[int, int], int] = {}
    rows = []
    for some in chunks(sorted(set(stories))):
        query = (
            select(
                statements.c.id, statements.c.utterance, statements.c.latest, statements.c.copy, versions.c.story,
                versions.c.article_id,
            )
            .join(versions, versions.c.id == statements.c.version_id)
            .where(versions.c.story.in_(some))
        )  # fmt: skip
        for row in connection.execute(query):
            rows.append(row)
            if row.latest:
                place = (row.story, row.utterance)
                first[place] = min(first.get(place, row.article_id), row.article_id)
    changed: dict[bool, list[int]] = {True: [], False: []}
    for row in rows:
        copied = first.get((row.story, row.utterance), row.article_id) < row.article_id
        if copied != bool(row.copy):
            changed[copied].append(row.id)
    for copied, ids in changed.items():
        for few in chunks(sorted(ids)):
            connection.execute(update(statements).where(statements.c.id.in_(few)).values(copy=copied))


def release_utterances(connection: Connection, gone: Iterable[int]) -> None:
    """Give utterances whose first statement is gone the number of the first that is left."""
    left: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for some in chunks(sorted(set(gone))):
        query = select(statements.c.utterance, statements.c.version_id, statements.c.number, statements.c.id)
        for utterance, version, number, own in connection.execute(query.where(statements.c.utterance.in_(some))):
            left[utterance].append((version, number, own))
    for utterance, members in left.items():
        first = min(members)[2]
        connection.execute(update(statements).where(statements.c.utterance == utterance).values(utterance=first))


def release_stories(connection: Connection, stories: Iterable[int]) -> None:
    """The same of stories: the first version that is left gives the number; where one article is left, it has none."""
    left: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for some in chunks(sorted(set(stories))):
        query = select(versions.c.story, versions.c.id, versions.c.article_id).where(versions.c.story.in_(some))
        for story, version, article in connection.execute(query):
            left[story].append((version, article))
    told = []
    for story, members in left.items():
        _resketch(connection, min(members)[0])
        first = min(members)[0] if len({article for _, article in members}) > 1 else None
        connection.execute(update(versions).where(versions.c.story == story).values(story=first))
        if first is None:
            own = [version for version, _ in members]
            connection.execute(update(statements).where(statements.c.version_id.in_(own)).values(copy=False))
        else:
            told.append(first)
    mark_copies(connection, told)


def _resketch(connection: Connection, version: int) -> None:
    """Write all numbers of a sketch: those that led to a version that is gone were not written for the others."""
    day = connection.execute(select(versions.c.day).where(versions.c.id == version)).scalar_one()
    numbers = set(placed(sketch(Texts(connection)[version]), bucket(day)))
    query = select(sketches.c.hash).where(sketches.c.hash.in_(numbers), sketches.c.version_id == version)
    numbers -= set(connection.execute(query).scalars())
    if numbers:
        rows = [{"hash": number, "version_id": version} for number in sorted(numbers)]
        connection.execute(sketches.insert(), rows)


def regroup(connection: Connection, version: int, held: Texts) -> None:
    """Find anew which utterances the statements of a version belong to, among those before them in the archive.

    Before is what came in earlier, and within the version what stands earlier in the record. Statements that followed
    one that moves go with it until it is their turn.
    """
    looked = _look(connection, version, held)
    ranked = {number: looked.near(number, later=False) for number in looked.said}
    others = heard(connection, {other for some in ranked.values() for other in some}, held)
    for number, weighed in ranked.items():
        _move(connection, number, same_of(looked.said[number].saying, weighed, others))


def linked(connection: Connection, version: int) -> set[int]:
    """Later versions with statements of the utterances of a version."""
    own = select(statements.c.utterance).where(statements.c.version_id == version)
    found = select(statements.c.version_id).distinct().where(statements.c.utterance.in_(own))
    return set(connection.execute(found.where(statements.c.version_id > version)).scalars())


def alike(connection: Connection, version: int, held: Texts) -> set[int]:
    """Later versions with statements that may be the same utterance as one of a version."""
    looked = _look(connection, version, held)
    ranked = {number: looked.near(number, later=True) for number in looked.said}
    others = heard(connection, {other for some in ranked.values() for other in some}, held)
    return {
        others[other].version
        for number, weighed in ranked.items()
        for other in weighed
        if same_utterance(looked.said[number].saying, [others[other]]) is not None
    }


@dataclass(frozen=True, slots=True)
class _Looked:
    """The statements of a version in their order, and what shares keys with them."""

    version: int
    said: dict[int, Heard]
    keys: dict[int, tuple[int, ...]]
    shared: Shared
    places: dict[int, Place]
    reach: Reach
    told: list[int]  # statements of the first version of its story

    def near(self, own: int, *, later: bool) -> list[int]:
        """The likest of those before a statement, or of those in later versions."""
        some = self.shared.among(self.keys[own], partial(self._fits, own, later=later))
        found = some.weighed(self.keys[own], self.reach)
        return found if later else list(dict.fromkeys([*found, *self.told]))

    def _fits(self, own: int, one: int, *, later: bool) -> bool:
        if one not in self.places:
            return False
        return self.places[one][0] > self.version if later else self.places[one] < self.places[own]


def _look(connection: Connection, version: int, held: Texts) -> _Looked:
    own = statements_of(connection, version)
    found = heard(connection, own, held)
    said = {number: found[number] for number in own}
    day, story = connection.execute(select(versions.c.day, versions.c.story).where(versions.c.id == version)).one()
    told = statements_of(connection, story) if story is not None and story < version else []
    reach = around(day)
    buckets = Buckets.of(connection).around(day, REACH)
    asked = {number: tuple(placed(keys_of(one.saying), *buckets)) for number, one in said.items()}
    shared = sharing(connection, keys, (key for some in asked.values() for key in some))
    places = places_of(connection, {number for some in shared.ids.values() for number in some} | set(own))
    return _Looked(version, said, asked, shared, places, reach, told)


def _move(connection: Connection, own: int, same: int | None) -> None:
    """Put a statement into the utterance of another one, or let it begin its own."""
    query = select(statements.c.id, statements.c.utterance)
    now = {number: utterance for number, utterance in connection.execute(query.where(statements.c.id.in_([own, same])))}
    wanted = own if same is None else now[same]
    if now[own] == wanted:
        return
    if wanted != own:
        connection.execute(update(statements).where(statements.c.utterance == own).values(utterance=wanted))
    connection.execute(update(statements).where(statements.c.id == own).values(utterance=wanted))
