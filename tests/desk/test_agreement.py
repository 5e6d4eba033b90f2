"""agreement.py against published worked examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.desk.agreement import agreement, share


def units(readers: tuple[str, ...]) -> list[list[str]]:
    return [[value for value in values if value != "."] for values in zip(*readers, strict=True)]


@pytest.mark.parametrize(
    "readers, alpha",
    [
        (("0100000010", "1110010000"), 0.095),
        (("aabbdcccedda", "babbbccceddd"), 0.692),
        (("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743),
    ],
)
def test_alpha_is_as_in_krippendorff_2011(readers: tuple[str, ...], alpha: float) -> None:
    """Examples A (binary), B (nominal) and C (four readers, missing values) of that paper."""
    assert agreement(units(readers)).alpha == pytest.approx(alpha, abs=0.0005)


@pytest.mark.parametrize(
    "right, all, low, high",
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_is_as_in_newcombe_1998(right: int, all: int, low: float, high: float) -> None:
    """Robert G. Newcombe, Two-sided confidence intervals for the single proportion, Table I, method 3."""
    found = share(right, all)
    assert (found.low, found.high) == (pytest.approx(low, abs=0.0001), pytest.approx(high, abs=0.0001))


def test_of_nothing_nothing_is_known() -> None:
    found = agreement([("a",), ()])
    assert (found.units, found.pairs, found.alpha) == (0, 0, None)
    assert agreement([("a", "a")] * 3).alpha is None
    assert (share(0, 0).value, share(0, 0).low, share(0, 0).high) == (None, 0.0, 1.0)


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=4)))
def test_alpha_is_one_only_where_all_agree(values: list[list[str]]) -> None:
    found = agreement(values)
    assert found.same <= found.pairs
    if found.alpha is not None:
        assert found.alpha <= 1
        assert (found.alpha == 1) == (found.same == found.pairs)
        assert agreement([list(reversed(unit)) for unit in reversed(values)]).alpha == pytest.approx(found.alpha)


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_share_lies_in_its_interval(right: int, wrong: int) -> None:
    found = share(right, right + wrong)
    assert 0 <= found.low <= found.high <= 1
    if found.value is not None:
        assert found.low <= found.value + 1e-12 and found.value - 1e-12 <= found.high
