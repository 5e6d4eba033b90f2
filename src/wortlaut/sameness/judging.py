"""likeness(): whether two sayings are one utterance."""

from __future__ import annotations

from math import exp, log1p

from wortlaut.sameness.features import Features, features
from wortlaut.sameness.gist import gist_of
from wortlaut.sameness.saying import Saying

SAME = 0.5  # likeness from which on two sayings are one utterance
WINDOW = 14  # days between the publication of two articles within which their sayings are compared
_WEEK = 7  # days; what is published later than that is not further from it
_MOST, _MOST_TURNED = 2.0, 3.0  # of what parts two texts, more does not part them further

# Weights of a logistic regression; docs/design/sameness.md says on what it was fitted.
_BIAS = 0.39
_COVERED, _COVERED_BACK, _EVIDENCE, _SIZE, _VERBATIM = 1.361, 1.069, 1.205, -0.713, 2.345
_NUMBERS, _CONTRADICTING, _OPPOSED = 1.641, -3.664, -5.521
_DENIED, _SCOPED, _REPLACED, _SLOT = -4.406, -2.367, -0.975, -2.76
_DIRECT, _TENSE, _TURNED_DIRECT, _TURNED, _GAP = -0.536, -0.256, -0.605, -1.79, -3.304


def likeness(one: Saying, two: Saying) -> float:
    """How likely two sayings of different articles are one utterance, 0..1; from SAME on they count as one.

    The order of the two does not matter. Two known persons that differ, two known days that differ, and articles
    further apart than WINDOW make it 0.

    >>> quoted = Saying("Wir brauchen mehr Geld für unsere Schulen.", "direct", 7)
    >>> told = Saying("die Schulen benötigten mehr Geld", "indirect", 7)
    >>> likeness(quoted, told) >= SAME
    True
    """
    if _apart(one, two):
        return 0.0
    found = features(gist_of(one.text), gist_of(two.text))
    return 1.0 / (1.0 + exp(-_of_texts(found) - _of_circumstances(one, two, found)))


def _of_texts(found: Features) -> float:
    """What the texts alone say, in logits; a contradiction tells the more, the more the texts have in common."""
    covered = found.covered
    contradiction = (
        _CONTRADICTING * found.contradicting
        + _OPPOSED * min(found.opposed, _MOST)
        + _DENIED * min(2.0 * found.denied, 1.0)
        + _SCOPED * found.scoped
    )
    return (
        _BIAS
        + _COVERED * covered
        + _COVERED_BACK * found.covered_back
        + _EVIDENCE * log1p(covered * found.size)
        + _SIZE * log1p(found.size)
        + _VERBATIM * (found.verbatim >= 1.0)
        + _NUMBERS * found.numbers
        + contradiction * covered
        + _REPLACED * min(found.replaced, _MOST)
        + _SLOT * min(found.slot, _MOST)
    )


def _of_circumstances(one: Saying, two: Saying, found: Features) -> float:
    """What kinds and dates say, in logits: quotations should agree in their words, and what is told in its tense."""
    result = 0.0
    if one.kind == two.kind:
        direct = one.kind == "direct"
        turned = min(found.turned, _MOST_TURNED) * found.covered
        result += _TENSE * found.past + _DIRECT * direct + (_TURNED_DIRECT if direct else _TURNED) * turned
    if (one.day is None or two.day is None) and one.published is not None and two.published is not None:
        result += _GAP * min(abs(one.published - two.published), _WEEK) / _WEEK
    return result


def _apart(one: Saying, two: Saying) -> bool:
    """Whether persons or days already tell that the two are not one."""
    return (
        (one.person is not None and two.person is not None and one.person != two.person)
        or (one.day is not None and two.day is not None and one.day != two.day)
        or (one.published is not None and two.published is not None and abs(one.published - two.published) > WINDOW)
    )
