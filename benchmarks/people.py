"""`python -m benchmarks.people [FOLDER]`: whom statements are credited to, against golden texts, and what it costs.

FOLDER holds golden texts that judge people (default: the articles for development). Counts only, so that locked articles
stay unread. "given statements" credits gold's own statements and speaker's words, so that the mistakes of the statement
model are left out; the names are found all the same.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.agreement import ARTICLES
from benchmarks.articles import articles
from wortlaut.analysis import analyze
from wortlaut.crediting import Crediting
from wortlaut.dating import dated
from wortlaut.encoding import encode
from wortlaut.entities import names
from wortlaut.evaluation import Evaluation, Pair
from wortlaut.extraction import statements_of
from wortlaut.gold import read_gold
from wortlaut.golden import Golden
from wortlaut.identities import identified
from wortlaut.model import Model, load_model
from wortlaut.people import resolve
from wortlaut.reading import read
from wortlaut.record import Analysis
from wortlaut.register import starter
from wortlaut.statements import REASONS
from wortlaut.text import Article


def main(folder: Path) -> None:
    for key, value in {**scores(folder), **cost(1.0)}.items():
        print(f"{key:58} {value}")


def scores(folder: Path) -> dict[str, object]:
    """Of statements that were found, and of given ones."""
    found, given, evaluation = Crediting(), Crediting(), Evaluation()
    for gold in read_gold(folder):
        if gold.golden is None:
            continue
        analysis = analyze(gold.article)
        found.add(gold.golden, analysis, evaluation.add(gold, analysis.statements))
        given.add(gold.golden, *_given(gold.golden))
    reasons = {f"links by reason, right of all: {r}": f"{found.counts[f'{r} right']} of {found.counts[r]}"
               for r in (*REASONS, "nobody") if found.counts[r]}  # fmt: skip
    return {**_named("statements found", found), **reasons, **_named("given statements", given)}


def _named(name: str, crediting: Crediting) -> dict[str, object]:
    return {f"{name}: {key}": value for key, value in crediting.summary().items()}


def _given(golden: Golden) -> tuple[Analysis, list[Pair]]:
    """The analysis of gold's statements, without what gold says of people and times."""
    model, gold = load_model(), golden.analysis
    bare = tuple(replace(s, attribution=None, relayed_by=(), time=None) for s in gold.statements)
    reading = read(gold.article)
    encoded = encode(reading, model.pieces)
    resolved = resolve(bare, reading, names(reading, encoded, model.tag(encoded), model))
    statements = dated(identified(resolved, starter(), gold.article.published).statements, reading)
    pairs = [Pair(own, other, 1.0) for own, other in zip(statements, gold.statements, strict=True)]
    return Analysis(gold.article, (), statements, resolved.people), pairs


def cost(share: float) -> dict[str, object]:
    """What names, people and times cost, as a share of the whole reading of invented articles."""
    texts = list(articles(max(24, int(160 * share))))
    model, spent = load_model(), Counter[str]()
    for place, text in enumerate(texts):
        if place == len(texts) // 8:
            spent.clear()  # what was loaded and cached meanwhile
        for step, seconds in _steps(text, model):
            spent[step] += seconds
    vectors = spent.pop("vectors")  # measured once more by themselves; they are a part of the network's time
    whole, of_names = sum(spent.values()), spent["names"] + vectors
    return {
        "ratio: names, people and times / whole reading": round(
            (of_names + spent["people"] + spent["times"]) / whole, 3
        ),
        "  of which names / people / times": " / ".join(
            f"{seconds / whole:.3f}" for seconds in (of_names, spent["people"], spent["times"])
        ),
    }


def _steps(text: str, model: Model) -> Iterator[tuple[str, float]]:
    clock = time.perf_counter
    begun = clock()
    reading = read(Article(text, published="2026-03-04"))
    encoded = encode(reading, model.pieces)
    yield "reading", clock() - begun
    begun = clock()
    tagged = model.tag(encoded)
    yield "network", clock() - begun
    for window in encoded.windows:
        layers = model.layers(window, model.name_layers)
        begun = clock()
        model.name_vectors(window, layers)
        yield "vectors", clock() - begun
    begun = clock()
    statements = statements_of(reading, encoded, tagged, model)
    yield "statements", clock() - begun
    begun = clock()
    found = names(reading, encoded, tagged, model)
    yield "names", clock() - begun
    begun = clock()
    resolved = identified(resolve(statements, reading, found), starter(), reading.article.published)
    yield "people", clock() - begun
    begun = clock()
    dated(resolved.statements, reading)
    yield "times", clock() - begun


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES / "de")
