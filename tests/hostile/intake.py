"""The corpus through intake into an archive, case by case, each bounded in time."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from tests.hostile.cases import CALM, Case
from tests.hostile.corpus import CALM_EVERY
from wortlaut.archive import Archive, bring
from wortlaut.errors import WortlautError
from wortlaut.intake import Polite, gathered

LONGEST = 600  # seconds for one case: nothing may take longer, and nothing does that is not as long itself


@dataclass(frozen=True)
class Taken:
    """What became of a case: `outcomes` by source, `refused` the messages of those that were not kept."""

    name: str
    seconds: float
    outcomes: Sequence[str] = ()
    refused: Sequence[str] = ()
    failed: str = ""  # an error that is no refusal, or the end of its time


@dataclass
class Taking:
    """All of them, and how many harmless articles came between them."""

    taken: list[Taken] = field(default_factory=list)
    calm: int = 0

    @property
    def failed(self) -> list[Taken]:
        return [one for one in self.taken if one.failed]


def take_in(archive: Archive, folder: Path, cases: Sequence[Case]) -> Taking:
    """Add files and analyses; pastes and addresses are for the pages. Harmless articles come between them."""
    done = Taking()
    for number, case in enumerate(case for case in cases if case.way in ("file", "analysis")):
        if number % CALM_EVERY == 0:
            done.calm += 1
            _calm(archive, folder, done.calm)
        done.taken.append(_one(archive, folder / f"{number:03}", case))
    return done


def lost(archive: Archive, taking: Taking) -> list[str]:
    """What the harmless articles begin with that are not there."""
    there = {kept.analysis.article.text.partition(".")[0] for kept in archive.kept()}
    return [one for one in map(_begin, range(1, taking.calm + 1)) if one not in there]


def _begin(number: int) -> str:
    return f"Meldung {number}"


def _calm(archive: Archive, folder: Path, number: int) -> None:
    path = folder / f"harmlos-{number}.txt"
    path.write_text(f"{_begin(number)}. {CALM}", "utf-8")
    for _ in bring(archive, gathered([str(path)], stdin=bytes, fetcher=Polite(), visits=archive)):
        pass


def _one(archive: Archive, folder: Path, case: Case) -> Taken:
    began = time.monotonic()
    try:
        with bounded(LONGEST):
            if case.new:
                return Taken(case.name, 0.0, [archive.add(case.new()).status])
            folder.mkdir()
            path = folder / case.file
            path.write_bytes(case.data())
            began = time.monotonic()
            brought = list(bring(archive, gathered([str(path)], stdin=bytes, fetcher=Polite(), visits=archive)))
    except WortlautError as error:
        return Taken(case.name, time.monotonic() - began, refused=[str(error)])
    except Exception as error:
        return Taken(case.name, time.monotonic() - began, failed=repr(error)[:300])
    refused = [one.message for one in brought if one.outcome == "failed"]
    reported = next((one for one in refused if "please report" in one), "")
    return Taken(case.name, time.monotonic() - began, [one.outcome for one in brought], refused, reported[:300])


class TooLongError(Exception):
    """A case did not end in its time."""


@contextmanager
def bounded(seconds: int) -> Iterator[None]:
    """Raise TooLongError where it lasts longer; only in a process's first thread."""

    def ring(_: int, __: FrameType | None) -> None:
        raise TooLongError(f"it did not end within {seconds} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
