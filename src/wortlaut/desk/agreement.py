"""How far readers agree, and how sure a share is: Krippendorff's alpha, Wilson's interval. Pure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

_Z = 1.959963984540054  # of 95 %, two-sided


@dataclass(frozen=True, slots=True)
class Agreement:
    """`alpha` of the units that at least two readers judged, None where all values are the same or there are none.

    `pairs` counts pairs of judgements of the same unit, `same` those that agree.
    """

    units: int
    pairs: int
    same: int
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Share:
    """`right` of `all`, with the interval in which the true share lies in 95 of 100 cases, 0..1."""

    right: int
    all: int
    low: float
    high: float

    @property
    def value(self) -> float | None:
        """The share, None of nothing."""
        return self.right / self.all if self.all else None


def agreement(units: Iterable[Sequence[Hashable]]) -> Agreement:
    """Krippendorff's alpha for nominal values: for each unit the values that readers gave it.

    Klaus Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), from the coincidences of values: a unit with
    m values has m (m - 1) ordered pairs, which weigh 1 / (m - 1).

    >>> agreement([("ja", "ja"), ("ja", "nein"), ("nein", "nein"), ("ja",)])
    Agreement(units=3, pairs=3, same=2, alpha=0.4444444444444444)
    """
    judged = [Counter(values) for values in units if len(values) > 1]
    total: Counter[Hashable] = Counter()
    unlike = pairs = same = 0.0
    for values in judged:
        size = values.total()
        alike = sum(number * (number - 1) for number in values.values())
        unlike += (size * (size - 1) - alike) / (size - 1)
        pairs += size * (size - 1) / 2
        same += alike / 2
        total += values
    number = total.total()
    chance = number**2 - sum(one**2 for one in total.values())
    alpha = 1 - (number - 1) * unlike / chance if chance else None
    return Agreement(len(judged), int(pairs), int(same), alpha)


def share(right: int, all: int) -> Share:
    """A share with Wilson's interval of 95 %.

    Edwin B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, JASA 22 (1927).

    >>> found = share(9, 10)
    >>> round(found.low, 3), round(found.high, 3)
    (0.596, 0.982)
    """
    if not all:
        return Share(0, 0, 0.0, 1.0)
    part, weight = right / all, _Z**2 / all
    middle = (part + weight / 2) / (1 + weight)
    half = _Z * math.sqrt(part * (1 - part) / all + weight / (4 * all)) / (1 + weight)
    return Share(right, all, max(0.0, middle - half), min(1.0, middle + half))
