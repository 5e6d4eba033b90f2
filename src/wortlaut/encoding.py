"""encode(): a reading as numbers; the same function for training and for use.

The sequence is <s>, the pieces of every running token, and </s> at the end of each paragraph. Long articles are cut
into windows of at most `WINDOW` pieces that overlap; each token is taken from the window in which it has most
context.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wortlaut.pieces import BEGIN, END, Pieces
from wortlaut.reading import Reading

WINDOW = 400  # pieces, as in training; with 480 joint F1 on dev falls by 0.014, at positions that training never showed
OVERLAP = 96  # pieces that two windows share
MAX_TOKEN_PIECES = 12  # of one token; the rest of a monster is not looked at
LOOK_BACK, LOOK_AHEAD = 160, 60  # tokens; 99.5 % of the corpus's role words lie within
_DISTANCE_STEPS = np.array([1, 2, 3, 4, 5, 7, 10, 15, 23, 36, 56, 86, 141])
OUTSIDE, OPENING, INSIDE, CLOSING, NESTED = range(5)  # quotation states of a token


@dataclass(frozen=True)
class Window:
    """Pieces of one forward pass.

    `ids` and `states`, int64 (pieces,); `first`, int64 (tokens,), is the place of each token's first piece.
    `start` is the index of the window's first token among the running tokens; tokens `keep` (a range of those) are
    taken from this window.
    """

    ids: NDArray[np.int64]
    states: NDArray[np.int64]
    first: NDArray[np.int64]
    start: int
    keep: range


@dataclass(frozen=True)
class Encoded:
    """An article as windows, and for each running token its index in the reading, its sentence and its paragraph."""

    windows: list[Window]
    tokens: NDArray[np.int64]
    sentence: NDArray[np.int64]


def encode(reading: Reading, pieces: Pieces) -> Encoded:
    """The windows of the running text of `reading`."""
    text, spans = reading.text, reading.tokens
    running, sentence, paragraph = _running(reading)
    of_all = quotation_states(reading)
    states = [of_all[i] for i in running]
    cut = []
    for index in running:
        span = spans[index]
        glued = index > 0 and spans[index - 1].end == span.start
        cut.append(pieces.of_word(text[span.start : span.end], not glued)[:MAX_TOKEN_PIECES])
    windows = [
        _window(cut, states, paragraph, begin, end, keep)
        for begin, end, keep in _ranges([len(c) for c in cut], paragraph, sentence)
    ]
    return Encoded(windows, np.array(running, np.int64), np.array(sentence, np.int64))


def quotation_states(reading: Reading) -> list[int]:
    """For each token, where it stands to the quotation marks (OUTSIDE ... NESTED)."""
    starts = [span.start for span in reading.tokens]
    states = [OUTSIDE] * len(starts)
    for quotation in reading.quotations:
        first = bisect_right(starts, quotation.span.start) - 1
        last = bisect_right(starts, quotation.span.end - 1) - 1
        inside = NESTED if quotation.depth else INSIDE
        for index in range(first, last + 1):
            states[index] = inside
        if first >= 0:
            states[first] = OPENING
            if quotation.closed:
                states[last] = CLOSING
    return states


def link_window(first: int, after: int, size: int) -> range:
    """The tokens among which the roles of the segment first <= t < after are looked for."""
    return range(max(0, first - LOOK_BACK), min(size, after + LOOK_AHEAD))


def link_buckets(
    first: int, after: int, window: range, sentence: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each token of `window`: bucket of its signed distance to the segment, and of its sentence's; int64 (W,)."""
    places = np.arange(window.start, window.stop)
    before, behind = np.maximum(first - places, 0), np.maximum(places - after + 1, 0)
    steps = np.searchsorted(_DISTANCE_STEPS, before + behind, side="right")
    distance = len(_DISTANCE_STEPS) + np.where(before > 0, -steps, steps)
    sentences = np.clip(sentence[window.start : window.stop] - sentence[first], -5, 5) + 5
    return distance.astype(np.int64), sentences.astype(np.int64)


def _running(reading: Reading) -> tuple[list[int], list[int], list[int]]:
    """The indices of running tokens, and their sentences and paragraphs."""
    running: list[int] = []
    sentence: list[int] = []
    paragraph: list[int] = []
    starts = [span.start for span in reading.running]
    for number, tokens in enumerate(reading.sentences):
        begin = reading.tokens[tokens.start].start
        place = bisect_right(starts, begin) - 1
        if place < 0 or begin >= reading.running[place].end:
            continue
        running.extend(tokens)
        sentence.extend([number] * len(tokens))
        paragraph.extend([place] * len(tokens))
    return running, sentence, paragraph


def _ranges(lengths: list[int], paragraph: list[int], sentence: list[int]) -> list[tuple[int, int, range]]:
    """(first token, after the last token, kept tokens) of each window. Windows begin with a sentence where they can."""
    costs = [n + (i + 1 == len(lengths) or paragraph[i + 1] != paragraph[i]) for i, n in enumerate(lengths)]
    begins: list[tuple[int, int]] = []
    begin = 0
    while begin < len(costs):
        total, end = 1, begin
        while end < len(costs) and total + costs[end] <= WINDOW:
            total += costs[end]
            end += 1
        begins.append((begin, end))
        if end == len(costs):
            break
        begin = _next_begin(costs, sentence, begin, end)
    kept: list[tuple[int, int, range]] = []
    start = 0
    for number, (begin, end) in enumerate(begins):
        stop = end if number + 1 == len(begins) else (begins[number + 1][0] + end) // 2
        kept.append((begin, end, range(start, stop)))
        start = stop
    return kept


def _next_begin(costs: list[int], sentence: list[int], begin: int, end: int) -> int:
    shared, following = 0, end
    while following > begin + 1 and shared < OVERLAP:
        following -= 1
        shared += costs[following]
    for back in range(following, max(begin, following - 40), -1):
        if sentence[back] != sentence[back - 1]:
            return back
    return following


def _window(
    cut: list[tuple[int, ...]], states: list[int], paragraph: list[int], begin: int, end: int, keep: range
) -> Window:
    ids, marks, first = [BEGIN], [OUTSIDE], []
    for index in range(begin, end):
        first.append(len(ids))
        ids.extend(cut[index])
        marks.extend([states[index]] * len(cut[index]))
        if index + 1 == len(cut) or paragraph[index + 1] != paragraph[index]:
            ids.append(END)
            marks.append(OUTSIDE)
    return Window(np.array(ids, np.int64), np.array(marks, np.int64), np.array(first, np.int64), begin, keep)
