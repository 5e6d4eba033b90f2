"""bring(): from sources to an archive, read by workers, written here, some at a time."""

from __future__ import annotations

import hashlib
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from wortlaut.archive.archive import TOGETHER, Archive
from wortlaut.archive.preparing import Added, New, Original, Prepared, prepare
from wortlaut.batch import Failure, How, analyses
from wortlaut.intake import Source, Visit
from wortlaut.record import Analysis

SECONDS = 2.0  # after which what was read is written, so that an interruption costs little

Outcome = Literal["new", "changed", "known", "forgotten", "failed"]


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of a source. `message` says why one failed; `statements` counts those of a new or changed one."""

    name: str
    outcome: Outcome
    message: str = ""
    statements: int = 0


@dataclass(frozen=True, slots=True)
class _Ready:
    """What waits to be written."""

    source: Source
    prepared: Prepared


def bring(
    archive: Archive, sources: Iterable[Source], *, jobs: int = 1, how: How | None = None, model: str = ""
) -> Iterator[Brought]:
    """Read what the archive does not hold yet, and keep it. One outcome for each source but notes, in their order.

    An outcome is yielded when it is on disk. `sources` are taken: their bytes are loaded (`intake.gathered`). `model`
    is the version that reads. Raises ArchiveError where the archive cannot be written to.
    """
    yield from _Bringing(archive, model).run(sources, jobs, how or How())


class _Bringing:
    def __init__(self, archive: Archive, model: str) -> None:
        self._archive = archive
        self._model = model
        self._order: deque[Source] = deque()  # everything that was asked for and has no outcome yet
        self._skipped: set[int] = set()  # ids of those in `_order` that are not read
        self._waiting: list[_Ready | Brought | Source] = []
        self._unread_visits: list[Visit] = []  # of pages that hold no article: a feed need not bring them again
        self._written = time.monotonic()

    def run(self, sources: Iterable[Source], jobs: int, how: How) -> Iterator[Brought]:
        for result in analyses(self._unread(sources), jobs=jobs, how=how):
            self._pass_skipped()
            self._waiting.append(self._ready(self._order.popleft(), result))
            if len(self._waiting) >= TOGETHER or time.monotonic() - self._written > SECONDS:
                yield from self._write()
        self._pass_skipped()
        yield from self._write()

    def _unread(self, sources: Iterable[Source]) -> Iterator[Source]:
        """Those that must be read; the others only keep their place."""
        for source in sources:
            self._order.append(source)
            if source.is_note or source.unchanged or self._is_known(source):
                self._skipped.add(id(source))
            else:
                yield source

    def _is_known(self, source: Source) -> bool:
        if source.data is None:
            return False
        return self._archive.holds(source.key, hashlib.sha256(source.data).digest())

    def _pass_skipped(self) -> None:
        """Let those that are not read take their turn."""
        while self._order and id(self._order[0]) in self._skipped:
            self._skipped.discard(id(self._order[0]))
            self._waiting.append(self._order.popleft())

    def _ready(self, source: Source, result: Analysis | Failure) -> _Ready | Brought:
        if isinstance(result, Failure):
            self._unread_visits += [source.visit] if source.visit else []
            return Brought(source.name, "failed", result.message)
        original = None if source.data is None else Original(source.data, source.media)
        try:
            return _Ready(source, prepare(New(result, source.key, original, source.visit, self._model)))
        except (ValueError, RuntimeError, ArithmeticError, LookupError) as error:
            return Brought(source.name, "failed", f"{source.name} could not be kept ({error!r}); please report it")

    def _write(self) -> Iterator[Brought]:
        """Write what waits, in one transaction, then the visits of what had nothing new."""
        waiting, self._waiting = self._waiting, []
        ready = [one for one in waiting if isinstance(one, _Ready)]
        added = iter(self._archive.add_batch([one.prepared for one in ready]) if ready else ())
        skipped = [one.visit for one in waiting if isinstance(one, Source) and one.visit is not None]
        self._archive.note([*skipped, *self._unread_visits])
        self._unread_visits.clear()
        for one in waiting:
            if isinstance(one, _Ready):
                yield _brought(one, next(added))
            elif isinstance(one, Brought):
                yield one
            elif not one.is_note:
                yield Brought(one.name, "known")
        self._written = time.monotonic()


def _brought(one: _Ready, added: Added) -> Brought:
    statements = len(one.prepared.lines) if added.status in ("new", "changed") else 0
    return Brought(one.source.name, added.status, statements=statements)
