"""Members of zip and tar files, one after the other; nothing is written to disk, so no name leads anywhere."""

from __future__ import annotations

import io
import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from wortlaut.errors import InputError
from wortlaut.intake.originals import MAX_BYTES
from wortlaut.intake.source import printable
from wortlaut.intake.unpacking import Budget, Place, opened

MAX_DIRECTORY = 64_000_000  # bytes of a zip file's list of members: half a million names
MAX_TAR_NAME = 1_000_000  # bytes of a name or other addition to a tar member
_PIECE = 1 << 18  # bytes
_ADDITIONS = (
    tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK,
)  # fmt: skip
_DAMAGE = (
    zipfile.BadZipFile, tarfile.TarError, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, zlib.error,
    lzma.LZMAError,
)  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class Member:
    """A file in an archive: its place and size in bytes; `stream` can be read until the next member is asked for.

    Where it cannot be read, `problem` says why.
    """

    place: Place
    size: int
    stream: IO[bytes] | None = None
    problem: str = ""


def zip_members(path: Path, place: Place) -> Iterator[Member]:
    """The files in a zip file, but hidden ones. Raises InputError where the zip file itself is damaged, OSError."""
    with _Careful(path) as file:
        try:
            archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise InputError(f"{place.name}: this zip file is damaged ({error}); fetch or pack it anew") from error
        budget = Budget(place.name, path.stat().st_size)
        with archive:
            for info in archive.infolist():
                if not info.is_dir() and not _is_hidden(info.filename):
                    yield from _zip_member(archive, info, place, budget)


def tar_members(path: Path, place: Place) -> Iterator[Member]:
    """The plain files in a tar file, packed or not, but hidden ones; links are left out. Raises as `zip_members`."""
    with opened(path, place) as stream:
        try:
            with tarfile.open(fileobj=stream, mode="r|", tarinfo=_Info, errorlevel=1) as archive:
                while (info := archive.next()) is not None:
                    archive.members = []  # type: ignore[attr-defined] # else it remembers all of them
                    if info.isreg() and not _is_hidden(info.name):
                        yield _tar_member(archive, info, place)
        except (tarfile.TarError, ValueError, EOFError, RecursionError) as error:
            raise InputError(f"{place.name}: this tar file is damaged ({error}); fetch or pack it anew") from error


def content(member: Member) -> bytes:
    """The bytes of a member. Raises InputError where it is damaged, packed in an unknown way or too large."""
    name = member.place.name
    if member.stream is None or member.size > MAX_BYTES:
        raise InputError(f"{name}: {member.problem or f'it is larger than {MAX_BYTES // 1_000_000} MB; split it'}")
    return member.stream.read(min(member.size, MAX_BYTES) + 1)


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: Place, budget: Budget) -> Iterator[Member]:
    inner, trouble = place.inner(_shown(info.filename)), _trouble(info.filename)
    if trouble:
        yield Member(inner, info.file_size, problem=trouble)
        return
    try:
        stream = archive.open(info)
    except _DAMAGE as error:
        yield Member(inner, info.file_size, problem=f"it cannot be unpacked ({error}); unpack it yourself")
        return
    with stream:
        yield Member(inner, info.file_size, _Watched(stream, inner.name, budget).buffered())


def _tar_member(archive: tarfile.TarFile, info: tarfile.TarInfo, place: Place) -> Member:
    inner, trouble = place.inner(_shown(info.name)), _trouble(info.name)
    stream = None if trouble else archive.extractfile(info)
    return Member(inner, info.size, _Watched(stream, inner.name).buffered() if stream else None, trouble)


def _parts(name: str) -> list[str]:
    return [part for part in name.replace("\\", "/").split("/") if part not in ("", ".")]


def _shown(name: str) -> str:
    return _CONTROL.sub("\ufffd", printable("/".join(_parts(name))))


def _is_hidden(name: str) -> bool:
    """Hidden, or what macOS puts beside each file."""
    return any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in _parts(name))


def _trouble(name: str) -> str:
    return "its name leads out of the archive; pack it anew" if ".." in _parts(name) else ""


class _Careful(io.BufferedReader):
    """A file that refuses to be read in one vast piece, as zipfile reads a list of members of whatever length."""

    def __init__(self, path: Path) -> None:
        super().__init__(io.FileIO(path))
        self._shown = str(path)

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > MAX_DIRECTORY:
            raise InputError(
                f"{printable(self._shown)}: its list of members is longer than {MAX_DIRECTORY // 1_000_000} MB; "
                "pack it as a tar file"
            )
        return super().read(size)


class _Watched(io.RawIOBase):
    """The bytes of a member, counted; damage becomes InputError."""

    def __init__(self, inner: IO[bytes], name: str, budget: Budget | None = None) -> None:
        self._inner, self._name, self._budget = inner, name, budget

    def buffered(self) -> io.BufferedReader:
        return io.BufferedReader(self, _PIECE)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._inner.read(min(len(buffer), _PIECE))
        except _DAMAGE as error:
            raise InputError(f"{self._name}: it cannot be unpacked ({error}); fetch or pack it anew") from error
        if self._budget:
            self._budget.spend(len(data))
        buffer[: len(data)] = data
        return len(data)


class _Info(tarfile.TarInfo):
    """A tar member whose additions are short, and which is not sparse: both can make much of little."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> _Info:
        if len(buf) != tarfile.BLOCKSIZE:
            raise tarfile.ReadError("it ends too early")
        if buf.count(0) == len(buf):
            return super().frombuf(buf, encoding, errors)  # the end
        try:
            found = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            # tarfile would take the damage for the end
            raise tarfile.ReadError(str(error)) from error
        if found.type == tarfile.GNUTYPE_SPARSE or (found.type in _ADDITIONS and found.size > MAX_TAR_NAME):
            raise tarfile.ReadError("a member is sparse or has a name longer than 1 MB")
        return found
