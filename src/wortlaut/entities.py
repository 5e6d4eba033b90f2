"""names(): people, organisations, places and other names of an article, from the encoder that has already run.

`features` is what the head sees of a word's letters; it is the same function in training and in use.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from wortlaut.decoding import best_path, marginals
from wortlaut.encoding import Encoded
from wortlaut.model import Model, Tagged
from wortlaut.reading import Reading
from wortlaut.text import Span

Label = Literal["PER", "ORG", "LOC", "OTH"]
CLASSES: tuple[Label, ...] = ("PER", "ORG", "LOC", "OTH")
FORMS = ("", "deriv", "part")
LABELS = tuple(name + form for form in FORMS for name in CLASSES)  # tags are O, then B and I of each
BUCKETS = 8192  # of the letters of words
HASHED = 6  # features of a word that are such buckets
SHAPES = 32  # outlines of words, the first of a sentence apart


@dataclass(frozen=True)
class Name:
    """A name: "Hamburg"; `derived` where it is an adjective or an inhabitant ("Hamburger"), `part` where the name is
    but a part of a compound ("Hamburg-Besuch"). `score` is the mean probability of its tokens' tags.
    """

    span: Span
    label: Label
    derived: bool
    part: bool
    score: float


def names(reading: Reading, encoded: Encoded, tagged: Tagged, model: Model) -> list[Name]:
    """The names of the running text in order, none inside another."""
    spans = [reading.tokens[i] for i in encoded.tokens]
    if not spans:
        return []
    words = [reading.text[span.start : span.end] for span in spans]
    scores = model.names(encoded, tagged, features(words, encoded.sentence))
    steps = model.name_steps
    likely = marginals(scores, steps)
    path = best_path(scores, steps)
    path[np.flatnonzero(np.diff(encoded.sentence)) + 1] -= _begun_before(path, encoded.sentence)
    found = []
    for first, after in _runs(path):
        tag = int(path[first])
        label, form = CLASSES[(tag - 1) // 2 % len(CLASSES)], FORMS[(tag - 1) // 2 // len(CLASSES)]
        score = float(likely[np.arange(first, after), path[first:after]].mean())
        span = Span(spans[first].start, spans[after - 1].end)
        found.append(Name(span, label, form == "deriv", form == "part", score))
    return found


def features(words: Sequence[str], sentence: NDArray[np.int64]) -> NDArray[np.int64]:
    """What the letters of each word say, int64 (tokens, 1 + HASHED): its outline, then buckets of the word, its first
    and its last letters.
    """
    rows = np.array([_letters(word) for word in words], np.int64).reshape(len(words), 1 + HASHED)
    first = np.ones(len(words), bool)
    first[1:] = np.diff(sentence) != 0
    rows[:, 0] += first * (SHAPES // 2)
    return rows


@lru_cache(50_000)
def _letters(word: str) -> tuple[int, ...]:
    low = word.lower()
    last = low[-1:]
    bare = low[:-1] if last == "s" and len(low) > 3 else low  # the genitive of most names
    parts = ("w" + low, "b" + bare, "p" + low[:3], "P" + low[:5], "s" + low[-3:], "S" + low[-5:])
    return (_outline(word), *(crc32(part.encode("utf-8", "replace")) % BUCKETS for part in parts))


def _outline(word: str) -> int:
    """Which letters are capitals, digits or signs, as a number below SHAPES / 2."""
    if not any(c.isalnum() for c in word):
        if word in "„“”»«\"'‚‘’›‹":
            return 0
        return 1 if word in ".!?:…" else 2 if word in "()[]/" else 3 if unicodedata.category(word[0])[0] == "P" else 4
    if word.isdigit():
        return 5 if len(word) == 4 else 6
    if word[0].isdigit():
        return 7
    if "-" in word or "/" in word or "&" in word:
        return 8 if word[0].isupper() else 9
    if word.isupper():
        return 10 if len(word) == 1 else 11
    if word[0].isupper():
        return 12 if word[1:].islower() else 13
    return 14 if word.islower() else 15


def _begun_before(path: NDArray[np.int64], sentence: NDArray[np.int64]) -> NDArray[np.int64]:
    """1 for each first tag of a sentence that carries on a name: it begins one instead, for none crosses sentences."""
    tags = path[np.flatnonzero(np.diff(sentence)) + 1]
    begun: NDArray[np.int64] = ((tags > 0) & (tags % 2 == 0)).astype(np.int64)
    return begun


def _runs(path: NDArray[np.int64]) -> list[tuple[int, int]]:
    """(first token, after the last) of each name on the path."""
    begins = np.flatnonzero(path % 2 == 1)
    found = []
    for first in begins.tolist():
        after = first + 1
        while after < len(path) and path[after] == path[first] + 1:
            after += 1
        found.append((first, after))
    return found
