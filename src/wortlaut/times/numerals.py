"""Numbers as German writes them, in digits or words."""

from __future__ import annotations

import re
from functools import cache

from wortlaut.languages import de_times as words

_ONES = {name: number for name, number in words.NUMBERS.items() if 1 <= number <= 9}


@cache
def cardinals() -> dict[str, int]:
    """The words for 0 to 99, for 100 and for 1000."""
    found = {**words.NUMBERS, **words.TENS, **words.HUNDREDS}
    for ten, tens in words.TENS.items():
        for one, ones in _ONES.items():
            found[f"{one}und{ten}"] = tens + ones
    return found


@cache
def ordinals() -> dict[str, int]:
    """The stems of the ordinal words for 1 to 99: "zweit", "zwanzigst"."""
    found = {
        f"{name}{'t' if number < 20 else 'st'}": number for name, number in cardinals().items() if 1 < number < 100
    }
    return found | words.ORDINALS


def number(text: str) -> float | None:
    """The number that the words say, None where they do not say it.

    >>> number("einundzwanzig"), number("1,5"), number("anderthalb"), number("ein paar")
    (21, 1.5, 1.5, None)
    """
    lowered = text.lower()
    if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+", lowered):
        return int(lowered.replace(".", ""))
    if re.fullmatch(r"[0-9]{1,6}(?:[.,][0-9]{1,3})?", lowered):
        told = float(lowered.replace(",", "."))
        return int(told) if told.is_integer() else told
    if lowered in cardinals():
        return cardinals()[lowered]
    return next((half for stem, half in words.FRACTIONS.items() if lowered.startswith(stem)), None)


def ordinal(text: str) -> int | None:
    """The number of "18.", "dritten" or "zwanzigste".

    >>> ordinal("18."), ordinal("zwanzigsten"), ordinal("Herbst")
    (18, 20, None)
    """
    if text.rstrip(". ").isdecimal():
        return int(text.rstrip(". "))
    return ordinals().get(re.sub(r"e[nrsm]?$", "", text.lower()))
