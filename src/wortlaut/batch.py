"""Many articles: read one after the other or by several processes, in the order given, each failure for itself."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from types import FrameType
from typing import Protocol

from wortlaut.analysis import Knowledge
from wortlaut.errors import InputError, LanguageError, Reason, WortlautError
from wortlaut.language import language_of
from wortlaut.languages import READ
from wortlaut.record import Analysis
from wortlaut.text import Article

TOGETHER = 8  # sources in a group, which a process takes at a time
LONGEST = 4_000_000  # code points of an article; what is longer is a dump of many, and would take hours
AHEAD = 4  # groups in work for each process, so that a million sources do not lie in memory


class Source(Protocol):
    """What can be loaded, here or in another process (it is pickled)."""

    @property
    def name(self) -> str:
        """What a message calls it."""

    def load(self) -> Article:
        """The article. Raises InputError."""


@dataclass(frozen=True)
class Held:
    """An article that is here already, as something to be read."""

    name: str
    article: Article

    def load(self) -> Article:
        """It."""
        return self.article


@dataclass(frozen=True)
class Failure:
    """A source that could not be read, and why; the message names it, `reason` is the word of its InputError for it."""

    name: str
    message: str
    reason: Reason = ""


@dataclass(frozen=True)
class Passed:
    """What is not to be read and only keeps its place among the others, for whom `name` tells it apart."""

    name: str


@dataclass(frozen=True)
class How:
    """How articles are read: with `force` those of other languages, too; with what `knowledge` of people.

    `seconds` bounds the time of one article, None does not. That holds in other processes and in the main thread of
    this one, for it is the system's alarm that ends the reading (SIGALRM).
    """

    force: bool = False
    knowledge: Knowledge | None = None
    seconds: float | None = None


Result = Analysis | Failure | Passed


def analyses(sources: Iterable[Source | Passed], *, jobs: int = 1, how: How = How()) -> Iterator[Result]:
    """One result for each source, in order.

    A worker that dies (memory, a signal) costs the article that killed it, which is then reported, and no other.
    """
    waiting = iter(sources)
    groups = iter(lambda: list(itertools.islice(waiting, TOGETHER)), [])
    if jobs == 1:
        for group in groups:
            yield from read_group(group, how)
    else:
        yield from _in_processes(groups, jobs, how)


def read_group(group: Sequence[Source | Passed], how: How) -> list[Result]:
    """Load and analyze some sources, one after the other."""
    return [source if isinstance(source, Passed) else _read_one(source, how) for source in group]


def _read_one(source: Source, how: How) -> Result:
    if how.seconds is None or not _can_be_alarmed():
        return _read(source, how)
    from wortlaut.model import load_model

    load_model()  # outside of the time of the first article
    alarm = _Alarm()
    before = signal.signal(signal.SIGALRM, alarm)
    try:
        signal.setitimer(signal.ITIMER_REAL, how.seconds, _AGAIN)
        try:
            return _read(source, how)
        finally:
            alarm.is_on = False
            signal.setitimer(signal.ITIMER_REAL, 0)
    except _LateError:
        why = f"reading it took more than {how.seconds:g} seconds; cut it into smaller ones, or give it more time"
        return Failure(source.name, f"{source.name}: {why} with --seconds", "late")
    finally:
        signal.signal(signal.SIGALRM, before)


def _can_be_alarmed() -> bool:
    return hasattr(signal, "SIGALRM") and threading.current_thread() is threading.main_thread()


_AGAIN = 1.0  # seconds until the alarm is repeated, where an interpreter's callback has swallowed it


class _LateError(BaseException):
    """An article took too long. It is no Exception, so that no library takes it for a failure of its own."""


@dataclass
class _Alarm:
    """Ends what the main thread is doing, at the next instruction of Python or step of a pattern."""

    is_on: bool = True

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        if self.is_on:
            raise _LateError


def _read(source: Source, how: How) -> Result:
    from wortlaut.analysis import analyze

    try:
        article = checked(source.load(), how.force)
    except WortlautError as error:
        return Failure(source.name, str(error), error.reason if isinstance(error, InputError) else "")
    except RecursionError as error:
        return Failure(source.name, f"{source.name} is nested too deeply to be read ({error})", "deep")
    try:
        return analyze(article, knowledge=how.knowledge)
    except (MemoryError, ValueError, RuntimeError, ArithmeticError, LookupError) as error:
        name = article.source or article.id
        return Failure(name, f"{name} could not be analyzed ({error!r}); please report this article")


def checked(article: Article, force: bool) -> Article:
    """The article with its language, which must be one that Wortlaut reads unless `force`; of bounded length.

    Raises InputError, LanguageError.
    """
    if len(article.text) > LONGEST:
        raise InputError(
            f"{article.source or article.id} has {len(article.text):,} characters, more than one article has "
            f"({LONGEST:,} at most); cut it into its articles",
            "large",
        )
    language = language_of(article.text) or article.language
    if language is None or language in READ or force:
        return replace(article, language=language or "de")
    name = article.source or article.id
    told = f"{name} seems to be in {language!r}, not in German; read it all the same with --force"
    raise LanguageError(told, "language")


def _in_processes(groups: Iterable[list[Source | Passed]], jobs: int, how: How) -> Iterator[Result]:
    waiting: list[tuple[list[Source | Passed], Future[list[Result]]]] = []
    pool = _pool(jobs)
    try:
        for group in groups:
            waiting.append((group, pool.submit(read_group, group, how)))
            if len(waiting) >= AHEAD * jobs:
                results, broken = _taken(*waiting.pop(0), how)
                yield from results
                if broken:
                    pool, waiting = _restarted(pool, jobs, waiting, how)
        while waiting:
            results, broken = _taken(*waiting.pop(0), how)
            yield from results
            if broken:
                pool, waiting = _restarted(pool, jobs, waiting, how)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=prepare_worker)


def prepare_worker() -> None:
    """Ctrl-C goes to all processes, and the parent alone decides what it means; without a parent there is no work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A parent that is killed cannot tell its workers to end, and they would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _taken(group: list[Source | Passed], future: Future[list[Result]], how: How) -> tuple[list[Result], bool]:
    """The results of a group, and whether a process died meanwhile, which fails every group that was in work."""
    try:
        return future.result(), False
    except BrokenProcessPool:
        return [_alone(source, how) for source in group], True


def _alone(source: Source | Passed, how: How) -> Result:
    """Read one source in a process of its own, so that it is known which one kills its process."""
    with _pool(1) as pool:
        try:
            return pool.submit(read_group, [source], how).result()[0]
        except BrokenProcessPool:
            why = "the process that read it died, perhaps for lack of memory; leave it out or cut it into smaller ones"
            return Failure(source.name, f"{source.name}: {why}", "memory")


def _restarted(
    pool: ProcessPoolExecutor,
    jobs: int,
    waiting: list[tuple[list[Source | Passed], Future[list[Result]]]],
    how: How,
) -> tuple[ProcessPoolExecutor, list[tuple[list[Source | Passed], Future[list[Result]]]]]:
    """A new pool with the work that was still waiting; a dead process takes its whole pool with it."""
    pool.shutdown(wait=False, cancel_futures=True)
    fresh = _pool(jobs)
    return fresh, [(group, fresh.submit(read_group, group, how)) for group, _ in waiting]
