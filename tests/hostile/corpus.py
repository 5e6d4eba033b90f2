"""The hostile corpus: all cases, in a fixed order; the same on every run.

Over 200 articles and pages come from scripts, signs, sizes, lies and formats; addresses that must not be fetched come
beside them.
"""

from __future__ import annotations

from collections.abc import Sequence

from tests.hostile import addresses, formats, lies, scripts, signs, sizes
from tests.hostile.cases import Case

CALM_EVERY = 20  # hostile cases between two harmless articles, which must all be kept


def articles() -> Sequence[Case]:
    """All articles and pages."""
    return [*scripts.cases(), *signs.cases(), *formats.cases(), *lies.cases(), *sizes.cases()]


def quick() -> Sequence[Case]:
    """Those that take little time: nothing huge."""
    return [case for case in articles() if not case.is_large]


def fetched(port: int, secret: str) -> Sequence[Case]:
    """Addresses that must be refused."""
    return list(addresses.cases(port, secret))
