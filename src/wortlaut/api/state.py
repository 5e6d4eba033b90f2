"""What the operations find in the application's state."""

from __future__ import annotations

from urllib.parse import quote

from starlette.requests import Request

from wortlaut.api.counting import Counting
from wortlaut.serving.reading import Readers
from wortlaut.serving.state import archive, settings

__all__ = ["archive", "asked", "counting", "place", "readers", "root", "settings"]


def root(request: Request) -> str:
    """The path under which the API lies for who asks, with the prefix that a proxy gives the app."""
    return f"{settings(request).prefix}{request.scope.get('root_path', '')}"


def asked(request: Request) -> str:
    """The path that was asked for, with that prefix."""
    return place(settings(request).prefix, request.url.path)


def place(prefix: str, path: str) -> str:
    """A path below a prefix, as it may be told."""
    return quote(f"{prefix}{path}"[:500], errors="replace")


def readers(request: Request) -> Readers:
    """Who reads texts that are not kept."""
    found: Readers = request.app.state.readers
    return found


def counting(request: Request) -> Counting:
    """Counts that were made lately."""
    found: Counting = request.app.state.counting
    return found
