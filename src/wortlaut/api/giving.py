"""Operations that give an archive out, as a stream."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator

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
from wortlaut.serving.streams import Stream, headers

AT_ONCE = 2  # exports of one process: each reads the whole archive
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
    named = headers(known, "wortlaut")
    if request.method == "HEAD":
        return Response(None, 200, named)
    return StreamingResponse(_stream(_kept(archive(request), asked, query), known), 200, named)


def _stream(kept: Iterable[Kept], known: Format) -> Stream:
    detail = f"{AT_ONCE} exports are being made; ask again later."
    return Stream(kept, known, _PLACES, full=Problem(503, detail, headers={"retry-after": "60"}))


def _kept(held: Archive, asked: Exporting, query: Query) -> Iterator[Kept]:
    if asked.narrow or not asked.copies:
        return selected(held, query)
    return held.kept(versions_too=asked.versions)
