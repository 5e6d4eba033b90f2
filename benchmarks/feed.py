"""Generated articles from a process of their own, so that neither their memory nor their time counts as the archive's.

The process makes the next articles only when they are asked for: while an archive writes, it waits.
"""

from __future__ import annotations

import itertools
import multiprocessing
from collections.abc import Iterator
from multiprocessing.connection import Connection
from types import TracebackType

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

    def __iter__(self) -> Iterator[list[Made]]:
        while True:
            self._ours.send("next")
            batch: list[Made] = self._ours.recv()
            if not batch:
                return
            yield batch


def _serve(pipe: Connection, statements: int, seed: int, together: int) -> None:
    waiting = made(statements, seed=seed)
    try:
        while pipe.recv():
            pipe.send(list(itertools.islice(waiting, together)))
    except EOFError:
        return
