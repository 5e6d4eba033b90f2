"""What SQLite and PostgreSQL do differently: writing one at a time, full text, sizes, giving room back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy import Connection, Table, exc, text

from wortlaut.archive.expressions import Every, Expression, Indexed, Mark, Phrase, Some
from wortlaut.errors import ArchiveError

INDEXES = ("words", "passages")  # full text of statements, and of whole articles
WAIT = 30  # seconds that a writer waits for another one


class Dialect(Protocol):
    """The differences; `index` is one of INDEXES."""

    def lock(self, connection: Connection) -> None:
        """Wait until no other writer is at work; held until the transaction ends."""

    def insert(self, connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add rows to a table, straight through the driver; all have the same columns."""

    def put(self, connection: Connection, index: str, rows: Sequence[Indexed]) -> None:
        """Add rows to an index."""

    def drop(self, connection: Connection, index: str, rows: Sequence[Indexed]) -> None:
        """Take rows out again, which must be given as they were put in."""

    def indexed(self, index: str) -> str:
        """SQL that gives the `id` of each row of an index."""

    def matching(self, index: str) -> str:
        """SQL that gives the `id` of each row of an index that matches `:query`, in no order."""

    def query(self, expression: Expression) -> str:
        """What to give as `:query`."""

    def month(self, day: str) -> str:
        """SQL that gives the month of the ordinal of a day (`date.toordinal`) as YYYY-MM."""

    def sizes(self, connection: Connection) -> Mapping[str, int]:
        """Bytes on disk of each table with its indexes."""

    def integrity(self, connection: Connection) -> Iterator[str]:
        """What the database itself finds wrong with its files and full text."""

    def clear(self, connection: Connection, index: str) -> None:
        """Take all rows out of an index."""

    def has_ghosts(self, connection: Connection, index: str) -> bool:
        """Whether an index still has words of rows that were taken out: they were put in with other words."""

    def tidy(self, connection: Connection) -> None:
        """Give room back and leave nothing of deleted rows on disk; outside of a transaction."""


class SQLite:
    """FTS5, without the words themselves: they stand in the texts."""

    def lock(self, connection: Connection) -> None:
        """Nothing: the transaction has begun as IMMEDIATE."""

    def insert(self, connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """SQLAlchemy would look at each value of each row, which costs more than the database does."""
        names = list(rows[0])
        sql = f"INSERT INTO {table.name} ({_quoted_names(names)}) VALUES ({', '.join('?' * len(names))})"
        connection.exec_driver_sql(sql, [tuple(row[name] for name in names) for row in rows])

    def put(self, connection: Connection, index: str, rows: Sequence[Indexed]) -> None:
        """Insert rows."""
        if rows:
            connection.exec_driver_sql(f"INSERT INTO {index} (rowid, stems, marks) VALUES (?, ?, ?)", _joined(rows))

    def drop(self, connection: Connection, index: str, rows: Sequence[Indexed]) -> None:
        """FTS5's own command; it needs the words that were indexed."""
        if rows:
            connection.exec_driver_sql(
                f"INSERT INTO {index} ({index}, rowid, stems, marks) VALUES ('delete', ?, ?, ?)", _joined(rows)
            )

    def indexed(self, index: str) -> str:
        """FTS5's table of sizes has one row for each."""
        return f"SELECT id FROM {index}_docsize"

    def matching(self, index: str) -> str:
        """By rowid."""
        return f"SELECT rowid AS id FROM {index} WHERE {index} MATCH :query"

    def query(self, expression: Expression) -> str:
        """In FTS5's language; each stem is quoted, so that none is an operator."""
        match expression:
            case Phrase(stems):
                return 'stems : "' + " ".join(stem.replace('"', "") for stem in stems) + '"'
            case Mark(sign):
                return f'marks : "{sign}"'
            case Some(parts):
                return "(" + " OR ".join(map(self.query, parts)) + ")"
            case Every(parts, but):
                held = "(" + " AND ".join(map(self.query, parts)) + ")"
                for part in but:
                    held = f"({held} NOT {self.query(part)})"
                return held

    def month(self, day: str) -> str:
        """By Julian days: the ordinal 0 is 1721424.5."""
        return f"strftime('%Y-%m', ({day}) + 1721424.5)"

    def sizes(self, connection: Connection) -> Mapping[str, int]:
        """From the pages of the file."""
        rows = connection.exec_driver_sql(
            "SELECT m.tbl_name, sum(d.pgsize) FROM dbstat d JOIN sqlite_master m ON m.name = d.name GROUP BY 1"
        )
        return {str(name): int(size) for name, size in rows}

    def integrity(self, connection: Connection) -> Iterator[str]:
        """SQLite's own checks, and FTS5's; the latter are asked for as if something was to be written."""
        for (told,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
            if told != "ok":
                yield str(told)
        connection.rollback()
        for index in INDEXES:
            try:
                connection.exec_driver_sql(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
            except exc.DatabaseError as error:
                if "readonly" in str(error.orig):  # it can be read all the same
                    return
                if "malformed" not in str(error.orig):
                    raise
                yield f"the full text {index!r} is damaged"
            finally:
                connection.rollback()

    def clear(self, connection: Connection, index: str) -> None:
        """FTS5's own command."""
        connection.exec_driver_sql(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")

    def has_ghosts(self, connection: Connection, index: str) -> bool:
        """Words of a row whose size FTS5 does not know."""
        connection.exec_driver_sql(f"CREATE VIRTUAL TABLE temp.ghosts USING fts5vocab(main, {index}, instance)")
        found = connection.exec_driver_sql(
            f"SELECT EXISTS (SELECT 1 FROM temp.ghosts WHERE doc NOT IN (SELECT id FROM {index}_docsize))"
        ).scalar_one()
        connection.exec_driver_sql("DROP TABLE temp.ghosts")
        return bool(found)

    def tidy(self, connection: Connection) -> None:
        """Merge the full text, rewrite the file, empty the write-ahead log."""
        for index in INDEXES:
            connection.exec_driver_sql(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
        connection.exec_driver_sql("PRAGMA temp_store = FILE")  # VACUUM writes a whole copy
        connection.exec_driver_sql("VACUUM")
        connection.exec_driver_sql("PRAGMA temp_store = MEMORY")
        busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
        if busy:
            raise ArchiveError("another process reads it, and so its write-ahead log cannot be emptied")


class PostgreSQL:
    """GIN indexes over vectors of stems that are made here, so that both databases find the same."""

    def lock(self, connection: Connection) -> None:
        """An advisory lock of the transaction, under a number of our own."""
        connection.execute(text(f"SET LOCAL lock_timeout = '{WAIT}s'"))
        connection.execute(text("SELECT pg_advisory_xact_lock(7762841509)"))

    def insert(self, connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """By COPY, which is several times as fast as INSERT."""
        names = list(rows[0])
        into = f"{table.name} ({_quoted_names(names)})"
        _copy(connection, into, (tuple(row[name] for name in names) for row in rows))

    def put(self, connection: Connection, index: str, rows: Sequence[Indexed]) -> None:
        """Insert rows."""
        if rows:
            _copy(connection, f"{index} (id, vector)", ((row.id, _vector(row)) for row in rows))

    def drop(self, connection: Connection, index: str, rows: Sequence[Indexed]) -> None:
        """Delete rows."""
        if rows:
            connection.execute(text(f"DELETE FROM {index} WHERE id = :id"), [{"id": row.id} for row in rows])

    def indexed(self, index: str) -> str:
        """All rows."""
        return f"SELECT id FROM {index}"

    def matching(self, index: str) -> str:
        """By the vector."""
        return f"SELECT id FROM {index} WHERE vector @@ CAST(:query AS tsquery)"

    def query(self, expression: Expression) -> str:
        """In tsquery's language; each stem is quoted, so that none is an operator."""
        match expression:
            case Phrase(stems):
                return "(" + " <-> ".join(map(_quoted, stems)) + ")"
            case Mark(sign):
                return _quoted(f"={sign}")
            case Some(parts):
                return "(" + " | ".join(map(self.query, parts)) + ")"
            case Every(parts, but):
                held = [*map(self.query, parts), *(f"!{self.query(part)}" for part in but)]
                return "(" + " & ".join(held) + ")"

    def month(self, day: str) -> str:
        """By adding days to the ordinal 1."""
        return f"to_char(date '0001-01-01' + (({day})::int - 1), 'YYYY-MM')"

    def sizes(self, connection: Connection) -> Mapping[str, int]:
        """With indexes and out-of-line values."""
        rows = connection.execute(
            text(
                "SELECT relname, pg_total_relation_size(oid) FROM pg_class "
                "WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace"
            )
        )
        return {str(name): int(size) for name, size in rows}

    def integrity(self, connection: Connection) -> Iterator[str]:
        """Nothing: the server checks a page when it is read, and all are."""
        yield from ()

    def clear(self, connection: Connection, index: str) -> None:
        """Delete all."""
        connection.execute(text(f"DELETE FROM {index}"))

    def has_ghosts(self, connection: Connection, index: str) -> bool:
        """Never: the words are part of the row."""
        return False

    def tidy(self, connection: Connection) -> None:
        """Rewrite all tables."""
        connection.execute(text("VACUUM (FULL, ANALYZE)"))


def _copy(connection: Connection, into: str, rows: Iterable[tuple[Any, ...]]) -> None:
    driver: Any = connection.connection
    try:
        with driver.cursor() as cursor, cursor.copy(f"COPY {into} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    except driver.dbapi_connection.Error as error:
        raise exc.DBAPIError(f"COPY {into}", None, error) from error


def _quoted_names(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def dialect_of(name: str) -> Dialect:
    """The dialect for an SQLAlchemy engine's name of it."""
    return SQLite() if name == "sqlite" else PostgreSQL()


def _joined(rows: Iterable[Indexed]) -> list[tuple[int, str, str]]:
    return [(row.id, " ".join(row.stems), " ".join(row.marks)) for row in rows]


_LAST_POSITION = 16_383  # PostgreSQL counts no further within a vector; later words are found, but in no phrase
_MOST_POSITIONS = 255  # of one word


def _vector(row: Indexed) -> str:
    places: dict[str, list[int]] = {}
    for place, stem in enumerate(row.stems, 1):
        places.setdefault(stem, []).append(min(place, _LAST_POSITION))
    words = [f"{_quoted(stem)}:{','.join(map(str, found[:_MOST_POSITIONS]))}" for stem, found in places.items()]
    return " ".join(words + [_quoted(f"={mark}") for mark in row.marks])


def _quoted(stem: str) -> str:
    return "'" + stem.replace("\\", "").replace("'", "") + "'"
