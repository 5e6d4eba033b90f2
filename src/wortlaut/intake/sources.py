"""sources(): what the user names, expanded to sources that load one by one, here or in a worker process."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wortlaut.errors import InputError
from wortlaut.intake.decoding import declared_charset, decode
from wortlaut.intake.pages import looks_like_html, page
from wortlaut.text import Article

if TYPE_CHECKING:
    from wortlaut.intake.fetching import Page

MAX_BYTES = 100_000_000
TEXT_SUFFIXES = (".txt", ".text", ".md")
HTML_SUFFIXES = (".html", ".htm", ".xhtml")
SUFFIXES = TEXT_SUFFIXES + HTML_SUFFIXES
STDIN = "standard input"

_ADDRESS = re.compile(r"[a-z][a-z0-9+.\-]*://", re.IGNORECASE)
_WILD = re.compile(r"[*?\[]")


@dataclass(frozen=True)
class Source:
    """One thing to read, named but not yet read; it can be pickled.

    Exactly one of `path`, `url`, `data` and `problem` is set. `problem` is the message of a source that could not even
    be found: its `load()` raises it, so that the sources beside it are read all the same.
    """

    name: str
    path: str | None = None
    url: str | None = None
    data: bytes | None = None
    problem: str | None = None

    def load(self, *, fetch: Callable[[str], Page] | None = None) -> Article:
        """The article. `fetch` stands in for `wortlaut.intake.fetch`. Raises InputError, of an address FetchError."""
        if self.problem is not None:
            raise InputError(self.problem)
        if self.url is not None:
            return _fetched(self.url, fetch)
        if self.data is not None:
            return _article(self.data, self.name)
        path = Path(self.path or "")
        return _article(_bytes_of(path, self.name), self.name, suffix=path.suffix.lower())


def sources(arguments: Sequence[str], *, stdin: Callable[[], bytes]) -> Iterator[Source]:
    """The sources that the arguments name, in their order, found one at a time.

    An argument is a file (whatever its suffix), a folder (read recursively, sorted, files with a suffix in `SUFFIXES`,
    nothing hidden), a pattern with `*`, `?`, `[...]` or `**` (sorted), an http(s) address, or "-" for standard input,
    which `stdin` reads whole. What cannot be found becomes a source whose `load()` raises InputError.
    """
    read_stdin = False
    for argument in arguments:
        if argument == "-":
            yield _problem(STDIN, "it is named twice, but can be read only once") if read_stdin else _from_stdin(stdin)
            read_stdin = True
        elif _ADDRESS.match(argument):
            yield Source(name=argument, url=argument)
        else:
            yield from _from_disk(argument)


def _from_stdin(stdin: Callable[[], bytes]) -> Source:
    try:
        return Source(name=STDIN, data=stdin())
    except OSError as error:
        return _problem(STDIN, f"it cannot be read ({error.strerror or error})")


def _from_disk(argument: str) -> Iterator[Source]:
    path = Path(argument)
    try:
        mode = path.stat().st_mode if argument else 0
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        if _WILD.search(argument) and not os.path.lexists(argument.replace("\0", "")):
            yield from _from_pattern(argument)
        else:
            yield _problem(argument, _why(error))
        return
    if stat.S_ISDIR(mode):
        yield from _from_folder(path)
    elif stat.S_ISREG(mode):
        yield _file(path)
    elif stat.S_ISFIFO(mode) or stat.S_ISCHR(mode):
        yield _from_stream(path)
    else:
        yield _problem(argument, "it is neither a file nor a folder; name a text or HTML file")


def _from_folder(folder: Path) -> Iterator[Source]:
    found = False
    unreadable: list[OSError] = []
    seen = {os.path.realpath(folder)}
    for here, folders, files in os.walk(folder, followlinks=True, onerror=unreadable.append):
        folders[:] = [name for name in sorted(folders) if not name.startswith(".") and _is_new(Path(here, name), seen)]
        for path in (Path(here, name) for name in sorted(files)):
            if not path.name.startswith(".") and path.suffix.lower() in SUFFIXES and not _is_special(path):
                found = True
                yield _file(path)
    yield from (_problem(str(error.filename), _why(error)) for error in unreadable)
    if not found and not unreadable:
        yield _problem(
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


def _from_pattern(pattern: str) -> Iterator[Source]:
    parts = Path(pattern).parts
    first = next(index for index, part in enumerate(parts) if _WILD.search(part))
    base = Path(*parts[:first])
    try:
        # pathlib, not glob: its ** does not follow links, so that a loop of links ends
        matches = sorted(base.glob(str(Path(*parts[first:]))))
    except (OSError, ValueError, NotImplementedError) as error:
        yield _problem(pattern, f"this pattern cannot be used ({error})")
        return
    shown = [match for match in matches if not _is_hidden(match.relative_to(base), parts[first:])]
    files = [match for match in shown if match.is_file()]
    yield from (_file(match) for match in files)
    if not files:
        what = "only folders; name a folder itself to read what is in it" if shown else "no file; check the spelling"
        yield _problem(pattern, f"this pattern matches {what}")


def _is_hidden(path: Path, pattern: tuple[str, ...]) -> bool:
    named = any(part.startswith(".") for part in pattern)
    return not named and any(part.startswith(".") for part in path.parts)


def _from_stream(path: Path) -> Source:
    """A pipe such as bash's <(...): read now, since a worker process could not."""
    try:
        with path.open("rb") as stream:
            return Source(name=_shown(path), data=stream.read(MAX_BYTES + 1))
    except OSError as error:
        return _problem(str(path), _why(error))


def _file(path: Path) -> Source:
    return Source(name=_shown(path), path=str(path))


def _problem(name: str, what: str) -> Source:
    return Source(name=_shown(name), problem=f"{_shown(name) or repr(name)}: {what}")


def _shown(path: Path | str) -> str:
    """The name with U+FFFD for bytes that are not UTF-8, so that it can be printed anywhere."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file; check the spelling and the folder"
    if isinstance(error, PermissionError):
        return "permission to read it is denied; change its permissions or run as its owner"
    return f"it cannot be read ({getattr(error, 'strerror', None) or error})"


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise InputError(f"{name}: {_why(error)}") from error


def _fetched(url: str, fetch: Callable[[str], Page] | None) -> Article:
    if fetch is None:
        from wortlaut.intake.fetching import fetch as the_fetch

        fetch = the_fetch
    got = fetch(url)
    return _article(got.data, got.url, is_html=got.is_html, charset=got.charset)


def _article(
    data: bytes, name: str, *, suffix: str = "", is_html: bool | None = None, charset: str | None = None
) -> Article:
    if len(data) > MAX_BYTES:
        raise InputError(f"{name}: it is larger than {MAX_BYTES // 1_000_000} MB; split it into single articles")
    if not data:
        raise InputError(f"{name}: it is empty; name a file that holds an article")
    if is_html is None and suffix in SUFFIXES:
        is_html = suffix in HTML_SUFFIXES
    if charset is None and (is_html or (is_html is None and looks_like_html(data[:1024].decode("latin-1")))):
        charset = declared_charset(data)
    text = decode(data, charset, name)
    if not any(ch.isprintable() and not ch.isspace() for ch in text):
        raise InputError(f"{name}: it holds nothing but white space; name a file that holds an article")
    if is_html or (is_html is None and looks_like_html(text)):
        return page(text, source=name)
    return Article(text, source=name)
