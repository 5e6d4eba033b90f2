"""Safety: foreign names, large bodies, headers on every answer, the prefix of a proxy."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from wortlaut.serving.safety import POLICY, BodyTooLargeError, Guard, host_name
from wortlaut.serving.settings import Settings


async def length(request: Request) -> Response:
    try:
        return PlainTextResponse(str(len(await request.body())))
    except BodyTooLargeError:
        return PlainTextResponse("too large", 413)


async def broken(_: Request) -> Response:
    raise RuntimeError("broken")


async def framed(_: Request) -> Response:
    return PlainTextResponse("", headers={"content-security-policy": "sandbox"})


APP = Starlette(
    routes=[Route("/", length, methods=["GET", "POST"]), Route("/broken", broken), Route("/framed", framed)]
)


def browser(settings: Settings) -> TestClient:
    return TestClient(Guard(APP, settings), base_url="http://127.0.0.1:8765", raise_server_exceptions=False)


@pytest.fixture
def local() -> Iterator[TestClient]:
    with browser(Settings("a.db", upload=1_000)) as client:
        yield client


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8765", "", "[::2]:8765", "127.0.0.2"]
)
def test_a_foreign_name_is_refused(local: TestClient, host: str) -> None:
    answer = local.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "--url" in answer.text
    assert answer.headers["content-security-policy"] == POLICY


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost", "LOCALHOST:1", "[::1]:8765", "localhost."])
def test_own_names_are_answered(local: TestClient, host: str) -> None:
    assert local.get("/", headers={"host": host}).status_code == 200


def test_with_accounts_and_no_address_any_name_is_answered() -> None:
    with browser(Settings("a.db", host="0.0.0.0", accounts=True)) as client:
        assert client.get("/", headers={"host": "desk.example"}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/broken", "/framed", "/nothing"])
def test_every_answer_has_the_headers_of_safety(local: TestClient, path: str) -> None:
    headers = local.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "strict-transport-security" not in headers
    assert headers["content-security-policy"] == ("sandbox" if path == "/framed" else POLICY)


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    assert "unsafe" not in POLICY and "http" not in POLICY and "*" not in POLICY
    for wanted in ("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"):
        assert wanted in POLICY


def test_over_https_browsers_stay_there() -> None:
    with browser(Settings("a.db", url="https://example.org", accounts=True)) as client:
        assert "max-age" in client.get("/", headers={"host": "example.org"}).headers["strict-transport-security"]


def test_a_body_that_is_announced_too_large_is_refused_unread(local: TestClient) -> None:
    assert local.post("/", content=b"a" * 1_000).text == "1000"
    answer = local.post("/", content=b"a" * 1_001)
    assert answer.status_code == 413
    assert "1,000 bytes" in answer.text


def test_a_body_that_grows_too_large_is_cut_off(local: TestClient) -> None:
    def pieces() -> Iterator[bytes]:
        yield from [b"a" * 400] * 3

    assert local.post("/", content=pieces()).text == "too large"


def test_the_prefix_is_taken_away_where_a_proxy_leaves_it() -> None:
    settings = Settings("a.db", url="https://example.org/wort", accounts=True)
    with browser(settings) as client:
        for path, status in (("/wort/framed", 200), ("/framed", 200), ("/wort", 200), ("/wortx", 404)):
            assert client.get(path, headers={"host": "example.org"}).status_code == status, path


def test_host_names_with_and_without_port() -> None:
    assert [host_name(one) for one in ("a.example:1", "[::1]", "[::1]:2", "A.example.", "")] == [
        "a.example", "::1", "::1", "a.example", "",
    ]  # fmt: skip
