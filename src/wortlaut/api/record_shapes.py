"""The shape of a record and its parts, as docs/reference/record.md tells them; tests hold answers against it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from wortlaut.parts import PartKind
from wortlaut.persons import PersonKind
from wortlaut.statements import Kind, Medium, Reason

NEXT = "what to give as `after` for the next page; null after the last"


def told(description: str) -> Any:
    """A field that is always there, with what it is."""
    return Field(description=description)


def _open(schema: dict[str, Any]) -> None:
    """Who reads answers must ignore fields that they do not know, so the document forbids none."""
    schema.pop("additionalProperties", None)


class Shape(BaseModel):
    """The shape of an answer. It is strict where tests hold it against real answers, and open in the document."""

    model_config = ConfigDict(extra="forbid", strict=True, json_schema_extra=_open)


class Place(Shape):
    """A span: `text` is exactly what stands in the article's text from `start` to `end`."""

    start: int = told("first code point, from 0")
    end: int = told("the code point after the last")
    text: str = told("the words")


class Source(Shape):
    """The article of a record."""

    id: str = told("of its text: the first 16 hexadecimal digits of the SHA-256")
    source: str | None = told("path or address")
    title: str | None = told("as the page states it")
    outlet: str | None = told("as the page states it, else its host")
    language: str | None = told("ISO 639-1")
    published: str | None = told("ISO 8601 date, or date and time, as the page states it")
    text: str = told("the text into which all places count")


class Part(Shape):
    """A part of the page."""

    kind: PartKind = told("what it is; `paragraph` and `teaser` are running text")
    start: int = told("first code point")
    end: int = told("the code point after the last")


class Why(Shape):
    """Why it is that person."""

    reason: Reason = told("how the text lets a reader know who it is")
    score: float = told("0 to 1; it orders links by how sure they are")
    evidence: Place | None = told("the words that name the person")


class When(Shape):
    """When it was said."""

    value: str = told("TIMEX3 value, as `2026-03-02`")
    span: Place = told("the expression")


class Statement(Shape):
    """A statement: who said what."""

    id: str = told("`s1`, `s2` … in its article")
    kind: Kind = told("how it is told")
    medium: Medium = told("said, written or thought")
    content: list[Place] = told("what was said; never empty; several are one content in pieces")
    cue: list[Place] = told("the attributing words")
    speaker: list[Place] = told("the words that name who said it")
    addressee: list[Place] = told("the words that name to whom")
    frame: list[Place] = told("the clause around the content that holds speaker and cue")
    person: str | None = told("the id of who made it, in the `people` of its record")
    attribution: Why | None = told("why it is that person")
    relayed_by: list[str] = told("the ids of those who pass it on")
    within: str | None = told("the id of the smallest statement around it")
    asserted: bool = told("false where the words are not said to have been said")
    time: When | None = told("when it was said, where the text tells")
    score: float = told("0 to 1: how likely it is that this is a statement and its content is right")


class Person(Shape):
    """Somebody or something that speaks in an article."""

    id: str = told("`p1`, `p2` … in its article")
    name: str = told("the fullest name in the article, without titles")
    kind: PersonKind = told("what speaks")
    roles: list[str] = told("functions and titles in the article's words")
    mentions: list[Place] = told("all places that mean this person")
    members: list[str] = told("of several who speak together: the ids of each")
    entry: str | None = told("the id in the register of people")


class Record(Shape):
    """Who said what in an article."""

    wortlaut: Literal[1] = told("version of the record")
    article: Source = told("the article")
    parts: list[Part] = told("what the page consists of, in order")
    statements: list[Statement] = told("who said what, in order of the text")
    people: list[Person] = told("who made the statements, and who passed them on")
