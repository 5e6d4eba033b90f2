"""Operations: how a function becomes one, with its answer, its scope and its errors in the document."""

from __future__ import annotations

from collections.abc import Callable
from inspect import cleandoc
from typing import Any, TypeVar

from fastapi import APIRouter

from wortlaut.api.gate import Gate
from wortlaut.api.record_shapes import Shape
from wortlaut.desk.roles import Scope

F = TypeVar("F", bound=Callable[..., Any])
ALWAYS = (400, 401, 403, 406, 413, 421, 422, 429, 500, 503)  # errors that any operation may answer
WITH_BODY = (415,)


def router(tag: str) -> APIRouter:
    """A router whose operations lie behind the gate."""
    return APIRouter(tags=[tag], route_class=Gate)


def get(to: APIRouter, path: str, gives: type[Shape] | None, **told: Any) -> Callable[[F], F]:
    """An operation that only reads; HEAD is answered, too. See `_operation()` for what may be told."""
    return _operation(to, path, "GET", gives, **told)


def post(to: APIRouter, path: str, gives: type[Shape], **told: Any) -> Callable[[F], F]:
    """An operation that takes a body."""
    return _operation(to, path, "POST", gives, **told)


def _operation(
    to: APIRouter, path: str, method: str, gives: type[Shape] | None, *, scope: Scope = "read",
    media: tuple[str, ...] = (), status: int = 200,
) -> Callable[[F], F]:  # fmt: skip
    """`gives` is the shape of the answer, None where it has none; `media` what is given, if that is not JSON."""
    missing = (404,) if "{" in path else ()
    errors = sorted({*ALWAYS, *missing, *(WITH_BODY if method == "POST" else ())})
    extra: dict[str, Any] = {"x-scope": scope, "x-errors": errors, **({"x-media": media} if media else {})}

    def add(function: F) -> F:
        summary, _, description = cleandoc(function.__doc__ or "").partition("\n\n")
        to.add_api_route(
            path, function, methods=[method], response_model=gives, status_code=status, operation_id=function.__name__,
            summary=summary.rstrip("."), description=description or summary, openapi_extra=extra,
        )  # fmt: skip
        if method == "GET":
            to.add_api_route(path, function, methods=["HEAD"], include_in_schema=False, openapi_extra=extra)
        return function

    return add
