"""Questions to an archive, and how long its answers take."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.drafts import Made
from wortlaut.record import Analysis
from wortlaut.statements import Statement

KEPT = 3_000  # statements to ask about
ASKED = 200
WARMING = 20  # questions before, which do not count: the first touch of each page of a file is the disk's time


@dataclass(frozen=True)
class Sample:
    """A statement of the archive: its words without quotation marks, and who said it."""

    words: str
    person: str | None
    direct: bool


class Samples:
    """A random choice of what was added, each statement as likely as any other."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._seen = 0
        self.held: list[Sample] = []

    def note(self, some: Iterable[Made]) -> None:
        for one in some:
            for statement in one.analysis.statements:
                self._seen += 1
                place = len(self.held) if len(self.held) < KEPT else self._random.randrange(self._seen)
                if place < KEPT:
                    self.held[place : place + 1] = [sample_of(one.analysis, statement)]


def sample_of(analysis: Analysis, statement: Statement) -> Sample:
    """A statement as it is asked for; whoever is no person has no name."""
    who = analysis.person(statement)
    person = who.name if who and who.kind == "person" else None
    return Sample(analysis.words(statement.content).strip("„“."), person, statement.kind == "direct")


@dataclass(frozen=True)
class Times:
    """Of some answers, in milliseconds; `found` is the mean number of results.

    `cpu_p50` and `cpu_p95` are what this process computed, which other work on the machine changes less.
    """

    p50: float
    p95: float
    most: float
    found: float
    cpu_p50: float
    cpu_p95: float


def timed(questions: Sequence[Any], ask: Callable[[Any], int]) -> Times:
    """Ask all; the first WARMING do not count."""
    taken, computed, found = [], [], 0
    for number, question in enumerate(questions):
        began, cpu = time.perf_counter(), time.thread_time()
        results = ask(question)
        if number >= WARMING:
            taken.append(1000 * (time.perf_counter() - began))
            computed.append(1000 * (time.thread_time() - cpu))
            found += results
    p50, p95, most = (round(quantile(taken, share), 2) for share in (0.5, 0.95, 1.0))
    cpu_p50, cpu_p95 = (round(quantile(computed, share), 2) for share in (0.5, 0.95))
    return Times(p50, p95, most, round(found / len(taken), 1), cpu_p50, cpu_p95)


def quantile(values: Sequence[float], share: float) -> float:
    """The value that a share of some lies below; the largest for 1."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


class Questions:
    """Draws questions from samples; each call gives WARMING + ASKED of them."""

    def __init__(self, samples: Sequence[Sample], seed: int) -> None:
        self._random = random.Random(seed)
        self._samples = samples
        self._spoken = [sample for sample in samples if sample.person]
        self._direct = [sample for sample in samples if sample.direct]

    def people(self) -> list[str]:
        """Names of those who speak, so the prominent come more often."""
        return [str(sample.person) for sample in self._some(self._spoken)]

    def words(self) -> list[str]:
        """One word, two words of the same statement, or two that follow each other, in equal parts."""
        return [
            self._words(sample.words.split(), number % 3) for number, sample in enumerate(self._some(self._samples))
        ]

    def people_and_words(self) -> list[tuple[str, str]]:
        return [(str(sample.person), self._words(sample.words.split(), 0)) for sample in self._some(self._spoken)]

    def claims(self) -> list[tuple[str, str | None]]:
        """Wordings to check, half of them with a name: as said, cut, altered by one word, or said by nobody."""
        return [self._claim(sample, number % 4) for number, sample in enumerate(self._some(self._direct))]

    def _some(self, samples: Sequence[Sample]) -> list[Sample]:
        return self._random.choices(samples, k=WARMING + ASKED)

    def _words(self, words: Sequence[str], how: int) -> str:
        at = self._random.randrange(len(words) - 1)
        if how == 2:
            return f'"{_bare(words[at])} {_bare(words[at + 1])}"'
        named = [_bare(word) for word in words if word[:1].isupper() and len(_bare(word)) > 3] or [_bare(words[at])]
        return " ".join(self._random.sample(named, min(len(named), how + 1)))

    def _claim(self, sample: Sample, how: int) -> tuple[str, str | None]:
        words = sample.words.split()
        person = sample.person if self._random.random() < 0.5 else None
        at = self._random.randrange(1, len(words) - 1)
        if how == 1:
            del words[at:]
            words = words if len(words) > 3 else sample.words.split()[:-1]
        elif how == 2:
            words[at] = self._random.choice(self._samples).words.split()[0]
        elif how == 3:
            self._random.shuffle(words)
            words = words[: len(words) // 2] + self._random.choice(self._samples).words.split()[3:]
        return " ".join(words), person


def _bare(word: str) -> str:
    return word.strip('„“".,;:')
