"""What the operations find in the application's state."""

from __future__ import annotations

from urllib.parse import quote

from starlette.requests import Request

from wortlaut.api.counting import Counting
from wortlaut.archive import Archive
from wortlaut.serving.reading import Readers
from wortlaut.serving.settings import Settings


def archive(request: Request) -> Archive:
    """The archive that is served."""
    found: Archive = request.app.state.archive
    return found


def settings(request: Request) -> Settings:
    """How the app is run."""
    found: Settings = request.app.state.settings
    return found


def root(request: Request) -> str:
    """The path under which the API lies for who asks, with the prefix that a proxy gives the app."""
    return f"{settings(request).prefix}{request.scope.get('root_path', '')}"


def asked(request: Request) -> str:
    """The path that was asked for, with that prefix."""
    return quote(f"{settings(request).prefix}{request.url.path}"[:500], errors="replace")


def readers(request: Request) -> Readers:
    """Who reads texts that are not kept."""
    found: Readers = request.app.state.readers
    return found


def counting(request: Request) -> Counting:
    """Counts that were made lately."""
    found: Counting = request.app.state.counting
    return found
