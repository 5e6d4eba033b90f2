"""nouns.py: what a German noun can mean as somebody who speaks."""

import pytest
from hypothesis import given

from tests.test_tokens import few, texts
from wortlaut.nouns import noun, possible_gender


@pytest.mark.parametrize(
    "word, sort, head, gender",
    [
        ("Ministerin", "role", "minister", "f"),
        ("Ministerinnen", "role", "minister", "p"),
        ("Verteidigungsminister", "role", "minister", "mp"),
        ("Sprechers", "role", "sprecher", "m"),
        ("Polizeisprecherin", "role", "sprecher", "f"),
        ("CSU-Politiker", "role", "politiker", "mp"),
        ("Angestellter", "role", "angestellter", "m"),
        ("Angestellte", "role", "angestellter", "fmp"),
        ("Anwälte", "role", "anwalt", "p"),
        ("Norwegerin", "role", "einwohner", "f"),
        ("Landespolizei", "organization", "polizei", "f"),
        ("Stadtwerke", "organization", "stadtwerke", "p"),
        ("Rundschau", "media", "rundschau", "f"),
        ("Studien", "document", "studie", "p"),
        ("Eltern", "group", "eltern", "p"),
        ("Regierungskreise", "source", "regierungskreise", "p"),
    ],
)
def test_a_noun_is_known_by_its_head(word: str, sort: str, head: str, gender: str) -> None:
    found = noun(word)
    assert found is not None
    assert (found.sort, found.head, found.gender) == (sort, head, gender)


@pytest.mark.parametrize(
    "word, gender", [("43-Jährige", "fmp"), ("43-Jähriger", "m"), ("43-jähriger", "m"), ("7jährigen", "fmp")]
)
def test_an_age_is_a_role(word: str, gender: str) -> None:
    found = noun(word)
    assert found is not None
    assert (found.head, found.gender) == ("jähriger", gender)


@pytest.mark.parametrize(
    "word",
    ["Fenster", "Tisch", "Messer", "Wasser", "Bayern", "minister", "laufen", "", "-", "12", "…", "„", "4-Jahres"],
)
def test_other_words_mean_nobody(word: str) -> None:
    assert noun(word) is None


@pytest.mark.parametrize(
    "gender, determiner, left",
    [
        ("mp", "die", "p"),
        ("mp", "der", "m"),
        ("mp", "kein", "m"),
        ("fmp", "eine", "f"),
        ("fmp", "die", "fp"),
        ("fmn", "das", "n"),
        ("f", "den", "f"),
        ("mp", "", "mp"),
        ("", "der", ""),
    ],
)
def test_a_determiner_narrows_the_gender(gender: str, determiner: str, left: str) -> None:
    assert possible_gender(gender, determiner) == left


@few
@given(texts)
def test_any_word_has_a_noun_or_none(word: str) -> None:
    found = noun(word)
    assert found is None or (found.head and set(found.gender) <= set("fmnp"))


def test_a_word_of_a_million_letters() -> None:
    assert noun("K" + "k" * 1_000_000) is None
    assert noun("K" + "k" * 1_000_000 + "minister") is not None
