"""The words of a text as numbers that are the same in every process, on every platform and in spite of typography."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from wortlaut.languages.de_editing import SAME
from wortlaut.languages.de_times import WEEKDAYS
from wortlaut.quotations import quotations
from wortlaut.stems import stem
from wortlaut.tokens import paragraphs

_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
WORD = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)"  # "22 000"
    r"|\d+(?:[.,:]\d+)*"
    r"|[%€$]"
    rf"|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f{_UNSEEN}])*"
)
_NOT_READ = re.compile(f"[{_UNSEEN}]")
_THOUSANDS = re.compile(r"(?<=\d)[. \u00a0\u202f](?=\d{3}(?!\d))")
_BASE = np.uint64(0x9E3779B97F4A7C15)
LEAD = 14  # words
_LEAST_LEAD = 12  # words of a paragraph; a shorter one is a heading or a byline
SHORTEST_SPEECH = 4  # words between quotation marks; fewer are a title, a name or irony, and belong to the article

Numbers = NDArray[np.uint64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Words:
    """The words of a text in order; all arrays have one value a word.

    `keys` are uint64; `quoted` says which words stand within quotation marks, `figures` which are numbers or days of
    the week, `capitals` which begin with a capital letter. `lead` are the first words under the heading; `days` are the
    days of the week that are named, 1 to 7.
    """

    keys: Numbers
    quoted: Flags
    figures: Flags
    capitals: Flags
    lead: slice
    days: frozenset[int]


def plain(word: str) -> str:
    """The word without the signs in it that no reader sees, and a number without what parts its thousands.

    >>> plain("Gemeinde\u00adrat"), plain("1.200.000"), plain("22 000")
    ('Gemeinderat', '1200000', '22000')
    """
    word = _NOT_READ.sub("", word)
    return _THOUSANDS.sub("", word) if word[0].isdigit() else word


def keys(text: str) -> Numbers:
    """A number for each word of the text, in order: uint64 of shape (words,)."""
    return _keys(WORD.findall(text))


@lru_cache(256)
def words(text: str) -> Words:
    """The words of the text, with what is known of each; kept, for a text is compared with several others."""
    matches = list(WORD.finditer(text))
    found = [match.group() for match in matches]
    starts = np.fromiter((match.start() for match in matches), np.int64, len(matches))
    quoted = np.zeros(len(matches), np.bool_)
    spans = paragraphs(text)
    for quotation in quotations(text, spans):
        first, after = np.searchsorted(starts, (quotation.inner.start, quotation.inner.end))
        if after - first >= SHORTEST_SPEECH:
            quoted[first:after] = True
    days = [_day(word) for word in found]
    figures = np.fromiter(
        (day > 0 or word[0].isdigit() for word, day in zip(found, days, strict=True)), np.bool_, len(found)
    )
    capitals = np.fromiter((word[0].isupper() for word in found), np.bool_, len(found))
    lead = _lead([int(np.searchsorted(starts, span.start)) for span in spans], len(found))
    return Words(_keys(found), quoted, figures, capitals, lead, frozenset(filter(None, days)))


def shingles(numbers: Numbers, length: int) -> Numbers:
    """A number for each run of `length` words, uint64 of shape (words - length + 1,); empty where there are fewer.

    >>> shingles(keys("Der Rat tagt am Montag"), 4).shape
    (2,)
    """
    count = len(numbers) - length + 1
    if count < 1:
        return numbers[:0]
    found = np.zeros(count, np.uint64)
    for offset in range(length):
        found = found * _BASE + numbers[offset : offset + count]
    return _mixed(found)


def runs(flags: Flags) -> list[range]:
    """Where the flags are set: ranges of indices, in order.

    >>> runs(np.array([True, True, False, True]))
    [range(0, 2), range(3, 4)]
    """
    borders = np.flatnonzero(np.diff(flags, prepend=False, append=False)).tolist()
    return [range(start, stop) for start, stop in list(pairwise(borders))[::2]]


def _lead(paragraph_starts: list[int], count: int) -> slice:
    """The first words of the first paragraph that is no heading; of the whole text where there is none."""
    for start, stop in pairwise([*paragraph_starts, count]):
        if stop - start >= _LEAST_LEAD:
            return slice(start, min(stop, start + LEAD))
    return slice(0, LEAD)


@lru_cache(200_000)
def _day(word: str) -> int:
    """The day of the week in "Montag" or "Montagabend", from 1 on; 0 for another word, as "montags", "Sonntagsruhe"."""
    low = word.lower()
    return next((day for name, day in WEEKDAYS.items() if low.startswith(name) and low[len(name) :][:1] != "s"), 0)


def _keys(found: list[str]) -> Numbers:
    return np.fromiter(map(_key, found), np.uint64, len(found))


@lru_cache(200_000)
def _key(word: str) -> int:
    """The number of one word; the same for all spellings and case endings that have one stem."""
    read = plain(word)
    read = SAME.get(read.lower(), read)
    read = read if read[0].isdigit() else stem(read)
    return int.from_bytes(blake2b(read.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _mixed(numbers: Numbers) -> Numbers:
    """Every bit of each number spread over all of its bits: the end of SplitMix64."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))
