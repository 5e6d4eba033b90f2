"""likeness(): whether two sayings are one utterance."""

from __future__ import annotations

from wortlaut.sameness.amounts import contradict
from wortlaut.sameness.gist import gist_of
from wortlaut.sameness.saying import Saying

SAME = 0.5  # likeness from which on two sayings are one utterance
WINDOW = 14  # days between the publication of two articles within which their sayings are compared


def likeness(one: Saying, two: Saying) -> float:
    """How likely two sayings of different articles are one utterance, 0..1; from SAME on they count as one."""
    if _apart(one, two):
        return 0.0
    first, second = gist_of(one.text), gist_of(two.text)
    if contradict(first.numbers, second.numbers, rough=first.rough or second.rough):
        return 0.0
    shared = sum(first.roots[root] for root in first.roots.keys() & second.roots.keys())
    return shared / max(min(first.total, second.total), 1e-9) if shared else float(first.sequence == second.sequence)


def _apart(one: Saying, two: Saying) -> bool:
    """Whether persons or days already tell that the two are not one."""
    return (
        (one.person is not None and two.person is not None and one.person != two.person)
        or (one.day is not None and two.day is not None and one.day != two.day)
        or (one.published is not None and two.published is not None and abs(one.published - two.published) > WINDOW)
    )
