"""profile(): what an archive knows of a person; with bounded work, and each bound is said."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, literal_column, select, text

from wortlaut.archive.dialect import Dialect
from wortlaut.archive.expressions import Every, Expression, Phrase
from wortlaut.archive.finding import Count
from wortlaut.archive.identities import Rules
from wortlaut.archive.loading import load
from wortlaut.archive.matching import chunks
from wortlaut.archive.packing import plain_record
from wortlaut.archive.schema import DAY_BITS, HIGHEST, appearances, outlets, people, records, statements, versions
from wortlaut.archive.searching import settled
from wortlaut.archive.topics import Background, Topic, topics
from wortlaut.errors import MissingError
from wortlaut.kept import Kept
from wortlaut.names import folded
from wortlaut.stems import stems

COUNTED = 5_000  # statements of a person that are counted, the newest
READ = 150  # articles whose records are read for names and roles; of more, so many that are spread over all
HEARD = 1_000  # statements about a person whose speakers are counted, the newest
_SHOWN = 12  # outlets, speakers
_ROLES = 20
_ARTICLES = frozenset(stems("der die das des dem den"))  # of bodies
_KINDS_ABOUT = ("person", "organization")


@dataclass(frozen=True, slots=True)
class Naming:
    """A spelling of a name, and in how many of the articles that were read it stands."""

    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Role:
    """A function or title in the words of articles, with the days of the first and last of these and their number."""

    words: str
    first: date | None
    last: date | None
    articles: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks about a person, and how often; `number` is theirs in the archive."""

    number: int
    name: str
    statements: int


@dataclass(frozen=True, slots=True)
class Profile:
    """A person. Statements are counted as `find` shows them (latest versions, copies left out), `prints` are all.

    If not `complete`, only the newest were counted for `statements`, `utterances`, `articles`, `outlets`, `by_month`,
    `by_outlet` and the days. `names` and `roles` are those of the `read` articles, if `sampled` spread over all;
    `merged` names of people who were merged into this one. `about` are those who speak about them most, among the
    newest statements that do.
    """

    number: int
    name: str
    kind: str
    entry: str | None
    bound: bool
    names: tuple[Naming, ...]
    merged: tuple[str, ...]
    roles: tuple[Role, ...]
    prints: int
    read: int
    sampled: bool
    articles: int
    statements: int
    utterances: int
    complete: bool
    outlets: int
    first: date | None
    last: date | None
    by_month: tuple[Count, ...]
    by_outlet: tuple[Count, ...]
    about: tuple[Speaker, ...]
    topics: tuple[Topic, ...]


def profile(connection: Connection, dialect: Dialect, number: int, others: Background) -> Profile:
    """The person of a number, also of one who was merged into somebody. Raises ArchiveError where there is none."""
    held = 0 < number < HIGHEST
    own = next(iter(settled(connection, [number] if held else [])), 0)
    row = connection.execute(select(people).where(people.c.id == own)).first()
    if row is None:
        raise MissingError(f"person {number}: the archive holds no such person; look them up by name")
    said = _said(connection, own)
    prints = _count(connection, statements.c.person_id == own)
    read = _read(connection, own)
    days = sorted({one.day for one in said} - {0})
    by_outlet = Counter(one.outlet_id for one in said)
    # "the mayor" is no topic of the mayor
    called = " ".join({row.name, *(role for one in read.met for role in one.roles if " " not in role)})
    return Profile(
        own, row.name, row.kind, row.entry, bool(row.bound), _namings(read.met), Rules.of(connection).names(row.key),
        _roles(read.met), prints, len(read.met), read.sampled, len({one.version_id for one in said}), len(said),
        len({one.utterance for one in said}),
        len(said) < COUNTED, len(by_outlet.keys() - {None}),
        date.fromordinal(days[0]) if days else None, date.fromordinal(days[-1]) if days else None, _by_month(said),
        _by_outlet(connection, said), _about(connection, dialect, row), topics(connection, own, called, others),
    )  # fmt: skip


def _said(connection: Connection, own: int) -> Sequence[Any]:
    day: Any = literal_column(f"statements.id >> {DAY_BITS}")
    query = select(day.label("day"), statements.c.outlet_id, statements.c.utterance, statements.c.version_id)
    query = query.where(statements.c.person_id == own, statements.c.latest, ~statements.c.copy)
    return connection.execute(query.order_by(statements.c.id.desc()).limit(COUNTED)).all()


def _count(connection: Connection, condition: Any) -> int:
    return connection.execute(select(func.count()).select_from(statements).where(condition)).scalar_one()


@dataclass(frozen=True, slots=True)
class _Met:
    """How an article calls a person: the name, the roles; its day, 0 where that is not known."""

    name: str
    roles: tuple[str, ...]
    day: int


@dataclass(frozen=True, slots=True)
class _Read:
    met: tuple[_Met, ...]
    sampled: bool


def _read(connection: Connection, own: int) -> _Read:
    """Articles with a person, in the order in which they came in; of many some, spread over all."""
    query = select(appearances.c.version_id).distinct().where(appearances.c.person_id == own)
    every = connection.execute(query.order_by(appearances.c.version_id)).scalars().all()
    some = every if len(every) <= READ else [every[place * (len(every) - 1) // (READ - 1)] for place in range(READ)]
    records_of = (
        select(appearances.c.version_id, appearances.c.number, versions.c.day, records.c.data)
        .join(versions, versions.c.id == appearances.c.version_id)
        .join(records, records.c.version_id == versions.c.id)
        .where(appearances.c.person_id == own, appearances.c.version_id.in_(some), versions.c.latest)
        .order_by(appearances.c.version_id, appearances.c.number)
    )
    found: dict[int, _Met] = {}
    for row in connection.execute(records_of):
        person = plain_record(row.data)["people"][row.number]
        before = found.get(row.version_id)
        roles = tuple(dict.fromkeys([*(before.roles if before else ()), *person["roles"]]))
        found[row.version_id] = _Met(before.name if before else person["name"], roles, row.day)
    return _Read(tuple(found.values()), len(every) > READ)


def _namings(read: Iterable[_Met]) -> tuple[Naming, ...]:
    return tuple(Naming(name, number) for name, number in Counter(one.name for one in read).most_common(_ROLES))


def _roles(read: Iterable[_Met]) -> tuple[Role, ...]:
    """Roles by their words, whatever their spelling; those of the last day first, those without a day last."""
    spelled: defaultdict[str, Counter[str]] = defaultdict(Counter)
    days: defaultdict[str, list[int]] = defaultdict(list)
    for one in read:
        for words in one.roles:
            spelled[folded(words)][words] += 1
            days[folded(words)].append(one.day)
    found = []
    for key, held in days.items():
        known = [day for day in held if day]
        first, last = (date.fromordinal(min(known)), date.fromordinal(max(known))) if known else (None, None)
        found.append(Role(spelled[key].most_common(1)[0][0], first, last, len(held)))
    often = sorted(found, key=lambda role: -role.articles)[:_ROLES]
    return tuple(sorted(often, key=lambda role: (role.last or date.min, role.articles), reverse=True))


def _by_month(said: Iterable[Any]) -> tuple[Count, ...]:
    number: Counter[str] = Counter()
    different: defaultdict[str, set[int]] = defaultdict(set)
    for one in said:
        month = date.fromordinal(one.day).isoformat()[:7] if one.day else ""
        number[month] += 1
        different[month].add(one.utterance)
    return tuple(Count(month or None, number[month], len(different[month])) for month in sorted(number))


def _by_outlet(connection: Connection, said: Iterable[Any]) -> tuple[Count, ...]:
    number: Counter[int | None] = Counter()
    different: defaultdict[int | None, set[int]] = defaultdict(set)
    for one in said:
        number[one.outlet_id] += 1
        different[one.outlet_id].add(one.utterance)
    most = number.most_common(_SHOWN)
    query = select(outlets.c.id, outlets.c.name).where(outlets.c.id.in_([id for id, _ in most if id is not None]))
    names = {id: name for id, name in connection.execute(query).all()}
    return tuple(Count(names.get(id or 0), count, len(different[id])) for id, count in most)


def _about(connection: Connection, dialect: Dialect, who: Row[Any]) -> tuple[Speaker, ...]:
    """Who speaks about somebody by name; of a surname or role alone nobody knows whom it means."""
    name = tuple(one for one in stems(who.name) if one not in _ARTICLES)
    if who.bound or who.kind not in _KINDS_ABOUT or not name:
        return ()
    counted: Counter[int] = Counter()
    for some in chunks(_naming(connection, dialect, name)):
        query = select(statements.c.person_id).where(statements.c.id.in_(some), statements.c.latest, ~statements.c.copy)
        counted.update(one for one in connection.execute(query).scalars().all() if one not in (None, who.id))
    most = counted.most_common(_SHOWN)
    named = select(people.c.id, people.c.name).where(people.c.id.in_([id for id, _ in most]))
    names = {id: name for id, name in connection.execute(named).all()}
    return tuple(Speaker(id, names[id], number) for id, number in most if id in names)


def _naming(connection: Connection, dialect: Dialect, name: tuple[str, ...]) -> list[int]:
    """The newest statements that name somebody as `Query.about` has it: by the last word, in articles with all."""
    near = _matching(connection, dialect, "words", Phrase(name[-1:]), None)
    if len(name) == 1 or not near:
        return near
    whole = set(_matching(connection, dialect, "words", Every(tuple(Phrase((one,)) for one in name)), near))
    where: dict[int, int] = {}
    for some in chunks(near):
        query = select(statements.c.id, statements.c.version_id).where(statements.c.id.in_(some))
        where.update({own: version for own, version in connection.execute(query).all()})
    inside = set(_matching(connection, dialect, "passages", Phrase(name), list(where.values())))
    return [own for own in near if own in whole or where.get(own) in inside]


def _matching(
    connection: Connection, dialect: Dialect, index: str, wanted: Expression, within: Sequence[int] | None
) -> list[int]:
    """What matches, the newest; or all of it between the first and the last of some numbers."""
    values = {"query": dialect.query(wanted)}
    if within is None:
        sql = f"{dialect.matching(index)} ORDER BY id DESC LIMIT {HEARD}"
    else:
        sql = f"SELECT m.id FROM ({dialect.matching(index)}) m WHERE m.id BETWEEN {min(within)} AND {max(within)}"
    return list(connection.execute(text(sql), values).scalars().all())


def articles_with(connection: Connection, number: int, limit: int = 50, after: int | None = None) -> tuple[Kept, ...]:
    """The articles in which a person has part, what came in last first; behind the number of an article."""
    own = select(appearances.c.version_id).where(appearances.c.person_id == number)
    query = select(versions.c.id, versions.c.article_id).where(versions.c.id.in_(own), versions.c.latest)
    query = query.where(versions.c.article_id < after) if after is not None else query
    some = connection.execute(query.order_by(versions.c.article_id.desc()).limit(limit)).all()
    found = load(connection, [row.id for row in some])
    return tuple(found[row.id] for row in some)


def bound_of(connection: Connection, some: Iterable[int]) -> set[int]:
    """Those of some people who belong to one article alone: known there by a surname or a role."""
    return set(connection.execute(select(people.c.id).where(people.c.id.in_(list(some)), people.c.bound)).scalars())


def articles_of(connection: Connection, number: int) -> int:
    """In how many articles a person has part, in any version."""
    query = select(func.count(versions.c.article_id.distinct())).join(
        appearances, appearances.c.version_id == versions.c.id
    )
    return connection.execute(query.where(appearances.c.person_id == number)).scalar_one()
