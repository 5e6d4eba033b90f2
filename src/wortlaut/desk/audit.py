"""Audit: who changed what, and when; never with words of an article."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select

from wortlaut.archive import Archive
from wortlaut.archive.desk_schema import audit

LONGEST = 200  # code points of what is noted of a target


@dataclass(frozen=True, slots=True)
class Noted:
    """One change: `account` did `action` to `target`; `detail` says more, as names and plain values in JSON."""

    id: int
    at: datetime
    account: str
    action: str
    target: str | None
    detail: str | None


def note(connection: Connection, account: str, action: str, target: str | None = None, **detail: object) -> None:
    """Note a change in the transaction that makes it, so that neither is without the other."""
    last = connection.execute(select(func.max(audit.c.id))).scalar() or 0
    connection.execute(
        insert(audit).values(
            id=last + 1, at=now(), account=account, action=action, target=target[:LONGEST] if target else None,
            detail=json.dumps(detail, ensure_ascii=False) if detail else None,
        )
    )  # fmt: skip


def noted(archive: Archive, *, before: int | None = None, limit: int = 50) -> Sequence[Noted]:
    """Changes, the newest first; `before` is the id of the last one that was seen."""
    query = select(audit).order_by(audit.c.id.desc()).limit(limit)
    query = query.where(audit.c.id < before) if before is not None else query
    with archive.reading() as connection:
        rows = connection.execute(query).mappings().all()
    return [Noted(**{**row, "at": datetime.fromisoformat(row["at"])}) for row in rows]


def now() -> str:
    """The time as the tables have it: ISO 8601, UTC, in seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")
