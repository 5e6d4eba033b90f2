"""make_app(): all pages, the API, health and metrics as one application."""

from __future__ import annotations

import gc
import importlib
import pkgutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio.to_thread
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from wortlaut.api import make_api, mounted, refusing
from wortlaut.archive import Archive
from wortlaut.errors import DatabaseError, WortlautError
from wortlaut.serving.guests import who
from wortlaut.serving.health import health_of, held, may_measure
from wortlaut.serving.logs import LOG, Logged
from wortlaut.serving.metrics import MEDIA, metrics
from wortlaut.serving.reading import Readers
from wortlaut.serving.safety import BodyTooLargeError, Guard
from wortlaut.serving.settings import Settings
from wortlaut.serving.turns import Turns
from wortlaut.web import pages
from wortlaut.web.assets import assets
from wortlaut.web.frame import archive, failure, preferences, settings

API = "/api/v1"
THREADS = 8  # that ask the archive at once; each has a connection of its own
_CACHE = 8_000  # KB for each of them: pages are as fast as with more, and the system keeps the file in memory anyway
_SMALL = 800  # bytes that are not worth packing
_FOR_EVER = "public, max-age=31536000, immutable"


def make_app(how: Settings, *, metrics_folder: str | None = None) -> ASGIApp:
    """The application for an ASGI server. It opens the archive when it starts, and closes it at its end.

    `metrics_folder` is where several workers put their counters, also those of the API's rates. Raises ArchiveError
    when it starts, where the archive cannot be opened.
    """
    opened = Archive.open(how.archive, cache=_CACHE)
    readers = Readers(register=how.register)
    api = make_api(rates=Path(metrics_folder, "rates") if metrics_folder else None)
    counters = metrics(metrics_folder)

    @asynccontextmanager
    async def alive(_: Starlette) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
        gc.collect()
        gc.freeze()  # what was imported stays; looking through it again and again costs pauses of 0.1 s
        gc.set_threshold(10_000, 20, 20)
        try:
            yield
        finally:
            readers.close()
            opened.close()

    app = Starlette(
        routes=[*_routes(), mounted(API, api)],
        middleware=[Middleware(Turns), Middleware(GZipMiddleware, minimum_size=_SMALL, compresslevel=5)],
        exception_handlers={
            **dict.fromkeys((WortlautError, 400, 404, 405, 413), _in_thread(failure)),
            DatabaseError: _in_thread(_unforeseen),
            BodyTooLargeError: _in_thread(_too_large),
            Exception: _in_thread(_unforeseen),
        },
        lifespan=alive,
    )  # fmt: skip
    for one in (app, api):
        one.state.archive, one.state.settings, one.state.readers = opened, how, readers
        one.state.metrics = counters
    # outside of all, so that also the answer to a failure is safe and logged
    return Guard(Logged(app, counters.measure), how, refusing(API, how))


def _routes() -> list[BaseRoute]:
    found: list[BaseRoute] = [
        Route("/static/{hash}/{name}", _static),
        Route("/preferences", preferences, methods=["POST"]),
        Route("/health", _health),
        Route("/metrics", _metrics),
        Route("/robots.txt", _robots),
    ]
    for one in pkgutil.iter_modules(pages.__path__):
        found += importlib.import_module(f"{pages.__name__}.{one.name}").ROUTES
    return found


def _in_thread(answer: Callable[[Request, Exception], Response]) -> Callable[[Request, Exception], Any]:
    async def handle(request: Request, error: Exception) -> Response:
        return await run_in_threadpool(answer, request, error)

    return handle


def _too_large(request: Request, _: Exception) -> Response:
    return failure(request, HTTPException(413))


def _unforeseen(request: Request, error: Exception) -> Response:
    LOG.error("failure", exc_info=error, extra={"request": getattr(request.state, "request", None)})
    return failure(request, error)


async def _static(request: Request) -> Response:
    found = assets().get(request.path_params["name"])
    if found is None or request.path_params["hash"] not in found.path:
        return PlainTextResponse("There is no such file.\n", 404)
    headers = {"cache-control": _FOR_EVER, "vary": "accept-encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(found.packed, media_type=found.media, headers={**headers, "content-encoding": "gzip"})
    return Response(found.data, media_type=found.media, headers=headers)


def _health(request: Request) -> Response:
    """Whether the archive answers: 200 or 503; for who watches the app, so it needs no login and tells nothing."""
    return health_of(archive(request))


def _metrics(request: Request) -> Response:
    """For Prometheus: with the token that the app was started with, or for who may administrate."""
    found = who(request)
    if not may_measure(request, settings(request).metrics_token) and not (found and found.may("admin")):
        return PlainTextResponse("Give the token of --metrics-token as a bearer token.\n", 401)
    return Response(request.app.state.metrics.text(held(archive(request))), media_type=MEDIA)


async def _robots(_: Request) -> Response:
    """An archive of others' articles is not for search engines."""
    return PlainTextResponse("User-agent: *\nDisallow: /\n")
