from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_tokens import few, texts
from wortlaut.quotations import Quotation, quotations
from wortlaut.text import Span
from wortlaut.tokens import paragraphs

marked = st.lists(
    st.sampled_from([*"„“”\"»«›‹‚‘’'", "Ja", "geht", " ", ".", ",", "\n", "\n\n", "("]), max_size=30
).map("".join)  # fmt: skip


def found(text: str) -> list[Quotation]:
    return quotations(text, paragraphs(text))


def inner(text: str) -> list[str]:
    return [quotation.inner.cut(text) for quotation in found(text)]


PAIRS = ["„“", "„”", '„"', "»«", "«»", '""', "“”", "““", "””", "‚‘", "‚’", "‘’", "›‹", "‹›", "''"]


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize(
    "frame", ["Sie sagte: {}.", "{}, sagte sie.", "Der {}-Chef schwieg.", "Er ging ({}).", "{}", "Mit – {} – und mehr"]
)
def test_every_convention_is_paired(pair: str, frame: str) -> None:
    text = frame.format(f"{pair[0]}Wir bauen{pair[1]}")
    (quotation,) = found(text)
    assert quotation.inner.cut(text) == "Wir bauen"
    assert quotation.span.cut(text) == f"{pair[0]}Wir bauen{pair[1]}"
    assert (quotation.depth, quotation.closed) == (0, True)


@pytest.mark.parametrize("pair", PAIRS)
def test_two_quotations_in_one_sentence_stay_apart(pair: str) -> None:
    text = f"{pair[0]}Wir{pair[1]}, sagte er, {pair[0]}bauen.{pair[1]}"
    assert inner(text) == ["Wir", "bauen."]


@pytest.mark.parametrize("outer", ["„“", "»«", "«»", '""', "“”"])
@pytest.mark.parametrize("nested", ["‚‘", "›‹", "‹›", "‘’", "''"])
def test_a_quotation_within_a_quotation(outer: str, nested: str) -> None:
    text = f"{outer[0]}Er rief {nested[0]}Nein{nested[1]} und ging{outer[1]}, sagte sie."
    assert inner(text) == [f"Er rief {nested[0]}Nein{nested[1]} und ging", "Nein"]
    assert [quotation.depth for quotation in found(text)] == [0, 1]


@pytest.mark.parametrize("text", ["„Er rief „Nein“ und ging“", "„„Nein“, rief er“", "»Er rief „Nein“ und ging«"])
def test_the_same_marks_or_others_can_nest(text: str) -> None:
    assert [quotation.depth for quotation in found(text)] == [0, 1]
    assert inner(text)[1] == "Nein"


@pytest.mark.parametrize(
    "text",
    [
        "Hans’ Haus steht leer.",
        "Hans' Haus steht neben Peters' Hof.",
        "Geht’s gut? So geht's.",
        "D’Artagnan und L'Artiste",
        "Das Rohr misst 3\" und 5'.",
        "Ja“, sagte er.",
        "",
    ],
)
def test_no_quotation_is_seen(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["„Geht’s?“", '"Hans\' Haus"', "‚Geht’s?‘", "»Das ist ’ne Idee«"])
def test_an_apostrophe_within_a_quotation_does_not_end_it(text: str) -> None:
    assert inner(text) == [text[1:-1]]


@pytest.mark.parametrize(
    "text",
    ["Das ist ’ne gute Idee.", "Das is' 'n Ding.", "'s ist kalt.", "Die ’68er und die ’89er", "Rock 'n' Roll lebt."],
)
def test_a_shortened_word_is_no_quotation(text: str) -> None:
    assert found(text) == []


def test_a_genitive_does_not_close_a_single_mark() -> None:
    assert inner("‚Hans’ Haus‘, sagte er.") == ["Hans’ Haus"]


def test_a_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = "Er rief: „Wir bauen.\n\nDer Rat schwieg."
    (quotation,) = found(text)
    assert quotation.span.cut(text) == "„Wir bauen."
    assert not quotation.closed


def test_a_forgotten_mark_does_not_swallow_the_next_quotation() -> None:
    text = "Er rief: „Wir bauen.\n\nSie rief: „Nein“, und ging."
    assert inner(text) == ["Wir bauen.", "Nein"]
    assert [quotation.closed for quotation in found(text)] == [False, True]


@pytest.mark.parametrize("pair", ["„“", "»«", "«»", '""', "“”"])
@pytest.mark.parametrize("reopened", [True, False])
def test_a_quotation_runs_on_over_paragraphs(pair: str, reopened: bool) -> None:
    again = pair[0] if reopened else ""
    words = f"Wir bauen.\n\n{again}Und wir bleiben.\n\n{again}Immer."
    text = f"Er sagte: {pair[0]}{words}{pair[1]}\n\nDer Rat schwieg."
    assert inner(text) == [words]


def test_a_quotation_runs_on_over_a_caption() -> None:
    text = "„Wir bauen,\n\nDie Brücke (links)\n\nund wir bleiben“, sagte sie."
    first, _, last = paragraphs(text)
    (quotation,) = quotations(text, [first, last])
    assert quotation.span == Span(0, text.index(", sagte"))


def test_what_is_open_within_a_quotation_ends_with_its_paragraph() -> None:
    text = "„Er rief ‚nein.\n\nDann ging er“, sagte sie."
    assert [quotation.span.cut(text) for quotation in found(text)] == [text[: text.index(", sagte")], "‚nein."]


def test_paragraphs_reopened_and_never_closed_are_both_quoted() -> None:
    assert "".join(inner("„Wir bauen.\n\n„Und wir bleiben.\n\nDer Rat schwieg.")).endswith("Und wir bleiben.")


@few
@given(texts | marked)
def test_quotations_lie_in_the_text_and_never_cross(text: str) -> None:
    everything = found(text)
    for quotation in everything:
        assert quotation.span.cut(text)[0] == text[quotation.inner.start - 1]
        assert quotation.span.covers(quotation.inner)
        assert quotation.span.end - quotation.inner.end == quotation.closed
    for number, one in enumerate(everything):
        for other in everything[number + 1 :]:
            assert not one.span.overlaps(other.span) or one.span.covers(other.span)


@few
@given(texts | marked)
def test_quotations_are_in_order_of_their_opening_marks(text: str) -> None:
    assert all(a.span.start < b.span.start for a, b in pairwise(found(text)))


def test_depth_counts_the_quotations_around() -> None:
    text = "„Wir bauen.\n\n„Er rief ‚nein‘ dazu.\n\nDer Rat schwieg."
    for one in found(text):
        assert one.depth == sum(other.span.covers(one.span) for other in found(text)) - 1
