"""A picture of shares with their intervals: SVG, drawn on the server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from wortlaut.desk.agreement import Share
from wortlaut.web.words import Say

_WIDTH, _LEFT, _RIGHT, _ROW, _FOOT = 640, 190, 24, 34, 24  # pixels


@dataclass(frozen=True, slots=True)
class Line:
    """A share and what it is of."""

    label: str
    share: Share


def intervals(lines: Sequence[Line], say: Say, caption: str) -> Markup:
    """A line from the lower to the upper bound of each share, 0..1, with a dot where it was measured.

    The page must have the same as a table.
    """
    height = _ROW * len(lines) + _FOOT
    parts = [_grid(height, say), *(_line(number, one) for number, one in enumerate(lines))]
    return Markup(
        f'<svg class="intervals" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" role="img" '
        f'aria-label="{escape(caption)}">{"".join(parts)}</svg>'
    )


def _grid(height: int, say: Say) -> str:
    foot = height - _FOOT
    return "".join(
        f'<line class="grid" x1="{_x(part)}" x2="{_x(part)}" y1="0" y2="{foot}"/>'
        f'<text class="tick" x="{_x(part)}" y="{foot + 16}" text-anchor="middle">{escape(say.percent(part))}</text>'
        for part in (0, 0.25, 0.5, 0.75, 1)
    )


def _line(number: int, one: Line) -> str:
    y = number * _ROW + _ROW // 2
    label = f'<text x="{_LEFT - 16}" y="{y + 4}" text-anchor="end">{escape(one.label)}</text>'
    if one.share.value is None:
        return label
    return (
        f'{label}<line class="bar" x1="{_x(one.share.low)}" x2="{_x(one.share.high)}" y1="{y}" y2="{y}"/>'
        f'<circle class="dot" cx="{_x(one.share.value)}" cy="{y}" r="6"/>'
    )


def _x(part: float) -> str:
    return f"{_LEFT + part * (_WIDTH - _LEFT - _RIGHT):.1f}"
