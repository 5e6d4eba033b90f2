"""overview(): what an archive holds, at once; of a large one as it was counted some minutes ago."""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from wortlaut.archive import finding
from wortlaut.archive.archive import Archive
from wortlaut.archive.desk_schema import snapshots
from wortlaut.archive.dialect import dialect_of
from wortlaut.archive.finding import Count
from wortlaut.archive.identities import merged_away
from wortlaut.archive.schema import articles, outlets, people, statements, versions
from wortlaut.archive.searching import Query

SMALL = 1_000  # versions; up to so many, some 5,000 statements, all is counted whenever it is asked for: 10 ms
AGE = timedelta(minutes=10)  # after which an archive that has changed is counted anew
OLDEST = timedelta(hours=6)  # after which it is, even if no article came in
MUCH = 0.05  # share of new versions that need no waiting for AGE
_LEAST_AGE = timedelta(minutes=1)
_NAME = "overview"
_MOST = 50  # people and outlets with the most statements
_FORM = 2  # of what is kept
UNCERTAIN = 0.6  # a statement of a lower score deserves to be looked at


@dataclass(frozen=True, slots=True)
class Overview:
    """What an archive holds. `at` is when it was counted, UTC; `current` whether no article came in or went since.

    Statements are counted as `find` shows them: those of the latest versions, copies left out; `prints` with copies and
    earlier versions; `uncertain` are those of a score below UNCERTAIN. `people` are without those who were merged into
    others; `since` and `until` are the days of the first and the last dated article. Counts by person and by outlet are
    the most frequent only; by month they are in order, articles without `utterances` of their own.
    """

    at: datetime
    articles: int
    versions: int
    prints: int
    statements: int
    utterances: int
    uncertain: int
    people: int
    outlets: int
    since: date | None
    until: date | None
    by_month: tuple[Count, ...]
    articles_by_month: tuple[Count, ...]
    by_person: tuple[Count, ...]
    by_outlet: tuple[Count, ...]
    by_kind: tuple[Count, ...]
    last_version: int
    current: bool = True


def overview(archive: Archive) -> Overview | None:
    """What the archive holds; a large one as it was when `refresh_overview` counted it, None where it never did."""
    with archive.reading() as connection:
        last = _last_version(connection)
        if last <= SMALL:
            return _counted(connection)
        held = _kept(connection)
    return replace(held, current=held.last_version == last) if held else None


def is_due(archive: Archive) -> bool:
    """Whether a large archive has to be counted anew."""
    with archive.reading() as connection:
        last = _last_version(connection)
        if last <= SMALL:
            return False
        held = _kept(connection)
    if held is None:
        return True
    age = datetime.now(UTC) - held.at
    new = abs(last - held.last_version)
    much = new > MUCH * max(held.versions, 1) and age > _LEAST_AGE
    return age > OLDEST or (new > 0 and age > AGE) or much


def refresh_overview(archive: Archive, *, anyway: bool = False) -> bool:
    """Count a large archive anew where it is due, or `anyway`; returns whether it was. A million statements take some
    5 seconds, in which readers read on. Raises ArchiveError where it cannot be written down.
    """
    if not anyway and not is_due(archive):
        return False
    with archive.reading(steady=True) as connection:
        made = _counted(connection)
    data = zlib.compress(json.dumps(_plain(made), ensure_ascii=False).encode())
    with archive.writing() as connection:
        dialect_of(connection.dialect.name).lock(connection)
        connection.execute(delete(snapshots).where(snapshots.c.name == _NAME))
        row = {"name": _NAME, "at": made.at.isoformat(timespec="seconds"), "data": data}
        connection.execute(insert(snapshots).values(row))
    return True


def _last_version(connection: Connection) -> int:
    return connection.execute(select(func.max(versions.c.id))).scalar() or 0


def _counted(connection: Connection) -> Overview:
    dialect, everything = dialect_of(connection.dialect.name), Query()

    def size(table: Any) -> int:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())

    def by(group: Any) -> tuple[Count, ...]:
        return tuple(finding.counts(connection, dialect, everything, group, _MOST))

    total = finding.total(connection, dialect, everything)
    days = connection.execute(select(versions.c.day, func.count()).where(versions.c.latest).group_by(versions.c.day))
    by_day = {int(day): int(number) for day, number in days}
    dated = [day for day in by_day if day > 0]
    months = tuple(Count(month, number, number) for month, number in by_month(by_day).items())
    return Overview(
        datetime.now(UTC).replace(microsecond=0), size(articles), size(versions), size(statements),
        total.statements, total.utterances, _uncertain(connection), size(people) - merged_away(connection),
        size(outlets),
        date.fromordinal(min(dated)) if dated else None, date.fromordinal(max(dated)) if dated else None,
        by("month"), months, by("person"), by("outlet"), by("kind"), _last_version(connection),
    )  # fmt: skip


def _uncertain(connection: Connection) -> int:
    query = select(func.count()).select_from(statements).where(statements.c.latest, ~statements.c.copy)
    return connection.execute(query.where(statements.c.score < UNCERTAIN)).scalar_one()


def by_month(by_day: Mapping[int, int]) -> dict[str | None, int]:
    """Numbers of days (ordinals, 0: not known) as those of months ("2026-03"; None: not known), in their order."""
    found = Counter[str]()
    for day, number in by_day.items():
        found[date.fromordinal(day).isoformat()[:7] if day > 0 else ""] += number
    return {month or None: number for month, number in sorted(found.items())}


_COUNTS = ("by_month", "articles_by_month", "by_person", "by_outlet", "by_kind")


def _plain(made: Overview) -> dict[str, Any]:
    """As JSON has it."""
    plain = asdict(made) | {name: _rows(getattr(made, name)) for name in _COUNTS}
    for name in ("at", "since", "until"):
        plain[name] = plain[name].isoformat() if plain[name] else None
    del plain["current"]
    return {"form": _FORM, **plain}


def _rows(counts: Sequence[Count]) -> list[tuple[str | None, int, int]]:
    return [(one.name, one.statements, one.utterances) for one in counts]


def _kept(connection: Connection) -> Overview | None:
    """As it was written down; None where it was not, or cannot be read."""
    data = connection.execute(select(snapshots.c.data).where(snapshots.c.name == _NAME)).scalar_one_or_none()
    if data is None:
        return None
    try:
        plain = json.loads(zlib.decompress(data))
        if plain.pop("form") != _FORM:
            return None
        counts: dict[str, Any] = {name: tuple(Count(*row) for row in plain.pop(name)) for name in _COUNTS}
        at = datetime.fromisoformat(plain.pop("at"))
        since, until = (date.fromisoformat(day) if (day := plain.pop(name)) else None for name in ("since", "until"))
        return Overview(at=at, since=since, until=until, **counts, **plain)
    except (zlib.error, ValueError, KeyError, TypeError):  # damaged counts are made anew
        return None
