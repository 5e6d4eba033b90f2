"""Training: targets, losses and export, on tiny networks; the pretrained weights and the corpora are not needed."""

from __future__ import annotations

import random

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra [train] is not installed")

from wortlaut.encoding import encode  # noqa: E402
from wortlaut.golden import parse  # noqa: E402
from wortlaut.model import Model  # noqa: E402
from wortlaut.pieces import Pieces  # noqa: E402
from wortlaut.reading import read  # noqa: E402
from wortlaut.text import Article  # noqa: E402
from wortlaut.training import corpora, tune  # noqa: E402
from wortlaut.training.batches import collate  # noqa: E402
from wortlaut.training.examples import examples  # noqa: E402
from wortlaut.training.export import export  # noqa: E402
from wortlaut.training.learn import loss  # noqa: E402
from wortlaut.training.network import Crf, Network, allowed_steps  # noqa: E402

LETTERS = "abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZ„“.,:"
VOCABULARY = [("<s>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -2.0), *((letter, -5.0) for letter in LETTERS)]
GOLDEN = (
    "⟦content1:„Wir bauen“⟧⟦frame1:, ⟦cue1:sagte⟧ ⟦speaker1,2:Eva Brandt⟧⟧. "
    "⟦content2:Das Geld reiche ⟦content3:„aus“⟧.⟧"
    "\n---\n1 direct speech\n2 indirect_free_indirect speech\n3 direct speech\n"
)


def document() -> corpora.Document:
    analysis = parse(GOLDEN).analysis
    return corpora.Document("invented", "quotes", analysis.article.text, analysis.statements)


def network() -> Network:
    torch.manual_seed(3)
    return Network(len(VOCABULARY), 1, ("quotes",)).eval()


def test_targets_follow_the_gold() -> None:
    (example,) = examples(document(), Pieces(VOCABULARY))
    text = document().text
    words = [text[s.start : s.end] for s in read(Article(text)).tokens]
    direct = [word for word, tag in zip(words, example.direct, strict=True) if tag]
    other = [word for word, tag in zip(words, example.other, strict=True) if tag]
    assert direct == ["„", "Wir", "bauen", "“", "„", "aus", "“"]
    assert other == ["Das", "Geld", "reiche", "„", "aus", "“", "."]
    speakers = {words[i] for segment in example.segments for i in segment.roles[0]}
    assert speakers == {"Eva", "Brandt"}


def test_other_quotation_marks_keep_offsets() -> None:
    changed = corpora.requoted(document(), random.Random(1))
    assert len(changed.text) == len(document().text)
    assert changed.text != document().text


def test_loss_falls_when_learning() -> None:
    net = network().train()
    batch = collate(examples(document(), Pieces(VOCABULARY)))
    optimizer = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=2e-3)
    values = []
    for _ in range(12):
        value = loss(net, batch, 0.1)
        value.backward()
        optimizer.step()
        optimizer.zero_grad()
        values.append(value.item())
    assert values[-1] < 0.6 * values[0]


def test_crf_loss_is_the_negative_log_likelihood() -> None:
    """Against the sum over all paths, by hand."""
    torch.manual_seed(0)
    crf = Crf(allowed_steps(1))
    crf.transitions.data.normal_()
    scores, tags = torch.randn(1, 4, 3), torch.tensor([[0, 1, 2, 0]])
    step = crf.transitions + crf.forbidden
    paths = torch.cartesian_prod(*[torch.arange(3)] * 4)
    sums = scores[0, torch.arange(4), paths].sum(1) + step[paths[:, :-1], paths[:, 1:]].sum(1)
    right = (paths == tags).all(1).nonzero().item()
    expected = (sums.logsumexp(0) - sums[right]) / 4
    assert torch.allclose(crf.loss(scores, tags, torch.ones(1, 4)), expected, atol=1e-4)


def test_export_computes_what_the_network_computes(tmp_path) -> None:
    net = network()
    encoded = encode(read(Article(document().text)), Pieces(VOCABULARY))
    window = encoded.windows[0]
    given = [torch.from_numpy(x)[None] for x in (window.ids, window.states, np.ones_like(window.ids), window.first)]
    with torch.no_grad():
        vectors = net.encoder(*given)
        tags = net.tags["quotes"](vectors)[0].numpy()
    blank = {"thresholds": tune.DEFAULT, "calibration": tune.PLAIN, "grammar": tune.GRAMMAR}
    export(net, VOCABULARY, blank, tmp_path)
    tagged = Model(tmp_path).tag(encoded)
    assert np.corrcoef(tagged.vectors.ravel(), vectors[0].numpy().ravel())[0, 1] > 0.99
    assert np.corrcoef(tagged.tags.ravel(), tags.ravel())[0, 1] > 0.98


def test_reliability_counts_each_statement_once() -> None:
    rows = tune.reliability([(0.2, False), (0.75, True), (0.97, True), (1.0, True)])
    assert sum(row["statements"] for row in rows) == 4
    assert rows[-1]["right"] == 1.0
