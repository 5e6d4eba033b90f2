"""reported(): whether a statement tells what is claimed, in other words."""

from __future__ import annotations

import unicodedata

from wortlaut.sameness import SAME, Saying, likeness
from wortlaut.sameness.gist import Gist, gist_of
from wortlaut.statements import Kind

COVERED = 0.5  # share of the claim's telling words, by weight, that the statement must have
TURNED = 0.5  # share of the common words that stand in a clause with a negation in one of the two alone


def reported(claim: str, words: str, kind: Kind) -> float:
    """How likely a statement with these words tells what is claimed, 0..1; 0 where it does not.

    It is the likeness of the two as utterances, under three conditions more: the statement has most of what the claim
    tells, denies what the claim denies, and has the claim's numbers.

    >>> reported("Die Brücke wird nicht gebaut", "die Brücke werde gebaut", "indirect")
    0.0
    """
    claim, words = _plain_digits(claim), _plain_digits(words)
    score = likeness(Saying(claim, "direct"), Saying(words, kind))
    if score < SAME:
        return 0.0
    own, there = gist_of(claim), gist_of(words)
    fits = own.numbers <= there.numbers and _covered(own, there) >= COVERED and _turned(own, there) < TURNED
    return score if fits else 0.0


def _plain_digits(words: str) -> str:
    """The words with "²" as "2", and without the rarer digits that are no decimal ones: no number is read from them."""
    if words.isascii():
        return words
    folded = unicodedata.normalize("NFKC", words)
    rare = {one for one in set(folded) if one.isdigit() and not one.isdecimal()}
    return "".join(one for one in folded if one not in rare) if rare else folded


def _covered(own: Gist, there: Gist) -> float:
    from wortlaut.sameness.lexicon import concepts

    known = concepts()
    there_words = there.roots.keys()
    weight = sum(
        weight for root, weight in own.roots.items() if root in there_words or known.get(root, -1) in there.concepts
    )
    return weight / own.total if own.total else 1.0


def _turned(own: Gist, there: Gist) -> float:
    shared = own.roots.keys() & there.roots.keys()
    whole = sum(own.roots[root] for root in shared)
    turned = sum(own.roots[root] for root in shared if (root in own.denied) != (root in there.denied))
    return turned / whole if whole else 0.0
