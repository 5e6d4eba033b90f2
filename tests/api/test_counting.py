"""counting.py."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from wortlaut.api.counting import MOST, Counting
from wortlaut.archive import Count, Query


class Counted:
    """An archive that counts how often it is asked."""

    url = "counted"

    def __init__(self) -> None:
        self.asked = 0
        self.fails = False
        self.go_on = threading.Event()
        self.go_on.set()

    def total(self, query: Query) -> Count:
        self.asked += 1
        assert self.go_on.wait(10)
        if self.fails:
            raise RuntimeError("no")
        return Count(None, self.asked, 0)


def test_a_count_holds_for_a_minute_whatever_the_page() -> None:
    now, archive = [0.0], Counted()
    counting = Counting(lambda: now[0])
    query = Query("Werft")
    others = (replace(query, limit=5), replace(query, after="7"), replace(query, order="score"))
    assert {counting.total(archive, one).statements for one in (query, *others)} == {1}  # type: ignore[arg-type]
    counting.total(archive, Query("Hafen"))  # type: ignore[arg-type]
    assert archive.asked == 2
    now[0] = 61.0
    counting.total(archive, query)  # type: ignore[arg-type]
    assert archive.asked == 3


def test_who_asks_at_the_same_time_waits_for_the_same() -> None:
    archive, counting = Counted(), Counting()
    archive.go_on.clear()
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(counting.total, archive, Query("Werft")) for _ in range(8)]  # type: ignore[arg-type]
        archive.go_on.set()
        assert {one.result().statements for one in asked} == {1}


def test_a_failure_is_not_kept() -> None:
    archive, counting = Counted(), Counting()
    archive.fails = True
    with pytest.raises(RuntimeError):
        counting.total(archive, Query())  # type: ignore[arg-type]
    archive.fails = False
    assert counting.total(archive, Query()).statements == 2  # type: ignore[arg-type]


def test_only_so_many_are_kept() -> None:
    archive, counting = Counted(), Counting()
    for number in range(MOST + 5):
        counting.total(archive, Query(f"a{number}"))  # type: ignore[arg-type]
    assert len(counting._held) == MOST
