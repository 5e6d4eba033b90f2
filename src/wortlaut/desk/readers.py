"""Reader: articles are read in a process of its own, which is ended where one takes too long or too much memory."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from wortlaut.batch import Failure, How, Passed, Result, Source, prepare_worker, read_group
from wortlaut.errors import ReadingError, Reason, WortlautError
from wortlaut.judgements import Judgements

START = 60.0  # seconds in which the process must have loaded the model
TICK = 0.1  # seconds between two questions whether to go on
GRACE = 10  # seconds of processor time that are let beyond the limit, before the system ends a process without parent


@dataclass(frozen=True)
class Bounds:
    """What reading one article may take: `seconds`, and bytes of `memory` beyond those of the loaded model."""

    seconds: float = 120.0
    memory: int = 2 << 30
    nice: int = 0


@dataclass(frozen=True)
class _Work:
    """What is sent to the process; `judgements` only where they are others than before."""

    source: Source
    force: bool
    judgements: Judgements | None
    fresh: bool


@dataclass(frozen=True)
class _Ready:
    """The process can read; or `problem` says why it never will."""

    problem: str | None = None


class _DeadError(Exception):
    """The process is no more."""


class _LateError(Exception):
    """The process has not answered in time."""


def _go_on() -> None:
    """Nothing forbids it."""


class Reader:
    """One process that reads one article at a time, for several threads; it is started when it is needed.

    `register` is a file of who is who, None for the register that ships.
    """

    def __init__(self, *, register: Path | None = None, bounds: Bounds = Bounds()) -> None:
        self._register = register
        self._bounds = bounds
        self._turn = threading.Lock()
        self._process: BaseProcess | None = None
        self._ours: Connection | None = None
        self._ready = False
        self._told: Judgements | None = None

    def start(self) -> None:
        """Start the process ahead of the first article."""
        with self._turn:
            self._started()

    def read(
        self,
        source: Source,
        *,
        force: bool = False,
        judgements: Judgements | None = None,
        go_on: Callable[[], None] = _go_on,
    ) -> Result:
        """The analysis of a source, or a Failure that says why there is none; the next one is read all the same.

        `go_on` is asked often meanwhile; what it raises ends the reading. Raises ReadingError where nothing can be
        read: the model or the register cannot be loaded.
        """
        while not self._turn.acquire(timeout=TICK):
            go_on()
        try:
            return self._read(source, force, judgements, go_on)
        finally:
            self._turn.release()

    def close(self) -> None:
        """End the process."""
        with self._turn:
            self._end()

    def _read(self, source: Source, force: bool, judgements: Judgements | None, go_on: Callable[[], None]) -> Result:
        go_on()
        ours = self._started()
        try:
            self._await_ready(ours, go_on)
            fresh = judgements is not self._told
            _send(ours, _Work(source, force, judgements if fresh else None, fresh))
            self._told = judgements
            answer = _answer(ours, self._bounds.seconds, go_on)
        except (_DeadError, _LateError) as error:
            self._end()
            go_on()  # the system may have told us both to end
            if isinstance(error, _LateError):
                late = f"reading it took more than {self._bounds.seconds:g} seconds; cut it into smaller ones"
                return _failure(source, late, "late")
            dead = "the process that read it died, perhaps for lack of memory; cut it into smaller ones"
            return _failure(source, dead, "memory")
        except BaseException:
            self._end()  # it would answer what nobody waits for any more
            raise
        assert not isinstance(answer, _Ready)
        return answer

    def _await_ready(self, ours: Connection, go_on: Callable[[], None]) -> None:
        if self._ready:
            return
        try:
            answer = _answer(ours, START, go_on)
        except (_DeadError, _LateError) as error:
            raise ReadingError(
                f"the process that reads articles did not start within {START:g} seconds; see that there is enough "
                "memory, and try again"
            ) from error
        if isinstance(answer, _Ready) and answer.problem:
            raise ReadingError(answer.problem)
        self._ready = True

    def _started(self) -> Connection:
        if self._process is not None and self._ours is not None and self._process.is_alive():
            return self._ours
        self._end()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=_serve, args=(theirs, self._register, self._bounds), name="wortlaut-reader", daemon=True
        )
        process.start()
        theirs.close()
        self._process, self._ours, self._ready, self._told = process, ours, False, None
        return ours

    def _end(self) -> None:
        if self._ours is not None:
            self._ours.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._process, self._ours = None, None


def _send(ours: Connection, work: _Work) -> None:
    try:
        ours.send(work)
    except OSError as error:
        raise _DeadError from error


def _answer(ours: Connection, seconds: float, go_on: Callable[[], None]) -> Result | _Ready:
    """What the process answers."""
    end = time.monotonic() + seconds
    while True:
        try:
            if ours.poll(TICK):
                answer: Result | _Ready = ours.recv()
                return answer
        except (EOFError, OSError) as error:
            raise _DeadError from error
        go_on()
        if time.monotonic() > end:
            raise _LateError


def _failure(source: Source, why: str, reason: Reason) -> Failure:
    return Failure(source.name, f"{source.name}: {why}", reason)


def _serve(theirs: Connection, register: Path | None, bounds: Bounds) -> None:
    """The work of the process: it ends with its parent, or when the parent closes the connection."""
    prepare_worker()
    try:
        how = _prepared(register, bounds)
    except WortlautError as error:
        theirs.send(_Ready(str(error)))
        return
    theirs.send(_Ready())
    while True:
        try:
            work: _Work = theirs.recv()
        except EOFError:
            return
        if work.fresh and how.knowledge is not None:
            how = replace(how, knowledge=replace(how.knowledge, judgements=work.judgements))
        _bound_time(bounds.seconds)
        theirs.send(_result(work, how))


def _prepared(register: Path | None, bounds: Bounds) -> How:
    """Load all that reading needs; then bound what it may take more."""
    import os
    import resource

    from wortlaut.analysis import Knowledge, analyze
    from wortlaut.register import read_register

    os.nice(bounds.nice)
    how = How(knowledge=Knowledge(read_register(register) if register else None, None))
    analyze("„Nein“, sagte sie.", knowledge=how.knowledge)
    pages = int(Path("/proc/self/statm").read_text().split()[0]) if Path("/proc/self/statm").exists() else 0
    if pages:
        resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + bounds.memory, resource.RLIM_INFINITY))
    return how


def _bound_time(seconds: float) -> None:
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime + seconds) + GRACE
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def _result(work: _Work, how: How) -> Result:
    try:
        (result,) = read_group([work.source], replace(how, force=work.force))
    except MemoryError:
        return _failure(work.source, "reading it takes more memory than is allowed; cut it into smaller ones", "memory")
    assert not isinstance(result, Passed)
    return result
