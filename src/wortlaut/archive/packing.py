"""Records and original bytes as an archive keeps them: packed, and back."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import RowMapping

from wortlaut.errors import ArchiveError
from wortlaut.record import Analysis, Unjudged, from_dict, to_dict
from wortlaut.statements import Statement
from wortlaut.text import Span

# What most records hold; zlib then needs to say it in no record again. Part of the format: never change it.
_DICTIONARY = (
    b'"organization","place","group","document","unnamed","thought_or_writing","speech_or_thought","speech_or_writing",'
    b'"writing","thought","speech","unknown","reported","free_indirect","indirect_free_indirect","judgement","source",'
    b'"interview","carried","pronoun","apposition","surname","role","name","parts":[{"kind":"heading","start":0,"end":'
    b'},{"kind":"paragraph","start":},{"kind":"dateline","start":"teaser""caption""credit""byline""agency""boilerplate"'
    b'],"people":[{"id":"p1","name":"","kind":"person","roles":[],"mentions":[[],"members":[],"entry":null},{"id":"p2"'
    b',"article":{"id":"","source":"https://www.","title":"","outlet":"","language":"de","published":"20"},'
    b'"statements":[{"id":"s1","kind":"indirect","medium":"speech","content":[[]],"cue":[[]],"speaker":[[]],'
    b'"addressee":[],"frame":[],"person":"p1","attribution":{"reason":"name","score":0.9,"evidence":[]},'
    b'"relayed_by":[],"within":null,"asserted":true,"time":{"value":"202","span":[]},"score":0.9},{"id":"s2",'
    b'"kind":"direct","person":null,"attribution":null,"time":null,"score":0.8'
)
_LEVEL = 6
_READ = ("statements", "people")  # what judgements can change


def pack(analysis: Analysis) -> bytes:
    """The record of an analysis without its text, which is kept for itself."""
    record = to_dict(analysis, words=False)
    del record["article"]["text"]
    if read := analysis.unjudged:
        before = to_dict(replace(analysis, statements=read.statements, people=read.people), words=False)
        record["unjudged"] = {name: before[name] for name in _READ} | {"exact": read.exact}
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15, zdict=_DICTIONARY)
    plain = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return packer.compress(plain) + packer.flush()


def unpack(data: bytes, text: str) -> Analysis:
    """The analysis of a packed record and its text. Raises ArchiveError, or RecordError where the two do not fit."""
    record = plain_record(data)
    record["article"]["text"] = text
    found = from_dict(record)
    if (read := record.get("unjudged")) is None:
        return found
    before = from_dict(record | {name: read[name] for name in _READ})
    return replace(found, unjudged=Unjudged(before.statements, before.people, bool(read["exact"])))


def plain_record(data: bytes) -> dict[str, Any]:
    """A packed record as JSON has it, without the text: for who needs a few fields of many. Raises ArchiveError."""
    try:
        unpacker = zlib.decompressobj(-15, zdict=_DICTIONARY)
        record = json.loads((unpacker.decompress(data) + unpacker.flush()).decode("utf-8", "surrogatepass"))
        return {**record, "article": {**record["article"]}, "people": [*record.get("people", ())]}
    except (zlib.error, ValueError, KeyError, TypeError) as error:
        raise ArchiveError(f"a record is damaged ({error}); run 'wortlaut archive verify', restore a backup") from error


def squeezed(data: bytes) -> bytes:
    """Original bytes, packed."""
    return zlib.compress(data, _LEVEL)


def unsqueezed(data: bytes) -> bytes:
    """Original bytes. Raises ArchiveError."""
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise ArchiveError(f"original bytes or a text are damaged ({error}); restore a backup") from error


def packed_text(text: str) -> bytes:
    """A text, packed; any code point is kept, unpaired surrogates, too."""
    return squeezed(text.encode("utf-8", "surrogatepass"))


def unpacked_text(data: bytes) -> str:
    """The text. Raises ArchiveError."""
    try:
        return unsqueezed(data).decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        raise ArchiveError(f"a text is damaged ({error}); restore a backup") from error


def storable(words: str) -> str:
    """The words with U+FFFD for what a database's text cannot hold: U+0000 and unpaired surrogates."""
    return words.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def digest(statement: Statement, text: str) -> int:
    """A signed number of 64 bits that changes with any word or place of a statement's spans."""
    told = "\x1f".join(f"{span.start}:{span.cut(text)}" for span in _spans(statement))
    hashed = hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(hashed, "big", signed=True)


def _spans(statement: Statement) -> Iterator[Span]:
    for role in ("content", "speaker", "cue", "addressee", "frame"):
        yield from statement.spans(role)


def gaps(content: tuple[Span, ...]) -> str | None:
    """The pieces of a content, None where it is one."""
    return " ".join(f"{span.start}-{span.end}" for span in content) if len(content) > 1 else None


def pieces(row: RowMapping) -> tuple[Span, ...]:
    """The content of a row of statements."""
    if row["gaps"] is None:
        return (Span(row["start"], row["end"]),)
    return tuple(Span(*map(int, piece.split("-"))) for piece in row["gaps"].split())
