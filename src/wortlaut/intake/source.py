"""Source: one thing to read, here or in a worker process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from wortlaut.errors import InputError, Reason
from wortlaut.intake.given import NOTHING, Given
from wortlaut.intake.keys import file_key, is_same_page, text_key, web_key
from wortlaut.intake.originals import HTML, MAX_BYTES, TEXT, UNKNOWN, media_type, reload
from wortlaut.intake.visits import Visit
from wortlaut.text import Article

if TYPE_CHECKING:
    from wortlaut.intake.fetching import Page

TEXT_SUFFIXES = (".txt", ".text", ".md")
HTML_SUFFIXES = (".html", ".htm", ".xhtml")


@dataclass(frozen=True)
class Source:
    """One thing to read, named but not yet turned into an article; it can be pickled.

    One of `path`, `url`, `data` and `problem` says what it is; one that is *taken* has its original bytes in `data`
    beside the path or address that they came from. `problem` is the message of a source that could not even be found:
    its `load()` raises it, so that the sources beside it are read all the same; `reason` is the word for it of the
    InputError that it was.

    `key` is the same in every run: the address without tracking parameters, the absolute path
    (`/a/dump.zip!/rat.html`, `/a/dump.jsonl#17` by line, `/a/dump.jsonl#id=x7`), or for what has no name `text:` and
    the beginning of its SHA-256. `media` is the type of `data` (see `originals`), `given` what fills in where the
    article says nothing.

    `visit` is the answered request that a source from the web stands for; whoever keeps the article keeps it, too. With
    `unchanged` the server said that there is nothing new: there is nothing to read. A *note* has only a visit: that of
    a feed whose entries have all been given out before it.
    """

    name: str
    path: str | None = None
    url: str | None = None
    data: bytes | None = field(default=None, repr=False)
    problem: str | None = None
    reason: Reason = ""
    key: str = ""
    media: str = UNKNOWN
    given: Given = NOTHING
    visit: Visit | None = None
    unchanged: bool = False

    def __post_init__(self) -> None:
        if not self.key:
            object.__setattr__(self, "key", _key(self))

    @property
    def is_note(self) -> bool:
        """Whether there is only a visit to keep."""
        return self.visit is not None and self.data is None and self.problem is None and not self.unchanged

    def taken(self, *, fetch: Callable[[str], Page] | None = None) -> Source:
        """The same source with its original bytes; one that cannot be had becomes one whose `load()` raises.

        `fetch` stands in for `wortlaut.intake.fetch`.
        """
        if self.data is not None or self.problem is not None or self.unchanged or self.is_note:
            return self
        try:
            if self.url is not None:
                return self._fetched(self.url, fetch)
            path = Path(self.path or "")
            return replace(self, data=_bytes_of(path, self.name), media=media_of(path.suffix))
        except InputError as error:
            return self.failed(error)

    def load(self, *, fetch: Callable[[str], Page] | None = None) -> Article:
        """The article. `fetch` stands in for `wortlaut.intake.fetch`. Raises InputError, of an address FetchError."""
        if self.problem is not None:
            raise InputError(self.problem, self.reason)
        if self.data is not None:
            return reload(self.data, key=self.key, media=self.media, name=self.name, given=self.given)
        if self.unchanged or self.is_note:
            raise InputError(f"{self.name}: nothing new to read; skip what is unchanged or a note")
        if self.url is not None:
            return self._fetched(self.url, fetch).load()
        path = Path(self.path or "")
        data = _bytes_of(path, self.name)
        return reload(data, key=self.key, media=media_of(path.suffix), name=self.name, given=self.given)

    def failed(self, error: InputError) -> Source:
        """The same source as one that cannot be read."""
        return replace(self, problem=str(error), reason=error.reason)

    def _fetched(self, url: str, fetch: Callable[[str], Page] | None) -> Source:
        if fetch is None:
            from wortlaut.intake.fetching import fetch as the_fetch

            fetch = the_fetch
        got = fetch(url)
        return self.answered(got.data, got.url, media_type(got.is_html, got.charset))

    def answered(self, data: bytes, url: str, media: str) -> Source:
        """This address with what it answered from `url`, where it redirected.

        The key stays that of the address that was asked, so that it is known again; for a site that sends all its
        addresses to one page of consent or login, that page would else take the place of each article. Only where the
        redirect changes the spelling alone, the key is that of the answer.
        """
        final = web_key(url)
        key = final if final and is_same_page(final, self.key) else self.key
        return replace(self, name=url, data=data, media=media, key=key)


def problem(name: str, what: str, *, key: str = "", reason: Reason = "") -> Source:
    """A source that cannot be read, and why; its message begins with its name."""
    shown = printable(name)
    return Source(name=shown, problem=f"{shown or repr(shown)}: {what}", reason=reason, key=key)


def printable(name: Path | str) -> str:
    """The name with U+FFFD for bytes that are not UTF-8, so that it can be printed anywhere."""
    return str(name).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def media_of(suffix: str) -> str:
    """The media type of a file by its suffix.

    >>> media_of(".HTM")
    'text/html'
    """
    lower = suffix.lower()
    return HTML if lower in HTML_SUFFIXES else TEXT if lower in TEXT_SUFFIXES else UNKNOWN


def why(error: OSError | ValueError) -> str:
    """Why a file cannot be read, and what to do."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file; check the spelling and the folder"
    if isinstance(error, PermissionError):
        return "permission to read it is denied; change its permissions or run as its owner"
    return f"it cannot be read ({getattr(error, 'strerror', None) or error})"


def _key(source: Source) -> str:
    if source.url is not None:
        return web_key(source.url) or source.url
    if source.path is not None:
        return file_key(source.path)
    return text_key(source.data) if source.data is not None else source.name


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise InputError(f"{name}: {why(error)}") from error
    if len(data) > MAX_BYTES:
        raise InputError(
            f"{name}: it is larger than {MAX_BYTES // 1_000_000} MB; split it into single articles", "large"
        )
    return data
