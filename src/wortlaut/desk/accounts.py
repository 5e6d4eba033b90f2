"""Accounts: who may work with an archive, and as what."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update

from wortlaut.archive import Archive
from wortlaut.archive.desk_schema import accounts, sessions, tokens
from wortlaut.archive.writing import Numbers
from wortlaut.desk.audit import iso, note
from wortlaut.desk.locking import lock
from wortlaut.desk.passwords import Argon2, Hasher, checked
from wortlaut.desk.roles import Role, role_of
from wortlaut.desk.sessions import Clock, end_sessions, utc_now
from wortlaut.desk.throttle import forgive, of_account
from wortlaut.errors import AccountError

LONGEST = 64  # code points of a name
LOCAL = "local"  # who does what is done without accounts, and at the command line
_NAME = re.compile(rf"\w[\w.@+-]{{0,{LONGEST - 1}}}")
_RESERVED = (LOCAL, "unknown", "wortlaut")


@dataclass(frozen=True, slots=True)
class Account:
    """An account; `sessions` and `tokens` are how many it has, those that have run out included."""

    name: str
    role: Role
    created: datetime
    disabled: bool
    sessions: int
    tokens: int


def account_name(given: str) -> str:
    """The name as it is kept: in one form and without capitals. Raises AccountError.

    >>> account_name(" Eva.Brandt ")
    'eva.brandt'
    """
    name = unicodedata.normalize("NFKC", given[: 4 * LONGEST]).casefold().strip()
    if not _NAME.fullmatch(name) or name in _RESERVED:
        raise AccountError(
            f"{given!r:.80} is no name for an account; take letters, digits and . - _ @ +, {LONGEST} at most, and not "
            f"{', '.join(_RESERVED)}",
            "name",
        )
    return name


def known_name(given: str) -> str:
    """The same, to look for an account; empty, which none is called, where it is no name.

    >>> known_name("Eva"), known_name("Eva\\x00")
    ('eva', '')
    """
    try:
        return account_name(given)
    except AccountError:
        return ""


@cache
def argon2() -> Hasher:
    """How passwords are kept, in this process."""
    return Argon2()


class Accounts:
    """The accounts of an archive. All that change something take `by`, the name of who does it."""

    def __init__(self, archive: Archive, *, hasher: Hasher | None = None, clock: Clock = utc_now) -> None:
        self._archive = archive
        self._hasher = hasher or argon2()
        self._clock = clock

    def all(self) -> Sequence[Account]:
        """All of them, by name."""
        with self._archive.reading() as connection:
            return [_account(row) for row in connection.execute(_listed().order_by(accounts.c.name))]

    def find(self, name: str) -> Account:
        """One by its name. Raises AccountError."""
        with self._archive.reading() as connection:
            row = connection.execute(_listed().where(accounts.c.name == known_name(name))).first()
        if row is None:
            raise _unknown(name)
        return _account(row)

    def any(self) -> bool:
        """Whether anybody can log in."""
        with self._archive.reading() as connection:
            return connection.execute(select(accounts.c.id).where(~accounts.c.disabled)).first() is not None

    def add(self, name: str, role: str, password: str, *, by: str = LOCAL) -> Account:
        """A new account. Raises AccountError where its name is taken, or something will not do."""
        called, as_what = account_name(name), role_of(role)
        kept = self._hasher.hash(checked(password, called))
        with self._archive.writing() as connection:
            lock(connection)
            if connection.execute(select(accounts.c.id).where(accounts.c.name == called)).first():
                raise AccountError(f"there is an account {called} already; choose another name", "taken")
            connection.execute(
                insert(accounts).values(
                    id=Numbers(connection).next(accounts), name=called, hash=kept, role=as_what,
                    created=iso(self._clock()), disabled=False,
                )
            )  # fmt: skip
            note(connection, by, "account.add", called, role=as_what)
        return self.find(called)

    def set_role(self, name: str, role: str, *, by: str = LOCAL) -> None:
        """Give an account another role; it holds from its next request on. Raises AccountError for the last admin."""
        as_what = role_of(role)

        def change(connection: Connection, row: Row[Any]) -> None:
            if as_what != "admin":
                _see_that_it_is_not_the_last(connection, row)
            connection.execute(update(accounts).where(accounts.c.id == row.id).values(role=as_what))
            note(connection, by, "account.role", row.name, before=row.role, now=as_what)

        change_account(self._archive, name, change)

    def set_password(self, name: str, password: str, *, by: str = LOCAL) -> None:
        """Give an account another password, end its sessions, and let it log in at once. Raises AccountError."""
        kept = self._hasher.hash(checked(password, known_name(name)))

        def change(connection: Connection, row: Row[Any]) -> None:
            connection.execute(update(accounts).where(accounts.c.id == row.id).values(hash=kept))
            ended = end_sessions(connection, row.id)
            forgive(connection, of_account(row.name))
            note(connection, by, "account.password", row.name, sessions=ended)

        change_account(self._archive, name, change)

    def disable(self, name: str, *, by: str = LOCAL) -> None:
        """Let an account in no more; its sessions end, its tokens rest. Raises AccountError for the last admin."""

        def change(connection: Connection, row: Row[Any]) -> None:
            _see_that_it_is_not_the_last(connection, row)
            connection.execute(update(accounts).where(accounts.c.id == row.id).values(disabled=True))
            note(connection, by, "account.disable", row.name, sessions=end_sessions(connection, row.id))

        change_account(self._archive, name, change)

    def enable(self, name: str, *, by: str = LOCAL) -> None:
        """Let an account in again; its tokens do what they did. Raises AccountError."""

        def change(connection: Connection, row: Row[Any]) -> None:
            connection.execute(update(accounts).where(accounts.c.id == row.id).values(disabled=False))
            note(connection, by, "account.enable", row.name)

        change_account(self._archive, name, change)

    def remove(self, name: str, *, by: str = LOCAL) -> None:
        """Take an account out with its sessions and tokens; what it did keeps its name. Raises AccountError."""

        def change(connection: Connection, row: Row[Any]) -> None:
            _see_that_it_is_not_the_last(connection, row)
            end_sessions(connection, row.id)
            connection.execute(delete(tokens).where(tokens.c.account_id == row.id))
            connection.execute(delete(accounts).where(accounts.c.id == row.id))
            note(connection, by, "account.remove", row.name, role=row.role)

        change_account(self._archive, name, change)


def change_account(archive: Archive, name: str, change: Callable[[Connection, Row[Any]], None]) -> None:
    """Change an account in one transaction, in which nobody else writes. Raises AccountError where there is none."""
    with archive.writing() as connection:
        lock(connection)
        row = connection.execute(select(accounts).where(accounts.c.name == known_name(name))).first()
        if row is None:
            raise _unknown(name)
        change(connection, row)


def _unknown(name: str) -> AccountError:
    return AccountError(f"there is no account {name!r:.80}; see all with: wortlaut accounts list", "unknown")


def _admins(connection: Connection) -> int:
    query = select(func.count()).select_from(accounts).where(accounts.c.role == "admin", ~accounts.c.disabled)
    return int(connection.execute(query).scalar_one())


def _see_that_it_is_not_the_last(connection: Connection, row: Row[Any]) -> None:
    if row.role == "admin" and not row.disabled and _admins(connection) < 2:
        raise AccountError(
            f"{row.name} is the last administrator; make another one first, or nobody could", "last-admin"
        )


def _listed() -> Select[Any]:
    held = (
        select(func.count()).where(table.c.account_id == accounts.c.id).scalar_subquery().label(table.name)
        for table in (sessions, tokens)
    )
    return select(accounts.c.name, accounts.c.role, accounts.c.created, accounts.c.disabled, *held)


def _account(row: Row[Any]) -> Account:
    return Account(
        row.name, row.role, datetime.fromisoformat(row.created), bool(row.disabled), row.sessions, row.tokens
    )
