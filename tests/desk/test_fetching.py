"""What the background fetches: feeds and pages of a small web on this machine; and never what is private.

The "public" web of these tests is at 127.0.0.77, and a server at 127.0.0.1 is what nobody may reach.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from http.server import ThreadingHTTPServer

import pytest

from tests.desk.addresses import REFUSED
from tests.desk.workers import QUICK, ended, until, working
from tests.test_intake_fetching import Site
from wortlaut.archive import Archive
from wortlaut.desk.courtesy import Courteous, Gates
from wortlaut.desk.feeds import Feeds
from wortlaut.desk.jobs import Job, Jobs
from wortlaut.desk.runner import Ways
from wortlaut.desk.tasks import Address, Files, Text, Upload
from wortlaut.intake import Fetcher

PUBLIC = "127.0.0.77"
ARTICLE = (
    "<!doctype html><html lang=de><title>Brücke {0}</title><article><h1>Brücke {0}</h1><p>„Wir bauen die Brücke {0} im "
    "Frühjahr“, sagte Bürgermeisterin Eva Brandt am Montag im Rat von Lohbrunn. Der Bau werde zwei Jahre dauern.</p>"
    "<p>Der Kreis werde die Straße nicht bezahlen, teilte Landrat Jonas Quast am Dienstag mit. Er bedauere das "
    "sehr.</p></article></html>"
)
Resolve = Callable[[str, int], Sequence[str]]


class Web:
    """A site at a public name, and one that is private."""

    def __init__(self) -> None:
        self.site, self.private = Site(), Site()
        self._public = ThreadingHTTPServer((PUBLIC, 0), self.site.server.RequestHandlerClass)
        threading.Thread(target=self._public.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        self.port = self._public.server_address[1]
        self.private.page("/", ARTICLE.format("geheim").encode(), Content_Type="text/html; charset=utf-8")

    def url(self, path: str, host: str = "bote.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def page(self, path: str, body: str | None = None, **options: object) -> str:
        text = ARTICLE.format(path) if body is None else body
        self.site.page(path, text.encode(), Content_Type="text/html; charset=utf-8", **options)  # type: ignore[arg-type]
        return self.url(path)

    def feed(self, path: str, *addresses: str) -> str:
        items = "".join(f"<item><link>{address.replace('&', '&amp;')}</link></item>" for address in addresses)
        body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Bote</title>{items}</channel></rss>'
        self.site.page(path, body.encode(), Content_Type="application/rss+xml")
        return self.url(path)

    def redirect(self, path: str, to: str) -> str:
        self.site.page(path, b"", 302, Location=to)
        return self.url(path)

    def close(self) -> None:
        for server in (self.site.server, self.private.server, self._public):
            server.shutdown()
            server.server_close()


@pytest.fixture
def web() -> Iterator[Web]:
    made = Web()
    yield made
    made.close()


def ways(resolve: Resolve = lambda *_: [PUBLIC]) -> Ways:
    """As usual, but 127.0.0.77 alone counts as public."""
    return replace(QUICK, fetcher=Fetcher(resolver=resolve, is_allowed=lambda ip: ip == PUBLIC, seconds=5.0))


def fetched(archive: Archive, *addresses: str) -> list[Job]:
    jobs = Jobs(archive)
    return [ended(archive, number) for number in [jobs.ask(Address(one), account="eva") for one in addresses]]


def test_a_page_at_an_address_is_kept(archive: Archive, url: str, web: Web) -> None:
    where = web.page("/rat")
    with working(url, ways()):
        (job,) = fetched(archive, where)
        assert (job.state, job.name, job.result.new, job.result.article) == ("done", where, 1, 1)
        (again,) = fetched(archive, where)
        (missing,) = fetched(archive, web.url("/nichts"))
    assert (again.result.known, again.result.article) == (1, 1)
    assert (missing.result.failed, missing.result.article) == (1, None) and "404" in missing.result.messages[0]


def test_a_feed_is_visited_and_brings_what_is_new(archive: Archive, url: str, web: Web) -> None:
    feeds, jobs = Feeds(archive), Jobs(archive)
    pages = [web.page(f"/{number}") for number in range(3)]
    number = feeds.add(web.feed("/feed", *pages, web.url("/weg")), outlet="Lohbrunner Bote", account="eva")
    with working(url, ways()):
        until(lambda: feeds.get(number).visited)
        feed = feeds.get(number)
        assert (feed.articles, feed.failures, feed.error) == (3, 0, None), (
            "a page that is gone is no failure of the feed"
        )
        assert {kept.analysis.article.outlet for kept in archive.kept()} == {"Lohbrunner Bote"}
        job = ended(archive, jobs.latest()[0].id)
        assert (job.kind, job.account, job.result.new, job.result.failed) == ("feed", "wortlaut", 3, 1)

        web.feed("/feed", web.page("/neu"), *pages)
        asked = len(web.site.asked)
        job = ended(archive, feeds.visit(number, account="eva"))
        assert (job.result.new, job.result.known) == (1, 0)
        assert [path for path in web.site.asked[asked:] if path != "/robots.txt"] == ["/feed", "/neu"]
        until(lambda: feeds.get(number).articles == 4)

        web.page("/feed", "Wartung", status=503)
        feeds.visit(number, account="eva")
        until(lambda: feeds.get(number).failures)
    assert "503" in str(feeds.get(number).error)


def test_a_page_is_no_feed(archive: Archive, url: str, web: Web) -> None:
    feeds = Feeds(archive)
    number = feeds.add(web.page("/start"), account="eva")
    with working(url, ways()):
        until(lambda: feeds.get(number).visited)
    assert "no feed" in str(feeds.get(number).error)
    assert archive.info().articles == 0


def test_private_addresses_are_reached_by_no_way(archive: Archive, url: str, web: Web) -> None:
    secret = f":{web.private.port}/"
    hosts = ("127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "[::ffff:127.0.0.1]", "[::1]", "localhost")
    direct = [f"http://{host}{secret}" for host in (*hosts, "bote.example@127.0.0.1", "127.0.0.1.")]
    redirects = [web.redirect(f"/r{at}", to) for at, to in enumerate((*direct, f"//127.0.0.1{secret}", *REFUSED))]
    feed = web.feed("/feed", *direct, *redirects[:3])
    jobs, feeds = Jobs(archive), Feeds(archive)
    with working(url, ways(lambda host, _: ["127.0.0.1"] if "local" in host else [PUBLIC])):
        number = feeds.add(feed, account="eva")
        numbers = [jobs.ask(Address(one), account="eva") for one in redirects]
        numbers.append(jobs.ask(Files((Upload("feed.xml", web.site.answers["/feed"][2]),)), account="eva"))  # type: ignore[arg-type]
        done = [ended(archive, number) for number in numbers]
        until(lambda: feeds.get(number).visited)
        pasted = ended(archive, jobs.ask(Text(ARTICLE, source=direct[0], force=True), account="eva"))
    assert web.private.asked == []
    assert all(job.result.new == job.result.changed == 0 and job.result.failed for job in done)
    assert pasted.result.new == 1, "where a text comes from is noted, not asked"
    assert archive.info().articles == 1


def test_a_name_that_changes_its_meaning_gains_nothing(archive: Archive, url: str, web: Web) -> None:
    for path in "ab":
        web.private.page(f"/{path}", ARTICLE.encode())
    # the first answer is public, the next one private, and so on; then both at once
    turns = itertools.cycle([[PUBLIC], ["127.0.0.1"]])
    with working(url, ways(lambda *_: next(turns))):
        rebound = fetched(archive, *(f"http://{name}.example:{web.private.port}/a" for name in "abcd"))
    with working(url, ways(lambda *_: [PUBLIC, "127.0.0.1"])):
        (both,) = fetched(archive, f"http://e.example:{web.private.port}/b")
    assert all(job.result.failed == 1 for job in (*rebound, both))
    assert web.private.asked == [] and archive.info().articles == 0


def test_bombs_and_lists_of_lists_end(archive: Archive, url: str, web: Web) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "x">]><rss version="2.0"><channel>&a;</channel></rss>'
    web.site.page("/bomb", bomb.encode(), Content_Type="application/rss+xml")
    index = '<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</sitemapindex>'
    web.site.page(
        "/index", index.format(f"<sitemap><loc>{web.url('/index')}</loc></sitemap>").encode(), Content_Type="text/xml"
    )
    web.redirect("/loop", web.url("/loop"))
    with working(url, ways()):
        bombed, looped, round_ = fetched(archive, *(web.url(path) for path in ("/bomb", "/index", "/loop")))
    assert "entities" in bombed.result.messages[0] and "redirects" in round_.result.messages[0]
    assert looped.state == "done"


def test_jobs_ask_a_host_one_after_the_other(web: Web) -> None:
    gates, times = Gates(), []
    fetcher = Fetcher(resolver=lambda *_: [PUBLIC], is_allowed=lambda ip: ip == PUBLIC)
    web.page("/x")

    def ask() -> None:
        Courteous(fetcher, pause=0.2, gates=gates).ask(web.url("/x"))
        times.append(gates.of("bote.example").free)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(after - before >= 0.2 for before, after in itertools.pairwise(sorted(times)))


def test_who_waits_for_a_host_ends_when_it_shall(web: Web) -> None:
    gates = Gates()
    gates.of("bote.example").lock.acquire()

    def halt() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        Courteous(gates=gates, go_on=halt).ask(web.url("/x"))
    left = [None, None]
    with pytest.raises(IndexError):
        Courteous(gates=gates, go_on=left.pop).ask(web.url("/x"))
    assert web.site.asked == []
