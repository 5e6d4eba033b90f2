"""Generated articles from a process of their own, so that neither their memory nor their time counts as the archive's.

The process makes the next articles only when they are asked for: while an archive writes, it waits. It also remembers what
should be grouped with what.
"""

from __future__ import annotations

import itertools
import multiprocessing
from multiprocessing.connection import Connection
from types import TracebackType

from benchmarks.archive_truth import Grouped, Truth, grouped
from benchmarks.archives import made
from benchmarks.drafts import Made


class Feed:
    """Batches of what `archives.made` gives; use it in a `with` statement."""

    def __init__(self, statements: int, *, seed: int = 7, together: int = 500) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, statements, seed, together), daemon=True)
        self._process.start()
        theirs.close()

    def __enter__(self) -> Feed:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.join()

    def next(self) -> list[Made]:
        """The next articles, none after the last."""
        self._ours.send("")
        batch: list[Made] = self._ours.recv()
        return batch

    def grouped(self, url: str) -> dict[str, Grouped]:
        """How an archive grouped what it was given."""
        self._ours.send(url)
        found: dict[str, Grouped] = self._ours.recv()
        return found


def _serve(pipe: Connection, statements: int, seed: int, together: int) -> None:
    waiting, truth = made(statements, seed=seed), Truth()
    try:
        while True:
            if url := pipe.recv():
                pipe.send(grouped(url, truth))
                continue
            batch = list(itertools.islice(waiting, together))
            truth.note(batch)
            pipe.send(batch)
    except EOFError:
        return
