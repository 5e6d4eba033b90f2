"""`python -m benchmarks.profiles ARCHIVE`: how long what the page of a person shows takes; merging with `--merge ONE TWO`.

People are drawn as often as they speak. `--merge` changes the archive, and brings it back: give it a copy.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Sequence
from functools import partial

from benchmarks.archive_asking import quantile
from wortlaut.archive import Archive, Query

_DRAWN = 300
_NEWEST = 8  # statements on the page


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.profiles", description=__doc__)
    parser.add_argument("archive")
    parser.add_argument("--merge", nargs=2, type=int, metavar=("ONE", "TWO"))
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    print("| what | p50 | p95 | most, ms |\n| --- | --- | --- | --- |")
    with Archive.open(given.archive) as archive:
        some = _drawn(archive, given.seed)
        archive.person(some[0])  # the sample of the archive is kept
        for what in ("first time", "again"):
            print(_row(f"a person, {what}", [_timed(partial(_page, archive, one)) for one in some]))
        print(_row("the list", [_timed(archive.people) for _ in range(5)]))
        print(_row("by name", [_timed(partial(archive.people, words)) for words in ("a", "be", "sch", "anna", "mül")]))
        if given.merge:
            _merge(archive, *given.merge)


def _drawn(archive: Archive, seed: int) -> list[int]:
    with archive.reading() as connection:
        query = "SELECT person_id FROM statements WHERE person_id IS NOT NULL AND id % 37 = 0"
        found = [row[0] for row in connection.exec_driver_sql(query)]
    return random.Random(seed).choices(found, k=_DRAWN)


def _page(archive: Archive, number: int) -> None:
    archive.person(number)
    archive.find(Query(person=f"#{number}", limit=_NEWEST))
    archive.identities(number)


def _merge(archive: Archive, one: int, two: int) -> None:
    told = archive.merge(one, two, account="benchmark", dry_run=True)
    print(_row("preview", [_timed(lambda: archive.merge(one, two, account="benchmark", dry_run=True))]))
    print(
        _row(f"merge, {told.statements:,} statements", [_timed(lambda: archive.merge(one, two, account="benchmark"))])
    )
    batch = archive.identities(two)[0].batch
    print(_row("undo", [_timed(lambda: archive.undo_identity(batch, account="benchmark"))]))


def _timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begin)


def _row(what: str, times: Sequence[float]) -> str:
    return f"| {what} | " + " | ".join(f"{quantile(times, share):,.0f}" for share in (0.5, 0.95, 1.0)) + " |"


if __name__ == "__main__":
    main()
