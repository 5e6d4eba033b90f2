"""Polite: many pages of many hosts, with a pause between those of one host, and patience where a server has none."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.robotparser import RobotFileParser

from wortlaut.errors import FetchError
from wortlaut.intake.addresses import WebAddress, web_address
from wortlaut.intake.fetching import (
    FEED_TYPES,
    PACKED_TYPES,
    PAGE_TYPES,
    RETRIED,
    USER_AGENT,
    Answer,
    Fetcher,
    NoAnswerError,
    Wish,
)
from wortlaut.intake.listings import MAX_LISTING_BYTES
from wortlaut.intake.visits import Visit

LONGEST_PAUSE = 300.0  # seconds between two pages that a robots.txt may ask for
_MAX_SITES = 1_000  # whose robots.txt are remembered
_MAX_FAILURES = 5  # of one host in a row, before the rest of its pages is left out


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Polite:
    """A fetcher that asks as a well-behaved guest does, one page after the other.

    `pause` is the least time in seconds between the end of one page and the beginning of the next of a host; its
    robots.txt may ask for more (Crawl-delay, up to `LONGEST_PAUSE`). An answer of 429 or 500 to 504, and none in time,
    is asked for up to `retries` times more, after twice the time each and a random part of it, or when the server says
    (Retry-After), which may be `patience` seconds off. A host that has failed five times in a row is not asked again.

    `clock`, `sleep`, `chance` (0 to 1) and `now` (UTC) are for tests.
    """

    fetcher: Fetcher = field(default_factory=Fetcher)
    pause: float = 1.0
    retries: int = 3
    patience: float = 120.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random
    now: Callable[[], datetime] = _now
    _robots: dict[str, RobotFileParser] = field(default_factory=dict, repr=False)
    _free: dict[str, float] = field(default_factory=dict, repr=False)
    _failures: dict[str, int] = field(default_factory=dict, repr=False)

    def ask(self, url: str, last: Visit | None = None) -> Answer:
        """The page, feed or sitemap at an address; or, where nothing has changed since the `last` visit, status 304.

        Raises FetchError, which says why there is neither.
        """
        address = web_address(url)
        if self._failures.get(address.host, 0) >= _MAX_FAILURES:
            raise FetchError(
                f"{address.url}: {address.host} failed {_MAX_FAILURES} times in a row, so the rest of its pages was "
                "left out; try again later",
                "unreachable",
            )
        try:
            answer = self._patiently(address, last)
        except NoAnswerError:
            self._failures[address.host] = self._failures.get(address.host, 0) + 1
            raise
        self._failures.pop(address.host, None)
        if answer.status not in (200, 304):
            raise answer.refusal()
        return answer

    def visit(self, key: str, answer: Answer, last: Visit | None = None) -> Visit:
        """What to remember of an answer to the address of `key`."""
        etag, modified = answer.etag, answer.modified
        if answer.status == 304 and last is not None:
            etag, modified = etag or last.etag, modified or last.modified
        visited = self.now().astimezone(UTC).isoformat(timespec="seconds")
        return Visit(key, etag, modified, visited, answer.status)

    def _patiently(self, address: WebAddress, last: Visit | None) -> Answer:
        for attempt in range(self.retries + 1):
            try:
                answer = self._once(address, last)
                if answer.status not in RETRIED:
                    return answer
                failure: FetchError = NoAnswerError(str(answer.refusal()))
                wanted = self._wanted(answer.retry_after)
            except NoAnswerError as error:
                failure, wanted = error, None
            delay = wanted if wanted is not None else 2**attempt * (1 + self.chance())
            if attempt == self.retries or delay > self.patience:
                break
            self.sleep(delay)
        raise failure

    def _once(self, address: WebAddress, last: Visit | None) -> Answer:
        self._wait(address)
        wish = Wish(
            limit=self.fetcher.max_bytes,
            kinds=(*PAGE_TYPES, *FEED_TYPES, *PACKED_TYPES),
            listing_limit=MAX_LISTING_BYTES,
            etag=last.etag if last else None,
            modified=last.modified if last else None,
        )
        try:
            return self.fetcher.ask(address.url, wish, self._robots)
        finally:
            self._free[address.host] = self.clock() + self.pause
            while len(self._robots) > _MAX_SITES:
                del self._robots[next(iter(self._robots))]

    def _wait(self, address: WebAddress) -> None:
        """Sleep until the host may be asked again."""
        free = self._free.get(address.host)
        if free is None:
            return
        rules = self._robots.get(address.origin)
        delay = float(rules.crawl_delay(USER_AGENT) or 0) if rules else 0.0
        if delay > LONGEST_PAUSE:
            raise FetchError(
                f"{address.url}: its robots.txt asks for {delay:,.0f} seconds between two pages; add its pages one "
                "at a time",
                "robots",
            )
        left = free + max(0.0, delay - self.pause) - self.clock()
        if left > 0:
            self.sleep(left)

    def _wanted(self, retry_after: str | None) -> float | None:
        """The seconds that a server wants us to wait, None where it does not say."""
        written = (retry_after or "").strip()
        if written.isascii() and written.isdigit():
            return float(written[:9])
        try:
            moment = parsedate_to_datetime(written)
            return max(0.0, (moment.astimezone(UTC) - self.now()).total_seconds())
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
