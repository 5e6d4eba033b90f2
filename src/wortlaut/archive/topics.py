"""topics(): the words that stand out in what a person says, against what others say in the archive.

The measure is the log-odds ratio with an informative Dirichlet prior, divided by its standard deviation (Monroe,
Colaresi, Quinn: Fightin' Words, 2008): a word must be both more frequent than with others and frequent enough.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log, sqrt
from typing import Any

from sqlalchemy import Connection, func, select

from wortlaut.archive.matching import Texts
from wortlaut.archive.packing import pieces
from wortlaut.archive.schema import statements, versions
from wortlaut.languages.de_frequencies import FREQUENT, MOST_FREQUENT
from wortlaut.languages.de_sameness import FUNCTION
from wortlaut.names import folded
from wortlaut.stems import stem, stems

LOOKED_AT = 300  # statements of a person, the newest, each utterance once
SAMPLE = 200  # versions of the whole archive, evenly chosen, whose statements are those of others
_SHOWN = 12
_LEAST = 3  # statements that have a word
_SURE = 1.96  # standard deviations from which on a word stands out
_PRIOR = 300.0  # words that the prior weighs: as much as some 30 statements
_SHORTEST = 4  # letters of a word
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Topic:
    """A word as it is mostly written, in how many of the newest statements it is, and by how many standard deviations
    it stands out.
    """

    word: str
    statements: int
    score: float


@dataclass(frozen=True, slots=True)
class Background:
    """In how many statements of a sample of the archive each word is."""

    words: Mapping[str, int]

    @classmethod
    def of(cls, connection: Connection) -> Background:
        """Of an archive; it takes a tenth of a second, so keep it."""
        return cls(_of_others(connection))


def topics(connection: Connection, person: int, called: str, others: Background) -> tuple[Topic, ...]:
    """What a person speaks of, what stands out most first; without the words that they are `called` by.

    Nothing where too little is said.
    """
    held = Texts(connection)
    own = Counter[str]()
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for words in _words(_own(connection, person), held):
        own.update(words.keys())
        for key, word in words.items():
            written[key][word] += 1
    own_names = set(stems(called))
    scores = _scores({key: number for key, number in own.items() if key not in own_names}, others.words)
    best = sorted(((-score, key) for key, score in scores.items() if own[key] >= _LEAST and score >= _SURE))
    return tuple(Topic(written[key].most_common(1)[0][0], own[key], -score) for score, key in best[:_SHOWN])


def _scores(own: Mapping[str, int], others: Mapping[str, int]) -> dict[str, float]:
    """Standard deviations by which each word is more frequent than with others."""
    mine, theirs = sum(own.values()), sum(others.values())
    every = mine + theirs or 1
    found = {}
    for key, number in own.items():
        prior = _PRIOR * (number + others.get(key, 0)) / every
        one = (number + prior) / (mine + _PRIOR - number - prior)
        two = (others.get(key, 0) + prior) / (theirs + _PRIOR - others.get(key, 0) - prior)
        variance = 1 / (number + prior) + 1 / (others.get(key, 0) + prior)
        found[key] = (log(one) - log(two)) / sqrt(variance)
    return found


def _own(connection: Connection, person: int) -> list[Any]:
    """The newest statements of a person, of each utterance the newest."""
    query = _SAID.where(statements.c.person_id == person, statements.c.latest, ~statements.c.copy)
    rows = connection.execute(query.order_by(statements.c.id.desc()).limit(LOOKED_AT)).mappings()
    return list({row["utterance"]: row for row in rows}.values())


_SAID = select(
    statements.c.id, statements.c.version_id, statements.c.start, statements.c.end, statements.c.gaps,
    statements.c.utterance,
)  # fmt: skip


def _of_others(connection: Connection) -> Counter[str]:
    last = connection.execute(select(func.max(versions.c.id))).scalar() or 0
    step = max(1, last // SAMPLE)
    some = list(range(last, 0, -step))[:SAMPLE]
    rows = connection.execute(_SAID.where(statements.c.version_id.in_(some), ~statements.c.copy)).mappings().all()
    found = Counter[str]()
    for words in _words(rows, Texts(connection)):
        found.update(words.keys())
    return found


def _words(rows: Iterable[Any], held: Texts) -> Iterator[dict[str, str]]:
    """The telling words of each statement by their stems."""
    some = list(rows)
    held.fetch({row["version_id"] for row in some})
    for row in some:
        said = " ".join(span.cut(held[row["version_id"]]) for span in pieces(row))
        yield {key: word for word in _WORD.findall(said) if (key := _key(word)) is not None}


@cache
def _plain() -> frozenset[str]:
    return frozenset(stem(word) for word in (*FUNCTION, *MOST_FREQUENT, *FREQUENT))


@lru_cache(50_000)
def _key(word: str) -> str | None:
    """What stands for a word in whatever form; None where it tells nothing."""
    if len(word) < _SHORTEST:
        return None
    key = stem(word) if "-" not in word else folded(word)
    return None if key in _plain() else key
