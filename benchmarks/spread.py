"""`python -m benchmarks.spread --archive URL`: what the start page and the search ask an archive, and how long it takes.

Prints a table in Markdown: milliseconds of the clock (p50, p95, most) and of computing (CPU, p50) for each kind of
question, asked anew and, for facets, asked again. Writes the counts of the start page down, as the app does. What the
figures mean: docs/design/pages.md.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import text

from benchmarks.archive_asking import ASKED, WARMING, Sample, Times, timed
from wortlaut.archive import Archive, Query
from wortlaut.archive import facets as spread
from wortlaut.archive.facets import facets
from wortlaut.archive.loading import load
from wortlaut.archive.overview import overview, refresh_overview
from wortlaut.statements import KINDS

_DRAWN = 2_000  # statements from which words and names are drawn


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.spread", description=__doc__)
    parser.add_argument("--archive", required=True, metavar="URL")
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    with Archive.open(given.archive) as archive:
        print("| | p50 | p95 | most | CPU p50 | found |\n| --- | --- | --- | --- | --- | --- |")
        for name, times in measured(archive, given.seed):
            print(f"| {name} | {times.p50} | {times.p95} | {times.most} | {times.cpu_p50} | {times.found} |")


def measured(archive: Archive, seed: int) -> list[tuple[str, Times]]:
    """Each kind of question with its times."""
    draw = random.Random(seed)
    samples = _samples(archive, draw)
    frequent = ["die", "der", "das", "und", "Gemeinde", "Stadt", "Jahr", "Haus"]
    outlets = _names(archive, "outlets")
    kinds: dict[str, Callable[[], Query]] = {
        "a word": lambda: Query(words=_word(draw.choice(samples), draw)),
        "a person": lambda: Query(person=_person(samples, draw)),
        "a person and a word": lambda: _both(samples, draw),
        "a frequent word": lambda: Query(words=draw.choice(frequent)),
        "an outlet": lambda: Query(outlet=draw.choice(outlets)),
        "an outlet and a kind": lambda: Query(outlet=draw.choice(outlets), kinds=(draw.choice(KINDS),)),
        "a kind": lambda: Query(kinds=(draw.choice(KINDS),)),
        "nothing": Query,
    }
    refresh_overview(archive)
    found = [("overview", timed(_some(lambda: None), lambda _: _known(archive)))]
    for name, make in kinds.items():
        queries = _some(make)
        found.append((f"a page of {name}", timed(queries, lambda query: len(archive.find(query).hits))))
        found.append((f"facets of {name}", timed(queries, lambda query: _anew(archive, query))))
    again = _some(kinds["a frequent word"])
    found.append(("facets of a frequent word, again", timed(again, lambda query: facets(archive, query).statements)))
    found.append(("counting all for the overview", timed(_some(lambda: None)[: WARMING + 3], _counting(archive))))
    return found


def _anew(archive: Archive, query: Query) -> int:
    spread._MEMORIES.pop(archive, None)
    return facets(archive, query).statements


def _known(archive: Archive) -> int:
    found = overview(archive)
    return found.statements if found else 0


def _counting(archive: Archive) -> Callable[[Any], int]:
    """Counts for all but the first questions, which only warm."""
    asked = iter(range(WARMING + 3))
    return lambda _: int(next(asked) >= WARMING and refresh_overview(archive, anyway=True))


def _some(make: Callable[[], Any]) -> list[Any]:
    return [make() for _ in range(WARMING + ASKED)]


def _samples(archive: Archive, draw: random.Random) -> list[Sample]:
    with archive.reading() as connection:
        last = connection.execute(text("SELECT max(id) FROM versions")).scalar_one()
    held: list[Sample] = []
    while len(held) < _DRAWN:
        with archive.reading() as connection:
            kept = load(connection, [draw.randint(1, last) for _ in range(60)])
        for one in kept.values():
            for statement in one.analysis.statements:
                who = one.analysis.person(statement)
                said = one.analysis.words(statement.content).strip("„“.")
                held.append(Sample(said, who.name if who else None, statement.kind == "direct"))
    return held


def _names(archive: Archive, table: str) -> list[str]:
    with archive.reading() as connection:
        return list(connection.execute(text(f"SELECT name FROM {table}")).scalars())


def _word(sample: Sample, draw: random.Random) -> str:
    named = [word.strip('„“".,;:') for word in sample.words.split() if word[:1].isupper()]
    return draw.choice(named or ["Stadt"]) or "Stadt"


def _person(samples: Sequence[Sample], draw: random.Random) -> str:
    return str(draw.choice([sample.person for sample in samples if sample.person]))


def _both(samples: Sequence[Sample], draw: random.Random) -> Query:
    sample = draw.choice([sample for sample in samples if sample.person])
    return Query(words=_word(sample, draw), person=sample.person)


if __name__ == "__main__":
    main()
