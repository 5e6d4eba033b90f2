"""read(): what an article's text consists of, before anything is known about who said what."""

from __future__ import annotations

from dataclasses import dataclass

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
