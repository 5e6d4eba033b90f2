"""Pages of a WARC file, one source each.

The records are cut apart here, within bounds, so that damage costs one record and no header fills the memory; what is
in a record is read by warcio.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from typing import IO, Any

from wortlaut.errors import InputError
from wortlaut.intake.keys import web_key
from wortlaut.intake.originals import HTML, MAX_BYTES, media_type
from wortlaut.intake.source import Source, problem
from wortlaut.intake.unpacking import Place, unpacked

MAX_HEAD = 1_000_000  # bytes of the header of a record, and of that of HTTP in it
_MAX_HEADERS = 2_000  # lines
_HTML = (HTML, "application/xhtml+xml")
_LENGTH = re.compile(rb"^content-length:\s*(\d{1,15})\s*$", re.IGNORECASE | re.MULTILINE)
_WANTED = re.compile(rb"^warc-type:\s*(response|resource|conversion)\s*$", re.IGNORECASE | re.MULTILINE)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_PIECE = 1 << 20  # bytes


def warc_pages(stream: IO[bytes], place: Place, size: int) -> Iterator[Source]:
    """The HTML pages of a WARC file, packed or not, by the addresses they were fetched from; and texts (WET).

    Only answers with status 200 are taken. Damage costs the record that it is in.
    """
    found = False
    with unpacked(stream, place, size) as plain:
        for number, record in enumerate(_cut(plain), start=1):
            here = place.row(str(number))
            try:
                source = _page(_read(record), here)
            except InputError as error:
                found = True
                yield problem(place.name, f"record {number}: {error}", key=here.key)
                continue
            if source is not None:
                found = True
                yield source
    if not found:
        yield problem(place.name, "this WARC file holds no HTML page", key=place.key)


@dataclass(frozen=True)
class _Record:
    """A record as it stands in the file; `trouble` says what is wrong with it. One that is not wanted is empty."""

    data: bytes = b""
    trouble: str = ""


def _cut(stream: io.BufferedReader) -> Iterator[_Record]:
    line = stream.readline(MAX_HEAD)
    while line:
        if line.startswith(b"WARC/"):
            yield _record(stream, line)
        elif line.strip():
            yield _Record(trouble="a record begins where none should, or none where one should; it was skipped")
            while line and not line.startswith(b"WARC/"):
                line = stream.readline(MAX_HEAD)
            continue
        line = stream.readline(MAX_HEAD)


def _record(stream: io.BufferedReader, first: bytes) -> _Record:
    head = first
    for _ in range(_MAX_HEADERS):
        line = stream.readline(MAX_HEAD)
        head += line
        if not line.strip() or len(head) > MAX_HEAD:
            break
    length = _LENGTH.search(head)
    if line.strip() or length is None:
        return _Record(trouble="its header has no end or no Content-Length; fetch the file anew")
    if not _WANTED.search(head) or int(length[1]) > MAX_BYTES:  # no page is so long, but films are
        left = int(length[1])
        while left > 0 and (piece := stream.read(min(left, _PIECE))):
            left -= len(piece)
        return _Record(trouble="the file ends within it; fetch the file anew" if left else "")
    block = stream.read(int(length[1]))
    if len(block) < int(length[1]):
        return _Record(trouble="the file ends within it; fetch the file anew")
    if _is_overlong(block):
        return _Record(trouble="its HTTP header is longer than any server's")
    return _Record(head + block + b"\r\n\r\n")


def _is_overlong(block: bytes) -> bool:
    """Whether the header of HTTP, where there is one, is longer than bounds."""
    end = _HEAD_END.search(block, 0, MAX_HEAD)
    return block.startswith(b"HTTP/") and (end is None or block.count(b"\n", 0, end.start()) > _MAX_HEADERS)


def _read(record: _Record) -> Any:
    """The record as warcio reads it, None where it is not wanted. Raises InputError."""
    if record.trouble:
        raise InputError(record.trouble)
    if not record.data:
        return None
    from warcio.archiveiterator import WARCIterator

    class Quiet(WARCIterator):  # type: ignore[misc, unused-ignore]
        INC_RECORD = ""  # else it writes to stderr

    try:
        return next(Quiet(io.BytesIO(record.data)), None)
    except Exception as error:  # it raises whatever a damaged record makes it stumble over
        raise InputError(f"it is damaged ({str(error).strip().partition(chr(10))[0] or error!r})") from error


def _page(record: Any, here: Place) -> Source | None:
    """The source of a record, None where it is no page."""
    if record is None:
        return None
    kind, charset = _content_type(record)
    is_html = kind in _HTML
    if not is_html and not (record.rec_type == "conversion" and kind == "text/plain"):
        return None
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    key = web_key(url)
    try:
        data = record.content_stream().read(MAX_BYTES + 1)
    except Exception as error:  # as above
        raise InputError(f"it cannot be unpacked ({error!r})") from error
    if len(data) > MAX_BYTES:
        raise InputError(f"it is larger than {MAX_BYTES // 1_000_000} MB")
    if not data:
        return None
    return Source(name=url if key else here.name, key=key or here.key, data=data, media=media_type(is_html, charset))


def _content_type(record: Any) -> tuple[str, str | None]:
    """The media type and charset of a record that may be a page; "" of others."""
    written = record.content_type or ""
    if record.rec_type == "response":
        if record.http_headers is None or record.http_headers.get_statuscode() != "200":
            return "", None
        written = record.http_headers.get_header("Content-Type") or ""
    header = Message()
    header["Content-Type"] = " ".join(written.split())
    return header.get_content_type(), header.get_content_charset()
