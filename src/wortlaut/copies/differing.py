"""differences(): what was cut, added, changed and moved between two versions of a copy, for showing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import Indel

from wortlaut.copies.wordage import WORD, plain
from wortlaut.names import folded
from wortlaut.reading import read
from wortlaut.text import Article, Span

DifferenceKind = Literal["removed", "added", "changed", "moved"]
_ALIKE_FROM = 0.5  # share of words that two versions of a sentence have in common
_MOST_PAIRS = 1_000_000  # of sentences compared; two texts that differ in more are not matched sentence by sentence


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the first text replaced by words of the second; an empty span is where words came in or fell out."""

    one: Span
    two: Span


@dataclass(frozen=True, slots=True)
class Difference:
    """Sentences in which two texts differ.

    `one` is their place in the first text, None where they were added; `two` in the second, None where they were
    removed. `words` are the changes within a changed sentence, in order; white space and signs are none.
    """

    kind: DifferenceKind
    one: Span | None
    two: Span | None
    words: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    part: int
    words: tuple[str, ...]  # folded
    places: tuple[Span, ...]  # of the words, in the text


_Pairs = list[tuple[int, int]]


def differences(one: str, two: str) -> tuple[Difference, ...]:
    """What was removed, added, changed and moved from the first text to the second, in the order of the first.

    Unit is the sentence; neighbours with one fate in one paragraph are one difference. Quotation marks, dashes, capital
    letters and hyphens are no difference.

    >>> found, = differences("Der Rat tagt. Es regnet am Montag.", "Der Rat tagt. Es regnet am Dienstag.")
    >>> found.kind, [(change.one.start, change.two.start) for change in found.words]
    ('changed', [(27, 27)])
    """
    first, second = _sentences(one), _sentences(two)
    stayed = [
        (a.src_start + step, a.dest_start + step)
        for a in Indel.opcodes([s.words for s in first], [s.words for s in second])
        if a.tag == "equal"
        for step in range(a.src_end - a.src_start)
    ]
    moved = _moved(first, second, stayed)
    changed = _changed(first, second, stayed + moved)
    paired = stayed + moved + changed
    found = [*_moves(first, second, moved), *(_change(first[a], second[b]) for a, b in changed)]
    found += [Difference("removed", span, None) for span in _left(first, {a for a, _ in paired})]
    found += [Difference("added", None, span) for span in _left(second, {b for _, b in paired})]
    anchors = sorted((second[b].span.start, first[a].span.start) for a, b in paired)
    return tuple(sorted(found, key=lambda difference: _order(difference, anchors)))


def _sentences(text: str) -> list[_Sentence]:
    reading = read(Article(text))
    starts = [part.span.start for part in reading.parts]
    found = []
    for sentence in reading.sentences:
        span = Span(reading.tokens[sentence.start].start, reading.tokens[sentence.stop - 1].end)
        places = tuple(Span(*match.span()) for match in WORD.finditer(text, span.start, span.end))
        if places:
            words = tuple(folded(plain(place.cut(text))) for place in places)
            found.append(_Sentence(span, bisect_right(starts, span.start), words, places))
    return found


def _moved(first: list[_Sentence], second: list[_Sentence], stayed: _Pairs) -> _Pairs:
    """The same sentence in another place."""
    taken_first, taken_second = {a for a, _ in stayed}, {b for _, b in stayed}
    waiting: dict[tuple[str, ...], list[int]] = {}
    for index, sentence in enumerate(second):
        if index not in taken_second:
            waiting.setdefault(sentence.words, []).append(index)
    free = [index for index in range(len(first)) if index not in taken_first]
    return [(index, waiting[first[index].words].pop(0)) for index in free if waiting.get(first[index].words)]


def _changed(first: list[_Sentence], second: list[_Sentence], paired: _Pairs) -> _Pairs:
    """The pairs of sentences left that are most alike, the likest first."""
    taken_first, taken_second = {a for a, _ in paired}, {b for _, b in paired}
    ones = [index for index in range(len(first)) if index not in taken_first]
    twos = [index for index in range(len(second)) if index not in taken_second]
    if not ones or not twos or len(ones) * len(twos) > _MOST_PAIRS:
        return []
    alike = process.cdist(
        [first[a].words for a in ones],
        [second[b].words for b in twos],
        scorer=Indel.normalized_similarity,
        score_cutoff=_ALIKE_FROM,
    )
    likest = sorted(((-alike[i, j], a, b) for i, a in enumerate(ones) for j, b in enumerate(twos) if alike[i, j] > 0))
    found: _Pairs = []
    for _, a, b in likest:
        if a not in taken_first and b not in taken_second:
            found.append((a, b))
            taken_first.add(a)
            taken_second.add(b)
    return found


def _moves(first: list[_Sentence], second: list[_Sentence], moved: _Pairs) -> Iterator[Difference]:
    """Sentences that moved together are one difference."""
    group: _Pairs = []
    for a, b in [*sorted(moved), (-1, -1)]:
        if group and (a, b) != (group[-1][0] + 1, group[-1][1] + 1):
            (a1, b1), (a2, b2) = group[0], group[-1]
            one, two = (
                Span(first[a1].span.start, first[a2].span.end),
                Span(second[b1].span.start, second[b2].span.end),
            )
            yield Difference("moved", one, two)
            group = []
        group.append((a, b))


def _change(one: _Sentence, two: _Sentence) -> Difference:
    """The words replaced between two versions of a sentence; what borders on another change is one with it."""
    changes: list[Change] = []
    begun: tuple[int, int] | None = None
    for code in Indel.opcodes(one.words, two.words):
        if code.tag != "equal" and begun is None:
            begun = (code.src_start, code.dest_start)
        if code.tag == "equal" and begun is not None:
            changes.append(_replaced(one, two, begun, (code.src_start, code.dest_start)))
            begun = None
    if begun is not None:
        changes.append(_replaced(one, two, begun, (len(one.words), len(two.words))))
    return Difference("changed", one.span, two.span, tuple(changes))


def _replaced(one: _Sentence, two: _Sentence, start: tuple[int, int], stop: tuple[int, int]) -> Change:
    return Change(_place(one, start[0], stop[0]), _place(two, start[1], stop[1]))


def _place(sentence: _Sentence, start: int, stop: int) -> Span:
    """Where the words stand; where there are none, the empty span before the word that follows."""
    places = sentence.places
    if start < stop:
        return Span(places[start].start, places[stop - 1].end)
    at = places[start].start if start < len(places) else places[-1].end
    return Span(at, at)


def _left(sentences: list[_Sentence], paired: set[int]) -> Iterator[Span]:
    """What has no pair; neighbours in one paragraph are one span."""
    begun: int | None = None
    for index, sentence in enumerate(sentences):
        if index in paired:
            continue
        begun = index if begun is None else begun
        follows = index + 1 < len(sentences) and index + 1 not in paired and sentences[index + 1].part == sentence.part
        if not follows:
            yield Span(sentences[begun].span.start, sentence.span.end)
            begun = None


def _order(difference: Difference, anchors: _Pairs) -> tuple[float, int, int]:
    """By the place in the first text; what was added stands before the sentence that follows it in the second."""
    if difference.one is not None:
        return (difference.one.start, 1, 0)
    start = difference.two.start if difference.two else 0
    place = bisect_right(anchors, (start, -1))
    return (anchors[place][1] if place < len(anchors) else inf, 0, start)
