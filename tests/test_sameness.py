"""Whether two statements are one utterance: behaviour, and floors on the pairs of tests/pairs/statements."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.sameness import FOLDER, Pair, pairs, recall_of_keys, score
from wortlaut.sameness import SAME, WINDOW, Saying, keys, likeness
from wortlaut.sameness.amounts import agree, amounts, contradict
from wortlaut.sameness.features import akin
from wortlaut.sameness.gist import gist_of
from wortlaut.sameness.lexicon import opposites, root, weight
from wortlaut.statements import KINDS

KEYS = (-601331861998889615, -947375235449126798, 9055739909854778676, -5962142224935658229)
TODAY = date(2026, 3, 2).toordinal()
QUOTED = Saying("Wir brauchen mehr Geld für die Feuerwehr, sonst schließt die Wache.", "direct", 7, None, TODAY)
TOLD = Saying("die Feuerwehr benötige mehr Geld, sonst werde die Wache geschlossen", "indirect", 7, None, TODAY)


def sayings() -> st.SearchStrategy[Saying]:
    words = st.sampled_from(
        "wir brauchen kein Geld 20 Prozent Millionen, aber die Wache schließt nicht … und … „!".split()
    )
    texts = st.one_of(st.text(max_size=80), st.lists(words, max_size=30).map(" ".join))
    days = st.none() | st.integers(TODAY - 20, TODAY + 20)
    return st.builds(Saying, texts, st.sampled_from(KINDS), st.none() | st.integers(1, 2), days, days)


@given(sayings(), sayings())
def test_likeness_is_a_share_and_does_not_depend_on_the_order(one: Saying, two: Saying) -> None:
    assert 0.0 <= likeness(one, two) <= 1.0
    assert likeness(one, two) == likeness(two, one)


@given(sayings())
def test_keys_are_signed_numbers_of_64_bits(one: Saying) -> None:
    found = keys(one)
    assert len(found) <= 11
    assert len(set(found)) == len(found)
    assert all(-(2**63) <= key < 2**63 for key in found)


@given(sayings())
def test_the_same_words_share_all_keys(one: Saying) -> None:
    assert keys(one) == keys(replace(one, kind="reported", day=None, published=None))


def test_keys_stay_the_same_in_every_release() -> None:
    assert keys(Saying("Geld fehlt", "direct", 7)) == KEYS


def test_what_is_told_is_what_was_quoted() -> None:
    assert likeness(QUOTED, TOLD) >= SAME
    assert not set(keys(QUOTED)).isdisjoint(keys(TOLD))


@pytest.mark.parametrize(
    "text",
    [
        "Wir brauchen mehr Geld für die Feuerwehr",
        "mehr Geld für die Feuerwehr",
        "Wir brauchen mehr Geld für die Feuerwehr … sonst schließt die Wache.",
        "Wir brauchen mehr Geld für unsere Feuerwehr, sonst schließt die Wache.",
    ],
)
def test_a_quotation_that_is_cut_or_copied_badly_is_the_same(text: str) -> None:
    assert likeness(QUOTED, replace(QUOTED, text=text)) >= SAME


def test_a_cut_quotation_is_found_without_its_speaker() -> None:
    cut = replace(QUOTED, text="mehr Geld für die Feuerwehr", person=None)
    assert not set(keys(QUOTED)).isdisjoint(keys(cut))
    assert likeness(QUOTED, cut) >= SAME


@pytest.mark.parametrize(
    "text",
    [
        "Wir brauchen nicht mehr Geld für die Feuerwehr.",
        "Wir brauchen mehr Platz für das Theater, sonst schließt die Bühne.",
        "Die Straßenbahn wird im Herbst verlängert.",
    ],
)
def test_what_says_something_else_is_not_the_same(text: str) -> None:
    assert likeness(QUOTED, replace(QUOTED, text=text)) < SAME


def test_another_number_is_not_the_same_and_a_rounded_one_is() -> None:
    told = replace(TOLD, text="es fehlten 1,95 Millionen Euro für die neue Wache")
    assert likeness(told, replace(told, text="es fehlten 2,95 Millionen Euro für die neue Wache")) < SAME
    assert likeness(told, replace(told, text="für die neue Wache fehlten rund zwei Millionen Euro")) >= SAME


@pytest.mark.parametrize(
    "other",
    [
        replace(QUOTED, person=8),
        replace(QUOTED, day=TODAY - 1),
        replace(QUOTED, published=TODAY + WINDOW + 1),
    ],
)
def test_persons_days_and_distance_part_even_the_same_words(other: Saying) -> None:
    assert likeness(replace(QUOTED, day=TODAY), other) == 0.0


def test_the_day_it_was_said_outweighs_the_distance_of_the_articles() -> None:
    late = replace(TOLD, published=TODAY + 6)
    assert likeness(replace(QUOTED, day=TODAY), replace(late, day=TODAY)) > likeness(QUOTED, late)


def test_words_without_meaning_of_their_own_have_keys_too() -> None:
    one = Saying("So ist das", "direct", 3)
    assert not set(keys(one)).isdisjoint(keys(replace(one, person=None)))
    assert set(keys(one)).isdisjoint(keys(replace(one, text="Was soll das", person=None)))
    assert keys(Saying("Ja", "direct", 3)) != keys(Saying("Ja", "direct", 4))
    assert keys(Saying("Ja", "direct")) == ()


def test_amounts_have_their_values() -> None:
    assert amounts("80 000 Euro, 1.200 Stellen, 3,5 Mio. und ein Drittel") == {80000.0, 1200.0, 3500000.0, 0.3333}
    assert amounts("drei Viertel, zwei Jahrzehnte, eine halbe Million") == {2.25 / 3, 20.0, 500000.0}


def test_numbers_agree_in_part() -> None:
    assert agree(frozenset({2.0, 5.0}), frozenset({2.0, 7.0}), rough=False) == pytest.approx(1 / 3)
    assert agree(frozenset({98.0}), frozenset({100.0}), rough=True) == 1.0
    assert agree(frozenset(), frozenset({100.0}), rough=True) == 0.0


def test_years_are_never_rough() -> None:
    assert contradict(frozenset({2027.0}), frozenset({2030.0}), rough=True) == 1.0
    assert contradict(frozenset({98.0}), frozenset({100.0}), rough=True) == 0.0
    assert contradict(frozenset({98.0}), frozenset({98.0, 12.0}), rough=False) == 0.0


def test_a_negation_denies_its_clause() -> None:
    gist = gist_of("Wir bauen die Brücke, aber das Theater schließen wir nicht.")
    assert "theat" in gist.denied
    assert "bruck" not in gist.denied
    assert not gist_of("Nicht nur die Brücke wird gebaut.").denied
    assert not gist_of("solange die Brücke nicht steht").denied


def test_forms_of_a_verb_have_one_root() -> None:
    assert {root(form) for form in ("steig", "stieg", "gestieg")} == {"steig"}
    assert root("abgezog") == root("abzieh")
    assert "sink" in opposites()["steig"]


def test_frequent_words_weigh_less() -> None:
    assert weight("und") == 0.0
    assert weight("jahr") < weight("feuerwehr") <= 1.0


def test_parts_of_compounds_are_akin() -> None:
    assert akin("krankenhausreform", "krankenhaus")
    assert not akin("rat", "rathaus")


def test_a_long_text_is_compared_by_its_beginning() -> None:
    assert likeness(replace(QUOTED, text=QUOTED.text * 2000), QUOTED) >= SAME


def halves() -> dict[str, list[Pair]]:
    every = pairs()
    return {
        "development": [p for p in every if not p.held_out],
        "held out": [p for p in every if p.held_out],
        "further": pairs("further"),
        "fresh": pairs("fresh"),
    }


def test_the_pairs_are_what_the_readme_says() -> None:
    every = pairs()
    assert (len(every), sum(p.same for p in every)) == (400, 200)
    assert all(p.held_out for p in pairs("fresh")) and not any(p.held_out for p in pairs("further"))
    assert len({p.name for name in ("pairs", "further", "fresh") for p in pairs(name)}) == 520
    assert (FOLDER / "README.md").exists()


@pytest.mark.parametrize(
    ("half", "f1", "reach"),
    [("development", 0.895, 0.94), ("held out", 0.82, 0.94), ("further", 0.70, 0.9), ("fresh", 0.86, 0.93)],
)
def test_scores_stay_above_their_floors(half: str, f1: float, reach: float) -> None:
    of = halves()[half]
    assert score(of, likeness, SAME).f1 >= f1
    assert recall_of_keys(of) >= reach
