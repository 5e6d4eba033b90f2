"""compare(): whether two articles carry the same agency copy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wortlaut.copies.wordage import Flags, Words, runs, shingles, words

RUN = 4  # words in a row that count as common
SAME_FROM = 0.46  # score
_QUOTED, _FIGURE, _CAPITAL = 0.2, 3.0, 1.5  # weights of words; others weigh 1
_GAP = 10  # words that are no figures; a shorter gap between common runs is words replaced
_FIGURES_LEAST, _FIGURES_KEPT = 3, 0.6  # fewer figures prove nothing; a share of figures kept that is no template
_OTHER_DAYS = 0.8  # factor where each text names a day of the week that the other does not
_OWN_FREE, _OWN_COSTS = 0.3, 2.0  # share that each text may have of its own; what a greater one costs
_REPLACED = 2  # words, neither figures nor capitalised, that an editor may have replaced between common runs
_INSERTED = 16  # words in a row, none of them common, that are a text's own
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
    own = min(_own(first, common_first), _own(second, common_second))
    whole = max(of_one, of_two) * (1 - _OWN_COSTS * max(0.0, own - _OWN_FREE))
    days = _other_days(first, second)
    leads = _lead_kept(first, common_first) ** 3, _lead_kept(second, common_second) ** 3
    brief = max(_brief(first, common_first) * leads[1], _brief(second, common_second) * leads[0])
    figures = min(_figures_kept(first, common_first), _figures_kept(second, common_second))
    score = max(0.0, whole * days, brief if days == 1 else 0.0) * figures
    return Copy(score >= SAME_FROM, round(score, 4), round(of_one, 4), round(of_two, 4))


def _common(text: Words, other: Words) -> Flags:
    """Which words of the text stand in a run that the other text has as well, within or without quotation marks."""
    found = np.isin(shingles(text.keys, RUN), shingles(other.keys, RUN))
    quoted = np.lib.stride_tricks.sliding_window_view(text.quoted, RUN).sum(axis=1)
    found &= (quoted == 0) | (quoted == RUN)
    common: Flags = np.convolve(found, np.ones(RUN, np.int64))[: len(text.keys)] > 0
    for gap in runs(~common):
        inside = slice(gap.start, gap.stop)
        if 0 < gap.start and gap.stop < len(common) and len(gap) <= _REPLACED:
            common[inside] = not (text.figures[inside] | text.capitals[inside]).any()
    return common


def _share(text: Words, common: Flags) -> float:
    weights = _weights(text)
    return float(weights[common].sum() / weights.sum())


def _weights(text: Words) -> NDArray[np.float64]:
    weights = np.where(text.figures, _FIGURE, np.where(text.capitals, _CAPITAL, 1.0))
    return np.where(text.quoted, _QUOTED * weights, weights)


def _figures_kept(text: Words, common: Flags) -> float:
    """Of the figures in common runs and in what was replaced between them, how many are common; 1 where most are.

    A template has new figures each day, a copy keeps them.
    """
    near = common.copy()
    for gap in runs(~common):
        inside = slice(gap.start, gap.stop)
        if gap.start > 0 and gap.stop < len(common) and (~text.figures[inside]).sum() <= _GAP:
            near[inside] = True
    spoken = text.figures & ~text.quoted
    figures, kept = int((spoken & near).sum()), int((spoken & common).sum())
    return 1.0 if figures < _FIGURES_LEAST or kept >= _FIGURES_KEPT * figures else kept / figures


def _other_days(one: Words, two: Words) -> float:
    """Reports of other days name other days; a copy may leave some out or add some, but not both."""
    return _OTHER_DAYS if one.days - two.days and two.days - one.days else 1.0


def _brief(text: Words, common: Flags) -> float:
    """How much of the text is copy, 0..1, words of its own inserted in it left out; 0 where too little remains."""
    copied = int((common & ~text.quoted).sum())
    if copied < _BRIEF_WORDS:
        return 0.0
    share = _share(text, common)
    return share / (1 - _own(text, common)) * min(1.0, share / _BRIEF_SHARE)


def _own(text: Words, common: Flags) -> float:
    """The share of the text that stands in long stretches without a common run: what its author has to say alone."""
    own = np.zeros(len(common), np.bool_)
    for gap in runs(~common):
        own[gap.start : gap.stop] = len(gap) >= _INSERTED
    return _share(text, own)


def _lead_kept(text: Words, common: Flags) -> float:
    weights = _weights(text)[text.lead]
    return float(weights[common[text.lead]].sum() / weights.sum())
