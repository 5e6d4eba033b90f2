"""Voices: the people of statements out of many articles, each with letters and a colour, as within one article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wortlaut.kept import Kept
from wortlaut.statements import Statement
from wortlaut.surfaces.characters import shortened
from wortlaut.surfaces.legend import letters, roles

_NAMES = 160  # columns of a name, or of functions


@dataclass(frozen=True, slots=True)
class Voice:
    """Who made a statement. `place`, from 0 on, chooses letters and colour, and is None for nobody who is known."""

    name: str
    roles: str = ""
    place: int | None = None

    @property
    def sign(self) -> str:
        """The letters, empty for nobody."""
        return "" if self.place is None else letters(self.place)


class Voices:
    """Who is who among some statements: letters in order of the first statement, the same for the same person.

    Two mentions are the same person where the archive gives them one number, or, without numbers, in one article.
    """

    def __init__(self) -> None:
        self._places: dict[object, int] = {}

    def of(self, kept: Kept, statement: Statement) -> Voice:
        """Who made the statement: the person, or else the words of the article; no name where it has none."""
        person = kept.analysis.person(statement)
        if person is None:
            spans = statement.speaker
            return Voice(shortened(kept.analysis.words(spans), _NAMES) if spans else "")
        key = kept.people.get(person.id, (kept.analysis.article.id, kept.article, person.id))
        return Voice(shortened(person.name, _NAMES), shortened(roles(person), _NAMES), self._place(key))

    def _place(self, key: object) -> int:
        return self._places.setdefault(key, len(self._places))


def places(kept: Iterable[Kept]) -> list[str]:
    """The outlets of some articles, each once, in their order; those without one are left out."""
    return list(dict.fromkeys(one.analysis.article.outlet for one in kept if one.analysis.article.outlet))
