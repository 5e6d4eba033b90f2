"""Logins: names and passwords are proven, slowly for those who guess."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from wortlaut.archive import Archive
from wortlaut.archive.desk_schema import accounts
from wortlaut.desk.accounts import argon2, change_account, known_name
from wortlaut.desk.audit import forget_addresses, note
from wortlaut.desk.locking import lock
from wortlaut.desk.passwords import Hasher, checked, normal
from wortlaut.desk.sessions import Clock, end_sessions, open_session, utc_now
from wortlaut.desk.throttle import Counter, count, forgive, of_account, of_address, take_back, wait_of
from wortlaut.errors import AccountError

STRANGER = "unknown"  # who fails to log in, in the audit
_AT_ONCE = 4  # logins of one process; more would take the threads of those who read
_BUSY = 5  # seconds to wait when there are more


class Logins:
    """Logging in to the accounts of an archive, and changing one's own password."""

    def __init__(self, archive: Archive, *, hasher: Hasher | None = None, clock: Clock = utc_now) -> None:
        self._archive = archive
        self._hasher = hasher or argon2()
        self._clock = clock

    def log_in(self, name: str, password: str, *, address: str | None = None, agent: str = "") -> str:
        """The key of a new session. Raises AccountError: wrong, disabled, or too many failures (its `wait`).

        Whether there is such a name can be seen neither by the message nor by the time that it takes.
        """
        with _turn():
            return self._log_in(known_name(name), password, address, agent)

    def _log_in(self, called: str, password: str, address: str | None, agent: str) -> str:
        counters = (of_account(called), of_address(address))
        row = self._proven(called, password, counters)
        if row is not None and not row.disabled:
            kept = self._hasher.hash(normal(password)) if self._hasher.is_old(row.hash) else row.hash
            if key := self._open(row, kept, counters, address, agent):
                return key
        self._note_failure(called, address, row)
        if row is not None and row.disabled:
            raise AccountError("this account is disabled; ask an administrator", "disabled")
        raise AccountError("name or password is wrong", "wrong")

    def _open(
        self, row: Row[Any], kept: str, counters: tuple[Counter, ...], address: str | None, agent: str
    ) -> str | None:
        """A session, None where the account was changed since the password was looked at."""
        now = self._clock()
        with self._archive.writing() as connection:
            lock(connection)
            same = (accounts.c.id == row.id, accounts.c.hash == row.hash, ~accounts.c.disabled)
            if not connection.execute(update(accounts).where(*same).values(hash=kept)).rowcount:
                return None
            forgive(connection, counters[0])
            for counter in counters[1:]:
                take_back(connection, counter, now)
            key = open_session(connection, row.id, agent, now)
            forget_addresses(connection, now)
            note(connection, row.name, "login", None, address=address, agent=agent)
        return key

    def _proven(self, name: str, password: str, counters: tuple[Counter, ...]) -> Row[Any] | None:
        """The account if that is its password, else None; the attempt is counted first. Raises AccountError."""
        now = self._clock()
        with self._archive.reading() as connection:  # who must wait shall not make those wait who write
            _see_that_none_waits(connection, counters, now)
        with self._archive.writing() as connection:
            lock(connection)
            _see_that_none_waits(connection, counters, now)
            for counter in counters:
                count(connection, counter, now)
            row = connection.execute(select(accounts).where(accounts.c.name == name)).first()
        right = self._hasher.verify(row.hash if row else None, normal(password))
        return row if right else None

    def _note_failure(self, name: str, address: str | None, row: Row[Any] | None) -> None:
        """Without the name where there is no such account: some write their password there."""
        with self._archive.writing() as connection:
            lock(connection)
            known = connection.execute(select(accounts.c.name).where(accounts.c.name == name)).scalar()
            why = "disabled" if row is not None and row.disabled else "password" if known else "name"
            note(connection, STRANGER, "login.failed", known, address=address, wrong=why)

    def change_password(self, name: str, old: str, new: str, *, session: str | None = None) -> None:
        """Change one's own password and end all other sessions. Raises AccountError where the old one is wrong."""
        kept = self._hasher.hash(checked(new, known_name(name)))
        with _turn():
            row = self._proven(known_name(name), old, (of_account(known_name(name)),))
        if row is None:
            self._note_failure(known_name(name), None, None)
            raise AccountError("that is not the password that you have now", "password-wrong")

        def change(connection: Connection, row: Row[Any]) -> None:
            connection.execute(update(accounts).where(accounts.c.id == row.id).values(hash=kept))
            ended = end_sessions(connection, row.id, but=session)
            forgive(connection, of_account(row.name))
            note(connection, row.name, "account.password", row.name, sessions=ended)

        change_account(self._archive, name, change)


def _see_that_none_waits(connection: Connection, counters: tuple[Counter, ...], now: datetime) -> None:
    if wait := wait_of(connection, counters, now):
        raise AccountError(f"too many attempts have failed; try again in {wait} seconds", "wait", wait=wait)


_turns = threading.BoundedSemaphore(_AT_ONCE)


@contextmanager
def _turn() -> Iterator[None]:
    """Raises AccountError where too many log in; nobody waits, and nothing is counted."""
    if not _turns.acquire(blocking=False):
        raise AccountError("too many log in at this moment; try again in some seconds", "busy", wait=_BUSY)
    try:
        yield
    finally:
        _turns.release()
