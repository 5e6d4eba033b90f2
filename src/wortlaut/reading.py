"""read(): what an article's text consists of, before anything is known about who said what."""

from __future__ import annotations

from dataclasses import dataclass

from wortlaut.quotations import Quotation, quotations
from wortlaut.text import Article, Span
from wortlaut.tokens import paragraphs, sentences, tokens


@dataclass(frozen=True)
class Reading:
    """An article cut up, with exact places.

    `sentences` are ranges of token indices.
    """

    article: Article
    tokens: list[Span]
    paragraphs: list[Span]
    sentences: list[range]
    quotations: list[Quotation]

    @property
    def text(self) -> str:
        """The article's text, unchanged."""
        return self.article.text

    def is_running(self, paragraph: int) -> bool:
        """Whether the paragraph of that index is running text, in which statements may lie."""
        return True


def read(article: Article) -> Reading:
    """Cut the article into paragraphs, sentences, tokens and quotations."""
    text = article.text
    token_spans = tokens(text)
    paragraph_spans = paragraphs(text)
    return Reading(
        article, token_spans, paragraph_spans, sentences(text, token_spans, paragraph_spans),
        quotations(text, paragraph_spans),
    )
