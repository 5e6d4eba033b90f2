"""Rates: how often somebody may ask, as a bucket of tokens that fills again."""

from __future__ import annotations

import math
import mmap
import os
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

SECONDS = 60  # in which an empty bucket is full again
SHELVES, PLACES = 2_048, 8  # buckets lie on shelves; on a full one, that of who asked longest ago makes room
_BUCKET = struct.Struct("<16sdd")  # whose it is, how full, and when that was
_SHELF = PLACES * _BUCKET.size
_SIZE = SHELVES * _SHELF  # bytes


@dataclass(frozen=True, slots=True)
class Left:
    """What one who asks has left: `requests` at once, and after how many `seconds` one more."""

    allowed: bool
    requests: int
    seconds: int


class Rates:
    """A bucket for each of those who ask, in memory; in that of a `file` where several processes count together.

    `clock` is the same for all of them: the time in seconds since the machine was started.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, *, file: Path | None = None) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._file = None if file is None else os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
        if self._file is not None:
            os.ftruncate(self._file, _SIZE)
        self._held = mmap.mmap(-1 if self._file is None else self._file, _SIZE)

    def take(self, who: str, rate: int) -> Left:
        """Take one request of at most `rate` a minute."""
        key, each = blake2b(who.encode("utf-8", "replace"), digest_size=16).digest(), SECONDS / rate
        with self._lock, self._alone():
            now = self._clock()
            place = self._place(key)
            whose, full, then = _BUCKET.unpack_from(self._held, place)
            full = min(rate, full + max(0.0, now - then) / each) if whose == key else float(rate)
            allowed = full >= 1
            full -= allowed
            _BUCKET.pack_into(self._held, place, key, full, now)
        return Left(allowed, int(full), max(1, math.ceil((1 - full % 1) * each)))

    def _place(self, key: bytes) -> int:
        """Where the bucket lies, or may lie."""
        begin = int.from_bytes(key[:4], "big") % SHELVES * _SHELF
        oldest, least = begin, math.inf
        for place in range(begin, begin + _SHELF, _BUCKET.size):
            whose, _, then = _BUCKET.unpack_from(self._held, place)
            if whose == key:
                return place
            if then < least:
                oldest, least = place, then
        return oldest

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """No other process counts meanwhile; one that dies lets go."""
        if self._file is None:
            yield
            return
        import fcntl

        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)


def headers(rate: int, left: Left) -> dict[str, str]:
    """What an answer says of it, as draft-ietf-httpapi-ratelimit-headers-10 has it."""
    told = {
        "ratelimit-policy": f'"requests";q={rate};w={SECONDS}',
        "ratelimit": f'"requests";r={left.requests};t={left.seconds}',
    }
    return told if left.allowed else {**told, "retry-after": str(left.seconds)}
