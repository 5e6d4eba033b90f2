"""Names as they may be spelled: in words that follow each other, in bytes of pages."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence


def in_a_row(words: Sequence[str], there: Sequence[str]) -> bool:
    """Whether words follow each other among others.

    >>> in_a_row(["b", "c"], ["a", "b", "c"]), in_a_row(["a", "c"], ["a", "b", "c"])
    (True, False)
    """
    size = len(words)
    first = words[0] if words else None
    return any(one == first and list(there[at : at + size]) == list(words) for at, one in enumerate(there))


def in_lower_case(data: bytes) -> str:
    """Bytes as words in lower case, read as UTF-8 and, where they are none, as Windows-1252."""
    try:
        words = data.decode("utf-8")
    except UnicodeDecodeError:
        words = data.decode("cp1252", "replace")
    return unicodedata.normalize("NFC", html.unescape(words)).lower()


_BETWEEN = r"(?:<[^<>]{0,200}>|[\W_]){1,20}"  # what may stand between two words of a name
_UMLAUTS = {"ä": "(?:ä|ae)", "ö": "(?:ö|oe)", "ü": "(?:ü|ue)", "ß": "(?:ß|ss)"}


def pattern(names: Iterable[str]) -> re.Pattern[str]:
    """What finds one of the names in the words of `in_lower_case()`: with tags between its words, umlauts written out.

    >>> bool(pattern(["Jörg Groß"]).search(in_lower_case(b"<a href='/joerg-gross'>")))
    True
    """
    return re.compile("|".join(map(_spelled, names)))


def _spelled(name: str) -> str:
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", name).lower())
    spelled = ["".join(_UMLAUTS.get(letter, re.escape(letter)) for letter in word) for word in words]
    return rf"(?<![^\W_]){_BETWEEN.join(spelled)}"
