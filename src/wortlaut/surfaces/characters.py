"""Characters that must not act: control characters and bidi overrides made visible; how wide a text stands."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

REPLACEMENT = "\ufffd"
_LINE_BREAKS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


def _replacements() -> dict[int, str]:
    """What stands for each code point that could move a cursor, recolour a terminal or turn round a line."""
    table = {point: chr(0x2400 + point) for point in range(0x20) if point not in (0x09, 0x0A)}
    table[0x7F] = "\u2421"
    unsafe = [
        *range(0x80, 0xA0),  # C1: a terminal may take 0x9B for the start of an escape sequence
        *range(0x202A, 0x202F),  # bidi embeddings and overrides; these and the isolates are the "Trojan source" (2021)
        *range(0x2066, 0x2070),  # bidi isolates and deprecated format characters
        *range(0xD800, 0xE000),  # lone surrogates, which UTF-8 cannot write
        *range(0xFDD0, 0xFDF0),  # noncharacters
        *range(0xFFF9, 0xFFFC),  # interlinear annotation
        *(plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF)),
    ]
    table.update(dict.fromkeys(unsafe, REPLACEMENT))
    table.update({ord(character): "\n" for character in _LINE_BREAKS})
    table[0x0D] = " "  # it stands before "\n" nearly always, and a layer may end between them
    return table


_TABLE = _replacements()


def visible(text: str) -> str:
    """The text safe to show, of the same length in code points: whatever could act is replaced by a visible sign.

    Only "\\n" and "\\t" remain of the control characters; every other line break becomes "\\n", and "\\r" a blank.

    >>> visible("\\x1b[31mrot\\x1b[0m")
    '␛[31mrot␛[0m'
    """
    return text if text.isascii() and text.isprintable() else text.translate(_TABLE)


def columns(text: str) -> int:
    """How many columns of a terminal the text takes; combining characters take none, wide ones two.

    >>> columns("Zürich"), columns("Zu\\u0308rich"), columns("日本")
    (6, 6, 4)
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


@lru_cache(maxsize=4096)
def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def shortened(text: str, limit: int) -> str:
    """The text on one line in at most `limit` columns, cut after a word where it can be, with "…" for what is left out.

    >>> shortened("Wir brauchen mehr Wohnungen", 16)
    'Wir brauchen …'
    """
    line = " ".join(text[: 8 * limit].split())  # white space and combining characters aside, more cannot be shown
    if columns(line) <= limit and len(text) <= 8 * limit:
        return line
    kept, used = 0, 0
    while kept < len(line) and (used := used + columns(line[kept])) <= limit - 2:
        kept += 1
    head = line[:kept]
    at_word = head if line[kept : kept + 1] == " " else head.rpartition(" ")[0]
    return (at_word if len(at_word) > len(head) // 2 else head).rstrip() + " …"
