import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.errors import SpanError, WortlautError
from wortlaut.text import Article, Span

spans = st.tuples(st.integers(0, 8), st.integers(0, 8)).map(sorted).map(lambda pair: Span(*pair))


@pytest.mark.parametrize("start, end", [(-1, 2), (3, 2)])
def test_an_impossible_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError, match=rf"span {start}\.\.{end} is impossible"):
        Span(start, end)


def test_a_span_after_the_text_names_both() -> None:
    with pytest.raises(SpanError, match=r"span 2\.\.9 ends after the text \(4 code points\)") as caught:
        Span(2, 9).cut("Rat.")
    assert isinstance(caught.value, WortlautError)


def test_offsets_count_code_points() -> None:
    assert Span(2, 5).cut("🎉 Rat") == "Rat"
    assert len(Span(2, 5)) == 3


@given(spans, spans)
def test_covers_and_overlaps_are_those_of_sets_of_code_points(a: Span, b: Span) -> None:
    left, right = set(range(a.start, a.end)), set(range(b.start, b.end))
    if left and right:
        assert a.covers(b) == (left >= right)
        assert a.overlaps(b) == bool(left & right) == b.overlaps(a)


def test_spans_are_ordered_as_in_the_text() -> None:
    assert sorted([Span(4, 5), Span(0, 9), Span(0, 3)]) == [Span(0, 3), Span(0, 9), Span(4, 5)]


def test_the_same_text_has_the_same_id_everywhere() -> None:
    assert Article("Der Rat tagt.", source="a").id == Article("Der Rat tagt.", source="b").id
    assert Article("Der Rat tagt.").id != Article("Der Rat tagte.").id
    assert Article("Der Rat tagt.", id="bote-17").id == "bote-17"


def test_a_text_with_half_a_surrogate_pair_has_an_id() -> None:
    assert len(Article("\ud83c").id) == 16
