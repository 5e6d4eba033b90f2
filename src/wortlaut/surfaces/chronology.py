"""Which of several articles came first, and days in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from wortlaut.kept import Kept
from wortlaut.surfaces.moments import moment

_LAST = datetime.max.replace(tzinfo=UTC)


def published(kept: Kept) -> tuple[date, datetime]:
    """A key to sort articles by when they were published.

    Those that tell a day alone come after those of the same day that tell the hour, for nothing shows that they were
    first; those without a date come last. A time without a zone counts as UTC.
    """
    given = kept.analysis.article.published or ""
    try:
        time = datetime.fromisoformat(given)
    except ValueError:
        return date.max, _zoned(kept.added) if kept.added else _LAST
    if "T" not in given and ":" not in given:
        return time.date(), _LAST
    return time.date(), _zoned(time)


def published_on(kept: Kept) -> date | None:
    """The day an article was published, as it tells it; None where it tells none."""
    day = published(kept)[0]
    return None if day == date.max else day


def before(one: Kept, two: Kept) -> bool:
    """Whether it is shown that an article was published before another: not where one has no date, nor where they are
    of one day and do not both tell the hour.
    """
    (first, first_time), (second, second_time) = published(one), published(two)
    if date.max in (first, second):
        return False
    return first < second if _LAST in (first_time, second_time) else first_time < second_time


def _zoned(time: datetime) -> datetime:
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def day_in_words(say: Mapping[str, str], day: date | None) -> str:
    """The day with its weekday, or that there is none."""
    return (moment(say, day.isoformat()) or day.isoformat()) if day else say["undated"]
