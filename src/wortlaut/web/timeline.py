"""timeline(): when each wording of an utterance stood in an article, as a picture; the list beneath says the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from markupsafe import Markup

from wortlaut.web.variants import Place, Wording
from wortlaut.web.words import Say

_ROWS = 8  # wordings that are drawn
_ROW, _TOP, _FOOT = 22, 6, 20  # pixels
_LEFT, _RIGHT = 6.0, 97.0  # per cent of the width between which days lie
_FEWEST = 3  # dated places below which a picture tells nothing


def timeline(wordings: Sequence[Wording], say: Say) -> Markup:
    """A row for each wording, a mark for each article: full where its words are a quotation, else hollow. Empty where
    few places have a date, or all the same.
    """
    rows = [(one, [place for place in (*one.places, *one.folded) if place.day]) for one in wordings[:_ROWS]]
    days = sorted(place.day for _, places in rows for place in places if place.day)
    if len(days) < _FEWEST or days[0] == days[-1]:
        return Markup("")
    height = _TOP + _ROW * len(rows) + _FOOT
    drawn = "".join(mark for row, (one, places) in enumerate(rows) for mark in _row(row, one, places, days, say))
    base = height - _FOOT
    return Markup(
        f'<figure class="chart timeline">\n<figcaption id="timeline">{say("statement.timeline")}</figcaption>\n'
        f'<svg width="100%" height="{height}" role="img" aria-labelledby="timeline">\n'
        f'<line class="axis" x1="0" x2="100%" y1="{base}" y2="{base}"/>\n{drawn}'
        f'<text x="{_LEFT}%" y="{height - 4}">{escape(say.date(days[0]))}</text>'
        f'<text x="{_RIGHT}%" y="{height - 4}" text-anchor="end">{escape(say.date(days[-1]))}</text>\n'
        "</svg>\n</figure>\n"
    )


def _row(row: int, one: Wording, places: Sequence[Place], days: Sequence[date], say: Say) -> Iterator[str]:
    middle = _TOP + _ROW * row + _ROW // 2
    yield f'<text x="0" y="{middle + 4}">{one.number}</text>'
    yield f'<line class="most" x1="4%" x2="100%" y1="{middle}" y2="{middle}"/>\n'
    hollow = "" if one.kind == "direct" else " hollow"
    for place in places:
        if place.day is None:
            continue
        told = escape(f"{one.number}: {say.date(place.day)}, {place.outlet or say('outlet.none')}")
        here = " here" if place.here else ""
        yield (
            f'<circle class="dot{hollow}{here}" cx="{_across(place.day, days):.2f}%" cy="{middle}" '
            f'r="{6 if place.here else 4}"><title>{told}</title></circle>\n'
        )


def _across(day: date, days: Sequence[date]) -> float:
    share = (day - days[0]).days / (days[-1] - days[0]).days
    return _LEFT + (_RIGHT - _LEFT) * share
