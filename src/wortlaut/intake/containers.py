"""Files that hold many articles, expanded to one source each, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from wortlaut.errors import InputError
from wortlaut.intake.bundles import Member, content, tar_members, zip_members
from wortlaut.intake.given import Columns
from wortlaut.intake.keys import file_key
from wortlaut.intake.listings import HEAD, MAX_LISTING_BYTES, looks_like_listing
from wortlaut.intake.rows import csv_rows, is_table, json_lines
from wortlaut.intake.source import HTML_SUFFIXES, TEXT_SUFFIXES, Source, media_of, printable, problem, why
from wortlaut.intake.unpacking import Place, opened, unpacked
from wortlaut.intake.warcs import warc_pages

_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_CSV = (".csv", ".csv.gz")
_WARC = (".warc", ".warc.gz")
_ZIP = (".zip",)
_TAR = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
_LISTING = (".rss", ".atom", ".xml", ".xml.gz")
SUFFIXES = TEXT_SUFFIXES + HTML_SUFFIXES + _LINES + _CSV + _WARC + _ZIP + _TAR + _LISTING


@dataclass(frozen=True)
class Manner:
    """How containers are read: what the columns of tables are called, and what is made of the bytes of a listing."""

    columns: Columns
    listed: Callable[[bytes, Place], Iterator[Source]]


def file_sources(path: Path, manner: Manner, *, is_named: bool) -> Iterator[Source]:
    """The sources of a file. One that is not named itself but found in a folder is left out if it holds no articles:

    a table without a column of texts, XML that is no listing, and what does not end in one of `SUFFIXES`.
    """
    place = Place(printable(path), file_key(str(path)))
    try:
        yield from _expanded(path, place, manner, is_named)
    except OSError as error:
        yield problem(place.name, why(error), key=place.key)
    except InputError as error:
        yield Source(name=place.name, key=place.key).failed(error)


def _expanded(path: Path, place: Place, manner: Manner, is_named: bool) -> Iterator[Source]:
    name = path.name.lower()
    if name.endswith(_ZIP):
        yield from _members(zip_members(path, place), place, manner)
    elif name.endswith(_TAR):
        yield from _members(tar_members(path, place), place, manner)
    elif name.endswith(_WARC):
        with path.open("rb") as stream:
            yield from warc_pages(stream, place, path.stat().st_size)
    elif name.endswith(_LINES):
        with opened(path, place) as lines:
            yield from json_lines(lines, place, manner.columns)
    elif name.endswith(_CSV) and _is_table(path, place, manner, is_named):
        with opened(path, place) as lines:
            yield from csv_rows(lines, place, manner.columns)
    elif not name.endswith(TEXT_SUFFIXES + HTML_SUFFIXES) and _is_listing(path):
        with path.open("rb") as stream:
            yield from manner.listed(stream.read(MAX_LISTING_BYTES + 1), place)
    elif is_named or name.endswith(TEXT_SUFFIXES + HTML_SUFFIXES):
        yield Source(name=place.name, path=str(path))


def _is_table(path: Path, place: Place, manner: Manner, is_named: bool) -> bool:
    """Whether to read it as a table; of a named one with the wrong columns, to say so."""
    with opened(path, place) as lines:
        found = is_table(lines, place, manner.columns)
    return bool(found) or (is_named and (found is not None or path.suffix.lower() != _CSV[0]))


def _is_listing(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return looks_like_listing(stream.read(HEAD))
    except OSError:
        return False


def _members(members: Iterator[Member], place: Place, manner: Manner) -> Iterator[Source]:
    found = False
    for member in members:
        for source in _member(member, manner):
            found = True
            yield source
    if not found:
        yield problem(place.name, f"this archive holds no file that ends in {', '.join(_INSIDE)}", key=place.key)


_INSIDE = TEXT_SUFFIXES + HTML_SUFFIXES + _LINES + _CSV + _WARC


def _member(member: Member, manner: Manner) -> Iterator[Source]:
    """The sources of a file in an archive. Archives within archives are not opened."""
    place = member.place
    name = place.name.lower()
    try:
        if name.endswith(_ZIP + _TAR):
            yield problem(place.name, "an archive within an archive is not opened; unpack the outer one", key=place.key)
        elif name.endswith(_INSIDE) and (member.stream is None or name.endswith(TEXT_SUFFIXES + HTML_SUFFIXES)):
            media = media_of(Path(name).suffix)
            yield Source(name=place.name, key=place.key, data=content(member), media=media)
        elif member.stream is not None:
            yield from _many(name, member.stream, member, manner)
    except InputError as error:
        yield Source(name=place.name, key=place.key).failed(error)


def _many(name: str, stream: IO[bytes], member: Member, manner: Manner) -> Iterator[Source]:
    place, size = member.place, member.size
    if name.endswith(_WARC):
        yield from warc_pages(stream, place, size)
    elif name.endswith(_LINES):
        yield from json_lines(unpacked(stream, place, size), place, manner.columns)
    elif name.endswith(_CSV):
        yield from csv_rows(unpacked(stream, place, size), place, manner.columns)
