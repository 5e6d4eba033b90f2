from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_tokens import few, texts
from wortlaut.encoding import (
    CLOSING,
    INSIDE,
    MAX_TOKEN_PIECES,
    NESTED,
    OPENING,
    OUTSIDE,
    WINDOW,
    Encoded,
    encode,
    link_buckets,
    link_window,
    quotation_states,
)  # fmt: skip
from wortlaut.pieces import BEGIN, END, Pieces
from wortlaut.reading import Reading, read
from wortlaut.text import Article

pieces = Pieces(
    [(name, 0.0) for name in ("<s>", "</s>", "<unk>")] + [(c, -5.0) for c in "▁abcdefghijklmnopqrstuvwxyz.,„“"]
)
SENTENCE = "Der Rat der Stadt tagt am Montag und berät lange. "
long_texts = st.tuples(
    st.sampled_from([SENTENCE, "Der Rat tagt.\n\n", "und dann ", "a" * 150 + " ", "„Ja“, sagte er. ", "Ja.\n\n"]),
    st.integers(1, 120),
    texts,
).map(lambda given: given[0] * given[1] + given[2])


def encoded(text: str) -> tuple[Reading, Encoded]:
    reading = read(Article(text))
    return reading, encode(reading, pieces)


def words(reading: Reading, found: Encoded) -> list[str]:
    return [reading.tokens[index].cut(reading.text) for index in found.tokens]


@few
@given(texts | long_texts)
def test_each_running_token_is_kept_once(text: str) -> None:
    reading, found = encoded(text)
    assert [token for window in found.windows for token in window.keep] == list(range(len(found.tokens)))
    assert set(found.tokens.tolist()) == set(reading.tokens_of(reading.running))
    assert np.all(np.diff(found.tokens) > 0)


@few
@given(texts | long_texts)
def test_windows_are_small_and_hold_what_they_keep(text: str) -> None:
    _, found = encoded(text)
    for window in found.windows:
        assert len(window.ids) == len(window.states) <= WINDOW
        assert window.start <= window.keep.start < window.keep.stop <= window.start + len(window.first)
        assert window.ids[0] == BEGIN
        assert np.all(np.diff(window.first) >= 1)


@few
@given(texts | long_texts)
def test_each_token_stands_at_its_first_piece(text: str) -> None:
    reading, found = encoded(text)
    states = quotation_states(reading)
    for window in found.windows:
        for offset, place in enumerate(window.first):
            index = int(found.tokens[window.start + offset])
            span = reading.tokens[index]
            glued = index > 0 and reading.tokens[index - 1].end == span.start
            ids = pieces.of_word(span.cut(text), not glued)[:MAX_TOKEN_PIECES]
            assert tuple(window.ids[place : place + len(ids)]) == ids
            assert set(window.states[place : place + len(ids)]) == {states[index]}


@few
@given(texts)
def test_sentences_of_tokens_are_those_of_the_reading(text: str) -> None:
    reading, found = encoded(text)
    for index, sentence in zip(found.tokens.tolist(), found.sentence.tolist(), strict=True):
        assert index in reading.sentences[sentence]


def test_windows_begin_with_sentences_and_overlap() -> None:
    reading, found = encoded(SENTENCE * 60)
    assert len(found.windows) > 3
    starts = [words(reading, found)[window.start] for window in found.windows]
    assert set(starts) == {"Der"}
    for before, after in pairwise(found.windows):
        assert before.start < after.start < before.keep.stop < before.start + len(before.first)


def test_a_paragraph_ends_with_a_sign() -> None:
    _, found = encoded("Ja, ja.\n\nNein, nein.")
    (window,) = found.windows
    assert np.count_nonzero(window.ids == END) == 2
    assert window.ids[-1] == END


def test_what_is_not_running_text_is_not_encoded() -> None:
    head = "Neue Brücke\n\nBerlin (dpa) – Die Stadt baut nun doch im Mai.\n\n"
    text = f"{head}Ute Kamp (links) im Rat.\n\nAlle sind froh. (dpa)"
    reading, found = encoded(text)
    assert " ".join(words(reading, found)) == "Die Stadt baut nun doch im Mai . Alle sind froh ."


@pytest.mark.parametrize("text", ["", " \n", "Foto: Ute Kamp"])
def test_a_text_without_running_words_has_no_window(text: str) -> None:
    _, found = encoded(text)
    assert (found.windows, found.tokens.size, found.sentence.size) == ([], 0, 0)


def test_states_tell_where_a_token_stands_to_the_marks() -> None:
    reading = read(Article("Er rief: „Das ‚Ja‘ gilt“ und schwieg.\n\n„nein."))
    states = dict(zip([span.cut(reading.text) for span in reading.tokens], quotation_states(reading), strict=True))
    assert [states[word] for word in ("rief", "Das", "Ja", "gilt", "“", "und", "nein")] == [
        OUTSIDE, INSIDE, NESTED, INSIDE, CLOSING, OUTSIDE, INSIDE,
    ]  # fmt: skip
    assert (states["‚"], states["‘"], states["„"]) == (OPENING, CLOSING, OPENING)


@pytest.mark.parametrize("first, after, size", [(0, 1, 1), (0, 5, 900), (500, 510, 900), (895, 900, 900)])
def test_buckets_are_in_range_and_zero_in_the_segment(first: int, after: int, size: int) -> None:
    sentence = np.arange(size) // 7
    window = link_window(first, after, size)
    distance, sentences = link_buckets(first, after, window, sentence)
    assert distance.shape == sentences.shape == (len(window),)
    assert 0 <= distance.min() <= distance.max() <= 26
    assert 0 <= sentences.min() <= sentences.max() <= 10
    inside = slice(first - window.start, after - window.start)
    assert set(distance[inside]) == {13}
    assert sentences[first - window.start] == 5


def test_buckets_grow_from_before_the_segment_to_behind_it() -> None:
    window = link_window(300, 305, 900)
    assert 300 in window
    distance, sentences = link_buckets(300, 305, window, np.arange(900) // 20)
    assert np.all(np.diff(distance) >= 0)
    assert np.all(np.diff(sentences) >= 0)
    assert (distance[300 - window.start - 1], distance[305 - window.start]) == (12, 14)
