"""A small plot as SVG: panels side by side, both axes logarithmic, one line a series."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

COLOURS = ("#0b6e99", "#b5542a", "#888888")
WIDTH, HEIGHT = 300, 250  # of a panel
LEFT, RIGHT, TOP, BOTTOM = 52, 12, 30, 58


@dataclass(frozen=True)
class Series:
    """A line through points above 0, in one of COLOURS."""

    name: str
    points: tuple[tuple[float, float], ...]
    colour: int = 0
    dashed: bool = False


@dataclass(frozen=True)
class Panel:
    title: str
    across: str
    series: tuple[Series, ...]


@dataclass(frozen=True)
class _Axis:
    """From powers of ten to places."""

    low: int
    high: int
    begin: float
    end: float

    def place(self, value: float) -> float:
        return self.begin + (math.log10(value) - self.low) / (self.high - self.low) * (self.end - self.begin)

    def ticks(self) -> Iterable[float]:
        return (10.0**power for power in range(self.low, self.high + 1))


def svg(panels: Sequence[Panel]) -> str:
    """The panels in one row, as a whole SVG file."""
    drawn = [f'<g transform="translate({index * WIDTH},0)">{_panel(panel)}</g>' for index, panel in enumerate(panels)]
    size = f'width="{WIDTH * len(panels)}" height="{HEIGHT}" viewBox="0 0 {WIDTH * len(panels)} {HEIGHT}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="10">\n'
        f'<rect width="100%" height="100%" fill="white"/>\n' + "\n".join(drawn) + "\n</svg>\n"
    )


def _panel(panel: Panel) -> str:
    points = [point for one in panel.series for point in one.points]
    x = _axis([point[0] for point in points], LEFT, WIDTH - RIGHT)
    y = _axis([point[1] for point in points], HEIGHT - BOTTOM, TOP)
    parts = [f'<text x="{LEFT}" y="16" font-size="11" font-weight="bold">{escape(panel.title)}</text>']
    for tick in x.ticks():
        place = x.place(tick)
        parts.append(f'<path d="M{place:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#ddd"/>')
        parts.append(f'<text x="{place:.1f}" y="{HEIGHT - BOTTOM + 13}" text-anchor="middle">{_label(tick)}</text>')
    for tick in y.ticks():
        place = y.place(tick)
        parts.append(f'<path d="M{LEFT} {place:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 4}" y="{place + 3:.1f}" text-anchor="end">{_label(tick)}</text>')
    parts.append(
        f'<text x="{(LEFT + WIDTH) / 2:.0f}" y="{HEIGHT - BOTTOM + 26}" text-anchor="middle">{escape(panel.across)}</text>'
    )
    parts += [_line(one, index, x, y) for index, one in enumerate(panel.series)]
    return "".join(parts)


def _line(series: Series, index: int, x: _Axis, y: _Axis) -> str:
    colour = COLOURS[series.colour % len(COLOURS)]
    dash = ' stroke-dasharray="4 3"' if series.dashed else ""
    places = [f"{x.place(across):.1f} {y.place(up):.1f}" for across, up in series.points]
    dots = (
        ""
        if series.dashed
        else "".join(
            f'<circle cx="{place.split()[0]}" cy="{place.split()[1]}" r="2.2" fill="{colour}"/>' for place in places
        )
    )
    key_x, key_y = LEFT + (index % 2) * 118 - 30, HEIGHT - 18 + (index // 2) * 12
    key = (
        f'<path d="M{key_x} {key_y - 3}h14" stroke="{colour}" stroke-width="2"{dash}/>'
        f'<text x="{key_x + 18}" y="{key_y}">{escape(series.name)}</text>'
    )
    return f'<path d="M{"L".join(places)}" fill="none" stroke="{colour}" stroke-width="1.6"{dash}/>{dots}{key}'


def _axis(values: Sequence[float], begin: float, end: float) -> _Axis:
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return _Axis(low, max(high, low + 1), begin, end)


def _label(value: float) -> str:
    for size, name in ((1e6, "M"), (1e3, "k")):
        if value >= size:
            return f"{value / size:g} {name}"
    return f"{value:g}"
