"""Logs: one line a request, for machines or people, without a word of what was asked for."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from wortlaut.serving.logs import LOG, Lines, Logged, set_up

SECRET = "Geheimwort"


async def show(request: Request) -> Response:
    request.scope["state"]["account"] = "eva"
    return PlainTextResponse("words")


async def broken(request: Request) -> Response:
    raise RuntimeError(request.query_params["q"])


@pytest.fixture
def measured() -> list[tuple[str, str, int]]:
    return []


@pytest.fixture
def client(measured: list[tuple[str, str, int]]) -> Iterator[TestClient]:
    inner = Starlette(routes=[Route("/people/{name}", show), Route("/broken", broken)])
    app = Starlette(routes=[Mount("/api", inner), Route("/people/{name}", show), Route("/broken", broken)])

    def measure(method: str, route: str, status: int, seconds: float) -> None:
        assert seconds >= 0
        measured.append((method, route, status))

    with TestClient(Logged(app, measure), raise_server_exceptions=False) as client:
        yield client


def lines(caplog: pytest.LogCaptureFixture) -> list[dict[str, object]]:
    return [json.loads(Lines("json").format(record)) for record in caplog.records if record.name == LOG.name]


def test_a_request_is_one_line_without_its_words(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, LOG.name):
        answer = client.get(f"/people/{SECRET}?q={SECRET}", headers={"user-agent": SECRET, "referer": SECRET})
    (line,) = lines(caplog)
    assert SECRET not in json.dumps(line)
    assert (line["method"], line["route"], line["status"], line["bytes"]) == ("GET", "/people/{name}", 200, 5)
    assert line["account"] == "eva"
    assert line["request"] == answer.headers["x-request-id"]


def test_what_is_measured_has_the_pattern_of_the_address(
    client: TestClient, measured: list[tuple[str, str, int]]
) -> None:
    for path in ("/people/a", "/people/b", f"/{SECRET}", "/broken?q=x"):
        client.get(path)
    assert [(route, status) for _, route, status in measured] == [
        ("/people/{name}", 200), ("/people/{name}", 200), ("other", 404), ("/broken", 500),
    ]  # fmt: skip


def test_a_failure_tells_its_place_and_never_its_values(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, LOG.name):
        try:
            raise RuntimeError(SECRET)
        except RuntimeError as error:
            LOG.error("failure", exc_info=error)
    (line,) = lines(caplog)
    assert SECRET not in json.dumps(line)
    assert line["error"] == "RuntimeError" and "test_logs.py" in str(line["where"])


def test_lines_for_people_are_short_and_one_each() -> None:
    record = logging.LogRecord("wortlaut", logging.INFO, "", 0, "request", None, None)
    record.status, record.route = 200, "/search"
    text = Lines("text").format(record)
    assert text.endswith("request route=/search status=200") and "\n" not in text


def test_a_line_cannot_be_forged() -> None:
    record = logging.LogRecord("wortlaut", logging.INFO, "", 0, "request", None, None)
    record.route = '/a\n{"event": "forged"}'
    assert "\n" not in Lines("json").format(record)


def test_the_server_logs_nothing_of_its_own_requests() -> None:
    kept = {
        name: (logging.getLogger(name).handlers[:], logging.getLogger(name).level) for name in ("wortlaut", "uvicorn")
    }
    try:
        set_up("json")
        assert logging.getLogger("uvicorn.access").disabled
        assert logging.getLogger("uvicorn").level == logging.WARNING
        assert logging.getLogger("wortlaut").level == logging.INFO
    finally:
        for name, (handlers, level) in kept.items():
            logging.getLogger(name).handlers[:] = handlers
            logging.getLogger(name).setLevel(level)
            logging.getLogger(name).propagate = True
