"""Lines of a terminal that several surfaces share: labels, rules, two things on one line, the colours of people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wortlaut.surfaces.characters import columns
from wortlaut.surfaces.wrapping import Line, Piece, painted, wrap

MINIMUM_WIDTH = 20  # columns; in fewer, German cannot be read
DIM = "2"
BOLD = "1"
# The sixteen colours of the terminal's own palette, so that they suit a light as well as a dark one.
_PERSON_STYLES = ("34", "32", "35", "33", "36", "31")
ROLE_STYLES = {"speaker": "1", "cue": "4", "addressee": "3"}


def person_color(place: int | None) -> str:
    """The style of a person's colour, "" for nobody; a seventh person has that of the first again."""
    return "" if place is None else _PERSON_STYLES[place % len(_PERSON_STYLES)]


def person_bold(place: int | None) -> str:
    """The same in bold."""
    return f"1;{person_color(place)}".rstrip(";")


def label(name: str) -> Piece:
    """What stands before a fact; it stays on one line with the fact's first word."""
    return Piece(f"{name}:\xa0".replace(" ", "\xa0"), DIM)


def rule(width: int) -> Piece:
    """A line across."""
    return Piece("─" * width, DIM)


def apart(left: Iterable[Piece], right: str, width: int) -> Iterator[Line]:
    """Left and right on one line where both fit, else beneath each other."""
    lines = list(wrap(left, width)) or [[]]
    free = width - columns(right) - sum(columns(piece.text) for piece in lines[-1])
    if free >= 2:
        lines[-1] += [Piece(" " * free), Piece(right, DIM)]
        yield from lines
    else:
        yield from (*lines, *wrap([Piece(right, DIM)], width))


def hanging(first: str, lines: Iterable[Line], indent: int, style: str = "") -> Iterator[Line]:
    """Lines indented by `indent` columns; `first` stands in the margin of the first one."""
    margin = Piece(first + " " * (indent - columns(first)), style)
    for line in lines:
        yield [margin, *line]
        margin = Piece(" " * indent)


def joined(parts: Sequence[Sequence[Piece]]) -> Iterator[Piece]:
    """Facts with a dot between each two."""
    for number, part in enumerate(part for part in parts if part):
        if number:
            yield Piece(" ·\xa0", DIM)
        yield from part


def printed(lines: Iterable[Line], *, color: bool) -> str:
    """The lines as one text that ends in a line break."""
    return "".join(painted(line, color=color) + "\n" for line in lines)
