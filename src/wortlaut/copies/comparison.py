"""compare(): whether two articles carry the same agency copy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wortlaut.copies.wordage import Flags, Words, runs, shingles, words

RUN = 4  # words in a row that count as common
SAME_FROM = 0.5  # score
_QUOTED, _FIGURE, _CAPITAL = 0.2, 3.0, 1.5  # weights of words; others weigh 1
_GAP = 4  # words; a shorter gap between common runs is a word replaced
_FIGURES_LEAST, _FIGURES_KEPT = 3, 0.6


@dataclass(frozen=True, slots=True)
class Copy:
    """How much two texts have in common.

    `of_one` and `of_two` are the shares, 0..1, of each text's words that stand in the other one, in runs; what is
    quoted counts little, for everybody who was there quotes the same words. `score`, 0..1, is how likely both carry the
    same copy; `same` is whether they are taken to.
    """

    same: bool
    score: float
    of_one: float
    of_two: float


def compare(one: str, two: str) -> Copy:
    """Whether the two texts carry the same copy: cut, retitled, reordered, lightly edited or with words added.

    Two articles on one event by two authors are not the same copy, nor are two reports that one template made.

    >>> text = "Der Rat der Stadt Lohe hat am Montag den Bau einer Brücke beschlossen."
    >>> compare(text, "Lohe (dpa) - " + text).same, compare(text, "In Lohe wird eine Brücke gebaut.").same
    (True, False)
    """
    first, second = words(one), words(two)
    if len(first.keys) < RUN or len(second.keys) < RUN:
        return Copy(False, 0.0, 0.0, 0.0)
    common_first, common_second = _common(first, second), _common(second, first)
    of_one, of_two = _share(first, common_first), _share(second, common_second)
    kept = min(_figures_kept(first, common_first), _figures_kept(second, common_second))
    score = max(of_one, of_two) * kept
    return Copy(score >= SAME_FROM, round(score, 4), round(of_one, 4), round(of_two, 4))


def _common(text: Words, other: Words) -> Flags:
    """Which words of the text stand in a run that the other text has as well, within or without quotation marks."""
    found = np.isin(shingles(text.keys, RUN), shingles(other.keys, RUN))
    quoted = np.lib.stride_tricks.sliding_window_view(text.quoted, RUN).sum(axis=1)
    found &= (quoted == 0) | (quoted == RUN)
    return np.convolve(found, np.ones(RUN, np.int64))[: len(text.keys)] > 0


def _share(text: Words, common: Flags) -> float:
    weights = _weights(text)
    return float(weights[common].sum() / weights.sum())


def _weights(text: Words) -> NDArray[np.float64]:
    weights = np.where(text.figures, _FIGURE, np.where(text.capitals, _CAPITAL, 1.0))
    return np.where(text.quoted, _QUOTED * weights, weights)


def _figures_kept(text: Words, common: Flags) -> float:
    """Of the figures in common runs or in short gaps between them, how many are common; 1 where there are few."""
    near = common.copy()
    for gap in runs(~common):
        if gap.start > 0 and gap.stop < len(common) and len(gap) <= _GAP:
            near[gap.start : gap.stop] = True
    figures = int((text.figures & near).sum())
    kept = int((text.figures & common).sum())
    return 1.0 if figures < _FIGURES_LEAST or kept >= _FIGURES_KEPT * figures else kept / figures
