"""The normalisation: what counts as the same words, and where they stand."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.differences import MOST_WORDS, token_diff, word_diff
from wortlaut.errors import InputError
from wortlaut.text import Span
from wortlaut.wording import find, interrupted, plain

SAME = [
    ("„Wir gehen“", "»Wir gehen«"),
    ("„Wir gehen“", ",,Wir gehen''"),
    ('Er sagte: "Ja"', "Er sagte: ‚Ja‘"),
    ("wie geht’s", "wie geht's"),
    ("die Bundes-\nregierung", "die Bundesregierung"),
    ("die Bundes- regierung", "die Bundesregierung"),
    ("die Bundes\u00ad\nregierung", "die Bundesregierung"),
    ("Ost- und\nWestkai", "Ost- und Westkai"),
    ("Nordrhein-\nWestfalen", "Nordrhein-Westfalen"),
    ("CDU-\ngeführt", "CDU-geführt"),
    ("die „Ampel“-Koalition", "die Ampel-Koalition"),
    ("Berlin–Hamburg", "Berlin-Hamburg"),
    ("Ja – nein", "Ja — nein"),
    ("Ja - nein", "Ja – nein"),
    ("Grund\u00adsteuer", "Grundsteuer"),
    ("Grund\u200bsteuer", "Grundsteuer"),
    ("5\u202f%", "5%"),
    ("mehr\u00a0Geld", "mehr  \n Geld"),
    ("die ﬁnanzielle Lage", "die finanzielle Lage"),
    ("für", unicodedata.normalize("NFD", "für")),
    ("Wir […] gehen", "Wir (...) gehen"),
    ("Wir … gehen", "Wir ... gehen"),
    ("Wir [die Kommunen] gehen", "Wir gehen"),
    ("Ja (lacht), gern", "Ja, gern"),
    ("Er [der Minister, Anm. d. Red.] geht", "Er geht"),
    ("[W]ir gehen", "Wir gehen"),
    ("Das [sic] geht", "Das geht"),
]
DIFFERENT = [
    ("Straße", "Strasse"),
    ("für", "fuer"),
    ("5 Grad", "-5 Grad"),
    ("80.000", "80 000"),
    ("Ost- und Westkai", "Ostund Westkai"),
    ("Wir [nicht] gehen", "Wir gehen"),
    ("[un]wichtig", "wichtig"),
    ("Wir gehen.", "Wir gehen?"),
    ("wir, die gehen", "wir die gehen"),
    ("mehr geld", "mehr Geld"),
    ("Ja (sicher nicht), gern", "Ja, gern"),
    ("Bürger:innen", "Bürgerinnen"),
    ("5′", "5"),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_the_same_words(one: str, two: str) -> None:
    assert plain(one).text == plain(two).text


@pytest.mark.parametrize(("one", "two"), DIFFERENT)
def test_other_words(one: str, two: str) -> None:
    assert plain(one).text != plain(two).text


def test_insertions_are_recorded() -> None:
    text = "Wir [die Kommunen] gehen (lacht)."
    assert [span.cut(text) for span in plain(text).insertions] == ["[die Kommunen]", "(lacht)"]


def test_find_gives_the_place_in_the_original() -> None:
    text = "Er sagte: „Wir brauchen die Bundes-\nregierung [in Berlin] heute.“"
    span = find("wir brauchen die Bundesregierung heute", text)
    assert span is not None
    assert span.cut(text) == "Wir brauchen die Bundes-\nregierung [in Berlin] heute"
    assert find("wir brauchen die Bundesregierung", text, Span(0, 20)) is None
    assert find("brauch", text) is None, "whole words alone are found"


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("„A“, sagte Dr. Brandt am 3. März. „B“", True),
        ("„A?“ fragte sie. „B“", True),
        ("„A“, sagte sie, „B“", True),
        ("„A.“ „B“", True),
        ("„A“, sagte sie. Am Dienstag sagte sie: „B“", False),
        ("„A.“ Am Dienstag sagte sie, „B“", False),
        ("„A“ und das sei „B“", False),
        ("„A“, sagte sie, nicht aber „B“", False),
        ("„A“, sagte sie und fügte später hinzu, „B“", False),
        ("„A“, eine Art „B“", False),
    ],
)
def test_interrupted_by_a_cue(text: str, goes_on: bool) -> None:
    start, end = text.index("“") + 1, text.rindex("„")
    assert interrupted(text, Span(start, end)) is goes_on


@given(st.text(max_size=200))
def test_any_text_is_read_and_spans_lie_in_it(text: str) -> None:
    found = plain(text)
    places = [token.span for token in found.tokens]
    assert all(one.end <= two.start for one, two in zip(places, places[1:], strict=False))
    assert all(token.span.cut(text) for token in found.tokens)


@given(st.text(alphabet="aA bß-\n'’„“.…[]()5,\u00ad\u0308", max_size=60))
def test_reading_twice_changes_nothing_in_words(text: str) -> None:
    found = plain(text)
    for token in found.tokens:
        assert plain(token.span.cut(text)).tokens or token.kind != "word"


@given(st.text(alphabet=" aäb.,", max_size=40), st.text(alphabet=" aäb.,", max_size=40))
def test_a_diff_holds_both_wordings(one: str, two: str) -> None:
    changes = word_diff(one, two)
    old = [word for change in changes for word in plain(change.old).words]
    new = [word for change in changes for word in plain(change.new).words]
    assert tuple(old) == plain(one).words
    assert tuple(new) == plain(two).words
    for change in changes:
        assert plain(change.old_span.cut(one)).words == plain(change.old).words
        assert plain(change.new_span.cut(two)).words == plain(change.new).words


def test_too_long_for_a_diff() -> None:
    tokens = plain("a " * (MOST_WORDS + 1)).tokens
    with pytest.raises(InputError, match="cannot be compared"):
        token_diff(tokens, tokens[:1])
