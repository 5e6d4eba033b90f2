"""What is asked: the parameters and bodies of the operations, and the queries that they mean."""

from __future__ import annotations

import math
from typing import Annotated, Literal

from fastapi import Query as Asked
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from wortlaut.api.parameters import After, AfterOrdered, Day, Flag, Limit, Name, Words
from wortlaut.api.problems import invalid
from wortlaut.archive.preparing import ordinal
from wortlaut.archive.searching import Group, Order, Query, expression_of
from wortlaut.claims import LONGEST
from wortlaut.entries import EntryKind
from wortlaut.errors import ArchiveError
from wortlaut.exports import FORMATS
from wortlaut.serving.reading import LONGEST as TEXT
from wortlaut.statements import Kind

_INTEGER = 2**63  # what databases take
_STATEMENT = r"^[0-9]{1,18}\.[0-9]{1,9}/s[0-9A-Za-z_]{1,20}$"


class Question(BaseModel):
    """Parameters or a body. What is not known is refused: who misspells a filter must not believe in the answer."""

    model_config = ConfigDict(extra="forbid")


class Paging(Question):
    """A page of something."""

    limit: Limit = Field(20, description="how many on the page at most")
    after: After | None = Field(None, description="go on behind a page, with what it calls its `next`")


class Listing(Paging):
    """Which articles are listed."""

    outlet: Name | None = Field(None, description="all words of its name")
    since: Day | None = Field(None, description="first day of publication, included")
    until: Day | None = Field(None, description="last day of publication, included")


class Naming(Paging):
    """Which people are listed."""

    q: Name | None = Field(None, description="words of a name, or an id of the register; without it all people")


class Filters(Question):
    """Which statements are meant; what is not given does not matter."""

    q: Words = Field(
        "", max_length=1000,
        description='words of the statement, whatever their ending; "in quotation marks" in a row; -word not',
    )  # fmt: skip
    person: Name | None = Field(None, description="who said it: a name, a last name, or an id of the register")
    about: Name | None = Field(None, description="whom or what the statement names")
    outlet: Name | None = Field(None, description="where it stands: all words of the outlet's name")
    since: Day | None = Field(None, description="first day of the saying or, where that is not told, of the article")
    until: Day | None = Field(None, description="last day, included")
    kind: list[Kind] = Field([], max_length=5, description="one of these kinds")
    versions: Flag = Field(False, description="also in articles that were changed later")

    def query(self, *, copies: bool, order: Order = "newest", limit: int = 20, after: str | None = None) -> Query:
        """The query of the archive. Raises Problem."""
        try:
            made = Query(
                words=self.q, person=self.person, outlet=self.outlet, since=self.since, until=self.until,
                kinds=tuple(self.kind), about=self.about, versions=self.versions, copies=copies, order=order,
                limit=limit, after=_place(order, after),
            )  # fmt: skip
            expression_of(made.words)
        except ArchiveError as error:
            raise invalid("query", "q" if "word" in str(error) else "until", str(error)) from error
        return made

    @property
    def narrow(self) -> bool:
        """Whether anything is asked for."""
        given = (self.q.strip(), self.person, self.about, self.outlet, self.since, self.until, self.kind)
        return any(given)


class Searching(Filters, Paging):
    """A search."""

    after: AfterOrdered | None = Field(None, description="go on behind a page of the same order, with its `next`")

    copies: Flag = Field(False, description="also in other prints of the same agency copy")
    order: Order = Field("newest", description="what comes first")
    total: Flag = Field(True, description="whether to count all that is found")
    facet: list[Group] = Field([], max_length=4, description="count all that is found by these")


class Exporting(Filters):
    """An export."""

    format: Literal[
        "jsonl", "csv", "excel-csv", "xlsx", "parquet", "corpus", "annotation", "schema.org", "cas", "dna", "graphml"
    ] = Field("jsonl", description="; ".join(f"`{one.name}`: {one.what}" for one in FORMATS.values()))
    copies: Flag = Field(True, description="also in other prints of the same agency copy")


class Claim(Question):
    """A quotation that is checked."""

    q: Words = Field(min_length=1, max_length=LONGEST, description="the words that are said to have been said")
    person: Name | None = Field(None, description="who is said to have said them")


def _day(given: str) -> str:
    if ordinal(given) is None or len(given) > len("2026-01-01"):
        raise ValueError(f"{given!r:.40} is no date; write YYYY-MM-DD")
    return given


class Text(Question):
    """A text to be read, with where it comes from."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: Words = Field(min_length=1, max_length=TEXT, description="the words of the article")
    source: Annotated[str, Field(max_length=2000, pattern=r"^https?://[0-9A-Za-z]")] | None = Field(
        None, description="its address; it is not fetched"
    )  # fmt: skip
    title: Annotated[Words, Field(max_length=500)] | None = Field(None, description="its title")
    outlet: Annotated[Words, Field(max_length=200)] | None = Field(None, description="who published it")
    published: Annotated[str, AfterValidator(_day), Field(json_schema_extra={"format": "date"})] | None = Field(
        None, description="the day of publication, from which times in the text count"
    )  # fmt: skip
    force: bool = Field(False, description="read it although it does not seem to be German")


class Stretch(Question):
    """A stretch of an article's text."""

    model_config = ConfigDict(extra="forbid", strict=True)

    start: int = Field(ge=0, lt=_INTEGER, description="first code point, from 0")
    end: int = Field(ge=1, lt=_INTEGER, description="the code point after the last")


class Judging(Question):
    """What is right of a statement; what is not given is right as it is. With its address alone all of it is right."""

    model_config = ConfigDict(extra="forbid", strict=True)

    statement: str = Field(pattern=_STATEMENT, max_length=50, description="its address, as `17.2/s4`")
    is_statement: bool = Field(True, description="false: it is no statement; nothing else is given then")
    kind: Kind | None = Field(None, description="its kind; without it, it stays as it is")
    span: Stretch | None = Field(None, description="where its content stands; without it, it stays as it is")
    person: Name | None = Field(
        None, description="a name or an id of the register; null: nobody known; without it, it stays as it is"
    )
    person_kind: EntryKind = Field("person", description="of a person that the register does not know")


def number(given: str | None) -> int | None:
    """What a page calls its next, where that is a number. Raises Problem."""
    if given is None:
        return None
    if not given.isascii() or not given.isdecimal() or int(given) >= _INTEGER:
        raise invalid("query", "after", _NO_PLACE)
    return int(given)


_NO_PLACE = "it is no place to go on from; give what a page calls its next, with the same order"


def _place(order: Order, given: str | None) -> str | None:
    if given is None or order != "score":
        number(given)
        return given
    score, _, rest = given.rpartition(":")
    number(rest)
    try:
        fine = math.isfinite(float(score))
    except ValueError:
        fine = False
    if not fine:
        raise invalid("query", "after", _NO_PLACE)
    return given


Listed = Annotated[Listing, Asked()]
Named = Annotated[Naming, Asked()]
Paged = Annotated[Paging, Asked()]
Searched = Annotated[Searching, Asked()]
Exported = Annotated[Exporting, Asked()]
Claimed = Annotated[Claim, Asked()]
