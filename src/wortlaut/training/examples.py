"""Documents as tensors' worth of numbers: windows with tags, hints and segments."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wortlaut.encoding import Window, encode
from wortlaut.extraction import OTHER_KINDS
from wortlaut.pieces import Pieces
from wortlaut.reading import read
from wortlaut.statements import MEDIA, ROLES, Statement
from wortlaut.text import Article, Span
from wortlaut.training.corpora import Document


@dataclass(frozen=True)
class Segment:
    """A contiguous piece of content in a window: tokens first <= t < after; role tokens by role, -1 as medium:
    unknown.
    """

    first: int
    after: int
    layer: int
    statement: int
    medium: int
    roles: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Example:
    """A window with its targets: `direct` and `other` int64 (tokens,) tags, `hints` float32 (tokens, 4)."""

    corpus: str
    window: Window
    sentence: NDArray[np.int64]
    direct: NDArray[np.int64]
    other: NDArray[np.int64]
    hints: NDArray[np.float32]
    segments: tuple[Segment, ...]


def examples(document: Document, pieces: Pieces) -> list[Example]:
    """The windows of a document with what is to be learned from them."""
    reading = read(Article(document.text, id="-"))
    encoded = encode(reading, pieces)
    spans = [reading.tokens[i] for i in encoded.tokens]
    starts = [span.start for span in spans]
    placed = [_placed(m, starts, spans) for m in document.statements]
    found = []
    for window in encoded.windows:
        after = window.start + len(window.first)
        found.append(_example(document, placed, window, encoded.sentence[window.start : after]))
    return found


def token_indices(span: Span, starts: list[int], spans: list[Span]) -> list[int]:
    """The indices of the tokens that overlap `span`."""
    first = bisect_right(starts, span.start) - 1
    if first < 0 or spans[first].end <= span.start:
        first += 1
    return list(range(first, bisect_left(starts, span.end)))


def _placed(marked: Statement, starts: list[int], spans: list[Span]) -> dict[str, list[int]]:
    return {
        role: sorted({i for span in marked.spans(role) for i in token_indices(span, starts, spans)})
        for role in ("content", *ROLES)
    }


def _example(
    document: Document, placed: list[dict[str, list[int]]], window: Window, sentence: NDArray[np.int64]
) -> Example:
    begin, size = window.start, len(window.first)
    direct = np.zeros(size, np.int64)
    other = np.zeros(size, np.int64)
    hints = np.zeros((size, len(ROLES)), np.float32)
    segments: list[Segment] = []
    # the longest last, so that of two nested statements of one layer the outer one is painted over the inner one
    order = sorted(range(len(placed)), key=lambda n: len(placed[n]["content"]))
    for number in order:
        marked, roles = document.statements[number], placed[number]
        local = tuple(tuple(i - begin for i in roles[role] if begin <= i < begin + size) for role in ROLES)
        for column, indices in enumerate(local):
            hints[list(indices), column] = 1.0
        for first, after in _runs([i - begin for i in roles["content"] if begin <= i < begin + size]):
            layer = 0 if marked.kind == "direct" else 1
            tags = direct if layer == 0 else other
            kind = 0 if layer == 0 else OTHER_KINDS.index(marked.kind)
            tags[first] = 1 + 2 * kind
            tags[first + 1 : after] = 2 + 2 * kind
            if after < size and tags[after] > 0 and tags[after] % 2 == 0:
                tags[after] -= 1  # what it cut off begins anew
            medium = MEDIA.index(marked.medium) if document.corpus == "quotes" else -1
            segments.append(Segment(first, after, layer, number, medium, local))
    return Example(document.corpus, window, sentence, direct, other, hints, tuple(sorted(segments, key=_place)))


def _place(segment: Segment) -> tuple[int, int]:
    return segment.first, segment.after


def _runs(indices: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for index in indices:
        if runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs
