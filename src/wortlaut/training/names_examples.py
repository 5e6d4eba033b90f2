"""Texts as examples of names: what the frozen encoder says of each token, computed once, beside the tags."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from wortlaut.encoding import Window, encode
from wortlaut.entities import features
from wortlaut.model import Model, last_pieces
from wortlaut.pieces import UNKNOWN, Pieces
from wortlaut.training.names_data import Named, reading_of, targets
from wortlaut.training.names_network import CORPORA, CORPUS


@dataclass
class Example:
    """A window of a text; `tags` int64 (T,), `features` int64 (T, F), `layers` float16 (T, H of each layer).

    `soft` float16 (T, tags): the teacher's probabilities, of texts without tags.
    """

    corpus: str
    window: Window
    tags: NDArray[np.int64]
    features: NDArray[np.int64] = field(default_factory=lambda: np.zeros((0, 0), np.int64))
    layers: NDArray[np.float16] = field(default_factory=lambda: np.zeros((0, 0), np.float16))
    soft: NDArray[np.float16] | None = None


def plain(documents: Iterable[Named], pieces: Pieces) -> list[Example]:
    """Windows and tags alone, for the teacher."""
    return [e for d in documents for e in _examples(d, pieces)]


def frozen(documents: Iterable[Named], model: Model, layers: Sequence[int]) -> list[Example]:
    """The same with the layers of the product's encoder: the mean of each token's first and last piece."""
    found = []
    for document in documents:
        for example in _examples(document, model.pieces):
            window = example.window
            outputs = model.layers(window, [f"layer{number}" for number in layers])
            ends = window.first, last_pieces(window)
            example.layers = np.concatenate([(x[0, ends[0]] + x[0, ends[1]]) / 2 for x in outputs], -1).astype(
                np.float16
            )
            found.append(example)
    return found


def batches(examples: Sequence[Example], source: random.Random, size: int) -> list[list[Example]]:
    """Groups of one corpus and of similar length, of `size` pieces, shuffled."""
    order = sorted(examples, key=lambda e: (e.corpus, e.soft is not None, len(e.window.ids) + source.randrange(12)))
    groups: list[list[Example]] = []
    for e in order:
        alike = groups and (groups[-1][0].corpus, groups[-1][0].soft is None) == (e.corpus, e.soft is None)
        if alike and (len(groups[-1]) + 1) * len(e.window.ids) <= size:
            groups[-1].append(e)
        else:
            groups.append([e])
    source.shuffle(groups)
    return groups


def encoder_input(group: Sequence[Example], hidden: float = 0.0) -> list[Tensor]:
    """ids, states, mask and first, padded; `hidden` is the share of pieces that become <unk>."""
    ids = padded([e.window.ids for e in group])
    if hidden:
        ids = torch.where((torch.rand(ids.shape) < hidden) & (ids > UNKNOWN), torch.tensor(UNKNOWN), ids)
    mask = padded([np.ones(len(e.window.ids), np.int64) for e in group])
    return [ids, padded([e.window.states for e in group]), mask, padded([e.window.first for e in group])]


def token_mask(group: Sequence[Example]) -> Tensor:
    """1 at tokens, 0 at padding (B, T)."""
    return padded([np.ones(len(e.window.first), np.float32) for e in group])


def padded(rows: Sequence[NDArray[np.generic]]) -> Tensor:
    """Rows of different length as one tensor, in the rows' type."""
    found = np.zeros((len(rows), max(map(len, rows)), *rows[0].shape[1:]), rows[0].dtype)
    for number, row in enumerate(rows):
        found[number, : len(row)] = row
    return torch.from_numpy(found)


def _examples(document: Named, pieces: Pieces) -> list[Example]:
    reading = reading_of(document.text)
    encoded = encode(reading, pieces)
    tags = targets(document, reading.tokens, CORPORA.get(document.corpus, CORPORA[CORPUS]))
    words = [span.cut(document.text) for span in reading.tokens]
    letters = features(words, encoded.sentence)
    found = []
    for window in encoded.windows:
        here = slice(window.start, window.start + len(window.first))
        found.append(Example(document.corpus, window, tags[here], letters[here]))
    return found
