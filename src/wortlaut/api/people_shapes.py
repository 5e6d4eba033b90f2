"""The shapes of answers about people, as docs/reference/api.md tells them; tests hold answers against them."""

from __future__ import annotations

from wortlaut.api.record_shapes import NEXT, Shape, told
from wortlaut.persons import PersonKind


class Bar(Shape):
    """How many belong to a person, outlet, month or kind."""

    name: str | None = told("which; null: of those without")
    statements: int = told("statements")
    utterances: int = told("different utterances among them")


class PersonLine(Shape):
    """Somebody or something that speaks, as the archive knows them."""

    number: int = told("in the archive, the same in all articles")
    name: str = told("the name")
    kind: PersonKind = told("what speaks")
    entry: str | None = told("the id in the register of people")
    prints: int = told("their statements, also those of earlier versions and of other prints of an agency copy")


class People(Shape):
    """A page of people."""

    people: list[PersonLine] = told("those with the most statements first")
    next: str | None = told(NEXT)


class Naming(Shape):
    """A spelling of a name."""

    name: str = told("as it stands there")
    articles: int = told("in how many of the newest articles")


class Role(Shape):
    """A function or title."""

    words: str = told("in the words of articles")
    since: str | None = told("day of the first article with it")
    until: str | None = told("day of the last one")
    articles: int = told("in how many of the newest articles")


class Speaker(Shape):
    """Somebody who speaks about a person."""

    number: int = told("in the archive")
    name: str = told("the name")
    statements: int = told("how often, among the newest statements about the person")


class Topic(Shape):
    """A word that stands out in what a person says."""

    word: str = told("as it is mostly written")
    statements: int = told("in how many of the newest statements")
    score: float = told("by how many standard deviations")


class PersonKnown(PersonLine):
    """What is known of a person. If not `complete`, only the newest statements were counted."""

    statements: int = told("of latest versions, other prints of an agency copy left out")
    utterances: int = told("different ones among these")
    articles: int = told("in which these stand")
    complete: bool = told("whether all were counted")
    since: str | None = told("day of the first of these")
    until: str | None = told("day of the last of these")
    names: list[Naming] = told("spellings, the most frequent first")
    merged: list[str] = told("names of people who were merged into this one")
    roles: list[Role] = told("functions and titles, the last first")
    months: list[Bar] = told("statements by month, in order")
    outlets: list[Bar] = told("the outlets that quote them most")
    about: list[Speaker] = told("who speaks about them most")
    topics: list[Topic] = told("words that stand out")
