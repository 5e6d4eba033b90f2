"""Rates: how often somebody may ask, as a bucket of tokens that fills again."""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

SECONDS = 60  # in which an empty bucket is full again
MOST = 10_000  # of those who ask are remembered; who asked longest ago is forgotten first


@dataclass(frozen=True, slots=True)
class Left:
    """What one who asks has left: `requests` at once, and after how many `seconds` one more."""

    allowed: bool
    requests: int
    seconds: int


class Rates:
    """A bucket for each of those who ask, in the memory of one process: of several workers each counts for itself."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, who: str, rate: int) -> Left:
        """Take one request of at most `rate` a minute."""
        now, each = self._clock(), SECONDS / rate
        with self._lock:
            full, then = self._held.pop(who, (float(rate), now))
            full = min(rate, full + (now - then) / each)
            allowed = full >= 1
            full -= allowed
            self._held[who] = (full, now)
            while len(self._held) > MOST:
                self._held.popitem(last=False)
        return Left(allowed, int(full), max(1, math.ceil((1 - full % 1) * each)))


def headers(rate: int, left: Left) -> dict[str, str]:
    """What an answer says of it, as draft-ietf-httpapi-ratelimit-headers-10 has it."""
    told = {
        "ratelimit-policy": f'"requests";q={rate};w={SECONDS}',
        "ratelimit": f'"requests";r={left.requests};t={left.seconds}',
    }
    return told if left.allowed else {**told, "retry-after": str(left.seconds)}
