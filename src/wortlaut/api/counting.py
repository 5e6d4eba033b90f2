"""Counting: totals and facets are kept for a minute, for who turns pages asks for the same again and again."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import TypeVar, cast

from wortlaut.archive import Archive, Count, Group, Info, Query

SECONDS = 60.0
MOST = 500  # counts that are kept
T = TypeVar("T")


class Counting:
    """The counts of one process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._held: OrderedDict[Hashable, tuple[float, object]] = OrderedDict()

    def total(self, archive: Archive, query: Query) -> Count:
        """How many a query finds in all."""
        plain = _plain(query)
        return self._known((archive.url, plain), lambda: archive.total(plain))

    def counts(self, archive: Archive, query: Query, by: Group) -> list[Count]:
        """The same by person, outlet, month or kind."""
        plain = _plain(query)
        return self._known((archive.url, plain, by), lambda: archive.count(plain, by))

    def info(self, archive: Archive) -> Info:
        """What an archive holds."""
        return self._known(archive.url, archive.info)

    def _known(self, key: Hashable, count: Callable[[], T]) -> T:
        now = self._clock()
        with self._lock:
            held = self._held.get(key)
        if held is not None and now - held[0] < SECONDS:
            return cast(T, held[1])
        found = count()
        with self._lock:
            self._held[key] = (now, found)
            self._held.move_to_end(key)
            while len(self._held) > MOST:
                self._held.popitem(last=False)
        return found


def _plain(query: Query) -> Query:
    """What makes no difference to what is found in all is left out."""
    return replace(query, order="newest", limit=20, after=None)
