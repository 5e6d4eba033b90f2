"""Who is whom, said at the desk: each change is noted with the account that made it, in the same transaction."""

from __future__ import annotations

from collections.abc import Iterable

from wortlaut.archive import Archive, Change, Identity
from wortlaut.archive import uniting as told
from wortlaut.archive.dialect import dialect_of
from wortlaut.desk.audit import note


def merge(archive: Archive, person: int, into: int, *, account: str) -> Change:
    """All of a person is another one from now on, see `Archive.merge`. Raises ArchiveError."""
    with archive.writing() as connection:
        done = told.merge(connection, dialect_of(connection.dialect.name), person, into, account)
        note(
            connection, account, "people.merge", str(into), batch=done.batch, person=person, statements=done.statements
        )
    return done


def split(archive: Archive, person: int, articles: Iterable[int], name: str, *, account: str) -> Change:
    """A person is somebody else in some articles, see `Archive.split`. Raises ArchiveError."""
    with archive.writing() as connection:
        dialect = dialect_of(connection.dialect.name)
        done = told.split(connection, dialect, person, articles, name, account=account)
        note(
            connection, account, "people.split", str(done.into), batch=done.batch, person=person, articles=done.articles
        )
    return done


def undo(archive: Archive, batch: int, *, account: str) -> Identity:
    """Take a merging or splitting back, see `Archive.undo_identity`. Raises ArchiveError."""
    with archive.writing() as connection:
        done = told.undo(connection, dialect_of(connection.dialect.name), batch, account)
        target = None if done.person is None else str(done.person)
        note(connection, account, "people.undo", target, batch=batch, what=done.action)
    return done
