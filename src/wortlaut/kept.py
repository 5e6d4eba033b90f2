"""Kept: an analysis as an archive keeps it, with what the archive knows beyond the article; which came first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from wortlaut.record import Analysis
from wortlaut.statements import Statement

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Kept:
    """One version of an article in an archive.

    `article` and `version` are numbers within the archive: of the source, and of its versions from 1 on. `added` is
    when the version came in, UTC; `model` is the version of the model that read it. `people` gives for an id of the
    analysis's people the number of the person in the archive, which is the same in all articles. `utterances` gives for
    the id of a statement the number of its utterance, the same for the same statement in other articles. `story` is the
    number of the group of articles that carry the same agency copy, or None where no other article does. `latest`
    is false where the article was changed later.
    """

    analysis: Analysis
    article: int = 0
    version: int = 1
    added: datetime | None = None
    people: Mapping[str, int] = field(default_factory=dict)
    utterances: Mapping[str, int] = field(default_factory=dict)
    story: int | None = None
    model: str = ""
    latest: bool = True

    def address(self, statement: Statement) -> str:
        """The address of a statement that is unique in an archive, as "17.2/s4"."""
        return f"{self.article}.{self.version}/{statement.id}"


@dataclass(frozen=True, slots=True, order=True)
class Published:
    """When an article was published, to sort by.

    Articles that tell a day alone come after those of the same day that tell the hour, for nothing shows that they were
    first; those without a day come last, by when they came into the archive. Of the same time the one comes first that
    has the lower numbers in the archive.
    """

    day: date
    moment: datetime
    article: int
    version: int


def published(kept: Kept) -> Published:
    """When a version of an article was published. A time without a zone counts as UTC.

    >>> from wortlaut.text import Article
    >>> early, late = (Kept(Analysis(Article("", published=f"2026-03-04{hour}"), (), ())) for hour in ("T09:00", ""))
    >>> published(early) < published(late), before(early, late)
    (True, False)
    """
    given = kept.analysis.article.published or ""
    day = _day(given)
    moment = _moment(given) if day else kept.added
    return Published(day or date.max, _zoned(moment) if moment else _LAST, kept.article, kept.version)


def published_on(kept: Kept) -> date | None:
    """The day an article was published, as it tells it; None where it tells none."""
    return _day(kept.analysis.article.published or "")


def before(one: Kept, two: Kept) -> bool:
    """Whether it is shown that an article was published before another: not where one has no day, nor where they are of
    one day and do not both tell the hour.
    """
    first, second = published(one), published(two)
    if date.max in (first.day, second.day):
        return False
    return first.day < second.day if _LAST in (first.moment, second.moment) else first.moment < second.moment


def _day(given: str) -> date | None:
    try:
        return date.fromisoformat(given[:10]) if _DAY.match(given) else None
    except ValueError:
        return None


def _moment(given: str) -> datetime | None:
    """The moment, None where the day alone is told."""
    try:
        return datetime.fromisoformat(given) if len(given) > len("2026-03-04") else None
    except ValueError:
        return None


def _zoned(time: datetime) -> datetime:
    return time if time.tzinfo else time.replace(tzinfo=UTC)
