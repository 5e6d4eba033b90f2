from __future__ import annotations

import pytest

from tests.archive.articles import changed, harbour, school
from wortlaut.archive import Archive, Query
from wortlaut.archive.packing import pack, packed_text
from wortlaut.archive.recalling import Recall
from wortlaut.errors import WortlautError
from wortlaut.record import Analysis


def packed(analysis: Analysis) -> tuple[bytes, bytes]:
    return pack(analysis), packed_text(analysis.article.text)


def test_the_same_bytes_are_unpacked_once() -> None:
    recall, one = Recall(), harbour().analysis
    first, again = recall.analysis(*packed(one)), recall.analysis(*packed(one))
    assert first == one and again is first


def test_other_bytes_are_another_analysis() -> None:
    recall = Recall()
    assert recall.analysis(*packed(harbour().analysis)) == harbour().analysis
    assert recall.analysis(*packed(changed(harbour()).analysis)) == changed(harbour()).analysis
    assert len(recall) == 2


def test_what_was_not_asked_for_longest_is_forgotten_first() -> None:
    one, two = packed(harbour().analysis), packed(school().analysis)
    recall = Recall(most=len(b"".join(one)) + len(b"".join(two)) + 200)
    first, _ = recall.analysis(*one), recall.analysis(*two)
    assert recall.analysis(*one) is first
    recall.analysis(*packed(changed(school()).analysis))
    assert recall.analysis(*one) is first
    assert len(recall) == 2


def test_what_is_larger_than_the_memory_is_not_remembered() -> None:
    recall = Recall(most=10)
    recall.analysis(*packed(harbour().analysis))
    assert len(recall) == 0


def test_damaged_bytes_are_an_error_each_time() -> None:
    recall = Recall()
    for _ in range(2):
        with pytest.raises(WortlautError):
            recall.analysis(b"nothing", packed_text("Text"))


def test_a_change_of_the_archive_is_seen_at_once(archive: Archive) -> None:
    archive.add(harbour())
    before = archive.find(Query(words="Werft")).hits[0].kept
    archive.add(changed(harbour()))
    after = archive.find(Query(words="Werft")).hits[0].kept
    assert (before.version, after.version) == (1, 2)
    assert after.analysis.article.text.endswith("ergänzt.")
