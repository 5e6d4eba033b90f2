"""`python -m benchmarks.copies [--designs]`: copies of agency reports against pairs of our own (tests/pairs/copies).

Prints recall and precision of `compare`, recall of the candidates of `sketch`, both by kind of edit, time, and growth
with the number of texts. `--designs` compares other ways to do both. Bases of even number, and 50 to 57, are for
development; those of odd number are held out; 80 to 83 were written last. `tests/pairs/copies/make.py` tells how the
pairs were made.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from wortlaut.copies import SHARED_LEAST, compare, sketch
from wortlaut.copies.wordage import keys, shingles

FOLDER = Path(__file__).parents[1] / "tests" / "pairs" / "copies"
PARTS = ("development", "held out", "written last")
Sketch = Callable[[str], Iterable[object]]


@dataclass(frozen=True)
class Pair:
    """Two texts; `kind` is the edit, or why they are no copy."""

    base: int
    one: str
    two: str
    same: bool
    kind: str

    @property
    def part(self) -> str:
        """To which of PARTS the pair belongs."""
        if 80 <= self.base < 90:
            return PARTS[2]
        return PARTS[self.base % 2 if not 50 <= self.base < 60 else 0]


@dataclass(frozen=True)
class Score:
    """What came out for some pairs, each 0..1; `candidates` is the share of copies that their sketches find."""

    pairs: int
    recall: float
    precision: float
    candidates: float


@cache
def texts() -> dict[str, str]:
    """All texts by their ids."""
    rows = map(json.loads, (FOLDER / "texts.jsonl").read_text("utf-8").splitlines())
    return {row["id"]: row["text"] for row in rows}


def pairs() -> list[Pair]:
    """All pairs; `one` and `two` are ids of texts."""
    return [Pair(**json.loads(line)) for line in (FOLDER / "pairs.jsonl").read_text("utf-8").splitlines()]


def score(chosen: Iterable[Pair]) -> Score:
    """Recall and precision of compare() on the pairs, and recall of the candidates of sketch()."""
    rows = [(pair, compare(texts()[pair.one], texts()[pair.two]).same, shared(pair) >= SHARED_LEAST) for pair in chosen]
    copies = [(found, near) for pair, found, near in rows if pair.same]
    right, found = sum(found for found, _ in copies), sum(found for _, found, _ in rows)
    near = sum(near for _, near in copies)
    count = max(1, len(copies))
    return Score(len(rows), right / count, right / max(1, found), near / count)


def shared(pair: Pair, make: Sketch = sketch) -> int:
    """How many numbers the sketches of both texts have in common."""
    return len(set(make(texts()[pair.one])) & set(make(texts()[pair.two])))


def by_kind() -> None:
    groups: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in pairs():
        groups[pair.part, pair.kind].append(pair)
    print(f"{'part':13} {'kind':30} {'pairs':>5} {'right':>5} {'candidates':>10}")
    for (part, kind), chosen in sorted(groups.items()):
        right = sum(compare(texts()[p.one], texts()[p.two]).same == p.same for p in chosen)
        near = sum(shared(p) >= SHARED_LEAST for p in chosen)
        name = kind if chosen[0].same else f"no copy: {kind}"
        print(f"{part:13} {name:30} {len(chosen):5} {right:5} {near:10}")


def totals() -> None:
    print(f"\n{'part':13} {'pairs':>5} {'recall':>7} {'precision':>10} {'candidates':>11}")
    for part in PARTS:
        got = score(pair for pair in pairs() if pair.part == part)
        print(f"{part:13} {got.pairs:5} {got.recall:7.3f} {got.precision:10.3f} {got.candidates:11.3f}")


def cost() -> None:
    """Time an article, with words seen before (as in an archive), and growth with the number of texts."""
    own = list(texts().values())
    for text in own:
        sketch(text)
    seconds = min(_seconds(lambda: [sketch(text) for text in own]) for _ in range(5))
    print(f"\nsketch: {1000 * seconds / len(own):.3f} ms a text, {np.mean([len(sketch(t)) for t in own]):.0f} numbers")
    chosen = pairs()
    _forget()
    seconds = _seconds(lambda: [compare(texts()[p.one], texts()[p.two]) for p in chosen])
    print(f"compare: {1000 * seconds / len(chosen):.3f} ms a pair")
    small, large = (_seconds(lambda n=n: _grouped(_many(n))) / n for n in (2000, 20000))
    print(f"grouping 20,000 texts of other words each costs {large / small:.2f} times as much a text as 2,000")


def _forget() -> None:
    from wortlaut.copies import wordage

    wordage.words.cache_clear()


def _many(count: int) -> Iterable[str]:
    """Texts of 200 words that a random order of our own sentences makes, each with a word of its own."""
    dice = random.Random(5)
    own = [word for text in texts().values() for word in text.split()]
    for number in range(count):
        start = dice.randrange(len(own) - 200)
        words = own[start : start + 200]
        dice.shuffle(words)
        yield f"{' '.join(words)} {number}"


def _grouped(many: Iterable[str]) -> int:
    """How many pairs of texts are candidates, with an index in memory."""
    index: dict[int, list[int]] = defaultdict(list)
    found = 0
    for number, text in enumerate(many):
        near: Counter[int] = Counter()
        for value in sketch(text):
            owners = index[value]
            if len(owners) < 100:
                near.update(owners)
                owners.append(number)
        found += sum(count >= SHARED_LEAST for count in near.values())
    return found


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _sampled(run: int, one_in: int) -> Sketch:
    """All shingles whose number is low: "0 mod p"."""
    return lambda text: [n for n in np.unique(shingles(keys(text), run)).tolist() if n < 2**64 // one_in][:40]


def _winnowed(run: int, window: int) -> Sketch:
    def make(text: str) -> Iterable[object]:
        found = shingles(keys(text), run)
        wide = np.lib.stride_tricks.sliding_window_view(found, min(window, len(found)))
        return np.unique(wide.min(axis=1)).tolist()[:40]

    return make


def _minhash(run: int, bands: int, rows: int) -> Sketch:
    """Locality-sensitive hashing: one number a band of `rows` MinHashes."""
    salts = np.random.default_rng(1).integers(1, 2**63, bands * rows, dtype=np.uint64) * np.uint64(2) + np.uint64(1)

    def make(text: str) -> Iterable[object]:
        found = np.unique(shingles(keys(text), run))
        mixed = found[None, :] * salts[:, None]
        mixed ^= mixed >> np.uint64(29)
        least = (mixed * salts[::-1, None]).min(axis=1).reshape(bands, rows)
        return [(band, *values) for band, values in enumerate(least.tolist())]

    return make


DESIGNS: dict[str, tuple[Sketch, int]] = {
    "sampled, 4 words, 1 in 8": (_sampled(4, 8), 2),
    "sampled, 5 words, 1 in 8": (_sampled(5, 8), 2),
    "sampled, 4 words, 1 in 6": (_sampled(4, 6), 2),
    "winnowed, 3 words of 12": (_winnowed(3, 12), 2),
    "winnowed, 4 words of 10 (ships)": (_winnowed(4, 10), 2),
    "winnowed, 4 words of 14": (_winnowed(4, 14), 2),
    "winnowed, 5 words of 10": (_winnowed(5, 10), 2),
    "MinHash, 3 words, 32 bands of 4": (_minhash(3, 32, 4), 1),
    "MinHash, 3 words, 40 bands of 3": (_minhash(3, 40, 3), 1),
    "MinHash, 3 words, 64 bands of 2": (_minhash(3, 64, 2), 1),
    "MinHash, 2 words, 64 bands of 2": (_minhash(2, 64, 2), 1),
}
STRESSED = ("mixed_brief", "mixed", "third")  # edits that leave least


def designs() -> None:
    """Ways to make sketches, on development pairs and on many more copies that program makes of the same bases."""
    from tests.pairs.copies import make

    chosen = [pair for pair in pairs() if pair.part == PARTS[0] and pair.same]
    bases = {pair.one: pair.base for pair in chosen}
    edits = [edit for edit in make.EDITS if edit.__name__ in STRESSED]
    stressed = [
        (texts()[name], "\n\n".join(edit(make.paragraphs(texts()[name]), random.Random(1000 * seed + number))))
        for name, number in bases.items()
        for edit in edits
        for seed in (1000, 1001, 1002)
    ]
    alone = [texts()[name] for name in bases]
    print(f"\n{'design':32} {'numbers':>7} {'ms':>6} {'pairs':>6} {'stressed':>8} {'others in 1000':>14}")
    for name, (design, least) in DESIGNS.items():
        make_once = cache(lambda text, design=design: frozenset(design(text)))
        began = time.perf_counter()
        sketches = [make_once(text) for text in alone]
        spent = 1000 * (time.perf_counter() - began) / len(alone)
        known = np.mean([len(make_once(texts()[p.one]) & make_once(texts()[p.two])) >= least for p in chosen])
        hard = np.mean([len(make_once(one) & make_once(two)) >= least for one, two in stressed])
        chance = np.mean([len(a & b) >= least for i, a in enumerate(sketches) for b in sketches[:i]])
        size = np.mean([len(one) for one in sketches])
        print(f"{name:32} {size:7.0f} {spent:6.2f} {known:6.3f} {hard:8.3f} {1000 * chance:14.2f}")


def _jaccard(one: str, two: str) -> float:
    a, b = (set(shingles(keys(text), 4).tolist()) for text in (one, two))
    return len(a & b) / max(1, len(a | b))


def _containment(one: str, two: str) -> float:
    a, b = (set(shingles(keys(text), 4).tolist()) for text in (one, two))
    return len(a & b) / max(1, min(len(a), len(b)))


def _shares(one: str, two: str) -> float:
    """The greater share alone: weighted words in common runs, quotations nearly left out."""
    found = compare(one, two)
    return max(found.of_one, found.of_two)


SIMILARITIES: dict[str, Callable[[str, str], float]] = {
    "Jaccard of 4-word shingles": _jaccard,
    "containment of 4-word shingles": _containment,
    "greater share of weighted words": _shares,
    "compare (ships)": lambda one, two: compare(one, two).score,
}


def similarities() -> None:
    """Each with the threshold that is best on the development pairs."""
    print(f"\n{'similarity':33} {'threshold':>9} {'development':>13} {'held out':>13} {'written last':>13}")
    for name, similarity in SIMILARITIES.items():
        rows = [(pair, similarity(texts()[pair.one], texts()[pair.two])) for pair in pairs()]
        best = max((t / 100 for t in range(5, 95)), key=lambda t: sum(_rates(rows, PARTS[0], t)))
        rates = ("{:.3f} {:.3f}".format(*_rates(rows, part, best)) for part in PARTS)
        print(f"{name:33} {best:9.2f} " + " ".join(f"{rate:>13}" for rate in rates))


def _rates(rows: list[tuple[Pair, float]], part: str, threshold: float) -> tuple[float, float]:
    """Recall and precision."""
    found = [pair.same for pair, value in rows if pair.part == part and value >= threshold]
    copies = sum(pair.same for pair, _ in rows if pair.part == part)
    return sum(found) / copies, sum(found) / max(1, len(found))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--designs", action="store_true", help="compare ways to make sketches and to compare texts")
    arguments = parser.parse_args()
    if arguments.designs:
        designs()
        return similarities()
    by_kind()
    totals()
    return cost()


if __name__ == "__main__":
    main()
