"""listed(): people by the beginnings of their names, or those of whom most is told."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from wortlaut.archive.matching import chunks
from wortlaut.archive.packing import storable
from wortlaut.archive.schema import name_words, people, statements
from wortlaut.archive.searching import people_named
from wortlaut.errors import ArchiveError
from wortlaut.names import folded

MOST = 200  # people on a page
QUOTED = 1_000  # people who are listed without a name, those with the most statements
_CANDIDATES = 5_000  # people with a beginning of a name
_LAST = "\U0010ffff"  # no letter sorts behind it


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person in a list; `prints` counts all their statements, also of copies and earlier versions."""

    number: int
    name: str
    kind: str
    entry: str | None
    prints: int


@dataclass(frozen=True, slots=True)
class Somebodies:
    """Some people, those with the most statements first; `next` is where the next page begins, None after the last."""

    people: tuple[Somebody, ...]
    next: int | None = None


def numbers_of(connection: Connection, words: str) -> list[int]:
    """People whose names have words that begin so, or who are found as `Query.person` finds them; the most first."""
    found = set(people_named(connection, words))
    parts = folded(storable(words)).split()
    if parts:
        query = select(name_words.c.person_id).distinct()
        for part in parts:
            one = select(name_words.c.person_id).where(name_words.c.word.startswith(part, autoescape=True))
            if connection.dialect.name == "sqlite":  # which looks at all words, unless it is told where these stand
                one = one.where(name_words.c.word.between(part, part + _LAST))
            query = query.where(name_words.c.person_id.in_(one))
        found |= set(connection.execute(query.limit(_CANDIDATES)).scalars().all())
    counted = prints(connection, sorted(found))
    return sorted(found, key=lambda one: (-counted.get(one, 0), one))


def most_quoted(connection: Connection) -> list[int]:
    """The people with the most statements; some 0.15 s where there are a million."""
    number = func.count().label("number")
    query = select(statements.c.person_id).where(statements.c.person_id.is_not(None))
    query = query.group_by(statements.c.person_id).order_by(number.desc(), statements.c.person_id).limit(QUOTED)
    return list(connection.execute(query).scalars())


def page_of(connection: Connection, some: list[int], limit: int, after: int) -> Somebodies:
    """Some of these people, from a place on. Raises ArchiveError for a bad limit or place."""
    if not 1 <= limit <= MOST or after < 0:
        raise ArchiveError(f"a page has 1 to {MOST} people and begins at 0 or later, not {limit} from {after} on")
    shown = some[after : after + limit]
    rows = {row.id: row for row in connection.execute(select(people).where(people.c.id.in_(shown)))}
    counted = prints(connection, shown)
    found = tuple(
        Somebody(one, rows[one].name, rows[one].kind, rows[one].entry, counted.get(one, 0))
        for one in shown
        if one in rows
    )
    return Somebodies(found, after + limit if len(some) > after + limit else None)


def prints(connection: Connection, some: list[int]) -> dict[int, int]:
    """How many statements people have, all told."""
    found: dict[int, int] = {}
    for few in chunks(some):
        query = select(statements.c.person_id, func.count()).where(statements.c.person_id.in_(few))
        found.update({one: number for one, number in connection.execute(query.group_by(statements.c.person_id)).all()})
    return found
