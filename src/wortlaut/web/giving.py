"""given_out(): the result of a search as a file, made and sent piece by piece."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from starlette.responses import Response, StreamingResponse

from wortlaut.errors import ServingError
from wortlaut.exports import Format
from wortlaut.kept import Kept

MOST = 100_000  # statements of one file
MOST_IN_FILES = 10_000  # of one in a format that is written whole before the first byte is sent
AT_ONCE = 2  # files of one process: who makes them takes time from those who read
_TOGETHER = 64 * 1024  # bytes that are sent at once
_PLACES = threading.BoundedSemaphore(AT_ONCE)


def most(known: Format) -> int:
    """How many statements a file of a format may have."""
    return MOST if known.pieces else MOST_IN_FILES


def given_out(kept: Iterable[Kept], known: Format, name: str) -> Response:
    """The answer with a file of some articles, called `name` with the format's suffix. Raises ServingError where too
    many are being made.
    """
    media = f"{known.media_type}; charset=utf-8" if known.media_type.startswith("text/") else known.media_type
    headers = {
        "content-type": media, "cache-control": "private, no-store",
        "content-disposition": f'attachment; filename="{name}{known.suffix}"',
    }  # fmt: skip
    return StreamingResponse(_Stream(kept, known), 200, headers)


class _Stream:
    """The bytes of a file; its place is given back at its end, or when nobody wants it any more.

    The first bytes are made at once, so that what fails in the beginning is answered with an error.
    """

    def __init__(self, kept: Iterable[Kept], known: Format) -> None:
        self._held = _PLACES.acquire(blocking=False)
        if not self._held:
            raise ServingError(f"{AT_ONCE} other files are being made; try again in a minute")
        self._pieces = _together(_bytes(kept, known))
        try:
            self._first = next(self._pieces, b"")
        except BaseException:
            self._leave()
            raise

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield self._first
            yield from self._pieces
        finally:
            self._leave()

    def _leave(self) -> None:
        if self._held:
            self._held = False
            _PLACES.release()

    def __del__(self) -> None:
        self._leave()


def _bytes(kept: Iterable[Kept], known: Format) -> Iterator[bytes]:
    if known.pieces is not None:
        return (piece.encode("utf-8", "replace") for piece in known.pieces(kept))
    return _written(kept, known)


def _written(kept: Iterable[Kept], known: Format) -> Iterator[bytes]:
    """What is no text is written to a file, and sent from there."""
    with tempfile.TemporaryDirectory(prefix="wortlaut-") as folder:
        path = Path(folder) / f"export{known.suffix}"
        path.touch()
        if known.binary:
            known.binary(kept, path)
        with path.open("rb") as file:
            yield from iter(lambda: file.read(_TOGETHER), b"")


def _together(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same in larger pieces: each is handed from one thread to another."""
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        if len(waiting) >= _TOGETHER:
            yield bytes(waiting)
            waiting.clear()
    if waiting:
        yield bytes(waiting)
