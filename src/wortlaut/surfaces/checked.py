"""render(): the verdict on a quotation with its evidence, for a terminal; to_dict(): the same for scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from wortlaut.archive.checking import Checked, Passage
from wortlaut.surfaces import answers
from wortlaut.surfaces.characters import shortened
from wortlaut.surfaces.evidence import Shown, chosen, days, earliest, extent, headline, share, shown, warnings
from wortlaut.surfaces.excerpt import AROUND, excerpt
from wortlaut.surfaces.layout import BOLD, DIM, MINIMUM_WIDTH, apart, hanging, joined, label, person_bold, printed, rule
from wortlaut.surfaces.passage import passage
from wortlaut.surfaces.voices import Voice
from wortlaut.surfaces.wordings import differ, legend, pieces
from wortlaut.surfaces.words import Language, date, number, words
from wortlaut.surfaces.wrapping import Line, Piece, wrap
from wortlaut.verdicts import Missing

_INDENT = 4
_NAMES = 160  # columns of a name, title or address
_CLAIM = 1_200  # columns of the quotation
_FULL = 5  # pieces of evidence that are shown with their words
_LISTED = 15  # further ones of which the place is told
_PASSAGES = 3
_COLORS = {"verbatim": "1;32", "cut": "1;33", "altered": "1;33", "reported": "1;33", "not_found": BOLD}
_OTHER = "1;31"  # said by somebody else, or not said


@dataclass(frozen=True, slots=True)
class _View:
    say: Mapping[str, str]
    width: int


def to_dict(checked: Checked) -> dict[str, Any]:
    """The verdict for scripts, ready for `json.dumps`; its fields are in docs/reference/answers.md."""
    return answers.checked(checked)


def render(checked: Checked, *, width: int = 80, color: bool = False, language: Language = "de") -> str:
    """The verdict in plain words, its evidence, and what was searched, as text for a terminal of `width` columns.

    What the quotation leaves out or changes stands as [-words of the article-] and {+words of the quotation+}. Nothing
    found is told as just that: it does not mean that nobody said it.
    """
    view = _View(words(language), max(width, MINIMUM_WIDTH))
    evidence = shown(checked)
    full = chosen(evidence, _FULL)
    rest = [one for one in evidence if one not in full]
    lines = chain(
        _head(view, checked),
        *(_evidence(view, one) for one in full),
        _others(view, rest),
        *(_passage(view, one) for one in checked.passages[:_PASSAGES]),
        _foot(view, checked, evidence),
    )
    return printed(lines, color=color)


def _head(view: _View, checked: Checked) -> Iterator[Line]:
    say, finding = view.say, checked.finding
    yield from wrap([Piece(say[f"verdict.{finding.verdict}.long"], _COLORS.get(finding.verdict, _OTHER))], view.width)
    yield from wrap([Piece(headline(say, checked))], view.width)
    for told in warnings(say, checked):
        yield from wrap([Piece(f"! {told}", BOLD)], view.width)
    yield []
    yield from wrap([label(say["claim"]), Piece(shortened(finding.claim, _CLAIM))], view.width)
    if checked.person:
        yield from wrap([label(say["person.asked"]), Piece(shortened(checked.person, _NAMES))], view.width)
    yield []


def _evidence(view: _View, one: Shown) -> Iterator[Line]:
    inner = view.width - _INDENT
    around = min(AROUND, 3 * inner)
    body = chain(
        apart(_facts(view, one), one.evidence.candidate.address, inner),
        wrap(_who(view.say, one.voice), inner),
        wrap(passage(one.text, one.bits(around), one.voice), inner),
        *(wrap(_left_out(view.say, missing), inner) for missing in one.evidence.missing),
        _changed(view, one, inner),
        wrap(_where(view.say, one), inner),
    )
    yield from hanging(f"{one.number:>2}  " if one.number < 100 else "", body, _INDENT, BOLD)
    yield []


def _facts(view: _View, one: Shown) -> Iterator[Piece]:
    say, candidate = view.say, one.evidence.candidate
    facts = [[Piece(say[f"verdict.{one.evidence.verdict}"], BOLD)]]
    if one.evidence.wording != one.evidence.verdict:
        facts.append([Piece(say[f"verdict.{one.evidence.wording}"])])
    facts += [[Piece(day.replace(" ", "\xa0"))] for day in days(say, one)]
    if candidate.outlet:
        facts.append([Piece(shortened(candidate.outlet, _NAMES))])
    facts.append([Piece(say[f"kind.{candidate.kind}"])])
    if not candidate.asserted and one.evidence.verdict != "not_asserted":
        facts.append([Piece(say["asserted.no"], BOLD)])
    return joined(facts)


def _who(say: Mapping[str, str], voice: Voice) -> Iterator[Piece]:
    sign = f"{voice.sign}\xa0\xa0" if voice.sign else ""
    facts = [[Piece(sign + (voice.name or say["unnamed"]), person_bold(voice.place) if voice.name else DIM)]]
    return joined([*facts, [Piece(voice.roles, DIM)]] if voice.roles else facts)


def _left_out(say: Mapping[str, str], missing: Missing) -> Iterator[Piece]:
    yield label(say[f"missing.{missing.place}"])
    yield Piece(f"[-{missing.words}-]", "9;31") if missing.words else Piece(say["missing.unknown"], DIM)


def _changed(view: _View, one: Shown, width: int) -> Iterator[Line]:
    if differ(one.evidence.changes):
        yield from wrap([label(legend(view.say)), *pieces(one.evidence.changes)], width)


def _where(say: Mapping[str, str], one: Shown) -> Iterator[Piece]:
    candidate = one.evidence.candidate
    facts = [[Piece(shortened(given, _NAMES), DIM)] for given in (candidate.title, candidate.source) if given]
    place = say["place.at"].format(start=one.place.start, end=one.place.end)
    return joined([*facts, [Piece(place.replace(" ", "\xa0"), DIM)]])


def _others(view: _View, rest: Sequence[Shown]) -> Iterator[Line]:
    """Further evidence, a line each."""
    if not rest:
        return
    inner = view.width - _INDENT
    told = share(view.say, [one.evidence.verdict for one in rest])
    yield from wrap([Piece(f"{view.say['evidence.more']}: {told}", BOLD)], view.width)
    for one in rest[:_LISTED]:
        lines = apart(_facts(view, one), one.evidence.candidate.address, inner)
        yield from hanging(f"{one.number:>2}  " if one.number < 100 else "", lines, _INDENT, BOLD)
    if len(rest) > _LISTED:
        more = view.say["more"].format(count=number(view.say, len(rest) - _LISTED))
        yield from hanging("", wrap([Piece(more)], inner), _INDENT)
    yield []


def _passage(view: _View, one: Passage) -> Iterator[Line]:
    """Words that stand in an article outside of any statement."""
    article, inner = one.kept.analysis.article, view.width - _INDENT
    known = (article.outlet, article.published and date(view.say, article.published))
    facts = [[Piece(view.say["passage"], BOLD)], *([Piece(shortened(given, _NAMES))] for given in known if given)]
    bits = excerpt(article.text, [one.span], around=min(AROUND, 3 * inner))
    about = [[Piece(shortened(given, _NAMES), DIM)] for given in (article.title, article.source) if given]
    body = chain(
        apart(joined(facts), f"{one.kept.article}.{one.kept.version}", inner),
        wrap(passage(article.text, bits, Voice("")), inner),
        wrap(joined(about), inner),
    )
    yield from hanging("", body, _INDENT)
    yield []


def _foot(view: _View, checked: Checked, evidence: Sequence[Shown]) -> Iterator[Line]:
    say, first = view.say, earliest(evidence, checked)
    yield [rule(view.width)]
    own = [one.evidence.candidate for one in evidence if one.evidence.verdict == checked.finding.verdict]
    if first is not None and len(own) > 1:
        candidate = first.evidence.candidate
        known = (*days(say, first), candidate.outlet, candidate.address)
        told = " · ".join(shortened(given, _NAMES) for given in known if given)
        yield from wrap([label(say["first"]), Piece(told)], view.width)
    outlets = list(dict.fromkeys(one.outlet for one in own if one.outlet))
    if len(outlets) > 1:
        more = f" {say['more'].format(count=len(outlets) - _LISTED)}" if len(outlets) > _LISTED else ""
        named = ", ".join(shortened(name, _NAMES) for name in outlets[:_LISTED])
        yield from wrap([label(say["outlets"]), Piece(named + more)], view.width)
    yield from wrap([label(say["searched"]), Piece(extent(say, checked))], view.width)
    if checked.finding.verdict == "not_found":
        yield from wrap([Piece(say["not_found.caution"], BOLD)], view.width)
