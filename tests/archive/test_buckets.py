"""archive/buckets.py: numbers stand by time, and are asked for where the same can stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.archive.articles import harbour, school
from wortlaut.archive import Archive
from wortlaut.archive.buckets import DAYS, Buckets, bare, bucket, placed
from wortlaut.archive.preparing import New

DAY = st.integers(1, date.max.toordinal())
NUMBER = st.integers(-(1 << 63), (1 << 63) - 1)


@given(DAY, DAY, st.integers(0, 100), NUMBER)
def test_what_is_near_is_asked_for_where_it_is_written(day: int, other: int, reach: int, number: int) -> None:
    written = placed([number], bucket(other))[0]
    assert 0 <= written < 1 << 63
    if abs(day - other) <= reach and other >= DAYS:
        assert written in placed([number], *Buckets([bucket(other)]).around(day, reach))
    assert bare(written) == placed([number], 0)[0]


@given(DAY, NUMBER)
def test_what_has_no_day_is_asked_for_by_all(day: int, number: int) -> None:
    assert placed([number], bucket(0))[0] in placed([number], *Buckets([0, bucket(day)]).around(day, 30))


def test_without_a_day_all_buckets_of_the_archive_are_asked(archive: Archive) -> None:
    def dated(one: New, day: str) -> New:
        return replace(one, analysis=replace(one.analysis, article=replace(one.analysis.article, published=day)))

    list(archive.add_all([dated(harbour(), "2024-02-01"), dated(school(), "2026-03-04")]))
    with archive.reading() as connection:
        every = Buckets.of(connection, [date(2001, 1, 1).toordinal()]).around(0, 30)
    days = [date(2001, 1, 1), date(2024, 2, 1), date(2026, 3, 4)]
    assert every == tuple(sorted({bucket(day.toordinal()) for day in days}))


def test_a_copy_without_a_date_is_of_the_story(archive: Archive) -> None:
    undated = harbour()
    article = replace(undated.analysis.article, published=None, source="text")
    undated = replace(undated, key="text", analysis=replace(undated.analysis, article=article))
    list(archive.add_all([harbour(), undated], together=1))
    assert len(archive.story("1")) == 2
    list(archive.add_all([replace(harbour(), key="https://spaeter.example/hafen")]))
    assert len(archive.story("1")) == 3
