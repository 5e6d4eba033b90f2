"""Courteous: several threads that fetch are together as polite as one, and end when they shall."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from wortlaut.intake import Polite, Visit
from wortlaut.intake.addresses import web_address
from wortlaut.intake.fetching import Answer

_TICK = 0.2  # seconds between two questions whether to go on
_MOST = 1_000  # hosts that are remembered


class _Gate:
    """A host: one may ask at a time, and not before it is free."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.free = 0.0


class Gates:
    """The hosts that threads ask, of all jobs of a process."""

    def __init__(self) -> None:
        self._gates: dict[str, _Gate] = {}
        self._lock = threading.Lock()

    def of(self, host: str) -> _Gate:
        """The gate of a host."""
        with self._lock:
            if len(self._gates) > _MOST:
                now = time.monotonic()
                self._gates = {name: one for name, one in self._gates.items() if one.lock.locked() or one.free > now}
            return self._gates.setdefault(host, _Gate())


def _go_on() -> None:
    """Nothing forbids it."""


@dataclass
class Courteous(Polite):
    """A polite fetcher of one job, which shares `gates` with those of other jobs. `go_on` is asked while it waits.

    `first` is the answer to the first address, which tells whether there is a feed.
    """

    gates: Gates = field(default_factory=Gates)
    go_on: Callable[[], None] = _go_on
    first: Answer | None = None

    def __post_init__(self) -> None:
        self.sleep = self._sleep

    def ask(self, url: str, last: Visit | None = None) -> Answer:
        """As Polite does."""
        self.go_on()
        with self._through(web_address(url).host):
            answer = super().ask(url, last)
        self.first = self.first or answer
        return answer

    @contextmanager
    def _through(self, host: str) -> Iterator[None]:
        gate = self.gates.of(host)
        while not gate.lock.acquire(timeout=_TICK):
            self.go_on()
        try:
            self.sleep(gate.free - time.monotonic())
            yield
        finally:
            gate.free = time.monotonic() + self.pause
            gate.lock.release()

    def _sleep(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.go_on()
            time.sleep(min(left, _TICK))
