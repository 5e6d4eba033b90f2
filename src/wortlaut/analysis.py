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
from wortlaut.people import Resolved, resolve
from wortlaut.reading import read
from wortlaut.record import Analysis, Unjudged
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
    found = Analysis(reading.article, tuple(reading.parts), resolved.statements, resolved.people)
    return judged_anew(found, known.judgements, register) if known.judgements else found


def judged_anew(analysis: Analysis, judgements: Judgements, register: Register) -> Analysis:
    """What a reading found, with these judgements of it and no others; where there is none of it, as it was read."""
    read = analysis.unjudged or Unjudged(analysis.statements, analysis.people)
    own = judgements.of_article(analysis.article.id)
    if not own:
        return replace(analysis, statements=read.statements, people=read.people, unjudged=None)
    found = judged(Resolved(read.statements, read.people), analysis.article, Judgements(own), register)
    return replace(analysis, statements=found.statements, people=found.people, unjudged=replace(read, by=own))


def analyze_all(
    articles: Sequence[Article | str], *, model: Model | None = None, knowledge: Knowledge | None = None
) -> list[Analysis]:
    """The same of several articles, in their order."""
    return [analyze(article, model=model, knowledge=knowledge) for article in articles]
