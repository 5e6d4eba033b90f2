"""A statement's surroundings word by word, so that a browser can mark them without cutting text itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wortlaut.desk.items import Item
from wortlaut.text import Span
from wortlaut.tokens import paragraphs, tokens

_AROUND = 700  # code points before and after what has to be seen, in whole words
_FAR = 2_500  # further away the speaker's words are not looked for


@dataclass(frozen=True, slots=True)
class Word:
    """A word or sign with its place, code points; `gap` is the white space behind it. `roles` are CSS classes."""

    text: str
    start: int
    end: int
    gap: str
    roles: str


@dataclass(frozen=True)
class Around:
    """Paragraphs of words; `cut_before` and `cut_after`: the article goes on there."""

    paragraphs: tuple[tuple[Word, ...], ...]
    cut_before: bool
    cut_after: bool

    @property
    def words(self) -> list[Word]:
        """All words."""
        return [word for words in self.paragraphs for word in words]


def around(item: Item) -> Around:
    """What stands around a statement: its paragraphs and some more, with the words that tell who said it."""
    text = item.kept.analysis.article.text
    shown = _shown(item, text)
    roles = _roles(item)
    found = [
        tuple(_words(text, Span(max(one.start, shown.start), min(one.end, shown.end)), roles))
        for one in paragraphs(text)
        if one.overlaps(shown)
    ]
    return Around(tuple(words for words in found if words), shown.start > 0, shown.end < len(text))


def _shown(item: Item, text: str) -> Span:
    content = item.content
    seen = [content, *(span for role in ("cue", "speaker", "frame") for span in item.statement.spans(role))]
    seen += (
        [item.statement.attribution.evidence]
        if item.statement.attribution and item.statement.attribution.evidence
        else []
    )
    near = [span for span in seen if span.start > content.start - _FAR and span.end < content.end + _FAR]
    start, end = min(span.start for span in near), max(span.end for span in near)
    lines = [line for line in paragraphs(text) if line.start < end and start < line.end]
    first = max(lines[0].start if lines else start, start - _AROUND)
    last = min(lines[-1].end if lines else end, end + _AROUND)
    return Span(
        _word_start(text, max(0, min(first, start - _AROUND // 3))), _word_end(text, max(last, end + _AROUND // 3))
    )


def _word_start(text: str, place: int) -> int:
    while 0 < place < len(text) and not text[place - 1].isspace():
        place -= 1
    return place


def _word_end(text: str, place: int) -> int:
    place = min(place, len(text))
    while place < len(text) and not text[place].isspace():
        place += 1
    return place


def _roles(item: Item) -> list[tuple[str, tuple[Span, ...]]]:
    statement = item.statement
    why = statement.attribution.evidence if statement.attribution else None
    return [
        ("in", statement.content),
        ("cue", statement.cue),
        ("speaker", statement.speaker),
        ("why", (why,) if why else ()),
    ]


def _words(text: str, shown: Span, roles: Sequence[tuple[str, tuple[Span, ...]]]) -> Iterator[Word]:
    # a span may begin or end within a word
    cuts = sorted({place for _, spans in roles for span in spans for place in (span.start, span.end)})
    pieces = [
        piece
        for token in tokens(shown.cut(text))
        for piece in _pieces(Span(token.start + shown.start, token.end + shown.start), cuts)
    ]
    for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
        gap = text[piece.end : following.start] if following else ""
        own = [role for role, spans in roles if any(span.covers(piece) for span in spans)]
        yield Word(piece.cut(text), piece.start, piece.end, gap, " ".join(["w", *own]))


def _pieces(token: Span, cuts: Sequence[int]) -> Iterator[Span]:
    start = token.start
    for cut in cuts[bisect_right(cuts, token.start) :]:
        if cut >= token.end:
            break
        yield Span(start, cut)
        start = cut
    yield Span(start, token.end)
