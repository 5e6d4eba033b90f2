"""Streams: articles in a format of other tools, made and sent piece by piece, few at once."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from wortlaut.exports import Format
from wortlaut.kept import Kept

_TOGETHER = 64 * 1024  # bytes that are sent at once


def headers(known: Format, name: str) -> dict[str, str]:
    """Those of a file of a format that is called `name` and the format's suffix."""
    media = f"{known.media_type}; charset=utf-8" if known.media_type.startswith("text/") else known.media_type
    return {
        "content-type": media,
        "cache-control": "private, no-store",
        "content-disposition": f'attachment; filename="{name}{known.suffix}"',
    }


class Stream:
    """The bytes of a file; its place is given back at its end, or when nobody wants it any more.

    The first bytes are made at once, so that what fails in the beginning can still be answered as a failure. Where all
    `places` are taken it raises `full`.
    """

    def __init__(
        self, kept: Iterable[Kept], known: Format, places: threading.BoundedSemaphore, *, full: Exception
    ) -> None:
        self._places = places
        self._held = places.acquire(blocking=False)
        if not self._held:
            raise full
        try:
            self._pieces = _together(_bytes(kept, known))
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
            self._places.release()

    def __del__(self) -> None:
        self._leave()


def _bytes(kept: Iterable[Kept], known: Format) -> Iterator[bytes]:
    if known.pieces is not None:
        return (piece.encode("utf-8", "replace") for piece in known.pieces(kept))
    return _file(kept, known)


def _file(kept: Iterable[Kept], known: Format) -> Iterator[bytes]:
    """What is no text is written to a file, and sent from there."""
    assert known.binary is not None
    with tempfile.TemporaryDirectory(prefix="wortlaut-") as folder:
        path = Path(folder) / f"export{known.suffix}"
        path.touch()
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
