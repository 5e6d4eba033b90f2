"""What the operations find in the application's state."""

from __future__ import annotations

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


def readers(request: Request) -> Readers:
    """Who reads texts that are not kept."""
    found: Readers = request.app.state.readers
    return found


def counting(request: Request) -> Counting:
    """Counts that were made lately."""
    found: Counting = request.app.state.counting
    return found
