"""Styled text wrapped into lines of a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from wortlaut.surfaces.characters import columns, visible

_SPACES = " \t\n"  # where a line may break; not at a no-break space
_BREAKABLE = re.compile(f"[{_SPACES}]+|[^{_SPACES}]+")
_SOFT_HYPHEN = "\xad"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words and the ANSI "select graphic rendition" codes they stand in, such as "1;36"; "" for plain."""

    text: str
    style: str = ""


Line = list[Piece]


def wrap(pieces: Iterable[Piece], width: int) -> Iterator[Line]:
    """Lines of at most `width` columns, broken at white space; a longer word is cut. Controls are made visible.

    >>> [[piece.text for piece in line] for line in wrap([Piece("Wer hat"), Piece(" was gesagt?")], 8)]
    [['Wer hat'], ['was'], ['gesagt?']]
    """
    line: Line = []
    used = 0
    space: Piece | None = None
    for word in _words(pieces):
        if word[0].text[0] in _SPACES:
            space = Piece(" ", word[0].style)
            continue
        for part in _cut(word, width):
            taken = sum(columns(piece.text) for piece in part)
            needed = taken + (1 if space and line else 0)
            if line and used + needed > width:
                yield _merged(line)
                line, used, needed, space = [], 0, taken, None
            line += [space, *part] if space and line else part
            used += needed
            space = None
    if line:
        yield _merged(line)


def painted(line: Line, *, color: bool) -> str:
    """The line as a string, with escape sequences only where `color` is wanted."""
    if not color:
        return "".join(piece.text for piece in line).rstrip(" ")
    return "".join(f"\x1b[{piece.style}m{piece.text}\x1b[0m" if piece.style else piece.text for piece in line)


def _words(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Alternating words and white space; a word may change its style within."""
    held: list[Piece] = []
    for piece in pieces:
        for text in _BREAKABLE.findall(visible(piece.text).replace(_SOFT_HYPHEN, "")):
            if held and (text[0] in _SPACES or held[0].text[0] in _SPACES):
                yield held
                held = []
            held.append(Piece(text, piece.style))
    if held:
        yield held


def _cut(word: list[Piece], width: int) -> Iterator[list[Piece]]:
    """The word in parts of at most `width` columns, one part for all but very long ones."""
    if sum(columns(piece.text) for piece in word) <= width:
        yield word
        return
    part: list[Piece] = []
    used = 0
    for piece in word:
        for character in piece.text:
            wide = columns(character)
            if used + wide > width:
                yield _merged(part)
                part, used = [], 0
            part.append(Piece(character, piece.style))
            used += wide
    yield _merged(part)


def _merged(line: Line) -> Line:
    same = groupby(line, key=lambda piece: piece.style)
    return [Piece("".join(piece.text for piece in pieces), style) for style, pieces in same]
