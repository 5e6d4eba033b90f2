"""Packed files as streams that never unfold beyond bounds of size; nothing is written to disk."""

from __future__ import annotations

import codecs
import io
import lzma
import os
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from wortlaut.errors import InputError

# Text packs to a fifth, a table of repeated words perhaps to a fiftieth; a bomb to a thousandth.
MAX_RATIO = 200
SMALL = 100_000_000  # bytes that any packed file may unfold to
_BUFFER = 1 << 20  # bytes
MAX_XZ_MEMORY = 200_000_000  # bytes; what xz -9 needs is 65 MiB
_DAMAGE = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError)
_PACKED = {b"\x1f\x8b": "gzip", b"BZh": "bz2", b"\xfd7zXZ": "xz"}
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Where bytes lie: what messages call it, and the key that those of its articles begin with."""

    name: str
    key: str

    def inner(self, name: str) -> Place:
        """The place of a member of this archive."""
        return Place(f"{self.name}!/{name}", f"{self.key}!/{name}")

    def row(self, mark: str) -> Place:
        """The place of a row of this table."""
        return Place(f"{self.name}#{mark}", f"{self.key}#{mark}")


class Budget:
    """How much a packed file of some size may unfold to; shared by all that comes out of it."""

    def __init__(self, name: str, packed: int) -> None:
        self.name, self._limit, self._spent = name, max(SMALL, MAX_RATIO * packed), 0

    def spend(self, size: int) -> None:
        """Count some unpacked bytes. Raises InputError where they are too many."""
        self._spent += size
        if self._spent > self._limit:
            raise InputError(
                f"{self.name}: it unfolds to more than {self._limit // 1_000_000:,} MB, over {MAX_RATIO} times its "
                "size, as no collection of texts does; unpack it yourself if you trust it"
            )


def opened(path: Path, place: Place) -> io.BufferedReader:
    """A file as a stream, unpacked where it is gzip, bzip2 or xz. Raises OSError, InputError where it is damaged."""
    raw = path.open("rb")
    try:
        return unpacked(raw, place, os.fstat(raw.fileno()).st_size)
    except BaseException:
        raw.close()
        raise


def unpacked(stream: IO[bytes], place: Place, size: int) -> io.BufferedReader:
    """A stream of `size` bytes, unpacked where it is packed. Closing it closes `stream`. Raises InputError."""
    buffered: io.BufferedReader = io.BufferedReader(stream, _BUFFER)  # type: ignore[type-var, arg-type, unused-ignore]
    head = buffered.peek(6)[:6]
    packing = next((name for magic, name in _PACKED.items() if head.startswith(magic)), None)
    if packing is None:
        return buffered
    return io.BufferedReader(
        _Unpacked(_unpacker(packing, buffered, place), buffered, Budget(place.name, size)), _BUFFER
    )


def narrow(stream: io.BufferedReader) -> io.BufferedReader:
    """A stream of text in UTF-8 or an 8-bit charset: one in UTF-16 or UTF-32 with a byte order mark becomes UTF-8."""
    head = stream.peek(4)[:4]
    wide = next((encoding for mark, encoding in _WIDE if head.startswith(mark)), None)
    return io.BufferedReader(_Recoded(stream, wide), _BUFFER) if wide else stream


def unfold(data: bytes, limit: int, name: str) -> bytes:
    """The content of gzip bytes, at most `limit` bytes long. Raises InputError where it is longer or damaged."""
    unpacker = zlib.decompressobj(wbits=31)
    try:
        found = unpacker.decompress(data, limit + 1)
    except zlib.error as error:
        raise InputError(f"{name}: its packing is damaged ({error}); fetch or pack it anew") from error
    if len(found) > limit:
        raise InputError(f"{name}: it unfolds to more than {limit:,} bytes; split it")
    if not unpacker.eof:
        raise InputError(f"{name}: it ends before its content does; fetch or pack it anew")
    return found


def _unpacker(packing: str, stream: io.BufferedReader, place: Place) -> IO[bytes]:
    if packing == "gzip":
        import gzip

        return cast(IO[bytes], gzip.GzipFile(fileobj=stream))
    if packing == "bz2":
        import bz2

        return bz2.BZ2File(stream)
    try:
        # the memory that the file asks for is known from its head
        lzma.LZMADecompressor(memlimit=MAX_XZ_MEMORY).decompress(stream.peek(4096), 1)
    except lzma.LZMAError as error:
        raise InputError(f"{place.name}: it cannot be unpacked ({error}); pack it anew") from error
    return lzma.LZMAFile(stream)


class _Unpacked(io.RawIOBase):
    """Unpacked bytes, counted; damage becomes InputError."""

    def __init__(self, inner: IO[bytes], outer: io.BufferedReader, budget: Budget) -> None:
        self._inner, self._outer, self._budget = inner, outer, budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._inner.read(len(buffer))
        except _DAMAGE as error:
            raise InputError(f"{self._budget.name}: its packing is damaged ({error}); fetch or pack it anew") from error
        self._budget.spend(len(data))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._inner.close()
        self._outer.close()
        super().close()


class _Recoded(io.RawIOBase):
    """Text of one encoding as UTF-8."""

    def __init__(self, inner: io.BufferedReader, encoding: str) -> None:
        self._inner, self._decoder = inner, codecs.getincrementaldecoder(encoding)("replace")
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._rest:
            data = self._inner.read(len(buffer))
            self._rest = self._decoder.decode(data, final=not data).encode("utf-8", "replace")
            if not data:
                break
        part = self._rest[: len(buffer)]
        self._rest = self._rest[len(part) :]
        buffer[: len(part)] = part
        return len(part)

    def close(self) -> None:
        self._inner.close()
        super().close()
