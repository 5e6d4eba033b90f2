"""Readers who ask a server at once, and how long each kind of page takes."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from html import unescape

from benchmarks.app.addresses import SHARES
from benchmarks.app.http import Answer, Connection
from benchmarks.app.served import Served
from benchmarks.archive_asking import quantile

EXAMPLES = 5  # of what went wrong, that are told
_LATER = re.compile(r'href="([^"]*[?&;]after=[^"]*)"')


@dataclass(frozen=True)
class Plan:
    """How many readers ask for how long; `think` is the mean of what a reader waits before the next page, in seconds."""

    readers: int = 20
    seconds: float = 120.0
    think: float = 0.0
    warming: float = 10.0  # seconds at the begin that do not count
    seed: int = 7


@dataclass
class Taken:
    """Of one kind of page: milliseconds until the last byte, and what was sent."""

    ms: list[float] = field(default_factory=list)
    bytes: int = 0


@dataclass
class Outcome:
    """What the readers saw. `wrong` are answers other than 200, and those that did not come."""

    pages: dict[str, Taken] = field(default_factory=lambda: defaultdict(Taken))
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0
    server_cpu_s: float = 0.0
    own_cpu_s: float = 0.0
    memory: list[tuple[float, float, float]] = field(default_factory=list)  # second, RSS, PSS in MB

    def rows(self) -> list[Row]:
        """One a kind of page, in the order of SHARES, and one of all."""
        named = {name: self.pages[name] for name in SHARES if name in self.pages}
        every = [ms for one in named.values() for ms in one.ms]
        return [*(_row(name, one.ms, one.bytes) for name, one in named.items()),
                _row("all", every, sum(one.bytes for one in named.values()))]  # fmt: skip


@dataclass(frozen=True)
class Row:
    """Milliseconds; `kb` is the mean of what was sent."""

    page: str
    number: int
    p50: float
    p95: float
    most: float
    kb: float


def _row(name: str, ms: Sequence[float], size: int) -> Row:
    p50, p95, most = (round(quantile(ms or [0.0], share), 1) for share in (0.5, 0.95, 1.0))
    return Row(name, len(ms), p50, p95, most, round(size / max(1, len(ms)) / 1000, 1))


async def ask(
    served: Served, addresses: Mapping[str, Sequence[str]], plan: Plan, seen: Callable[[Outcome], None] | None = None
) -> Outcome:
    """Let readers read, each one page after the other. `seen` is called every five seconds."""
    outcome = Outcome()
    cpu, own = served.cpu(), time.process_time()
    began = time.monotonic()
    end = began + plan.warming + plan.seconds
    some = [_Reader(served, addresses, plan, number, outcome) for number in range(plan.readers)]
    watch = asyncio.create_task(_watch(served, outcome, began, seen))
    await asyncio.gather(*(one.read(began + plan.warming, end) for one in some))
    watch.cancel()
    outcome.seconds = time.monotonic() - began
    outcome.server_cpu_s, outcome.own_cpu_s = served.cpu() - cpu, time.process_time() - own
    return outcome


async def _watch(served: Served, outcome: Outcome, began: float, seen: Callable[[Outcome], None] | None) -> None:
    while True:
        memory = await asyncio.to_thread(served.memory)
        outcome.memory.append((round(time.monotonic() - began, 1), memory.rss, memory.pss))
        if seen:
            seen(outcome)
        await asyncio.sleep(5)


class _Reader:
    """Asks for pages in proportion to their shares; nobody asks for what another one asks in the same order."""

    def __init__(
        self, served: Served, addresses: Mapping[str, Sequence[str]], plan: Plan, number: int, outcome: Outcome
    ) -> None:
        self._random = random.Random(f"{plan.seed} {number}")
        self._connection = Connection(served.host, served.port, {"Accept-Language": "de"})
        self._addresses = addresses
        self._kinds = [name for name in SHARES if name in addresses]
        self._think = plan.think
        self._outcome = outcome

    async def read(self, counted_from: float, end: float) -> None:
        if self._think:
            await asyncio.sleep(self._random.random() * self._think)
        while time.monotonic() < end:
            kind = self._random.choices(self._kinds, [SHARES[name] for name in self._kinds])[0]
            await self._page(kind, self._random.choice(self._addresses[kind]), counted_from)
            if self._think:
                await asyncio.sleep(self._random.expovariate(1 / self._think))
        self._connection.close()

    async def _page(self, kind: str, path: str, counted_from: float) -> None:
        if kind == "search: later page":
            first = await self._get(path)
            later = _LATER.search(first.text) if first else None
            if later is None:
                return
            path = unescape(later[1])
        began = time.monotonic()
        answer = await self._get(path)
        if answer and began >= counted_from:
            taken = self._outcome.pages[kind]
            taken.ms.append(1000 * (time.monotonic() - began))
            taken.bytes += answer.sent

    async def _get(self, path: str) -> Answer | None:
        try:
            answer = await self._connection.get(path)
        except (OSError, EOFError, ValueError) as error:
            self._connection.close()
            self._outcome.wrong.append(f"{path}: {error!r}")
            return None
        if answer.status != 200:
            self._outcome.wrong.append(f"{path}: {answer.status}")
        return answer


def table(outcome: Outcome) -> str:
    """The rows in Markdown, and below it what else was seen."""
    lines = ["| page | number | p50 ms | p95 ms | most ms | KB sent |", "| --- | --- | --- | --- | --- | --- |"]
    lines += [f"| {r.page} | {r.number} | {r.p50:.0f} | {r.p95:.0f} | {r.most:.0f} | {r.kb} |" for r in outcome.rows()]
    number = sum(len(one.ms) for one in outcome.pages.values())
    most = max((one[1] for one in outcome.memory), default=0)
    pss = max((one[2] for one in outcome.memory), default=0)
    lines += [
        "",
        f"{number} answers in {outcome.seconds:.0f} s; computed: server {outcome.server_cpu_s:.0f} s, readers "
        f"{outcome.own_cpu_s:.0f} s; memory of all processes at most {most:.0f} MB (shared pages once: {pss:.0f} MB); "
        f"wrong: {len(outcome.wrong)}",
        *(f"- {one}" for one in outcome.wrong[:EXAMPLES]),
    ]
    return "\n".join(lines)


def told(outcome: Outcome) -> dict[str, object]:
    """The same for a file."""
    return {
        "pages": [asdict(row) for row in outcome.rows()],
        "wrong": outcome.wrong[:100],
        "wrong_number": len(outcome.wrong),
        "seconds": round(outcome.seconds, 1),
        "server_cpu_s": round(outcome.server_cpu_s, 1),
        "own_cpu_s": round(outcome.own_cpu_s, 1),
        "memory_mb": outcome.memory,
    }
