"""The shapes of answers, as docs/reference/answers.md and api.md tell them; tests hold answers against them."""

from __future__ import annotations

from typing import Literal

from wortlaut.api.record_shapes import NEXT, Place, Record, Shape, Statement, told
from wortlaut.desk.jobs import State
from wortlaut.desk.roles import Role
from wortlaut.desk.tasks import Kind
from wortlaut.differences import ChangeKind
from wortlaut.verdicts import Verdict


class Article(Shape):
    """An article, without its text."""

    id: str = told("of its text: the first 16 hexadecimal digits of the SHA-256")
    number: int = told("of the article in the archive")
    version: int = told("from 1 on; a changed article is a new version")
    source: str | None = told("path or address")
    title: str | None = told("as the page states it")
    outlet: str | None = told("as the page states it, else its host")
    published: str | None = told("ISO 8601 date, or date and time, as the page states it")
    story: int | None = told("the same number for all articles with the same agency copy; null: there is no other")


class Listed(Article):
    """An article of a list."""

    added: str | None = told("when this version came in: ISO 8601, UTC")
    statements: int = told("how many were found in it")


class Articles(Shape):
    """A page of articles."""

    articles: list[Listed] = told("in their latest version; what came in last stands first")
    next: str | None = told(NEXT)


class Version(Shape):
    """A version of an article."""

    version: int = told("from 1 on")
    added: str = told("when it came in: ISO 8601, UTC")


class Known(Shape):
    """What the archive knows beyond the record."""

    article: int = told("number of the article")
    version: int = told("number of this version")
    latest: bool = told("false where the article was changed later")
    added: str | None = told("when this version came in: ISO 8601, UTC")
    story: int | None = told("the same number for all articles with the same agency copy")
    model: str = told("version of the model that read it")
    people: dict[str, int] = told("for an id of the record's people the number of the person, see /people/{number}")
    utterances: dict[str, int] = told("for the id of a statement the number of its utterance, see /utterances/{number}")
    versions: list[Version] = told("all versions of the article")


class Kept(Record):
    """The record of an article that is kept."""

    archive: Known = told("what the archive knows beyond the record")


class Copies(Shape):
    """The articles that carry the same agency copy."""

    agencies: list[str] = told("whose copy it is, as far as the articles tell")
    articles: list[Listed] = told("in order of publication, the one that was asked for included")


class Hit(Shape):
    """A statement in its article."""

    address: str = told("article, version, statement, as `17.2/s4`")
    article: Article = told("where it stands")
    span: Place = told("the whole statement, from its first to its last piece")
    statement: Statement = told("the statement as in the record")
    person: str | None = told("the name of who made it")
    entry: str | None = told("the id of that person in the register")
    person_number: int | None = told("the number of that person in the archive, see /people/{number}")
    date: str | None = told("the day of the saying or, where the text does not tell it, of the article")
    utterance: int | None = told("the same number for the same utterance in all articles")
    variants: int = told("how many statements of all articles are that utterance, this one included")


class Hits(Shape):
    """A page of statements."""

    hits: list[Hit] = told("in the order asked for")
    next: str | None = told(NEXT)


class Total(Shape):
    """How many there are in all."""

    statements: int = told("statements")
    utterances: int = told("different utterances among them")


class Tally(Shape):
    """How many belong to a person, outlet, month or kind."""

    name: str | None = told("which; null: of those without")
    statements: int = told("statements")


class Facets(Shape):
    """How what was found is spread, the most frequent first; of what was not asked for null.

    If not `complete`, only the newest `seen` were looked through.
    """

    complete: bool = told("whether all was looked through")
    seen: int = told("how many were looked through, whatever their kind")
    person: list[Tally] | None = told("the ten people with the most")
    outlet: list[Tally] | None = told("the ten outlets with the most")
    month: list[Tally] | None = told("months in their order, as `2026-03`")
    kind: list[Tally] | None = told("all kinds that there would be if none was asked for")


class Found(Hits):
    """A page of what was found. `total` and `facets` may be a minute old."""

    total: Total | None = told("how many there are in all; null with `total=false`")
    facets: Facets | None = told("counts; null without `facet`")


class Said(Hit):
    """A statement with its variants."""

    context: Place = told("the statement with what stands around it, up to 300 code points on either side")
    forms: list[Hit] = told("the same utterance in all articles, in order of publication; at most 100, this one too")


class Utterance(Hits):
    """A page of the statements that are one utterance."""

    utterance: int = told("its number")
    total: int = told("how many statements it has")


class Missing(Place):
    """What a quotation leaves out."""

    place: Literal["before", "inside", "after"] = told("where it is missing")
    words: str = told("its words")


class Change(Shape):
    """A step from the words of the article to those of the quotation."""

    kind: ChangeKind = told("what happens")
    old: str = told("words of the article")
    new: str = told("words of the quotation")


class Evidence(Shape):
    """A statement that a verdict rests on."""

    address: str = told("article, version, statement, as `17.2/s4`")
    verdict: Verdict = told("on this evidence alone")
    wording: Literal["verbatim", "cut", "altered", "reported"] = told("how the words stand there, whoever said them")
    article: Article | None = told("where it stands")
    span: Place = told("the words of the quotation there")
    spans: list[Place] = told("the same, where they stand in pieces")
    statement: Statement | None = told("the statement as in the record")
    person: str | None = told("the name of who made it")
    entry: str | None = told("the id of that person in the register")
    person_number: int | None = told("the number of that person in the archive, see /people/{number}")
    asked: bool | None = told("whether that is who was asked for; null where nobody was, or the text does not tell")
    asserted: bool = told("false where the words are not said to have been said")
    date: str | None = told("the day of the saying or, where the text does not tell it, of the article")
    missing: list[Missing] = told("what the quotation leaves out")
    changes: list[Change] = told("the diff from the words of the article to those of the quotation")
    negation: bool = told("whether a negation stands among what is missing or different")
    joined: list[str] = told("the addresses of further statements that the quotation runs on into")
    score: float = told("0 to 1, ranks evidence of one verdict; not a probability")


class Passage(Shape):
    """Where the words stand outside of any statement."""

    article: Article = told("where")
    span: Place = told("the words")


class Searched(Shape):
    """What was searched."""

    articles: int = told("how many")
    outlets: int = told("how many")
    since: str | None = told("day of the first dated article")
    until: str | None = told("day of the last one")


class Checked(Shape):
    """The verdict on a quotation. `not_found` never says that nobody said it."""

    verdict: Verdict = told("on the quotation")
    claim: str = told("the quotation as it was given")
    compared: str = told("its words as they were compared, without marks and cue")
    person: str | None = told("who was asked for")
    contested: bool = told("whether other evidence says that the same words were not said")
    evidence: list[Evidence] = told("what the verdict rests on, best first")
    first: str | None = told("the address of the evidence for the verdict that was published first")
    passages: list[Passage] = told("where the words stand outside of any statement that was found")
    searched: Searched = told("what was searched")


class Brought(Shape):
    """What came of a job so far."""

    new: int = told("sources that are new")
    changed: int = told("sources that are a new version")
    known: int = told("sources that were known already")
    forgotten: int = told("sources that stay out, for they were forgotten once")
    failed: int = told("sources that could not be read")
    statements: int = told("statements of the new and changed ones")
    article: int | None = told("the number of the first article that is in the archive, see /articles/{address}")
    messages: list[str] = told("why sources failed, the first 100")


class Job(Shape):
    """Work that goes on after its answer."""

    id: int = told("its number")
    kind: Kind = told("what is done")
    state: State = told("how far it is; `done`, `failed` and `stopped` are the end")
    name: str = told("the address or file name of what is read; often empty")
    done: int = told("how many sources are done")
    total: int | None = told("how many there are; null where that is not known")
    result: Brought = told("what came of it so far")
    error: str | None = told("why it failed")
    created: str = told("when it was asked for: ISO 8601, UTC")
    started: str | None = told("when it was begun")
    ended: str | None = told("when it ended")


class Judged(Shape):
    """What became of a judgement."""

    review: int = told("its number; whoever judged can take it back on the page of their reviews")
    verdicts: list[Literal["correct", "wrong_span", "wrong_kind", "wrong_person", "no_statement"]] = told(
        "what was wrong of what was read"
    )
    statement: Hit | None = told("the statement as it is now; null where it is none any more")


class Asker(Shape):
    """Who asks."""

    name: str = told("of the account; `local` where there are none")
    role: Role = told("of the account")
    scopes: list[str] = told("what may be done")


class Bounds(Shape):
    """What is asked at most."""

    requests_a_minute: int = told("of one account, or one address; 0: any number")
    body: int = told("bytes of a request")
    text: int = told("code points of a text that is read at once")
    page: int = told("statements, articles or people on a page")


class Info(Shape):
    """What the archive holds, and what the API can do. The numbers may be up to a minute old."""

    wortlaut: str = told("version of this program")
    articles: int = told("articles")
    versions: int = told("versions of them")
    statements: int = told("statements of all versions")
    utterances: int = told("different utterances among them")
    people: int = told("who speaks or is spoken for")
    outlets: int = told("outlets")
    since: str | None = told("day of the first dated article")
    until: str | None = told("day of the last one")
    formats: list[str] = told("formats of /export")
    bounds: Bounds = told("what is asked at most")
    you: Asker = told("who asks")
