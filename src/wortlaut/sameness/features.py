"""features(): what two gists have in common and what parts them, as numbers."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum

from rapidfuzz.distance import Indel, Levenshtein

from wortlaut.sameness import lexicon
from wortlaut.sameness.amounts import agree, contradict
from wortlaut.sameness.gist import Gist

_SYNONYM = 0.9  # what a word of the same meaning is worth, against 1 for the same word
_SLOT = 2  # words at most that stand for others
_BLOCK = 3  # words of a run that counts as verbatim
_AKIN = 0.75  # and a part of a compound


@dataclass(frozen=True, slots=True)
class Features:
    """Each 0..1 unless told otherwise; the shorter text is that with less to tell."""

    covered: float  # share of the shorter text's words that the longer one has
    covered_back: float  # share of the longer one's
    verbatim: float  # words of the shorter text that stand in the longer one in runs of three or more
    numbers: float  # share of numbers in common
    contradicting: float  # share of numbers that contradict each other
    denied: float  # share of the common words that one text denies and the other does not
    scoped: float  # the same where both texts deny something
    opposed: float  # opposites, one in either text; their number
    replaced: float  # weight of words that stand for others between common ones
    slot: float  # the same, where the words around are the same too
    turned: float  # words that turn what is said, in one of the texts alone; their number
    past: float  # whether one alone tells of what is over
    size: float  # what the shorter text tells, in weights


def features(one: Gist, two: Gist) -> Features:
    """What parts and joins two texts; the order of the two does not matter."""
    short, long = (one, two) if _size(one) <= _size(two) else (two, one)
    matched = _matches(short, long)
    back = _matches(long, short)
    rough = short.rough or long.rough
    denied, both = _denied(short, long, matched), bool(short.denied and long.denied)
    length = max(min(len(short.sequence), len(long.sequence)), 1)
    return Features(
        covered=_share(matched, short),
        covered_back=_share(back, long),
        verbatim=_verbatim(short, long) / length,
        numbers=agree(short.numbers, long.numbers, rough=rough),
        contradicting=contradict(short.numbers, long.numbers, rough=rough),
        denied=0.0 if both else denied,
        scoped=denied if both else 0.0,
        opposed=_opposed(short, long, matched, back),
        replaced=_replaced(short, long, matched, back),
        slot=_slot(short, long, matched, back),
        turned=len(short.operators - long.operators) + len(long.operators - short.operators) * _share(back, long),
        past=float(short.past != long.past),
        size=short.total,
    )


def _size(gist: Gist) -> tuple[float, tuple[str, ...]]:
    return gist.total, gist.sequence


def _matches(own: Gist, other: Gist) -> dict[str, float]:
    """The roots of a text that the other has too, with what the match is worth."""
    known = lexicon.concepts()
    found: dict[str, float] = {}
    for root in own.roots:
        if root in other.roots:
            found[root] = 1.0
        elif root in known and not known[root].isdisjoint(other.concepts):
            found[root] = _SYNONYM
        elif any(akin(root, candidate) for candidate in other.roots):
            found[root] = _AKIN
    return found


def akin(one: str, two: str) -> bool:
    """Whether one word is part of the other, or both begin with the same long part.

    >>> akin("krankenhausreform", "reform"), akin("polizist", "politik")
    (True, False)
    """
    short, long = (one, two) if len(one) <= len(two) else (two, one)
    if len(short) < 4:
        return False
    if short in long:
        return len(short) > 4 or long.startswith(short) or long.endswith(short)
    if short[:5] != long[:5]:  # most words part here
        return False
    shared = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return shared >= 0.65 * len(short)


def _share(matched: dict[str, float], of: Gist) -> float:
    if not of.total:
        return 0.0
    return sum(of.roots[root] * worth for root, worth in matched.items()) / of.total


def _verbatim(short: Gist, long: Gist) -> int:
    ops = Indel.opcodes(short.sequence, long.sequence)
    blocks = [op.src_end - op.src_start for op in ops if op.tag == "equal"]
    return sum(block for block in blocks if block >= _BLOCK or block == len(short.sequence))


def _denied(short: Gist, long: Gist, matched: dict[str, float]) -> float:
    """The share of the common words that only one of the texts denies."""
    total = sum(short.roots[root] for root in matched)
    if not total:
        return 0.0
    both = short.roots.keys() & long.roots.keys()
    # exact, for a set has its elements in another order in each process
    return fsum(short.roots[root] for root in both if (root in short.denied) != (root in long.denied)) / total


def _opposed(short: Gist, long: Gist, matched: dict[str, float], back: dict[str, float]) -> float:
    known = lexicon.opposites()
    alone = long.roots.keys() - back.keys()
    own = known.keys() & (short.roots.keys() - matched.keys())
    return float(sum(not known[root].isdisjoint(alone) for root in own))


def _replaced(short: Gist, long: Gist, matched: dict[str, float], back: dict[str, float]) -> float:
    own, other = list(short.roots), list(long.roots)
    total = 0.0
    for op in Levenshtein.opcodes(own, other):
        if op.tag == "replace":
            lost = sum(short.roots[root] for root in own[op.src_start : op.src_end] if root not in matched)
            come = sum(long.roots[root] for root in other[op.dest_start : op.dest_end] if root not in back)
            total += min(lost, come)
    return total


def _slot(short: Gist, long: Gist, matched: dict[str, float], back: dict[str, float]) -> float:
    """The weight of words that stand for others within the same words: "bis 2030 autofrei werden"."""
    total = 0.0
    ops = list(Levenshtein.opcodes(short.sequence, long.sequence))
    for place, op in enumerate(ops):
        if op.tag != "replace" or op.src_end - op.src_start > _SLOT:
            continue
        before = place > 0 and ops[place - 1].tag == "equal"
        after = place + 1 == len(ops) or ops[place + 1].tag == "equal"
        if before and after:
            lost = sum(_lost(word, short, matched) for word in short.sequence[op.src_start : op.src_end])
            come = sum(_lost(word, long, back) for word in long.sequence[op.dest_start : op.dest_end])
            total += min(lost, come)
    return total


def _lost(word: str, gist: Gist, matched: dict[str, float]) -> float:
    root = lexicon.root(word)
    return 0.0 if root in matched else gist.roots.get(root, 0.0)
