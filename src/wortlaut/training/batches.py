"""Examples as padded tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from wortlaut.encoding import link_buckets, link_window
from wortlaut.model import neighbours
from wortlaut.pieces import UNKNOWN
from wortlaut.statements import ROLES
from wortlaut.training.examples import Example

PIECES = 3200  # of a batch, padding included


@dataclass(frozen=True)
class Batch:
    """B windows of one corpus; see network.py for the letters. Segments point into the flattened (B * T) tokens."""

    corpus: str
    ids: Tensor
    states: Tensor
    mask: Tensor
    first: Tensor
    token_mask: Tensor
    direct: Tensor
    other: Tensor
    hints: Tensor
    segment_ends: Tensor  # (S, 2): flat index of the first token and after the last
    link_index: Tensor  # (S, W) flat indices of tokens
    link_mask: Tensor
    distance: Tensor
    sentence: Tensor
    roles: Tensor  # (S, W, 4)
    medium: Tensor  # (S,)
    pairs: Tensor  # (N, 2) indices of segments
    joined: Tensor  # (N,) whether both are of one statement


def batches(found: Sequence[Example], source: random.Random) -> Iterator[list[Example]]:
    """Groups of windows of one corpus and of similar length, shuffled."""
    order = sorted(found, key=lambda e: (e.corpus, len(e.window.ids) + source.randrange(24)))
    groups: list[list[Example]] = []
    for example in order:
        size = len(example.window.ids)
        if groups and groups[-1][0].corpus == example.corpus and (len(groups[-1]) + 1) * size <= PIECES:
            groups[-1].append(example)
        else:
            groups.append([example])
    source.shuffle(groups)
    yield from groups


def collate(group: list[Example], word_dropout: float = 0.0) -> Batch:
    """Pad a group; `word_dropout` is the share of pieces that become <unk>."""
    p = max(len(e.window.ids) for e in group)
    t = max(len(e.window.first) for e in group)
    ids = _padded([e.window.ids for e in group], p)
    if word_dropout:
        hidden = (torch.rand(ids.shape) < word_dropout) & (ids > UNKNOWN)
        ids = torch.where(hidden, torch.tensor(UNKNOWN), ids)
    links = [(row * t, e, s) for row, e in enumerate(group) for s in e.segments]
    pair_list = _pairs(group)
    windows = [link_window(s.first, s.after, len(e.window.first)) for _, e, s in links]
    w = max((len(window) for window in windows), default=1)
    index = torch.zeros(len(links), w, dtype=torch.long)
    distance, sentence = torch.zeros_like(index), torch.zeros_like(index)
    link_mask = torch.zeros(len(links), w)
    roles = torch.zeros(len(links), w, len(ROLES))
    for n, ((offset, e, s), window) in enumerate(zip(links, windows, strict=True)):
        size = len(window)
        index[n, :size] = torch.arange(offset + window.start, offset + window.stop)
        near, lines = link_buckets(s.first, s.after, window, e.sentence)
        distance[n, :size], sentence[n, :size] = torch.from_numpy(near), torch.from_numpy(lines)
        link_mask[n, :size] = 1
        for column, tokens in enumerate(s.roles):
            roles[n, [i - window.start for i in tokens if i in window], column] = 1
    return Batch(
        group[0].corpus, ids, _padded([e.window.states for e in group], p),
        _padded([np.ones(len(e.window.ids), np.int64) for e in group], p),
        _padded([e.window.first for e in group], t),
        _padded([np.ones(len(e.window.first), np.int64) for e in group], t).float(),
        _padded([e.direct for e in group], t), _padded([e.other for e in group], t),
        torch.stack([torch.nn.functional.pad(torch.from_numpy(e.hints), (0, 0, 0, t - len(e.hints))) for e in group]),
        torch.tensor([[offset + s.first, offset + s.after] for offset, _, s in links]).view(-1, 2),
        index, link_mask, distance, sentence, roles, torch.tensor([s.medium for _, _, s in links], dtype=torch.long),
        torch.tensor([p[:2] for p in pair_list]).view(-1, 2), torch.tensor([float(p[2]) for p in pair_list]),
    )  # fmt: skip


def _padded(rows: list[np.ndarray], width: int) -> Tensor:
    padded = np.zeros((len(rows), width), np.int64)
    for number, row in enumerate(rows):
        padded[number, : len(row)] = row
    return torch.from_numpy(padded)


def _pairs(group: list[Example]) -> list[tuple[int, int, bool]]:
    """Neighbouring segments of one layer, two apart at most, and whether one statement holds both."""
    found: list[tuple[int, int, bool]] = []
    offset = 0
    for example in group:
        owners = [segment.statement for segment in example.segments]
        pairs = neighbours([segment.layer for segment in example.segments])
        found += [(offset + i, offset + j, owners[i] == owners[j]) for i, j in pairs]
        offset += len(example.segments)
    return found
