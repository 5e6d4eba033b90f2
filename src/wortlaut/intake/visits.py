"""Visits: which addresses were asked before, and what they answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Visit:
    """One answered request.

    `key` is that of the address that was asked (`keys.address_key`). `etag` and `modified` are the headers ETag and
    Last-Modified as sent, for a conditional request. `visited` is ISO 8601 in UTC. `status` is 200, or 304 where
    nothing had changed.
    """

    key: str
    etag: str | None = None
    modified: str | None = None
    visited: str = ""
    status: int = 200


class Visits(Protocol):
    """What remembers visits. An archive does; it stores a visit together with the article that it brought."""

    def seen(self, key: str) -> Visit | None:
        """The last visit at the address with this key, or None."""


@dataclass(frozen=True)
class NoVisits:
    """Remembers nothing: all is asked anew."""

    def seen(self, key: str) -> Visit | None:
        """None."""
        return None
