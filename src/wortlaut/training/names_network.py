"""The networks of names: the head over the encoder's layers, which it does not change, and the teacher of the head.

Shapes: B windows, P pieces, T tokens, H = 384 values a piece, F features of a word's letters.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from wortlaut.entities import BUCKETS, HASHED, LABELS, SHAPES
from wortlaut.training.names_data import PLAIN
from wortlaut.training.network import HIDDEN, Crf, Encoder, allowed_steps

CORPUS = "germeval"  # whose labels the product uses
CORPORA = {CORPUS: LABELS, "smartdata": PLAIN, "wikiann": PLAIN}


@dataclass(frozen=True)
class Plan:
    """Which layers of the encoder are read, and how wide the head's own ones are."""

    layers: tuple[int, ...] = (3, 4, 5, 6, 7, 8)
    width: int = 192
    letters: int = 16
    near: int = 256


class Heads(nn.Module):
    """A layer of scores and a CRF for each corpus."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.scores = nn.ModuleDict({name: nn.Linear(width, 1 + 2 * len(own)) for name, own in CORPORA.items()})
        self.crf = nn.ModuleDict({name: Crf(allowed_steps(len(own))) for name, own in CORPORA.items()})

    def loss(self, corpus: str, hidden: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """hidden (B, T, width), tags and mask (B, T) -> the corpus' negative log-likelihood a token."""
        return self.crf[corpus].loss(self.scores[corpus](hidden), tags, mask)


class Teacher(nn.Module):
    """All layers of the pretrained encoder, with all of its pieces: too slow for the product, it labels more text."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.2)
        self.heads = Heads(HIDDEN)


class NamesNetwork(nn.Module):
    """Layers of the encoder and letters of words -> scores of tags."""

    def __init__(self, plan: Plan, dropout: float = 0.4) -> None:
        super().__init__()
        self.plan = plan
        self.squeeze = nn.Linear(HIDDEN * len(plan.layers), plan.width)
        self.shape = nn.Embedding(SHAPES, plan.letters)
        self.letters = nn.Embedding(BUCKETS, plan.letters)
        nn.init.normal_(self.shape.weight, std=0.3)
        nn.init.normal_(self.letters.weight, std=0.1)
        self.near = nn.Conv1d(plan.width + plan.letters * (1 + HASHED), plan.near, 3, padding=1)
        self.heads = Heads(plan.near)
        self.hide, self.drop = nn.Dropout(0.2), nn.Dropout(dropout)

    def forward(self, layers: Tensor, mask: Tensor, features: Tensor) -> Tensor:
        """layers (B, T, H of each), mask (B, T), features (B, T, F) -> (B, T, near), from which the heads score."""
        x = torch.cat([self.squeeze(self.hide(layers)), self.letters_of(features)], -1)
        x = self.drop(x) * mask[..., None]
        return self.drop(functional.gelu(self.near(x.transpose(1, 2))).transpose(1, 2))

    def letters_of(self, features: Tensor) -> Tensor:
        """features (..., F) -> what is known of the letters, (..., F * letters)."""
        return torch.cat([self.shape(features[..., 0]), self.letters(features[..., 1:]).flatten(-2)], -1)
