"""analyze(): the whole way, one pure call."""

from __future__ import annotations

from collections.abc import Sequence

from wortlaut.extraction import extract
from wortlaut.model import Model, load_model
from wortlaut.reading import read
from wortlaut.record import Analysis
from wortlaut.text import Article


def analyze(article: Article | str, *, model: Model | None = None) -> Analysis:
    """Find every statement of a German article.

    Pure but for the model, which is loaded from the package once a process. Raises ModelError where that fails.
    """
    reading = read(article if isinstance(article, Article) else Article(article))
    return Analysis(reading.article, tuple(reading.parts), extract(reading, model or load_model()))


def analyze_all(articles: Sequence[Article | str], *, model: Model | None = None) -> list[Analysis]:
    """The same of several articles, in their order."""
    return [analyze(article, model=model) for article in articles]
