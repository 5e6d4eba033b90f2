"""analyze(): the whole way, one pure call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wortlaut.dating import dated
from wortlaut.encoding import encode
from wortlaut.entities import names
from wortlaut.extraction import statements_of
from wortlaut.identities import identified, judged
from wortlaut.judgements import Judgements
from wortlaut.model import Model, load_model
from wortlaut.people import resolve
from wortlaut.reading import read
from wortlaut.record import Analysis
from wortlaut.register import Register, starter
from wortlaut.text import Article


@dataclass(frozen=True)
class Knowledge:
    """What is known beside the article: who is who (None: the register that ships), and what users judged."""

    register: Register | None = None
    judgements: Judgements | None = None


def analyze(article: Article | str, *, model: Model | None = None, knowledge: Knowledge | None = None) -> Analysis:
    """Find every statement of a German article, who made it, and when.

    Pure but for the model and the register, which are loaded from the package once a process. Raises ModelError or
    RegisterError where that fails.
    """
    reading = read(article if isinstance(article, Article) else Article(article))
    model = model or load_model()
    encoded = encode(reading, model.pieces)
    tagged = model.tag(encoded)
    statements = statements_of(reading, encoded, tagged, model)
    if not statements:
        return Analysis(reading.article, tuple(reading.parts), ())
    known = knowledge or Knowledge()
    register = known.register if known.register is not None else starter()
    resolved = resolve(statements, reading, names(reading, encoded, tagged, model))
    resolved = identified(resolved, register, reading.article.published)
    resolved = replace(resolved, statements=dated(resolved.statements, reading))
    if known.judgements:
        resolved = judged(resolved, reading.article, known.judgements, register)
    return Analysis(reading.article, tuple(reading.parts), resolved.statements, resolved.people)


def analyze_all(
    articles: Sequence[Article | str], *, model: Model | None = None, knowledge: Knowledge | None = None
) -> list[Analysis]:
    """The same of several articles, in their order."""
    return [analyze(article, model=model, knowledge=knowledge) for article in articles]
