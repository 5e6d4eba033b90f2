"""Parts of a page: which paragraphs are running text, and which are heading, caption, credit, agency sign ..."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wortlaut.text import Span

PartKind = Literal["dateline", "teaser", "heading", "paragraph", "caption", "credit", "byline", "agency", "boilerplate"]
PART_KINDS: tuple[PartKind, ...] = (
    "dateline", "teaser", "heading", "paragraph", "caption", "credit", "byline", "agency", "boilerplate",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the page and what it is."""

    kind: PartKind
    span: Span
