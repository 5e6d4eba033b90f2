"""evaluation.py against a second, slow implementation of the measure, which tries every assignment."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import shared
from tests.test_tokens import few
from wortlaut.evaluation import PARTS, Evaluation, Score
from wortlaut.gold import GoldArticle, read_gold
from wortlaut.golden import parse
from wortlaut.statements import KINDS, MEDIA, ROLES, Statement
from wortlaut.text import Article, Span
from wortlaut.tokens import tokens

Counts = dict[str, tuple[list[float], list[float]]]  # part -> precisions, recalls
FIGURES = {"messages": ("content",), "roles": ("speaker", "cue", "addressee", "frame"), "joint": PARTS}
GRID = tuple(Span(3 * i, 3 * i + 2) for i in range(10))  # the tokens of "Aa Aa Aa ..."
GRID_TEXT = "Aa " * 10


def tokens_of(statement: Statement | None, part: str, tokens: Sequence[Span]) -> set[int]:
    spans = statement.spans(part) if statement else ()
    return {i for i, t in enumerate(tokens) for s in spans if t.start < s.end and s.start < t.end}


def overlap(a: Statement, b: Statement, tokens: Sequence[Span]) -> float:
    left, right = tokens_of(a, "content", tokens), tokens_of(b, "content", tokens)
    return 2 * len(left & right) / (len(left) + len(right))


def assignments(
    predicted: Sequence[Statement], gold: Sequence[Statement], tokens: Sequence[Span]
) -> list[list[tuple[Statement | None, Statement | None]]]:
    """All assignments of the greatest value, with those that stay alone."""
    worth = {
        (p, g): overlap(a, b, tokens) + 0.01 * (a.kind == b.kind) + 0.001 * (a.medium == b.medium)
        for p, a in enumerate(predicted)
        for g, b in enumerate(gold)
    }
    if len(predicted) <= len(gold):
        tried = [list(enumerate(chosen)) for chosen in permutations(range(len(gold)), len(predicted))]
    else:
        tried = [[(p, g) for g, p in enumerate(c)] for c in permutations(range(len(predicted)), len(gold))]
    values = [sum(worth[pair] for pair in pairs) for pairs in tried]
    best = [pairs for pairs, value in zip(tried, values, strict=True) if value > max(values) - 1e-9]
    return [
        [(predicted[p], gold[g]) for p, g in pairs]
        + [(a, None) for p, a in enumerate(predicted) if p not in {pair[0] for pair in pairs}]
        + [(None, b) for g, b in enumerate(gold) if g not in {pair[1] for pair in pairs}]
        for pairs in best
    ]


def counted(pairs: Sequence[tuple[Statement | None, Statement | None]], tokens: Sequence[Span]) -> Counts:
    counts: Counts = {part: ([], []) for part in PARTS}
    for one, other in pairs:
        for part, (precisions, recalls) in counts.items():
            left, right = tokens_of(one, part, tokens), tokens_of(other, part, tokens)
            precisions += [len(left & right) / len(left)] if left else []
            recalls += [len(left & right) / len(right)] if right else []
    return counts


def figures(counts: Counts) -> dict[str, float]:
    found = {}
    for name, parts in FIGURES.items():
        precisions = [value for part in parts for value in counts[part][0]]
        recalls = [value for part in parts for value in counts[part][1]]
        precision = sum(precisions) / len(precisions) if precisions else 0
        recall = sum(recalls) / len(recalls) if recalls else 0
        found[name] = round(2 * precision * recall / (precision + recall), 3) if precision + recall else 0
    return found


def ours(evaluation: Evaluation) -> dict[str, float]:
    return {name: round(evaluation.score(parts).f1, 3) for name, parts in FIGURES.items()}


def kind_share(pairs: Sequence[tuple[Statement | None, Statement | None]], tokens: Sequence[Span]) -> float:
    right = [p.kind == g.kind for p, g in pairs if p and g and overlap(p, g, tokens) >= 0.5]
    return sum(right) / len(right) if right else 0.0


@st.composite
def spans_of_tokens(draw: st.DrawFn, fewest: int) -> tuple[Span, ...]:
    """Some tokens of the grid, or a half of them, which counts as well."""
    chosen = sorted(draw(st.sets(st.integers(0, len(GRID) - 1), min_size=fewest, max_size=5)))
    return tuple(Span(GRID[i].start + draw(st.integers(0, 1)), GRID[i].end) for i in chosen)


@st.composite
def statements(draw: st.DrawFn) -> tuple[Statement, ...]:
    return tuple(
        Statement(
            f"s{number}",
            draw(st.sampled_from(KINDS[:2])),
            draw(spans_of_tokens(1)),
            **{role: draw(spans_of_tokens(0)) for role in draw(st.sets(st.sampled_from(ROLES)))},
            medium=draw(st.sampled_from(MEDIA[:2])),
        )
        for number in range(1, draw(st.integers(0, 4)) + 1)
    )


@few
@given(statements(), statements())
def test_an_article_is_scored_as_the_slow_way_does(
    predicted: tuple[Statement, ...], gold: tuple[Statement, ...]
) -> None:
    evaluation = Evaluation()
    evaluation.add(GoldArticle(Article(GRID_TEXT), gold, GRID), predicted)
    possible = assignments(predicted, gold, GRID)
    assert (ours(evaluation), evaluation.kind_accuracy) in [
        (figures(counted(pairs, GRID)), kind_share(pairs, GRID)) for pairs in possible
    ]


@few
@given(statements(), statements())
def test_each_statement_is_in_one_pair(predicted: tuple[Statement, ...], gold: tuple[Statement, ...]) -> None:
    evaluation = Evaluation()
    pairs = evaluation.add(GoldArticle(Article(GRID_TEXT), gold, GRID), predicted)
    assert sorted(pair.predicted.id for pair in pairs if pair.predicted) == [s.id for s in predicted]
    assert sorted(pair.gold.id for pair in pairs if pair.gold) == [s.id for s in gold]
    assert evaluation.statements == (len(predicted), len(gold))
    both = [(pair.predicted, pair.gold, pair.overlap) for pair in pairs if pair.predicted and pair.gold]
    assert all(value == pytest.approx(overlap(p, g, GRID)) for p, g, value in both)


def perturbed(gold: GoldArticle, chance: random.Random) -> Iterator[Statement]:
    """Predictions as a middling model makes them: some missing, some moved, roles lost or mistaken, kinds confused."""
    for statement in gold.statements:
        if chance.random() < 0.2:
            continue
        moved = tuple(Span(s.start + min(chance.choice([0, 0, 9]), len(s) - 1), s.end) for s in statement.content)
        kept = {role: statement.spans(role) if chance.random() < 0.8 else () for role in ROLES}
        if chance.random() < 0.2:
            kept["cue"], kept["speaker"] = kept["speaker"], kept["cue"]
        kind = chance.choice(KINDS) if chance.random() < 0.1 else statement.kind
        yield replace(statement, content=moved, kind=kind, **kept)


def test_the_dev_part_of_the_corpus_is_scored_as_the_slow_way_does() -> None:
    """Its articles of up to seven statements, and all of them together; the slow way is too slow for the others."""
    chance, evaluation = random.Random(3), Evaluation()
    together: Counts = {part: ([], []) for part in PARTS}
    for gold in read_gold(shared("data/quotes-de/dev.jsonl.gz")):
        if not 0 < len(gold.statements) <= 7:
            continue
        predicted = tuple(perturbed(gold, chance))
        pairs = evaluation.add(gold, predicted)
        possible = assignments(predicted, gold.statements, gold.tokens)
        assert {(id(pair.predicted), id(pair.gold)) for pair in pairs} in [
            {(id(p), id(g)) for p, g in chosen} for chosen in possible
        ]
        for part, values in counted([(pair.predicted, pair.gold) for pair in pairs], gold.tokens).items():
            together[part][0].extend(values[0])
            together[part][1].extend(values[1])
    assert evaluation.articles > 80
    assert 0.3 < evaluation.score(PARTS).f1 < 0.95
    assert ours(evaluation) == figures(together)


def gold_of(marked: str) -> GoldArticle:
    analysis = parse(marked).analysis
    return GoldArticle(analysis.article, analysis.statements, tuple(tokens(analysis.article.text)))


TWO = gold_of(
    "⟦speaker1:Sie⟧ ⟦cue1:sagt⟧, ⟦content1:er gehe nun bald⟧. ⟦content2:„Nein“⟧, ⟦cue2:rief⟧ ⟦speaker2:er⟧.\n"
    "---\n1 indirect speech\n2 direct speech\n"
)


def test_gold_itself_is_perfect() -> None:
    evaluation = Evaluation()
    evaluation.add(TWO, TWO.statements)
    assert evaluation.summary() == {"messages": 1.0, "roles": 1.0, "joint": 1.0, "kind": 1.0}


def test_a_figure_by_hand() -> None:
    first, second = TWO.statements
    shorter = replace(first, content=(Span(first.content[0].start, first.content[0].start + 7),), cue=())
    evaluation = Evaluation()
    evaluation.add(TWO, [shorter])
    assert evaluation.score(("content",)) == Score(
        1.0, (2 / 4 + 0) / 2
    )  # "er gehe" of four tokens, and nothing of second
    assert evaluation.score(("cue",)) == Score(0.0, 0.0)
    assert evaluation.score(ROLES) == Score(1.0, 1 / 4)  # one speaker of two speakers and two cues
    assert evaluation.statements == (1, 2)
    assert second.kind == "direct"


def test_kind_counts_only_where_contents_overlap() -> None:
    first, second = TWO.statements
    far = replace(second, content=first.speaker, kind="reported")
    evaluation = Evaluation()
    pairs = evaluation.add(TWO, [first, far])
    assert {(pair.predicted is far, pair.overlap) for pair in pairs} == {(False, 1.0), (True, 0.0)}
    assert evaluation.kind_accuracy == 1.0


def test_a_half_overlap_counts_for_the_kind_and_less_does_not() -> None:
    first, _ = TWO.statements
    start = first.content[0].start
    for end, expected in [(start + 7, 0.0), (start + 2, 0.0), (first.content[0].end, 0.0)]:
        evaluation = Evaluation()
        pairs = evaluation.add(TWO, [replace(first, content=(Span(start, end),), kind="reported")])
        assert evaluation.kind_accuracy == expected
        assert (evaluation.by_kind()["indirect"][1], len(pairs)) == (1, 2)


def test_the_score_of_each_kind() -> None:
    first, second = TWO.statements
    evaluation = Evaluation()
    evaluation.add(TWO, [first, replace(second, kind="indirect")])
    kinds = evaluation.by_kind()
    assert tuple(kinds) == KINDS
    assert kinds["indirect"] == (Score(0.5, 1.0), 1)
    assert kinds["direct"] == (Score(0.0, 0.0), 1)
    assert kinds["reported"] == (Score(0.0, 0.0), 0)
    assert evaluation.kind_accuracy == 0.5


@pytest.mark.parametrize("predicted, gold", [((), ()), (TWO.statements, ()), ((), TWO.statements)])
def test_where_one_side_is_empty_everything_is_zero(
    predicted: tuple[Statement, ...], gold: tuple[Statement, ...]
) -> None:
    evaluation = Evaluation()
    evaluation.add(replace(TWO, statements=gold), predicted)
    assert evaluation.summary() == {"messages": 0.0, "roles": 0.0, "joint": 0.0, "kind": 0.0}
    assert evaluation.statements == (len(predicted), len(gold))


def test_nothing_at_all_has_scores() -> None:
    assert Evaluation().summary()["joint"] == 0.0
    assert Evaluation().to_dict()["articles"] == 0


def test_everything_that_is_printed() -> None:
    evaluation = Evaluation()
    evaluation.add(TWO, TWO.statements)
    found = evaluation.to_dict()
    assert list(found) == ["articles", "predicted", "gold", "messages", "roles", "joint", "kind", "parts", "kinds"]
    assert (found["articles"], found["predicted"], found["gold"]) == (1, 2, 2)
    assert set(found["parts"]) == set(PARTS)
    assert found["kinds"]["direct"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "gold": 1}


def test_f1_is_the_harmonic_mean() -> None:
    assert Score(0.5, 1.0).f1 == pytest.approx(2 / 3)
    assert Score(0.0, 0.0).f1 == 0.0
