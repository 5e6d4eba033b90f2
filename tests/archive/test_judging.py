"""Judgements in the archive: kept once, in order, the later one wins."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.archive.behind import change, rows
from wortlaut.archive import Archive
from wortlaut.errors import ArchiveError
from wortlaut.judgements import Judgement

FIRST = Judgement("a", 0, 2, "Ja", "Eva Brandt", "2026-03-09")
SECOND = replace(FIRST, person="Jonas Quast")
KIND = Judgement("b", 3, 7, "nein", None, "2026-03-10", about="statement", statement_kind="indirect")


def test_they_come_back_as_they_were(archive: Archive) -> None:
    assert archive.judge([FIRST, KIND]) == 2
    assert archive.judgements().all == (FIRST, KIND)


def test_what_is_given_again_is_kept_once(archive: Archive, url: str) -> None:
    assert archive.judge([FIRST, SECOND, KIND]) == 3
    assert archive.judge([FIRST, SECOND, KIND]) == 0
    assert archive.judgements().all == (FIRST, SECOND, KIND)
    assert rows(url, "SELECT count(*) FROM judgements") == [(3,)]


def test_who_changes_their_mind_back_is_heard(archive: Archive) -> None:
    archive.judge([FIRST, SECOND])
    assert archive.judge([FIRST]) == 0
    assert archive.judgements().all[-1] == FIRST


def test_none_is_none(archive: Archive) -> None:
    assert archive.judge([]) == 0 and archive.judgements().all == ()


_WORDS = st.text(min_size=1, max_size=5).filter(str.strip)


@given(
    st.lists(
        st.builds(lambda article, text: Judgement(article, 0, len(text), text, None, "2026-01-01"), _WORDS, _WORDS)
    )
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_are_kept(archive: Archive, given_ones: list[Judgement]) -> None:
    archive.judge(given_ones)
    kept = archive.judgements().all
    assert set(given_ones) <= set(kept)
    assert kept[len(kept) - len(set(given_ones)) :] == tuple(dict.fromkeys(reversed(given_ones)))[::-1]


def test_what_cannot_be_read_is_told(archive: Archive, url: str) -> None:
    change(url, """INSERT INTO judgements (id, article, data) VALUES (1, 'a', '{"unknown": 1}')""")
    with pytest.raises(ArchiveError, match="judgement 1 cannot be read"):
        archive.judgements()
