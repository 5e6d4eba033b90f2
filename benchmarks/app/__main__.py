"""`python -m benchmarks.app load|weight|soak --archive URL`: a real server under readers, its weight, its endurance.

Prints tables in Markdown, and with `--record FILE` writes all as JSON. What each figure means: docs/design/app-figures.md.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import sys
import tempfile
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.app import load, soak, weight
from benchmarks.app.addresses import drawn
from benchmarks.app.served import Served

EACH = 400  # addresses of a kind


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.app", description=__doc__)
    parser.add_argument("what", choices=("load", "weight", "soak"))
    parser.add_argument("--archive", metavar="URL", help="default: the example archive")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--readers", type=int, default=load.Plan.readers)
    parser.add_argument("--minutes", type=float, help="default: 2 of load, 60 of soak")
    parser.add_argument("--think", type=float, metavar="S", help="mean seconds before the next page (load 0, soak 1)")
    parser.add_argument("--articles", type=int, default=3600, help="soak: articles that are added in an hour")
    parser.add_argument("--seed", type=int, default=load.Plan.seed)
    parser.add_argument("--record", type=Path, metavar="FILE", help="write all figures as JSON")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if not given.archive:
            from benchmarks.example import fill

            given.archive = str(Path(folder) / "example.db")
            fill(given.archive)
        found = {"load": _load, "weight": _weight, "soak": _soak}[given.what](given)
    if given.record:
        told = {"date": datetime.now(UTC).isoformat(timespec="seconds"), "machine": _machine(), **found}
        given.record.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
    if found["wrong_number"]:
        sys.exit(1)


def _load(given: argparse.Namespace) -> dict[str, Any]:
    addresses = drawn(given.archive, EACH, given.seed)
    plan = load.Plan(given.readers, 60 * (given.minutes or 2), given.think or 0.0, seed=given.seed)
    with Served(given.archive, "--rate", "0", "--quiet", workers=given.workers) as served:
        outcome = asyncio.run(load.ask(served, addresses, plan))
    print(f"{plan.readers} readers, {given.workers} workers, {plan.think} s between pages; load {_busy()}\n")
    print(load.table(outcome))
    return {"plan": asdict(plan), "workers": given.workers, **load.told(outcome)}


def _weight(given: argparse.Namespace) -> dict[str, Any]:
    pages = ["/", *(some[0] for name, some in drawn(given.archive, 1, given.seed).items() if name != "start")]
    pages = [page for page in pages if not page.startswith(("/api/", "/search.atom"))]
    with Served(given.archive, "--rate", "0", "--quiet", workers=given.workers) as served:
        some = [weight.weigh(served, page, weight.TIMES if page == "/" else 3) for page in pages]
    print(weight.table(some))
    return {"pages": [{**asdict(one), "bytes": one.bytes} for one in some], "wrong_number": 0}


def _soak(given: argparse.Namespace) -> dict[str, Any]:
    addresses = drawn(given.archive, EACH, given.seed)
    think = 1.0 if given.think is None else given.think
    plan = load.Plan(given.readers, 60 * (given.minutes or 60), think, seed=given.seed)
    with (
        Served(given.archive, "--rate", "0", "--quiet", workers=given.workers) as served,
        soak.Writer(given.archive, given.articles, given.seed + 1_000) as writer,
    ):
        outcome = asyncio.run(load.ask(served, addresses, plan, lambda so_far: _progress(so_far, writer)))
        added, failed = writer.added, writer.failed
    lines = {name: soak.slope([(one[0], one[at]) for one in outcome.memory]) for name, at in (("rss", 1), ("pss", 2))}
    print(f"{plan.readers} readers, {given.workers} workers, {think} s between pages; {added} articles added\n")
    print(load.table(outcome))
    for name, line in lines.items():
        print(
            f"{name}: {line.begin:.0f} MB after a fifth of the time, {line.end:.0f} MB at the end, {line.an_hour:+.1f} MB/h"
        )
    told = load.told(outcome)
    return {**told, "plan": asdict(plan), "workers": given.workers, "added": added, "writer_failed": failed,
            "slopes": {name: asdict(line) for name, line in lines.items()},
            "wrong_number": len(outcome.wrong) + failed}  # fmt: skip


def _progress(outcome: load.Outcome, writer: soak.Writer) -> None:
    if len(outcome.memory) % 60 == 1:  # every five minutes
        second, rss, pss = outcome.memory[-1]
        number = sum(len(one.ms) for one in outcome.pages.values())
        print(
            f"{second:6.0f} s: {number} answers, {len(outcome.wrong)} wrong, {writer.added} articles, RSS {rss:.0f} MB, "
            f"PSS {pss:.0f} MB",
            file=sys.stderr, flush=True,
        )  # fmt: skip


def _machine() -> dict[str, object]:
    return {"cores": os.cpu_count(), "python": platform.python_version(), "load": _busy()}


def _busy() -> float:
    return round(os.getloadavg()[0], 2)


if __name__ == "__main__":
    main()
