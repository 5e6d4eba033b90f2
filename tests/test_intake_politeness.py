from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from tests.test_intake_fetching import HERE, PAGE, Site
from wortlaut.errors import FetchError
from wortlaut.intake import Polite
from wortlaut.intake.visits import Visit


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.server.shutdown()
    site.server.server_close()


@dataclass
class Clock:
    """A clock that goes on only when somebody sleeps."""

    time: float = 1_000.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.time += seconds

    def now(self) -> datetime:
        return datetime(2024, 6, 19, tzinfo=UTC) + timedelta(seconds=self.time)


def polite(clock: Clock, **options: float) -> Polite:
    return Polite(HERE, clock=lambda: clock.time, sleep=clock.sleep, chance=lambda: 0.5, now=clock.now, **options)  # type: ignore[arg-type]


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_pause_between_two_pages_of_a_host(site: Site, clock: Clock) -> None:
    asker = polite(clock)
    for name in "abc":
        assert asker.ask(site.page(f"/{name}")).data == PAGE
    assert clock.slept == [1.0, 1.0]
    assert site.asked.count("/robots.txt") == 1


def test_no_pause_where_time_has_passed(site: Site, clock: Clock) -> None:
    asker = polite(clock)
    asker.ask(site.page("/a"))
    clock.time += 0.75
    asker.ask(site.page("/b"))
    clock.time += 5
    asker.ask(site.page("/c"))
    assert clock.slept == [0.25]


def test_robots_ask_for_a_longer_pause(site: Site, clock: Clock) -> None:
    site.page("/robots.txt", b"User-agent: *\nCrawl-delay: 7")
    asker = polite(clock)
    for name in "ab":
        asker.ask(site.page(f"/{name}"))
    assert clock.slept == [7.0]


def test_robots_that_ask_for_hours(site: Site, clock: Clock) -> None:
    site.page("/robots.txt", b"User-agent: *\nCrawl-delay: 7200")
    asker = polite(clock)
    asker.ask(site.page("/a"))
    with pytest.raises(FetchError, match="7,200 seconds"):
        asker.ask(site.page("/b"))
    assert clock.slept == []


def test_backing_off(site: Site, clock: Clock) -> None:
    with pytest.raises(FetchError, match="answered 503"):
        polite(clock, pause=0).ask(site.page("/a", b"", 503))
    assert clock.slept == [1.5, 3.0, 6.0] and site.asked.count("/a") == 4


@pytest.mark.parametrize("after", ["5", "Wed, 19 Jun 2024 00:16:45 GMT"])
def test_retry_after(site: Site, clock: Clock, after: str) -> None:
    with pytest.raises(FetchError, match="answered 429"):
        polite(clock, pause=0, retries=1).ask(site.page("/a", b"", 429, Retry_After=after))
    assert clock.slept == [5.0]


@pytest.mark.parametrize("after", ["86400", "Wed, 19 Jun 2030 00:16:45 GMT"])
def test_retry_after_too_long_is_not_waited_for(site: Site, clock: Clock, after: str) -> None:
    with pytest.raises(FetchError, match="answered 429"):
        polite(clock).ask(site.page("/a", b"", 429, Retry_After=after))
    assert clock.slept == [] and site.asked.count("/a") == 1


@pytest.mark.parametrize("after", ["bald", "-1", "²", ""])
def test_retry_after_that_says_nothing(site: Site, clock: Clock, after: str) -> None:
    with pytest.raises(FetchError):
        polite(clock, pause=0, retries=1).ask(site.page("/a", b"", 503, Retry_After=after))
    assert clock.slept == [1.5]


def test_success_after_a_failure(site: Site, clock: Clock) -> None:
    site.page("/a", b"", 503)
    asker = polite(clock, pause=0)

    asker.sleep = lambda _: site.page("/a") and None
    assert asker.ask(f"{site.url}/a").data == PAGE


@pytest.mark.parametrize("status", [404, 403, 410])
def test_what_is_final_is_not_asked_again(site: Site, clock: Clock, status: int) -> None:
    with pytest.raises(FetchError, match=str(status)):
        polite(clock).ask(site.page("/a", b"", status))
    assert site.asked.count("/a") == 1 and clock.slept == []


def test_a_host_that_fails_again_and_again_is_left_alone(site: Site, clock: Clock) -> None:
    asker = polite(clock, pause=0, retries=0)
    for n in range(5):
        with pytest.raises(FetchError, match="503"):
            asker.ask(site.page(f"/{n}", b"", 503))
    asked = len(site.asked)
    with pytest.raises(FetchError, match="5 times in a row"):
        asker.ask(site.page("/5"))
    assert len(site.asked) == asked


def test_conditional_requests(site: Site, clock: Clock) -> None:
    asker = polite(clock)
    answer = asker.ask(site.page("/a", ETag='"x1"', Last_Modified="Wed, 19 Jun 2024 00:00:00 GMT"))
    visit = asker.visit("key", answer)
    assert visit == Visit("key", '"x1"', "Wed, 19 Jun 2024 00:00:00 GMT", "2024-06-19T00:16:40+00:00", 200)
    site.page("/a", b"", 304)
    again = asker.ask(f"{site.url}/a", visit)
    assert (again.status, again.data) == (304, b"")
    assert (site.headers["If-None-Match"], site.headers["If-Modified-Since"]) == (visit.etag, visit.modified)
    later = asker.visit("key", again, visit)
    assert (later.etag, later.status, later.visited) == ('"x1"', 304, "2024-06-19T00:16:41+00:00")


@pytest.mark.parametrize("etag", ["a\r\nX-Evil: 1", "ü", "x" * 5_000])
def test_an_etag_that_no_header_can_hold_is_not_sent(site: Site, clock: Clock, etag: str) -> None:
    polite(clock).ask(site.page("/a"), Visit("key", etag))
    assert "If-None-Match" not in site.headers and "X-Evil" not in site.headers


def test_private_addresses_stay_closed() -> None:
    with pytest.raises(FetchError, match="not a public address"):
        Polite(retries=0).ask("http://127.0.0.1:8080/")
