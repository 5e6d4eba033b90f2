"""The one-to-one assignment of greatest total value (Hungarian algorithm, Kuhn 1955; shortest augmenting paths)."""

from __future__ import annotations

from collections.abc import Sequence


def assign(values: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column) that maximise the sum of `values`; every row or every column gets a partner.

    >>> assign([[1.0, 2.0], [2.0, 4.0]])
    [(0, 0), (1, 1)]
    """
    if not values or not values[0]:
        return []
    if len(values) > len(values[0]):
        return sorted((row, column) for column, row in assign(list(zip(*values, strict=True))))
    rows, columns = len(values), len(values[0])
    row_price = [0.0] * (rows + 1)
    column_price = [0.0] * (columns + 1)
    owner = [0] * (columns + 1)  # row of each column, from 1; 0 is none
    for row in range(1, rows + 1):
        _augment(values, row, owner, row_price, column_price)
    return sorted((owner[column] - 1, column - 1) for column in range(1, columns + 1) if owner[column])


def _augment(
    values: Sequence[Sequence[float]],
    row: int,
    owner: list[int],
    row_price: list[float],
    column_price: list[float],
) -> None:
    """Give `row` a column, moving others where that is better."""
    columns = len(column_price) - 1
    owner[0], column = row, 0
    slack = [float("inf")] * (columns + 1)
    back = [0] * (columns + 1)
    seen = [False] * (columns + 1)
    while owner[column]:
        seen[column] = True
        current, step, following = owner[column], float("inf"), 0
        for other in range(1, columns + 1):
            if seen[other]:
                continue
            cost = -values[current - 1][other - 1] - row_price[current] - column_price[other]
            if cost < slack[other]:
                slack[other], back[other] = cost, column
            if slack[other] < step:
                step, following = slack[other], other
        for other in range(columns + 1):
            if seen[other]:
                row_price[owner[other]] += step
                column_price[other] -= step
            else:
                slack[other] -= step
        column = following
    while column:
        owner[column], column = owner[back[column]], back[column]
