"""What the word lists say of a stem: how much it tells, which word it stands for, what it opposes."""

from __future__ import annotations

from functools import cache, lru_cache

from wortlaut.languages import de_sameness as words
from wortlaut.stems import stem

_LONG = 12  # letters of a stem from which on it is as rare as can be
_SHORT = 3  # letters of a stem that tells next to nothing


@lru_cache(100_000)
def weight(root: str) -> float:
    """How much a root tells of what is said, 0..1: long German stems are rare ones; no corpus is counted."""
    if root in function_stems():
        return 0.0
    length = min(max(len(root) - _SHORT, 1), _LONG - _SHORT) / (_LONG - _SHORT)
    return (0.3 + 0.7 * length) * (0.4 if root in _common_stems() else 1.0)


@lru_cache(100_000)
def root(of: str) -> str:
    """A stem without the form of its verb: "gestiegen", "stieg" and "steigt" are one.

    >>> root("gestieg"), root("benotigt"), root("eingestellt")
    ('steig', 'benotig', 'einstell')
    """
    known = _forms()
    if of in known:
        return known[of]
    for particle in _particles():
        rest = of[len(particle) :]
        if of.startswith(particle) and len(rest) > 3 and (rest in known or rest.startswith("ge")):
            return particle + root(rest)
    shorter = of[2:] if of.startswith("ge") and of.endswith("t") and len(of) > 6 else of
    return shorter[:-1] if len(shorter) > 5 and shorter[-1] == "t" and shorter[-2] not in "aeiouhfnsc" else shorter


@cache
def function_stems() -> frozenset[str]:
    """The stems of the words that tell nothing."""
    return frozenset(map(stem, words.FUNCTION | words.NEGATIONS))


@cache
def negation_stems() -> frozenset[str]:
    """The stems of the words that deny their clause."""
    return frozenset(map(stem, words.NEGATIONS))


@cache
def concepts() -> dict[str, int]:
    """Root -> number of its group of words with one meaning."""
    found: dict[str, int] = {}
    for number, group in enumerate(words.SYNONYMS.split(";")):
        for word in group.split():
            found.setdefault(root(stem(word)), number)
    return found


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Root -> the roots of its opposites, with all words of the same meaning."""
    found: dict[str, set[str]] = {}
    for pair in words.OPPOSITES.split(";"):
        one, two = (_widened(side.split()) for side in pair.split("|"))
        for own, other in ((one, two), (two, one)):
            for word in own:
                found.setdefault(word, set()).update(other - own)
    return {word: frozenset(others) for word, others in found.items()}


def _widened(side: list[str]) -> set[str]:
    roots = {root(stem(word)) for word in side}
    numbers = {concepts()[word] for word in roots if word in concepts()}
    return roots | {word for word, number in concepts().items() if number in numbers}


@cache
def _common_stems() -> frozenset[str]:
    return frozenset(root(stem(word)) for word in words.COMMON)


@cache
def _forms() -> dict[str, str]:
    """Stem of a form -> stem of its verb."""
    found: dict[str, str] = {}
    for group in words.FORMS.split(";"):
        first, *others = map(stem, group.split())
        found.setdefault(first, first)
        for other in others:
            found.setdefault(other, first)
    return found


@cache
def _particles() -> tuple[str, ...]:
    return words.PARTICLES
