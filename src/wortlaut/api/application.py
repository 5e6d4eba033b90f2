"""make_api(): `/api/v1` as an application to be mounted."""

from __future__ import annotations

import re
from pathlib import Path

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, compile_path
from starlette.types import Scope

from wortlaut import __version__
from wortlaut.api.about import about
from wortlaut.api.articles import people, reading
from wortlaut.api.counting import Counting
from wortlaut.api.document import document, operations
from wortlaut.api.finding import finding
from wortlaut.api.giving import giving
from wortlaut.api.problems import Problem, answer, answer_at
from wortlaut.api.rates import Rates
from wortlaut.api.reading import analyzing
from wortlaut.api.replies import without_body
from wortlaut.api.state import place
from wortlaut.api.working import working
from wortlaut.serving.safety import Refuse, plain
from wortlaut.serving.settings import Settings

DESCRIPTION = """\
Who said what in German news: an archive of articles, with every statement, who made it, and when.

All answers are JSON in UTF-8. Places count Unicode code points, the end is not included. Fields are only added, never
renamed: ignore those that you do not know. What is not known is `null`. Unknown parameters are refused.

**Pages.** Lists have `next`: give it as `after` for the next page. The header `Link` leads there, too.
**Caches.** Every answer to GET has an `ETag`; send it as `If-None-Match`, and what is unchanged is answered with 304.
HEAD is answered wherever GET is. **Rates.** `RateLimit` says what is left. **Failures** are `application/problem+json`
(RFC 9457): `type` names the sort and stays the same, `detail` says what to do. Another method than those here is
answered with 405.

Where there are accounts, send a token: `Authorization: Bearer wl_…`; each operation says the scope that it needs. The
cookie of a login counts, too. An archive that is served locally without accounts needs none."""


def make_api(*, rates: Path | None = None) -> FastAPI:
    """The API. Set `archive`, `settings` and `readers` in its `state` before it is asked.

    `rates` is a file in which several processes of this machine count requests together.
    """
    api = FastAPI(
        title="Wortlaut", version=__version__, description=DESCRIPTION, openapi_url=None, docs_url=None, redoc_url=None,
        redirect_slashes=False, exception_handlers={HTTPException: _no_such_address},
    )  # fmt: skip
    for one in (reading, finding, people, giving, analyzing, working, about):
        api.include_router(one)
    api.state.rates, api.state.counting, api.state.documents = Rates(file=rates), Counting(), {}
    return api


def mounted(path: str, api: FastAPI) -> Mount:
    """The API below a path. It takes every address there: one of Starlette's does not, where a line breaks in it."""
    made = Mount(path, app=api)
    made.path_regex = re.compile(made.path_regex.pattern, re.DOTALL)
    return made


def refusing(path: str, how: Settings) -> Refuse:
    """How the guard refuses: with a problem where the API below a path was asked, else in plain words."""

    def refuse(scope: Scope, status: int, told: str) -> Response:
        if not f"{scope['path']}/".startswith(f"{path}/"):
            return plain(scope, status, told)
        made = answer_at(place(how.prefix, scope["path"]), Problem(status, told))
        return without_body(made) if scope["method"] == "HEAD" else made

    return refuse


async def _no_such_address(request: Request, error: Exception) -> Response:
    """What no operation has taken: another address, or another method."""
    assert isinstance(error, HTTPException)
    status = error.status_code if error.status_code in (404, 405) else 400
    detail = {404: "There is no such address; see docs for those that there are."}.get(status, "")
    headers = {"allow": ", ".join(_methods(request))} if status == 405 else {}
    made = answer(request, Problem(status, detail, headers=headers))
    return without_body(made) if request.method == "HEAD" else made


def _methods(request: Request) -> list[str]:
    """What may be done at an address; several operations may lie there."""
    root = request.scope.get("root_path", "")
    path = request.scope["path"].removeprefix(root)
    found = {
        method.upper()
        for method, template, _ in operations(document(request.app, root))
        if compile_path(template)[0].match(path)
    }
    return sorted(found | ({"HEAD"} if "GET" in found else set()))
