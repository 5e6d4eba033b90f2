"""Scores of people and times against golden texts: whom statements are credited to, through whom, and when.

A statement's person is right where gold names one and the predicted one bears one of its names, or where both name
nobody. Of groups that speak together the members are compared. Names are compared without articles and case endings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from wortlaut.evaluation import OVERLAP, Pair
from wortlaut.golden import Golden
from wortlaut.languages import de_people
from wortlaut.persons import Person
from wortlaut.record import Analysis
from wortlaut.statements import Statement

STEM = 3  # letters that a word keeps at least when its ending is taken off


@dataclass
class Crediting:
    """Counts over articles. `wrong` describes each mistake: article, statement, what was found and what is right."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, golden: Golden, found: Analysis, pairs: Sequence[Pair]) -> None:
        """Count one article's statements that gold judges; `pairs` are those of `Evaluation.add`."""
        for pair in pairs:
            if pair.gold is None or pair.gold.id not in golden.judged:
                continue
            self.counts["gold"] += 1
            if pair.predicted is None or pair.overlap < OVERLAP:
                continue
            self.counts["statements"] += 1
            self._person(golden, found, pair.gold, pair.predicted)
            self._relays(golden, found, pair.gold, pair.predicted)
            self._time(golden, pair.gold, pair.predicted)

    def _person(self, golden: Golden, found: Analysis, gold: Statement, predicted: Statement) -> None:
        wanted, given = golden.analysis.person(gold), found.person(predicted)
        right = given is None if wanted is None else given is not None and _same(golden, wanted, found, given)
        reason = predicted.attribution.reason if predicted.attribution else "nobody"
        self.counts["person_right"] += right
        self.counts["links"] += given is not None
        self.counts["links_right"] += right and given is not None
        self.counts[f"{reason}"] += 1
        self.counts[f"{reason} right"] += right
        if not right:
            words, names = golden.analysis.words(predicted.speaker), [p.name if p else None for p in (given, wanted)]
            place = f"{golden.analysis.article.source} {gold.id}"
            self.wrong.append(f"{place} {words!r}: {names[0]!r} ({reason}), right is {names[1]!r}")

    def _relays(self, golden: Golden, found: Analysis, gold: Statement, predicted: Statement) -> None:
        wanted = [p for p in golden.analysis.people if p.id in gold.relayed_by]
        given = [p for p in found.people if p.id in predicted.relayed_by]
        if {p.name for p in wanted} != {p.name for p in given}:
            names = [[p.name for p in people] for people in (given, wanted)]
            self.wrong.append(f"{golden.analysis.article.source} {gold.id} relays {names[0]}, right are {names[1]}")
        self.counts["relays"] += len(wanted)
        self.counts["relays_found"] += len(given)
        self.counts["relays_right"] += sum(any(_same(golden, w, found, g) for g in given) for w in wanted)

    def _time(self, golden: Golden, gold: Statement, predicted: Statement) -> None:
        self.counts["times"] += gold.time is not None
        self.counts["times_found"] += predicted.time is not None
        right = gold.time is not None and predicted.time is not None and gold.time.value == predicted.time.value
        self.counts["times_right"] += right
        if (gold.time is None) != (predicted.time is None) or (gold.time is not None and not right):
            values = [t.value if t else None for t in (predicted.time, gold.time)]
            self.wrong.append(f"{golden.analysis.article.source} {gold.id} time {values[0]}, right is {values[1]}")

    def summary(self) -> dict[str, float]:
        """Shares 0..1, rounded to four digits, and the numbers that they are of."""
        c = self.counts
        shares = {
            "person": (c["person_right"], c["statements"]),
            "person_of_all_in_gold": (c["person_right"], c["gold"]),
            "links": (c["links_right"], c["links"]),
            "relay_precision": (c["relays_right"], c["relays_found"]),
            "relay_recall": (c["relays_right"], c["relays"]),
            "time": (c["times_right"], c["times"]),
            "time_precision": (c["times_right"], c["times_found"]),
        }
        found = {name: round(part / whole, 4) if whole else 0.0 for name, (part, whole) in shares.items()}
        numbers = {name: c[name] for name in ("gold", "statements", "relays", "times")}
        return {**found, **numbers, "links_made": c["links"]}


def same_name(one: str, other: str) -> bool:
    """Whether two phrases name the same: without articles, signs and case endings.

    >>> same_name("den westlichen Erkenntnissen", "westliche Erkenntnisse"), same_name("Eva Brandt", "Brandt")
    (True, False)
    """
    left, right = _words(one), _words(other)
    return len(left) == len(right) and all(map(_same_word, left, right))


def _words(name: str) -> list[str]:
    words = [word.strip("„“”\"»«‚‘'’.,()") for word in name.lower().split()]
    return [word for word in words if word and word not in de_people.DETERMINERS]


def _same_word(one: str, other: str) -> bool:
    """Whether two words differ by case endings at most."""
    common = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rests = (one[common:], other[common:])
    return common >= min(STEM, len(one), len(other)) and all(rest in de_people.ENDINGS_LEFT for rest in rests)


def _same(golden: Golden, wanted: Person, found: Analysis, given: Person) -> bool:
    if wanted.members:
        people = [p for p in found.people if p.id in given.members]
        gold = [p for p in golden.analysis.people if p.id in wanted.members]
        return len(people) == len(gold) and all(any(_same(golden, g, found, p) for p in people) for g in gold)
    return any(same_name(given.name, name) for name in golden.names.get(wanted.id, (wanted.name,)))
