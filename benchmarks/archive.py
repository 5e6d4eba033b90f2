"""`python -m benchmarks.archive`: adding, finding, checking, size and memory of an archive while it grows.

One archive is filled with generated articles; at each of the given numbers of statements it is asked, measured and weighed,
then it grows on. The articles come from another process that waits while the archive writes, and their time does not count.
What each figure means: docs/design/archive-figures.md.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import resource
import tempfile
import time
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import archive_disk
from benchmarks.archive_asking import Questions, Samples, Times, timed
from benchmarks.archive_growth import draw, table
from benchmarks.archive_truth import Grouped
from benchmarks.feed import Feed
from benchmarks.stages import Stages
from wortlaut.archive import Archive, Query

STEPS = (10_000, 30_000, 100_000, 300_000, 1_000_000)
RECORDS = Path(__file__).parent / "records"
PLOT = Path(__file__).parents[1] / "docs/images/archive-growth.svg"


@dataclass
class Step:
    """What was measured at one size; seconds and rates are since the step before, unless they are called totals."""

    statements: int
    articles: int
    adding_s: float
    adding_cpu_s: float
    articles_per_s: float
    total_adding_s: float
    total_articles_per_s: float
    stages_s: dict[str, float]
    stages_cpu_s: dict[str, float]
    series: list[float]  # articles a second, batch after batch
    peak_memory_mb: int
    load: float  # of the machine over the last minute
    ask_ms: dict[str, Times] = field(default_factory=dict)
    bytes_a_statement: float = 0.0
    bytes_a_statement_with_text: float = 0.0
    bytes_by_table: dict[str, int] = field(default_factory=dict)
    grouped: dict[str, Grouped] = field(default_factory=dict)


class Run:
    """Fills one archive and measures it at each step."""

    def __init__(self, url: str, seed: int) -> None:
        self._url = url
        self._stages = Stages()
        self._samples = Samples(seed)
        self._seed = seed
        self._articles = self._statements = 0
        self._seconds = self._cpu = 0.0

    def measure(self, steps: Sequence[int]) -> Iterable[Step]:
        for path in (self._path(), f"{self._path()}-wal", f"{self._path()}-shm") if self._path() else ():
            Path(path).unlink(missing_ok=True)
        with Feed(steps[-1], seed=self._seed) as feed, Archive.open(self._url, create=True) as archive:
            for goal in steps:
                yield self._step(archive, goal, feed)

    def _path(self) -> str:
        return "" if self._url.startswith("postgres") else self._url.removeprefix("sqlite:///")

    def _step(self, archive: Archive, goal: int, feed: Feed) -> Step:
        articles, seconds, cpu = self._articles, self._seconds, self._cpu
        stages, computed = dict(self._stages.seconds), dict(self._stages.cpu)
        series = []
        while self._statements < goal:
            batch = feed.next()
            if not batch:
                break
            before = self._seconds
            self._add(archive, batch)
            series.append(round(len(batch) / (self._seconds - before), 1))
        step = Step(
            self._statements,
            self._articles,
            round(self._seconds - seconds, 2),
            round(self._cpu - cpu, 2),
            round((self._articles - articles) / (self._seconds - seconds), 1),
            round(self._seconds, 2),
            round(self._articles / self._seconds, 1),
            {name: round(spent - stages[name], 2) for name, spent in self._stages.seconds.items()},
            {name: round(spent - computed[name], 2) for name, spent in self._stages.cpu.items()},
            series,
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            round(os.getloadavg()[0], 2),
        )
        self._ask(archive, step)
        self._weigh(step)
        step.grouped = feed.grouped(self._url)
        return step

    def _add(self, archive: Archive, batch: Sequence[Any]) -> None:
        analyses = [one.analysis for one in batch]
        cpu, began = time.process_time(), time.perf_counter()
        for added in archive.add_all(analyses):
            assert added.status == "new", added
        self._seconds += time.perf_counter() - began
        self._cpu += time.process_time() - cpu
        self._articles += len(batch)
        self._statements += sum(len(analysis.statements) for analysis in analyses)
        self._samples.note(batch)

    def _ask(self, archive: Archive, step: Step) -> None:
        questions = Questions(self._samples.held, self._seed)
        step.ask_ms = {
            "find by person": timed(questions.people(), lambda name: len(archive.find(Query(person=name)).hits)),
            "find by words": timed(questions.words(), lambda words: len(archive.find(Query(words=words)).hits)),
            "find by person and word": timed(
                questions.people_and_words(), lambda both: len(archive.find(Query(person=both[0], words=both[1])).hits)
            ),
            "total of words": timed(questions.words(), lambda words: archive.total(Query(words=words)).statements),
            "check": timed(questions.claims(), lambda claim: _checked(archive, *claim)),
        }

    def _weigh(self, step: Step) -> None:
        found = archive_disk.sizes(self._url)
        step.bytes_by_table = dict(sorted(found.items(), key=lambda item: -item[1]))
        step.bytes_a_statement = round(archive_disk.without_text(found) / step.statements, 1)
        step.bytes_a_statement_with_text = round(sum(found.values()) / step.statements, 1)


def _checked(archive: Archive, wording: str, person: str | None) -> int:
    return len(archive.check(wording, person=person).finding.evidence)


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """The slope of the straight line through the logarithms, by least squares: 1 is linear, 0 is no growth."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return round(sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs), 3)


def exponents(steps: Sequence[Step]) -> dict[str, float]:
    if len(steps) < 2:
        return {}
    found = {"adding, total": exponent([(s.statements, s.total_adding_s) for s in steps])}
    cpu = [sum(s.adding_cpu_s for s in steps[: i + 1]) for i in range(len(steps))]
    found["adding, total, CPU"] = exponent([(s.statements, total) for s, total in zip(steps, cpu, strict=True)])
    for stage in steps[0].stages_cpu_s:
        totals = [sum(s.stages_cpu_s[stage] for s in steps[: i + 1]) for i in range(len(steps))]
        if min(totals) > 0:
            found[f"adding, {stage}, CPU"] = exponent(
                [(s.statements, total) for s, total in zip(steps, totals, strict=True)]
            )
    for name in steps[0].ask_ms:
        found[f"{name}, p50"] = exponent([(s.statements, s.ask_ms[name].p50) for s in steps])
        found[f"{name}, p95"] = exponent([(s.statements, s.ask_ms[name].p95) for s in steps])
        if min(s.ask_ms[name].cpu_p50 for s in steps) > 0:
            found[f"{name}, CPU, p50"] = exponent([(s.statements, s.ask_ms[name].cpu_p50) for s in steps])
    found["bytes, text excluded"] = exponent([(s.statements, s.statements * s.bytes_a_statement) for s in steps])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive", description=__doc__)
    parser.add_argument("--statements", type=int, nargs="+", default=list(STEPS), help="when to measure")
    parser.add_argument(
        "--url", help="an archive that is made anew, as sqlite:///FILE (default: in a temporary folder)"
    )
    parser.add_argument("--postgres", action="store_true", help="a server of its own that waits for the disk")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--record", type=Path, help="write the figures to this file, as JSON")
    parser.add_argument("--plot", action="store_true", help=f"only draw and print what {RECORDS.name}/ holds")
    given = parser.parse_args()
    if given.plot:
        draw(RECORDS, PLOT)
        print(table(RECORDS))
        return
    with ExitStack() as open_ones:
        url, database = _url(given.url, given.postgres, open_ones)
        steps = []
        for step in Run(url, given.seed).measure(sorted(given.statements)):
            steps.append(step)
            _print(step)
            if given.record:
                given.record.write_text(json.dumps(_record(database, given.seed, steps), indent=1) + "\n", "utf-8")
    print("exponents (1 is linear)", json.dumps(exponents(steps), indent=1))


def _url(url: str | None, postgres: bool, open_ones: ExitStack) -> tuple[str, str]:
    if postgres:
        from tests.postgres import Server

        server = open_ones.enter_context(Server())
        return server.database(), server.version
    import sqlite3

    folder = url or open_ones.enter_context(tempfile.TemporaryDirectory())
    return url or f"sqlite:///{folder}/archive.db", f"SQLite {sqlite3.sqlite_version}"


def _record(database: str, seed: int, steps: Sequence[Step]) -> dict[str, Any]:
    machine = {"cores": os.cpu_count(), "system": platform.platform(), "python": platform.python_version()}
    return {
        "database": database,
        "seed": seed,
        "machine": machine,
        "exponents": exponents(steps),
        "steps": [asdict(step) for step in steps],
    }


def _print(step: Step) -> None:
    print(f"== {step.statements} statements, {step.articles} articles")
    print(f"  {'articles/s since the last step, in all':40} {step.articles_per_s} {step.total_articles_per_s}")
    print(f"  {'s by stage':40} {step.stages_s}")
    print(
        f"  {'CPU s by stage':40} {step.stages_cpu_s}, in all {step.adding_cpu_s} of {step.adding_s}, load {step.load}"
    )
    for name, times in step.ask_ms.items():
        print(
            f"  {name + ', ms':40} p50 {times.p50}  p95 {times.p95}  most {times.most}  found {times.found}  "
            f"(CPU: p50 {times.cpu_p50}  p95 {times.cpu_p95})"
        )
    print(
        f"  {'bytes a statement, without and with text':40} {step.bytes_a_statement} {step.bytes_a_statement_with_text}"
    )
    shares = {table: round(size / step.statements) for table, size in list(step.bytes_by_table.items())[:14]}
    print(f"  {'bytes a statement by table':40} {shares}")
    print(f"  {'peak memory, MB':40} {step.peak_memory_mb}")
    for name, one in step.grouped.items():
        print(f"  {'grouped: ' + name:40} recall {one.recall}  precision {one.precision}", flush=True)


if __name__ == "__main__":
    main()
