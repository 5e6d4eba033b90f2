"""Statements in the vocabulary of schema.org: NewsArticle, Quotation, Claim; JSON-LD."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from wortlaut.entries import is_date
from wortlaut.exports.linked import SCHEMA, Named, document, known
from wortlaut.exports.records import json_text
from wortlaut.exports.spool import spool
from wortlaut.kept import Kept, published
from wortlaut.persons import Person
from wortlaut.statements import Statement

_TYPES = {"person": "Person", "unnamed": "Person", "document": "CreativeWork"}
_TABLES = """CREATE TABLE appearance (
    claim TEXT, day INTEGER, moment REAL, article INTEGER, version INTEGER, number INTEGER PRIMARY KEY,
    work TEXT, text TEXT, author TEXT);
    CREATE INDEX by_claim ON appearance (claim, day, moment, article, version, number);"""
_NEW = """INSERT INTO appearance (claim, day, moment, article, version, work, text, author)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""


def schema_pieces(kept: Iterable[Kept]) -> Iterator[str]:
    """One document with a graph: articles, people, direct quotations, and a Claim for each utterance.

    A Claim appears in quotations, or in articles that tell it in other words; `firstAppearance` is in the article
    published first. What is not said to have been said is neither quotation nor claim. Claims come last; until then
    they wait on disk.
    """
    with spool(_TABLES) as database:
        nodes = _nodes(kept, database)
        yield from document({"@context": SCHEMA}, "@graph", nodes)


def _nodes(kept: Iterable[Kept], database: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    for one in map(Named, kept):
        yield _article(one)
        yield from (_person(person, one) for person in one.kept.analysis.people)
        for statement in one.kept.analysis.statements:
            if statement.asserted:
                yield from _quotation(one, statement)
                _note(one, statement, database)
    yield from _claims(database)


def _article(named: Named) -> dict[str, Any]:
    article, iri = named.kept.analysis.article, named.article
    outlet = article.outlet
    return {"@id": iri, "@type": "NewsArticle"} | known(
        headline=article.title,
        url=iri if iri.startswith("http") else None,
        datePublished=article.published,
        inLanguage=article.language,
        publisher={"@type": "NewsMediaOrganization", "name": outlet} if outlet else None,
        identifier=f"{named.kept.article}.{named.kept.version}",
    )


def _person(person: Person, named: Named) -> dict[str, Any]:
    node = {"@id": named.node(person), "@type": _TYPES.get(person.kind, "Organization"), "name": person.name}
    is_person = node["@type"] == "Person"
    return node | known(identifier=person.entry, jobTitle=list(person.roles) if is_person else None)


def _quotation(named: Named, statement: Statement) -> Iterator[dict[str, Any]]:
    if statement.kind != "direct":
        return
    analysis, time, person = named.kept.analysis, statement.time, named.person(statement.person)
    who = {"@id": named.node(person)} if person else None
    yield {"@id": named.statement(statement), "@type": "Quotation"} | known(
        text=analysis.words(statement.content),
        inLanguage=analysis.article.language,
        isPartOf={"@id": named.article},
        creator=who,
        spokenByCharacter=who if person and person.kind != "document" else None,
        dateCreated=time.value if time and is_date(time.value) else None,
        identifier=named.kept.address(statement),
    )


def _note(named: Named, statement: Statement, database: sqlite3.Connection) -> None:
    analysis = named.kept.analysis
    utterance = named.kept.utterances.get(statement.id)
    claim = f"utterance{utterance}" if utterance is not None else named.statement(statement)
    person = named.person(statement.person)
    work = named.statement(statement) if statement.kind == "direct" else named.article
    first = published(named.kept)
    when = (first.day.toordinal(), first.moment.timestamp(), first.article, first.version)
    words = json_text(analysis.words(statement.content))
    database.execute(_NEW, (claim, *when, work, words, named.node(person) if person else None))


def _claims(database: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """A claim's text and author are those of its first appearance that has them."""
    found = database.execute(
        "SELECT claim, work, text, author FROM appearance ORDER BY claim, day, moment, article, version, number"
    )
    for claim, rows in groupby(found, key=itemgetter(0)):
        appearances = list(rows)
        works = list(dict.fromkeys(work for _, work, _, _ in appearances))
        author = next((author for *_, author in appearances if author), None)
        yield {"@id": f"_:{claim.removeprefix('urn:uuid:')}", "@type": "Claim"} | known(
            text=json.loads(appearances[0][2]),
            author={"@id": author} if author else None,
            firstAppearance={"@id": works[0]},
            appearance=[{"@id": work} for work in works],
        )
