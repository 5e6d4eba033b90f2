"""The people of an analysis as the surfaces show them: each with letters, a colour, and its statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Literal

from wortlaut.persons import Person
from wortlaut.record import Analysis
from wortlaut.statements import Statement
from wortlaut.text import Span

Order = Literal["text", "person"]
_ROLES = 8  # functions of a person that are shown


@dataclass(frozen=True, slots=True)
class Shown:
    """A person as shown. `place`, from 0 on, chooses the colour; `statements` are indices of those made by it."""

    person: Person
    place: int
    statements: tuple[int, ...]

    @property
    def sign(self) -> str:
        """The letters that stand for the person wherever its colour does."""
        return letters(self.place)


class Legend:
    """Who made which of the statements of an analysis."""

    def __init__(self, analysis: Analysis) -> None:
        made: dict[str | None, list[int]] = {}
        for index, statement in enumerate(analysis.statements):
            made.setdefault(statement.person, []).append(index)
        people = {person.id: person for person in reversed(analysis.people)}
        # those who speak first, so that a relay takes no colour from them
        order = sorted(reversed(people), key=lambda id: id not in made)
        self.people = [Shown(people[id], place, tuple(made.get(id, ()))) for place, id in enumerate(order)]
        self._by_id = {shown.person.id: shown for shown in self.people}
        self._statements = analysis.statements

    def of(self, statement: Statement) -> Shown | None:
        """Who made the statement, or None where the text does not tell."""
        return self._by_id.get(statement.person or "")

    def named(self, ids: Iterable[str]) -> list[Shown]:
        """Those of the people that are known."""
        return [self._by_id[id] for id in ids if id in self._by_id]

    def groups(self, order: Order = "person") -> Iterator[tuple[Shown | None, list[int]]]:
        """Indices of statements by person, those of nobody last; in order of the text all in one group."""
        if order == "text":
            yield None, list(range(len(self._statements)))
            return
        yield from ((shown, list(shown.statements)) for shown in self.people if shown.statements)
        rest = [index for index, statement in enumerate(self._statements) if self.of(statement) is None]
        if rest:
            yield None, rest


def letters(place: int) -> str:
    """A, B … Z, AA, AB … as the columns of a spreadsheet.

    >>> letters(0), letters(25), letters(26), letters(702)
    ('A', 'Z', 'AA', 'AAA')
    """
    found = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        found = ascii_uppercase[letter] + found
    return found


def words_beside(analysis: Analysis, spans: tuple[Span, ...], name: str) -> str:
    """The words of a speaker where they say something else than the name; else empty."""
    words = analysis.words(spans)
    return "" if words.split() == name.split() else words


def roles(person: Person) -> str:
    """The person's functions and titles, joined."""
    return ", ".join(person.roles[:_ROLES])
