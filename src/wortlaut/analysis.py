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
    return analyze_all([article], model=model)[0]


def analyze_all(articles: Sequence[Article | str], *, model: Model | None = None) -> list[Analysis]:
    """The same of several articles, in their order."""
    model = model or load_model()
    readings = [read(a if isinstance(a, Article) else Article(a)) for a in articles]
    found = extract(readings, model)
    return [Analysis(r.article, tuple(r.parts), s) for r, s in zip(readings, found, strict=True)]
