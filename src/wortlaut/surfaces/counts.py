"""render(): how many statements there are by person, outlet, month or kind, as a bar chart for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wortlaut.archive.finding import Count
from wortlaut.archive.searching import Group
from wortlaut.surfaces.characters import columns, shortened
from wortlaut.surfaces.layout import BOLD, DIM, MINIMUM_WIDTH, apart, printed
from wortlaut.surfaces.moments import moment
from wortlaut.surfaces.words import Language, number, words
from wortlaut.surfaces.wrapping import Line, Piece, wrap

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_LONGEST_GAP = 12  # months in a row without a statement that get a line each
_NAME_SHARE = 0.45  # of the width
_BAR = "34"
_NOBODY = {"person": "nobody", "outlet": "outlet.none", "month": "undated", "kind": "undated"}


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    count: Count | None  # None for a gap


def render(
    counts: Sequence[Count],
    by: Group,
    *,
    width: int = 80,
    color: bool = False,
    language: Language = "de",
    ascii_only: bool = False,
) -> str:
    """A bar for each, its length in proportion to the statements, with their number and that of different utterances.

    Months without a statement between others are shown; many in a row become one line. Bars are of blocks with eighths
    of a column, or of "#" with `ascii_only`.
    """
    say, width = words(language), max(width, MINIMUM_WIDTH)
    if not counts:
        return printed(wrap([Piece(say["count.none"], BOLD)], width), color=color)
    rows = list(_months(say, counts) if by == "month" else (_Row(_name(say, by, one.name), one) for one in counts))
    lines = [*apart([Piece(say[f"count.{by}"], BOLD)], say["count.columns"], width)]
    return printed([*lines, *_bars(say, rows, width, ascii_only=ascii_only)], color=color)


def _name(say: Mapping[str, str], by: Group, name: str | None) -> str:
    if name is None:
        return say[_NOBODY[by]]
    if by == "month":
        return moment(say, name) or name
    return say.get(f"kind.{name}", name) if by == "kind" else name


def _months(say: Mapping[str, str], counts: Iterable[Count]) -> Iterator[_Row]:
    """All months from the first to the last, and those without a date at the end."""
    dated = sorted((one for one in counts if one.name), key=lambda one: one.name or "")
    for before, one in pairwise([None, *dated]):
        if before is not None and one is not None:
            yield from _gap(say, before.name or "", one.name or "")
        if one is not None:
            yield _Row(_name(say, "month", one.name), one)
    yield from (_Row(_name(say, "month", None), one) for one in counts if not one.name)


def _gap(say: Mapping[str, str], before: str, after: str) -> Iterator[_Row]:
    missing = range(_index(before) + 1, _index(after))
    if len(missing) > _LONGEST_GAP:
        yield _Row(say["count.gap"].format(count=number(say, len(missing))), None)
        return
    for index in missing:
        name = f"{index // 12:04}-{index % 12 + 1:02}"
        yield _Row(_name(say, "month", name), Count(name, 0, 0))


def _index(month: str) -> int:
    """The number of a month, counted from the year 0; "2026-01"."""
    year, _, own = month.partition("-")
    return 12 * int(year) + int(own) - 1


def _bars(say: Mapping[str, str], rows: Sequence[_Row], width: int, *, ascii_only: bool) -> Iterator[Line]:
    figures = [_figures(say, row.count) for row in rows]
    last = max(map(columns, figures))
    first = min(max(columns(row.name) for row in rows), max(8, int(_NAME_SHARE * width)))
    room = max(width - first - last - 2, 0)
    most = max(row.count.statements for row in rows if row.count)
    for row, figure in zip(rows, figures, strict=True):
        name = shortened(row.name, first)
        head = next(wrap([Piece(name, "" if row.count else DIM)], first), [Piece("")])
        pad = first - sum(columns(piece.text) for piece in head)
        share = row.count.statements / most if row.count and most else 0.0
        bar = _bar(share, room, ascii_only=ascii_only)
        tail = " " * (room - len(bar) + 1 + last - columns(figure))
        yield [*head, Piece(" " * (pad + 1)), Piece(bar, _BAR if bar else ""), Piece(tail), Piece(figure)]


def _figures(say: Mapping[str, str], count: Count | None) -> str:
    if count is None:
        return ""
    whole = number(say, count.statements)
    return whole if count.utterances == count.statements else f"{whole} ({number(say, count.utterances)})"


def _bar(share: float, room: int, *, ascii_only: bool) -> str:
    """A bar of at most `room` columns; what is not nothing has a mark at least."""
    if share <= 0 or room <= 0:
        return ""
    if ascii_only:
        return "#" * max(1, round(share * room))
    whole, eighths = divmod(max(1, round(8 * share * room)), 8)
    return "█" * whole + (_EIGHTHS[eighths] if eighths else "")
