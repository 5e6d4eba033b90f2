"""Training of names: corpora, targets, losses and export, on tiny networks and sentences of our own."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra [train] is not installed")

from wortlaut.encoding import encode  # noqa: E402
from wortlaut.entities import LABELS, features  # noqa: E402
from wortlaut.model import Model  # noqa: E402
from wortlaut.text import Span  # noqa: E402
from wortlaut.training import names_data  # noqa: E402
from wortlaut.training.names_examples import batches, frozen, padded, token_mask  # noqa: E402
from wortlaut.training.names_export import export_names  # noqa: E402
from wortlaut.training.names_learn import learn_head  # noqa: E402
from wortlaut.training.names_network import CORPUS, NamesNetwork, Plan  # noqa: E402
from wortlaut.training.names_score import Score, score_names  # noqa: E402

ROWS = (
    "# source\n1\tDie\tO\tO\n2\tHamburger\tB-LOCderiv\tO\n3\tAnna\tB-PER\tO\n4\tAlbers\tI-PER\tO\n5\tgrüßt\tO\tO\n"
    '6\t"\tO\tO\n7\tBild\tB-ORG\tO\n8\t"\tO\tO\n9\t.\tO\tO\n\n'
)


@pytest.fixture(scope="module")
def sentence(tmp_path_factory: pytest.TempPathFactory) -> names_data.Named:
    path = tmp_path_factory.mktemp("corpus") / "dev.tsv"
    path.write_text(ROWS, "utf-8")
    (found,) = names_data.germeval(path)
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, model: Model, sentence: names_data.Named) -> Path:
    """The shipped statement model with a head that has learned one sentence."""
    from wortlaut.training.names import copy_encoder

    path = tmp_path_factory.mktemp("weights")
    copy_encoder(None, path)
    torch.manual_seed(1)
    plan = Plan(width=32, near=32)
    network = NamesNetwork(plan, dropout=0.0)
    examples = frozen([sentence], model, plan.layers)
    learn_head(network, examples * 30, [], [], (0, 200))
    export_names(network, {"trained_on": ["one sentence"]}, path)
    (example,) = examples
    with torch.no_grad():
        hidden = network(padded([example.layers]).float(), token_mask([example]), padded([example.features]))
        np.save(path / "expected.npy", network.heads.scores[CORPUS](hidden)[0].numpy())
    return path


def test_germeval_becomes_text(sentence: names_data.Named) -> None:
    assert sentence.text == 'Die Hamburger Anna Albers grüßt "Bild".'
    assert [(span.cut(sentence.text), label) for span, label in sentence.names] == [
        ("Hamburger", "LOCderiv"), ("Anna Albers", "PER"), ("Bild", "ORG"),
    ]  # fmt: skip


def test_targets_and_back(sentence: names_data.Named) -> None:
    spans = names_data.reading_of(sentence.text).tokens
    tags = names_data.targets(sentence, spans, LABELS)
    assert [LABELS[(t - 1) // 2] for t in tags if t % 2] == ["LOCderiv", "PER", "ORG"]
    assert sum(t > 0 and t % 2 == 0 for t in tags) == 1
    assert names_data.on_words([(Span(14, 25), "PER")], sentence.words) == {(2, 3, "PER")}


def test_smartdata_keeps_three_classes(tmp_path: Path) -> None:
    row = {"text": "Anna Albers von Siemens in Hamburg am Montag.", "mentions": [
        {"start": 0, "end": 11, "type": "person"}, {"start": 16, "end": 23, "type": "organization-company"},
        {"start": 27, "end": 34, "type": "location-city"}, {"start": 38, "end": 44, "type": "date"},
    ]}  # fmt: skip
    (tmp_path / "train.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    (found,) = names_data.smartdata(tmp_path / "train.jsonl")
    assert [label for _, label in found.names] == ["PER", "ORG", "LOC"]


def test_score_by_hand() -> None:
    score = Score()
    score.add({(0, 1, "PER"), (3, 3, "LOCderiv")}, {(0, 1, "PER"), (3, 3, "LOC")})
    assert score.f1(["PER"]) == 1.0
    assert score.summary()["four_classes"] == pytest.approx(2 / 3, abs=1e-4)
    assert score.summary()["all_labels"] == pytest.approx(0.5)


def test_batches_hold_one_corpus_each(model: Model, sentence: names_data.Named) -> None:
    examples = frozen([sentence] * 9, model, (4,))
    examples[3].corpus = "wikiann"
    groups = batches(examples, random.Random(1), 60)
    assert sum(map(len, groups)) == 9
    assert all(len({e.corpus for e in group}) == 1 for group in groups)


def test_learns_one_sentence_and_exports_it(folder: Path, sentence: names_data.Named) -> None:
    assert score_names(Model(folder), [sentence]).summary()["all_labels"] == 1.0


def test_export_computes_what_the_network_computes(folder: Path, sentence: names_data.Named) -> None:
    shipped = Model(folder)
    reading = names_data.reading_of(sentence.text)
    encoded = encode(reading, shipped.pieces)
    words = [span.cut(sentence.text) for span in reading.tokens]
    scores = shipped.names(encoded, shipped.tag(encoded), features(words, encoded.sentence))
    assert np.corrcoef(scores.ravel(), np.load(folder / "expected.npy").ravel())[0, 1] > 0.99
