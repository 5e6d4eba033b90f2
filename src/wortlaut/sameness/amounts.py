"""The numbers of a text by their value, in digits or words."""

from __future__ import annotations

import re
from functools import cache

from wortlaut.languages import de_sameness as words
from wortlaut.times.numerals import cardinals

_TOKEN = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.:,]\d+)*|[^\W\d_]+")
_GROUPED = re.compile(r"\d{1,3}(?:[. \u00a0\u202f]\d{3})+(?:,\d+)?")
_GROUPING = re.compile(r"[. \u00a0\u202f]")
_YEARS = frozenset(map(float, range(1900, 2101)))
_EQUAL = 1e-6
_NEAR = 0.06  # share by which a rough number may differ


def amounts(text: str) -> frozenset[float]:
    """The values of all numbers but "ein" and "null".

    >>> sorted(amounts("2,5 Millionen Euro, 1.200 Stellen und zwanzig Prozent, also ein Fünftel"))
    [0.2, 20.0, 1200.0, 2500000.0]
    """
    found: list[float] = []
    before = False  # whether a number stands right before
    for token in _TOKEN.findall(text.lower()):
        value = _value(token)
        factor = words.MULTIPLIERS.get(token)
        if factor is not None:
            if before:
                found[-1] *= factor
        elif token in words.SHARES:
            _share(found, words.SHARES[token], before)
        elif value is not None:
            found.append(value)
        before = value is not None or (token in words.SHARES and bool(found))
    return frozenset(round(one, 4) for one in found if one not in (0.0, 1.0))


def agree(one: frozenset[float], two: frozenset[float], *, rough: bool) -> float:
    """The share of all numbers that both sets have, 0..1; 0 where one has none."""
    tolerance = _NEAR if rough else _EQUAL
    shared = min(len(values) - _alone(values, others, tolerance) for values, others in ((one, two), (two, one)))
    return shared / (len(one) + len(two) - shared) if shared else 0.0


def contradict(one: frozenset[float], two: frozenset[float], *, rough: bool) -> float:
    """The share of the smaller set that has no equal in the other, where each set has such; else 0.

    A `rough` text ("rund", "fast") may differ by some hundredths.
    """
    if one == two or not one or not two or one <= two or two <= one:
        return 0.0
    tolerance = _NEAR if rough else _EQUAL
    alone = [_alone(values, others, tolerance) for values, others in ((one, two), (two, one))]
    return min(alone) / min(len(one), len(two)) if min(alone) else 0.0


def _alone(values: frozenset[float], others: frozenset[float], tolerance: float) -> int:
    return sum(all(abs(v - o) > _leeway(v, tolerance) for o in others) for v in values - others)


def _leeway(value: float, tolerance: float) -> float:
    """A year is never a rough one."""
    return 0.5 if value in _YEARS else tolerance * value


def _share(found: list[float], share: float, before: bool) -> None:
    """ "drei Viertel" is one number; "halbe Million" gets its factor from what follows."""
    if before:
        found[-1] *= share
    else:
        found.append(share)


def _value(token: str) -> float | None:
    if not token[0].isdecimal():
        return _words().get(token)
    if _GROUPED.fullmatch(token):
        token = _GROUPING.sub("", token)
    parts = re.split(r"[.:,]", token)
    return float(parts[0][:15]) if len(parts) == 1 else float(f"{parts[0][:15]}.{parts[1][:6]}")


@cache
def _words() -> dict[str, float]:
    known = {word: float(value) for word, value in cardinals().items() if value > 1}
    return known | words.FACTORS
