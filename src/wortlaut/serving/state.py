"""What every answer finds in the state of the app, or of the API in it."""

from __future__ import annotations

from starlette.requests import HTTPConnection

from wortlaut.archive import Archive
from wortlaut.serving.settings import Settings


def archive(request: HTTPConnection) -> Archive:
    """The archive that is served."""
    found: Archive = request.app.state.archive
    return found


def settings(request: HTTPConnection) -> Settings:
    """How the app is run."""
    found: Settings = request.app.state.settings
    return found
