"""A server under readers and a writer for long: whether anything goes wrong, and whether its memory grows."""

from __future__ import annotations

import itertools
import multiprocessing
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.synchronize import Event
from statistics import linear_regression

from wortlaut.archive import Archive

SETTLED = 0.2  # share of the time after which memory should not grow any more


@dataclass(frozen=True)
class Slope:
    """Of a straight line through what was seen: MB at its begin and end, and MB an hour."""

    begin: float
    end: float
    an_hour: float


def slope(seen: Sequence[tuple[float, float]], settled: float = SETTLED) -> Slope:
    """The line through (seconds, MB), the first part left out.

    >>> slope([(0, 50.0), (1800, 100.0), (3600, 101.0), (5400, 102.0)])
    Slope(begin=100.0, end=102.0, an_hour=2.0)
    """
    last = seen[-1][0] if seen else 0.0
    some = [one for one in seen if one[0] >= settled * last]
    if len(some) < 2:
        return Slope(0.0, 0.0, 0.0)
    line = linear_regression([second for second, _ in some], [mb for _, mb in some])
    begin, end = (line.intercept + line.slope * second for second in (some[0][0], some[-1][0]))
    return Slope(round(begin, 1), round(end, 1), round(3600 * line.slope, 1))


class Writer:
    """A process that adds generated articles to an archive, one a transaction, until it is told to stop."""

    def __init__(self, url: str, an_hour: int, seed: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._stop = context.Event()
        self._count = context.Value("l", 0)
        self._process = context.Process(target=_write, args=(url, an_hour, seed, self._stop, self._count), daemon=True)

    def __enter__(self) -> Writer:
        self._process.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._process.join(60)
        self._process.kill()

    @property
    def added(self) -> int:
        """Articles so far."""
        return int(self._count.value)

    @property
    def failed(self) -> bool:
        """Whether it ended by itself."""
        return self._process.exitcode not in (None, 0)


def _write(url: str, an_hour: int, seed: int, stop: Event, count: object) -> None:
    from benchmarks.archives import generate

    due = time.monotonic()
    with Archive.open(url) as archive:
        # others than those of the archive: another seed, and a source of their own
        for analysis in itertools.islice(generate(50_000_000, seed=seed), 10_000_000):
            archive.add(analysis)
            count.value += 1  # type: ignore[attr-defined]
            due = max(due + 3600 / an_hour, time.monotonic() - 60)
            if stop.wait(max(0.0, due - time.monotonic())):
                return
