"""resolve(): who made each statement, wherever the text lets a reader know it; and who passed it on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from wortlaut.cast import Known
from wortlaut.entities import Name
from wortlaut.languages import de_names
from wortlaut.persons import Person
from wortlaut.phrases import Mention, listed_gender
from wortlaut.reading import Reading
from wortlaut.relays import relays
from wortlaut.speakers import Speakers, head_index
from wortlaut.statements import Attribution, Reason, Statement
from wortlaut.text import Span

LEAST = 0.5  # score from which on a link is made; chosen on the articles for development, see docs/design/people.md
# Shares of the links of each reason that are right on the articles for development; no link is surer than that.
CERTAINTY: dict[Reason, float] = {
    "name": 0.86, "surname": 0.92, "role": 0.83, "apposition": 0.98, "pronoun": 0.88, "carried": 0.67,
    "interview": 0.97, "source": 0.9, "judgement": 1.0,
}  # fmt: skip


@dataclass(frozen=True)
class Resolved:
    """The statements with `attribution` and `relayed_by`, and the people who are meant by them."""

    statements: tuple[Statement, ...]
    people: tuple[Person, ...]


def resolve(statements: Sequence[Statement], reading: Reading, names: Iterable[Name]) -> Resolved:
    """Link each statement to the one who made it; nobody rather than somebody wrong."""
    if not statements:
        return Resolved((), ())
    speakers = Speakers(statements, reading, names)
    passed_on = relays(speakers)
    links = {s.id: link for s in statements if (link := speakers.found[s.id]) and link.score >= LEAST}
    used = {link.number for link in links.values()} | {n for numbers in passed_on.values() for n in numbers}
    gallery = _Gallery(speakers, used)
    linked = []
    for statement in statements:
        attribution = None
        if link := links.get(statement.id):
            evidence = gallery.evidence(speakers.cast.known[link.number], statement)
            score = min(link.score, CERTAINTY[link.reason])
            attribution = Attribution(gallery.ids[link.number], link.reason, score, evidence)
        relayed = tuple(gallery.ids[number] for number in passed_on[statement.id])
        linked.append(replace(statement, attribution=attribution, relayed_by=relayed))
    return Resolved(tuple(linked), gallery.people)


class _Gallery:
    """Those of the cast who are used, as people with ids in order of their first mention."""

    def __init__(self, speakers: Speakers, used: set[int]) -> None:
        self._reading = speakers.reading
        self._telling: dict[int, list[Mention]] = {}
        known = speakers.cast.known
        with_members = used | {member for number in used for member in known[number].members}
        order = sorted(with_members, key=lambda n: (known[n].mentions[0].head if known[n].mentions else 1 << 30, n))
        self.ids = {number: f"p{place}" for place, number in enumerate(order, 1)}
        self.people = tuple(self._person(known[number]) for number in order)

    def evidence(self, known: Known, statement: Statement) -> Span | None:
        """The nearest words that name the person, before the statement's end or else behind it."""
        end = max(span.end for span in (*statement.content, *statement.speaker))
        if known.number not in self._telling:
            named = [m for m in known.mentions if m.name]
            self._telling[known.number] = named or [m for m in known.mentions if not m.pronoun]
        telling = self._telling[known.number]
        if not telling:
            return None
        before = bisect_left(telling, bisect_left(self._reading.token_starts, end), key=head_index)
        return self._span(telling[max(before - 1, 0)])

    def _span(self, mention: Mention) -> Span:
        tokens = self._reading.tokens
        return Span(tokens[mention.first].start, tokens[mention.after - 1].end)

    def _person(self, known: Known) -> Person:
        group = known.kind == "unnamed" and known.gender == "p" and not known.nouns & de_names.UNNAMED_SOURCES
        return Person(
            self.ids[known.number],
            self._name(known),
            "group" if group else known.kind,
            tuple(known.roles),
            tuple(self._span(mention) for mention in known.mentions),
            tuple(self.ids[number] for number in known.members),
        )

    def _name(self, known: Known) -> str:
        if known.kind == "person":
            return self._full(known.name[0]) if len(known.name) == 1 else " ".join(known.name)
        return known.words or " ".join(known.name)

    @cached_property
    def _beside(self) -> list[str]:
        """The words of headings, captions and whatever else is no running text."""
        running = set(self._reading.running)
        return [p.span.cut(self._reading.text) for p in self._reading.parts if p.span not in running]

    def _full(self, surname: str) -> str:
        """The full name that a heading, teaser or caption gives to a surname, or the surname."""
        pattern = rf"(?<![\w’.-])(?:[^\W\d_][\w’.-]*[ ]){{1,3}}{re.escape(surname)}\b"
        for line in self._beside:
            for match in re.finditer(pattern, line) if surname in line else ():
                words = match.group().split()
                for begin in range(len(words) - 1):
                    if listed_gender(words[begin]):
                        return " ".join(words[begin:])
        return surname
