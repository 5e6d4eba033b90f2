import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_surfaces_layers import BRIDGE, analyses, bridge, peopled, texts
from wortlaut.persons import Person
from wortlaut.record import Analysis
from wortlaut.statements import Attribution, Statement
from wortlaut.surfaces import terminal
from wortlaut.surfaces.characters import columns, shortened, visible
from wortlaut.surfaces.legend import Order
from wortlaut.text import Article, Span

SEQUENCE = re.compile(r"\x1b\[(?:[1234]|3[1-6])(?:;(?:[1234]|3[1-6]))*m|\x1b\[0m")
BIDI = {chr(point) for point in (*range(0x202A, 0x202F), *range(0x2066, 0x2070))}


def test_statements_stand_between_their_numbers() -> None:
    shown = terminal.render(bridge(), width=200).replace("\xa0", " ")
    assert "⟦1 „Wir fangen im Mai an“⟧, teilte Bürgermeisterin Ute Kamp dem Rat mit." in shown
    assert "⟦2 Es werde ⟦3 „ein Fest für alle“⟧ geben.⟧" in shown


def test_without_its_marks_the_text_is_that_of_the_article() -> None:
    shown = terminal.render(bridge(), width=70).partition("\n─")[0]
    words = re.sub("⟦\\d+\xa0|⟧", "", shown).split()
    assert words == BRIDGE.split()


def test_the_list_says_everything_about_a_statement() -> None:
    listed = terminal.render(bridge(), width=80).rpartition("─\n")[2].replace("\xa0", " ")
    first, _, third, _, fifth = listed.split("\n\n")[1:]
    start = BRIDGE.index("„Wir")
    assert first.splitlines() == [
        "  1  direkte Rede · gesprochen" + f"93 % · {start}–{start + 22}".rjust(50),
        "     Wer: Bürgermeisterin Ute Kamp · Redewort: teilte … mit · Zu wem: dem Rat",
        "     „Wir fangen im Mai an“",
    ]
    assert third.startswith("    3  direkte Rede · in 2")
    assert "Wer: nicht genannt" in third
    assert "nicht behauptet" in fifth
    assert "gesprochen oder geschrieben" in fifth


def _list(**asked: object) -> str:
    return terminal.render(peopled(), width=90, **asked).rpartition("─\n")[2].replace("\xa0", " ")


def test_marks_carry_the_letter_of_their_person() -> None:
    shown = terminal.render(peopled(), width=200).replace("\xa0", " ")
    assert "⟦1A „Wir fangen im Mai an“⟧" in shown
    assert "⟦2A Es werde ⟦3 „ein Fest für alle“⟧ geben.⟧" in shown
    assert "⟦4B Der Kämmerer warnte" in shown


def test_a_key_to_the_people_stands_before_the_list() -> None:
    assert [line.split("  ")[0] for line in _list().splitlines()[:4]] == ["Wer spricht", "A", "B", "C"]
    assert _list().splitlines()[1] == "A  Ute Kamp · Person · Bürgermeisterin" + "3 Äußerungen".rjust(52)
    assert _list().splitlines()[3] == "C  Stadt Solingen · Organisation"


def test_the_speaker_is_a_person_with_the_words_that_mean_it() -> None:
    listed = " ".join(_list().split())
    assert (
        "Wer: A Ute Kamp · Bürgermeisterin Ute Kamp · Redewort: teilte … mit · Zu wem: dem Rat · "
        "Weitergegeben von: C Stadt Solingen · Wann: Di., 3. März 2026 „Wir" in listed
    )
    assert "Wann: nie (P2W)" in listed
    assert "Wer: B Der Kämmerer Der Kämmerer warnte" in listed
    assert "Wer: A Ute Kamp · Er · Redewort" in listed
    assert "Warum" not in listed


def test_reasons_are_given_where_asked_for() -> None:
    listed = " ".join(_list(reasons=True, language="en").split())
    start = BRIDGE.index("Bürgermeisterin")
    assert (
        f"Why: name with office or function (95%) · Evidence: Bürgermeisterin Ute Kamp ({start}–{start + 24}) · "
        "When: im Mai" in listed
    )
    assert "Why: decided by a human (100%) dass die Stadt" in listed


def test_statements_can_be_grouped_by_person() -> None:
    lines = _list(by="person").splitlines()
    heads = [line for line in lines if line and not line.startswith(" ")][1:]
    assert [" ".join(head.split()) for head in heads] == [
        "A Ute Kamp · Person · Bürgermeisterin 3 Äußerungen", "B Der Kämmerer · ohne Namen 1 Äußerung",
        "Niemandem zugeordnet 1 Äußerung",
    ]  # fmt: skip
    assert [line.split()[0] for line in lines if re.match(r"  \d", line)] == ["1", "2", "5", "4", "3"]
    assert "Wer spricht" not in lines


def test_members_of_a_group_are_named_by_their_letters() -> None:
    people = (
        Person("p1", "Ada und Bo", "group", members=("p2", "p3")),
        Person("p2", "Ada"),
        Person("p3", "Bo"),
    )
    said = Statement("s1", "direct", (Span(0, 2),), attribution=Attribution("p1", "name"))
    shown = terminal.render(Analysis(Article("Ja, sagten Ada und Bo."), (), (said,), people))
    assert "A  Ada und Bo · Gruppe · gemeinsam: B + C" in shown.replace("\xa0", " ")


def test_each_person_has_one_colour() -> None:
    shown = terminal.render(peopled(), width=200, color=True).replace("\xa0", " ")
    assert "\x1b[1;34m⟦1A \x1b[0m\x1b[34m„Wir" in shown
    assert "\x1b[1;32m⟦4B Der Kämmerer\x1b[0m" in shown
    assert "\x1b[1;34mBürgermeisterin Ute Kamp\x1b[0m" in shown
    assert "\x1b[1m⟦3 \x1b[0m„ein Fest" in shown
    assert SEQUENCE.sub("", shown) == terminal.render(peopled(), width=200).replace("\xa0", " ")


def test_english_interface() -> None:
    listed = terminal.render(bridge(), language="en").replace("\xa0", " ")
    assert "direct speech · spoken" in listed
    assert "93% · " in listed
    assert "not asserted" in listed


def test_what_is_known_of_the_article_stands_above() -> None:
    shown = terminal.render(bridge(title="Brücke kommt", outlet="Wupper-Bote", published="2026-03-04", source="b.txt"))
    assert shown.splitlines()[:2] == ["Brücke kommt", "Wupper-Bote · 4. März 2026 · b.txt"]


def test_a_title_that_opens_the_text_is_shown_once() -> None:
    assert terminal.render(bridge(title="Neue Brücke über die Wupper")).count("Neue Brücke") == 1


def test_an_article_without_statements_says_so() -> None:
    shown = terminal.render(Analysis(Article("Es regnet."), (), ()))
    assert shown.splitlines() == ["Es regnet.", "", "─" * 80, "In diesem Text wurde keine Äußerung gefunden."]


def test_blank_lines_stay_and_single_line_breaks_too() -> None:
    shown = terminal.render(Analysis(Article("Eins.\r\n\r\n\r\nZwei.\r\nDrei."), (), ()))
    assert shown.startswith("Eins.\n\nZwei.\nDrei.\n")


@pytest.mark.parametrize("width", [20, 33, 80])
def test_long_words_are_cut_at_the_width(width: int) -> None:
    word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    article = Article(f"Das {word} gilt.")
    statement = Statement("s1", "direct", (Span(4, 4 + len(word)),))
    lines = terminal.render(Analysis(article, (), (statement,)), width=width).splitlines()
    assert max(map(columns, lines)) <= width
    assert word in "".join(lines)


def test_colour_tells_roles_apart_and_changes_no_word() -> None:
    plain, coloured = (terminal.render(bridge(), color=color) for color in (False, True))
    assert SEQUENCE.sub("", coloured) == plain
    assert "\x1b[1mBürgermeisterin Ute Kamp\x1b[0m" in coloured
    assert "\x1b[4mteilte\x1b[0m" in coloured
    assert "\x1b[2mNeue Brücke über die Wupper\x1b[0m" in coloured


@given(analyses(), st.booleans(), st.integers(20, 100), st.sampled_from(("text", "person")))
@settings(max_examples=150, deadline=None)
def test_no_article_can_act_on_the_terminal(analysis: Analysis, color: bool, width: int, by: Order) -> None:
    shown = SEQUENCE.sub("", terminal.render(analysis, width=width, color=color, by=by, reasons=color))
    for character in shown:
        assert character == "\n" or unicodedata.category(character) not in ("Cc", "Cs")
        assert character not in BIDI
    assert all(columns(line) <= width for line in shown.splitlines())


def test_escape_sequences_and_overrides_become_visible() -> None:
    shown = terminal.render(Analysis(Article("a\x1b[2Jb\x9b1mc\u202ed\x07e"), (), ()))
    assert shown.startswith("a␛[2Jb�1mc�d␇e\n")


@given(texts)
def test_visible_text_has_the_same_length(text: str) -> None:
    assert len(visible(text)) == len(text)
    visible(text).encode()


@given(texts, st.integers(10, 60))
def test_shortened_text_fits(text: str, limit: int) -> None:
    assert columns(shortened(text, limit)) <= limit


def test_shortening_keeps_what_fits_and_cuts_after_a_word() -> None:
    assert shortened("Wir  bauen\nviel", 14) == "Wir bauen viel"
    assert shortened("Wir bauen viele Brücken", 17) == "Wir bauen viele …"
    assert shortened("Straßenbahnhaltestelle", 10) == "Straßenb …"
