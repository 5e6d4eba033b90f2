from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_tokens import few
from wortlaut.decoding import Floats, best_path, marginals


@st.composite
def chains(draw: st.DrawFn) -> tuple[Floats, Floats]:
    """Scores (tokens, tags) and steps (from, to), some of them forbidden."""
    tokens, tags = draw(st.integers(1, 5)), draw(st.integers(1, 3))
    numbers = np.random.default_rng(draw(st.integers(0, 10_000)))
    steps = numbers.normal(0, 2, (tags, tags))
    forbidden = numbers.random((tags, tags)) < draw(st.sampled_from([0.0, 0.3]))
    np.fill_diagonal(forbidden, False)
    scores = numbers.normal(0, draw(st.sampled_from([0.1, 1, 3])), (tokens, tags))
    return scores.astype(np.float32), np.where(forbidden, -1e4, steps).astype(np.float32)


def paths(scores: Floats, steps: Floats) -> dict[tuple[int, ...], float]:
    """Every path and its score."""
    tokens, tags = scores.shape
    return {
        path: float(sum(scores[t, tag] for t, tag in enumerate(path)))
        + float(sum(steps[a, b] for a, b in zip(path, path[1:], strict=False)))
        for path in product(range(tags), repeat=tokens)
    }


@few
@given(chains())
def test_the_best_path_is_the_best_of_all(chain: tuple[Floats, Floats]) -> None:
    everything = paths(*chain)
    found = best_path(*chain)
    assert found.dtype == np.int64
    assert everything[tuple(found.tolist())] == pytest.approx(max(everything.values()), abs=1e-3)


@few
@given(chains())
def test_marginals_are_the_shares_of_all_paths(chain: tuple[Floats, Floats]) -> None:
    everything = paths(*chain)
    best = max(everything.values())
    weights = {path: np.exp(score - best) for path, score in everything.items()}
    expected = np.zeros(chain[0].shape)
    for path, weight in weights.items():
        expected[range(len(path)), path] += weight / sum(weights.values())
    assert marginals(*chain) == pytest.approx(expected, abs=1e-4)


def test_a_forbidden_step_is_not_taken() -> None:
    scores = np.array([[2, 0, 0], [0, 0, 2], [0, 0, 2]], np.float32)  # outside, begin, inside
    steps = np.array([[0, 0, -1e4], [0, 0, 0], [0, 0, 0]], np.float32)
    assert best_path(scores, steps).tolist() == [0, 1, 2]
    assert marginals(scores, steps)[1, 2] > 0.3
    assert np.all(marginals(np.array([[9, -9, -9], [0, 0, 2]], np.float32), steps)[1, 2] < 1e-6)


def test_a_forbidden_step_is_not_taken_for_any_score() -> None:
    steps = np.array([[0, -1e4], [0, 0]], np.float32)
    scores = np.array([[70, 0], [0, 71]], np.float32)
    assert best_path(scores, steps).tolist() == [1, 1]
    assert marginals(scores, steps)[0, 1] > 0.7


@pytest.mark.parametrize("size", [100, 3000])
def test_a_long_chain_stays_finite(size: int) -> None:
    scores = np.random.default_rng(1).normal(0, 50, (size, 3)).astype(np.float32)
    steps = np.array([[0, 1, -1e4], [0, 0, 1], [1, 0, 2]], np.float32)
    found = marginals(scores, steps)
    assert found.dtype == np.float32
    assert found.sum(1) == pytest.approx(np.ones(size), abs=1e-5)
    assert best_path(scores, steps).shape == (size,)


def test_no_tokens_have_no_tags() -> None:
    nothing, steps = np.zeros((0, 3), np.float32), np.zeros((3, 3), np.float32)
    assert best_path(nothing, steps).shape == (0,)
    assert marginals(nothing, steps).shape == (0, 3)
