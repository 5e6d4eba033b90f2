"""Keeper: lets work be done in a process of its own, begins it anew when it dies, and ends it in good order."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from multiprocessing.context import SpawnProcess
from multiprocessing.synchronize import Event
from types import TracebackType
from typing import Self

LOG = logging.getLogger("wortlaut.work")
Stop = Callable[[], bool]
_LOOKS = 1.0  # seconds between two looks at the process
_PAUSE = 5.0  # seconds before it is begun anew
_GRACE = 45.0  # seconds that it may take to end


class Keeper:
    """Keeps a process at work while it is entered. `work` can be pickled; it returns soon after its `stop` is true."""

    def __init__(self, work: Callable[[Stop], None], *, pause: float = _PAUSE, grace: float = _GRACE) -> None:
        self._work = work
        self._pause = pause
        self._grace = grace
        self._context = multiprocessing.get_context("spawn")  # a process with threads must not be forked
        self._stop: Event = self._context.Event()
        self._over = threading.Event()
        self._process: SpawnProcess | None = None
        self._watch = threading.Thread(target=self._keep, name="keeper", daemon=True)

    def __enter__(self) -> Self:
        self._process = self._started()
        self._watch.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._stop.set()
        self._watch.join()
        if self._process is not None:
            self._process.join(self._grace)
            if self._process.is_alive():
                LOG.warning("work did not end in time, and is taken up at the next start")
                self._process.kill()
                self._process.join()

    def _started(self) -> SpawnProcess:
        made = self._context.Process(target=_begin, args=(self._work, self._stop, os.getpid()), name="wortlaut work")
        made.start()
        return made

    def _keep(self) -> None:
        while not self._over.wait(_LOOKS):
            if self._process is not None and not self._process.is_alive():
                LOG.warning("work has ended by itself, and is begun anew", extra={"outcome": self._process.exitcode})
                if not self._over.wait(self._pause):
                    self._process = self._started()


def _begin(work: Callable[[Stop], None], stop: Event, parent: int) -> None:
    """In the process."""
    # Ctrl-C reaches all processes of a terminal; when to end is the keeper's to say
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    # who has lost its keeper, by SIGKILL as a rule, ends, too
    work(lambda: stop.is_set() or os.getppid() != parent)
