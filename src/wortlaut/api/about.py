"""Operations that tell what there is: the archive as a whole, and the API itself."""

from __future__ import annotations

import json

from starlette.requests import Request
from starlette.responses import Response

from wortlaut import __version__
from wortlaut.api import shapes
from wortlaut.api.document import document
from wortlaut.api.gate import BODY, guest_of
from wortlaut.api.operations import get, router
from wortlaut.api.page import STYLE, page
from wortlaut.api.parameters import PAGE
from wortlaut.api.replies import raw, reply
from wortlaut.api.state import archive, counting, root, settings
from wortlaut.desk.roles import SCOPES
from wortlaut.exports import FORMATS
from wortlaut.serving.reading import LONGEST

about = router("about")


@get(about, "/info", shapes.Info)
def read_info(request: Request) -> Response:
    """Read what the archive holds.

    With the formats and bounds of this API, and who is asking.
    """
    info, guest = counting(request).info(archive(request)), guest_of(request)
    numbers = {
        name: getattr(info, name) for name in ("articles", "versions", "statements", "utterances", "people", "outlets")
    }
    bounds = {"requests_a_minute": settings(request).rate, "body": BODY, "text": LONGEST, "page": PAGE}
    return reply(request, {
        "wortlaut": __version__,
        **numbers,
        "since": info.since.isoformat() if info.since else None,
        "until": info.until.isoformat() if info.until else None,
        "formats": list(FORMATS),
        "bounds": bounds,
        "you": {"name": guest.name, "role": guest.role, "scopes": [one for one in SCOPES if guest.can(one)]},
    })  # fmt: skip


@get(about, "/openapi.json", None, media=("application/json", "application/vnd.oai.openapi+json"))
def read_document(request: Request) -> Response:
    """Read this document.

    The description of the API, in OpenAPI 3.1.
    """
    told = json.dumps(document(request.app, root(request)), ensure_ascii=False)
    return raw(request, told.encode(), "application/json")


@get(about, "/docs", None, media=("text/html",))
def read_page(request: Request) -> Response:
    """Read the page about this API.

    The same as the OpenAPI document, for people.
    """
    lies = root(request)
    return raw(request, page(document(request.app, lies), lies).encode(), "text/html; charset=utf-8")


@get(about, "/docs.css", None, media=("text/css",))
def read_style(request: Request) -> Response:
    """Read the style of that page."""
    return raw(request, STYLE.encode(), "text/css; charset=utf-8")
