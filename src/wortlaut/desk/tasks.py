"""Tasks: what can be asked of the background, checked, and as bytes that wait in a table."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, Literal

from wortlaut.errors import ArchiveError, InputError
from wortlaut.intake import Given
from wortlaut.intake.addresses import public_address, web_address
from wortlaut.intake.dates import iso_date
from wortlaut.intake.source import HTML_SUFFIXES, TEXT_SUFFIXES

Kind = Literal["text", "page", "files", "address", "feed", "reread", "relink"]

MAX_FILES = 50  # of one task
MAX_TEXT = 4_000_000  # code points of a pasted text
MAX_FIELD = 500  # code points of a title or outlet
MAX_ADDRESS = 2_000  # code points
_LEVEL = 1  # of zlib: most of what is uploaded is packed, and somebody waits


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be read and kept, with what is known of it. `source` is an http(s) address that is not fetched.

    `published` is a date in ISO 8601 or German figures; with `force` the text need not be German. Raises InputError.
    """

    text: str
    title: str = ""
    outlet: str = ""
    published: str = ""
    source: str = ""
    force: bool = False

    def __post_init__(self) -> None:
        if not any(ch.isprintable() and not ch.isspace() for ch in self.text):
            raise InputError("the text is empty; paste the words of an article", "empty")
        if len(self.text) > MAX_TEXT:
            raise InputError(
                f"the text has {len(self.text):,} characters, more than one article has ({MAX_TEXT:,} at most); cut it "
                "into its articles",
                "large",
            )
        check_fields(title=self.title, outlet=self.outlet)
        _date(self.published)
        if self.source:
            check_length(self.source)
            web_address(self.source)

    @property
    def kind(self) -> Kind:
        """ "text"."""
        return "text"

    @property
    def name(self) -> str:
        """What a list calls it: its address, for a title is a word of the article."""
        return self.source


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as a browser sends it: its name without folders, and its bytes."""

    name: str
    data: bytes

    @classmethod
    def of(cls, name: str, data: bytes) -> Upload:
        """The same without what a browser may tell of folders."""
        bare = PureWindowsPath(PurePosixPath(name).name).name
        plain = "".join(ch if ch.isprintable() else "\ufffd" for ch in bare).strip()
        return cls(plain[-120:] or "upload", data)


@dataclass(frozen=True, slots=True)
class Files:
    """Files to be read and kept, each of any kind that `wortlaut add` takes; `given` is known of all of them.

    Raises InputError.
    """

    files: tuple[Upload, ...]
    outlet: str = ""
    published: str = ""
    force: bool = False

    def __post_init__(self) -> None:
        if not self.files:
            raise InputError("no file was given; choose one")
        if len(self.files) > MAX_FILES:
            raise InputError(f"{len(self.files)} files are more than are taken at once ({MAX_FILES}); pack them as zip")
        for one in self.files:
            if not one.data:
                raise InputError(f"{one.name}: it is empty; choose a file that holds an article", "empty")
        check_fields(outlet=self.outlet)
        _date(self.published)

    @property
    def kind(self) -> Kind:
        """ "page" for one text or page, which is read at once; "files" for what may hold many articles."""
        plain = all(one.name.lower().endswith(TEXT_SUFFIXES + HTML_SUFFIXES) for one in self.files)
        return "page" if plain and len(self.files) == 1 else "files"

    @property
    def name(self) -> str:
        """What a list calls them."""
        more = f" (+ {len(self.files) - 1})" if len(self.files) > 1 else ""
        return self.files[0].name + more


@dataclass(frozen=True, slots=True)
class Address:
    """A page, feed or sitemap on the web, to be fetched once. Raises FetchError where it is refused at once."""

    address: str
    outlet: str = ""
    force: bool = False

    def __post_init__(self) -> None:
        check_length(self.address)
        check_fields(outlet=self.outlet)
        object.__setattr__(self, "address", public_address(self.address).url)

    @property
    def kind(self) -> Kind:
        """ "address"."""
        return "address"

    @property
    def name(self) -> str:
        """The address."""
        return self.address


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit of a feed, by its number and address."""

    feed: int
    address: str
    outlet: str = ""

    @property
    def kind(self) -> Kind:
        """ "feed"."""
        return "feed"

    @property
    def name(self) -> str:
        """The address of the feed."""
        return self.address


@dataclass(frozen=True, slots=True)
class Rereading:
    """All articles that another model read, or `everything`, to be read again."""

    everything: bool = False

    @property
    def kind(self) -> Kind:
        """ "reread"."""
        return "reread"

    @property
    def name(self) -> str:
        """None is needed."""
        return ""


@dataclass(frozen=True, slots=True)
class Relinking:
    """What was said of who is whom, or taken back, by its number, to be done to statements; a person it is about."""

    batch: int
    person: int

    @property
    def kind(self) -> Kind:
        """ "relink"."""
        return "relink"

    @property
    def name(self) -> str:
        """The person as a search takes them: a name would have to be forgotten with them.

        >>> Relinking(3, 17).name
        '#17'
        """
        return f"#{self.person}"


Task = Text | Files | Address | Visit | Rereading | Relinking


def given_of(task: Text | Files | Address | Visit) -> Given:
    """What is known of all articles of a task."""
    published = _date(task.published) if isinstance(task, (Text, Files)) else None
    return Given(outlet=task.outlet or None, published=published)


def packed(task: Task) -> bytes:
    """A task as bytes: a line of JSON, then what was uploaded."""
    head: dict[str, Any] = {"task": type(task).__name__}
    body = b""
    if isinstance(task, Files):
        head |= {"outlet": task.outlet, "published": task.published, "force": task.force}
        head["files"] = [[one.name, len(one.data)] for one in task.files]
        body = b"".join(one.data for one in task.files)
    else:
        head |= asdict(task)
    # as it is written, so that who forgets somebody finds the name
    line = json.dumps(head, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return zlib.compress(line + b"\n" + body, _LEVEL)


def unpacked(data: bytes) -> Task:
    """The task. Raises ArchiveError where the bytes are damaged."""
    try:
        line, _, body = zlib.decompress(data).partition(b"\n")
        head = json.loads(line.decode("utf-8", "surrogatepass"))
        return _MAKERS[head.pop("task")](head, body)
    except (zlib.error, ValueError, KeyError, TypeError) as error:
        raise ArchiveError(f"a task is damaged ({error!r}); ask for it again") from error


def _files(head: Mapping[str, Any], body: bytes) -> Files:
    def each() -> Iterator[Upload]:
        place = 0
        for name, size in head["files"]:
            yield Upload(name, body[place : place + size])
            place += size

    return Files(tuple(each()), head["outlet"], head["published"], head["force"])


_MAKERS: Mapping[str, Callable[[Mapping[str, Any], bytes], Task]] = {
    "Text": lambda head, _: Text(**head),
    "Files": _files,
    "Address": lambda head, _: Address(**head),
    "Visit": lambda head, _: Visit(**head),
    "Rereading": lambda head, _: Rereading(**head),
    "Relinking": lambda head, _: Relinking(**head),
}


def _date(written: str) -> str | None:
    found = iso_date(written)
    if written.strip() and found is None:
        raise InputError(f"the date {written[:40]!r} is none; write 2024-06-19 or 19.06.2024", "date")
    return found


def check_fields(**values: str) -> None:
    """Titles and outlets by what they are. Raises InputError where one is too long."""
    for name, value in values.items():
        if len(value) > MAX_FIELD:
            raise InputError(f"the {name} has {len(value):,} characters, more than {MAX_FIELD}; shorten it", "long")


def check_length(address: str) -> None:
    """Raises InputError where an address is too long."""
    if len(address) > MAX_ADDRESS:
        raise InputError(f"the address has {len(address):,} characters, more than {MAX_ADDRESS:,}; check it", "long")
