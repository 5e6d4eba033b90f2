"""Sessions: who has logged in where; they end by themselves, and with the password or the account."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, insert, select, update

from wortlaut.archive import Archive
from wortlaut.archive.desk_schema import accounts, sessions
from wortlaut.desk.audit import iso, note
from wortlaut.desk.keys import key_hash, new_key
from wortlaut.desk.locking import lock
from wortlaut.desk.roles import Role
from wortlaut.desk.touches import is_due, touch

IDLE = timedelta(hours=12)  # without a request; a working day with its breaks
LONGEST = timedelta(days=7)  # whatever happens
_AGENT = 60  # code points of the browser's name

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The clock."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Session:
    """A login that has not ended: `id` is no secret (it is the hash of the key); `agent` the browser's name."""

    id: str
    account: str
    role: Role
    agent: str
    created: datetime
    seen: datetime
    expires: datetime


def open_session(connection: Connection, account_id: int, agent: str, now: datetime) -> str:
    """A new session of an account; returns its key. Those that have run out are cleared meanwhile."""
    key = new_key()
    connection.execute(delete(sessions).where(_run_out(now)))
    connection.execute(
        insert(sessions).values(
            hash=key_hash(key), account_id=account_id, agent=agent[:_AGENT], created=iso(now), seen=iso(now),
            expires=iso(now + LONGEST),
        )
    )  # fmt: skip
    return key


def end_sessions(connection: Connection, account_id: int, *, but: str | None = None) -> int:
    """End all sessions of an account, or all but one by its id; returns how many."""
    query = delete(sessions).where(sessions.c.account_id == account_id)
    if but is not None:
        query = query.where(sessions.c.hash != _hash(but))
    return int(connection.execute(query).rowcount)


class Sessions:
    """The sessions of an archive."""

    def __init__(self, archive: Archive, *, clock: Clock = utc_now) -> None:
        self._archive = archive
        self._clock = clock

    def find(self, key: str) -> Session | None:
        """The session of a key, None where there is none (any more); notes that it was seen."""
        now = self._clock()
        query = _LISTED.where(sessions.c.hash == key_hash(key), ~_run_out(now), ~accounts.c.disabled)
        with self._archive.reading() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            return None
        if is_due(row["seen"], now):
            touch(self._archive, update(sessions).where(sessions.c.hash == row["hash"]).values(seen=iso(now)))
        return _session(row)

    def of(self, name: str) -> Sequence[Session]:
        """Those of an account, the one that was seen last first."""
        query = _LISTED.where(accounts.c.name == name, ~_run_out(self._clock())).order_by(sessions.c.seen.desc())
        with self._archive.reading() as connection:
            return [_session(row) for row in connection.execute(query).mappings()]

    def end(self, id_: str, account: str, *, action: str = "logout") -> bool:
        """End a session of an account by its id; whether there was one."""
        with self._archive.writing() as connection:
            lock(connection)
            own = select(accounts.c.id).where(accounts.c.name == account).scalar_subquery()
            gone = connection.execute(
                delete(sessions).where(sessions.c.hash == _hash(id_), sessions.c.account_id == own)
            ).rowcount
            if gone:
                note(connection, account, action)
        return bool(gone)


_LISTED = select(
    sessions.c.hash, sessions.c.agent, sessions.c.created, sessions.c.seen, sessions.c.expires,
    accounts.c.name, accounts.c.role,
).join(accounts, accounts.c.id == sessions.c.account_id)  # fmt: skip


def _run_out(now: datetime) -> ColumnElement[bool]:
    """Dates of one form and one zone are ordered as text."""
    return (sessions.c.expires <= iso(now)) | (sessions.c.seen <= iso(now - IDLE))


def _session(row: RowMapping) -> Session:
    created, seen, expires = (datetime.fromisoformat(row[name]) for name in ("created", "seen", "expires"))
    return Session(bytes(row["hash"]).hex(), row["name"], row["role"], row["agent"], created, seen, expires)


def _hash(id_: str) -> bytes:
    try:
        return bytes.fromhex(id_)
    except ValueError:
        return b""
