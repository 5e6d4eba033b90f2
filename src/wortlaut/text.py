"""Article and Span: the text is never changed; offsets count code points, half-open."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from wortlaut.errors import SpanError


def text_hash(text: str) -> bytes:
    """SHA-256 of a text in UTF-8; unpaired surrogates count as they are."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text.

    `start` and `end` are code points, half-open: `0 <= start <= end`.

    >>> Span(0, 3).cut("Wer sagte was?")
    'Wer'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise SpanError(f"span {self.start}..{self.end} is impossible; it needs 0 <= start <= end")

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """The words of the span; raises SpanError where it ends after the text."""
        if self.end > len(text):
            raise SpanError(
                f"span {self.start}..{self.end} ends after the text ({len(text)} code points); "
                "was the text changed after the statements were extracted?"
            )
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """A text with where it comes from.

    `published` is an ISO 8601 date or date and time, as the page gives it. `id` is the first 16 hexadecimal digits of
    the text's SHA-256 unless it is given, so that the same text has the same id everywhere.
    """

    text: str
    id: str = ""
    source: str | None = None
    title: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: str | None = None

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", text_hash(self.text).hex()[:16])
