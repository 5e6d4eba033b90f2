"""How many names are found exactly: same words, same label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from wortlaut.encoding import encode
from wortlaut.entities import CLASSES, LABELS, Name, names
from wortlaut.model import Model
from wortlaut.training.names_data import Named, on_words, reading_of

Found = set[tuple[int, int, str]]


class Score:
    """Counts of right, wrong and missed names by label; F1 of some labels together."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()

    def add(self, gold: Found, found: Found) -> None:
        """Count the names of one sentence, of which each is (first word, last word, label)."""
        for name in gold | found:
            verdict = "missed" if name not in found else "right" if name in gold else "wrong"
            self.counts[name[2], verdict] += 1

    def f1(self, labels: Iterable[str]) -> float:
        """Micro F1 over the labels."""
        right, wrong, missed = (sum(self.counts[x, v] for x in set(labels)) for v in ("right", "wrong", "missed"))
        return 2 * right / max(1, 2 * right + wrong + missed)

    def summary(self) -> dict[str, float]:
        """By class, the four classes without derived forms and parts, and all labels (the official strict figure)."""
        found: dict[str, float] = {name: self.f1([name]) for name in CLASSES}
        found |= {"four_classes": self.f1(CLASSES), "all_labels": self.f1(LABELS)}
        return {key: round(value, 4) for key, value in found.items()}


def label(name: Name) -> str:
    """The label as GermEval writes it, "LOCderiv"."""
    return name.label + ("deriv" if name.derived else "part" if name.part else "")


def score_names(model: Model, documents: Iterable[Named]) -> Score:
    """The names that the product finds in the corpus' sentences, each read alone, against gold."""
    score = Score()
    for document in documents:
        reading = reading_of(document.text)
        encoded = encode(reading, model.pieces)
        found = [(name.span, label(name)) for name in names(reading, encoded, model.tag(encoded), model)]
        score.add(on_words(list(document.names), document.words), on_words(found, document.words))
    return score
