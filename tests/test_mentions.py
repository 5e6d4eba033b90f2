"""mentions.py, with names that are given by hand: no model is needed here."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_tokens import few, texts
from wortlaut.entities import CLASSES, Label, Name
from wortlaut.mentions import mentions
from wortlaut.phrases import Mention, Words, complement_end
from wortlaut.reading import Reading, read
from wortlaut.text import Article, Span


def words_of(reading: Reading) -> Words:
    return Words(reading, frozenset(reading.tokens_of(reading.running)))


def named(text: str, known: dict[str, Label]) -> list[Name]:
    """A name for each place where one of the words stands."""
    found = []
    for words, label in known.items():
        start = text.find(words)
        while start >= 0:
            found.append(Name(Span(start, start + len(words)), label, False, False, 0.9))
            start = text.find(words, start + 1)
    return sorted(found, key=lambda name: name.span)


def found(text: str, known: dict[str, Label] | None = None) -> list[tuple[str, Mention]]:
    """Each mention with its words."""
    words = words_of(read(Article(text)))
    return [(words.phrase(m.first, m.after), m) for m in mentions(words, named(text, known or {}))]


def only(text: str, known: dict[str, Label] | None = None) -> Mention:
    ((_, mention),) = found(text, known)
    return mention


@pytest.mark.parametrize(
    "text, name",
    [
        ("Ute Kamp schwieg.", ("Ute", "Kamp")),
        ("Dr. Ute Kamp schwieg.", ("Ute", "Kamp")),
        ("Karl-Theodor Freiherr von und zu Hohenfels schwieg.",
         ("Karl-Theodor", "Freiherr", "von", "und", "zu", "Hohenfels")),
    ],
)  # fmt: skip
def test_a_name_is_without_titles_before_it(text: str, name: tuple[str, ...]) -> None:
    whole = text.removesuffix(" schwieg.")
    assert only(text, {whole: "PER"}).name == name


def test_a_given_name_takes_the_noble_surname_behind_it() -> None:
    assert only("Ruprecht von Alvensheim schwieg.", {"Ruprecht": "PER"}).name == ("Ruprecht", "von", "Alvensheim")


@pytest.mark.parametrize(
    "text, words, role",
    [
        ("Verteidigungsminister Jörn Albers schwieg.", "Verteidigungsminister Jörn Albers", "Verteidigungsminister"),
        ("Der Minister Jörn Albers schwieg.", "Der Minister Jörn Albers", "Minister"),
        ("Der Sprecher des Hauses, Jörn Albers, schwieg.", "Der Sprecher des Hauses, Jörn Albers",
         "Sprecher des Hauses"),
        ("Jörn Albers, Sprecher der Stadt, schwieg.", "Jörn Albers, Sprecher", "Sprecher der Stadt"),
    ],
)  # fmt: skip
def test_a_role_before_or_behind_a_name_is_its_role(text: str, words: str, role: str) -> None:
    phrase, mention = found(text, {"Jörn Albers": "PER"})[0]
    assert (phrase, mention.name, mention.gender) == (words, ("Jörn", "Albers"), "m")
    assert mention.roles == (role,)


def test_a_role_in_another_sentence_is_not_the_name_s() -> None:
    first, second = (mention for _, mention in found("Da kam der Sprecher. Ute Kamp schwieg.", {"Ute Kamp": "PER"}))
    assert (first.name, second.roles) == ((), ())


@pytest.mark.parametrize(
    "text, gender, determiner",
    [
        ("Die Ministerin schwieg.", "f", "definite"),
        ("Ein Sprecher schwieg.", "m", "indefinite"),
        ("Seine Anwältin schwieg.", "f", "possessive"),
        ("Die Sprecher schwiegen.", "p", "definite"),
        ("Der 43-Jährige schwieg.", "m", "definite"),
        ("Die kleine, alte Richterin schwieg.", "f", ""),
    ],
)
def test_a_noun_without_a_name_is_unnamed(text: str, gender: str, determiner: str) -> None:
    mention = only(text)
    assert (mention.kind, mention.gender, mention.name) == ("unnamed", gender, ())
    assert mention.determiner == determiner


@pytest.mark.parametrize(
    "text, kind",
    [
        ("Die Polizei schwieg.", "organization"),
        ("Der Kreml schwieg.", "organization"),
        ("Eine Studie zeigt es.", "document"),
        ("Die Anwohner schwiegen.", "unnamed"),
        ("Die Eltern schwiegen.", "group"),
        ("Beobachter schwiegen.", "unnamed"),
    ],
)
def test_the_kind_is_that_of_the_noun(text: str, kind: str) -> None:
    assert only(text).kind == kind


@pytest.mark.parametrize("marks", ["„“", "»«", "“”"])
def test_a_title_in_quotation_marks_behind_its_article_is_a_medium(marks: str) -> None:
    mention = only(f"Das meldet die {marks[0]}Loher Rundschau{marks[1]} am Abend.")
    assert (mention.name, mention.kind, mention.media) == (("Loher", "Rundschau"), "organization", True)


def test_a_noun_in_a_name_tells_what_it_names() -> None:
    mention = only("Die Stadtwerke Lohe schwiegen.", {"Stadtwerke Lohe": "LOC"})
    assert (mention.kind, mention.gender, mention.noun) == ("organization", "p", "stadtwerke")


def test_a_genitive_before_a_noun_is_its_attribute() -> None:
    (_, name), (_, speaker) = found("Kamps Sprecher schwieg.", {"Kamps": "PER"})
    assert (name.attribute, speaker.attribute, speaker.noun) == (True, False, "sprecher")


def test_a_noun_behind_another_depends_on_it() -> None:
    (_, speaker), (_, police) = found("Die Sprecherin der Polizei schwieg.")
    assert (speaker.attribute, police.attribute) == (False, True)


@pytest.mark.parametrize("text", ["Er kam als Bürgermeister.", "Sie zeigte Ihnen das.", "Sie sah ihr Haus."])
def test_predicates_addresses_and_possessives_mean_nobody_new(text: str) -> None:
    assert [mention.pronoun for _, mention in found(text)] in (["er"], ["sie"])


@pytest.mark.parametrize("form, gender", [("Er", "m"), ("Sie", "fp")])
def test_a_pronoun_has_its_genders(form: str, gender: str) -> None:
    assert set(only(f"{form} schwieg.").gender) == set(gender)


def test_derived_names_and_parts_of_compounds_mean_nobody() -> None:
    text = "Das Loher Wetter und die Lohe-Reise."
    names = [Name(Span(4, 9), "LOC", True, False, 0.9), Name(Span(24, 34), "LOC", False, True, 0.9)]
    assert mentions(words_of(read(Article(text))), names) == []


def test_only_running_text_has_mentions() -> None:
    text = "Ministerin schweigt\n\nDie Ministerin sagte am Montag im Rat der Stadt, man werde nun wohl bauen."
    assert [words for words, _ in found(text) if "inisterin" in words] == ["Die Ministerin"]


def test_where_an_attribute_ends() -> None:
    words = words_of(read(Article("die Studie des Instituts für Arbeit der Stadt zeigt")))
    assert words.phrase(1, complement_end(words, 2)) == "Studie des Instituts für Arbeit der Stadt"
    assert complement_end(words, 9) == 9


names_anywhere = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12), st.sampled_from(CLASSES)), max_size=8)


@few
@given(texts, names_anywhere)
def test_mentions_of_any_text_are_in_order_and_within_it(text: str, places: list[tuple[int, int, Label]]) -> None:
    reading = read(Article(text))
    tokens, starts = len(reading.tokens), reading.token_starts
    known = [
        Name(Span(starts[first], reading.tokens[min(first + length, tokens) - 1].end), label, False, False, 1.0)
        for first, length, label in sorted(places)
        if first < tokens
    ]  # fmt: skip
    given = mentions(words_of(reading), known)
    assert [m.head for m in given] == sorted({m.head for m in given})
    assert all(0 <= m.first <= m.head < m.after <= tokens for m in given)
