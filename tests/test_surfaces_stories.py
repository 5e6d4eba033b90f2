import json

import pytest
from hypothesis import given, settings

from tests.test_surfaces_found import ESCAPE, plainly, safe_lines, schools
from tests.test_surfaces_layers import analyses
from wortlaut.kept import Kept
from wortlaut.record import Analysis
from wortlaut.surfaces import stories
from wortlaut.text import Article


def test_the_earliest_stands_first_and_the_others_tell_what_differs() -> None:
    shown = plainly(stories.render([hit.kept for hit in schools()[:3]], width=80))
    head, first, second, third, _ = shown.split("\n\n")
    assert head.splitlines() == ["Schulen in Lohe 1", "Agentur: dpa · 3 Artikel · 3 Medien"]
    assert first.splitlines()[0] == "3. März 2026, 8:00 Uhr · Lohener Bote · zuerst" + "1.1".rjust(34)
    assert second.splitlines() == [
        "3. März 2026, 9:00 Uhr · Wald-Kurier · 1 Unterschied" + "3.1".rjust(28),
        "   Schulen in Lohe 3 · https://bote.example/3",
        "   − Der Saal war voll.",
    ]
    assert "sagte [-Bürgermeisterin Eva-] Brandt" in " ".join(third.split())
    assert "\n   − Der Rat tagte lange.\n" in third


def test_who_tells_the_hour_comes_before_who_tells_the_day() -> None:
    some = [
        Kept(Analysis(Article("Ein Satz.", published=published), (), ()), number)
        for number, published in enumerate(("gestern", "2026-03-03", "2026-03-03T10:00:00+02:00", "2026-03-03T09:00"))
    ]
    shown = stories.render(some, language="en")
    assert [shown.index(f"{number}.1\n") for number in (2, 3, 1, 0)] == sorted(
        shown.index(f"{number}.1\n") for number in range(4)
    )
    assert shown.count("no difference") == 3
    assert "Agency:\xa0not named" in shown


def test_added_and_moved_sentences_have_their_signs() -> None:
    one = "Der Rat von Lohe tagte am Montag. Es ging um Schulen und Wege.\n\nDas Geld reicht nicht aus."
    two = "Das Geld reicht nicht aus.\n\nDer Rat von Lohe tagte am Montag. Es ging um Schulen und Wege. Alle blieben."
    some = [
        Kept(Analysis(Article(text, published=f"2026-03-0{day}"), (), ()), day) for day, text in ((1, one), (2, two))
    ]
    shown = stories.render(some)
    assert "   + Alle blieben.\n" in shown
    assert "   ↕ Das Geld reicht nicht aus.\n" in shown


def test_scripts_get_the_articles_and_how_each_differs_from_the_first() -> None:
    given_ = stories.to_dict([hit.kept for hit in schools()[:2]])
    assert json.loads(json.dumps(given_)) == given_
    assert given_["agencies"] == ["dpa"]
    assert [(one["number"], one["outlet"]) for one in given_["articles"]] == [(1, "Lohener Bote"), (3, "Wald-Kurier")]
    first, second = (one["differences"] for one in given_["articles"])
    assert first == []
    ((kind, gone, own),) = [(one["kind"], one["first"], one["own"]) for one in second]
    text = schools()[1].kept.analysis.article.text
    assert (kind, gone["text"], own) == ("removed", "Der Saal war voll.", None)
    assert text[gone["start"] : gone["end"]] == gone["text"]
    assert stories.to_dict([]) == {"agencies": [], "articles": []}


def test_nothing_is_nothing() -> None:
    assert stories.render([]) == "Nichts gefunden.\n"


@pytest.mark.parametrize("width", [1, 40, 120])
@pytest.mark.parametrize("color", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, color: bool) -> None:
    shown = stories.render([hit.kept for hit in schools()], width=width, color=color)
    assert list(safe_lines(shown, max(width, 20)))
    assert ("\x1b" in shown) == color
    assert "\x1b" not in ESCAPE.sub("", shown)


@given(analyses(), analyses())
@settings(max_examples=40, deadline=None)
def test_no_article_can_act_on_the_terminal(one: Analysis, two: Analysis) -> None:
    shown = stories.render([Kept(one, 1), Kept(two, 2)], width=30, color=True)
    assert list(safe_lines(shown, 30))
