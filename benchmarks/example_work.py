"""What two readers and an editor did with the example archive: reviews of a random sample, feeds that are visited.

Invented: it shows how the pages look when somebody works with them, and measures nothing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from wortlaut.archive import Archive
from wortlaut.archive.desk_schema import feeds, reviews
from wortlaut.archive.schema import versions
from wortlaut.desk.feeds import Feeds
from wortlaut.desk.items import Item, items_at
from wortlaut.desk.reviews import Given, review
from wortlaut.desk.samples import draw
from wortlaut.desk.views import View, as_read

DAY = datetime(2026, 11, 23, 8, tzinfo=UTC)
SAMPLE = "Stichprobe November"
SIZE = 60
READERS = ("ida", "jan")
FEEDS = (  # address, outlet, what went wrong, how often in a row, articles brought, paused
    ("https://tageblatt.example/feed.xml", "Brakersieler Tageblatt", None, 0, 212, False),
    ("https://kuestenkurier.example/rss", "Küstenkurier", None, 0, 148, False),
    (
        "https://inselbote.example/feed",
        "Inselbote",
        "https://inselbote.example/feed: the server answered 503",
        3,
        57,
        False,
    ),
    ("https://volksblatt.example/sitemap.xml", "Tannauer Volksblatt", None, 0, 19, True),
)


def work(archive: Archive) -> None:
    """Do it, with fixed dates; but the visits of feeds are told from now on."""
    _review(archive)
    _visit(archive)
    with archive.writing() as connection:
        connection.execute(versions.update().values(added=_at(0)))


def _review(archive: Archive) -> None:
    places = draw(archive, SAMPLE, SIZE, seed=7, account=READERS[0]).places
    for account, some in zip(READERS, (places[:48], places[:20]), strict=True):
        for number, place in enumerate(some):
            with archive.reading() as connection:
                item = items_at(connection, [place])[place]
            given = Given(_said(item, number, account), sample=SAMPLE, seconds=2.0 + number % 5)
            review(archive, account, item, given)
    with archive.writing() as connection:
        connection.execute(reviews.update().values(at=_at(30)))


def _said(item: Item, number: int, account: str) -> View | None:
    """What is right: mostly what was read."""
    read = as_read(item)
    if number % 17 == 11 or (account == "jan" and number == 4):
        return None
    return replace(read, kind="reported" if read.kind != "reported" else "indirect") if number % 13 == 6 else read


def _visit(archive: Archive) -> None:
    for address, outlet, *_ in FEEDS:
        Feeds(archive).add(address, account=READERS[0], outlet=outlet)
    with archive.writing() as connection:
        for address, _, error, failures, articles, paused in FEEDS:
            told = {"error": error, "failures": failures, "articles": articles, "paused": paused, "visited": _ago(25)}
            told |= {"created": _at(0), "due": _ago(-35), "succeeded": _ago(300 if error else 25)}
            connection.execute(feeds.update().where(feeds.c.address == address).values(told))


def _ago(minutes: int) -> str:
    return (datetime.now(UTC) - timedelta(minutes=minutes, seconds=20)).isoformat()


def _at(minutes: int) -> str:
    return (DAY + timedelta(minutes=minutes)).isoformat()
