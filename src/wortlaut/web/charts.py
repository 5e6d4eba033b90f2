"""Pictures of counts, made on the server: SVG without style attributes, with a table that says the same."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from html import escape
from typing import Protocol

from markupsafe import Markup

from wortlaut.surfaces.moments import moment
from wortlaut.surfaces.words import Language, number
from wortlaut.web.words import table

_HEIGHT, _TOP, _FOOT = 132, 14, 20  # pixels: of the picture, above the highest bar, below the bars
_MOST_MONTHS = 180  # more are drawn by the year
_MOST_YEARS = 80  # a page that gives a year such as 9999 shall not press all others together
_LAST_LABEL = 96  # per cent of the width; further right is no room for a name
_LABELS = 12  # years that are named below the picture
_FILLED = 0.72  # share of a bar's place that is filled


class Counted(Protocol):
    """How many statements there are of a month, "2026-03"; None of those without a date. `Count` and `Tally` are so."""

    @property
    def name(self) -> str | None:
        """The month."""

    @property
    def statements(self) -> int:
        """How many."""


Link = Callable[[date, date], str]  # the address of what there is from one day to another, both included


@dataclass(frozen=True, slots=True)
class _Bar:
    year: int
    month: int | None  # 1..12; None: the whole year
    count: int


def months(
    counts: Sequence[Counted],
    *,
    language: Language,
    caption: str,
    name: str = "months",
    link: Link | None = None,
) -> Markup:
    """Statements by month as bars, with a table of years and months to be opened below; empty where nothing is dated.

    `counts` are those of `Archive.count(query, "month")`, in any order; months without any need not be there. `caption`
    names the picture, in plain text, `name` makes its ids unique on the page. With `link` the table's numbers are links
    to what they count: `months(…, link=lambda since, until: url("/search", since=since, until=until))`.
    """
    held = _Counts(counts)
    if not held.by_month:
        return Markup("")
    say = table(language)
    picture = _picture(list(held.bars()), say, name)
    below = _table(held, say, caption, link)
    return Markup(
        f'<figure class="chart months">\n<figcaption id="{name}-title">{escape(caption)}</figcaption>\n{picture}'
        f"<details><summary>{say['charts.table']}</summary>\n{below}</details>\n</figure>\n"
    )


@lru_cache(maxsize=128)
def linked_months(counts: tuple[Counted, ...], *, language: Language, caption: str, address: str) -> Markup:
    """The same with links, remembered: `address` is that of a search with since=SINCE&until=UNTIL for its days."""
    before, _, behind = address.partition("since=SINCE&until=UNTIL")
    return months(
        counts, language=language, caption=caption,
        link=lambda since, until: f"{before}since={since.isoformat()}&until={until.isoformat()}{behind}",
    )  # fmt: skip


def share(part: int, whole: int) -> Markup:
    """A small bar that is `part / whole` full, for the eye alone: the number has to stand beside it."""
    full = min(100, round(100 * part / whole)) if whole > 0 else 0
    full = max(full, 1) if part > 0 else 0
    return Markup(
        '<svg class="share" width="100%" height="4" aria-hidden="true" focusable="false">'
        f'<rect class="bar" width="{full}%" height="4"/></svg>'
    )


class _Counts:
    """Numbers of statements by (year, month), of the span of years with the most; `outside` are those of all others."""

    def __init__(self, counts: Sequence[Counted]) -> None:
        found = {_month(one.name): one.statements for one in counts if one.name and one.statements}
        self.span = _fullest(found)
        self.by_month = {month: count for month, count in found.items() if month[0] in self.span}
        self.outside = sum(found.values()) - sum(self.by_month.values())
        self.undated = sum(one.statements for one in counts if not one.name)

    @property
    def years(self) -> range:
        """All years from the first to the last."""
        held = [year for year, _ in self.by_month]
        return range(min(held), max(held) + 1)

    def bars(self) -> Iterator[_Bar]:
        """One for each month from the first to the last; for each year where there are too many months."""
        first, last = min(self.by_month), max(self.by_month)
        span = range(12 * first[0] + first[1] - 1, 12 * last[0] + last[1])
        if len(span) <= _MOST_MONTHS:
            for index in span:
                month = (index // 12, index % 12 + 1)
                yield _Bar(*month, self.by_month.get(month, 0))
            return
        by_year = Counter[int]()
        for (year, _), count in self.by_month.items():
            by_year[year] += count
        yield from (_Bar(year, None, by_year[year]) for year in self.years)


def _fullest(found: Mapping[tuple[int, int], int]) -> range:
    """The years, as many as can be drawn, with the most; the latest where several have."""
    by_year = Counter[int]()
    for (year, _), count in found.items():
        by_year[year] += count
    spans = [range(year - _MOST_YEARS + 1, year + 1) for year in sorted(by_year)]
    return max(reversed(spans), key=lambda span: sum(by_year[year] for year in span), default=range(0))


def _month(name: str) -> tuple[int, int]:
    year, _, month = name.partition("-")
    return int(year), int(month)


def _picture(bars: Sequence[_Bar], say: Mapping[str, str], name: str) -> str:
    """The bars: places in per cent of the width and heights in pixels, so that no letter is stretched."""
    most = max(bar.count for bar in bars)
    step = 100 / max(len(bars), 12)
    drawn = "".join(_drawn(bar, place * step, step, most, say) for place, bar in enumerate(bars) if bar.count)
    base = _HEIGHT - _FOOT
    return (
        f'<svg width="100%" height="{_HEIGHT}" role="img" aria-labelledby="{name}-title {name}-told">'
        f'<desc id="{name}-told">{escape(_told(bars, say))}</desc>\n'
        f'<line class="most" x1="0" x2="100%" y1="{_TOP}" y2="{_TOP}"/>'
        f'<text class="scale" x="0" y="{_TOP - 4}">{number(say, most)}</text>\n{drawn}'
        f'<line class="axis" x1="0" x2="100%" y1="{base}" y2="{base}"/>\n{"".join(_labels(bars, step))}</svg>\n'
    )


def _drawn(bar: _Bar, place: float, step: float, most: int, say: Mapping[str, str]) -> str:
    room = _HEIGHT - _FOOT - _TOP
    height = max(1.0, round(room * bar.count / most, 1))
    return (
        f'<rect class="bar" x="{place + step * (1 - _FILLED) / 2:.2f}%" width="{step * _FILLED:.2f}%" '
        f'y="{_HEIGHT - _FOOT - height:g}" height="{height:g}"><title>{_when(bar, say)}: {number(say, bar.count)}'
        "</title></rect>\n"
    )


def _labels(bars: Sequence[_Bar], step: float) -> Iterator[str]:
    """A mark where each year begins; some are named, every other one of these not on a narrow screen."""
    starts = [(place, bar.year) for place, bar in enumerate(bars) if place == 0 or bar.month in (None, 1)]
    if len(starts) > 1 and starts[1][0] * step < 5:  # the rest of a year at the left has no room for its name
        starts = starts[1:]
    every = -(-len(starts) // _LABELS)
    base = _HEIGHT - _FOOT
    for order, (place, year) in enumerate(starts):
        at = f"{place * step:.2f}%"
        yield f'<line class="axis" x1="{at}" x2="{at}" y1="{base}" y2="{base + 4}"/>'
        if order % every == 0 and place * step < _LAST_LABEL:
            narrow = "" if order // every % 2 == 0 else ' class="wide"'
            yield f'<text{narrow} x="{at}" dx="2" y="{_HEIGHT - 5}">{year}</text>'


def _told(bars: Sequence[_Bar], say: Mapping[str, str]) -> str:
    """The picture in a sentence."""
    highest = max(bars, key=lambda bar: bar.count)
    return say["charts.told"].format(
        first=_when(bars[0], say), last=_when(bars[-1], say), sum=number(say, sum(bar.count for bar in bars)),
        most=number(say, highest.count), when=_when(highest, say),
    )  # fmt: skip


def _when(bar: _Bar, say: Mapping[str, str]) -> str:
    if bar.month is None:
        return str(bar.year)
    return moment(say, f"{bar.year:04}-{bar.month:02}") or f"{bar.year:04}-{bar.month:02}"


def _table(held: _Counts, say: Mapping[str, str], caption: str, link: Link | None) -> str:
    """A row for each year that has any, a column for each month."""
    months = say["charts.months"].split()
    head = "".join(f'<th scope="col">{month}</th>' for month in months)
    body = "".join(_row(held, year, say, link) for year in held.years if any(y == year for y, _ in held.by_month))
    notes = [
        f"{say['charts.undated']}: {number(say, held.undated)}" if held.undated else "",
        f"{say['charts.outside'].format(first=held.years[0], last=held.years[-1])}: {number(say, held.outside)}"
        if held.outside
        else "",
    ]
    below = "".join(f"<p>{note}</p>\n" for note in notes if note)
    return (
        f'<div class="scroll" role="region" aria-label="{escape(caption)}" tabindex="0">\n<table class="table">'
        f'<thead><tr><th scope="col">{say["charts.year"]}</th>{head}<th scope="col">{say["charts.sum"]}</th></tr>'
        f"</thead>\n<tbody>\n{body}</tbody></table>\n</div>\n{below}"
    )


def _row(held: _Counts, year: int, say: Mapping[str, str], link: Link | None) -> str:
    counts = [held.by_month.get((year, month), 0) for month in range(1, 13)]
    cells = "".join(_cell(count, say, link, *_days(year, month)) for month, count in enumerate(counts, 1))
    whole = _cell(sum(counts), say, link, *_days(year, None))
    return f'<tr><th scope="row">{year}</th>{cells}{whole}</tr>\n'


def _cell(count: int, say: Mapping[str, str], link: Link | None, since: date, until: date) -> str:
    told = number(say, count) if count else "–"
    if link is None or not count:
        return f'<td class="number">{told}</td>'
    return f'<td class="number"><a href="{escape(link(since, until))}">{told}</a></td>'


def _days(year: int, month: int | None) -> tuple[date, date]:
    """The first and the last day."""
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])
