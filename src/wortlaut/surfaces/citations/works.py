"""Work: what a bibliography knows of something that is cited, whatever its format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from wortlaut.archive.searching import written_out
from wortlaut.surfaces.characters import shortened, visible

WorkKind = Literal["newspaper", "webpage", "document"]
TITLES = 400  # columns of a title, name or outlet
_KEY_WORD = 20  # letters of the name in a key
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, with month and day where they are known."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month, day, as far as they are known."""
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)

    @property
    def iso(self) -> str:
        """The same after ISO 8601."""
        return "-".join(f"{part:0{4 if place == 0 else 2}}" for place, part in enumerate(self.parts))


@dataclass(frozen=True, slots=True)
class Work:
    """An article or a report as it is cited. `key` is the same at each time and in each archive.

    `published` is what the page calls its date. `url` is an address of a web page without any sign that a format could
    take for its own, `accessed` the day on which it was there. `note` says what of it is cited.
    """

    key: str
    kind: WorkKind
    title: str | None
    container: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    accessed: date | None = None
    language: str | None = None
    note: str | None = None

    @property
    def moment(self) -> Moment | None:
        """When it was published; None where the page says nothing that is a date."""
        return moment(self.published)


def moment(written: str | None) -> Moment | None:
    """The date of an ISO 8601 date or date and time; None where it is none.

    >>> moment("2026-03-02T08:00:00+01:00"), moment("2026-13-02"), moment("gestern")
    (Moment(year=2026, month=3, day=2), None, None)
    """
    match = _DAY.match(written or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    return Moment(year or 0, month, day)


def day_of(day: date) -> Moment:
    """A day as a moment."""
    return Moment(day.year, day.month, day.day)


def key(name: str, year: int | None, digest: str) -> str:
    """A key of letters, digits and hyphens.

    >>> key("Eva Brändt-Öhler", 2026, "1a2b3c4d5e6f")
    'braendtoehler2026-1a2b3c4d'
    """
    last = (name.split() or [""])[-1]
    word = re.sub("[^a-z0-9]", "", written_out(last))[:_KEY_WORD] or "wortlaut"
    return f"{word}{year or ''}-{digest[:8]}"


def line(text: str | None, most: int = TITLES) -> str:
    """Text of an article in one line, in at most so many columns, with what could act made visible."""
    return " ".join(shortened(visible(text or ""), most).split())
