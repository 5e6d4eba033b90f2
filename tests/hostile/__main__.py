"""`python -m tests.hostile [--quick] [--archive FILE] [--no-browser]`: the whole corpus, through everything.

Files and analyses go into an archive as `wortlaut add` brings them; pastes, uploads and addresses go in by the pages of
a real server; then every page, feed, export and answer is asked for and looked at, hostile requests are sent, and
Chromium opens every page and waits for something to run. It ends with 1 if anything ran, leaked, hung or was lost.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.hostile.cases import Case
from tests.hostile.corpus import articles, quick
from tests.hostile.intake import lost, take_in
from tests.hostile.served import attack
from wortlaut.archive import Archive


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="nothing huge")
    parser.add_argument("--archive", metavar="FILE", help="fill this new one and keep it; or use it, if it is there")
    parser.add_argument("--no-browser", action="store_true", help="look at pages without Chromium")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.archive or str(Path(folder) / "hostile.db")
        cases = quick() if given.quick else articles()
        wrong = []
        if not Path(path).exists():
            wrong += _fill(path, Path(folder), cases)
        wrong += attack(path, cases, Path(folder), browser=not given.no_browser)
        wrong += [f"verify: {problem}" for problem in _verified(path)]
    _tell("wrong", wrong)
    sys.exit(1 if wrong else 0)


def _fill(path: str, folder: Path, cases: Sequence[Case]) -> list[str]:
    began = time.monotonic()
    with Archive.open(path, create=True) as archive:
        taking = take_in(archive, folder, cases)
        missing = [f"harmless article {one!r} was lost" for one in lost(archive, taking)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    kept = sum("new" in one.outcomes for one in taking.taken)
    refused = sum(not one.outcomes or "failed" in one.outcomes for one in taking.taken)
    print(f"{len(taking.taken)} cases, {taking.calm} harmless articles between, {time.monotonic() - began:.0f} s,")
    print(f"{peak} MB at most; {kept} cases are kept at least in part, of {refused} something is refused")
    slow = sorted(taking.taken, key=lambda one: -one.seconds)[:8]
    _tell("slowest", [f"{one.name} {one.seconds:.1f} s" for one in slow])
    return [f"{one.name}: {one.failed}" for one in taking.failed] + missing


def _verified(path: str) -> Iterable[object]:
    with Archive.open(path) as archive:
        return list(archive.verify())


def _tell(what: str, lines: Sequence[str]) -> None:
    print(f"{what}: {len(lines) or 'nothing'}", *(f"- {line[:400]}" for line in lines[:200]), sep="\n", flush=True)


if __name__ == "__main__":
    main()
