import random
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_tokens import few
from wortlaut.assignment import assign


@st.composite
def matrices(draw: st.DrawFn) -> list[list[float]]:
    columns = draw(st.integers(1, 5))
    values = st.sampled_from([0.0, 0.01, 0.5, 1.0]) | st.floats(-2, 2, width=16)
    return draw(st.lists(st.lists(values, min_size=columns, max_size=columns), min_size=1, max_size=5))


def total(values: list[list[float]], pairs: list[tuple[int, int]]) -> float:
    return sum(values[row][column] for row, column in pairs)


def greatest(values: list[list[float]]) -> float:
    """The greatest total of all complete one-to-one assignments, by trying them all."""
    if len(values) > len(values[0]):
        values = [list(column) for column in zip(*values, strict=True)]
    columns = range(len(values[0]))
    return max(total(values, list(enumerate(chosen))) for chosen in permutations(columns, len(values)))


@few
@given(matrices())
def test_no_other_assignment_is_worth_more(values: list[list[float]]) -> None:
    assert total(values, assign(values)) == pytest.approx(greatest(values), abs=1e-9)


@few
@given(matrices())
def test_each_has_one_partner_at_most_and_the_fewer_all_have_one(values: list[list[float]]) -> None:
    pairs = assign(values)
    assert len(pairs) == min(len(values), len(values[0]))
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert pairs == sorted(pairs)


@pytest.mark.parametrize("rows, columns", [(40, 40), (25, 60), (60, 25)])
def test_a_large_assignment_that_is_known(rows: int, columns: int) -> None:
    chance = random.Random(rows)
    shuffled = chance.sample(range(max(rows, columns)), max(rows, columns))
    known = [(a, b) for a, b in enumerate(shuffled) if a < rows and b < columns] if columns <= rows else None
    pairs = known or list(enumerate(shuffled[:rows]))
    values = [[chance.random() + 2 * ((row, column) in pairs) for column in range(columns)] for row in range(rows)]
    assert assign(values) == pairs


@pytest.mark.parametrize("values", [[], [[]], [[], []]])
def test_nothing_is_assigned_to_nothing(values: list[list[float]]) -> None:
    assert assign(values) == []


def test_the_best_for_all_is_not_the_best_for_each() -> None:
    assert assign([[0.9, 0.8], [0.8, 0.1]]) == [(0, 1), (1, 0)]
