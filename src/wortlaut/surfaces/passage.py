"""passage(): an excerpt as styled text for a terminal, the statement between ⟦A and ⟧ as in `read`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wortlaut.surfaces.excerpt import Bit
from wortlaut.surfaces.layout import DIM, ROLE_STYLES, person_bold, person_color
from wortlaut.surfaces.voices import Voice
from wortlaut.surfaces.wrapping import Piece

LEFT_OUT = "[…]"
_SOUGHT = "7"  # reversed, for all colours have a meaning


def passage(text: str, bits: Sequence[Bit], voice: Voice) -> Iterator[Piece]:
    """The pieces of an excerpt of a text. What was sought is reversed; roles are styled as in `read`."""
    bold, color = person_bold(voice.place), person_color(voice.place)
    for number, bit in enumerate(bits):
        if bit.span is None:
            yield Piece(f"{' ' if number else ''}{LEFT_OUT}{' ' if number + 1 < len(bits) else ''}", DIM)
            continue
        if bit.opens:
            yield Piece(f"⟦{voice.sign}\xa0" if voice.sign else "⟦", bold)
        codes = [ROLE_STYLES[role] for role in ROLE_STYLES if role in bit.roles]
        codes += [_SOUGHT] if "sought" in bit.roles else []
        codes += [color] if color and bit.roles & {"content", "speaker"} else []
        yield Piece(bit.span.cut(text), ";".join(codes))
        if bit.closes:
            yield Piece("⟧", bold)
