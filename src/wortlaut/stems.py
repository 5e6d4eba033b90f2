"""stems(): the words of a text as German stems, so that a search finds "Häusern" by "haus", "Mueller" by "Müller"."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from wortlaut.names import folded
from wortlaut.text import Span

_WORD = re.compile(r"\w+")
# Soft hyphens and zero-width signs stand within words, and no reader sees them.
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_LONGEST = 60  # characters of a stem; a longer "word" is an address or rubbish


def word_spans(text: str) -> list[Span]:
    """The words of a text: runs of letters, digits and underscores.

    >>> [span.cut("Ja, 3 Mio.") for span in word_spans("Ja, 3 Mio.")]
    ['Ja', '3', 'Mio']
    """
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def stems(text: str) -> list[str]:
    """The stems of all words, in their order: lower case, without umlauts and diacritics, "ß" as "ss".

    The rules are those of Snowball's German stemmer, in which "ae" is read as "ä" where it may be one. A stem has the
    ASCII letters and digits alone where the word is written in Latin letters.

    >>> stems("Die Häuser am Goetheplatz: „Müllers Straße“ / Mueller, Strasse")
    ['die', 'haus', 'am', 'gotheplatz', 'mull', 'strass', 'mull', 'strass']
    """
    return [stem(word) for word in _WORD.findall(_UNSEEN.sub("", text))]


@lru_cache(200_000)
def stem(word: str) -> str:
    """The stem of one word."""
    lower = word.lower() if word.isascii() else unicodedata.normalize("NFC", word).lower()
    found: str = _stemmer().stemWord(lower)
    if not found.isascii() or "_" in found:
        found = folded(found).replace(" ", "") or lower
    return found[:_LONGEST]


@cache
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("german")
