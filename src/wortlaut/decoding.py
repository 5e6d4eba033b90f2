"""Best paths and marginal probabilities over tag scores (linear-chain conditional random field)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def best_path(scores: Floats, steps: Floats) -> NDArray[np.int64]:
    """Viterbi: scores (tokens, tags), steps (from, to) -> the likeliest tag of each token, int64 (tokens,)."""
    size = len(scores)
    if not size:
        return np.zeros(0, np.int64)
    back = np.zeros((size, scores.shape[1]), np.int64)
    best = scores[0]
    columns = np.arange(scores.shape[1])
    for t in range(1, size):
        reached = best[:, None] + steps
        back[t] = reached.argmax(0)
        best = reached[back[t], columns] + scores[t]
    path = np.zeros(size, np.int64)
    path[-1] = best.argmax()
    for t in range(size - 1, 0, -1):
        path[t - 1] = back[t, path[t]]
    return path


def marginals(scores: Floats, steps: Floats) -> Floats:
    """Forward-backward: the probability of each tag at each token, float32 (tokens, tags)."""
    size, tags = scores.shape
    if not size:
        return np.zeros((0, tags), np.float32)
    local = np.exp(scores - scores.max(1, keepdims=True))
    step = np.exp(np.maximum(steps, -60.0))
    forward = np.empty((size, tags), np.float64)
    backward = np.empty((size, tags), np.float64)
    forward[0] = local[0] / local[0].sum()
    for t in range(1, size):
        row = (forward[t - 1] @ step) * local[t]
        forward[t] = row / row.sum()
    backward[-1] = 1.0
    for t in range(size - 2, -1, -1):
        row = step @ (local[t + 1] * backward[t + 1])
        backward[t] = row / row.sum()
    both = forward * backward
    found: Floats = (both / both.sum(1, keepdims=True)).astype(np.float32)
    return found
