"""Addresses on the web, and which of them may be asked: only public ones."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from wortlaut.errors import FetchError

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052
# Listed here because ipaddress.is_global differs between the patch versions of Python.
_NEVER = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4",
        "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fec0::/10",
    )
)  # fmt: skip
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_\-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_\-]*[a-z0-9_])?)*\.?", re.IGNORECASE)
_NUMBER = re.compile(r"(0x[0-9a-f]*|[0-9]+)\.?", re.IGNORECASE)
# Names that by their kind lie in nobody's public internet: RFC 6761, 6762, 8375, and what networks use in fact.
_LOCAL = (
    ".localhost", ".local", ".internal", ".intranet", ".lan", ".home", ".corp", ".private", ".home.arpa", ".test",
    ".invalid", ".onion",
)  # fmt: skip
_WEB_PORTS = {"http": 80, "https": 443}
_KEPT = "/%:@!$&'()*+,;=~-._"


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet, as does the IPv4 address that an IPv6 one may carry.

    >>> is_public("9.9.9.9"), is_public("192.168.0.1"), is_public("::ffff:127.0.0.1")
    (True, False, False)
    """
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        carried = (
            ip.ipv4_mapped or ip.sixtofour or (ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in _NAT64 else None)
        )
        if carried is not None:
            return is_public(str(carried))
        if ip.scope_id is not None:
            return False
    never = (
        ip.is_multicast or ip.is_private or ip.is_reserved or ip.is_loopback or ip.is_link_local or ip.is_unspecified
    )
    return ip.is_global and not never and not any(ip in network for network in _NEVER if network.version == ip.version)


@dataclass(frozen=True)
class WebAddress:
    """An http(s) address taken apart; `host` is ASCII and lower case, `target` is path and query, quoted."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, the latter only where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == _WEB_PORTS[self.scheme] else f":{self.port}")

    @property
    def url(self) -> str:
        """The whole address."""
        return self.origin + self.target


def web_address(url: str) -> WebAddress:
    """The parts of an address. Raises FetchError where it is not http(s), names a user, or its host is no host.

    >>> web_address("HTTPS://Beispiel.de/straße?x=1#teil").url
    'https://beispiel.de/stra%C3%9Fe?x=1'
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise FetchError(f"{url}: this is no web address ({error}); check its spelling", "address") from error
    scheme = parts.scheme.lower()
    if scheme not in _WEB_PORTS:
        raise FetchError(f"{url}: only http and https addresses are fetched, not {scheme or 'this'!r}", "address")
    if "@" in parts.netloc:
        raise FetchError(
            f"{parts.hostname}: an address with a user name or password is not fetched; leave that part out",
            "address",
        )
    port = _WEB_PORTS[scheme] if port is None else port
    if port not in _WEB_PORTS.values() and port < 1024:
        raise FetchError(f"{url}: port {port} is no web port; allowed are 80, 443 and those from 1024", "address")
    query = f"?{quote(parts.query, safe=_KEPT + '?')}" if parts.query else ""
    return WebAddress(scheme, _host(parts.hostname or "", url), port, (quote(parts.path, safe=_KEPT) or "/") + query)


def public_address(url: str) -> WebAddress:
    """The parts of an address that may be on the public internet, as far as can be told without asking for its host.

    It is told again when it is fetched. Raises FetchError.

    >>> public_address("https://beispiel.de/feed").host
    'beispiel.de'
    """
    address = web_address(url)
    bare = address.host.rstrip(".")
    try:
        ipaddress.ip_address(bare)
        private = not is_public(bare)
    except ValueError:
        private = "." not in bare or bare.endswith(_LOCAL)
    if private:
        raise FetchError(
            f"{address.url}: {address.host} is no public address, and others are never asked; save the page from the "
            "browser if you trust it",
            "private",
        )
    return address


def _host(host: str, url: str) -> str:
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        pass
    if _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]):
        # 2130706433, 0x7f.1 and 0177.0.0.1 all mean 127.0.0.1 to some resolvers
        raise FetchError(
            f"{url}: the host {host!r} is a number in an unusual form; write it as four decimal numbers", "address"
        )
    try:
        name = host.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise FetchError(
            f"{url}: the host {host!r} is no host name ({error}); check its spelling", "address"
        ) from error
    if not _HOST.fullmatch(name):
        raise FetchError(f"{url}: the host {host!r} is no host name; check its spelling", "address")
    return name
