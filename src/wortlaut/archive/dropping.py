"""Rows of an index or of people taken out, where nothing refers to them any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, delete, exc, select

from wortlaut.archive.desk_schema import identities
from wortlaut.archive.dialect import Dialect
from wortlaut.archive.expressions import Indexed
from wortlaut.archive.matching import chunks
from wortlaut.archive.schema import appearances, keys, name_words, people


def taken(connection: Connection, dialect: Dialect, index: str, rows: Sequence[Indexed]) -> bool:
    """Take rows out of a full text; False where they were put in with other words and it must be made anew."""
    try:
        with connection.begin_nested():
            dialect.drop(connection, index, rows)
    except exc.DatabaseError as error:
        if "malformed" not in str(error.orig):
            raise
        return False
    return True


def drop_keys(connection: Connection, some: Iterable[tuple[int, int]]) -> None:
    """Take out keys of statements, each with the statement's id: there is no index of statements alone."""
    if pairs := [{"one": key, "of": number} for key, number in some]:
        # one by one, for SQLite looks through the whole table for a list of pairs
        own = delete(keys).where(keys.c.key == bindparam("one"), keys.c.statement_id == bindparam("of"))
        connection.execute(own, pairs)


def drop_unused(connection: Connection, some: set[int]) -> None:
    """Take out those of some people who appear nowhere any more, and of whom no rule says that they are others."""
    for few in chunks(sorted(some)):
        used = set(
            connection.execute(select(appearances.c.person_id).where(appearances.c.person_id.in_(few))).scalars()
        )
        ruled = select(people.c.id).join(identities, identities.c.from_key == people.c.key)
        used |= set(connection.execute(ruled.where(people.c.id.in_(few), identities.c.undone.is_(None))).scalars())
        unused = [number for number in few if number not in used]
        connection.execute(delete(name_words).where(name_words.c.person_id.in_(unused)))
        connection.execute(delete(people).where(people.c.id.in_(unused)))
