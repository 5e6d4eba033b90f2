"""render(): the articles that carry one agency copy, and what each changed, for a terminal; to_dict(): for scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from wortlaut.copies import Difference, agency, differences
from wortlaut.differences import MOST_WORDS, token_diff
from wortlaut.kept import Kept, published
from wortlaut.surfaces import browsed
from wortlaut.surfaces.characters import shortened
from wortlaut.surfaces.layout import BOLD, DIM, MINIMUM_WIDTH, apart, hanging, joined, label, printed
from wortlaut.surfaces.voices import places
from wortlaut.surfaces.wordings import pieces
from wortlaut.surfaces.words import Language, counted, date, words
from wortlaut.surfaces.wrapping import Line, Piece, wrap
from wortlaut.text import Span
from wortlaut.wording import plain

_NAMES = 160  # columns of a title, outlet or address
_SENTENCES = 240  # columns of a sentence that was added or removed
_SHOWN = 8  # differences of one article
_SIGNS = {"removed": "−", "added": "+", "changed": "≠", "moved": "↕"}
_STYLES = {"removed": "31", "added": "32", "changed": "", "moved": ""}
_INDENT = 3


@dataclass(frozen=True, slots=True)
class _View:
    say: Mapping[str, str]
    width: int


def render(copies: Sequence[Kept], *, width: int = 80, color: bool = False, language: Language = "de") -> str:
    """The articles of one agency story in order of publication, and how each differs from the first: sentences that
    were removed (−), added (+), changed (≠, word by word) or moved (↕).
    """
    view = _View(words(language), max(width, MINIMUM_WIDTH))
    ordered = sorted(copies, key=published)
    if not ordered:
        return printed(wrap([Piece(view.say["found.none"], BOLD)], view.width), color=color)
    first, *others = ordered
    lines = chain(_head(view, ordered), _article(view, first), *(_copy(view, first, other) for other in others))
    return printed(lines, color=color)


def to_dict(copies: Sequence[Kept]) -> dict[str, Any]:
    """The same articles for scripts, ready for `json.dumps`; its fields are in docs/reference/answers.md."""
    ordered = sorted(copies, key=published)
    told = browsed.copies(ordered)
    for answer, other in zip(told["articles"], ordered, strict=True):
        one, two = ordered[0].analysis.article.text, other.analysis.article.text
        found = differences(one, two) if other is not ordered[0] else ()
        answer["differences"] = [
            {"kind": each.kind, "first": _span(each.one, one), "own": _span(each.two, two)} for each in found
        ]
    return told


def _span(span: Span | None, text: str) -> dict[str, Any] | None:
    return {"start": span.start, "end": span.end, "text": span.cut(text)} if span else None


def _head(view: _View, ordered: Sequence[Kept]) -> Iterator[Line]:
    say = view.say
    named = list(dict.fromkeys(found for one in ordered if (found := agency(one.analysis.article.text))))
    title = ordered[0].analysis.article.title
    if title:
        yield from wrap([Piece(shortened(title, _NAMES), BOLD)], view.width)
    outlets = places(ordered)
    facts = [
        [label(say["agency"]), Piece(", ".join(named) or say["agency.unknown"])],
        [Piece(counted(say, "articles", len(ordered)))],
        [Piece(counted(say, "outlets", len(outlets)))],
    ]
    yield from wrap(joined(facts), view.width)
    yield []


def _article(view: _View, kept: Kept) -> Iterator[Line]:
    yield from _where(view, kept, view.say["copy.first"])
    yield []


def _where(view: _View, kept: Kept, remark: str) -> Iterator[Line]:
    article, say = kept.analysis.article, view.say
    facts = [
        [Piece(date(say, article.published).replace(" ", "\xa0") if article.published else say["undated"], BOLD)],
        [Piece(shortened(article.outlet, _NAMES) if article.outlet else say["outlet.none"])],
        [Piece(remark, DIM)],
    ]
    yield from apart(joined(facts), f"{kept.article}.{kept.version}", view.width)
    told = [[Piece(shortened(given, _NAMES), DIM)] for given in (article.title, article.source) if given]
    yield from hanging("", wrap(joined(told), view.width - _INDENT), _INDENT)


def _copy(view: _View, first: Kept, other: Kept) -> Iterator[Line]:
    one, two = first.analysis.article.text, other.analysis.article.text
    found = differences(one, two)
    remark = counted(view.say, "differences", len(found)) if found else view.say["differences.none"]
    yield from _where(view, other, remark)
    inner = view.width - _INDENT - 2
    for difference in found[:_SHOWN]:
        lines = wrap(_difference(difference, one, two), inner)
        margin = f"{' ' * _INDENT}{_SIGNS[difference.kind]}"
        yield from hanging(margin, lines, _INDENT + 2, _STYLES[difference.kind])
    if len(found) > _SHOWN:
        yield from hanging("", wrap([Piece(view.say["more"].format(count=len(found) - _SHOWN))], inner), _INDENT + 2)
    yield []


def _difference(difference: Difference, one: str, two: str) -> Iterator[Piece]:
    """The words of a difference, word by word where a sentence was changed."""
    before = difference.one.cut(one) if difference.one else ""
    after = difference.two.cut(two) if difference.two else ""
    if difference.kind == "changed":
        changes = token_diff(plain(before).tokens[:MOST_WORDS], plain(after).tokens[:MOST_WORDS])
        yield from pieces(changes)
        return
    yield Piece(shortened(after or before, _SENTENCES), _STYLES[difference.kind])
