"""analyze(): the whole way, one pure call."""

from __future__ import annotations

from wortlaut.record import Analysis
from wortlaut.text import Article


def analyze(article: Article | str) -> Analysis:
    """Find every statement of a German article."""
    raise NotImplementedError
