"""/statements/17.2/s4: a statement, who made it and why, in its context and in all its variants, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wortlaut.archive import Hit
from wortlaut.errors import MissingError
from wortlaut.exports.cells import in_utf8
from wortlaut.exports.schema_org import schema_pieces
from wortlaut.kept import Kept, published_on
from wortlaut.statements import Statement
from wortlaut.surfaces.characters import shortened
from wortlaut.surfaces.chronology import said_apart
from wortlaut.surfaces.citations import Citation, of_statement
from wortlaut.surfaces.legend import roles
from wortlaut.surfaces.marks import css_class
from wortlaut.surfaces.moments import told
from wortlaut.text import Span
from wortlaut.tokens import paragraphs
from wortlaut.web.citing import cite_file, cites
from wortlaut.web.frame import NotFoundError, archive, reads, render, say
from wortlaut.web.hits import ANCHORS, article_path, colour_of, language_of, name_of, place_path, quoted, statement_path
from wortlaut.web.links import absolute
from wortlaut.web.timeline import timeline
from wortlaut.web.variants import variants
from wortlaut.web.words import Say

_NAMES = 160  # columns of a name or of functions
_AROUND = 1_500  # code points around the statement in its paragraph
_BESIDE = 320  # code points of the paragraphs before and after
_CHECKED = 1_500  # code points of words that fit into an address
_LINKED = 50  # variants that are told to programs


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody of the article, with their number in the archive."""

    name: str
    roles: str
    number: int | None
    colour: str


@dataclass(frozen=True, slots=True)
class _Beside:
    """The statement before or after in the same article."""

    path: str
    words: str


@reads()
def show(request: Request) -> Response:
    """GET /statements/17.2/s4."""
    hits, hit = _found(request)
    made = _cited(request, hit)
    path = statement_path(hit.kept, hit.statement)
    told_ = _json_ld([hit, *(one for one in hits if one is not hit)])
    return render(
        request, "statement.html", hit=hit, address=hit.kept.address(hit.statement), link=absolute(request, path),
        cited=cites(made, path), source=made.work.url, json_ld=told_,
        **_about(hit, say(request)), **_around(hit), **_elsewhere(hits, hit, say(request)),
    )  # fmt: skip


def _about(hit: Hit, words: Say) -> dict[str, Any]:
    """Who, when, how, and why."""
    kept, statement = hit.kept, hit.statement
    analysis = kept.analysis
    why = statement.attribution.evidence if statement.attribution else None
    said = in_utf8(analysis.words(statement.content))
    return {
        "kept": kept, "article": analysis.article, "outlet": in_utf8(analysis.article.outlet or ""),
        "statement": statement, "words": said, "published": published_on(kept), "said": said_apart(kept, hit.day),
        "css": css_class(statement.kind), "by": _by(kept, statement), "when": _when(kept, statement, words),
        "beside": {role: analysis.words(statement.spans(role)) for role in ("speaker", "cue", "addressee")},
        "relays": [_named(kept, id) for id in statement.relayed_by], "why": analysis.words((why,)) if why else "",
        "outer": f"/statements/{kept.article}.{kept.version}/{statement.within}" if statement.within else None,
        "title": name_of(kept, words.table), "language": language_of(kept),
        "claim": said if len(said) <= _CHECKED and any(map(str.isalnum, said)) else None,
    }  # fmt: skip


def _around(hit: Hit) -> dict[str, Any]:
    """What stands before and after it in its article."""
    kept, statement = hit.kept, hit.statement
    place = next(place for place, one in enumerate(kept.analysis.statements) if one.id == statement.id)
    text = kept.analysis.article.text
    lines = paragraphs(text)
    return {
        "context": quoted(kept, statement, around=_AROUND), "before": _before(text, lines, statement),
        "after": _after(text, lines, statement),
        "previous": _neighbour(kept, place - 1), "next": _neighbour(kept, place + 1),
        "article_path": article_path(kept), "part": place_path(kept, statement),
        "anchor": f"{ANCHORS}-t{place + 1}",
    }  # fmt: skip


def _elsewhere(hits: Sequence[Hit], hit: Hit, words: Say) -> dict[str, Any]:
    """The same utterance in other articles."""
    wordings, first = variants(hits, hit.kept.address(hit.statement), words.table), hits[0]
    outlets = {one.kept.analysis.article.outlet for one in hits}
    return {
        "wordings": wordings, "picture": timeline(wordings, words), "outlets": len(outlets - {None}),
        "articles": len({one.kept.article for one in hits}), "first_here": first is hit,
        "first_day": published_on(first.kept), "first_said": said_apart(first.kept, first.day),
        "first_outlet": in_utf8(first.kept.analysis.article.outlet or ""),
        "first_path": statement_path(first.kept, first.statement),
    }  # fmt: skip


@reads()
def cite(request: Request) -> Response:
    """GET /statements/17.2/s4/cite.bib, or .json."""
    return cite_file(_cited(request, _found(request)[1]), request.path_params["form"])


def _found(request: Request) -> tuple[Sequence[Hit], Hit]:
    """All statements of the utterance, and the one that was asked for. Raises NotFoundError."""
    address = f"{request.path_params['version']}/{request.path_params['name']}"
    try:
        hits = archive(request).variants(address)
        return hits, next(hit for hit in hits if hit.kept.address(hit.statement) == address)
    except (MissingError, StopIteration) as error:
        raise NotFoundError(say(request)("statement.missing", address=shortened(address, 40))) from error


def _cited(request: Request, hit: Hit) -> Citation:
    return of_statement(hit.kept, hit.statement, link=absolute(request, statement_path(hit.kept, hit.statement)))


def _by(kept: Kept, statement: Statement) -> _Named | None:
    """Who made it; the words of the article where nobody is known."""
    if statement.person:
        return _named(kept, statement.person)
    told_ = kept.analysis.words(statement.speaker)
    return _Named(shortened(told_, _NAMES), "", None, "nobody") if told_ else None


def _named(kept: Kept, id: str) -> _Named:
    person = next((one for one in kept.analysis.people if one.id == id), None)
    number = kept.people.get(id)
    if person is None:
        return _Named(id, "", None, "nobody")
    return _Named(shortened(person.name, _NAMES), shortened(roles(person), _NAMES), number, colour_of(number))


def _when(kept: Kept, statement: Statement, words: Say) -> str:
    time = statement.time
    return shortened(told(words.table, time.value, kept.analysis.words((time.span,))), _NAMES) if time else ""


def _before(text: str, lines: Sequence[Span], statement: Statement) -> str:
    """The end of the paragraph before that of the statement."""
    start = statement.content[0].start
    told_ = next((line.cut(text) for line in reversed(lines) if line.end <= start), "")
    return told_ if len(told_) <= _BESIDE else f"… {told_[-_BESIDE:].partition(' ')[2]}"


def _after(text: str, lines: Sequence[Span], statement: Statement) -> str:
    """The beginning of the paragraph after that of the statement."""
    end = statement.content[-1].end
    told_ = next((line.cut(text) for line in lines if line.start >= end), "")
    return told_ if len(told_) <= _BESIDE else f"{told_[:_BESIDE].rpartition(' ')[0]} …"


def _neighbour(kept: Kept, place: int) -> _Beside | None:
    statements = kept.analysis.statements
    if not 0 <= place < len(statements):
        return None
    one = statements[place]
    return _Beside(statement_path(kept, one), shortened(kept.analysis.words(one.content), 80))


def _json_ld(hits: Sequence[Hit]) -> Markup:
    """The statement and its variants in the vocabulary of schema.org; nothing in it can end the element."""
    told_ = "".join(schema_pieces(_alone(hits[:_LINKED])))
    for sign in "<>&\u2028\u2029":
        told_ = told_.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(told_)


def _alone(hits: Sequence[Hit]) -> Iterator[Kept]:
    for hit in hits:
        analysis = hit.kept.analysis
        people = tuple(one for one in analysis.people if one.id == hit.statement.person)
        yield replace(hit.kept, analysis=replace(analysis, parts=(), statements=(hit.statement,), people=people))


ROUTES = [
    Route("/statements/{version}/{name}", show),
    Route("/statements/{version}/{name}/cite.{form}", cite),
]
