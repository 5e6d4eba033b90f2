"""People and times of whole articles of our own, and the two passes in which these were marked."""

from __future__ import annotations

import re

import pytest

from benchmarks.agreement import ARTICLES, SETS, counted, of_lines, same_people, same_words
from wortlaut.analysis import analyze
from wortlaut.crediting import Crediting
from wortlaut.evaluation import Evaluation
from wortlaut.gold import read_gold
from wortlaut.model import Model

FLOORS = {"de": {"person": 0.84, "links": 0.88, "time": 0.85}, "more": {"person": 0.82, "links": 0.85, "time": 0.84}}


@pytest.mark.parametrize("folder", FLOORS)
def test_people_and_times_do_not_fall_below_their_floors(folder: str, model: Model) -> None:
    crediting, evaluation = Crediting(), Evaluation()
    for gold in read_gold(ARTICLES / folder):
        assert gold.golden
        analysis = analyze(gold.article, model=model)
        crediting.add(gold.golden, analysis, evaluation.add(gold, analysis.statements))
    found = crediting.summary()
    for measure, least in FLOORS[folder].items():
        assert found[measure] >= least, f"{measure} of {folder} is {found[measure]}"


def test_every_statement_of_an_article_is_judged() -> None:
    for gold in read_gold(ARTICLES / "de"):
        assert gold.golden
        assert gold.golden.judged == {statement.id for statement in gold.statements}, gold.article.source


def test_there_are_as_many_as_were_asked_for() -> None:
    articles = list(read_gold(ARTICLES / "de"))
    assert len(articles) == 40
    assert sum(len(gold.statements) for gold in articles) >= 400


@pytest.mark.parametrize("name", SETS)
def test_the_second_pass_has_a_line_for_each_statement_and_no_text(name: str) -> None:
    paths = sorted((ARTICLES / "second" / SETS[name]).glob("*.txt"))
    assert [path.name for path in paths] == sorted(path.name for path in (ARTICLES / SETS[name]).glob("*.txt"))
    for path in paths:
        lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
        people = sum(bool(re.match(r"[a-z]+ p\d+: ", line)) for line in lines)
        assert len(lines) == len(of_lines(path)) + people, path.name


def test_the_second_pass_agrees_with_the_gold_for_development() -> None:
    counts = counted(ARTICLES / "de", ARTICLES / "second" / "de")
    for layer in ("kind", "speaker", "person", "relay", "time"):
        assert counts[layer] >= 0.9 * counts["statements"], layer


@pytest.mark.parametrize(
    "one, other, same",
    [("die Rätin Kamp", "Rätin Kamp", True), ("Kamp", "die Rätin Kamp", False), ("", "", True), ("", "Kamp", False)],
)
def test_words_agree_by_half_of_the_longer(one: str, other: str, same: bool) -> None:
    assert same_words(one, other) is same


def test_people_agree_one_by_one() -> None:
    kamp, short, ohm = frozenset({"ute kamp", "kamp"}), frozenset({"kamp"}), frozenset({"tim ohm"})
    assert same_people([kamp, ohm], [ohm, short])
    assert not same_people([kamp], [kamp, ohm])
    assert not same_people([kamp, kamp], [kamp, ohm])
    assert same_people([], [])
