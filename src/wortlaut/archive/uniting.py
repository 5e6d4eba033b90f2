"""merge(), split(), undo(): people say who is whom, see what that would change, and take it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, Row, and_, false, func, select, update

from wortlaut.archive.desk_schema import identities
from wortlaut.archive.dialect import Dialect
from wortlaut.archive.finding import Hit, hits_of
from wortlaut.archive.identities import Action, Rule, Rules, batch_of, put_rules, rule_of
from wortlaut.archive.loading import load
from wortlaut.archive.packing import storable
from wortlaut.archive.persons import Known
from wortlaut.archive.progress import Progress, silent
from wortlaut.archive.relinking import near, relink, rename
from wortlaut.archive.ruled import concerned, places
from wortlaut.archive.schema import HIGHEST, appearances, articles, people, statements, versions
from wortlaut.archive.writing import ids_of
from wortlaut.errors import ArchiveError, MissingError
from wortlaut.names import folded

EXAMPLES = 5  # statements that are shown of what would change
MOST = 1_000  # articles of one split
LONGEST = 200  # code points of a name
_SIXTH = 6  # statements that are compared alone take the time of one that moves: 0.17 ms and 1 ms
_NAMED_IN = 50  # the newest articles whose names are looked at


@dataclass(frozen=True, slots=True)
class How:
    """How much may be done at once, as `Change.cost` counts it; all of it where that is not said."""

    at_once: int = HIGHEST
    progress: Progress = silent


@dataclass(frozen=True, slots=True)
class Change:
    """What one merging, splitting or undoing changes, or would change.

    `batch` is what undo() takes, 0 where nothing was done. `person` is the number of the one who gives statements,
    `into` that of the one who gets them, None where they are new. `names` are the spellings of who gives them, of the
    newest articles; `examples` the newest statements that would go. `cost` counts the statements that
    go and, as a part of one each, those they must be compared with. `later` is whether align() has still to do it.
    """

    batch: int
    action: Action
    person: int
    name: str
    into: int | None
    into_name: str
    statements: int
    articles: int
    names: tuple[str, ...] = ()
    examples: tuple[Hit, ...] = ()
    cost: int = 0
    later: bool = False


@dataclass(frozen=True, slots=True)
class Identity:
    """What was said at once of who is whom: when, by which account, in which articles (their numbers; none: in all).

    `person` and `into` are numbers, None where the archive has no such person now. `undone` is when it was taken back,
    `undone_by` by which account. `later` is whether align() has still to do that.
    """

    batch: int
    at: datetime
    account: str
    action: Action
    name: str
    into_name: str
    articles: tuple[int, ...]
    person: int | None
    into: int | None
    undone: datetime | None
    undone_by: str | None
    later: bool = False


def preview_merge(connection: Connection, person: int, into: int) -> Change:
    """What merging would change. Raises ArchiveError where it cannot be done."""
    return _told_merge(connection, *_merging(connection, person, into))


def merge(
    connection: Connection,
    dialect: Dialect,
    person: int,
    into: int,
    *,
    account: str,
    how: How = How(),
) -> Change:
    """All of a person is another person from now on, in what is kept and in what will come."""
    dialect.lock(connection)
    one, two = _merging(connection, person, into)
    told = _told_merge(connection, one, two)
    rule = Rule(0, 0, _now(), account, "merge", one.key, one.name, None, _known(two))
    batch = put_rules(connection, [rule])
    later = _do(connection, dialect, batch, told.cost, how)
    return replace(told, batch=batch, later=later)


def preview_split(connection: Connection, person: int, some: Iterable[int], name: str) -> Change:
    """What splitting would change. Raises ArchiveError where it cannot be done."""
    return _told_split(connection, *_splitting(connection, person, some, name), name)


def split(
    connection: Connection,
    dialect: Dialect,
    person: int,
    some: Iterable[int],
    name: str,
    *,
    account: str,
    how: How = How(),
) -> Change:
    """What a person said and where they appear in some articles is another, new person's from now on."""
    dialect.lock(connection)
    one, wanted = _splitting(connection, person, some, name)
    told = _told_split(connection, one, wanted, name)
    number = (connection.execute(select(func.max(identities.c.id))).scalar() or 0) + 1
    new = Known(f"split:{number}:{folded(told.into_name)}", told.into_name, one.kind, None, False)
    keys = connection.execute(select(articles.c.key).where(articles.c.id.in_(wanted)).order_by(articles.c.id)).scalars()
    at = _now()
    batch = put_rules(connection, [Rule(0, 0, at, account, "split", one.key, one.name, key, new) for key in keys])
    later = _do(connection, dialect, batch, told.cost, how)
    made = connection.execute(select(people.c.id).where(people.c.key == new.key)).scalar()
    return replace(told, batch=batch, into=made, later=later)


def undo(connection: Connection, dialect: Dialect, batch: int, *, account: str, how: How = How()) -> Identity:
    """Take back what was said at once. Raises ArchiveError where nothing was, or where more was said of it later."""
    dialect.lock(connection)
    rules = batch_of(connection, batch)
    if not rules:
        raise MissingError(f"{batch}: nothing of this number was said of people; look at what was: identities()")
    if rules[0].undone is not None:
        raise ArchiveError(f"{batch}: this was taken back already ({rules[0].undone})")
    first = rules[0]
    if first.action == "split":
        _refuse_later(connection, first)
    connection.execute(update(identities).where(identities.c.batch == batch).values(undone=_now(), undone_by=account))
    held = ids_of(connection, people.c.key, concerned(connection, rules)).values()
    own: ColumnElement[bool] = statements.c.person_id.in_(held)
    if first.action == "split":
        inside = select(versions.c.id).join(articles, articles.c.id == versions.c.article_id)
        own &= statements.c.version_id.in_(inside.where(articles.c.key.in_([rule.article for rule in rules])))
    later = _do(connection, dialect, batch, _cost(connection, own, held), how)
    return replace(next(one for one in said(connection) if one.batch == batch), later=later)


def _do(connection: Connection, dialect: Dialect, batch: int, cost: int, how: How) -> bool:
    """Do to rows what was said; where that costs too much it is left to align(), and True is returned."""
    rules = batch_of(connection, batch)
    keys = concerned(connection, rules)
    if cost > how.at_once:
        rename(connection, Rules.of(connection), keys)
        return True
    back = rules[0].undone and rules[0].action == "merge"  # who was bound to an article may be so again
    within = None if back else places(connection, rules)
    relink(connection, dialect, Rules.of(connection), keys, how.progress, within=within)
    return False


def _refuse_later(connection: Connection, first: Rule) -> None:
    query = select(identities.c.batch).where(identities.c.undone.is_(None), identities.c.batch != first.batch)
    about = (identities.c.from_key == first.into.key) | (identities.c.into_key == first.into.key)
    later = connection.execute(query.where(about).limit(1)).scalar()
    if later is not None:
        raise ArchiveError(
            f"{first.batch}: {first.into.name} was merged or split later; take that back first (number {later})"
        )


def said(connection: Connection, person: int | None = None) -> tuple[Identity, ...]:
    """What was said of a person, or of all; the last first."""
    query = select(identities).order_by(identities.c.id)
    if person is not None:
        key = select(people.c.key).where(people.c.id == person).scalar_subquery()
        about = (identities.c.from_key == key) | (identities.c.into_key == key)
        query = query.where(identities.c.batch.in_(select(identities.c.batch).where(about)))
    rules = [rule_of(row) for row in connection.execute(query)]
    numbers = ids_of(connection, people.c.key, {k for r in rules for k in (r.from_key, r.into.key)})
    places = ids_of(connection, articles.c.key, {r.article for r in rules if r.article is not None})
    found: dict[int, list[Rule]] = {}
    for rule in rules:
        found.setdefault(rule.batch, []).append(rule)
    return tuple(_identity(some, numbers, places) for _, some in sorted(found.items(), reverse=True))


def _identity(some: Sequence[Rule], numbers: dict[str, int], places: dict[str, int]) -> Identity:
    one = some[0]
    return Identity(
        one.batch, datetime.fromisoformat(one.at), one.account, one.action, one.from_name, one.into.name,
        tuple(places[rule.article] for rule in some if rule.article in places), numbers.get(one.from_key),
        numbers.get(one.into.key), datetime.fromisoformat(one.undone) if one.undone else None, one.undone_by,
    )  # fmt: skip


# What is allowed


def _person(connection: Connection, number: int) -> Row[tuple[int, str, str, str, str, bool]]:
    row = connection.execute(select(people).where(people.c.id == number if number < HIGHEST else false())).first()
    if row is None:
        raise MissingError(f"person {number}: the archive holds no such person; look them up by name")
    rules = Rules.of(connection)
    place = rules.gone(row.key)
    if place is not None:
        rule = rules.all[place]
        raise ArchiveError(
            f"person {number} ({row.name}): this is {rule.into.name} already, by what {rule.account} said; take that "
            f"back first (number {rule.batch})"
        )
    return row


def _merging(connection: Connection, person: int, into: int) -> tuple[Row, Row]:  # type: ignore[type-arg]
    if person == into:
        raise ArchiveError(f"person {person} is one already; give two different people")
    return _person(connection, person), _person(connection, into)


def _splitting(connection: Connection, person: int, some: Iterable[int], name: str) -> tuple[Row, list[int]]:  # type: ignore[type-arg]
    one, given = _person(connection, person), sorted(set(some))
    if not folded(_clean(name)) or len(name) > LONGEST:
        raise ArchiveError(f"{name!r:.80} is no name for a person; give one with letters, at most {LONGEST} characters")
    if not 1 <= len(given) <= MOST:
        raise ArchiveError(f"{len(given)} articles were given; give 1 to {MOST} at a time")
    query = select(versions.c.article_id).distinct().join(appearances, appearances.c.version_id == versions.c.id)
    own = set(connection.execute(query.where(appearances.c.person_id == person)).scalars())
    if foreign := [number for number in given if number not in own]:
        raise ArchiveError(f"article {foreign[0]}: {one.name} (person {person}) has no part in it")
    if own == set(given):
        raise ArchiveError(
            f"person {person} ({one.name}) would be left with no article; leave at least one, or merge the whole person"
        )
    return one, given


def _clean(name: str) -> str:
    return storable(" ".join(name.split()))


def _known(row: Row) -> Known:  # type: ignore[type-arg]
    return Known(row.key, row.name, row.kind, row.entry, bool(row.bound))


# What it would change


def _told_merge(connection: Connection, one: Row, two: Row) -> Change:  # type: ignore[type-arg]
    own, part = statements.c.person_id == one.id, appearances.c.person_id == one.id
    counted, names = _counted(connection, own, part), _names(connection, one.id, part)
    cost = _cost(connection, own, {one.id, two.id})
    return Change(0, "merge", one.id, one.name, two.id, two.name, *counted, names, _examples(connection, own), cost)


def _told_split(connection: Connection, one: Row, wanted: Sequence[int], name: str) -> Change:  # type: ignore[type-arg]
    inside = statements.c.version_id.in_(select(versions.c.id).where(versions.c.article_id.in_(wanted)))
    own = and_(statements.c.person_id == one.id, inside)
    part = and_(appearances.c.person_id == one.id, versions.c.article_id.in_(wanted))
    counted, names = _counted(connection, own, part), _names(connection, one.id, part)
    cost = _cost(connection, own, {one.id})
    return Change(0, "split", one.id, one.name, None, _clean(name), *counted, names, _examples(connection, own), cost)


def _cost(connection: Connection, said: ColumnElement[bool], some: Iterable[int]) -> int:
    moved = set(connection.execute(select(statements.c.id).where(said)).scalars())
    return len(moved) + len(near(connection, moved, some) - moved) // _SIXTH


def _counted(connection: Connection, said: ColumnElement[bool], part: ColumnElement[bool]) -> tuple[int, int]:
    """Statements, and articles."""
    number = connection.execute(select(func.count()).select_from(statements).where(said)).scalar_one()
    query = select(func.count(versions.c.article_id.distinct())).join(
        appearances, appearances.c.version_id == versions.c.id
    )
    return number, connection.execute(query.where(part)).scalar_one()


def _examples(connection: Connection, said: ColumnElement[bool]) -> tuple[Hit, ...]:
    query = select(statements).where(said, statements.c.latest).order_by(statements.c.id.desc()).limit(EXAMPLES)
    return hits_of(connection, connection.execute(query).mappings().all())


def _names(connection: Connection, person: int, part: ColumnElement[bool]) -> tuple[str, ...]:
    query = select(appearances.c.version_id).join(versions, versions.c.id == appearances.c.version_id).where(part)
    some = connection.execute(query.order_by(versions.c.id.desc()).limit(_NAMED_IN)).scalars().all()
    found: dict[str, None] = {}
    for kept in load(connection, some).values():
        for one in kept.analysis.people:
            if kept.people.get(one.id) == person:
                found[one.name] = None
    return tuple(found)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
