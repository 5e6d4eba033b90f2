import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_surfaces_layers import BRIDGE, analyses, bridge, texts
from wortlaut.record import Analysis
from wortlaut.statements import Statement
from wortlaut.surfaces import terminal
from wortlaut.surfaces.characters import columns, shortened, visible
from wortlaut.text import Article, Span

SEQUENCE = re.compile(r"\x1b\[(?:[1234]|3[2-6])(?:;(?:[1234]|3[2-6]))*m|\x1b\[0m")
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


@given(analyses(), st.booleans(), st.integers(20, 100))
@settings(max_examples=150, deadline=None)
def test_no_article_can_act_on_the_terminal(analysis: Analysis, color: bool, width: int) -> None:
    shown = SEQUENCE.sub("", terminal.render(analysis, width=width, color=color, language="de"))
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
