"""Settings: how the app is run; made by the command line, read by everything that answers."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from wortlaut.errors import ServingError

PORT = 8765
UPLOAD = 20_000_000  # bytes of one request
RATE = 600  # requests a minute of one token or address to the API
_LOCAL = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Settings:
    """How the app is run.

    `archive` is the address of the archive. `url` is the public address, with a path where a proxy gives the app one;
    `hosts` are further names under which it is asked for. With `accounts` nothing is shown without a login. `language`
    is that of pages whose reader did not choose, None: what the browser asks for. `upload` is in bytes, `rate` in
    requests a minute, 0 for no bound. `metrics_token`, if given, opens /metrics beside a login. Raises ServingError.
    """

    archive: str
    host: str = "127.0.0.1"
    port: int = PORT
    url: str | None = None
    hosts: tuple[str, ...] = ()
    accounts: bool = False
    register: Path | None = None
    language: Literal["de", "en"] | None = None
    upload: int = UPLOAD
    rate: int = RATE
    metrics_token: str | None = None

    def __post_init__(self) -> None:
        if self.url is not None:
            parts = urlsplit(self.url)
            if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
                raise ServingError(
                    f"{self.url!r:.80} is no public address; write it as https://example.org or "
                    "https://example.org/wortlaut"
                )
        if not self.accounts and not is_local(self.host):
            raise ServingError(
                f"{self.host} can be reached from other machines, so accounts are needed; make the first one with: "
                "wortlaut accounts add NAME --role admin"
            )

    @property
    def prefix(self) -> str:
        """The path under which the app lies, without a slash at its end; often empty."""
        return urlsplit(self.url).path.rstrip("/") if self.url else ""

    @property
    def root(self) -> str:
        """The public address without a slash at its end; links in feeds and reports begin with it."""
        if self.url:
            return self.url.rstrip("/")
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    @property
    def secure(self) -> bool:
        """Whether browsers come over https alone."""
        return self.root.startswith("https:")

    @property
    def names(self) -> frozenset[str] | None:
        """The host names that are answered; None: any, for then a login is needed and no link is made of the name.

        Without this a page of another site could make its own name mean this machine, and read the archive (DNS
        rebinding).
        """
        if self.accounts and not self.url and not self.hosts:
            return None
        named = {urlsplit(self.url).hostname or ""} if self.url else set()
        return frozenset({*_LOCAL, self.host.lower(), *named, *(name.lower() for name in self.hosts)})


def is_local(host: str) -> bool:
    """Whether only this machine can come in at a host.

    >>> is_local("127.0.0.1"), is_local("::1"), is_local("localhost"), is_local("0.0.0.0")
    (True, True, True, False)
    """
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
