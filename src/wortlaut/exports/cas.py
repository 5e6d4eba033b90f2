"""Articles as UIMA CAS XMI with the layers of an INCEpTION project."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from wortlaut.exports.cas_types import EXPORT, META, RELATION, SENTENCE, STATEMENT, TOKEN, TYPE_SYSTEM, type_system
from wortlaut.exports.cells import in_xml
from wortlaut.exports.linked import Named
from wortlaut.exports.xmi import Value, Xmi
from wortlaut.kept import Kept
from wortlaut.reading import read
from wortlaut.statements import ROLES, Statement
from wortlaut.text import Span


def write_cas(kept: Iterable[Kept], path: Path) -> None:
    """A zip with `TypeSystem.xml` and one `.xmi` an article.

    Each piece of a content and each of the words of a role is an annotation of the layer `Statement`, whose `part`
    says which; a relation leads from the first piece of the content to each of the others. What XML cannot hold, as
    NUL, becomes U+FFFD; offsets in the file are UTF-16 units, as in UIMA.
    """
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr(_member(TYPE_SYSTEM), type_system())
        for number, one in enumerate(kept, 1):
            name = f"{number:06}-article-{one.article}.{one.version}.xmi"
            with archive.open(_member(name), "w") as file:
                for piece in _cas(one, name).pieces():
                    file.write(piece.encode())


def _cas(kept: Kept, name: str) -> Xmi:
    article = kept.analysis.article
    cas, whole = Xmi(article.text), Span(0, len(article.text))
    cas.add(META, whole, language="de", documentTitle=article.title, documentId=name, documentUri=article.source)
    reading = read(article)
    for token in reading.tokens:
        cas.add(TOKEN, token)
    for indices in reading.sentences:
        cas.add(SENTENCE, Span(reading.tokens[indices.start].start, reading.tokens[indices.stop - 1].end))
    cas.add(EXPORT, reading.tokens[0] if reading.tokens else Span(0, 0), record=_record(kept))
    named = Named(kept)
    for statement in kept.analysis.statements:
        _add_statement(kept, statement, named, cas)
    return cas


def _record(kept: Kept) -> str:
    """What is exported, in ASCII: with it the annotations that come back can be compared. Words are given where the
    CAS cannot hold them.
    """
    named, text = Named(kept), kept.analysis.article.text
    statements: list[dict[str, Any]] = []
    for statement in kept.analysis.statements:
        content, person = statement.content[0], named.person(statement.person)
        words = content.cut(text)
        statements.append(
            {
                "id": statement.id,
                "start": content.start,
                "end": content.end,
                "kind": statement.kind,
                "person": person.name if person else None,
                "person_kind": person.kind if person else None,
                **({} if in_xml(words) == words else {"text": words}),
            }
        )
    return json.dumps({"article": kept.analysis.article.id, "statements": statements})


def _add_statement(kept: Kept, statement: Statement, named: Named, cas: Xmi) -> None:
    first, *rest = ((role, span) for role in ("content", *ROLES) for span in statement.spans(role))
    described = _described(kept, statement, named)
    id = cas.add(STATEMENT, first[1], part=first[0], statement=statement.id, **described)
    for role, span in rest:
        other = cas.add(STATEMENT, span, part=role, statement=statement.id)
        cas.add(RELATION, span, Governor=id, Dependent=other, role=role)


def _described(kept: Kept, statement: Statement, named: Named) -> dict[str, Value]:
    """The features of a statement's first piece."""
    person, utterance = named.person(statement.person), kept.utterances.get(statement.id)
    return {
        "kind": statement.kind,
        "medium": statement.medium,
        "person": person.name if person else None,
        "personKind": person.kind if person else None,
        "asserted": statement.asserted,
        "score": round(statement.score, 4),
        "within": statement.within,
        "time": statement.time.value if statement.time else None,
        "utterance": None if utterance is None else str(utterance),
    }


def _member(name: str) -> ZipInfo:
    """A file of the zip without the time of its making, so that the same archive gives the same zip."""
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED
    return info
