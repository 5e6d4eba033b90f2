"""render(): all wordings of one utterance in order of publication, with what differs between them, for a terminal;
to_dict(): the same for scripts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal

from wortlaut.archive.finding import Hit, in_order
from wortlaut.copies import agency
from wortlaut.kept import published_on
from wortlaut.surfaces.answers import hit_answer
from wortlaut.surfaces.characters import shortened
from wortlaut.surfaces.chronology import days_in_words
from wortlaut.surfaces.layout import BOLD, DIM, MINIMUM_WIDTH, apart, hanging, joined, person_bold, printed
from wortlaut.surfaces.tellings import Telling, originals, tellings
from wortlaut.surfaces.tellings import changes as changes_between
from wortlaut.surfaces.voices import Voice, Voices, places
from wortlaut.surfaces.wordings import likeness, pieces
from wortlaut.surfaces.words import Language, counted, words
from wortlaut.surfaces.wrapping import Line, Piece, wrap

Against = Literal["longest", "first"]
_NAMES = 160  # columns of an outlet or name
_PLACES = 12  # of one wording that are listed
_WORDS = 1_200  # columns of a wording that is shown without a diff
_ALIKE = 0.3  # share of words in common from which on a diff tells more than the words themselves
_INDENT = 3


@dataclass(frozen=True, slots=True)
class _View:
    say: Mapping[str, str]
    width: int
    originals: frozenset[str]  # addresses of the first in each agency story
    voices: Voices


def render(
    hits: Sequence[Hit],
    *,
    width: int = 80,
    color: bool = False,
    language: Language = "de",
    against: Against = "longest",
) -> str:
    """The statements of one utterance, those with the same words together, in order of publication.

    Each wording is compared with the `longest` direct one, or the `first` direct one; where none is direct, with any.
    Words that differ stand as [-gone-] and {+new+}. Articles that carry the copy of an agency say so, and which of them
    was first. Raises nothing for no hits: the text says that there are none.
    """
    say, width = words(language), max(width, MINIMUM_WIDTH)
    found = tellings(hits)
    if not found:
        return printed(wrap([Piece(say["found.none"], BOLD)], width), color=color)
    view = _View(say, width, originals(hits), Voices())
    chosen = _reference(found, against)
    lines = chain(
        _head(view, hits, found),
        *(_wording(view, number, wording, chosen) for number, wording in enumerate(found, start=1)),
    )
    return printed(lines, color=color)


def to_dict(hits: Sequence[Hit]) -> dict[str, Any]:
    """The same statements for scripts, ready for `json.dumps`; its fields are in docs/reference/answers.md."""
    forms = in_order(hits)
    first = next((hit for hit in forms[:1] if published_on(hit.kept)), None)
    return {
        "utterance": forms[0].kept.utterances.get(forms[0].statement.id) if forms else None,
        "first": first.kept.address(first.statement) if first else None,
        "forms": [hit_answer(hit) for hit in forms],
    }


def _reference(found: Sequence[Telling], against: Against) -> Telling:
    direct = [one for one in found if one.direct] or list(found)
    return direct[0] if against == "first" else max(direct, key=lambda one: len(one.plain.words))


def _head(view: _View, hits: Sequence[Hit], found: Sequence[Telling]) -> Iterator[Line]:
    say = view.say
    outlets = len(places(hit.kept for hit in hits))
    articles = len({(hit.kept.article, hit.kept.version, hit.kept.analysis.article.id) for hit in hits})
    facts = [counted(say, "wordings", len(found)), counted(say, "articles", articles), counted(say, "outlets", outlets)]
    facts.append(say["wordings.order"])
    yield from wrap(joined([[Piece(facts[0], BOLD)], *([Piece(fact)] for fact in facts[1:])]), view.width)
    yield []


def _wording(view: _View, number: int, wording: Telling, chosen: Telling) -> Iterator[Line]:
    say, first = view.say, wording.first
    voice = view.voices.of(first.kept, first.statement)
    facts = [[Piece(say[f"kind.{first.statement.kind}"], BOLD)], _named(say, voice)]
    if not first.statement.asserted:
        facts.append([Piece(say["asserted.no"], BOLD)])
    if wording is chosen:
        facts.append([Piece(say["wording.reference"], DIM)])
    inner = view.width - _INDENT
    body = chain(
        wrap(joined(facts), inner),
        wrap(_words(wording, chosen, voice), inner),
        *(_place(view, hit, inner) for hit in wording.hits[:_PLACES]),
        wrap([Piece(say["more"].format(count=len(wording.hits) - _PLACES))], inner)
        if len(wording.hits) > _PLACES
        else (),
    )
    yield from hanging(f"{number:>2} " if number < 100 else "", body, _INDENT, BOLD)
    yield []


def _named(say: Mapping[str, str], voice: Voice) -> list[Piece]:
    sign = f"{voice.sign}\xa0" if voice.sign else ""
    return [Piece(sign + (voice.name or say["unnamed"]), person_bold(voice.place) if voice.name else DIM)]


def _words(wording: Telling, chosen: Telling, voice: Voice) -> Iterator[Piece]:
    """The wording itself, or how it differs where it is like the one that it is compared with."""
    changes = () if wording is chosen else changes_between(chosen.plain, wording.plain)
    if likeness(changes) >= _ALIKE and changes:
        yield from pieces(changes)
        return
    hit = wording.first
    said = hit.kept.analysis.words(hit.statement.content)
    yield Piece(shortened(said, _WORDS), person_bold(voice.place).removeprefix("1;") if voice.sign else "")


def _place(view: _View, hit: Hit, width: int) -> Iterator[Line]:
    """When and where the wording stands, and whose copy it is."""
    say, article, address = view.say, hit.kept.analysis.article, hit.kept.address(hit.statement)
    facts = [[Piece(day.replace(" ", "\xa0"))] for day in days_in_words(say, hit.kept, hit.day)]
    facts.append([Piece(shortened(article.outlet, _NAMES) if article.outlet else say["outlet.none"])])
    if hit.kept.story is not None:
        whose = agency(article.text)
        told = say["copy.of"].format(agency=whose) if whose else say["copy"]
        facts.append([Piece(told + (f", {say['copy.first']}" if address in view.originals else ""), DIM)])
    yield from apart(joined(facts), address, width)
