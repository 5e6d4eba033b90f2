"""sources(): what the user names, expanded to sources that load one by one, here or in a worker process."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from wortlaut.intake.containers import SUFFIXES, Manner, file_sources
from wortlaut.intake.given import Columns
from wortlaut.intake.listings import entries
from wortlaut.intake.originals import MAX_BYTES
from wortlaut.intake.source import Source, printable, problem, why
from wortlaut.intake.unpacking import Place

__all__ = ["MAX_BYTES", "STDIN", "SUFFIXES", "Source", "expanded", "sources"]
STDIN = "standard input"

_ADDRESS = re.compile(r"[a-z][a-z0-9+.\-]*://", re.IGNORECASE)
_WILD = re.compile(r"[*?\[]")


def sources(
    arguments: Sequence[str], *, stdin: Callable[[], bytes], columns: Columns | None = None
) -> Iterator[Source]:
    """The sources that the arguments name, in their order, found one at a time.

    An argument is a file (whatever its suffix), a folder (read recursively, sorted, files with a suffix in `SUFFIXES`,
    nothing hidden), a pattern with `*`, `?`, `[...]` or `**` (sorted), an http(s) address, or "-" for standard input,
    which `stdin` reads whole. What cannot be found becomes a source whose `load()` raises InputError.

    A file that holds many articles (`containers`) gives a source for each, of tables by `columns`; a feed or sitemap
    the addresses that it names. To fetch many, or what is at the address of a feed, use `gathered`.
    """
    return expanded(arguments, stdin=stdin, manner=Manner(columns or Columns(), _addresses_of))


def expanded(arguments: Sequence[str], *, stdin: Callable[[], bytes], manner: Manner) -> Iterator[Source]:
    """As `sources`, files that hold many articles being read in a given manner."""
    read_stdin = False
    for argument in arguments:
        if argument == "-":
            yield problem(STDIN, "it is named twice, but can be read only once") if read_stdin else _from_stdin(stdin)
            read_stdin = True
        elif _ADDRESS.match(argument):
            yield Source(name=argument, url=argument)
        else:
            yield from _from_disk(argument, manner)


def _addresses_of(data: bytes, place: Place) -> Iterator[Source]:
    for entry in entries(data, name=place.name):
        if entry.is_next:
            continue
        if entry.is_listing:
            yield problem(entry.url, "this is a sitemap named by another; add it with `wortlaut add`")
        else:
            yield replace(Source(name=entry.url, url=entry.url), given=entry.given)


def _from_stdin(stdin: Callable[[], bytes]) -> Source:
    try:
        return Source(name=STDIN, data=stdin())
    except OSError as error:
        return problem(STDIN, f"it cannot be read ({error.strerror or error})")


def _from_disk(argument: str, manner: Manner) -> Iterator[Source]:
    path = Path(argument)
    try:
        mode = path.stat().st_mode if argument else 0
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        if _WILD.search(argument) and not os.path.lexists(argument.replace("\0", "")):
            yield from _from_pattern(argument, manner)
        else:
            yield problem(argument, why(error))
        return
    if stat.S_ISDIR(mode):
        yield from _from_folder(path, manner)
    elif stat.S_ISREG(mode):
        yield from file_sources(path, manner, is_named=True)
    elif stat.S_ISFIFO(mode) or stat.S_ISCHR(mode):
        yield _from_stream(path)
    else:
        yield problem(argument, "it is neither a file nor a folder; name a text or HTML file")


def _from_folder(folder: Path, manner: Manner) -> Iterator[Source]:
    found = False
    unreadable: list[OSError] = []
    seen = {os.path.realpath(folder)}
    for here, folders, files in os.walk(folder, followlinks=True, onerror=unreadable.append):
        folders[:] = [name for name in sorted(folders) if not name.startswith(".") and _is_new(Path(here, name), seen)]
        for path in (Path(here, name) for name in sorted(files)):
            if not path.name.startswith(".") and path.name.lower().endswith(SUFFIXES) and not _is_special(path):
                for source in file_sources(path, manner, is_named=False):
                    found = True
                    yield source
    yield from (problem(str(error.filename), why(error)) for error in unreadable)
    if not found and not unreadable:
        yield problem(
            str(folder), f"this folder holds no file that ends in {', '.join(SUFFIXES)}; name the files to read"
        )


def _is_new(folder: Path, seen: set[str]) -> bool:
    """Whether the folder is still to be read; a link to a folder read already, or to one above it, is not."""
    real = os.path.realpath(folder)
    if any(Path(other).is_relative_to(real) for other in (seen if folder.is_symlink() else ())) or real in seen:
        return False
    seen.add(real)
    return True


def _is_special(path: Path) -> bool:
    """Whether it is a pipe, socket or device, which would block or never end."""
    return path.exists() and not path.is_file()


def _from_pattern(pattern: str, manner: Manner) -> Iterator[Source]:
    parts = Path(pattern).parts
    first = next(index for index, part in enumerate(parts) if _WILD.search(part))
    base = Path(*parts[:first])
    try:
        # pathlib, not glob: its ** does not follow links, so that a loop of links ends
        matches = sorted(base.glob(str(Path(*parts[first:]))))
    except (OSError, ValueError, NotImplementedError) as error:
        yield problem(pattern, f"this pattern cannot be used ({error})")
        return
    shown = [match for match in matches if not _is_hidden(match.relative_to(base), parts[first:])]
    files = [match for match in shown if match.is_file()]
    for match in files:
        yield from file_sources(match, manner, is_named=True)
    if not files:
        what = "only folders; name a folder itself to read what is in it" if shown else "no file; check the spelling"
        yield problem(pattern, f"this pattern matches {what}")


def _is_hidden(path: Path, pattern: tuple[str, ...]) -> bool:
    named = any(part.startswith(".") for part in pattern)
    return not named and any(part.startswith(".") for part in path.parts)


def _from_stream(path: Path) -> Source:
    """A pipe such as bash's <(...): read now, since a worker process could not."""
    try:
        with path.open("rb") as stream:
            return Source(name=printable(path), data=stream.read(MAX_BYTES + 1))
    except OSError as error:
        return problem(str(path), why(error))
