"""Operations that find: search, and check."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from wortlaut.api import shapes
from wortlaut.api.operations import get, post, router
from wortlaut.api.problems import invalid
from wortlaut.api.questions import Claim, Claimed, Searched
from wortlaut.api.replies import reply
from wortlaut.api.state import archive, counting
from wortlaut.archive.facets import facets
from wortlaut.errors import InputError
from wortlaut.surfaces import answers, browsed

finding = router("search")


@get(finding, "/search", shapes.Found)
def search(request: Request, asked: Searched) -> Response:
    """Search statements.

    Statements by their words, and by person, outlet, time and kind; without filters all of them. The same as
    `wortlaut find --format json`, with counts.
    """
    query = asked.query(copies=asked.copies, order=asked.order, limit=asked.limit, after=asked.after)
    found = answers.page(archive(request).find(query))
    total = browsed.total(counting(request).total(archive(request), query)) if asked.total else None
    spread = browsed.facets(facets(archive(request), query), asked.facet) if asked.facet else None
    return reply(request, {**found, "total": total, "facets": spread})


@get(finding, "/check", shapes.Checked)
def check(request: Request, asked: Claimed) -> Response:
    """Check whether something was said.

    The verdict on a quotation with its evidence; the same as `wortlaut check --format json`.
    """
    return _checked(request, asked, "query")


@post(finding, "/check", shapes.Checked)
def check_body(request: Request, asked: Claim) -> Response:
    """Check whether something was said, with the quotation in the body.

    For long quotations, and for those that shall stand in no log. Nothing is kept.
    """
    return _checked(request, asked, "body")


def _checked(request: Request, asked: Claim, place: str) -> Response:
    try:
        found = archive(request).check(asked.q, person=asked.person)
    except InputError as error:
        raise invalid(place, "q", str(error)) from error
    return reply(request, answers.checked(found))
