import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_tokens import few
from wortlaut.pieces import UNKNOWN, WORD_START, Pieces

SPECIAL = [("<s>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
LEARNED = [
    ("▁", -4.0), ("▁Brücke", -6.0), ("n", -5.0), ("bau", -6.5), ("▁Brü", -9.0), ("cke", -9.0), ("b", -8.0), ("a", -8.0),
    ("u", -8.0), ("▁R", -7.0), ("at", -7.0), ("▁Rat", -12.0), ("e", -7.5), ("s", -7.0), ("t", -7.0), ("1", -9.0),
]  # fmt: skip
pieces = Pieces(SPECIAL + LEARNED)
names = {index: piece for piece, index in pieces.ids.items()}


def cut(word: str, *, starts: bool = True) -> list[str]:
    return [names.get(index, "?") for index in pieces.of_word(word, starts)]


def cuts(text: str) -> list[tuple[float, str]]:
    """Every cut of `text` into pieces with its score, by trying them all; an unknown letter is a piece of its own."""
    if not text:
        return [(0.0, "")]
    found = []
    for end in range(1, len(text) + 1):
        piece = pieces.ids.get(text[:end])
        if piece is not None or end == 1:
            score = pieces.unknown_score if piece is None else pieces.scores[piece]
            found += [(score + rest, f"{text[:end]}|{more}") for rest, more in cuts(text[end:])]
    return found


@pytest.mark.parametrize(
    "word, expected",
    [
        ("Brücke", ["▁Brücke"]),
        ("Brücken", ["▁Brücke", "n"]),
        ("Brückenbau", ["▁Brücke", "n", "bau"]),
        ("Rates", ["▁Rat", "e", "s"]),
        ("bau", ["▁", "bau"]),
        ("xn", ["▁", "?", "n"]),
        ("中", ["▁", "?"]),
        ("①", ["▁", "1"]),
        ("Bru\u0308cke", ["▁Brücke"]),
    ],
)
def test_the_likeliest_pieces_of_a_word(word: str, expected: list[str]) -> None:
    assert cut(word) == expected


def test_a_word_that_follows_without_white_space_has_no_mark() -> None:
    assert cut("bau", starts=False) == ["bau"]
    assert cut("Brücke", starts=False)[-1] == "cke"


@few
@given(st.text("Brückenbaust", min_size=1, max_size=8), st.booleans())
def test_no_other_cut_is_likelier(word: str, starts: bool) -> None:
    text = WORD_START + word if starts else word
    ids = pieces.of_word(word, starts)
    score = sum(pieces.unknown_score if index == UNKNOWN else pieces.scores[index] for index in ids)
    assert score == pytest.approx(max(cuts(text))[0])


@few
@given(st.text("Brückenbaust1Rx中", min_size=1, max_size=64), st.booleans())
def test_the_pieces_join_to_the_word(word: str, starts: bool) -> None:
    text = WORD_START + word if starts else word
    position = 0
    for index in pieces.of_word(word, starts):
        piece = text[position] if index == UNKNOWN else names[index]
        assert text.startswith(piece, position)
        assert index != UNKNOWN or piece not in pieces.ids
        position += len(piece)
    assert position == len(text)


@few
@given(st.text(min_size=1), st.booleans())
def test_any_word_has_pieces_and_the_same_ones_again(word: str, starts: bool) -> None:
    found = pieces.of_word(word, starts)
    assert found == pieces.of_word(word, starts)
    assert found
    assert all(UNKNOWN <= index < len(pieces) for index in found)
    assert len(found) <= len(unicodedata.normalize("NFKC", word[:64])) + 1


def test_of_a_monster_the_beginning_is_looked_at() -> None:
    assert cut("n" * 1_000_000) == ["▁", *["n"] * 64]


def test_special_pieces_are_no_pieces_of_words() -> None:
    assert cut("<s>", starts=False) == ["?", "s", "?"]
    assert len(pieces) == len(SPECIAL) + len(LEARNED)
