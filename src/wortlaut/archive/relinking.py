"""Linking again: what rows say of people, made to be what the rules say; with it their keys, full text and groups.

The rows become those of an archive that knew the rules from the start. Only what the people concerned said is looked
at, and what followed it into an utterance.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, bindparam, delete, select, update

from wortlaut.archive.desk_schema import identities
from wortlaut.archive.dialect import Dialect
from wortlaut.archive.dropping import drop_unused, taken
from wortlaut.archive.identities import Rules
from wortlaut.archive.indexing import index_anew, indexed_words
from wortlaut.archive.matching import Heard, Texts, chunks, heard
from wortlaut.archive.packing import unpack, unpacked_text
from wortlaut.archive.persons import Known, known
from wortlaut.archive.progress import Progress
from wortlaut.archive.regrouping import regroup_after
from wortlaut.archive.schema import (
    DAY_BITS,
    appearances,
    articles,
    name_words,
    people,
    records,
    statements,
    texts,
    versions,
)
from wortlaut.archive.writing import Numbers, Rows, ids_of, marks, put_person
from wortlaut.names import folded

_NEAR = 45  # days between statements that can count for each other, with room for copies that are printed later


@dataclass(frozen=True, slots=True)
class _Part:
    """A place among the people of a version, and who it is by the rules."""

    version: int
    number: int
    person: int


@dataclass(frozen=True, slots=True)
class _Line:
    """A statement, and who made it by the rules."""

    id: int
    version: int
    person: int | None


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement with its place in the record, and who made it by its row."""

    id: int
    number: int
    person: int | None


def relink(
    connection: Connection,
    dialect: Dialect,
    rules: Rules,
    concerned: Iterable[str],
    progress: Progress,
    *,
    within: Sequence[int] | None = None,
) -> None:
    """Bring all rows of some people, by their keys, and of those whom rules made of them, in line with the rules.

    `within` are the versions that are looked at, None for all in which they have part. Whoever is to be bound to an
    article again must have lost all else before, and so is bound with None or with no version at all.
    """
    _Relinker(connection, dialect, rules, rules.after(concerned), progress).run(within)


def rename(connection: Connection, rules: Rules, concerned: Iterable[str]) -> None:
    """Let some people, by their keys, be found by the words of their names and of those merged into them."""
    for some in chunks(sorted(ids_of(connection, people.c.key, concerned).values())):
        for row in connection.execute(select(people).where(people.c.id.in_(some))).all():
            words = set() if rules.gone(row.key) is not None else set(folded(row.name).split())
            words |= set(rules.words(row.key))
            connection.execute(delete(name_words).where(name_words.c.person_id == row.id))
            if words:
                rows = [{"word": word, "person_id": row.id} for word in sorted(words)]
                connection.execute(name_words.insert(), rows)


def near(connection: Connection, moved: Collection[int], some: Iterable[int]) -> set[int]:
    """The statements that go to somebody else, and those of some people that may count for one of them."""
    query = (
        select(statements.c.id, versions.c.day)
        .join(versions, versions.c.id == statements.c.version_id)
        .where(statements.c.person_id.in_(sorted(some)))
    )
    rows = connection.execute(query).all()
    close = _Near([(own, day) for own, day in rows if own in moved])
    return {own for own, day in rows if close.holds(own, day)}.union(moved)


class _Relinker:
    def __init__(
        self, connection: Connection, dialect: Dialect, rules: Rules, concerned: set[str], progress: Progress
    ) -> None:
        self._connection = connection
        self._dialect = dialect
        self._rules = rules
        self._progress = progress
        self._texts = Texts(connection)
        self._numbers = Numbers(connection)
        self._concerns = concerned
        self._ids = ids_of(connection, people.c.key, concerned)
        self._bound: dict[int, bool] = {}
        self._parts: list[_Part] = []
        self._lines: list[_Line] = []
        self._whole = True

    def run(self, within: Sequence[int] | None) -> None:
        own = set(self._ids.values())
        self._bound = self._binding(again=not within)
        for some in chunks(self._versions(own) if within is None else within):
            self._plan(some)
        concerned = self._concerned()
        before = heard(self._connection, concerned, self._texts)
        self._progress(f"{len(self._lines):,} statements of other people, {len(concerned):,} to be compared")
        self._put()
        drop_unused(self._connection, own | set(self._ids.values()))
        rename(self._connection, self._rules, self._concerns)
        self._regroup(before)
        if not self._whole:
            index_anew(self._connection, self._dialect)

    # What has to change

    def _versions(self, own: set[int]) -> Sequence[int]:
        query = select(appearances.c.version_id).distinct().where(appearances.c.person_id.in_(own))
        return sorted(self._connection.execute(query).scalars())

    def _plan(self, some: Sequence[int]) -> None:
        """Compare what rows say with what records and rules say."""
        query = (
            select(versions.c.id, articles.c.key, texts.c.data.label("text"), records.c.data.label("record"))
            .join(articles, articles.c.id == versions.c.article_id)
            .join(texts, texts.c.version_id == versions.c.id)
            .join(records, records.c.version_id == versions.c.id)
            .where(versions.c.id.in_(some))
            .order_by(versions.c.id)
        )
        now = _people_of(self._connection, some)
        said = _statements_of(self._connection, some)
        for row in self._connection.execute(query):
            analysis = unpack(row.record, unpacked_text(row.text))
            told = [self._rules.known(known(one, row.key), row.key) for one in analysis.people]
            # of others all is as it was
            who = [
                self._number(one) if one.key in self._concerns else now.get((row.id, number)) or self._number(one)
                for number, one in enumerate(told)
            ]
            for number, person in enumerate(who):
                if now.get((row.id, number)) != person:
                    self._parts.append(_Part(row.id, number, person))
            # the first of an id, as writing.speaker() has it
            places = {one.id: place for place, one in reversed([*enumerate(analysis.people)])}
            for one in said[row.id]:
                place = places.get(analysis.statements[one.number].person or "")
                wanted = None if place is None else who[place]
                if wanted != one.person:
                    self._lines.append(_Line(one.id, row.id, wanted))

    def _number(self, who: Known) -> int:
        """The number of a person, who may be new."""
        if who.key not in self._ids:
            self._ids |= ids_of(self._connection, people.c.key, {who.key})
        if who.key not in self._ids:
            self._ids[who.key] = self._numbers.next(people)
            rows = Rows()
            put_person(rows, self._ids[who.key], who, self._rules.words(who.key))
            rows.write(self._connection)
        return self._ids[who.key]

    def _binding(self, *, again: bool) -> dict[int, bool]:
        """People who are bound to an article from now on (True, only where `again`), or no more (False)."""
        found: dict[int, bool] = {}
        for some in chunks(sorted(self._concerns)):
            # as the first who was said to be them has it: they were as they had come in
            query = select(identities.c.into_key, identities.c.into_bound).where(identities.c.into_key.in_(some))
            rows = self._connection.execute(query.order_by(identities.c.id.desc()))
            first = {key: bool(bound) for key, bound in rows}
            own = select(people.c.id, people.c.key, people.c.bound).where(people.c.key.in_(first))
            for number, key, bound in self._connection.execute(own):
                wanted = first[key] and not self._rules.targets(key)
                if bool(bound) != wanted and (again or not wanted):
                    found[number] = wanted
        return found

    def _concerned(self) -> list[int]:
        """The statements that are said by others now, and what those people said near to them."""
        moved = {line.id for line in self._lines}
        both = {line.person for line in self._lines if line.person is not None}
        for some in chunks(sorted(moved)):
            query = select(statements.c.person_id).distinct().where(statements.c.id.in_(some))
            both |= set(self._connection.execute(query).scalars()) - {None}
        own = select(statements.c.id).where(statements.c.person_id.in_(sorted(self._bound)))
        moved |= set(self._connection.execute(own).scalars())
        return sorted(near(self._connection, moved, both | self._bound.keys()))

    # Changing it

    def _put(self) -> None:
        self._put_marks()
        part = (
            update(appearances)
            .where(appearances.c.version_id == bindparam("of"), appearances.c.number == bindparam("place"))
            .values(person_id=bindparam("who"))
        )
        line = update(statements).where(statements.c.id == bindparam("of")).values(person_id=bindparam("who"))
        for some in chunks(self._parts):
            rows = [{"of": one.version, "place": one.number, "who": one.person} for one in some]
            self._connection.execute(part, rows)
        for few in chunks(self._lines):
            self._connection.execute(line, [{"of": one.id, "who": one.person} for one in few])
        for number, bound in self._bound.items():
            self._connection.execute(update(people).where(people.c.id == number).values(bound=bound))

    def _put_marks(self) -> None:
        """The full text knows who made a statement."""
        wanted = {line.id: line.person for line in self._lines}
        for some in chunks(sorted({line.version for line in self._lines})):
            if not self._whole:
                return
            self._texts.fetch(some)
            held = {version: self._texts[version] for version in some}
            old = [one for one in indexed_words(self._connection, held) if one.id in wanted]
            self._whole = taken(self._connection, self._dialect, "words", old)
            if self._whole:
                new = [replace(one, marks=_marked(one.marks, wanted[one.id])) for one in old]
                self._dialect.put(self._connection, "words", new)

    def _regroup(self, before: dict[int, Heard]) -> None:
        after: dict[int, Heard] = {}
        for some in chunks(sorted(before)):
            query = select(statements.c.id, people.c.id.label("person"), people.c.bound)
            query = query.outerjoin(people, people.c.id == statements.c.person_id).where(statements.c.id.in_(some))
            for own, person, bound in self._connection.execute(query):
                saying = replace(before[own].saying, person=None if bound else person)
                after[own] = replace(before[own], saying=saying)
        regroup_after(self._connection, before, after, self._texts, self._progress)


class _Near:
    """Whether a statement can count for some others, by its day and that of its article; each can be unknown."""

    def __init__(self, some: Iterable[tuple[int, int]]) -> None:
        found = [(own >> DAY_BITS, day) for own, day in some]
        self._undated = any(0 in one for one in found)
        self._said = sorted({said for said, _ in found})
        self._printed = sorted({printed for _, printed in found})

    def holds(self, own: int, day: int) -> bool:
        said = own >> DAY_BITS
        if self._undated or not (said and day):
            return True
        return _within(self._said, day) or _within(self._printed, said)


def _within(days: Sequence[int], day: int) -> bool:
    place = bisect_left(days, day - _NEAR)
    return place < len(days) and days[place] <= day + _NEAR


def _people_of(connection: Connection, some: Sequence[int]) -> dict[tuple[int, int], int]:
    """Who has part in versions, by version and place."""
    query = select(appearances.c.version_id, appearances.c.number, appearances.c.person_id)
    rows = connection.execute(query.where(appearances.c.version_id.in_(some)))
    return {(version, number): person for version, number, person in rows}


def _statements_of(connection: Connection, some: Sequence[int]) -> defaultdict[int, list[_Said]]:
    query = select(statements.c.version_id, statements.c.id, statements.c.number, statements.c.person_id)
    found: defaultdict[int, list[_Said]] = defaultdict(list)
    for version, own, number, person in connection.execute(query.where(statements.c.version_id.in_(some))):
        found[version].append(_Said(own, number, person))
    return found


def _marked(old: Sequence[str], person: int | None) -> tuple[str, ...]:
    """The marks of a statement that somebody else made."""
    outlet = next((int(one[1:]) for one in old if one.startswith("o")), None)
    return marks(person, outlet)
