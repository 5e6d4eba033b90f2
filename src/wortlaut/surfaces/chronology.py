"""Days in words: when an article was published, and when its words were said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from wortlaut.kept import Kept, published_on
from wortlaut.surfaces.moments import moment


def day_in_words(say: Mapping[str, str], day: date | None) -> str:
    """The day with its weekday, or that there is none."""
    return (moment(say, day.isoformat()) or day.isoformat()) if day else say["undated"]


def said_apart(kept: Kept, day: date | None) -> date | None:
    """The day of a statement, that of saying or else of publication, where it is another one than its article's."""
    return None if day == published_on(kept) else day


def days_in_words(say: Mapping[str, str], kept: Kept, day: date | None) -> list[str]:
    """When an article was published and, where that is another day, when the words of its statement were said."""
    said = said_apart(kept, day)
    told = [day_in_words(say, published_on(kept))]
    return [*told, say["said.on"].format(day=day_in_words(say, said))] if said else told
