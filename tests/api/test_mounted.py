"""The API in the whole app: behind its guard, packed, under a prefix, with its failures logged and not told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.api.conftest import filled
from tests.api.served import ROOT
from wortlaut.serving.settings import Settings
from wortlaut.web.application import make_app


@pytest.fixture
def path(tmp_path: Path) -> str:
    filled(tmp_path).close()
    return str(tmp_path / "news.db")


@pytest.fixture
def client(path: str) -> Iterator[TestClient]:
    with TestClient(make_app(Settings(path)), base_url="http://127.0.0.1:8765", raise_server_exceptions=False) as asks:
        yield asks


def test_it_answers_with_the_headers_of_safety(client: TestClient) -> None:
    answer = client.get(f"{ROOT}/search?q=Werft")
    assert [one["address"] for one in answer.json()["hits"]] == ["3.1/s1", "1.2/s1"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-encoding"] == "gzip"
    assert {"etag", "ratelimit", "x-request-id"} <= set(answer.headers)
    assert "script-src 'self'" in client.get(f"{ROOT}/docs").headers["content-security-policy"]
    assert client.get(f"{ROOT}/docs.css").status_code == 200


def test_every_address_below_it_is_its_own(client: TestClient) -> None:
    for path in (f"{ROOT}/nothing", f"{ROOT}/articles/1%0A", f"{ROOT}/a%0Ab", f"{ROOT}/"):
        answer = client.get(path)
        assert answer.headers["content-type"] == "application/problem+json", path
        assert answer.status_code == answer.json()["status"]


@pytest.mark.parametrize("url", [None, "http://127.0.0.1:8765/wortlaut"])
def test_what_the_guard_refuses_is_a_problem_there(path: str, url: str | None) -> None:
    prefix = "/wortlaut" if url else ""
    with TestClient(make_app(Settings(path, url=url, upload=100)), base_url="http://127.0.0.1:8765") as client:
        for below in ("/info", "/a%0Ab", ""):
            wrong = client.get(f"{prefix}{ROOT}{below}", headers={"host": "evil.example"})
            large = client.post(f"{ROOT}{below}", content=b"x" * 101)  # the proxy may have taken the prefix away
            for answer, status, name in ((wrong, 421, "wrong-host"), (large, 413, "too-large")):
                told = answer.json()
                assert (answer.status_code, told["status"]) == (status, status)
                assert answer.headers["content-type"] == "application/problem+json"
                assert told["type"] == f"urn:problem-type:wortlaut:{name}"
                assert told["instance"] == f"{prefix}{ROOT}{below}"
                assert answer.headers["x-content-type-options"] == "nosniff"
        assert client.head(f"{ROOT}/info", headers={"host": "evil.example"}).content == b""
        for page in ("/", f"{ROOT}x"):
            answer = client.get(f"{prefix}{page}", headers={"host": "evil.example"})
            assert (answer.status_code, answer.headers["content-type"]) == (421, "text/plain; charset=utf-8")


def test_exports_are_streams_there_too(client: TestClient) -> None:
    with client.stream("GET", f"{ROOT}/export?format=jsonl") as answer:
        lines = list(answer.iter_lines())
    assert [json.loads(line)["archive"]["article"] for line in lines] == [2, 3, 4, 1]


def test_a_prefix_is_kept_in_every_link(path: str) -> None:
    settings = Settings(path, url="http://127.0.0.1:8765/wortlaut")
    with TestClient(make_app(settings), base_url="http://127.0.0.1:8765") as client:
        for asked in (f"/wortlaut{ROOT}/articles?limit=1", f"{ROOT}/articles?limit=1"):  # the proxy may take it away
            answer = client.get(asked)
            assert answer.headers["link"].startswith(f"</wortlaut{ROOT}/articles?limit=1&after=")
        document = client.get(f"/wortlaut{ROOT}/openapi.json").json()
        assert document["servers"][0]["url"] == f"/wortlaut{ROOT}"
