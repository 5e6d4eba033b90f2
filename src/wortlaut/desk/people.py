"""Who is whom, said at the desk: each change is noted with the account that made it, in the same transaction.

What would hold the archive for long is said at once, and done to the statements by a job.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wortlaut.archive import Archive
from wortlaut.archive import uniting as told
from wortlaut.archive.dialect import dialect_of
from wortlaut.archive.uniting import How
from wortlaut.desk.audit import note
from wortlaut.desk.jobs import put
from wortlaut.desk.tasks import Relinking

AT_ONCE = 2_000  # statements that move while somebody waits: some two seconds, see docs/design/people.md


@dataclass(frozen=True, slots=True)
class Said:
    """What was said: its number, whose page shows it, and the job that does it to the statements; None: all is done."""

    batch: int
    person: int | None
    job: int | None


def merge(archive: Archive, person: int, into: int, *, account: str) -> Said:
    """All of a person is another one from now on, see `Archive.merge`. Raises ArchiveError."""
    with archive.writing() as connection:
        dialect = dialect_of(connection.dialect.name)
        done = told.merge(connection, dialect, person, into, account=account, how=How(AT_ONCE))
        job = put(connection, Relinking(done.batch, into), account) if done.later else None
        note(
            connection, account, "people.merge", str(into), batch=done.batch, person=person,
            statements=done.statements, **_of(job),
        )  # fmt: skip
    return Said(done.batch, into, job)


def split(archive: Archive, person: int, articles: Iterable[int], name: str, *, account: str) -> Said:
    """A person is somebody else in some articles, see `Archive.split`. Raises ArchiveError."""
    with archive.writing() as connection:
        dialect = dialect_of(connection.dialect.name)
        done = told.split(connection, dialect, person, articles, name, account=account, how=How(AT_ONCE))
        job = put(connection, Relinking(done.batch, person), account) if done.later else None
        target = None if done.into is None else str(done.into)
        note(
            connection, account, "people.split", target, batch=done.batch, person=person, articles=done.articles,
            **_of(job),
        )  # fmt: skip
    return Said(done.batch, done.into, job)


def undo(archive: Archive, batch: int, *, account: str) -> Said:
    """Take a merging or splitting back, see `Archive.undo_identity`. Raises ArchiveError."""
    with archive.writing() as connection:
        done = told.undo(connection, dialect_of(connection.dialect.name), batch, account=account, how=How(AT_ONCE))
        person = next((one for one in (done.person, done.into) if one is not None), None)
        job = put(connection, Relinking(batch, person or 0), account) if done.later else None
        target = None if done.person is None else str(done.person)
        note(connection, account, "people.undo", target, batch=batch, what=done.action, **_of(job))
    return Said(batch, person, job)


def _of(job: int | None) -> dict[str, int]:
    return {} if job is None else {"job": job}
