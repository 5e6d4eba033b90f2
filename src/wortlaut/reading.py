"""read(): what an article's text consists of, before anything is known about who said what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from wortlaut.parts import Part, parts, running_spans
from wortlaut.quotations import Quotation, quotations
from wortlaut.text import Article, Span
from wortlaut.tokens import paragraphs, sentences, tokens


@dataclass(frozen=True)
class Reading:
    """An article cut up, with exact places.

    `parts` are in order and do not overlap. `running` holds the spans of the running text; `sentences` are ranges of
    token indices, none crosses the border of a part. `quotations` are those of the running text.
    """

    article: Article
    tokens: list[Span]
    parts: list[Part]
    running: list[Span]
    sentences: list[range]
    quotations: list[Quotation]

    @property
    def text(self) -> str:
        """The article's text, unchanged."""
        return self.article.text

    @cached_property
    def token_starts(self) -> list[int]:
        """The first code point of each token."""
        return [span.start for span in self.tokens]

    @cached_property
    def sentence_starts(self) -> list[int]:
        """The index of the first token of each sentence."""
        return [sentence.start for sentence in self.sentences]

    def tokens_of(self, spans: Iterable[Span]) -> list[int]:
        """The indices of the tokens that begin within the spans."""
        starts = self.token_starts
        return [i for s in spans for i in range(bisect_left(starts, s.start), bisect_left(starts, s.end))]

    @cached_property
    def quotation_starts(self) -> list[int]:
        """The first code point of each quotation."""
        return [one.span.start for one in self.quotations]

    def quotations_at(self, span: Span) -> list[Quotation]:
        """The quotations that overlap a span, in their order."""
        after = bisect_left(self.quotation_starts, span.end)
        first = bisect_right(self.quotation_starts, span.start) - 1
        # what holds the begin of the span lies within the last quotation before it that no other one holds
        while first > 0 and self.quotations[first].depth > 0:
            first -= 1
        return [one for one in self.quotations[max(0, first) : after] if one.span.overlaps(span)]

    def sentence_of(self, token: int) -> range:
        """The sentence that holds the token of that index."""
        return self.sentences[self.sentence_number(token) - 1]

    def sentence_number(self, token: int) -> int:
        """Which sentence, from 1 on, holds the token of that index."""
        return bisect_right(self.sentence_starts, token)


def read(article: Article) -> Reading:
    """Cut the article into parts, sentences, tokens and quotations."""
    text = article.text
    token_spans = tokens(text)
    found = parts(text, paragraphs(text))
    running = running_spans(found)
    borders = [part.span for part in found]
    return Reading(
        article, token_spans, found, running, sentences(text, token_spans, borders), quotations(text, running)
    )
