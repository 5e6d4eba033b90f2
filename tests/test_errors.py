"""surfaces/errors.py: the mistakes of an evaluation in context; and the tree of exceptions."""

import inspect
from dataclasses import replace

import pytest

from tests.test_evaluation import TWO, gold_of
from wortlaut import errors
from wortlaut.evaluation import Evaluation
from wortlaut.gold import GoldArticle
from wortlaut.statements import Statement
from wortlaut.surfaces.errors import LONGEST, render
from wortlaut.text import Article, Span


def rendered(gold: GoldArticle, predicted: list[Statement]) -> str:
    return render(gold, Evaluation().add(gold, predicted))


def test_nothing_is_printed_where_nothing_is_wrong() -> None:
    assert rendered(TWO, list(TWO.statements)) == ""


def test_a_missed_statement_stands_in_its_context() -> None:
    page = rendered(TWO, [TWO.statements[0]])
    assert page == "== golden text\nMISSED direct: Sie sagt, er gehe nun bald. [[„Nein“]], rief er.\n\n"


def test_a_false_statement_has_its_score() -> None:
    false = replace(TWO.statements[0], id="s9", content=(Span(0, 3),), kind="reported", score=0.256)
    page = rendered(TWO, [*TWO.statements, false])
    assert page.splitlines()[1:] == ["FALSE  reported (0.26): [[Sie]] sagt, er gehe nun bald. „Nein“, rief er.", ""]


def test_a_wrong_statement_says_what_differs() -> None:
    first, second = TWO.statements
    wrong = replace(first, kind="reported", speaker=second.speaker, cue=(), asserted=False)
    assert rendered(TWO, [wrong, second]).splitlines()[1:] == [
        "WRONG  indirect: Sie sagt, [[er gehe nun bald]]. „Nein“, rief er.",
        "       kind: reported, not indirect",
        "       speaker: 'er', not 'Sie'",
        "       cue: '', not 'sagt'",
        "       asserted: False, not True",
        "",
    ]


def test_pieces_are_joined() -> None:
    gold = gold_of("⟦content1:„Wir“⟧, ⟦cue1:sagt⟧ er, ⟦content1:„gehen“⟧.\n---\n1 direct\n")
    (right,) = gold.statements
    page = rendered(gold, [replace(right, content=right.content[:1])])
    assert "       content: '„Wir“', not '„Wir“ … „gehen“'" in page.splitlines()


def test_mistakes_stand_in_order_of_the_text() -> None:
    page = rendered(TWO, [])
    assert [line.split(":")[0] for line in page.splitlines()[1:3]] == ["MISSED indirect", "MISSED direct"]


def test_a_pair_that_hardly_overlaps_is_missed_and_false() -> None:
    first, second = TWO.statements
    page = rendered(TWO, [replace(first, content=(Span(first.content[0].end - 4, first.content[0].end),)), second])
    assert [line.split()[0] for line in page.splitlines()[1:3]] == ["MISSED", "FALSE"]


def test_a_long_content_is_cut() -> None:
    text = "Wort " * 200
    gold = GoldArticle(Article(text, source="lang"), (Statement("s1", "direct", (Span(0, 999),)),), (Span(0, 4),))
    (line,) = rendered(gold, []).splitlines()[1:2]
    assert " …]]" in line
    assert len(line) < LONGEST + 100


@pytest.mark.parametrize("sign", ["\x1b[31m", "\x9b2J", "\0", "\u202e", "\x07", "\r"])
def test_nothing_steers_the_terminal(sign: str) -> None:
    gold = gold_of(f"Er {sign} ⟦cue1:rief⟧ ⟦content1:ja{sign}\nja⟧.\n---\n1 direct\n")
    page = rendered(gold, []) + rendered(gold, [replace(gold.statements[0], cue=(Span(0, 5),))])
    assert "MISSED" in page
    assert "WRONG" in page
    assert all(c.isprintable() or c == "\n" for c in page)


def test_the_name_of_an_article_does_not_steer_the_terminal() -> None:
    gold = replace(TWO, article=replace(TWO.article, source="\x1b[31m.txt"))
    assert "\x1b" not in rendered(gold, [])


def test_every_exception_is_of_one_tree_and_drawn() -> None:
    classes = [c for _, c in inspect.getmembers(errors, inspect.isclass)]
    assert all(issubclass(c, errors.WortlautError) for c in classes)
    assert [c.__name__ for c in classes if c.__name__ not in (errors.__doc__ or "")] == []


def test_a_missing_extra_says_how_to_install_it() -> None:
    assert str(errors.MissingExtraError("torch", "train")) == (
        "torch is not installed; install it with: pip install 'wortlaut[train]'"
    )
