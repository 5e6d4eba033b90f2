"""Operations that give an archive out, as a stream."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from wortlaut.api.gate import accepts
from wortlaut.api.operations import get, router
from wortlaut.api.problems import Problem
from wortlaut.api.questions import Exported, Exporting
from wortlaut.api.state import archive
from wortlaut.archive import Archive, Query
from wortlaut.archive.selecting import selected
from wortlaut.exports import FORMATS, Format
from wortlaut.kept import Kept

AT_ONCE = 2  # exports of one process: each reads the whole archive
_TOGETHER = 64 * 1024  # bytes that are sent at once
_PLACES = threading.BoundedSemaphore(AT_ONCE)
_MEDIA = tuple(dict.fromkeys(one.media_type for one in FORMATS.values()))
giving = router("export")


@get(giving, "/export", None, media=_MEDIA)
def export(request: Request, asked: Exported) -> Response:
    """Export statements in a format that other tools read.

    Without filters all articles and statements, as `wortlaut export` writes them. The answer is a stream; one that
    fails midway ends without its last chunk, so that no half of it is taken for the whole. At most two are made at
    once in each process, else the answer is 503.
    """
    known, query = FORMATS[asked.format], asked.query(copies=asked.copies)
    if not accepts(request.headers.get("accept", ""), (known.media_type,)):
        raise Problem(406, f"{known.name} is given as {known.media_type}; send that, or 'Accept: */*'.")
    media = f"{known.media_type}; charset=utf-8" if known.media_type.startswith("text/") else known.media_type
    headers = {
        "content-disposition": f'attachment; filename="wortlaut{known.suffix}"',
        "cache-control": "private, no-store",
        "content-type": media,
    }
    if request.method == "HEAD":
        return Response(None, 200, headers)
    return StreamingResponse(_Stream(_kept(archive(request), asked, query), known), 200, headers)


class _Stream:
    """The bytes of an export; its place is given back at its end, or when nobody wants it any more.

    The first bytes are made at once, so that what fails in the beginning is answered as a problem.
    """

    def __init__(self, kept: Iterable[Kept], known: Format) -> None:
        self._open = _PLACES.acquire(blocking=False)
        if not self._open:
            raise Problem(503, f"{AT_ONCE} exports are being made; ask again later.", headers={"retry-after": "60"})
        try:
            self._pieces = _together(_bytes(kept, known))
            self._first = next(self._pieces, b"")
        except BaseException:
            self._close()
            raise

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield self._first
            yield from self._pieces
        finally:
            self._close()

    def _close(self) -> None:
        if self._open:
            self._open = False
            _PLACES.release()

    def __del__(self) -> None:
        self._close()


def _kept(held: Archive, asked: Exporting, query: Query) -> Iterator[Kept]:
    if asked.narrow or not asked.copies:
        return selected(held, query)
    return held.kept(versions_too=asked.versions)


def _bytes(kept: Iterable[Kept], known: Format) -> Iterator[bytes]:
    if known.pieces is not None:
        return (piece.encode("utf-8", "replace") for piece in known.pieces(kept))
    return _file(kept, known)


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


def _file(kept: Iterable[Kept], known: Format) -> Iterator[bytes]:
    """What is no text is written to a file, and sent from there."""
    assert known.binary is not None
    with tempfile.TemporaryDirectory(prefix="wortlaut-") as folder:
        path = Path(folder) / f"export{known.suffix}"
        path.touch()
        known.binary(kept, path)
        with path.open("rb") as file:
            yield from iter(lambda: file.read(_TOGETHER), b"")
