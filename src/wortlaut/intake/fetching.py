"""fetch(): one public web page, politely, within fixed bounds of time and size. Only the standard library."""

from __future__ import annotations

import http.client
import queue
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from wortlaut.errors import FetchError
from wortlaut.intake.addresses import WebAddress, is_public, web_address
from wortlaut.intake.connection import Deadline, PinnedConnection

USER_AGENT = "Wortlaut/0.1 (+https://pypi.org/project/wortlaut/)"
MAX_PAGE_BYTES = 10_000_000
MAX_ROBOTS_BYTES = 500_000  # what RFC 9309 asks to read at least; the rest is left out
HTML_TYPES = ("text/html", "application/xhtml+xml")
_REDIRECTS = (301, 302, 303, 307, 308)
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
        visit = _Visit(self, Deadline(self.seconds))
        answer = visit.follow(url, visit.ask_robots, _Wish(self.max_bytes))
        if answer.status != 200:
            remedy = _REMEDIES.get(answer.status, "try again later" if answer.status >= 500 else "check the address")
            raise FetchError(f"{answer.url}: the server answered {answer.status}; {remedy}")
        is_html = None if answer.kind is None else answer.kind in HTML_TYPES
        return Page(answer.data, answer.url, answer.charset, is_html)


def fetch(url: str) -> Page:
    """The page at an http(s) address: robots.txt honoured, at most 5 redirects, 20 seconds and 10 MB.

    Never asks a private, local or reserved address, neither first nor after a redirect, and uses no proxy. Raises
    FetchError, which says why.
    """
    return Fetcher().fetch(url)


@dataclass(frozen=True)
class _Wish:
    """What is wanted of an answer: at most `limit` bytes, and for robots.txt any type, cut at the limit."""

    limit: int
    is_robots: bool = False


@dataclass(frozen=True)
class _Answer:
    url: str
    status: int
    data: bytes = b""
    kind: str | None = None
    charset: str | None = None
    location: str | None = None


@dataclass
class _Visit:
    """What one fetch learns on its way: the hosts it resolved and the robots.txt it read."""

    fetcher: Fetcher
    deadline: Deadline
    ips: dict[tuple[str, int], Sequence[str]] = field(default_factory=dict)
    robots: dict[str, RobotFileParser] = field(default_factory=dict)

    def follow(self, url: str, check: Callable[[WebAddress], None], wish: _Wish) -> _Answer:
        """The answer after redirects; `check` may refuse each address on the way."""
        here = url
        for _ in range(self.fetcher.max_redirects + 1):
            address = web_address(here)
            check(address)
            answer = self.get(address, wish)
            if answer.location is None:
                return answer
            here = urljoin(address.url, answer.location)
        raise FetchError(f"{url}: it redirects more than {self.fetcher.max_redirects} times; name the final address")

    def ask_robots(self, address: WebAddress) -> None:
        """Raise FetchError where the site's robots.txt does not want this page fetched."""
        if address.origin not in self.robots:
            self.robots[address.origin] = self._read_robots(address.origin)
        if not self.robots[address.origin].can_fetch(USER_AGENT, address.url):
            raise FetchError(
                f"{address.url}: the site's robots.txt asks programs not to fetch this page; save it from the browser"
            )

    def _read_robots(self, origin: str) -> RobotFileParser:
        answer = self.follow(f"{origin}/robots.txt", lambda _: None, _Wish(MAX_ROBOTS_BYTES, is_robots=True))
        if answer.status == 429 or answer.status >= 500:
            # RFC 9309, 2.3.1.4: rules that cannot be reached forbid everything; one that is missing forbids nothing
            raise FetchError(f"{origin}/robots.txt: the server answered {answer.status}; try again later")
        rules = RobotFileParser()
        rules.parse(answer.data.decode("utf-8-sig", "replace").splitlines() if answer.status == 200 else [])
        return rules

    def get(self, address: WebAddress, wish: _Wish) -> _Answer:
        """One request, without following redirects."""
        try:
            connection = PinnedConnection(address, self._checked(address), self.deadline, self.fetcher.trust)
            try:
                return _asked(connection, address, wish)
            finally:
                connection.close()
        except TimeoutError as error:
            raise FetchError(
                f"{address.url}: no complete answer within {self.deadline.seconds:g} seconds; try again later"
            ) from error
        except ssl.SSLError as error:
            reason = getattr(error, "verify_message", None) or error.reason or error
            raise FetchError(f"{address.url}: no secure connection ({reason}); check the address") from error
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            reason = getattr(error, "strerror", None) or repr(error)
            raise FetchError(
                f"{address.url}: it cannot be fetched ({reason}); check the address or try later"
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
                "save the page from the browser if you trust it"
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


def _asked(connection: PinnedConnection, address: WebAddress, wish: _Wish) -> _Answer:
    connection.putrequest("GET", address.target, skip_host=True, skip_accept_encoding=True)
    headers = {
        "Host": address.origin.partition("://")[2],
        "User-Agent": USER_AGENT,
        "Accept": "text/plain, */*;q=0.1" if wish.is_robots else f"{', '.join(HTML_TYPES)}, text/plain;q=0.5",
        "Accept-Language": "de, en;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    with connection.getresponse() as response:
        return _answered(response, address, wish)


def _answered(response: http.client.HTTPResponse, address: WebAddress, wish: _Wish) -> _Answer:
    location = response.headers.get("Location")
    if response.status in _REDIRECTS and location:
        return _Answer(address.url, response.status, location=location)
    if response.status != 200:
        return _Answer(address.url, response.status)
    kind = response.headers.get_content_type() if response.headers.get("Content-Type") else None
    if not wish.is_robots and kind not in (*HTML_TYPES, "text/plain", None):
        raise FetchError(f"{address.url}: it is of type {kind}, but only HTML pages and plain text are read")
    data = _body(response, address, wish)
    return _Answer(address.url, 200, data, kind, response.headers.get_content_charset())


def _body(response: http.client.HTTPResponse, address: WebAddress, wish: _Wish) -> bytes:
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip", ""):
        raise FetchError(f"{address.url}: it is packed as {packing!r}, but only gzip was asked for; try again later")
    unpack = zlib.decompressobj(wbits=31) if "gzip" in packing else None
    data = bytearray()
    while chunk := response.read(65_536):
        # the limit goes into decompress(), so that a small bomb never unfolds
        data += unpack.decompress(chunk, wish.limit + 1 - len(data)) if unpack else chunk
        if len(data) > wish.limit:
            if wish.is_robots:
                return bytes(data[: wish.limit])
            raise FetchError(f"{address.url}: it is larger than {wish.limit:,} bytes; download it and name the file")
    if response.length or (unpack and not unpack.eof):
        raise FetchError(f"{address.url}: the connection ended before the page did; try again")
    return bytes(data)
