"""archive/browsing.py."""

from datetime import date

import pytest

from tests.archive import articles
from wortlaut.archive import Archive
from wortlaut.archive.browsing import (
    Wanted,
    article_page,
    utterance_page,
    version_of,
    versions_of,
)


@pytest.fixture
def filled(archive: Archive) -> Archive:
    assert len(list(archive.add_all(articles.several()))) == 5
    return archive


def titles(archive: Archive, wanted: Wanted) -> list[str | None]:
    return [one.analysis.article.title for one in article_page(archive, wanted).kept]


def test_articles_are_listed_in_their_latest_version_the_newest_first(filled: Archive) -> None:
    assert titles(filled, Wanted()) == ["Hafen wird tiefer", "Bagger im Hafen", "Lehrlinge fehlen", "Schule bleibt"]
    assert article_page(filled, Wanted()).kept[0].version == 2


def test_pages_hold_every_article_once(filled: Archive) -> None:
    after, seen = None, []
    for _ in range(4):
        page = article_page(filled, Wanted(limit=1, after=after))
        seen += [one.article for one in page.kept]
        after = page.next
    assert seen == [1, 4, 3, 2] and after is None


def test_articles_are_listed_by_outlet_and_day(filled: Archive) -> None:
    assert titles(filled, Wanted(outlet="kurier")) == ["Bagger im Hafen", "Lehrlinge fehlen"]
    assert titles(filled, Wanted(outlet="Nirgendwo")) == []
    assert titles(filled, Wanted(since=date(2026, 3, 3))) == ["Lehrlinge fehlen", "Schule bleibt"]
    assert titles(filled, Wanted(until=date(2026, 3, 2))) == ["Hafen wird tiefer", "Bagger im Hafen"]


def test_versions_are_given_by_their_numbers(filled: Archive) -> None:
    latest, first = version_of(filled, 1), version_of(filled, 1, 1)
    assert latest and first and (latest.version, first.version) == (2, 1)
    assert not first.latest
    assert [one.number for one in versions_of(filled, 1)] == [1, 2]
    assert version_of(filled, 1, 3) is None
    assert version_of(filled, 99) is None
    assert versions_of(filled, 99) == ()


def test_an_utterance_comes_in_pages(filled: Archive) -> None:
    kept = version_of(filled, 3)
    assert kept is not None
    number = kept.utterances["s1"]
    whole = utterance_page(filled, number)
    assert [hit.kept.article for hit in whole.hits] == [4, 1, 3]  # by the number within a day
    assert {hit.variants for hit in whole.hits} == {3}
    first = utterance_page(filled, number, limit=2)
    assert first.next is not None
    rest = utterance_page(filled, number, limit=2, after=int(first.next))
    assert [*first.hits, *rest.hits] == list(whole.hits) and rest.next is None
    assert utterance_page(filled, 5).hits == ()
