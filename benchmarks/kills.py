"""`python -m benchmarks.kills [--postgres]`: a process that adds is killed again and again, and what is left is checked.

Each kill is `kill -9` at a random moment: mostly while it writes, one in five at any moment from its start on. With
`--postgres` every other kill is the server's instead. After each one, all that the process had reported as kept must be
there. Then it starts again from the first article. In the end the archive must be the same, row by row, as one that nobody
disturbed, and `verify` must be clean.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from benchmarks.archives import STATEMENTS_AN_ARTICLE, generate
from wortlaut.archive import Archive
from wortlaut.archive.opening import address, engine

ROOT = Path(__file__).parents[1]
TIMES = {"added", "visited", "date"}  # columns that tell when something was done
ANY_MOMENT = 0.2  # share of the kills that come at any moment from the start on
START = 2.0  # seconds in which these come
TRANSACTION = 0.15  # seconds: the others come so much later at most than the last article that is waited for


@dataclass(frozen=True)
class Plan:
    """How much is added, in which portions, and how often it is killed on the way."""

    statements: int = 20_000
    together: int = 20
    kills: int = 50
    seed: int = 7

    @property
    def most(self) -> int:
        """New articles between two kills, at most; so that most of the way is gone after the last kill, never all."""
        return max(1, int(1.6 * self.statements / STATEMENTS_AN_ARTICLE / self.kills))


@dataclass
class Outcome:
    """What came of it; all but `kills` and `confirmed` should be empty."""

    kills: int = 0
    by_server: int = 0
    while_writing: int = 0
    confirmed: int = 0
    lost: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        return self.kills > 0 and not (self.lost or self.problems or self.differences)


def adder(url: str, plan: Plan) -> None:
    """What is killed: adds from the first article on, and tells of each that is kept."""
    with Archive.open(url, create=True) as archive:
        for added in archive.add_all(generate(plan.statements, seed=plan.seed), together=plan.together):
            print(added.status, added.key, flush=True)


def disturbed(url: str, undisturbed: str, plan: Plan, server: Callable[[], None] | None = None) -> Outcome:
    """Fill both archives, the first with kills; `server` kills and restarts the database's server."""
    source = random.Random(plan.seed)
    outcome = Outcome()
    for number in range(plan.kills):
        _one_kill(url, plan, source, outcome, server if number % 2 else None)
    for one in (url, undisturbed):
        _finish(one, plan)
    with Archive.open(url) as archive:
        outcome.problems = [str(problem) for problem in archive.verify()]
    outcome.differences = list(differences(rows(url), rows(undisturbed)))
    return outcome


def _one_kill(url: str, plan: Plan, source: random.Random, outcome: Outcome, server: Callable[[], None] | None) -> None:
    any_moment = source.random() < ANY_MOMENT
    after = source.random() * (START if any_moment else TRANSACTION)
    with _Adder(url, plan, 0 if any_moment else 1 + source.randrange(plan.most)) as process:
        process.far_enough.wait()
        ended = process.ends_within(after)
        if not ended and server:
            server()
            process.ended.wait()
        process.kill()
    told = process.told
    outcome.kills += not ended
    outcome.by_server += not ended and server is not None
    outcome.while_writing += not ended and process.news > 0
    outcome.confirmed += len(told)
    outcome.lost += sorted(set(told) - sources(url))


def _finish(url: str, plan: Plan) -> None:
    with _Adder(url, plan) as process:
        process.ended.wait()
    if process.status:
        raise RuntimeError(f"adding to {url} ended with {process.status}: {process.errors}")


class _Adder:
    """The process, and a thread that reads what it tells; `far_enough` is set after some new articles, or at its end."""

    def __init__(self, url: str, plan: Plan, wanted: int = 0) -> None:
        self.told: list[str] = []
        self.news = 0
        self.far_enough = threading.Event()
        self.ended = threading.Event()
        self._wanted = wanted
        if not wanted:
            self.far_enough.set()
        command = [sys.executable, "-m", "benchmarks.kills", "--add", url, "--seed", str(plan.seed)]
        command += ["--statements", str(plan.statements), "--together", str(plan.together)]
        self._errors: IO[str] = tempfile.TemporaryFile("w+")  # noqa: SIM115 - closed in __exit__
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=self._errors, text=True)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> _Adder:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self.status = self._process.wait()
        self._reader.join()
        self._errors.seek(0)
        self.errors = self._errors.read()[-2000:]
        self._errors.close()

    def ends_within(self, seconds: float) -> bool:
        return self.ended.wait(seconds)

    def kill(self) -> None:
        self._process.kill()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with contextlib.closing(self._process.stdout) as lines:
            for line in lines:
                if not line.endswith("\n"):
                    break  # killed within a line
                status, key = line.split()
                self.told.append(key)
                self.news += status == "new"
                if self.news >= self._wanted:
                    self.far_enough.set()
        self.ended.set()
        self.far_enough.set()


def sources(url: str) -> set[str]:
    """The keys of all articles of an archive; none where it was killed before there were tables."""
    from sqlalchemy import inspect, text

    with engine(address(url)).connect() as connection:
        if "articles" not in inspect(connection).get_table_names():
            return set()
        return set(connection.execute(text("SELECT key FROM articles")).scalars())


def rows(url: str) -> Iterator[str]:
    """All that an archive holds, but for times, in an order of its own: each row, each word of the full text."""
    from sqlalchemy import inspect, text

    with engine(address(url)).connect() as connection:
        there = inspect(connection)
        names = sorted(there.get_table_names())
        full = [name.removesuffix("_docsize") for name in names if name.endswith("_docsize")]
        for name in names:
            if any(name == one or name.startswith(f"{one}_") for one in full):
                continue  # pages of the full text
            columns = [f'"{column["name"]}"' for column in there.get_columns(name) if column["name"] not in TIMES]
            order = ", ".join(str(number + 1) for number in range(len(columns)))
            for row in connection.execute(text(f"SELECT {', '.join(columns)} FROM {name} ORDER BY {order}")):
                yield f"{name} {tuple(row)}"
        for name in full:
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE temp.v_{name} USING fts5vocab('main', '{name}', 'instance')"
            )
            query = f'SELECT doc, col, "offset", term FROM temp.v_{name} ORDER BY 1, 2, 3, 4'
            yield from (f"{name} {tuple(row)}" for row in connection.exec_driver_sql(query))


def differences(one: Iterable[str], other: Iterable[str], most: int = 5) -> Iterator[str]:
    """The first rows that only one of them has."""
    left, right = set(one), set(other)
    yield from (f"only after kills: {row:.300}" for row in sorted(left - right)[:most])
    yield from (f"only undisturbed: {row:.300}" for row in sorted(right - left)[:most])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=Plan.kills)
    parser.add_argument("--statements", type=int, default=Plan.statements)
    parser.add_argument("--together", type=int, default=Plan.together, help="articles in one transaction")
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--postgres", action="store_true")
    parser.add_argument("--add", metavar="URL", help=argparse.SUPPRESS)  # the process that is killed
    given = parser.parse_args()
    plan = Plan(given.statements, given.together, given.kills, given.seed)
    if given.add:
        adder(given.add, plan)
        return
    began = time.perf_counter()
    outcome = _postgres(plan) if given.postgres else _sqlite(plan)
    for name, value in vars(outcome).items():
        print(f"{name:14} {value}")
    print(f"{'minutes':14} {(time.perf_counter() - began) / 60:.1f}")
    if not outcome.good:
        sys.exit("the archive did not stand it")


def _sqlite(plan: Plan) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        return disturbed(f"sqlite:///{folder}/killed.db", f"sqlite:///{folder}/calm.db", plan)


def _postgres(plan: Plan) -> Outcome:
    from tests.postgres import Server

    with Server() as server:

        def kill() -> None:
            server.kill()
            server.start()

        return disturbed(server.database(), server.database(), plan, kill)


if __name__ == "__main__":
    main()
