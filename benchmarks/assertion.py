"""`python -m benchmarks.assertion [--wrong]`: whether words are said to have been said, against golden texts.

The texts of tests/assertions were written before the rules of `wortlaut.assertion` and shuffled: those of even number
were used to develop the rules, those of odd number are unseen. Beside them stand the articles and cases of our own.
"given" judges the marked statements by their marked cues, "read" those that the model finds, where they overlap with
marked ones by half.

An unasserted statement is what is looked for: recall is the share of them that is found, precision the share of those
called so that are. `--wrong` lists the mistakes, but never those of unseen texts.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from wortlaut.analysis import analyze
from wortlaut.assertion import asserted
from wortlaut.evaluation import OVERLAP, Evaluation
from wortlaut.gold import GoldArticle, read_gold
from wortlaut.model import Model, load_model
from wortlaut.reading import read
from wortlaut.statements import Statement

TESTS = Path(__file__).parents[1] / "tests"
OWN = TESTS / "assertions"
HALVES = ("developed", "unseen")


@dataclass(frozen=True)
class Verdict:
    """Whether a statement was said to have been said, and what the rules say."""

    place: str
    gold: bool
    found: bool


@dataclass(frozen=True)
class Counts:
    """How many are unasserted, are called so, and both."""

    statements: int
    unasserted: int
    called: int
    right: int

    @property
    def precision(self) -> float:
        """1 where none is called unasserted."""
        return self.right / self.called if self.called else 1.0

    @property
    def recall(self) -> float:
        """1 where none is unasserted."""
        return self.right / self.unasserted if self.unasserted else 1.0


def counted(verdicts: list[Verdict]) -> Counts:
    gold = sum(not one.gold for one in verdicts)
    right = sum(not one.gold and not one.found for one in verdicts)
    return Counts(len(verdicts), gold, sum(not one.found for one in verdicts), right)


def half(name: str) -> list[GoldArticle]:
    """The texts of tests/assertions of one half, "developed" or "unseen"."""
    return [one for path in sorted(OWN.glob("*.txt")) if HALVES[int(path.name[:3]) % 2] == name
            for one in read_gold(path)]  # fmt: skip


def given(gold: GoldArticle) -> Iterator[Verdict]:
    """The marked statements, judged anew."""
    reading = read(gold.article)
    by_id = {statement.id: statement for statement in gold.statements}
    for statement in gold.statements:
        yield Verdict(_place(gold, statement), statement.asserted, asserted(statement, by_id, reading))


def found(gold: GoldArticle, model: Model) -> Iterator[Verdict]:
    """The statements that the model reads and that are marked."""
    analysis = analyze(gold.article, model=model)
    for pair in Evaluation().add(gold, analysis.statements):
        if pair.gold and pair.predicted and pair.overlap >= OVERLAP:
            yield Verdict(_place(gold, pair.gold), pair.gold.asserted, pair.predicted.asserted)


def _place(gold: GoldArticle, statement: Statement) -> str:
    name = Path(gold.article.source or "").name or gold.article.id
    return f"{name} {statement.id}: {statement.content[0].cut(gold.article.text)[:60]}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.assertion", description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="list the mistakes, but of unseen texts")
    parser.add_argument("--given", action="store_true", help="the marked statements alone, without the model")
    asked = parser.parse_args()
    sets = {name: half(name) for name in HALVES}
    sets |= {f"articles/{name}": list(read_gold(TESTS / "articles" / name)) for name in ("de", "more", "unseen")}
    sets["cases"] = list(read_gold(TESTS / "cases" / "de"))
    model = load_model()
    ways: dict[str, Callable[[GoldArticle], Iterator[Verdict]]] = {"given": given}
    if not asked.given:
        ways["read"] = lambda gold: found(gold, model)
    for name, texts in sets.items():
        for way, judging in ways.items():
            verdicts = [one for gold in texts for one in judging(gold)]
            counts = counted(verdicts)
            print(
                f"{name:16} {way:5} {counts.statements:4} statements, {counts.unasserted:3} unasserted: "
                f"precision {counts.precision:.2f} ({counts.right} of {counts.called}), "
                f"recall {counts.recall:.2f} ({counts.right} of {counts.unasserted})"
            )
            for one in verdicts if asked.wrong and not name.endswith("unseen") else ():
                if one.gold != one.found:
                    print(f"    {'asserted' if one.gold else 'unasserted'}, called otherwise: {one.place}")


if __name__ == "__main__":
    main()
