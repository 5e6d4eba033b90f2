"""sought(): which words of a statement made a query find it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wortlaut.archive.expressions import Every, Phrase
from wortlaut.archive.searching import Query, expression_of
from wortlaut.stems import stems
from wortlaut.text import Span

# Soft hyphens and zero-width signs stand within words, as for stems().
_WORD = re.compile("\\w+(?:[\u00ad\u200b-\u200d\u2060\ufeff]+\\w+)*")

Phrases = tuple[tuple[str, ...], ...]


def phrases(query: Query) -> Phrases:
    """The words and phrases that a query wants, as stems; those of `about` one by one."""
    wanted = expression_of(query.words) if query.words else None
    parts = wanted.parts if isinstance(wanted, Every) else ()
    found = [part.stems for part in parts if isinstance(part, Phrase)]
    return (*found, *((stem,) for stem in stems(query.about or "")))


def sought(text: str, content: Sequence[Span], wanted: Phrases) -> tuple[Span, ...]:
    """Where the wanted words stand in the content, in order of the text.

    >>> [span.cut("Die Häuser sind neu") for span in sought("Die Häuser sind neu", [Span(0, 19)], (("haus",),))]
    ['Häuser']
    """
    if not wanted:
        return ()
    places = [place for span in content for place in _words(text, span)]
    there = ["".join(stems(place.cut(text))) for place in places]
    hit: set[int] = set()
    for phrase in wanted:
        for start in range(len(there) - len(phrase) + 1):
            if there[start] == phrase[0] and tuple(there[start : start + len(phrase)]) == phrase:
                hit.update(range(start, start + len(phrase)))
    return tuple(places[index] for index in sorted(hit))


def _words(text: str, span: Span) -> Iterator[Span]:
    return (Span(*match.span()) for match in _WORD.finditer(text, span.start, min(span.end, len(text))))
