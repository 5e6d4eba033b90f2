"""`python -m benchmarks.sameness`: the comparison of statements on its pairs, against plain ratios; keys; cost.

With `--false FILE`, a file of JSON Lines with `"sentences"` of one speech each, also how many pairs of different sentences
that share a key are taken for one utterance.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from wortlaut.sameness import SAME, Saying, keys, likeness
from wortlaut.sameness.gist import gist_of

FOLDER = Path(__file__).parents[1] / "tests" / "pairs" / "statements"
Judge = Callable[[Saying, Saying], float]


@dataclass(frozen=True)
class Pair:
    """Two statements of a set of pairs."""

    name: str
    story: int
    same: bool
    sort: str
    one: Saying
    two: Saying

    @property
    def held_out(self) -> bool:
        return self.story % 2 == 1


@dataclass(frozen=True)
class Score:
    """Precision, recall and F1 of the pairs that are the same."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + self.missed, 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(2 * self.right + self.wrong + self.missed, 1)


def pairs(name: str = "pairs") -> list[Pair]:
    """The pairs of a file of the folder."""
    lines = (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [pair(json.loads(line)) for line in lines]


def pair(given: dict[str, Any]) -> Pair:
    return Pair(
        given["pair"], given["story"], given["same"], given["sort"], Saying(**given["one"]), Saying(**given["two"])
    )


def score(of: Iterable[Pair], judge: Judge, threshold: float) -> Score:
    counts = Counter((p.same, judge(p.one, p.two) >= threshold) for p in of)
    return Score(counts[True, True], counts[False, True], counts[True, False])


def recall_of_keys(of: Iterable[Pair]) -> float:
    """The share of pairs that are the same and share a key."""
    found = [not set(keys(p.one)).isdisjoint(keys(p.two)) for p in of if p.same]
    return sum(found) / len(found)


def by_sort(of: Iterable[Pair]) -> dict[str, str]:
    """For each sort of pairs how many are judged right."""
    right: Counter[str] = Counter()
    number: Counter[str] = Counter()
    for p in of:
        name = f"{'same' if p.same else 'not'}: {p.sort}"
        number[name] += 1
        right[name] += (likeness(p.one, p.two) >= SAME) == p.same
    return {name: f"{right[name]}/{number[name]}" for name in sorted(number)}


def best_threshold(of: list[Pair], judge: Judge) -> float:
    """The threshold with the best F1."""
    return max({judge(p.one, p.two) for p in of}, key=lambda threshold: score(of, judge, threshold).f1)


def known_apart(judge: Judge) -> Judge:
    """The same, with what persons and days tell already."""
    return lambda one, two: judge(one, two) if likeness(one, two) > 0 else 0.0


def _ratio(name: str) -> Judge:
    ratio = getattr(fuzz, name)
    return lambda one, two: ratio(one.text, two.text) / 100


RATIOS = ("ratio", "partial_ratio", "token_sort_ratio", "token_set_ratio", "WRatio")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sameness", description=__doc__)
    parser.add_argument("--false", type=Path, metavar="FILE", help="JSON Lines with the sentences of a speech each")
    parser.add_argument("--wrong", action="store_true", help="print the development pairs that are judged wrong")
    given = parser.parse_args()
    every = pairs()
    halves = {"development": [p for p in every if not p.held_out], "held out": [p for p in every if p.held_out]}
    halves |= {"further, development": pairs("further")}
    if (FOLDER / "fresh.jsonl").exists():
        halves["fresh, held out"] = pairs("fresh")
    _print_scores(halves)
    for name, half in halves.items():
        print(f"{name}: {by_sort(half)}")
    _print_cost(every)
    if given.wrong:
        _print_wrong([p for p in (*every, *halves["further, development"]) if not p.held_out])
    if given.false:
        print(f"different sentences of a speech with a key in common, taken for one: {false_merges(given.false):.3f}")


def _print_scores(halves: dict[str, list[Pair]]) -> None:
    judges = {"likeness": likeness, **{name: _ratio(name) for name in RATIOS}}
    judges |= {f"{name}, persons and days": known_apart(_ratio(name)) for name in RATIOS}
    print(f"{'':34}{'half':24}{'P':>7}{'R':>7}{'F1':>7}{'keys':>7}")
    for name, judge in judges.items():
        threshold = SAME if name == "likeness" else best_threshold(halves["development"], judge)
        for half, of in halves.items():
            found = score(of, judge, threshold)
            reach = f"{recall_of_keys(of):7.3f}" if name == "likeness" else ""
            print(f"{name:34}{half:24}{found.precision:7.3f}{found.recall:7.3f}{found.f1:7.3f}{reach}")


def _print_cost(of: list[Pair]) -> None:
    sayings = [one for p in of for one in (p.one, p.two)]
    gist_of.cache_clear()
    first = _microseconds(lambda: [keys(one) for one in sayings], len(sayings))
    again = _microseconds(lambda: [keys(one) for one in sayings], len(sayings))
    judged = _microseconds(lambda: [likeness(p.one, p.two) for p in of], len(of))
    print(f"keys: {sum(len(keys(one)) for one in sayings) / len(sayings):.1f} of a statement")
    print(f"µs: keys of a new text {first:.0f}, of one seen before {again:.0f}; likeness {judged:.0f}")


def _microseconds(work: Callable[[], object], number: int) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) / number * 1e6


def _print_wrong(of: list[Pair]) -> None:
    for p in of:
        found = likeness(p.one, p.two)
        if (found >= SAME) != p.same:
            print(f"{p.name} {p.sort}, {'same' if p.same else 'not the same'}: {found:.2f}")
            print(f"    {p.one.kind}: {p.one.text}\n    {p.two.kind}: {p.two.text}")


def false_merges(path: Path) -> float:
    """Of the pairs of sentences of one speech that share a key, none within the other, the share taken for one."""
    taken = number = 0
    for line in path.read_text("utf-8").splitlines():
        sayings = [Saying(text, "direct", 1, None, 1) for text in json.loads(line)["sentences"]]
        told = [Saying(one.text, "indirect", 1, None, 1) for one in sayings]
        for first, second in combinations(range(len(sayings)), 2):
            one, two = sayings[first], (told if (first + second) % 2 else sayings)[second]
            if one.text in two.text or two.text in one.text or set(keys(one)).isdisjoint(keys(two)):
                continue
            number += 1
            taken += likeness(one, two) >= SAME
    return taken / max(number, 1)


if __name__ == "__main__":
    main()
