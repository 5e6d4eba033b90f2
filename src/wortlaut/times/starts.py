"""Which words can begin an expression of time, so that patterns are tried at few places only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from wortlaut.languages import de_times as words
from wortlaut.times.numerals import cardinals, ordinals

_ENDINGS = ("", "e", "en", "er", "em", "es", "s", "n")
_NUMERIC = re.compile(r"[0-9]")
_MAX_WORD = 40  # code points
_COMPOUND = {
    "w": re.compile(f"(?:{'|'.join(words.WEEKDAYS)})(?:{'|'.join(words.DAYPARTS)})?(?:e[ns]?|s)?"),
    "y": re.compile(rf"\w*(?:{'|'.join(words.LASTING)})\w{{0,3}}|\w+mal|(?:{'|'.join(words.TENS)}|zehn)er\w*"),
    "x": re.compile("q[1-4]"),
}


@lru_cache(maxsize=8192)
def classes(word: str) -> str:
    """The classes of a lower-cased word that can begin an expression, as letters; empty for any other word.

    0 digits, d determiner, n number in words, o ordinal in words, t adjective such as "vergangen", w weekday, m month,
    s season, p part of a day, u unit, e edge ("Anfang"), x another word of a point in time, y one of a duration
    or repetition, i "im".

    >>> classes("dienstagabend"), classes("der"), classes("haus")
    ('w', 'd', '')
    """
    if len(word) > _MAX_WORD:
        return ""
    if _NUMERIC.match(word):
        return "0"
    return _lexicon().get(word, "") + "".join(c for c, pattern in _COMPOUND.items() if pattern.fullmatch(word))


@cache
def _lexicon() -> dict[str, str]:
    found: dict[str, str] = {}
    for letter, names, endings in (
        ("d", words.DETERMINERS, ("",)), ("n", [*cardinals(), *words.UNTOLD, *words.ABOUT], ("",)),
        ("n", words.FRACTIONS, _ENDINGS), ("o", ordinals(), _ENDINGS), ("t", [*words.TURNS, *words.WHOLE], _ENDINGS),
        ("m", words.MONTHS, ("", "s")), ("m", words.MONTHS_SHORT, ("",)), ("s", words.SEASONS, ("", "s")),
        ("p", [*words.DAYPARTS, *words.DAYPARTS_USUAL, *words.DAYPART_QUALITIES], _ENDINGS),
        ("u", words.UNITS, _ENDINGS), ("e", words.EDGE_WORDS, ("",)), ("x", _points(), _ENDINGS),
        ("w", words.WEEKDAYS_SHORT, ("",)), ("y", words.FREQUENCIES, _ENDINGS), ("y", words.SET_OPENERS, ("",)),
        ("i", ("im",), ("",)), ("y", ("lange", "langen"), ("",)), ("x", ("jahr", "jahre", "jahres"), ("",)),
    ):  # fmt: skip
        for name in names:
            for ending in endings:
                word = name.split()[0] + ending
                found[word] = found.get(word, "") + ("" if letter in found.get(word, "") else letter)
    return found


def _points() -> Iterable[str]:
    phrases = {word for group in words.PHRASES.values() for phrase in group for word in phrase.split()}
    groups: tuple[Iterable[str], ...] = (
        words.DAYS_AWAY, words.DAYS_AWAY_STEMS, words.YEARS_AWAY_STEMS, words.NEIGHBOURS, words.EDGES, words.THIS_YEAR,
        words.PAST_WORDS, words.PRESENT_WORDS, words.FUTURE_WORDS, words.HOLIDAYS, words.POINT_OPENERS,
    )  # fmt: skip
    return [*(phrases - set(words.DETERMINERS)), *(word for group in groups for word in group)]
