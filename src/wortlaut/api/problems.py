"""Problems: every failure is answered as RFC 9457 says, in JSON, with what to do; never with our own insides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from wortlaut.api.state import asked
from wortlaut.errors import BusyError, DatabaseError, InputError, MissingExtraError, ReadingError
from wortlaut.exports.records import json_text

MEDIA = "application/problem+json"
RETRY = 5  # seconds after which one who was refused for want of room may ask again


@dataclass(frozen=True)
class Sort:
    """A sort of problem: the status, the end of its `type`, its title, and what to do where nothing else is told."""

    status: int
    name: str
    title: str
    detail: str

    @property
    def type(self) -> str:
        """A name that stays the same wherever the API runs."""
        return f"urn:problem-type:wortlaut:{self.name}"


_ALL = (
    Sort(400, "malformed", "The request cannot be understood", "Send valid UTF-8 without the character U+0000."),
    Sort(401, "unknown", "Nobody known asks", "Send a token: 'Authorization: Bearer wl_…'; make one on your page."),
    Sort(403, "forbidden", "This is not allowed", "Use a token with the scope that the operation names."),
    Sort(404, "not-found", "There is nothing of the kind", "Look for it with /search or /articles; see /docs for all."),
    Sort(405, "method", "This address has other methods", "Use one of those in the header Allow."),
    Sort(406, "not-acceptable", "This cannot be given in that form", "Send 'Accept: */*', or the media type."),
    Sort(413, "too-large", "This is too much at once", "Send less; add what is large with `wortlaut add`."),
    Sort(415, "media-type", "This is no JSON", "Send JSON in UTF-8 with 'Content-Type: application/json'."),
    Sort(421, "wrong-host", "This server has another name", "Ask by the address that `wortlaut serve` printed."),
    Sort(422, "invalid", "Something in the request is not right", "Correct what `errors` names, and send it again."),
    Sort(429, "too-many", "Too many requests", "Wait as many seconds as Retry-After says, then go on."),
    Sort(500, "failed", "This failed here, and was not foreseen", "Tell those who run this server the x-request-id."),
    Sort(503, "unavailable", "This cannot be done right now", "Ask again after as many seconds as Retry-After says."),
)
SORTS: Mapping[int, Sort] = {one.status: one for one in _ALL}


@dataclass(frozen=True)
class Wrong:
    """Something in a request that is not right: `place` is "query", "path" or "body", `name` which part of it."""

    place: str
    name: str
    detail: str


class Problem(HTTPException):
    """A problem to be answered; without `detail` it says what its sort says."""

    def __init__(
        self, status: int, detail: str = "", *, wrong: Sequence[Wrong] = (), headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(status, detail or SORTS[status].detail, dict(headers or {}))
        self.wrong = tuple(wrong)


def invalid(place: str, name: str, detail: str) -> Problem:
    """One thing in a request is not right."""
    return Problem(422, f"{place} {name}: {detail}", wrong=[Wrong(place, name, detail)])


def problem_of(error: Exception) -> Problem | None:
    """The problem that an error is, None where it was not foreseen."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, RequestValidationError):
        return _invalid(error)
    if isinstance(error, HTTPException):
        status = error.status_code if error.status_code in SORTS else 400
        detail = "This is no JSON that can be read; it may be nested too deeply." if status == 400 else ""
        return Problem(status, detail, headers=error.headers)
    if isinstance(error, BusyError | MissingExtraError):
        return Problem(503, sentence(str(error)), headers={"retry-after": "60"})
    if isinstance(error, InputError | ReadingError):
        return invalid("body", "text", str(error))
    if isinstance(error, DatabaseError | SQLAlchemyError | OSError):
        return _UNREACHABLE
    return None


_UNREACHABLE = Problem(503, "The archive does not answer; ask again soon.", headers={"retry-after": f"{RETRY}"})


def answer(request: Request, problem: Problem) -> Response:
    """The answer to a request that failed."""
    return answer_at(asked(request), problem)


def answer_at(instance: str, problem: Problem) -> Response:
    """The same where only the path is known that was asked."""
    sort = SORTS[problem.status_code]
    told: dict[str, Any] = {
        "type": sort.type,
        "title": sort.title,
        "status": sort.status,
        "detail": problem.detail,
        "instance": instance,
    }
    if problem.wrong:
        told["errors"] = [{"in": one.place, "name": one.name, "detail": one.detail} for one in problem.wrong]
    headers = {"cache-control": "no-store", **(problem.headers or {})}
    if sort.status == 401:
        headers.setdefault("www-authenticate", 'Bearer realm="wortlaut"')
    return Response(json_text(told).encode(), sort.status, headers, MEDIA)


def _invalid(error: RequestValidationError) -> Problem:
    given = error.errors()
    if any(one["type"] == "json_invalid" for one in given):
        return Problem(400, f"The body is no valid JSON ({given[0].get('ctx', {}).get('error', 'it ends early')}).")
    wrong = [_wrong(one) for one in given[:20]]
    first = wrong[0]
    return Problem(422, f"{first.place} {first.name}: {first.detail}".replace("  ", " "), wrong=wrong)


def _wrong(one: Mapping[str, Any]) -> Wrong:
    place, *names = one["loc"]
    told = _TOLD.get(one["type"]) or str(one["msg"]).removeprefix("Value error, ")
    return Wrong(str(place), ".".join(map(str, names))[:100].encode("utf-8", "replace").decode(), told)


_TOLD = {
    "extra_forbidden": "this is not known here; take it away, or see how it is spelled in the documentation",
    "missing": "this is needed; give it",
    "string_unicode": "this is no valid Unicode; take lone surrogates away",
}


def sentence(words: str) -> str:
    """What an error says, as a sentence."""
    return words[:1].upper() + words[1:] + ("" if words.endswith(".") else ".")
