"""Operations that read a text, and keep nothing."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from wortlaut.api.operations import post, router
from wortlaut.api.questions import Text
from wortlaut.api.record_shapes import Record
from wortlaut.api.replies import reply
from wortlaut.api.state import readers
from wortlaut.record import to_dict
from wortlaut.text import Article

analyzing = router("reading")


def article_of(given: Text) -> Article:
    """The article that a text is."""
    return Article(
        given.text, source=given.source, title=given.title, outlet=given.outlet, published=given.published
    )  # fmt: skip


@post(analyzing, "/analyze", Record, scope="analyze")
def analyze(request: Request, given: Text) -> Response:
    """Read a text: who said what.

    The record as `wortlaut read --format json` prints it. Nothing is kept. One text is read at a time, for at most
    30 seconds; when too many wait, the answer is 503.
    """
    return reply(request, to_dict(readers(request).analyze(article_of(given), force=given.force)))
