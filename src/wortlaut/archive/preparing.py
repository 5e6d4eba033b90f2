"""What comes into an archive, and all of it that can be computed without the archive."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from wortlaut.archive.packing import digest, gaps, pack, packed_text, squeezed, storable
from wortlaut.archive.persons import Known, known
from wortlaut.copies import sketch
from wortlaut.intake.visits import Visit
from wortlaut.record import Analysis
from wortlaut.statements import KINDS, Statement, Time
from wortlaut.stems import stems
from wortlaut.text import text_hash


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of a source as they came, with what kind they are (as "text/html; charset=utf-8")."""

    data: bytes
    media: str = "text/plain; charset=utf-8"

    @property
    def hash(self) -> bytes:
        """SHA-256."""
        return hashlib.sha256(self.data).digest()


@dataclass(frozen=True, slots=True)
class New:
    """An analysis to be kept.

    `key` says which source it is of, the same whenever that is read; without one the article's own source counts, and
    without that the text itself. `original` are the bytes it came as, without them its text.
    """

    analysis: Analysis
    key: str = ""
    original: Original | None = None
    visit: Visit | None = None
    model: str = ""

    @property
    def identity(self) -> str:
        """The key, made where none was given."""
        article = self.analysis.article
        return storable(self.key or article.source or f"text:{article.id}")


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a new analysis: "new", "changed" (a new version), "known" (nothing was written), or "forgotten":
    it was taken out once, and stays out; it has no numbers then.
    """

    status: Literal["new", "changed", "known", "forgotten"]
    key: str
    article: int
    version: int


@dataclass(frozen=True, slots=True)
class Line:
    """A statement, ready to be written. `day` and `said` are ordinals, 0 and None where not known."""

    statement: Statement
    kind: int
    start: int
    end: int
    gaps: str | None
    digest: int
    words: str
    stems: tuple[str, ...]
    said: int | None
    day: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """A new analysis with all that is computed from it alone."""

    new: New
    key: str
    hash: bytes
    text: bytes
    record: bytes
    original_hash: bytes
    original: bytes
    media: str
    day: int
    sketch: tuple[int, ...]
    stems: tuple[str, ...]
    people: tuple[Known, ...]
    lines: tuple[Line, ...]


def prepare(new: New) -> Prepared:
    """Everything that needs no look into the archive."""
    analysis = new.analysis
    article = analysis.article
    key = new.identity
    original = new.original or Original(article.text.encode("utf-8", "surrogatepass"))
    published = ordinal(article.published)
    return Prepared(
        new=new,
        key=key,
        hash=text_hash(article.text),
        text=packed_text(article.text),
        record=pack(analysis),
        original_hash=original.hash,
        original=squeezed(original.data),
        media=original.media,
        day=published or 0,
        sketch=tuple(sketch(article.text)),
        stems=tuple(stems(article.text)),
        people=tuple(known(person, key) for person in analysis.people),
        lines=tuple(_line(statement, analysis, published) for statement in analysis.statements),
    )


def _line(statement: Statement, analysis: Analysis, published: int | None) -> Line:
    words = analysis.words(statement.content)
    said = spoken(statement.time)
    return Line(
        statement=statement,
        kind=KINDS.index(statement.kind),
        start=statement.content[0].start,
        end=statement.content[-1].end,
        gaps=gaps(statement.content),
        digest=digest(statement, analysis.article.text),
        words=words,
        stems=tuple(stems(words)),
        said=said,
        day=said or published or 0,
    )


_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def ordinal(day: str | None) -> int | None:
    """The ordinal of a date in ISO 8601, None where it is none.

    >>> ordinal("2026-03-02T08:00:00+01:00") == date(2026, 3, 2).toordinal(), ordinal("2026-W10")
    (True, None)
    """
    try:
        # fromisoformat() would take a week for its Monday
        return date.fromisoformat(day[:10]).toordinal() if day and _DAY.match(day) else None
    except ValueError:
        return None


def spoken(time: Time | None) -> int | None:
    """The day of a time, None where it tells no single day."""
    return ordinal(time.value) if time else None
