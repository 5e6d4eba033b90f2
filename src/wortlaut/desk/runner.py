"""The runner: a process that does the jobs of an archive, and visits its feeds when they are due.

Each job has a thread, and all of them one process that reads. A thread may be waiting for a slow server for minutes,
and a text that somebody pastes meanwhile is read all the same. Several runners may work on one archive.
"""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wortlaut.archive import Archive
from wortlaut.archive.aligning import TOGETHER
from wortlaut.desk.courtesy import Courteous, Gates
from wortlaut.desk.feeds import Feeds
from wortlaut.desk.jobs import LEASE, Claim, Jobs
from wortlaut.desk.readers import Bounds, Reader
from wortlaut.desk.tasks import Kind, Visit
from wortlaut.desk.troubles import kept, kept_of
from wortlaut.desk.work import Means, Progress, perform
from wortlaut.errors import ArchiveError, WortlautError
from wortlaut.intake import Fetcher
from wortlaut.judgements import Judgements
from wortlaut.model import card

LOG = logging.getLogger("wortlaut.work")

# How many jobs of a kind are done at once.
ROOMS: Mapping[Kind, int] = {"text": 2, "page": 2, "address": 3, "files": 1, "feed": 3, "reread": 1, "relink": 1}
STALLED = 900.0  # seconds in which a job must get further
_PLANNED = 5.0  # seconds between two looks for feeds that are due
_CLEARED = 3_600.0
_LAST = 25.0  # seconds in which jobs must end when the runner shall
_BROKEN = 5.0  # seconds until the archive is asked again when it did not answer
_UNFORESEEN = kept(
    "it could not be done ({error}); please report this, with what the log of `wortlaut serve` says", "unforeseen"
)
_STALLED = kept("it has not got further for {minutes:.0f} minutes, and was given up", "stalled")


@dataclass(frozen=True)
class Ways:
    """How a runner works; the fields are for tests and for those with stricter wishes.

    `tick` is the time in seconds between two looks for jobs, `pause` that between two pages of a host; `retries` is how
    often more a page is asked for that did not come, `together` how many versions of articles are relinked in a
    transaction.
    """

    bounds: Bounds = field(default_factory=lambda: Bounds(nice=5))
    fetcher: Fetcher = field(default_factory=Fetcher)
    lease: float = LEASE
    tick: float = 0.25
    pause: float = 1.0
    retries: int = 3
    stalled: float = STALLED
    together: int = TOGETHER


def run(url: str, *, register: Path | None = None, stop: Callable[[], bool], ways: Ways = Ways()) -> None:
    """Work on an archive until `stop` says so; jobs that are not done then wait for the next runner.

    Raises ArchiveError where the archive cannot be opened.
    """
    with Archive.open(url) as archive:
        reader = Reader(register=register, bounds=ways.bounds)
        try:
            reader.start()
            _Runner(archive, reader, stop, ways).run()
        finally:
            reader.close()


class _HaltError(Exception):
    """The work shall end now: the runner does, or the job is not ours any more."""


class _Runner:
    def __init__(self, archive: Archive, reader: Reader, stop: Callable[[], bool], ways: Ways) -> None:
        self._archive = archive
        self._reader = reader
        self._stop = stop
        self._ways = ways
        self._jobs = Jobs(archive, lease=ways.lease)
        self._feeds = Feeds(archive)
        self._holder = secrets.token_hex(12)
        self._gates = Gates()
        self._errands: dict[int, _Errand] = {}
        self._judgements = Judgements()
        self._model = str(card()["version"])
        self._due = {"beat": 0.0, "plan": 0.0, "clear": 0.0}
        self._halted = False

    def run(self) -> None:
        LOG.info("ready for work")
        try:
            while not self._stop() and not self._halted:
                try:
                    busy = self._turn()
                except ArchiveError as error:
                    LOG.warning("the archive does not answer: %s", error)
                    self._rest(_BROKEN)
                else:
                    if not busy:
                        time.sleep(self._ways.tick)
        finally:
            self._halted = True
            self._end()
        LOG.info("no more work")

    def _turn(self) -> bool:
        """Look after everything once; whether a job was begun."""
        self._errands = {number: one for number, one in self._errands.items() if one.thread.is_alive()}
        if self._is_due("beat", self._ways.lease / 6):
            self._beat()
        if self._is_due("plan", _PLANNED):
            self._feeds.plan()
        if self._is_due("clear", _CLEARED):
            self._jobs.clear()
        return self._begin()

    def _begin(self) -> bool:
        busy = Counter(errand.claim.task.kind for errand in self._errands.values())
        kinds = [kind for kind, room in ROOMS.items() if busy[kind] < room]
        claim = self._jobs.claim(kinds, self._holder) if kinds else None
        if claim is None:
            return False
        errand = _Errand(claim, self._do, self._is_over)
        errand.log("job begun")
        self._errands[claim.id] = errand
        errand.thread.start()
        return True

    def _beat(self) -> None:
        signs = {number: errand.progress.sign() for number, errand in self._errands.items()}
        for number in self._jobs.beat(self._holder, signs):
            self._errands[number].lost = True
        for number, errand in self._errands.items():
            silent = time.monotonic() - errand.progress.alive
            if silent > self._ways.stalled and not errand.lost:
                # a thread cannot be ended, so the process is, and whoever keeps it begins anew
                errand.log("job stalled, the runner ends", logging.ERROR)
                self._jobs.fail(number, self._holder, _STALLED.format(minutes=silent / 60), errand.progress.sign())
                self._halted = True

    def _do(self, errand: _Errand) -> None:
        """Do a job, in its thread, and tell what came of it."""
        claim, progress = errand.claim, errand.progress
        try:
            trouble = perform(claim.task, self._means(errand), progress)
        except _HaltError:
            if not errand.lost:
                self._jobs.give_back(claim.id, self._holder, progress.sign())
            errand.log("job left", outcome="stopped" if errand.lost else "waiting")
            return
        except ArchiveError:
            raise  # it cannot be told, and is taken up when the lease is over
        except WortlautError as error:
            self._fail(errand, kept_of(error))
            return
        except Exception as error:  # of a job, never of the runner
            errand.log("job failed", logging.ERROR, exc_info=error)
            self._fail(errand, _UNFORESEEN.format(error=type(error).__name__))
            return
        self._jobs.finish(claim.id, self._holder, progress.sign())
        self._tell_feed(errand, trouble)
        made = progress.result
        errand.log("job done", outcome=f"{made.new} new {made.changed} changed {made.known} known {made.failed} failed")

    def _fail(self, errand: _Errand, why: str) -> None:
        self._jobs.fail(errand.claim.id, self._holder, why, errand.progress.sign())
        self._tell_feed(errand, why)

    def _tell_feed(self, errand: _Errand, trouble: str | None) -> None:
        if isinstance(errand.claim.task, Visit):
            result = errand.progress.sign().result
            self._feeds.told(errand.claim.task.feed, articles=result.new, error=trouble)

    def _means(self, errand: _Errand) -> Means:
        judgements = self._archive.judgements()
        if judgements != self._judgements:
            self._judgements = judgements  # the reader is told only of what is not the same object
        fetcher = Courteous(
            self._ways.fetcher,
            pause=self._ways.pause,
            retries=self._ways.retries,
            gates=self._gates,
            go_on=errand.go_on,
        )
        return Means(
            self._archive, self._reader, fetcher, self._model, self._judgements, errand.go_on, self._ways.together
        )  # fmt: skip

    def _is_over(self) -> bool:
        return self._halted or self._stop()

    def _is_due(self, what: str, seconds: float) -> bool:
        now = time.monotonic()
        if now < self._due[what]:
            return False
        self._due[what] = now + seconds
        return True

    def _rest(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self._stop():
            time.sleep(self._ways.tick)

    def _end(self) -> None:
        """Wait for the threads, which are told to end; what does not in time is given back for them."""
        last = time.monotonic() + _LAST
        for number, errand in self._errands.items():
            errand.thread.join(max(0.0, last - time.monotonic()))
            if errand.thread.is_alive():
                errand.log("job does not end", logging.WARNING)
                self._jobs.give_back(number, self._holder, errand.progress.sign())


class _Errand:
    """A job that is being done in a thread."""

    def __init__(self, claim: Claim, do: Callable[[_Errand], None], is_over: Callable[[], bool]) -> None:
        self.claim = claim
        self.progress = Progress(claim.earlier)
        self.lost = False
        self._do = do
        self._is_over = is_over
        self.thread = threading.Thread(target=self._run, name=f"job-{claim.id}", daemon=True)

    def go_on(self) -> None:
        """Raise _HaltError where the work shall end."""
        if self.lost or self._is_over():
            raise _HaltError
        self.progress.lives()  # who asks does not hang, be it in a pause of five minutes that a site wants

    def log(
        self, event: str, level: int = logging.INFO, *, outcome: str = "", exc_info: Exception | None = None
    ) -> None:
        """A line about it."""
        told = {"job": self.claim.id, "kind": self.claim.task.kind} | ({"outcome": outcome} if outcome else {})
        LOG.log(level, event, extra=told, exc_info=exc_info)

    def _run(self) -> None:
        try:
            self._do(self)
        except ArchiveError as error:
            self.log("job left for another try", logging.WARNING, exc_info=error)
