"""Whether what an archive holds of one version is true to itself: text, record, and all rows that are made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from wortlaut.archive.identities import Rules
from wortlaut.archive.packing import digest, gaps, storable, unpack, unpacked_text
from wortlaut.archive.persons import known
from wortlaut.archive.preparing import ordinal, spoken
from wortlaut.archive.problems import Problem
from wortlaut.archive.schema import (
    DAY_BITS,
    appearances,
    articles,
    outlets,
    people,
    records,
    statements,
    texts,
    versions,
)
from wortlaut.errors import WortlautError
from wortlaut.names import folded
from wortlaut.record import Analysis
from wortlaut.statements import KINDS, Statement
from wortlaut.text import text_hash

_CLOSE = 1e-4  # records round scores to four digits, PostgreSQL keeps seven


@dataclass(slots=True)
class Held:
    """All rows of a version; text, record, key and outlet are None where they are missing."""

    version: RowMapping
    lines: list[RowMapping] = field(default_factory=list)
    people: dict[int, RowMapping] = field(default_factory=dict)


def held(connection: Connection, wanted: Sequence[int]) -> list[Held]:
    """Versions by their ids, in their order."""
    query = (
        select(
            versions, articles.c.key.label("key"), outlets.c.name.label("outlet"), texts.c.hash.label("hash"),
            texts.c.data.label("text"), records.c.data.label("record"),
        )
        .outerjoin(articles, articles.c.id == versions.c.article_id)
        .outerjoin(outlets, outlets.c.id == versions.c.outlet_id)
        .outerjoin(texts, texts.c.version_id == versions.c.id)
        .outerjoin(records, records.c.version_id == versions.c.id)
        .where(versions.c.id.in_(wanted))
        .order_by(versions.c.id)
    )  # fmt: skip
    found = {row["id"]: Held(row) for row in connection.execute(query).mappings()}
    said = select(statements).where(statements.c.version_id.in_(wanted)).order_by(statements.c.number)
    for row in connection.execute(said).mappings():
        found[row["version_id"]].lines.append(row)
    part = (
        select(appearances, people.c.key, people.c.name, people.c.entry)
        .outerjoin(people, people.c.id == appearances.c.person_id)
        .where(appearances.c.version_id.in_(wanted))
    )
    for row in connection.execute(part).mappings():
        found[row["version_id"]].people[row["number"]] = row
    return list(found.values())


def check(one: Held, rules: Rules) -> Iterator[Problem]:
    """What is wrong with a version, by what people said of who is whom."""
    place = f"version {one.version['id']}"
    text, problem = _text(one.version)
    if problem:
        yield Problem("text", place, problem)
    if text is None:
        return
    if one.version["record"] is None:
        yield Problem("record", place, "its record is missing")
        return
    try:
        analysis = unpack(one.version["record"], text)
    except WortlautError as error:
        yield Problem("record", place, f"its record cannot be read ({error})")
        return
    yield from (Problem("row", place, told) for told in _differing(one.version, _facts(analysis)))
    yield from _people(place, one, analysis, rules)
    yield from _lines(place, one, analysis)


def _text(version: RowMapping) -> tuple[str | None, str | None]:
    """The text, and what is wrong with it."""
    if version["text"] is None:
        return None, "its text is missing"
    try:
        text = unpacked_text(version["text"])
    except WortlautError as error:
        return None, f"its text cannot be read ({error})"
    return text, None if text_hash(text) == version["hash"] else "its text is not the one that was added (SHA-256)"


def _facts(analysis: Analysis) -> dict[str, Any]:
    article = analysis.article
    return {
        "published": article.published,
        "day": ordinal(article.published) or 0,
        "title": storable(article.title) if article.title else None,
        "outlet": storable(article.outlet) if article.outlet else None,
    }


def _differing(row: RowMapping, expected: dict[str, Any]) -> Iterator[str]:
    for name, value in expected.items():
        near = isinstance(value, float) and isinstance(row[name], float) and abs(value - row[name]) <= _CLOSE
        if row[name] != value and not near:
            yield f"its {name} is {row[name]!r:.60}, in the record {value!r:.60}"


def _people(place: str, one: Held, analysis: Analysis, rules: Rules) -> Iterator[Problem]:
    if set(one.people) != set(range(len(analysis.people))):
        yield Problem("row", place, f"{len(one.people)} people have part in it, in the record {len(analysis.people)}")
        return
    for number, person in enumerate(analysis.people):
        row = one.people[number]
        who = rules.known(known(person, one.version["key"] or ""), one.version["key"] or "")
        same = who.entry or folded(row["name"] or "") == folded(who.name)
        ruled = rules.concern(who.key) or rules.concern(row["key"] or "")
        if row["entry"] != who.entry or not same or (ruled and row["key"] != who.key):
            yield Problem("row", place, f"person {number} is {row['name']!r:.60}, in the record {person.name!r:.60}")


def _lines(place: str, one: Held, analysis: Analysis) -> Iterator[Problem]:
    if [row["number"] for row in one.lines] != list(range(len(analysis.statements))):
        yield Problem("row", place, f"it has {len(one.lines)} statements, in the record {len(analysis.statements)}")
        return
    places = {person.id: number for number, person in enumerate(analysis.people)}
    for row, statement in zip(one.lines, analysis.statements, strict=True):
        number = places.get(statement.person or "")
        person = one.people[number]["person_id"] if number in one.people else None
        expected = {
            **_expected(statement, analysis),
            "person_id": person,
            "outlet_id": one.version["outlet_id"],
            "latest": one.version["latest"],
        }
        for told in _differing(row, expected):
            yield Problem("row", f"statement {row['id']} of {place}", told)
        day = expected["said"] or one.version["day"]
        if row["id"] >> DAY_BITS != day:
            yield Problem("row", f"statement {row['id']} of {place}", f"its id is not of its day ({day})")


def _expected(statement: Statement, analysis: Analysis) -> dict[str, Any]:
    return {
        "kind": KINDS.index(statement.kind),
        "asserted": statement.asserted,
        "score": statement.score,
        "start": statement.content[0].start,
        "end": statement.content[-1].end,
        "gaps": gaps(statement.content),
        "digest": digest(statement, analysis.article.text),
        "said": spoken(statement.time),
    }
