"""What the word lists say of a stem: how much it tells, which word it stands for, what it opposes."""

from __future__ import annotations

from functools import cache, lru_cache

from wortlaut.languages import de_frequencies as frequencies
from wortlaut.languages import de_sameness as words
from wortlaut.stems import stem

_LONG = 12  # letters of a stem from which on it is as rare as can be
_SHORT = 3  # letters of a stem that tells next to nothing


@lru_cache(100_000)
def weight(root: str) -> float:
    """How much a root tells of what is said, 0..1: what is frequent tells little, and long German words are rare."""
    if root in function_stems():
        return 0.0
    length = min(max(len(root) - _SHORT, 0), _LONG - _SHORT) / (_LONG - _SHORT)
    return _frequent().get(root, 0.7 + 0.3 * length)


@lru_cache(100_000)
def root(of: str) -> str:
    """A stem without the form of its verb: "gestiegen", "stieg" and "steigt" are one.

    >>> root("gestieg"), root("benotigt"), root("eingestellt")
    ('steig', 'benotig', 'einstell')
    """
    known = _forms()
    if of in known:
        return known[of]
    if of.startswith(_particles()):
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
def concepts() -> dict[str, frozenset[int]]:
    """Root -> numbers of its groups of words with one meaning."""
    found: dict[str, set[int]] = {}
    for number, group in enumerate(_groups(words.SYNONYMS)):
        for word in group.split():
            found.setdefault(root(stem(word)), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Root -> the roots of its opposites, with all words of the same meaning."""
    found: dict[str, set[str]] = {}
    for group in _groups(words.OPPOSITES):
        sides = [_widened(side.split()) for side in group.split("|")]
        for own in sides:
            for word in own:
                found.setdefault(word, set()).update(*(other - own for other in sides if other is not own))
    return {word: frozenset(others) for word, others in found.items()}


def _widened(side: list[str]) -> set[str]:
    """The roots of some words, and of all words that first of all mean the same."""
    roots = {root(stem(word)) for word in side}
    numbers = {min(concepts()[word]) for word in roots if word in concepts()}
    return roots | {word for word, own in concepts().items() if min(own) in numbers}


def _groups(table: str) -> list[str]:
    lines = (line for line in table.splitlines() if not line.startswith("#"))
    return [group for group in " ".join(lines).split(";") if group.strip()]


@cache
def _frequent() -> dict[str, float]:
    """The roots of frequent words with their weights; what is in two lists has the lower one."""
    lists = ((frequencies.LESS_FREQUENT, 0.65), (frequencies.FREQUENT, 0.45), (frequencies.MOST_FREQUENT, 0.25))
    found = {root(stem(word)): worth for own, worth in lists for word in own}
    return found | {root(stem(word)): 0.25 for word in words.COMMON}


@cache
def _forms() -> dict[str, str]:
    """Stem of a form -> stem of its verb."""
    found: dict[str, str] = {}
    for group in _groups(words.FORMS):
        first, *others = map(stem, group.split())
        found.setdefault(first, first)
        for other in others:
            found.setdefault(other, first)
    return found


@cache
def _particles() -> tuple[str, ...]:
    return words.PARTICLES
