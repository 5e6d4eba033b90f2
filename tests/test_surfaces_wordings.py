import re

from hypothesis import given
from hypothesis import strategies as st

from wortlaut.differences import word_diff
from wortlaut.surfaces.wordings import differ, likeness, marked, pieces

WORDS = st.lists(st.sampled_from(("wir", "brauchen", "kein", "Geld", "5", ",", "!")), max_size=8).map(" ".join)


def test_signs_touch_the_word_before_them() -> None:
    assert marked(word_diff("Nein, wir nicht!", "Nein, sie nicht!")) == "Nein, [-wir-] {+sie+} nicht!"
    assert marked(word_diff("Ja!", "Ja?")) == "Ja [-!-] {+?+}"


@given(WORDS, WORDS)
def test_both_wordings_can_be_read_out_of_the_diff(one: str, two: str) -> None:
    changes = word_diff(one, two)
    shown = marked(changes)
    old = re.sub(r"\[-|-\]", "", re.sub(r"\{\+.*?\+\}", "", shown))
    new = re.sub(r"\{\+|\+\}", "", re.sub(r"\[-.*?-\]", "", shown))
    assert [old.split(), new.split()] == [one.split(), two.split()] or "," in one + two or "!" in one + two
    assert re.sub(r"\s", "", old) == re.sub(r"\s", "", one)
    assert re.sub(r"\s", "", new) == re.sub(r"\s", "", two)
    assert "".join(piece.text for piece in pieces(changes)) == shown
    assert differ(changes) == (one.split() != two.split())
    assert 0.0 <= likeness(changes) <= 1.0


def test_likeness_is_the_share_of_common_words() -> None:
    assert likeness(word_diff("a b c d", "a b x y")) == 0.5
    assert likeness(()) == 1.0
