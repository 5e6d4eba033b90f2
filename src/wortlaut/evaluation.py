"""Scores of statements against gold.

The measure: after a one-to-one assignment of predicted to gold statements that maximises the token F1 of the content
(+0.01 for the same kind, +0.001 for the same medium; what stays alone is counted with an empty partner), precision
and recall over tokens are averaged over all (statement, part) pairs; a part that is empty on the side that would be
divided by is left out. Content alone gives "messages", the four roles give "roles", all five "joint". Kind is
measured on pairs whose content overlaps with a token F1 of at least 0.5. Source: "Dataset of Quotation Attribution in
German News Articles" (LREC-COLING 2024).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from wortlaut.assignment import assign
from wortlaut.gold import GoldArticle
from wortlaut.statements import KINDS, ROLES, Kind, Statement
from wortlaut.text import Span

OVERLAP = 0.5  # token F1 from which on two contents are of one statement
PARTS = ("content", *ROLES)


@dataclass(frozen=True)
class Score:
    """Precision and recall, 0..1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True)
class Pair:
    """A predicted and a gold statement that were assigned to each other; one of them may be missing.

    `overlap` is the token F1 of their contents.
    """

    predicted: Statement | None
    gold: Statement | None
    overlap: float


@dataclass
class Evaluation:
    """Sums over articles; ask for scores at any time."""

    articles: int = 0
    _precision: dict[str, list[float]] = field(default_factory=lambda: {part: [0.0, 0.0] for part in PARTS})
    _recall: dict[str, list[float]] = field(default_factory=lambda: {part: [0.0, 0.0] for part in PARTS})
    _pairs: list[Pair] = field(default_factory=list)

    def add(self, gold: GoldArticle, predicted: Sequence[Statement]) -> list[Pair]:
        """Count one article; returns its pairs."""
        self.articles += 1
        starts = [span.start for span in gold.tokens]
        sets = {
            id(statement): {part: _token_set(statement.spans(part), gold.tokens, starts) for part in PARTS}
            for statement in (*predicted, *gold.statements)
        }
        pairs = _pairs(predicted, gold.statements, sets)
        nothing: dict[str, frozenset[int]] = dict.fromkeys(PARTS, frozenset())
        for pair in pairs:
            left = sets[id(pair.predicted)] if pair.predicted else nothing
            right = sets[id(pair.gold)] if pair.gold else nothing
            for part in PARTS:
                common = len(left[part] & right[part])
                _count(self._precision[part], common, len(left[part]))
                _count(self._recall[part], common, len(right[part]))
        self._pairs.extend(pairs)
        return pairs

    def score(self, parts: Iterable[str]) -> Score:
        """The score over some parts: ("content",) is messages, `ROLES` is roles, `PARTS` is joint."""
        names = tuple(parts)
        return Score(_mean(self._precision, names), _mean(self._recall, names))

    @property
    def kind_accuracy(self) -> float:
        """Share of overlapping pairs with the right kind."""
        together = [p for p in self._pairs if p.predicted and p.gold and p.overlap >= OVERLAP]
        right = sum(p.predicted.kind == p.gold.kind for p in together if p.predicted and p.gold)
        return right / len(together) if together else 0.0

    def by_kind(self) -> dict[Kind, tuple[Score, int]]:
        """Kind -> score of finding statements of that kind (overlapping and of the same kind), and their number in
        gold.
        """
        right: Counter[str] = Counter()
        predicted: Counter[str] = Counter()
        gold: Counter[str] = Counter()
        for pair in self._pairs:
            if pair.predicted:
                predicted[pair.predicted.kind] += 1
            if pair.gold:
                gold[pair.gold.kind] += 1
            if pair.predicted and pair.gold and pair.overlap >= OVERLAP and pair.predicted.kind == pair.gold.kind:
                right[pair.gold.kind] += 1
        return {k: (Score(_rate(right[k], predicted[k]), _rate(right[k], gold[k])), gold[k]) for k in KINDS}

    def summary(self) -> dict[str, float]:
        """The figures that floors are set for, rounded to four digits."""
        figures = {
            "messages": self.score(("content",)).f1,
            "roles": self.score(ROLES).f1,
            "joint": self.score(PARTS).f1,
            "kind": self.kind_accuracy,
        }
        return {name: round(value, 4) for name, value in figures.items()}

    def to_dict(self) -> dict[str, object]:
        """All figures, for `json.dumps`."""
        predicted, gold = self.statements
        return {
            "articles": self.articles,
            "predicted": predicted,
            "gold": gold,
            **self.summary(),
            "parts": {part: _rounded(self.score((part,))) for part in PARTS},
            "kinds": {kind: {**_rounded(score), "gold": number} for kind, (score, number) in self.by_kind().items()},
        }

    @property
    def statements(self) -> tuple[int, int]:
        """The numbers of predicted and gold statements."""
        return sum(p.predicted is not None for p in self._pairs), sum(p.gold is not None for p in self._pairs)


def _rounded(score: Score) -> dict[str, float]:
    return {"precision": round(score.precision, 4), "recall": round(score.recall, 4), "f1": round(score.f1, 4)}


def _token_set(spans: Sequence[Span], tokens: Sequence[Span], starts: Sequence[int]) -> frozenset[int]:
    """The indices of the tokens that overlap the spans."""
    found: set[int] = set()
    for span in spans:
        first = bisect_right(starts, span.start) - 1
        if first < 0 or tokens[first].end <= span.start:
            first += 1
        found.update(range(first, bisect_left(starts, span.end)))
    return frozenset(found)


def _f1(left: frozenset[int], right: frozenset[int]) -> float:
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 0.0


def _pairs(
    predicted: Sequence[Statement], gold: Sequence[Statement], sets: dict[int, dict[str, frozenset[int]]]
) -> list[Pair]:
    overlaps = [[_f1(sets[id(p)]["content"], sets[id(g)]["content"]) for g in gold] for p in predicted]
    values = [
        [f + 0.01 * (p.kind == g.kind) + 0.001 * (p.medium == g.medium) for f, g in zip(row, gold, strict=True)]
        for row, p in zip(overlaps, predicted, strict=True)
    ]
    chosen = assign(values)
    pairs = [Pair(predicted[row], gold[column], overlaps[row][column]) for row, column in chosen]
    rows, columns = {row for row, _ in chosen}, {column for _, column in chosen}
    pairs += [Pair(p, None, 0.0) for row, p in enumerate(predicted) if row not in rows]
    pairs += [Pair(None, g, 0.0) for column, g in enumerate(gold) if column not in columns]
    return pairs


def _count(sums: list[float], common: int, size: int) -> None:
    if size:
        sums[0] += common / size
        sums[1] += 1


def _mean(sums: dict[str, list[float]], parts: Sequence[str]) -> float:
    return _rate(sum(sums[part][0] for part in parts), sum(sums[part][1] for part in parts))


def _rate(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
