"""bring(): from sources to an archive, read by workers, written here, some at a time."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from wortlaut.archive.archive import TOGETHER, Archive
from wortlaut.archive.preparing import Added, New, Original, Prepared, prepare
from wortlaut.batch import Failure, How, Passed, Result, analyses
from wortlaut.errors import Reason
from wortlaut.intake import Source, Visit
from wortlaut.record import Analysis

SECONDS = 2.0  # after which what was read is written, so that an interruption costs little

Outcome = Literal["new", "changed", "known", "forgotten", "failed"]
Reading = Callable[[Iterable[Source | Passed]], Iterable[Result]]  # one result for each source, in their order


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of a source. `statements` counts those of a new or changed one.

    `message` says why one failed, `reason` says it in a word, if there is one (`errors.InputError`).
    """

    name: str
    outcome: Outcome
    message: str = ""
    statements: int = 0
    reason: Reason = ""


@dataclass(frozen=True, slots=True)
class _Ready:
    """What waits to be written."""

    source: Source
    prepared: Prepared


def bring(
    archive: Archive, sources: Iterable[Source], *, jobs: int = 1, how: How | None = None, model: str = "",
    again: bool = False,
) -> Iterator[Brought]:  # fmt: skip
    """Read what the archive does not hold yet, and keep it. One outcome for each source but notes, in their order.

    An outcome is yielded when it is on disk. `sources` are taken: their bytes are loaded (`intake.gathered`). `model`
    is the version that reads. What was forgotten is left out, unless `again`. Raises ArchiveError where the archive
    cannot be written to.
    """
    yield from bring_by(archive, sources, partial(analyses, jobs=jobs, how=how or How()), model=model, again=again)


def bring_by(
    archive: Archive, sources: Iterable[Source], reading: Reading, *, model: str = "", again: bool = False
) -> Iterator[Brought]:
    """As `bring()`, but the caller says how sources are read. What `reading` raises ends it; what it gave is lost."""
    yield from _Bringing(archive, model, again=again).run(sources, reading)


class _Bringing:
    def __init__(self, archive: Archive, model: str, *, again: bool) -> None:
        self._archive = archive
        self._model = model
        self._again = again
        self._order: deque[Source] = deque()  # everything that was asked for and has no outcome yet
        self._waiting: list[_Ready | Brought] = []
        self._visits: list[Visit] = []  # of what is not kept: pages without news or without an article
        self._written = time.monotonic()

    def run(self, sources: Iterable[Source], reading: Reading) -> Iterator[Brought]:
        for result in reading(self._unread(sources)):
            self._take(self._order.popleft(), result)
            if len(self._waiting) >= TOGETHER or time.monotonic() - self._written > SECONDS:
                yield from self._write()
        yield from self._write()

    def _unread(self, sources: Iterable[Source]) -> Iterator[Source | Passed]:
        """The sources, or what keeps their place where they need not be read."""
        for source in sources:
            if reason := self._is_done(source):
                self._order.append(replace(source, data=None))
                yield Passed(reason)
            else:
                self._order.append(source)
                yield source

    def _is_done(self, source: Source) -> Outcome | Literal["note"] | None:
        if source.is_note:
            return "note"
        if not self._again and self._archive.is_forgotten(source.key):
            return "forgotten"
        if source.unchanged:
            return "known"
        held = source.data is not None and self._archive.holds(source.key, Original(source.data).hash)
        return "known" if held else None

    def _take(self, source: Source, result: Result) -> None:
        if isinstance(result, Analysis):
            self._waiting.append(self._ready(source, result))
            return
        self._visits += [source.visit] if source.visit else []
        if isinstance(result, Failure):
            self._waiting.append(Brought(source.name, "failed", result.message, reason=result.reason))
        elif result.name != "note":
            self._waiting.append(Brought(source.name, "forgotten" if result.name == "forgotten" else "known"))

    def _ready(self, source: Source, analysis: Analysis) -> _Ready | Brought:
        original = None if source.data is None else Original(source.data, source.media)
        try:
            return _Ready(source, prepare(New(analysis, source.key, original, source.visit, self._model)))
        except (ValueError, RuntimeError, ArithmeticError, LookupError) as error:
            return Brought(source.name, "failed", f"{source.name} could not be kept ({error!r}); please report it")

    def _write(self) -> Iterator[Brought]:
        """Write what waits, in one transaction, then the visits of what is not kept."""
        waiting, self._waiting = self._waiting, []
        ready = [one.prepared for one in waiting if isinstance(one, _Ready)]
        added = iter(self._archive.add_batch(ready, again=self._again) if ready else ())
        self._archive.note(self._visits)
        self._visits.clear()
        for one in waiting:
            yield one if isinstance(one, Brought) else _brought(one, next(added))
        self._written = time.monotonic()


def _brought(one: _Ready, added: Added) -> Brought:
    statements = len(one.prepared.lines) if added.status in ("new", "changed") else 0
    return Brought(one.source.name, added.status, statements=statements)
