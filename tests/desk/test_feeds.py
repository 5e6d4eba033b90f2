"""desk/feeds.py: added and refused, planned once, told how it went, left alone for longer where it fails."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from tests.archive.behind import change
from tests.desk.addresses import REFUSED
from wortlaut.archive import Archive
from wortlaut.desk.audit import noted
from wortlaut.desk.feeds import LEAST, Feed, Feeds
from wortlaut.desk.jobs import Jobs
from wortlaut.desk.tasks import Visit
from wortlaut.errors import ArchiveError, FetchError, InputError

BOTE = "https://bote.example/feed.xml"


@pytest.fixture
def feeds(archive: Archive) -> Feeds:
    return Feeds(archive)


def waits(feed: Feed) -> timedelta:
    """From the last visit to the next."""
    return datetime.fromisoformat(feed.due) - datetime.fromisoformat(feed.visited or feed.created)


def test_a_feed_is_added_and_due_at_once(feeds: Feeds, archive: Archive) -> None:
    number = feeds.add("HTTPS://Bote.example/feed.xml", outlet=" Lohbrunner Bote ", seconds=900, account="eva")
    feed = feeds.get(number)
    assert (feed.address, feed.outlet, feed.seconds, feed.paused) == (BOTE, "Lohbrunner Bote", 900, False)
    assert feed.due == feed.created and feed.visited is None and feed.job is None
    assert [(told.account, told.action, told.target) for told in noted(archive)] == [("eva", "feed.add", BOTE)]


def test_addresses_that_are_never_asked_are_refused_at_once(feeds: Feeds) -> None:
    for address in REFUSED:
        with pytest.raises(FetchError):
            feeds.add(address, account="eva")
    assert not feeds.all()


def test_what_is_wrong_is_said(feeds: Feeds) -> None:
    feeds.add(BOTE, account="eva")
    for options, why in (
        ({"address": BOTE.upper().replace("FEED.XML", "feed.xml")}, "already"),
        ({"address": BOTE + "1", "seconds": LEAST - 1}, "few"),
        ({"address": BOTE + "2", "seconds": 10**9}, "many"),
        ({"address": BOTE + "3", "outlet": "x" * 501}, "outlet"),
        ({"address": BOTE + "x" * 2_000}, "address"),
    ):
        with pytest.raises(InputError, match=why):
            feeds.add(**options, account="eva")  # type: ignore[arg-type]


def test_a_due_feed_is_planned_once(feeds: Feeds, archive: Archive) -> None:
    number = feeds.add(BOTE, outlet="Bote", account="eva")
    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(lambda _: feeds.plan(), range(8))) == 1
    claim = Jobs(archive).claim(["feed"], "me")
    assert claim is not None and claim.task == Visit(number, BOTE, "Bote")
    assert feeds.get(number).job == claim.id
    assert feeds.plan() == 0


def test_a_visit_that_went_well(feeds: Feeds) -> None:
    number = feeds.add(BOTE, seconds=900, account="eva")
    feeds.told(number, articles=3, error="no answer")
    feeds.told(number, articles=4)
    feed = feeds.get(number)
    assert (feed.articles, feed.failures, feed.error, feed.succeeded) == (7, 0, None, feed.visited)
    assert waits(feed) == timedelta(seconds=900)


def test_failures_are_told_and_make_the_next_visit_later(feeds: Feeds) -> None:
    number = feeds.add(BOTE, seconds=900, account="eva")
    waited = []
    for _ in range(12):
        feeds.told(
            number, articles=0, error="https://bote.example/feed.xml: the server answered 404; check the address"
        )
        waited.append(waits(feeds.get(number)).total_seconds())
    assert waited[:3] == [1_800, 3_600, 7_200] and waited[-1] == 86_400
    feed = feeds.get(number)
    assert feed.failures == 12 and "404" in str(feed.error) and feed.succeeded is None


def test_a_rare_feed_is_not_visited_more_often_for_failing(feeds: Feeds) -> None:
    number = feeds.add(BOTE, seconds=7 * 86_400, account="eva")
    feeds.told(number, articles=0, error="no")
    assert waits(feeds.get(number)) == timedelta(days=7)


def test_a_paused_feed_waits_until_it_is_resumed(feeds: Feeds, archive: Archive) -> None:
    number = feeds.add(BOTE, account="eva")
    feeds.told(number, articles=0, error="no")
    feeds.pause(number, account="eva")
    assert feeds.get(number).paused and feeds.plan() == 0
    feeds.resume(number, account="olaf")
    assert not feeds.get(number).paused and feeds.get(number).failures == 0 and feeds.plan() == 1
    assert [(told.account, told.action) for told in noted(archive)][:2] == [
        ("olaf", "feed.resume"),
        ("eva", "feed.pause"),
    ]


def test_a_visit_now_is_one_alone_and_also_of_a_paused_feed(feeds: Feeds, archive: Archive) -> None:
    number = feeds.add(BOTE, account="eva")
    feeds.pause(number, account="eva")
    job = feeds.visit(number, account="eva")
    assert feeds.visit(number, account="eva") == job == feeds.get(number).job
    assert Jobs(archive).get(job).account == "eva"


def test_removing_stops_the_visit(feeds: Feeds, archive: Archive) -> None:
    number = feeds.add(BOTE, account="eva")
    job = feeds.visit(number, account="eva")
    feeds.remove(number, account="eva")
    assert Jobs(archive).get(job).state == "stopped" and not feeds.all()
    feeds.told(number, articles=3)
    for act in (
        feeds.get,
        lambda gone: feeds.remove(gone, account="eva"),
        lambda gone: feeds.visit(gone, account="eva"),
    ):
        with pytest.raises(ArchiveError, match=f"no feed {number}"):
            act(number)


def test_those_that_fail_come_first(feeds: Feeds) -> None:
    first, second, third = (feeds.add(f"https://{name}.example/", account="eva") for name in "abc")
    feeds.told(second, articles=0, error="no")
    assert [feed.id for feed in feeds.all()] == [second, first, third]


def test_where_nobody_tells_how_it_went_it_is_visited_again(feeds: Feeds, archive: Archive, url: str) -> None:
    number = feeds.add(BOTE, account="eva")
    assert feeds.plan() == 1
    Jobs(archive).stop(int(feeds.get(number).job or 0), account="eva")
    assert feeds.plan() == 0
    change(url, "UPDATE feeds SET due = '2020-01-01T00:00:00+00:00'")
    assert feeds.plan() == 1
