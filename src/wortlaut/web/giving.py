"""given_out(): the result of a search as a file, made and sent piece by piece."""

from __future__ import annotations

import threading
from collections.abc import Iterable

from starlette.responses import Response, StreamingResponse

from wortlaut.errors import ServingError
from wortlaut.exports import Format
from wortlaut.kept import Kept
from wortlaut.serving.streams import Stream, headers

MOST = 100_000  # statements of one file
MOST_IN_FILES = 10_000  # of one in a format that is written whole before the first byte is sent
AT_ONCE = 2  # files of one process: who makes them takes time from those who read
_PLACES = threading.BoundedSemaphore(AT_ONCE)


def most(known: Format) -> int:
    """How many statements a file of a format may have."""
    return MOST if known.pieces else MOST_IN_FILES


def given_out(kept: Iterable[Kept], known: Format, name: str) -> Response:
    """The answer with a file of some articles, called `name` with the format's suffix. Raises ServingError where too
    many are being made.
    """
    full = ServingError(f"{AT_ONCE} other files are being made; try again in a minute")
    return StreamingResponse(Stream(kept, known, _PLACES, full=full), 200, headers(known, name))
