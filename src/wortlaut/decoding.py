"""Best paths and marginal probabilities of tags (linear-chain conditional random field)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
RESCALED = 8  # steps after which the running products are scaled; in float64 they cannot vanish before
SMALLEST = 1e-34  # of a tag beside the likeliest one of its token


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
    """Forward-backward: scores (tokens, tags), steps (from, to) -> the probability of each tag, float32 (tokens,
    tags).
    """
    size, tags = scores.shape
    if not size:
        return np.zeros((0, tags), np.float32)
    local = np.maximum(np.exp((scores - scores.max(1, keepdims=True)).astype(np.float64)), SMALLEST)
    step = np.exp(steps.astype(np.float64))
    forward = _products(local, step)
    backward = _products(local[::-1], step.T)[::-1]
    both = forward * backward / local  # the token's own score is in both
    found: Floats = (both / both.sum(1, keepdims=True)).astype(np.float32)
    return found


def _products(local: NDArray[np.float64], step: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each token the summed weight of all paths up to it, by its tag, up to a factor a token."""
    found = np.empty_like(local)
    row = found[0]
    row[:] = local[0]
    for t in range(1, len(local)):
        following = found[t]
        np.dot(row, step, out=following)
        following *= local[t]
        if t % RESCALED == 0:
            following /= following.sum()
        row = following
    return found
