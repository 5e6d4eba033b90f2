"""Runners for the tests: in a thread of this process, or in a process that can be killed."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess

from wortlaut.archive import Archive
from wortlaut.desk.jobs import Job, Jobs
from wortlaut.desk.readers import Bounds
from wortlaut.desk.runner import Ways, run

PATIENCE = 60.0  # seconds until what is waited for must have come
QUICK = Ways(bounds=Bounds(seconds=20.0), lease=2.0, tick=0.05, pause=0.0, retries=0, together=1)


@contextmanager
def working(url: str, ways: Ways = QUICK) -> Iterator[Callable[[], None]]:
    """A runner in a thread; what is given ends it and waits for that, as the end of the block does."""
    stop = threading.Event()
    thread = threading.Thread(target=run, args=(url,), kwargs={"stop": stop.is_set, "ways": ways})
    thread.start()

    def end() -> None:
        stop.set()
        thread.join(PATIENCE)
        assert not thread.is_alive()

    try:
        yield end
    finally:
        end()


def until(true: Callable[[], object]) -> None:
    """Wait until something is true."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.02)


def ended(archive: Archive, number: int) -> Job:
    """A job when it has ended."""
    jobs = Jobs(archive)
    until(lambda: not jobs.get(number).active)
    return jobs.get(number)


def started(url: str) -> BaseProcess:
    """A runner in a process of its own."""
    process = multiprocessing.get_context("spawn").Process(target=_work, args=(url,))
    process.start()
    return process


def _work(url: str) -> None:
    run(url, stop=lambda: False, ways=QUICK)
