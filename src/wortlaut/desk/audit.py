"""Audit: who changed what, and when; never with words of an article."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, Select, func, insert, select, update

from wortlaut.archive import Archive
from wortlaut.archive.desk_schema import audit
from wortlaut.archive.packing import storable
from wortlaut.archive.writing import Numbers
from wortlaut.desk.locking import lock

LONGEST = 200  # code points of what is noted of a target
_TOGETHER = 500
_ADDRESSES = timedelta(days=90)  # that they are kept


@dataclass(frozen=True, slots=True)
class Noted:
    """One change: `account` did `action` to `target`; `detail` says more, as names and plain values in JSON."""

    id: int
    at: datetime
    account: str
    action: str
    target: str | None
    detail: str | None


@dataclass(frozen=True, slots=True)
class Sought:
    """Which changes are meant: of an account, an action ("login", also "login.failed" and so on), days (UTC).

    None is no condition.
    """

    account: str | None = None
    action: str | None = None
    since: date | None = None
    until: date | None = None


ALL = Sought()


def note(connection: Connection, account: str, action: str, target: str | None = None, **detail: object) -> None:
    """Note a change in the transaction that makes it, so that neither is without the other."""
    lock(connection)
    about = storable(target[:LONGEST]) if target else None
    connection.execute(
        insert(audit).values(
            id=Numbers(connection).next(audit), at=now(), account=account, action=action, target=about,
            detail=storable(json.dumps(detail, ensure_ascii=False)) if detail else None,
        )
    )  # fmt: skip


def noted(archive: Archive, *, before: int | None = None, limit: int = 50, of: Sought = ALL) -> Sequence[Noted]:
    """Changes, the newest first; `before` is the id of the last one that was seen."""
    query = _wanted(of).order_by(audit.c.id.desc()).limit(limit)
    query = query.where(audit.c.id < before) if before is not None else query
    with archive.reading() as connection:
        rows = connection.execute(query).mappings().all()
    return [Noted(**{**row, "at": datetime.fromisoformat(row["at"])}) for row in rows]


def every_note(archive: Archive, of: Sought = ALL) -> Iterator[Noted]:
    """All of them, the newest first, however many there are."""
    last: int | None = None
    while some := noted(archive, before=last, limit=_TOGETHER, of=of):
        yield from some
        last = some[-1].id


def actions(archive: Archive) -> Sequence[str]:
    """What was ever done, by name."""
    with archive.reading() as connection:
        return connection.execute(select(audit.c.action).distinct().order_by(audit.c.action)).scalars().all()


def _wanted(of: Sought) -> Select[tuple[object, ...]]:
    query = select(audit)
    if of.account is not None:
        query = query.where(audit.c.account == storable(of.account))
    if of.action is not None:
        action = storable(of.action)
        below = f"{action}."
        query = query.where((audit.c.action == action) | (func.substr(audit.c.action, 1, len(below)) == below))
    # dates of one form and one zone are ordered as text
    if of.since is not None:
        query = query.where(audit.c.at >= of.since.isoformat())
    if of.until is not None:
        query = query.where(audit.c.at < (of.until + timedelta(days=1)).isoformat())
    return query


def forget_addresses(connection: Connection, at: datetime) -> None:
    """Take address and browser out of what was noted of logins a good while ago: they are data about people."""
    old = (audit.c.at < iso(at - _ADDRESSES), audit.c.detail.is_not(None))
    meant = audit.c.action.in_(("login", "login.failed"))
    connection.execute(update(audit).where(meant, *old).values(detail=None))


def iso(moment: datetime) -> str:
    """A time as the tables have it: ISO 8601, UTC, in seconds."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def now() -> str:
    """The time, in the same form."""
    return iso(datetime.now(UTC))
