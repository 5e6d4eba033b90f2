"""Counting: totals are kept for a minute, for who turns pages asks for the same again and again."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from wortlaut.archive import Archive, Count, Info, Query

SECONDS = 60.0
MOST = 500  # counts that are kept
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Count:
    """When it was begun, and what was found or will be."""

    begun: float
    found: Future[object]


class Counting:
    """The counts of an archive, in one process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._held: OrderedDict[Hashable, _Count] = OrderedDict()

    def total(self, archive: Archive, query: Query) -> Count:
        """How many a query finds in all."""
        plain = _plain(query)
        return self._known(plain, lambda: archive.total(plain))

    def info(self, archive: Archive) -> Info:
        """What an archive holds."""
        return self._known("info", archive.info)

    def _known(self, key: Hashable, count: Callable[[], T]) -> T:
        """What was counted lately; who asks while it is being counted waits for that."""
        with self._lock:
            now = self._clock()
            held = self._held.get(key)
            ours = held is None or now - held.begun >= SECONDS
            if held is None or ours:
                held = self._held[key] = _Count(now, Future())
                self._held.move_to_end(key)
                while len(self._held) > MOST:
                    self._held.popitem(last=False)
        if ours:
            try:
                held.found.set_result(count())
            except BaseException as error:
                with self._lock:
                    self._held.pop(key, None)
                held.found.set_exception(error)
        return cast(T, held.found.result())


def _plain(query: Query) -> Query:
    """What makes no difference to what is found in all is left out."""
    return replace(query, order="newest", limit=20, after=None)
