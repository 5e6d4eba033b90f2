"""Rows of an archive as they are made: their numbers, their values, in which order they are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Column, Connection, Table, func, select

from wortlaut.archive.dialect import dialect_of
from wortlaut.archive.expressions import Indexed
from wortlaut.archive.matching import chunks
from wortlaut.archive.persons import Known
from wortlaut.archive.preparing import Line, Prepared
from wortlaut.archive.schema import DAY_BITS, METADATA, name_words, people, statements
from wortlaut.names import folded


class Rows:
    """Rows that wait to be written, by table, in an order in which each finds what it refers to."""

    def __init__(self) -> None:
        self._held: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)

    def add(self, table: Table, **values: Any) -> None:
        """One row."""
        self._held[table.name].append(values)

    def write(self, connection: Connection) -> None:
        """Write them, once."""
        held, self._held = self._held, defaultdict(list)
        for table in METADATA.sorted_tables:
            if rows := held[table.name]:
                dialect_of(connection.dialect.name).insert(connection, table, rows)


class Numbers:
    """The next free id of each table: ids are ours, so that an archive does not show what was interrupted."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._next: dict[str, int] = {}
        self._days: dict[int, int] = {}

    def next(self, table: Table) -> int:
        """Of a table."""
        if table.name not in self._next:
            self._next[table.name] = (self._connection.execute(select(func.max(table.c.id))).scalar() or 0) + 1
        self._next[table.name] += 1
        return self._next[table.name] - 1

    def next_of(self, day: int) -> int:
        """Of a statement of a day."""
        if day not in self._days:
            low, high = day << DAY_BITS, (day + 1) << DAY_BITS
            query = select(func.max(statements.c.id)).where(statements.c.id.between(low, high - 1))
            self._days[day] = (self._connection.execute(query).scalar() or low) + 1
        self._days[day] += 1
        return self._days[day] - 1


def ids_of(connection: Connection, column: Column[Any], names: Iterable[str]) -> dict[str, int]:
    """The ids of rows by a column of names."""
    found: dict[str, int] = {}
    for some in chunks(sorted(names)):
        rows = connection.execute(select(column, column.table.c.id).where(column.in_(some)))
        found.update((name, number) for name, number in rows)
    return found


@dataclass(frozen=True, slots=True)
class Stated:
    """Where a statement stands in the archive: its id, version and place in the record, and what it is linked to."""

    id: int
    version_id: int
    number: int
    person_id: int | None
    outlet_id: int | None
    utterance: int
    latest: bool


def put_statement(rows: Rows, line: Line, stated: Stated) -> Indexed:
    """A row for a statement; returns that of the full text. Whether it is a copy is marked later."""
    rows.add(
        statements, kind=line.kind, asserted=line.statement.asserted, score=line.statement.score, start=line.start,
        end=line.end, gaps=line.gaps, digest=line.digest, said=line.said, copy=False, **_fields(stated),
    )  # fmt: skip
    return Indexed(stated.id, line.stems, marks(stated.person_id, stated.outlet_id))


def marks(person: int | None, outlet: int | None) -> tuple[str, ...]:
    """The marks of a statement in the full text."""
    return (*((f"p{person}",) if person is not None else ()), *((f"o{outlet}",) if outlet is not None else ()))


def put_person(rows: Rows, number: int, who: Known, words: Iterable[str] = ()) -> None:
    """Rows for somebody who is new; `words` are those of further names, folded."""
    rows.add(people, id=number, **_fields(who))
    for word in sorted({*folded(who.name).split(), *words}):
        rows.add(name_words, word=word, person_id=number)


def speaker(one: Prepared, line: Line) -> Known | None:
    """Who made the statement, as the archive knows them."""
    for person, who in zip(one.new.analysis.people, one.people, strict=True):
        if person.id == line.statement.person:
            return who
    return None


def _fields(one: Stated | Known) -> dict[str, Any]:
    """Fields by their names; `asdict` would copy each value."""
    return {field.name: getattr(one, field.name) for field in fields(one)}
