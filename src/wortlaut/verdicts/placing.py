"""Where the words of a claim stand in somebody's words: sign for sign, or all of them in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from wortlaut.wording import BRACKETS, PAUSES, Plain, Token, bare, search

FEWEST = 3  # words of a claim from which on some may be missing between them without a mark
MOST_ENDS = 60  # places where the last word of a claim stands that are tried


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens start..end of the content that the claim has without a break."""

    start: int
    end: int


def exactly(claim: Plain, content: Plain) -> list[Run]:
    """Where the pieces of the claim stand word for word and sign for sign; its omissions part the pieces."""
    if not _has_all(claim, content):
        return []
    place, runs = 0, []
    for piece in _pieces(claim.tokens):
        start, end = search(content.tokens, place, piece)
        if not end:
            return []
        runs.append(Run(start, end))
        place = end
    return runs


def _has_all(claim: Plain, content: Plain) -> bool:
    """Whether all words are there, in whatever order: most contents are done with here."""
    there = {_uncapped(word) for word in content.words}
    return all(_uncapped(word) in there for word in claim.words)


def _pieces(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    pieces: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind in ("omission", "gap"):
            pieces.append([])
        else:
            pieces[-1].append(token)
    bared = [bare(piece, PAUSES | BRACKETS) for piece in pieces]
    told = [piece for piece in bared if any(token.kind == "word" for token in piece)]
    return [*told[:-1], *(bare(piece) for piece in told[-1:])]


def in_order(claim: Plain, content: Plain) -> list[Run]:
    """The shortest stretch of the content in which the claim's words stand in order, with few breaks; else nothing.

    The case of first letters does not count here.
    """
    if not _has_all(claim, content):
        return []
    words = [i for i, token in enumerate(content.tokens) if token.kind == "word"]
    there = [_uncapped(content.tokens[i].text) for i in words]
    wanted = [_uncapped(word) for word in claim.words]
    best: list[int] = []
    ends = [i for i, word in enumerate(there) if word == wanted[-1]]
    for end in ends[:MOST_ENDS]:
        places = _backwards(there, wanted, end)
        if places and (not best or places[-1] - places[0] < best[-1] - best[0]):
            best = places
    breaks = sum(two - one > 1 for one, two in pairwise(best))
    if not best or (breaks and len(wanted) < FEWEST) or breaks > max(1, len(wanted) // FEWEST) + _marks(claim):
        return []
    runs: list[Run] = []
    for one in best:
        if runs and words[one - 1] == runs[-1].end - 1 and _continues(content.tokens, runs[-1].end, words[one]):
            runs[-1] = Run(runs[-1].start, words[one] + 1)
        else:
            runs.append(Run(words[one], words[one] + 1))
    return runs


def _continues(tokens: Sequence[Token], end: int, start: int) -> bool:
    """Whether nothing but signs and interruptions stand between two words."""
    return all(token.kind in ("sign", "interruption") for token in tokens[end:start])


def _backwards(there: Sequence[str], wanted: Sequence[str], end: int) -> list[int]:
    """The places of the wanted words, each the last before the next one; nothing where one is missing."""
    places = [end]
    for word in reversed(wanted[:-1]):
        place = places[-1] - 1
        while place >= 0 and there[place] != word:
            place -= 1
        if place < 0:
            return []
        places.append(place)
    return places[::-1]


def _marks(claim: Plain) -> int:
    return sum(token.kind in ("omission", "gap") for token in claim.tokens)


def _uncapped(word: str) -> str:
    return word[:1].lower() + word[1:]
