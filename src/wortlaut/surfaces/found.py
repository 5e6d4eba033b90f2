"""render(): the statements that were found in an archive, for a terminal; to_dict(): the same for scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from wortlaut.archive.finding import Count, Hit, Page
from wortlaut.archive.searching import Query
from wortlaut.surfaces import answers
from wortlaut.surfaces.characters import shortened
from wortlaut.surfaces.chronology import day_in_words
from wortlaut.surfaces.excerpt import AROUND, excerpt
from wortlaut.surfaces.layout import (
    BOLD,
    DIM,
    MINIMUM_WIDTH,
    apart,
    hanging,
    joined,
    label,
    person_bold,
    printed,
    rule,
)
from wortlaut.surfaces.moments import told
from wortlaut.surfaces.passage import passage
from wortlaut.surfaces.sought import Phrases, phrases, sought
from wortlaut.surfaces.voices import Voice, Voices
from wortlaut.surfaces.words import Language, counted, number, words
from wortlaut.surfaces.wrapping import Line, Piece, wrap

_INDENT = 3
_NAMES = 160  # columns of a title, name or address
_LINES = 3  # of context on either side at most


@dataclass(frozen=True, slots=True)
class _View:
    say: Mapping[str, str]
    width: int
    wanted: Phrases
    voices: Voices

    @property
    def indent(self) -> int:
        return _INDENT if self.width >= 2 * MINIMUM_WIDTH else 0


def render(
    page: Page,
    *,
    query: Query,
    total: Count | None = None,
    width: int = 80,
    color: bool = False,
    language: Language = "de",
) -> str:
    """One page of what `query` found, as text for a terminal of `width` columns, ending in a line break.

    Each statement stands with its day, outlet and kind, who made it, its words in context and its place in the archive;
    the last lines say how many there are in all, if `total` is given, and how to go on. Letters tell people of the page
    apart. Whatever could act on a terminal is made visible.
    """
    view = _View(words(language), max(width, MINIMUM_WIDTH), phrases(query), Voices())
    lines = chain.from_iterable(_hit(view, hit) for hit in page.hits) if page.hits else _none(view, query)
    return printed(chain(lines, _closing(view, page, total)), color=color)


def to_dict(page: Page) -> dict[str, Any]:
    """The page for scripts, ready for `json.dumps`; its fields are in docs/reference/answers.md."""
    return answers.page(page)


def _none(view: _View, query: Query) -> Iterator[Line]:
    say = view.say
    yield from wrap([Piece(say["found.none"], BOLD)], view.width)
    asked = list(joined([(label(name), Piece(shortened(given, _NAMES))) for name, given in _asked(say, query)]))
    if asked:
        yield from wrap([Piece(f"{say['found.none.asked']} – ", DIM), *asked], view.width)
    yield from wrap([Piece(say["found.none.help"], DIM)], view.width)


def _asked(say: Mapping[str, str], query: Query) -> Iterator[tuple[str, str]]:
    """What a query asks for, named."""
    yield from (
        (say[f"asked.{name}"], given)
        for name, given in (
            ("words", query.words),
            ("person", query.person or ""),
            ("about", query.about or ""),
            ("outlet", query.outlet or ""),
            ("kinds", ", ".join(say[f"kind.{kind}"] for kind in query.kinds)),
            ("since", day_in_words(say, query.since) if query.since else ""),
            ("until", day_in_words(say, query.until) if query.until else ""),
        )
        if given
    )


def _hit(view: _View, hit: Hit) -> Iterator[Line]:
    article, statement = hit.kept.analysis.article, hit.statement
    voice = view.voices.of(hit.kept, statement)
    yield from apart(_facts(view, hit), hit.kept.address(statement), view.width)
    yield from wrap(_who(view.say, hit, voice), view.width)
    roles = {name: statement.spans(name) for name in ("speaker", "cue", "addressee")}
    roles["sought"] = sought(article.text, statement.content, view.wanted)
    around = min(AROUND, _LINES * (view.width - view.indent))
    bits = excerpt(article.text, statement.content, roles, around=around)
    inner = view.width - view.indent
    yield from hanging("", wrap(passage(article.text, bits, voice), inner), view.indent)
    yield from hanging("", wrap(_where(view, hit), inner), view.indent)
    yield []


def _facts(view: _View, hit: Hit) -> Iterator[Piece]:
    say, statement = view.say, hit.statement
    outlet = hit.kept.analysis.article.outlet
    facts = [[Piece(day_in_words(say, hit.day).replace(" ", "\xa0"), BOLD)]]
    if outlet:
        facts.append([Piece(shortened(outlet, _NAMES))])
    facts.append([Piece(say[f"kind.{statement.kind}"])])
    if not statement.asserted:
        facts.append([Piece(say["asserted.no"], BOLD)])
    return joined(facts)


def _who(say: Mapping[str, str], hit: Hit, voice: Voice) -> Iterator[Piece]:
    analysis, statement = hit.kept.analysis, hit.statement
    sign = f"{voice.sign}\xa0\xa0" if voice.sign else ""
    facts = [[Piece(sign + (voice.name or say["unnamed"]), person_bold(voice.place) if voice.name else DIM)]]
    if voice.roles:
        facts.append([Piece(voice.roles, DIM)])
    relays = [person.name for person in analysis.people if person.id in statement.relayed_by]
    if relays:
        facts.append([label(say["role.relayed_by"]), Piece(shortened(", ".join(relays), _NAMES))])
    if statement.time and statement.time.value != (hit.day.isoformat() if hit.day else None):
        written = analysis.words((statement.time.span,))
        when = shortened(told(say, statement.time.value, written), _NAMES)
        facts.append([label(say["role.time"]), Piece(when)])
    return joined(facts)


def _where(view: _View, hit: Hit) -> Iterator[Piece]:
    article = hit.kept.analysis.article
    facts = [[Piece(shortened(given, _NAMES), DIM)] for given in (article.title, article.source) if given]
    if hit.variants > 1:
        facts.append([Piece(counted(view.say, "found.places", hit.variants - 1), BOLD)])
    return joined(facts)


def _closing(view: _View, page: Page, total: Count | None) -> Iterator[Line]:
    say = view.say
    facts: list[list[Piece]] = []
    if total is not None and page.hits:
        facts.append([Piece(_totals(say, len(page.hits), total), BOLD)])
        if total.utterances != total.statements:
            facts.append([Piece(say["found.different"].format(count=number(say, total.utterances)))])
    if page.next is not None:
        facts.append([Piece(f"{say['found.next']} ".replace(" ", "\xa0"), DIM), Piece(f"--after\xa0{page.next}")])
    if facts:
        yield [rule(view.width)]
        yield from wrap(joined(facts), view.width)


def _totals(say: Mapping[str, str], shown: int, total: Count) -> str:
    whole = counted(say, "statements", total.statements)
    if shown == total.statements:
        return whole
    return say["found.shown"].format(shown=number(say, shown), total=whole)
