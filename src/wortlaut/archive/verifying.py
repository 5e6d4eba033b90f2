"""verify(): whether everything in an archive still holds together. It reads all of it, a little at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Column, Connection, exc, select, text

from wortlaut.archive.dialect import INDEXES, Dialect
from wortlaut.archive.identities import Rules
from wortlaut.archive.judging import load_judgements
from wortlaut.archive.packing import unsqueezed
from wortlaut.archive.preparing import Original
from wortlaut.archive.problems import Problem, Wrong
from wortlaut.archive.progress import Progress, silent
from wortlaut.archive.schema import METADATA, keys, originals, sketches, statements, versions
from wortlaut.archive.soundness import check, held
from wortlaut.errors import ArchiveError, WortlautError

T = TypeVar("T")

_TOGETHER = 100  # versions or originals in memory at a time
_DAMAGE = ("malformed", "corrupt", "invalid page", "checksum", "disk i/o", "not a database", "could not read block")


def verify(connection: Connection, dialect: Dialect, progress: Progress = silent) -> Iterator[Problem]:
    """Everything that is wrong; the connection's transaction is read only."""
    yield from _all(_Checks(connection, dialect, progress))


def _all(checks: _Checks) -> Iterator[Problem]:
    yield from checks.guarded("the database", checks.database())
    yield from checks.guarded("table versions", checks.versions())
    yield from checks.guarded("table originals", checks.originals())
    for query in _queries(checks.dialect):
        yield from checks.guarded(query.where.partition(" {")[0], checks.rows(query))
    yield from checks.guarded("table judgements", checks.judgements())


class _Checks:
    def __init__(self, connection: Connection, dialect: Dialect, progress: Progress) -> None:
        self.dialect = dialect
        self._connection = connection
        self._progress = progress

    def guarded(self, where: str, found: Iterator[Problem]) -> Iterator[Problem]:
        """Damage of the database ends one check, not all of them."""
        try:
            yield from found
        except exc.DatabaseError as error:
            problem = _damage(where, error)
            self._connection.rollback()
            yield problem

    def database(self) -> Iterator[Problem]:
        """What the database says of itself."""
        self._progress("the database's own checks")
        for told in self.dialect.integrity(self._connection):
            yield Problem("database", "the database", told)

    def versions(self) -> Iterator[Problem]:
        """Each version for itself."""
        done = 0
        rules = Rules.of(self._connection)
        for some in _pages(self._connection, versions.c.id):
            try:
                found = [problem for one in held(self._connection, some) for problem in check(one, rules)]
            except exc.DatabaseError:
                self._connection.rollback()
                found = [problem for one in some for problem in self.guarded(f"version {one}", self._alone(one, rules))]
            yield from found
            done += len(some)
            self._progress(f"{done:,} versions of articles")

    def _alone(self, version: int, rules: Rules) -> Iterator[Problem]:
        for one in held(self._connection, [version]):
            yield from check(one, rules)

    def originals(self) -> Iterator[Problem]:
        """Their hashes."""
        done = 0
        for some in _pages(self._connection, originals.c.hash):
            for one in some:
                yield from self.guarded(f"original {one.hex()}", self._original(one))
            done += len(some)
            self._progress(f"{done:,} originals")

    def _original(self, hashed: bytes) -> Iterator[Problem]:
        data = self._connection.execute(select(originals.c.data).where(originals.c.hash == hashed)).scalar_one()
        try:
            if Original(unsqueezed(data)).hash != hashed:
                yield Problem("original", f"original {hashed.hex()}", "its bytes are not those that came (SHA-256)")
        except ArchiveError as error:
            yield Problem("original", f"original {hashed.hex()}", str(error))

    def rows(self, query: _Query) -> Iterator[Problem]:
        """Rows that must not be there."""
        self._progress(query.where.partition(" {")[0])
        for row in self._connection.execute(text(query.sql)):
            yield Problem(query.wrong, query.where.format(*map(_shown, row)), query.message)

    def judgements(self) -> Iterator[Problem]:
        """Whether they can be read."""
        try:
            load_judgements(self._connection)
        except WortlautError as error:
            yield Problem("judgement", "table judgements", str(error))


def _pages(connection: Connection, column: Column[T]) -> Iterator[Sequence[T]]:
    query = select(column).order_by(column).limit(_TOGETHER)
    some = connection.execute(query).scalars().all()
    while some:
        yield some
        some = connection.execute(query.where(column > some[-1])).scalars().all()


@dataclass(frozen=True, slots=True)
class _Query:
    """SQL that finds rows which must not be there, with what to say of each."""

    wrong: Wrong
    where: str
    message: str
    sql: str


def _queries(dialect: Dialect) -> Iterator[_Query]:
    yield from _orphans()
    for table, users in (
        ("articles", "versions u WHERE u.article_id = t.id"),
        ("outlets", "versions u WHERE u.outlet_id = t.id"),
        (
            "people",
            "appearances u WHERE u.person_id = t.id "
            "UNION ALL SELECT 1 FROM identities i WHERE i.from_key = t.key AND i.undone IS NULL",
        ),
    ):
        sql = f"SELECT t.id FROM {table} t WHERE NOT EXISTS (SELECT 1 FROM {users})"
        yield _Query("orphan", f"table {table} {{}}", "nothing refers to it", sql)
    sql = "SELECT hash FROM originals t WHERE NOT EXISTS (SELECT 1 FROM versions u WHERE u.original = t.hash)"
    yield _Query("orphan", "table originals {}", "nothing refers to it", sql)
    yield from _groups()
    for index, table in zip(INDEXES, ("statements", "versions"), strict=True):
        there = dialect.indexed(index)
        lacking = f"SELECT t.id FROM {table} t WHERE NOT EXISTS (SELECT 1 FROM ({there}) i WHERE i.id = t.id)"
        yield _Query("index", f"table {table} {{}}", f"the full text {index!r} does not know it", lacking)
        beyond = f"SELECT i.id FROM ({there}) i WHERE NOT EXISTS (SELECT 1 FROM {table} t WHERE t.id = i.id)"
        yield _Query("index", f"full text {index!r} {{}}", f"it has no row in {table}", beyond)


def _orphans() -> Iterator[_Query]:
    """Rows that refer to something which is not there; SQLite checks that only while it is asked to."""
    pairs = [(key.parent, key.column) for table in METADATA.sorted_tables for key in table.foreign_keys]
    for child, parent in [*pairs, (sketches.c.version_id, versions.c.id), (keys.c.statement_id, statements.c.id)]:
        own, other = f"c.{child.name}", f"p.{parent.name}"
        yield _Query(
            "orphan",
            f"table {child.table.name} {{}}",
            f"it refers to a row of {parent.table.name} that is not there",
            f"SELECT DISTINCT {own} FROM {child.table.name} c LEFT JOIN {parent.table.name} p ON {other} = {own} "
            f"WHERE {other} IS NULL AND {own} IS NOT NULL",
        )


def _groups() -> Iterator[_Query]:
    yield _Query(
        "group",
        "article {}",
        "its versions do not count from 1, or not the last one alone is its latest",
        "SELECT article_id FROM versions GROUP BY article_id HAVING min(number) <> 1 OR max(number) <> count(*) "
        "OR sum(CASE WHEN latest THEN 1 ELSE 0 END) <> 1 OR max(CASE WHEN latest THEN number END) <> max(number)",
    )
    for table, column in (("statements", "utterance"), ("versions", "story")):
        yield _Query(
            "group",
            f"{table[:-1]} {{}}",
            f"its {column} begins nowhere",
            f"SELECT t.id FROM {table} t LEFT JOIN {table} f ON f.id = t.{column} "
            f"WHERE t.{column} IS NOT NULL AND (f.id IS NULL OR f.{column} IS NULL OR f.{column} <> f.id)",
        )


def _shown(value: object) -> str:
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else str(value)


def _damage(where: str, error: exc.DatabaseError) -> Problem:
    """The damage that a database reports; other failures are raised."""
    told = str(error.orig)
    if not any(sign in told.lower() for sign in _DAMAGE):
        raise error
    return Problem("database", where, f"it is damaged ({told.splitlines()[0]})")
