"""tokens.py; also the texts, plausible and hostile, that the other tests of reading draw from."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortlaut.text import Span
from wortlaut.tokens import MAX_TOKEN, paragraphs, sentences, tokens

FRAGMENTS = (
    "Der Rat", "tagte", "am 18. Juni", "z. B.", "u.a.", "Dr. Lenz", "Nord-Süd-Bahn", "Haus- und", "geht’s", "Hans'",
    "3,50", "Berlin", "Berlin (dpa) –", "BERLIN.", "(les/dpa)", "dpa", "Foto: Ute Kamp", "Von Ute Kamp",
    "Lesen Sie auch:", "©", "+++", "https://bote.example/a?b=1.", "rat@stadt.example",
    "„", "“", "”", '"', "»", "«", "‚", "‘", "’", "'", "›", "‹", ".", "!?", ":", ",", "…", "...", "--", "–", "(", ")",
    "[1]", " ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "\u2028", "\xa0",
    "\0", "\x1b", "\ufeff", "\u202e", "שלום", "سلام", "e\u0301", "\u0301", "👩\u200d👧", "日本", "\u200b",
    "⟦", "⟧", "\\", "-",
)  # fmt: skip
texts = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=5), max_size=40).map("".join) | st.text()
few = settings(max_examples=80, deadline=None)


def words(text: str) -> list[str]:
    return [span.cut(text) for span in tokens(text)]


def sentence_words(text: str) -> list[str]:
    found = tokens(text)
    ranges = sentences(text, found, paragraphs(text))
    return [text[found[r.start].start : found[r.stop - 1].end] for r in ranges]


@few
@given(texts)
def test_tokens_and_the_white_space_between_them_rebuild_any_text(text: str) -> None:
    rebuilt, position = [], 0
    for span in tokens(text):
        gap = text[position : span.start]
        assert not gap.strip()
        assert position <= span.start < span.end <= position + len(gap) + MAX_TOKEN
        rebuilt += [gap, span.cut(text)]
        position = span.end
    assert not text[position:].strip()
    assert "".join(rebuilt) + text[position:] == text


@few
@given(texts)
def test_no_token_holds_white_space(text: str) -> None:
    assert [word for word in words(text) if len(word.split()) != 1 or word != word.strip()] == []


@few
@given(texts)
def test_sentences_hold_every_token_once_in_order(text: str) -> None:
    found = tokens(text)
    ranges = sentences(text, found, paragraphs(text))
    assert [index for sentence in ranges for index in sentence] == list(range(len(found)))
    assert all(len(sentence) for sentence in ranges)


@few
@given(texts)
def test_paragraphs_are_in_order_and_hold_every_letter(text: str) -> None:
    found = paragraphs(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(span.cut(text) and span.cut(text) == span.cut(text).strip() for span in found)
    borders = [0, *(place for span in found for place in (span.start, span.end)), len(text)]
    assert "".join(text[a:b] for a, b in zip(borders[::2], borders[1::2], strict=True)).strip() == ""


@pytest.mark.parametrize(
    "text, expected",
    [
        ("„Ja“, sagte er.", ["„", "Ja", "“", ",", "sagte", "er", "."]),
        ("Die Nord-Süd-Bahn, Haus- und Gartenbau", ["Die", "Nord-Süd-Bahn", ",", "Haus-", "und", "Gartenbau"]),
        ("Geht’s? Geht's!", ["Geht’s", "?", "Geht's", "!"]),
        ("Es kostet 1.200,50 Euro.", ["Es", "kostet", "1.200,50", "Euro", "."]),
        ("Um 18:30 Uhr, 3:2", ["Um", "18:30", "Uhr", ",", "3:2"]),
        ("z.B. und u.a.", ["z.B.", "und", "u.a."]),
        ("Er kam ... spät", ["Er", "kam", "...", "spät"]),
        ("Er kam… spät", ["Er", "kam", "…", "spät"]),
        ("Was?! Ja -- nein", ["Was", "?!", "Ja", "--", "nein"]),
        ("Siehe https://bote.example/a?b=1.", ["Siehe", "https://bote.example/a?b=1", "."]),
        ("(https://bote.example/)", ["(", "https://bote.example/", ")"]),
        ("An rat@stadt.example!", ["An", "rat@stadt.example", "!"]),
        ("Cafe\u0301 de\u0301ja\u0300", ["Cafe\u0301", "de\u0301ja\u0300"]),
        ("שלום עולם", ["שלום", "עולם"]),
        ("Gut 🎉\0", ["Gut", "🎉", "\0"]),
        ("CO2 und H&M", ["CO2", "und", "H&M"]),
        ("", []),
        (" \n\t", []),
    ],
)
def test_tokens_of_a_text(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize("word", ["20-jährig", "100-prozentig", "80er-Jahre", "2G-Regel"])
def test_a_compound_with_a_number_is_one_token(word: str) -> None:
    assert words(f"der {word}e Plan") == ["der", f"{word}e", "Plan"]


@pytest.mark.parametrize(
    "expected",
    [
        ["Am 18. Juni begann es.", "Am 3. Mai war es vorbei."],
        ["Er kam z. B. am Abend.", "Sie blieb."],
        ["Prof. Dr. Lenz kam.", "Er blieb."],
        ["In St. Gallen kostet das ca. 20 Franken.", "Sonst nicht."],
        ["Im 20. Jahrhundert war das neu.", "Heute nicht."],
        ["Er zahlte 20.", "Dann ging er."],
        ["Das war 2024.", "Danach nicht."],
        ["Das regelt § 5 Abs. 2 des Gesetzes.", "Mehr nicht."],
        ["„Ja.“", "Er ging."],
        ["„Nein!“, rief sie.", "„Was?“", "Stille."],
        ["Was? fragte sie.", "Nichts."],
        ["Er sagte: Das geht.", "Sie nickte."],
        ["Er schwieg …", "Dann ging er."],
        ["Sie ... wartete.", "Ende ...", "Aus."],
        ["Mehr auf www.bote.example im Netz.", "Dort steht alles."],
        ["Mehr unter https://bote.example/a.", "Dort steht alles."],
        ["Ja!!", "Nein?!", "Oder?"],
        ["Er kam (gestern.)", "Dann ging er."],
        ["Friedrich II. kam.", "Er blieb."],
    ],
)
def test_sentences_of_a_text(expected: list[str]) -> None:
    assert sentence_words(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "sentence", ["Der 1. FC Lohe gewann.", "Sie steigen in die 2. Bundesliga auf.", "Er las „5. Akt“."]
)
def test_an_ordinal_ends_no_sentence(sentence: str) -> None:
    assert sentence_words(sentence) == [sentence]


def test_a_sentence_ends_with_its_paragraph() -> None:
    assert sentence_words("Neue Brücke\n\nDer Rat tagt.\nEr berät") == ["Neue Brücke", "Der Rat tagt.", "Er berät"]


WRAPPED = """\
Der Rat der Stadt hat am Montag über die neue Brücke beraten
und dabei beschlossen, dass der Bau im nächsten Frühjahr
beginnen soll, sofern das Land den Zuschuss in der Höhe
zahlt, den es im vergangenen Jahr in Aussicht gestellt
hat. Die Bürgermeisterin sprach von einem guten Tag.

Noch im Sommer wird geplant."""


def test_lines_wrapped_as_in_mail_are_one_paragraph() -> None:
    found = [span.cut(WRAPPED) for span in paragraphs(WRAPPED)]
    assert found == WRAPPED.split("\n\n")
    assert sentence_words(WRAPPED)[1] == "Die Bürgermeisterin sprach von einem guten Tag."


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\n\n", "\u2029", "\n \t\n"])
def test_one_line_a_paragraph(line_break: str) -> None:
    lines = ["Der Rat tagt.", "Er berät über den Haushalt.", "Nein.", "Am Abend wurde abgestimmt.", "Alle waren dafür."]
    text = line_break.join(lines)
    assert [span.cut(text) for span in paragraphs(text)] == lines


def test_a_word_of_a_million_letters_is_cut() -> None:
    text = "Er rief A" + "a" * 1_000_000 + "h. Dann nicht."
    found = tokens(text)
    assert max(map(len, found)) == MAX_TOKEN
    assert "".join(span.cut(text) for span in found) == text.replace(" ", "")
    assert sum(map(len, sentences(text, found, paragraphs(text)))) == len(found)


@pytest.mark.parametrize("piece", ["a.", "http://,", "a@b", "'", "-", "1.", "…“", "„"])
def test_a_long_run_of_anything_is_handled(piece: str) -> None:
    text = piece * 20_000
    found = tokens(text)
    assert found[0].start == 0
    assert found[-1] == Span(found[-1].start, len(text))
    assert all(a.end == b.start for a, b in pairwise(found))
