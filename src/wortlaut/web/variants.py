"""Variants: an utterance in all its wordings, as the page of one of its statements shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from wortlaut.archive import Hit
from wortlaut.copies import agency
from wortlaut.kept import published_on
from wortlaut.surfaces.characters import shortened
from wortlaut.surfaces.chronology import said_apart
from wortlaut.surfaces.marks import css_class, safe
from wortlaut.surfaces.report import changed
from wortlaut.surfaces.tellings import Telling, changes, originals, tellings
from wortlaut.surfaces.wordings import differ, likeness
from wortlaut.web.hits import article_path, colour_of, language_of, name_of, statement_path

_ALIKE = 0.3  # share of words in common from which on a diff tells more than the words themselves
_WORDS = 1_200  # columns of a wording that is shown without a diff
_SHOWN = 6  # places of one wording that are not folded


@dataclass(frozen=True, slots=True)
class Place:
    """Where a wording stands. `day` is when the article was published, `said` when the words were said where that is
    another day, `agency` is whose copy the article is, empty where that is not known; `original`: whether
    it is the earliest of several with the same copy.
    """

    address: str
    statement: str
    article: str
    title: str
    outlet: str | None
    day: date | None
    said: date | None
    here: bool
    copy: bool
    agency: str
    original: bool


@dataclass(frozen=True)
class Wording:
    """The same words in one or several articles. `words` is safe markup: the difference to this statement's wording
    where `compared`. `places` are shown, `folded` to be opened: copies of the same agency report, and what is too much.
    """

    number: int
    css: str
    kind: str
    asserted: bool
    name: str
    person: int | None
    colour: str
    here: bool
    compared: bool
    words: Markup
    language: str
    places: Sequence[Place]
    folded: Sequence[Place] = field(default_factory=tuple)


def variants(hits: Sequence[Hit], address: str, say: Mapping[str, str]) -> list[Wording]:
    """All wordings, the earliest first, each compared with that of the statement at `address`."""
    found, first = tellings(hits), originals(hits)
    own = next(one for one in found if any(hit.kept.address(hit.statement) == address for hit in one.hits))
    agencies = _agencies(hits)
    return [
        _wording(number, one, own, [_place(hit, address, first, say, agencies) for hit in one.hits])
        for number, one in enumerate(found, 1)
    ]


def _wording(number: int, one: Telling, own: Telling, places: Sequence[Place]) -> Wording:
    kept, statement = one.first.kept, one.first.statement
    person = kept.analysis.person(statement)
    known = kept.people.get(person.id) if person else None
    differing = () if one is own else changes(own.plain, one.plain)
    compared = differ(differing) and likeness(differing) >= _ALIKE
    said = changed(differing) if compared else safe(shortened(kept.analysis.words(statement.content), _WORDS))
    shown = list(_shown(places))
    return Wording(
        number, css_class(statement.kind), statement.kind, statement.asserted,
        shortened(person.name if person else kept.analysis.words(statement.speaker), 160), known,
        colour_of(known), one is own, compared, Markup(said),
        language_of(kept), shown, [place for place in places if place not in shown],
    )  # fmt: skip


def _shown(places: Sequence[Place]) -> Iterator[Place]:
    """The first one, the one that is looked at, and a few more; no further copy of what an agency sent."""
    left = _SHOWN
    for number, one in enumerate(places):
        if number == 0 or one.here or (left > 0 and (one.original or not one.copy)):
            left -= 1
            yield one


def _agencies(hits: Sequence[Hit]) -> Mapping[tuple[int, int], str]:
    """Whose copy the articles are, by article and version; each is looked through once, however often it is quoted."""
    copies = {(hit.kept.article, hit.kept.version): hit.kept for hit in hits if hit.kept.story is not None}
    return {key: agency(kept.analysis.article.text) or "" for key, kept in copies.items()}


def _place(
    hit: Hit, address: str, first: frozenset[str], say: Mapping[str, str], agencies: Mapping[tuple[int, int], str]
) -> Place:
    kept, own, day = hit.kept, hit.kept.address(hit.statement), published_on(hit.kept)
    return Place(
        own, statement_path(kept, hit.statement), article_path(kept), name_of(kept, say), kept.analysis.article.outlet,
        day, said_apart(kept, hit.day), own == address, kept.story is not None,
        agencies.get((kept.article, kept.version), ""), own in first,
    )  # fmt: skip
