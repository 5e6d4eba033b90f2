"""Tokens: keys of programs that act for an account, within scopes; each is shown once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, RowMapping, and_, delete, func, insert, or_, select, update

from wortlaut.archive import Archive
from wortlaut.archive.desk_schema import accounts, tokens
from wortlaut.archive.writing import Numbers
from wortlaut.desk.audit import iso, note
from wortlaut.desk.keys import key_hash, new_key
from wortlaut.desk.locking import lock
from wortlaut.desk.roles import SCOPES, Role, Scope, covers, role_of, scopes_of
from wortlaut.desk.sessions import Clock, utc_now
from wortlaut.desk.touches import is_due, touch
from wortlaut.errors import AccountError

PREFIX = "wl_"  # so that scanners of source code find one that was left there
MOST = 50  # of one account
LONGEST_NAME = 60  # code points


@dataclass(frozen=True, slots=True)
class Token:
    """What is known of a token; never the key itself. `used` and `expires` are None for never."""

    id: int
    account: str
    role: Role
    name: str
    scopes: frozenset[Scope]
    created: datetime
    used: datetime | None
    expires: datetime | None


class Tokens:
    """The tokens of an archive."""

    def __init__(self, archive: Archive, *, clock: Clock = utc_now) -> None:
        self._archive = archive
        self._clock = clock

    def make(
        self, account: str, name: str, scopes: Iterable[str], *, days: int | None = None, by: str | None = None
    ) -> str:
        """A new token of an account, good for some days or, with None, until it is revoked; returns its key.

        `by` makes it, the account itself if not given. Raises AccountError: an account that is not there or disabled,
        a name or scope that does not do, a scope beyond the account's role.
        """
        called, wanted, expires = _name(name), scopes_of(scopes), self._expires(days)
        key, now = new_key(PREFIX), self._clock()
        with self._archive.writing() as connection:
            lock(connection)
            row = connection.execute(
                select(accounts.c.id, accounts.c.role).where(accounts.c.name == account, ~accounts.c.disabled)
            ).first()
            if row is None:
                raise AccountError(f"there is no account {account!r:.80} that may log in", "unknown")
            _see_that_it_may(role_of(row.role), wanted)
            held = connection.execute(select(func.count()).where(tokens.c.account_id == row.id)).scalar_one()
            if held >= MOST:
                raise AccountError(f"{account} has {MOST} tokens; revoke one that is not needed", "many")
            connection.execute(
                insert(tokens).values(
                    id=Numbers(connection).next(tokens), hash=key_hash(key), account_id=row.id, name=called,
                    scopes=" ".join(sorted(wanted)), created=iso(now), used=None,
                    expires=iso(expires) if expires else None,
                )
            )  # fmt: skip
            note(connection, by or account, "token.make", account, name=called, scopes=sorted(wanted))
        return key

    def of(self, account: str) -> Sequence[Token]:
        """Those of an account, also those that have run out, the newest first."""
        with self._archive.reading() as connection:
            query = _LISTED.where(accounts.c.name == account).order_by(tokens.c.id.desc())
            return [_token(row) for row in connection.execute(query).mappings()]

    def valid(self) -> Sequence[Token]:
        """Those of all accounts that let somebody in, by account, the newest first."""
        with self._archive.reading() as connection:
            query = _LISTED.where(_is_valid(self._clock())).order_by(accounts.c.name, tokens.c.id.desc())
            return [_token(row) for row in connection.execute(query).mappings()]

    def revoke(self, id_: int, account: str, *, by: str | None = None) -> bool:
        """Take a token of an account back; whether there was one."""
        with self._archive.writing() as connection:
            lock(connection)
            own = select(accounts.c.id).where(accounts.c.name == account).scalar_subquery()
            meant = (tokens.c.id == id_, tokens.c.account_id == own)
            name = connection.execute(select(tokens.c.name).where(*meant)).scalar()
            if name is None:
                return False
            connection.execute(delete(tokens).where(*meant))
            note(connection, by or account, "token.revoke", account, name=name)
        return True

    def find(self, key: str) -> Token | None:
        """The token of a key, None where there is none (any more); notes that it was used."""
        if not key.startswith(PREFIX):
            return None
        now = self._clock()
        query = _LISTED.where(tokens.c.hash == key_hash(key), _is_valid(now))
        with self._archive.reading() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            return None
        if is_due(row["used"], now):
            touch(self._archive, update(tokens).where(tokens.c.id == row["id"]).values(used=iso(now)))
        return _token(row)

    def _expires(self, days: int | None) -> datetime | None:
        if days is None:
            return None
        if not 1 <= days <= 3650:
            raise AccountError(f"a token can be good for 1 to 3650 days, not for {days}", "days")
        return self._clock() + timedelta(days=days)


_LISTED = select(
    tokens.c.id, tokens.c.name.label("called"), tokens.c.scopes, tokens.c.created, tokens.c.used, tokens.c.expires,
    accounts.c.name, accounts.c.role,
).join(accounts, accounts.c.id == tokens.c.account_id)  # fmt: skip


def _is_valid(now: datetime) -> ColumnElement[bool]:
    return and_(~accounts.c.disabled, or_(tokens.c.expires.is_(None), tokens.c.expires > iso(now)))


def _see_that_it_may(role: Role, wanted: Iterable[Scope]) -> None:
    for scope in sorted(wanted):
        if not covers(role, SCOPES[scope]):
            raise AccountError(f"the scope {scope!r} needs the role {SCOPES[scope]}, the account is {role}", "beyond")


def _name(given: str) -> str:
    name = " ".join(given.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise AccountError(
            f"{given!r:.80} is no name for a token; say in 1 to {LONGEST_NAME} signs what it is for", "token-name"
        )
    return name


def _token(row: RowMapping) -> Token:
    return Token(
        row["id"], row["name"], row["role"], row["called"],
        frozenset(scope for scope in SCOPES if scope in row["scopes"].split()),
        datetime.fromisoformat(row["created"]), _moment(row["used"]), _moment(row["expires"]),
    )  # fmt: skip


def _moment(given: str | None) -> datetime | None:
    return None if given is None else datetime.fromisoformat(given)
