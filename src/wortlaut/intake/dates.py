"""iso_date(): dates as German tables and feeds write them, as ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_ISO = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d.*)?")
_GERMAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:,?\s+(\d{1,2}:\d\d(?::\d\d)?)(?:\s*Uhr)?)?")


def iso_date(written: str) -> str | None:
    """The date, or date and time, that is written in ISO 8601 or in German figures; None where it is neither.

    >>> iso_date("19.6.2024"), iso_date("19.06.2024 8:30 Uhr"), iso_date("2024-06-19T08:30:00+02:00")
    ('2024-06-19', '2024-06-19T08:30:00', '2024-06-19T08:30:00+02:00')
    >>> iso_date("31.06.2024") is None
    True
    """
    stripped = written.strip()
    german = _GERMAN.fullmatch(stripped)
    if german:
        day, month, year, time = german.groups()
        stripped = f"{year}-{month:0>2}-{day:0>2}" + (f"T{time:0>{8 if time.count(':') == 2 else 5}}" if time else "")
    if not _ISO.fullmatch(stripped):
        return None
    try:
        moment = datetime.fromisoformat(stripped)
    except ValueError:
        return None
    return moment.isoformat() if german and german[4] else stripped


def feed_date(written: str) -> str | None:
    """The date of a feed's entry, RFC 822 or ISO 8601, with the offset from UTC that it names; None if it is neither.

    >>> feed_date("Wed, 19 Jun 2024 08:30:00 +0200")
    '2024-06-19T08:30:00+02:00'
    """
    from email.utils import parsedate_to_datetime  # imports socket

    found = iso_date(written)
    if found:
        return found
    try:
        return parsedate_to_datetime(written.strip()).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def latest(written: str) -> datetime | None:
    """The latest moment that an ISO 8601 date can mean, in UTC: of a day its end; without an offset UTC is taken.

    >>> latest("2024-06-19").isoformat()
    '2024-06-19T23:59:59.999999+00:00'
    """
    try:
        if len(written) == len("2024-06-19"):
            return datetime.combine(date.fromisoformat(written), datetime.max.time(), UTC)
        moment = datetime.fromisoformat(written)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
