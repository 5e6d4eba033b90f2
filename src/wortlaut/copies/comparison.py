"""compare(): whether two articles carry the same agency copy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wortlaut.copies.wordage import Flags, Words, runs, shingles, words

RUN = 4  # words in a row that count as common
_FAR_APART = 0.3  # share of the shorter text in common runs; of copies in tests/pairs/copies it is 0.47 at least
SAME_FROM = 0.45  # score; set on the development half of tests/pairs/copies, as all numbers here
_QUOTED, _FIGURE, _CAPITAL = 0.2, 3.0, 1.5  # weights of words; others weigh 1
_REPLACED = 2  # words, neither figures nor capitalised, that an editor may have replaced between common runs
_INSERTED = 16  # words in a row, none of them common, that are a text's own
_GAP = 10  # words that are no figures; a shorter gap between common runs is words replaced
_FIGURES_LEAST, _FIGURES_KEPT = 3, 0.5  # fewer figures prove nothing; a share of figures kept that is no template
_OTHER_DAYS = 0.8  # factor where each text names a day of the week that the other does not
_OWN_FREE, _OWN_FREE_NEW_DAY = 0.3, 0.15  # share of words that both may have of their own; the latter with a new day
_OWN_COSTS = 2.0  # what a greater share costs
_BRIEF_WORDS, _BRIEF_SHARE = 20, 0.4  # common words, and their share, of a brief within words of one's own


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

    Two articles on one event by two authors are not the same copy, nor are two reports that one template made, nor a
    report of the next day that repeats what had happened.

    >>> text = "Der Rat der Stadt Lohe hat am Montag den Bau einer Brücke beschlossen."
    >>> compare(text, "Lohe (dpa) - " + text).same, compare(text, "In Lohe wird eine Brücke gebaut.").same
    (True, False)
    """
    first, second = words(one), words(two)
    if len(first.keys) < RUN or len(second.keys) < RUN:
        return Copy(False, 0.0, 0.0, 0.0)
    if _far_apart(*sorted((first, second), key=lambda text: len(text.keys))):
        return Copy(False, 0.0, 0.0, 0.0)
    sides = _side(first, second), _side(second, first)
    score = _score(*sorted(sides, key=lambda side: (len(side.text.keys), side.text.keys.tobytes())))
    of_one, of_two = (round(side.share(side.common), 4) for side in sides)
    return Copy(score >= SAME_FROM, round(score, 4), of_one, of_two)


def _far_apart(short: Words, long: Words) -> bool:
    """Whether too little is common for all that could make a copy of it; most candidates are, and this is quick."""
    return float(_in_runs(short, long, RUN - 1).mean()) < _FAR_APART


@dataclass(frozen=True, eq=False)
class _Side:
    """One of two texts; which of its words the other has as well, and which stand in long stretches of its own."""

    text: Words
    common: Flags
    own: Flags
    weights: NDArray[np.float64]

    def share(self, chosen: Flags) -> float:
        """The weight of the chosen words, 0..1."""
        return float(self.weights[chosen].sum() / self.weights.sum())


def _side(text: Words, other: Words) -> _Side:
    common = _common(text, other)
    weights = np.where(text.figures, _FIGURE, np.where(text.capitals, _CAPITAL, 1.0))
    return _Side(text, common, _own(common), np.where(text.quoted, _QUOTED * weights, weights))


def _score(short: _Side, long: _Side) -> float:
    """How likely both are the same copy, 0..1."""
    new, old = short.text.days - long.text.days, long.text.days - short.text.days
    excess = min(short.share(short.own), long.share(long.own)) - (_OWN_FREE_NEW_DAY if new else _OWN_FREE)
    whole = max(short.share(short.common), long.share(long.common)) * (1 - _OWN_COSTS * max(0.0, excess))
    brief = 0.0 if new else _brief(short) * _lead_kept(long) ** 2
    figures = min(_figures_kept(short), _figures_kept(long))
    return max(0.0, whole * (_OTHER_DAYS if new and old else 1.0), brief) * figures


def _common(text: Words, other: Words) -> Flags:
    """Which words of the text stand in a run that the other text has as well; shorter runs count near longer ones."""
    common = _in_runs(text, other, RUN)
    common |= _in_runs(text, other, RUN - 1) & ~_own(common)
    for gap in runs(~common):
        inside = slice(gap.start, gap.stop)
        if _between(gap, common) and len(gap) <= _REPLACED:
            common[inside] = not (text.figures[inside] | text.capitals[inside]).any()
    return common


def _in_runs(text: Words, other: Words, length: int) -> Flags:
    """The words in runs of that length, each wholly within or without quotation marks."""
    found = np.isin(shingles(text.keys, length), shingles(other.keys, length))
    quoted = np.lib.stride_tricks.sliding_window_view(text.quoted, length).sum(axis=1)
    found &= (quoted == 0) | (quoted == length)
    return np.convolve(found, np.ones(length, np.int64))[: len(text.keys)] > 0


def _own(common: Flags) -> Flags:
    """The words in long stretches without a common run: what the author has to say alone."""
    own = np.zeros(len(common), np.bool_)
    for gap in runs(~common):
        own[gap.start : gap.stop] = len(gap) >= _INSERTED
    return own


def _between(gap: range, common: Flags) -> bool:
    """Whether common words stand on both sides of the gap."""
    return gap.start > 0 and gap.stop < len(common)


def _brief(side: _Side) -> float:
    """How likely the text is a brief within words of its own, as a local lead; 0 where too little is common."""
    if int((side.common & ~side.text.quoted).sum()) < _BRIEF_WORDS:
        return 0.0
    share = side.share(side.common)
    return share / (1 - side.share(side.own)) * min(1.0, share / _BRIEF_SHARE)


def _lead_kept(side: _Side) -> float:
    """How much of the lead the other text has, 0..1."""
    weights = side.weights[side.text.lead]
    return float(weights[side.common[side.text.lead]].sum() / weights.sum())


def _figures_kept(side: _Side) -> float:
    """Of the figures in common runs and in what was replaced between them, how many are common; 1 where half are.

    A template has new figures each day, a copy keeps them.
    """
    figures = side.text.figures & ~side.text.quoted
    near = side.common.copy()
    for gap in runs(~side.common):
        inside = slice(gap.start, gap.stop)
        near[inside] = _between(gap, near) and int((~side.text.figures[inside]).sum()) <= _GAP
    count, kept = int((figures & near).sum()), int((figures & side.common).sum())
    return 1.0 if count < _FIGURES_LEAST or kept >= _FIGURES_KEPT * count else kept / count
