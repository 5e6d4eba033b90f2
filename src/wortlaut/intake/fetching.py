"""fetch(): one public web page, politely, within fixed bounds of time and size. Only the standard library."""

from __future__ import annotations

import http.client
import queue
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from wortlaut.errors import FetchError, Reason
from wortlaut.intake.addresses import WebAddress, is_public, web_address
from wortlaut.intake.connection import Deadline, PinnedConnection

USER_AGENT = "Wortlaut/0.1 (+https://pypi.org/project/wortlaut/)"
MAX_PAGE_BYTES = 10_000_000
MAX_ROBOTS_BYTES = 500_000  # what RFC 9309 asks to read at least; the rest is left out
HTML_TYPES = ("text/html", "application/xhtml+xml")
PAGE_TYPES = (*HTML_TYPES, "text/plain")
FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml")
PACKED_TYPES = ("application/gzip", "application/x-gzip", "application/octet-stream")  # of packed sitemaps
RETRIED = (429, 500, 502, 503, 504)
_MAX_HEADER = 1_000  # characters
_REDIRECTS = (301, 302, 303, 307, 308)
_REASONS: Mapping[int, Reason] = {
    401: "login",
    402: "login",
    403: "forbidden",
    404: "missing",
    410: "missing",
    429: "busy",
    451: "forbidden",
}
_REMEDIES = {
    401: "the page asks for a login; save it from the browser",
    402: "the page asks for payment; save it from the browser",
    403: "the server refuses; save the page from the browser",
    404: "there is no such page; check the address",
    410: "the page was removed; try an archive",
    429: "too many requests; wait before the next",
    451: "the page is withheld for legal reasons",
}


@dataclass(frozen=True)
class Page:
    """A fetched page: its bytes, unpacked; the address it came from after redirects; the charset its header declares.

    `is_html` is False for plain text and None where the server names no type.
    """

    data: bytes
    url: str
    charset: str | None
    is_html: bool | None


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a host, as the system resolves it. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class NoAnswerError(FetchError):
    """No answer, or none of use, for now: another try may succeed."""


@dataclass(frozen=True)
class Wish:
    """What is wanted of an answer: at most `limit` bytes, unpacked, of a media type in `kinds`, or without one.

    A listing (feed or sitemap) may have `listing_limit` bytes. `etag` and `modified` are what an earlier answer said;
    with them the server may answer 304, nothing new. robots.txt may be of any type, and is cut at the limit.
    """

    limit: int = MAX_PAGE_BYTES
    kinds: tuple[str, ...] = PAGE_TYPES
    listing_limit: int = MAX_PAGE_BYTES
    etag: str | None = None
    modified: str | None = None
    is_robots: bool = False


@dataclass(frozen=True)
class Answer:
    """What a server answered in the end, after redirects: `data` is unpacked, and empty unless `status` is 200.

    `kind` is its media type, `etag` and `modified` are its headers ETag and Last-Modified, `retry_after` its header of
    that name as sent.
    """

    url: str
    status: int
    data: bytes = b""
    kind: str | None = None
    charset: str | None = None
    location: str | None = None
    etag: str | None = None
    modified: str | None = None
    retry_after: str | None = None

    def refusal(self) -> FetchError:
        """Why an answer that is not 200 gives no page, and what to do."""
        remedy = _REMEDIES.get(self.status, "try again later" if self.status >= 500 else "check the address")
        reason = _REASONS.get(self.status, "server" if self.status >= 500 else "status")
        return FetchError(f"{self.url}: the server answered {self.status}; {remedy}", reason)

    @property
    def is_html(self) -> bool | None:
        """False for plain text and None where the server names no type."""
        return None if self.kind is None else self.kind in HTML_TYPES


Robots = MutableMapping[str, RobotFileParser]  # rules by origin


@dataclass(frozen=True)
class Fetcher:
    """How pages are fetched. The fields are for tests and for callers with stricter wishes.

    `resolver` gives the IP addresses of a host and port; `is_allowed` judges each of them; `seconds` bounds the whole
    way (names, robots.txt, redirects, body); `max_bytes` bounds the page, packed and unpacked; `trust` checks
    certificates, by default those that the system trusts.
    """

    resolver: Callable[[str, int], Sequence[str]] = resolve
    is_allowed: Callable[[str], bool] = is_public
    seconds: float = 20.0
    max_bytes: int = MAX_PAGE_BYTES
    max_redirects: int = 5
    trust: ssl.SSLContext | None = None

    def fetch(self, url: str) -> Page:
        """The page at an address. Raises FetchError, which says why, where it is refused or does not answer."""
        answer = self.ask(url, Wish(self.max_bytes))
        if answer.status != 200:
            raise answer.refusal()
        return Page(answer.data, answer.url, answer.charset, answer.is_html)

    def ask(self, url: str, wish: Wish, robots: Robots | None = None) -> Answer:
        """The answer to a wish, whatever its status; `robots` keeps the rules of sites from one call to the next.

        Raises FetchError, and where another try may succeed NoAnswerError.
        """
        trip = _Trip(self, Deadline(self.seconds), robots={} if robots is None else robots)
        return trip.follow(url, trip.ask_robots, wish)


def fetch(url: str) -> Page:
    """The page at an http(s) address: robots.txt honoured, at most 5 redirects, 20 seconds and 10 MB.

    Never asks a private, local or reserved address, neither first nor after a redirect, and uses no proxy. Raises
    FetchError, which says why.
    """
    return Fetcher().fetch(url)


@dataclass
class _Trip:
    """What one fetch learns on its way: the hosts it resolved and the robots.txt it read."""

    fetcher: Fetcher
    deadline: Deadline
    robots: Robots
    ips: dict[tuple[str, int], Sequence[str]] = field(default_factory=dict)

    def follow(self, url: str, check: Callable[[WebAddress], None], wish: Wish) -> Answer:
        """The answer after redirects; `check` may refuse each address on the way."""
        here = url
        for _ in range(self.fetcher.max_redirects + 1):
            address = web_address(here)
            check(address)
            answer = self.get(address, wish)
            if answer.location is None:
                return answer
            try:
                here = urljoin(address.url, answer.location)
            except ValueError as error:  # half an IPv6 address
                raise FetchError(
                    f"{address.url}: it redirects to what is no address ({error}); name the final address",
                    "redirects",
                ) from error
        raise FetchError(
            f"{url}: it redirects more than {self.fetcher.max_redirects} times; name the final address", "redirects"
        )

    def ask_robots(self, address: WebAddress) -> None:
        """Raise FetchError where the site's robots.txt does not want this page fetched."""
        if address.origin not in self.robots:
            self.robots[address.origin] = self._read_robots(address.origin)
        if not self.robots[address.origin].can_fetch(USER_AGENT, address.url):
            raise FetchError(
                f"{address.url}: the site's robots.txt asks programs not to fetch this page; save it from the browser",
                "robots",
            )

    def _read_robots(self, origin: str) -> RobotFileParser:
        answer = self.follow(f"{origin}/robots.txt", lambda _: None, Wish(MAX_ROBOTS_BYTES, is_robots=True))
        if answer.status == 429 or answer.status >= 500:
            # RFC 9309, 2.3.1.4: rules that cannot be reached forbid everything; one that is missing forbids nothing
            reason: Reason = "busy" if answer.status == 429 else "server"
            raise NoAnswerError(f"{origin}/robots.txt: the server answered {answer.status}; try again later", reason)
        rules = RobotFileParser()
        rules.parse(answer.data.decode("utf-8-sig", "replace").splitlines() if answer.status == 200 else [])
        return rules

    def get(self, address: WebAddress, wish: Wish) -> Answer:
        """One request, without following redirects."""
        try:
            connection = PinnedConnection(address, self._checked(address), self.deadline, self.fetcher.trust)
            try:
                return _asked(connection, address, wish)
            finally:
                connection.close()
        except TimeoutError as error:
            raise NoAnswerError(
                f"{address.url}: no complete answer within {self.deadline.seconds:g} seconds; try again later",
                "timeout",
            ) from error
        except ssl.SSLError as error:
            reason = getattr(error, "verify_message", None) or error.reason or error
            raise FetchError(
                f"{address.url}: no secure connection ({reason}); check the address", "insecure"
            ) from error
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            reason = getattr(error, "strerror", None) or repr(error)
            is_unknown = isinstance(error, socket.gaierror) and error.errno == socket.EAI_NONAME
            raise (FetchError if is_unknown else NoAnswerError)(
                f"{address.url}: it cannot be fetched ({reason}); check the address or try later",
                "unreachable",
            ) from error

    def _checked(self, address: WebAddress) -> Sequence[str]:
        """The IP addresses of a host, resolved once a visit; one that is not public is enough to refuse it."""
        key = (address.host, address.port)
        if key not in self.ips:
            self.ips[key] = _in_time(lambda: self.fetcher.resolver(*key), self.deadline)
        bad = next((ip for ip in self.ips[key] if not self.fetcher.is_allowed(ip)), None)
        if bad is not None:
            raise FetchError(
                f"{address.url}: refused, since {address.host} is at {bad}, which is not a public address; "
                "save the page from the browser if you trust it",
                "private",
            )
        return self.ips[key]


def _in_time(work: Callable[[], Sequence[str]], deadline: Deadline) -> Sequence[str]:
    """The result of work that knows no timeout itself, such as the system's resolver."""
    done: queue.SimpleQueue[Sequence[str] | OSError | ValueError] = queue.SimpleQueue()

    def run() -> None:
        try:
            done.put(work())
        except (OSError, ValueError) as error:  # ValueError: a label that is no host name
            done.put(error)

    threading.Thread(target=run, daemon=True).start()
    try:
        result = done.get(timeout=deadline.left())
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(result, (OSError, ValueError)):
        raise result
    return result


def _asked(connection: PinnedConnection, address: WebAddress, wish: Wish) -> Answer:
    connection.putrequest("GET", address.target, skip_host=True, skip_accept_encoding=True)
    headers = {
        "Host": address.origin.partition("://")[2],
        "User-Agent": USER_AGENT,
        "Accept": "text/plain, */*;q=0.1" if wish.is_robots else _accepted(wish.kinds),
        "Accept-Language": "de, en;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
        "If-None-Match": _header(wish.etag),
        "If-Modified-Since": _header(wish.modified),
    }
    for name, value in headers.items():
        if value:
            connection.putheader(name, value)
    connection.endheaders()
    with connection.getresponse() as response:
        return _answered(response, address, wish)


def _accepted(kinds: Sequence[str]) -> str:
    return ", ".join(kind if kind != "text/plain" else "text/plain;q=0.5" for kind in kinds)


def _header(value: str | None) -> str:
    """A header's value as an earlier answer gave it; nothing where it could not be sent as it is."""
    return value if value and value.isascii() and value.isprintable() and len(value) <= _MAX_HEADER else ""


def _answered(response: http.client.HTTPResponse, address: WebAddress, wish: Wish) -> Answer:
    location = response.headers.get("Location")
    if response.status in _REDIRECTS and location:
        return Answer(address.url, response.status, location=location)
    headers = response.headers
    known = Answer(
        address.url,
        response.status,
        etag=_header(headers.get("ETag")) or None,
        modified=_header(headers.get("Last-Modified")) or None,
        retry_after=headers.get("Retry-After"),
    )
    if response.status != 200:
        return known
    kind = headers.get_content_type() if headers.get("Content-Type") else None
    if not wish.is_robots and kind is not None and kind not in wish.kinds:
        raise FetchError(f"{address.url}: it is of type {kind}, but {_readable(kind, wish)}", "type")
    is_listing = kind in (*FEED_TYPES, *PACKED_TYPES)
    data = _body(response, address, replace(wish, limit=wish.listing_limit) if is_listing else wish)
    return replace(known, data=data, kind=kind, charset=headers.get_content_charset())


def _readable(kind: str, wish: Wish) -> str:
    if kind in FEED_TYPES and kind not in wish.kinds:
        return "only HTML pages and plain text are read; a feed or sitemap is read with `wortlaut add`"
    more = ", feeds and sitemaps" if FEED_TYPES[0] in wish.kinds else ""
    return f"only HTML pages and plain text{more} are read"


def _body(response: http.client.HTTPResponse, address: WebAddress, wish: Wish) -> bytes:
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip", ""):
        raise FetchError(
            f"{address.url}: it is packed as {packing!r}, but only gzip was asked for; try again later", "type"
        )
    unpack = zlib.decompressobj(wbits=31) if "gzip" in packing else None
    data = bytearray()
    while chunk := response.read(65_536):
        # the limit goes into decompress(), so that a small bomb never unfolds
        data += unpack.decompress(chunk, wish.limit + 1 - len(data)) if unpack else chunk
        if len(data) > wish.limit:
            if wish.is_robots:
                return bytes(data[: wish.limit])
            raise FetchError(
                f"{address.url}: it is larger than {wish.limit:,} bytes; download it and name the file", "large"
            )
    if response.length or (unpack and not unpack.eof):
        raise NoAnswerError(f"{address.url}: the connection ended before the page did; try again", "unreachable")
    return bytes(data)
