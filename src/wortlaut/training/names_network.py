"""The head of names over the encoder's layers, which it does not change.

Shapes: B windows, P pieces, T tokens, H = 384 values a piece, F features of a word's letters.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from wortlaut.entities import BUCKETS, HASHED, LABELS, SHAPES
from wortlaut.training.names_data import PLAIN
from wortlaut.training.network import HIDDEN, Crf, Layer, allowed_steps

CORPUS = "germeval"  # whose labels the product uses
CORPORA = {"germeval": LABELS, "smartdata": PLAIN, "wikiann": PLAIN}


@dataclass(frozen=True)
class Shape:
    """Which layers of the encoder are read; how many own layers stand on the first of them; widths."""

    layers: tuple[int, ...] = (4, 6, 8)
    deep: int = 0
    width: int = 192
    letters: int = 16
    near: int = 256


class NamesNetwork(nn.Module):
    """Layers of the encoder and letters of words -> scores of tags, with a layer of scores for each corpus."""

    def __init__(self, shape: Shape, dropout: float = 0.4) -> None:
        super().__init__()
        self.plan = shape
        self.deep = nn.ModuleList(Layer(HIDDEN, 12, 0.1) for _ in range(shape.deep))
        self.squeeze = nn.Linear(HIDDEN * (len(shape.layers) + bool(shape.deep)), shape.width)
        self.shape = nn.Embedding(SHAPES, shape.letters)
        self.letters = nn.Embedding(BUCKETS, shape.letters)
        nn.init.normal_(self.shape.weight, std=0.3)
        nn.init.normal_(self.letters.weight, std=0.1)
        self.near = nn.Conv1d(shape.width + shape.letters * (1 + HASHED), shape.near, 3, padding=1)
        self.heads = nn.ModuleDict({name: nn.Linear(shape.near, 1 + 2 * len(own)) for name, own in CORPORA.items()})
        self.crf = nn.ModuleDict({name: Crf(allowed_steps(len(own))) for name, own in CORPORA.items()})
        self.hide, self.drop = nn.Dropout(0.2), nn.Dropout(dropout)

    def vectors(self, layers: list[Tensor], first: Tensor, last: Tensor, mask: Tensor) -> Tensor:
        """Layers (B, P, H), first, last and mask (B, T) -> (B, T, width)."""
        parts = [pooled(x, first, last) for x in layers]
        if self.plan.deep:
            x, bias = parts[0], (1 - mask[:, None, None, :]) * -1e4
            for layer in self.deep:
                x = layer(x, bias)
            parts.append(x)
        return self.squeeze(self.hide(torch.cat(parts, -1)))

    def forward(self, layers: list[Tensor], first: Tensor, last: Tensor, mask: Tensor, features: Tensor) -> Tensor:
        """The same and features (B, T, F) -> (B, T, near), from which each corpus' head scores."""
        letters = self.letters(features[..., 1:]).flatten(-2)
        x = torch.cat([self.vectors(layers, first, last, mask), self.shape(features[..., 0]), letters], -1)
        x = self.drop(x) * mask[..., None]
        return self.drop(functional.gelu(self.near(x.transpose(1, 2))).transpose(1, 2))


def pooled(pieces: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """pieces (B, P, H), first and last (B, T) -> the mean of each token's first and last piece, (B, T, H)."""
    ends = [pieces.gather(1, places[:, :, None].expand(-1, -1, pieces.shape[-1])) for places in (first, last)]
    return (ends[0] + ends[1]) * 0.5
