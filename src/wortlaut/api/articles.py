"""Operations on articles, statements, utterances and people."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from wortlaut.api import people_shapes, shapes
from wortlaut.api.operations import get, router
from wortlaut.api.parameters import ArticleAddress, Number, StatementId, VersionAddress
from wortlaut.api.problems import Problem
from wortlaut.api.questions import Listed, Named, Paged, number
from wortlaut.api.replies import reply
from wortlaut.api.state import archive
from wortlaut.archive import Archive, browsing
from wortlaut.errors import MissingError
from wortlaut.kept import Kept
from wortlaut.surfaces import browsed

FORMS = 100  # of one utterance that are given with a statement
reading = router("articles")
people = router("people")


@get(reading, "/articles", shapes.Articles)
def list_articles(request: Request, asked: Listed) -> Response:
    """List articles.

    Articles in their latest version, what came in last first, without their texts.
    """
    wanted = browsing.Wanted(asked.outlet, asked.since, asked.until, asked.limit, number(asked.after))
    return reply(request, browsed.articles(browsing.article_page(archive(request), wanted)))


@get(reading, "/articles/{address}", shapes.Kept)
def read_article(request: Request, address: ArticleAddress) -> Response:
    """Read an article: its text, and who said what.

    The record as `wortlaut read --format json` prints it, with what the archive knows beyond it.
    """
    kept = _kept(archive(request), address)
    return reply(request, browsed.record(kept, browsing.versions_of(archive(request), kept.article)))


@get(reading, "/articles/{address}/copies", shapes.Copies)
def list_copies(request: Request, address: ArticleAddress) -> Response:
    """List the articles with the same agency copy.

    Those that carry the same copy of a news agency, in their latest version, this article included.
    """
    kept = _kept(archive(request), address)
    return reply(request, browsed.copies(archive(request).story(str(kept.article))))


@get(reading, "/statements/{address}/{statement}", shapes.Said)
def read_statement(request: Request, address: VersionAddress, statement: StatementId) -> Response:
    """Read a statement, and where else the same was said.

    Further forms, if there are more than 100, are at `/utterances/{number}`.
    """
    wanted = "{}.{}/{}".format(*map(int, address.split(".")), statement)
    try:
        forms = archive(request).variants(wanted)
        own = next(one for one in forms if one.kept.address(one.statement) == wanted)
    except (MissingError, StopIteration) as error:
        raise Problem(404, f"There is no statement {address}/{statement}; look for it with /search.") from error
    return reply(request, browsed.said(own, forms[:FORMS]))


@get(reading, "/utterances/{number}", shapes.Utterance)
def list_utterance(request: Request, number: Number, asked: Paged) -> Response:
    """List all statements of an utterance.

    The same utterance in all articles, in order of `date`; of each article the latest version alone.
    """
    return _utterance(request, int(number), asked)


def _utterance(request: Request, wanted: int, asked: Paged) -> Response:
    after = number(asked.after)
    found = browsing.utterance_page(archive(request), wanted, limit=asked.limit, after=after)
    if not found.hits and after is None:
        raise Problem(404, f"There is no utterance {wanted}; take its number from a statement.")
    return reply(request, browsed.utterance(wanted, found))


@get(people, "/people", people_shapes.People)
def list_people(request: Request, asked: Named) -> Response:
    """Find people by name.

    Everybody and everything that speaks: people, authorities, companies, studies; those with the most statements first.
    Without a name those of whom most is told.
    """
    found = archive(request).people(asked.q or "", limit=asked.limit, after=number(asked.after) or 0)
    return reply(request, browsed.people(found))


@get(people, "/people/{number}", people_shapes.PersonKnown)
def read_person(request: Request, number: Number) -> Response:
    """Read what is known of a person.

    Of one who was merged into another, what is known of that one. Statements are found with `/search?person=`.
    """
    try:
        return reply(request, browsed.person(archive(request).person(int(number))))
    except MissingError as error:
        raise Problem(404, f"There is no person {int(number)}; look for them with /people?q=.") from error


def _kept(held: Archive, address: str) -> Kept:
    """The version of an address. Raises Problem."""
    article, _, version = address.partition(".")
    found = browsing.version_of(held, int(article), int(version) if version else None)
    if found is None:
        raise Problem(404, f"There is no article {address}; see /articles for those that there are.")
    return found
