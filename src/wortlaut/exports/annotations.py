"""Statements as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from wortlaut import __version__
from wortlaut.exports.linked import ANNOTATION, Named, document, known
from wortlaut.exports.rows import in_utc
from wortlaut.kept import Kept
from wortlaut.persons import Person
from wortlaut.statements import ROLES, Statement
from wortlaut.text import Span

AROUND = 32  # code points of the text before and after a quote
_TERMS = ("kind", "medium", "role", "asserted", "score", "statement", "within", "utterance", "reason", "entry", "time",
          "sha256", "TextState")  # fmt: skip
OWN = {"wortlaut": "urn:x-wortlaut:", **{term: f"wortlaut:{term}" for term in _TERMS}}
CREATOR = {"type": "Software", "name": f"Wortlaut {__version__}"}
_TYPES = {"person": "Person", "unnamed": "Person", "organization": "Organization"}


def annotation_pieces(kept: Iterable[Kept]) -> Iterator[str]:
    """One AnnotationPage, an annotation a statement.

    Its targets are the pieces of the content, its bodies the kind, the person, and the words of each role. Each place
    has a TextPositionSelector in code points and a TextQuoteSelector; its state is the hash of the text that is meant.
    """
    head = {"@context": [ANNOTATION, OWN], "type": "AnnotationPage"}
    articles = map(Named, kept)
    return document(head, "items", (_annotation(one, s) for one in articles for s in one.kept.analysis.statements))


def _annotation(article: Named, statement: Statement) -> dict[str, Any]:
    kept = article.kept
    added = in_utc(kept.added)
    bodies: list[dict[str, Any]] = [{"type": "TextualBody", "purpose": "classifying", "value": statement.kind}]
    person = article.person(statement.person)
    if person:
        bodies.append(_identified(person, article, statement))
    for role in ROLES:
        bodies += [_place(article, span) | {"purpose": "linking", "role": role} for span in statement.spans(role)]
    return known(
        id=article.statement(statement),
        type="Annotation",
        motivation=["identifying", "classifying"],
        created=added.isoformat() if added else None,
        creator=CREATOR,
        statement=kept.address(statement),
        kind=statement.kind,
        medium=statement.medium,
        asserted=statement.asserted,
        score=round(statement.score, 4),
        within=statement.within,
        utterance=kept.utterances.get(statement.id),
        time=statement.time.value if statement.time else None,
        body=bodies,
        target=[_place(article, span) for span in statement.content],
    )


def _identified(person: Person, article: Named, statement: Statement) -> dict[str, Any]:
    who = known(id=article.node(person), type=_TYPES.get(person.kind), name=person.name, entry=person.entry)
    why = statement.attribution
    return known(
        type="SpecificResource",
        purpose="identifying",
        source=who,
        reason=why.reason if why else None,
        score=round(why.score, 4) if why else None,
    )


def _place(article: Named, span: Span) -> dict[str, Any]:
    """A place in the text."""
    text = article.kept.analysis.article.text
    quoted = {
        "type": "TextQuoteSelector",
        "exact": span.cut(text),
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    return {
        "type": "SpecificResource",
        "source": article.article,
        "selector": [{"type": "TextPositionSelector", "start": span.start, "end": span.end}, quoted],
        "state": {"type": "TextState", "sha256": article.digest},
    }
