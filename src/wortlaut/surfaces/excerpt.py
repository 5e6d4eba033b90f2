"""excerpt(): a statement's words with those around them, cut into stretches that a surface can style."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wortlaut.text import Span
from wortlaut.tokens import paragraphs

AROUND = 140  # code points before and after the content
LONGEST = 700  # code points of a piece of content that is shown whole
_HEAD, _TAIL, _NEAR = 260, 120, 80  # code points of a longer one: its beginning, its end, around what is sought in it
_FAR = 320  # code points; a speaker or cue further off is not shown
_NO_GAP = 40  # code points; less is not left out
_MOST_SOUGHT = 4  # places of what is sought that a long piece is opened for
_SENTENCE_END = re.compile(r"[.!?…][“”\"«»‘’)\]]*\s+(?=\S)")
_SPACE = re.compile(r"\s+")
_LAST_WORD = re.compile(r"\s+\S*\Z")


@dataclass(frozen=True, slots=True)
class Bit:
    """A stretch of the text whose characters have the same roles; without a span it stands for words left out.

    `opens` and `closes` say that a piece of the content begins with it or ends with it.
    """

    span: Span | None = None
    roles: frozenset[str] = frozenset()
    opens: bool = False
    closes: bool = False


def excerpt(
    text: str, content: Sequence[Span], roles: Mapping[str, Sequence[Span]] | None = None, *, around: int = AROUND
) -> tuple[Bit, ...]:
    """The content, what plays a role near it, and up to `around` code points on either side in the same paragraph.

    `roles` are other things to be told apart, by name; those named "sought" are shown however long the content is.
    Raises SpanError where the content ends after the text.

    >>> text = "Es regnet. „Wir bauen“, sagte Eva Brandt. Es schneit."
    >>> found = excerpt(text, [Span(11, 22)], {"speaker": [Span(30, 40)]})
    >>> [bit.span.cut(text) if bit.span else "…" for bit in found]
    ['Es regnet. ', '„Wir bauen“', ', sagte ', 'Eva Brandt', '. Es schneit.']
    """
    pieces = [found for span in content if (found := _stripped(text, span))]
    others = {name: list(spans) for name, spans in (roles or {}).items()}
    lines = paragraphs(text)
    sought = others.get("sought", [])[:_MOST_SOUGHT]
    windows = _merged([*_windows(text, lines, pieces, sought, around), *_near(pieces, others)])
    bits = _bits(windows, pieces, others)
    if not windows:
        return ()
    first, last = _first(lines, windows[0].start), _last(lines, windows[-1].end)
    return (*([Bit()] if first < windows[0].start else []), *bits, *([Bit()] if windows[-1].end < last else []))


def _stripped(text: str, span: Span) -> Span | None:
    words = span.cut(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.start + len(words.rstrip())
    return Span(start, end) if start < end else None


def _first(lines: Sequence[Span], place: int) -> int:
    """Where the paragraph of a place begins."""
    index = bisect_right(lines, place, key=lambda line: line.start) - 1
    return lines[index].start if index >= 0 else place


def _last(lines: Sequence[Span], place: int) -> int:
    index = bisect_left(lines, place, key=lambda line: line.end)
    return max(lines[index].end, place) if index < len(lines) and lines[index].start <= place else place


def _windows(
    text: str, lines: Sequence[Span], pieces: Sequence[Span], sought: Sequence[Span], around: int
) -> Iterator[Span]:
    """The pieces of content, of long ones their parts, with the words around them."""
    for piece in pieces:
        shown = [piece] if len(piece) <= LONGEST else list(_parts(text, piece, sought))
        first, last = _first(lines, piece.start), _last(lines, piece.end)
        shown[0] = Span(_before(text, piece.start, max(first, piece.start - around), first), shown[0].end)
        shown[-1] = Span(shown[-1].start, _after(text, piece.end, min(last, piece.end + around), last))
        yield from shown


def _parts(text: str, piece: Span, sought: Sequence[Span]) -> Iterator[Span]:
    """The beginning and the end of a long piece, and where what is sought stands in it."""
    yield Span(piece.start, _word_end(text, piece.start + _HEAD, piece.end))
    for span in sought:
        if piece.covers(span):
            start = max(piece.start, span.start - _NEAR)
            yield Span(_word_start(text, start, span.start), _word_end(text, span.end + _NEAR, piece.end))
    yield Span(_word_start(text, piece.end - _TAIL, piece.end), piece.end)


def _before(text: str, start: int, earliest: int, paragraph: int) -> int:
    """Where the words before a place begin: with the paragraph, a sentence, or at least a word."""
    if earliest <= paragraph:
        return paragraph
    sentence = _SENTENCE_END.search(text, earliest, start)
    return sentence.end() if sentence else _word_start(text, earliest, start)


def _after(text: str, end: int, latest: int, paragraph: int) -> int:
    if latest >= paragraph:
        return paragraph
    ends = [match.start() + len(match[0].rstrip()) for match in _SENTENCE_END.finditer(text, end, latest)]
    if ends:
        return ends[-1]
    words = _LAST_WORD.search(text, end, latest)
    return words.start() if words else end


def _word_start(text: str, place: int, latest: int) -> int:
    """The first place from here on where a word begins."""
    space = _SPACE.search(text, max(0, place - 1), latest)
    return space.end() if space and space.end() <= latest else latest


def _word_end(text: str, place: int, latest: int) -> int:
    """The next place from here on where a word ends."""
    space = _SPACE.search(text, place, latest) if place < latest else None
    return space.start() if space else latest


def _near(pieces: Sequence[Span], roles: Mapping[str, Sequence[Span]]) -> Iterator[Span]:
    """Those who play a role close to the content."""
    if not pieces:
        return
    close = Span(max(0, pieces[0].start - _FAR), pieces[-1].end + _FAR)
    for name, spans in roles.items():
        yield from (span for span in spans if name != "sought" and close.covers(span) and len(span) <= _FAR)


def _merged(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start - found[-1].end < _NO_GAP:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _bits(windows: Sequence[Span], pieces: Sequence[Span], roles: Mapping[str, Sequence[Span]]) -> Iterator[Bit]:
    named = [("content", span) for span in pieces] + [(name, span) for name in roles for span in roles[name]]
    starts, ends = {span.start for span in pieces}, {span.end for span in pieces}
    for number, window in enumerate(windows):
        if number:
            yield Bit()
        inside = [(name, span) for name, span in named if span.overlaps(window)]
        edges = {window.start, window.end}
        edges.update(edge for _, span in inside for edge in (span.start, span.end))
        for start, end in pairwise(sorted(edge for edge in edges if window.start <= edge <= window.end)):
            own = frozenset(name for name, span in inside if span.start <= start and end <= span.end)
            content = "content" in own
            yield Bit(Span(start, end), own, content and start in starts, content and end in ends)
