"""The last step: thresholds and calibration, chosen on the dev part, and the scores that the card states.

The dev part is not trained on. Eight thresholds are chosen on it to maximise joint F1, and four numbers of the
calibration are fitted to it; so that this flatters nobody, both are also chosen on one half of dev and measured on
the other, and the card states those cross-fitted figures beside the plain ones.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wortlaut.encoding import Encoded, encode
from wortlaut.evaluation import OVERLAP, PARTS, Evaluation, Pair
from wortlaut.extraction import statements_of
from wortlaut.gold import GoldArticle
from wortlaut.model import Model, Tagged
from wortlaut.reading import Reading, read

DEFAULT = {
    "direct": 0.5, "other": 0.5, "reported": 1.0, "joined": 0.0,
    "speaker": 0.0, "cue": 0.0, "addressee": 0.0, "frame": 0.0,
}  # fmt: skip
PLAIN = {"direct": (1.0, 0.0), "other": (1.0, 0.0)}  # a calibration that changes nothing
# How likely is right what the grammar alone shows: on the few such statements of dev; for labels, in our own cases.
GRAMMAR = {"direct": 0.95, "free_indirect": 0.6, "indirect_free_indirect": 0.6, "reported": 0.4}
GRID = {
    "direct": (0.3, 0.4, 0.5, 0.6),
    "other": (0.4, 0.5, 0.6),
    "reported": (0.0, 1.0, 1.5, 2.0),
    "joined": (-1.0, 0.0, 1.0),
    "speaker": (-1.5, -1.0, -0.5, 0.0, 0.5),
    "cue": (-1.5, -1.0, -0.5, 0.0, 0.5),
    "addressee": (-1.5, -0.75, 0.0),
    "frame": (-1.5, -1.0, -0.5, 0.0, 0.5),
}
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)
Thresholds = Mapping[str, float]
Calibration = dict[str, tuple[float, float]]


@dataclass(frozen=True)
class Prepared:
    """A gold article on which the encoder has run, which no threshold changes."""

    gold: GoldArticle
    reading: Reading
    encoded: Encoded
    tagged: Tagged


def prepare(gold: Iterable[GoldArticle], model: Model) -> list[Prepared]:
    """Run the encoder over all articles once."""
    found = []
    for one in gold:
        reading = read(one.article)
        encoded = encode(reading, model.pieces)
        found.append(Prepared(one, reading, encoded, model.tag(encoded)))
    return found


def evaluate(prepared: Sequence[Prepared], model: Model, thresholds: Thresholds) -> tuple[Evaluation, list[Pair]]:
    """The scores under some thresholds; calibration is left out, so scores are plain probabilities."""
    model.card = {**model.card, "thresholds": thresholds, "calibration": PLAIN}
    evaluation = Evaluation()
    pairs = []
    for one in prepared:
        pairs += evaluation.add(one.gold, statements_of(one.reading, one.encoded, one.tagged, model))
    return evaluation, pairs


def choose(prepared: Sequence[Prepared], model: Model) -> dict[str, float]:
    """One threshold after the other, the value with the best joint F1."""
    best = dict(DEFAULT)
    for name, values in GRID.items():
        scores = {}
        for value in values:
            evaluation, _ = evaluate(prepared, model, {**best, name: value})
            scores[value] = evaluation.score(PARTS).f1
        best[name] = max(scores, key=scores.__getitem__)
    return best


def calibrate(pairs: Sequence[Pair]) -> Calibration:
    """Slope and offset by logistic regression of "right" on the logit of the probability (Platt 1999)."""
    return {layer: _logistic([p for p in pairs if _layer(p) == layer]) for layer in ("direct", "other")}


def calibrated(pair: Pair, calibration: Calibration) -> float:
    """The score of a predicted statement."""
    slope, offset = calibration[_layer(pair)]
    return 1 / (1 + math.exp(-(slope * _logit(pair) + offset)))


def card_figures(prepared: Sequence[Prepared], model: Model, seed: int = 1) -> dict[str, Any]:
    """Thresholds, calibration, scores and reliability, for the card."""
    thresholds = choose(prepared, model)
    evaluation, pairs = evaluate(prepared, model, thresholds)
    order = list(prepared)
    random.Random(seed).shuffle(order)
    halves = order[::2], order[1::2]
    crossed = Evaluation()
    judged: list[tuple[float, bool]] = []
    for chosen_on, measured_on in (halves, halves[::-1]):
        own = choose(chosen_on, model)
        own_calibration = calibrate(evaluate(chosen_on, model, own)[1])
        found = [pair for pair in evaluate(measured_on, model, own)[1] if pair.predicted]
        judged += [(calibrated(pair, own_calibration), _right(pair)) for pair in found]
        for one in measured_on:
            crossed.add(one.gold, statements_of(one.reading, one.encoded, one.tagged, model))
    return {
        "thresholds": thresholds,
        "calibration": calibrate(pairs),
        "scores": {
            "quotes_dev": evaluation.summary(),
            "quotes_dev_thresholds_of_the_other_half": crossed.summary(),
            "by_kind_dev": {kind: round(score.f1, 3) for kind, (score, _) in evaluation.by_kind().items()},
        },
        "reliability_of_the_other_half": reliability(judged),
    }


def reliability(judged: Sequence[tuple[float, bool]]) -> list[dict[str, float]]:
    """For each bin of scores: how many statements, their mean score, and the share that is right."""
    rows = []
    for low, high in zip(BINS, BINS[1:], strict=False):
        inside = [(score, right) for score, right in judged if low <= score < high or score == high == 1.0]
        if inside:
            mean = sum(score for score, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            figures = {"statements": len(inside), "score": round(mean, 3), "right": round(share, 3)}
            rows.append({"from": low, "to": high, **figures})
    return rows


def _layer(pair: Pair) -> str:
    return "direct" if pair.predicted and pair.predicted.kind == "direct" else "other"


def _right(pair: Pair) -> bool:
    return pair.gold is not None and pair.overlap >= OVERLAP


def _logit(pair: Pair) -> float:
    score = pair.predicted.score if pair.predicted else 0.5
    clipped = min(max(score, 1e-4), 1 - 1e-4)
    return math.log(clipped / (1 - clipped))


def _logistic(pairs: Sequence[Pair]) -> tuple[float, float]:
    """Gradient ascent with a ridge that pulls towards (1, 0): few hundred statements, nearly all of them certain."""
    data = [(_logit(p), float(_right(p))) for p in pairs if p.predicted]
    slope, offset = 1.0, 0.0
    for _ in range(2000):
        errors = [(x, y - 1 / (1 + math.exp(-(slope * x + offset)))) for x, y in data]
        rate = 1.0 / (len(data) + 1)
        slope += 0.1 * rate * (sum(x * e for x, e in errors) - 0.5 * (slope - 1.0))
        offset += rate * (sum(e for _, e in errors) - 0.5 * offset)
    return round(slope, 4), round(offset, 4)
