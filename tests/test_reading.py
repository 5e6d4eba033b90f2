import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_tokens import few, texts
from wortlaut.reading import Reading, read
from wortlaut.text import Article, Span

FIRST = (
    "Die Stadt baut nun doch eine neue Brücke über den Fluss zwischen Lohe und Berge, und das gern. "
    "„Wir fangen im Mai an,"
)
PAGE = (
    f"Neue Brücke in Lohe\n\nBerlin (dpa) – {FIRST}\n\nUte Kamp (links) und “Bello\n\n"
    "und zwar bald“, sagte Ute Kamp. Mehr nicht. (dpa)"
)


def page() -> Reading:
    return read(Article(PAGE))


def test_a_page_is_cut_into_parts() -> None:
    assert [(part.kind, part.span.cut(PAGE)) for part in page().parts] == [
        ("heading", "Neue Brücke in Lohe"),
        ("dateline", "Berlin (dpa) –"),
        ("paragraph", FIRST),
        ("caption", "Ute Kamp (links) und “Bello"),
        ("paragraph", "und zwar bald“, sagte Ute Kamp. Mehr nicht."),
        ("agency", "(dpa)"),
    ]


def test_a_caption_with_a_quoted_name_is_a_caption() -> None:
    reading = read(Article(PAGE.replace("“Bello", "die „Bello“")))
    assert [part.kind for part in reading.parts].count("caption") == 1


def test_a_quotation_runs_on_over_a_caption_whose_marks_do_not_count() -> None:
    (quotation,) = page().quotations
    assert quotation.span == Span(PAGE.index("„Wir"), PAGE.index(", sagte"))


def test_running_text_has_no_heading_dateline_caption_or_sign() -> None:
    assert [span.cut(PAGE) for span in page().running] == [
        FIRST,
        "und zwar bald“, sagte Ute Kamp. Mehr nicht.",
    ]


def test_no_sentence_crosses_the_border_of_a_part() -> None:
    reading = page()
    heads = [" ".join(reading.tokens[i].cut(PAGE) for i in sentence[:2]) for sentence in reading.sentences]
    assert heads == ["Neue Brücke", "Berlin (", "Die Stadt", "„ Wir", "Ute Kamp", "und zwar", "Mehr nicht", "( dpa"]


def test_tokens_of_spans_begin_within_them() -> None:
    reading = page()
    places = [Span(PAGE.index("Die Stadt"), PAGE.index(" baut")), Span(PAGE.index("bald"), PAGE.index(", sagte"))]
    assert [reading.tokens[i].cut(PAGE) for i in reading.tokens_of(places)] == ["Die", "Stadt", "bald", "“"]
    assert reading.tokens_of([]) == []


def test_every_token_knows_its_sentence() -> None:
    reading = page()
    assert all(i in reading.sentence_of(i) for i in range(len(reading.tokens)))


@pytest.mark.parametrize("text", ["", " \n\t", "\n\n\n"])
def test_a_text_without_words_is_read(text: str) -> None:
    reading = read(Article(text))
    assert (reading.tokens, reading.parts, reading.sentences, reading.quotations) == ([], [], [], [])


@few
@given(texts)
def test_the_sentences_of_any_text_hold_every_token_once(text: str) -> None:
    reading = read(Article(text))
    assert [i for sentence in reading.sentences for i in sentence] == list(range(len(reading.tokens)))
    assert reading.text == text


@few
@given(texts)
def test_quotations_open_in_running_text(text: str) -> None:
    reading = read(Article(text))
    for quotation in reading.quotations:
        assert any(span.start <= quotation.span.start < span.end for span in reading.running)
        assert quotation.span.end <= max(span.end for span in reading.running)


@few
@given(texts, st.integers(0, 60), st.integers(1, 30))
def test_the_quotations_at_a_place_are_those_that_overlap_it(text: str, start: int, length: int) -> None:
    reading = read(Article(text))
    span = Span(start, start + length)
    assert reading.quotations_at(span) == [one for one in reading.quotations if one.span.overlaps(span)]


def test_the_quotations_at_a_place_within_others() -> None:
    reading = read(Article("Er sagte: „Sie rief: ‚Nein‘, und ‚Nie‘ und ‚Halt‘, dann ging sie.“ Und „Ja“ sagte er."))
    for start in range(len(reading.text)):
        span = Span(start, start + 3)
        assert reading.quotations_at(span) == [one for one in reading.quotations if one.span.overlaps(span)]
    assert len(reading.quotations) == 5
