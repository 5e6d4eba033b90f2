"""Names by the head over the encoder. The sentences are our own."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from wortlaut.encoding import Encoded, encode
from wortlaut.entities import BUCKETS, HASHED, LABELS, SHAPES, Name, features, names
from wortlaut.errors import ModelError
from wortlaut.model import FOLDER, Model, Tagged
from wortlaut.reading import Reading, read
from wortlaut.text import Article

TEXT = (
    "Die Bürgermeisterin hat den Neubau der Brücke am Montag verteidigt. Nach der Sitzung in Hamburg sagte Anna "
    "Albers, das Geld reiche nicht aus. Die Firma Siemens und der deutsche Verband äußerten sich nicht. Später reiste "
    "Peter Vogt nach Frankreich."
)


def prepared(text: str, model: Model) -> tuple[Reading, Encoded, Tagged]:
    reading = read(Article(text))
    encoded = encode(reading, model.pieces)
    return reading, encoded, model.tag(encoded)


def found(text: str, model: Model) -> list[Name]:
    reading, encoded, tagged = prepared(text, model)
    return names(reading, encoded, tagged, model)


def test_plain_names_of_an_article(model: Model) -> None:
    seen = {(name.span.cut(TEXT), name.label, name.derived, name.part) for name in found(TEXT, model)}
    assert {
        ("Anna Albers", "PER", False, False), ("Hamburg", "LOC", False, False), ("Siemens", "ORG", False, False),
        ("Peter Vogt", "PER", False, False), ("Frankreich", "LOC", False, False), ("deutsche", "LOC", True, False),
    } <= seen  # fmt: skip


def test_names_are_in_order_apart_and_scored(model: Model) -> None:
    seen = found(TEXT, model)
    assert all(a.span.end <= b.span.start for a, b in zip(seen, seen[1:], strict=False))
    assert all(0 < name.score <= 1 for name in seen)
    assert all(not (name.derived and name.part) for name in seen)


@pytest.mark.parametrize("text", ["", " \n ", "„“", "Ja.", "🙂 🙂 🙂", "\u0301\u0301 ...", "Aus " + "\u200b" * 30])
def test_texts_without_names(model: Model, text: str) -> None:
    assert not found(text, model)


def test_a_name_of_three_hundred_letters(model: Model) -> None:
    long = "Anna " + "Albers-" * 42 + "Albers"
    assert len(long) > 300
    text = f"In Hamburg sagte {long}, das Geld reiche nicht aus. Später reiste Peter Vogt nach Frankreich."
    seen = {name.span.cut(text) for name in found(text, model)}
    assert {"Hamburg", "Peter Vogt", "Frankreich"} <= seen
    assert all(name.span.end <= len(text) for name in found(text, model))


def test_five_thousand_names_are_found(model: Model) -> None:
    people = ", ".join(f"Anna Albers und Peter Vogt{i % 7 * 's'}" for i in range(2500))
    reading, encoded, tagged = prepared(f"Gekommen waren {people}.", model)
    seen = names(reading, encoded, tagged, model)
    assert len(seen) > 4000


def test_no_name_crosses_sentences(model: Model) -> None:
    text = "Am Abend sprach Anna Albers. Peter Vogt schwieg. Dann kam Hamburg. Berlin verlor."
    reading, encoded, tagged = prepared(text, model)
    borders = {reading.tokens[sentence.stop - 1].end for sentence in reading.sentences}
    for name in names(reading, encoded, tagged, model):
        assert not any(name.span.start < border < name.span.end for border in borders)


def test_a_long_article_is_scored_in_parts_as_a_whole(model: Model) -> None:
    """Names of an article that is longer than one pass of the head are those of its sentences."""
    text = "\n\n".join(f"Es war die {number}. Sitzung in diesem Jahr. {TEXT}" for number in range(60))
    seen = [name.span.cut(text) for name in found(text, model)]
    assert seen.count("Anna Albers") == 60
    assert seen.count("Frankreich") == 60


def test_features_are_within_their_tables() -> None:
    words = [
        "Anna",
        "USA",
        "SPD-Politiker",
        "2024",
        "1,5",
        "!",
        "„",
        "e.V.",
        "x",
        "Ä" * 300,
        "\ud800",
        "🙂",
        "iPhone",
        "",
    ]
    rows = features(words, np.zeros(len(words), np.int64))
    assert rows.shape == (len(words), 1 + HASHED)
    assert rows.min() >= 0
    assert rows[:, 0].max() < SHAPES and rows[:, 1:].max() < BUCKETS
    assert features([], np.zeros(0, np.int64)).shape == (0, 1 + HASHED)


def test_the_first_word_of_a_sentence_looks_different() -> None:
    rows = features(["Anna", "Anna", "Anna"], np.array([0, 0, 1]))
    assert rows[0, 0] == rows[2, 0] != rows[1, 0]
    assert (rows[:, 1:] == rows[0, 1:]).all()


def test_features_of_other_tokens_are_refused(model: Model) -> None:
    _, encoded, tagged = prepared(TEXT, model)
    with pytest.raises(ValueError, match="features of 3 tokens"):
        model.names(encoded, tagged, np.zeros((3, 1 + HASHED), np.int64))


def test_a_model_without_names_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "weights"
    shutil.copytree(FOLDER, folder)
    card = json.loads((folder / "model.json").read_text("utf-8"))
    del card["names"]
    (folder / "model.json").write_text(json.dumps(card), "utf-8")
    (folder / "names.onnx").unlink()
    reading, encoded, tagged = prepared(TEXT, Model(folder))
    with pytest.raises(ModelError, match="knows no names"):
        names(reading, encoded, tagged, Model(folder))


def test_the_head_is_small_and_its_card_complete(model: Model) -> None:
    assert sum((FOLDER / name).stat().st_size for name in ("names.onnx", "names_vectors.onnx")) < 3e6
    about = model.card["names"]
    assert {"layers", "trained_on", "scores", "transitions"} <= set(about)
    assert model.name_steps.shape == (1 + 2 * len(LABELS),) * 2
