"""The words of the pages, German and English: one module a page, the same keys in both; beside those of `surfaces`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

from wortlaut.surfaces.words import TABLE, Language, date, number, percent, words


class Say:
    """The interface's words in one language; `say("key", name=value)` fills what stands in braces."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self.table = table(language)

    def __call__(self, key: str, **values: object) -> str:
        """The words of a key, filled. Raises KeyError."""
        said = self.table[key]
        return said.format(**values) if values else said

    def knows(self, key: str) -> bool:
        """Whether there are words for a key."""
        return key in self.table

    def count(self, key: str, count: int) -> str:
        """A number of things: `key.one` or `key.many`, whose {count} is filled."""
        return self.table[f"{key}.one"] if count == 1 else self.table[f"{key}.many"].format(count=self.number(count))

    def number(self, count: int) -> str:
        """A whole number with its thousands apart."""
        return number(self.table, count)

    def percent(self, score: float) -> str:
        """A score 0..1."""
        return percent(self.table, score)

    def date(self, given: object) -> str:
        """A date or moment, or its ISO 8601 form, in words; empty for None."""
        if given is None:
            return ""
        return date(self.table, given.isoformat() if hasattr(given, "isoformat") else str(given))


@cache
def table(language: Language) -> Mapping[str, str]:
    """All words of a language: those of the surfaces, then those of each page."""
    found = dict(words(language))
    for one in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{one.name}")
        found.update(module.GERMAN if language == "de" else module.ENGLISH)
    return found


LANGUAGES: tuple[Language, ...] = tuple(TABLE)
