"""altered(): whether a claim is somebody's words with a few of them changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wortlaut.differences import token_diff, written
from wortlaut.languages import de_wording
from wortlaut.stems import stem
from wortlaut.text import Span
from wortlaut.verdicts.matching import Match, Missing, negates
from wortlaut.wording import Plain, Token, bare

ALTERED = 0.6  # likeness of two wordings, 0..1, from which on one is the other, altered
FEWEST_EQUAL = 2.0  # telling words that are the same in both, where other telling words are replaced
LIKE_ENOUGH = 0.5  # likeness where no telling word is replaced
NEAR = 0.8  # what a word counts that is another form of the other, or misspelt
SPELT_ALIKE = 80.0  # per cent of the letters
LIGHT = 0.3  # what a word counts that tells little
_PREFIXES = ("un", "nicht")  # they turn a word round


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two wordings are.

    `score`, 0..1, is twice the weight of what is equal over the weight of both. `equal` is the number of telling words
    that are the same, `replaced` that of those which are not. Words start..end of the longer wording were compared.
    """

    score: float
    equal: float
    replaced: float
    start: int
    end: int
    negation: bool


def altered(claim: Plain, content: Plain, *, same_meaning: bool = False) -> Match | None:
    """The claim as somebody's words with a few changed; None where it is too unlike any stretch of them.

    Where the two are known to have the `same_meaning`, fewer words need be the same.

    >>> from wortlaut.wording import plain
    >>> altered(plain("Wir wollen keine Steuern erhöhen"), plain("„Wir wollen die Steuern erhöhen“")).negation
    True
    """
    if not _shared(claim, content):
        return None
    likeness = compared(claim, content)
    few = likeness.equal >= FEWEST_EQUAL and likeness.score >= ALTERED
    light = likeness.equal >= 1 and not likeness.replaced and likeness.score >= LIKE_ENOUGH
    if not (few or light or (same_meaning and likeness.score >= ALTERED)):
        return None
    words = [i for i, token in enumerate(content.tokens) if token.kind == "word"]
    first, last = words[likeness.start], words[likeness.end - 1]
    used = content.tokens[first : last + 1]
    missing = tuple(_around(content.tokens[:first], content.tokens[last + 1 :]))
    changes = token_diff(used, bare(claim.tokens))
    return Match("altered", tuple(_pieces(used)), missing, changes, likeness.score, likeness.negation)


def _shared(claim: Plain, content: Plain) -> bool:
    """Whether one telling word is the same in both: most contents are done with here."""
    there = {word.lower() for word in content.words}
    return any(_weight(word) == 1.0 for word in map(str.lower, claim.words) if word in there)


def compared(claim: Plain, content: Plain) -> Likeness:
    """The claim against that stretch of the content which has most of its words."""
    from rapidfuzz.distance import Levenshtein

    wanted = [word.lower() for word in claim.words]
    there = [word.lower() for word in content.words]
    begin, end = _window(there, wanted)
    steps = list(Levenshtein.opcodes(there[begin:end], wanted))
    while steps and steps[0].tag == "delete":
        steps.pop(0)
    while steps and steps[-1].tag == "delete":
        steps.pop()
    pairs = [
        (there[begin + one.src_start : begin + one.src_end], wanted[one.dest_start : one.dest_end]) for one in steps
    ]
    if not any(old for old, _ in pairs):
        return Likeness(0.0, 0.0, 0.0, 0, 0, False)
    equal = replaced = same = whole = 0.0
    negation = False
    for old, new in pairs:
        credit = sum(_credit(one, two) for one, two in zip(old, new, strict=False))
        telling = sum(
            _credit(one, two) for one, two in zip(old, new, strict=False) if min(_weight(one), _weight(two)) == 1.0
        )
        same += credit
        equal += telling
        replaced += max(sum(_weight(word) == 1.0 for word in side) for side in (old, new)) - _near(old, new)
        whole += _weigh(old) + _weigh(new)
        negation |= negates(old) != negates(new)
    return Likeness(2 * same / whole, equal, replaced, begin + steps[0].src_start, begin + steps[-1].src_end, negation)


def _window(there: Sequence[str], wanted: Sequence[str]) -> tuple[int, int]:
    """The stretch, half as long again as the claim, with the most words of the claim."""
    width = len(wanted) + max(3, len(wanted) // 2)
    if len(there) <= width:
        return 0, len(there)
    left = Counter(wanted)
    weights = {word: _weight(word) for word in left}
    best, best_start, sum_ = -1.0, 0, 0.0
    for place, word in enumerate(there):
        if word in left:
            sum_ += weights[word] if left[word] > 0 else 0.0
            left[word] -= 1
        if place >= width and (gone := there[place - width]) in left:
            left[gone] += 1
            sum_ -= weights[gone] if left[gone] > 0 else 0.0
        if sum_ > best:
            best, best_start = sum_, max(0, place - width + 1)
    return best_start, min(len(there), best_start + width)


def _weigh(words: Sequence[str]) -> float:
    return sum(_weight(word) for word in words)


def _weight(word: str) -> float:
    return LIGHT if word in de_wording.LIGHT or word in de_wording.NEGATIONS else 1.0


def _near(old: Sequence[str], new: Sequence[str]) -> int:
    """How many telling words stand in both, as they are or nearly so."""
    return sum(_weight(one) == 1.0 and _credit(one, two) > 0 for one, two in zip(old, new, strict=False))


def _credit(one: str, two: str) -> float:
    """What two words that stand for each other count: their weight where they are the same, less where nearly so."""
    from rapidfuzz import fuzz

    if one == two:
        return _weight(one)
    if (
        one.isdigit()
        or two.isdigit()
        or any(a == prefix + b for prefix in _PREFIXES for a, b in ((one, two), (two, one)))
    ):
        return 0.0
    if {one, two} & de_wording.NEGATIONS:
        return 0.0
    near = stem(one) == stem(two) or fuzz.ratio(one, two) >= SPELT_ALIKE
    return NEAR * min(_weight(one), _weight(two)) if near else 0.0


def _around(before: Sequence[Token], after: Sequence[Token]) -> Iterator[Missing]:
    for place, tokens in (("before", bare(before)), ("after", bare(after))):
        if tokens:
            span = Span(tokens[0].span.start, tokens[-1].span.end)
            yield Missing(place, written(tokens), span)  # type: ignore[arg-type]  # one of both


def _pieces(tokens: Sequence[Token]) -> Iterator[Span]:
    """The places of the tokens, in as many pieces as the content has there."""
    start = end = -1
    for token in tokens:
        if token.kind in ("interruption", "gap"):
            if start >= 0:
                yield Span(start, end)
            start = -1
            continue
        start, end = token.span.start if start < 0 else start, token.span.end
    if start >= 0:
        yield Span(start, end)
