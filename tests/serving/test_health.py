"""Health and metrics: for who watches the app."""

from __future__ import annotations

import json

from starlette.requests import Request

from tests.archive.articles import several
from wortlaut.archive import Archive
from wortlaut.serving.health import health_of, held, may_measure
from wortlaut.serving.metrics import Metrics


def request(authorization: str = "") -> Request:
    return Request({"type": "http", "headers": [(b"authorization", authorization.encode())]})


def test_an_archive_that_answers_is_healthy(archive: Archive) -> None:
    answer = health_of(archive)
    assert answer.status_code == 200
    assert json.loads(answer.body)["status"] == "pass"


def test_one_that_does_not_answer_is_not() -> None:
    class Gone(Archive):
        def reading(self, *, steady: bool = False) -> object:
            from wortlaut.errors import ArchiveError

            raise ArchiveError("the database does not answer")

    answer = health_of(Gone.__new__(Gone))
    assert answer.status_code == 503
    assert "database" not in answer.body.decode()


def test_numbers_of_the_archive(archive: Archive) -> None:
    assert set(held(archive).values()) == {0}
    list(archive.add_all(several()))
    numbers = held(archive)
    assert (numbers["articles"], numbers["statements"]) == (4, 10)
    assert numbers["jobs_waiting"] == numbers["feeds"] == 0


def test_metrics_count_requests_by_route_and_status() -> None:
    metrics = Metrics()
    metrics.measure("GET", "/search", 200, 0.02)
    metrics.measure("GET", "/search", 200, 0.2)
    metrics.measure("FOO", "/search", 405, 0.01)
    text = metrics.text({"articles": 4}).decode()
    assert 'wortlaut_requests_total{method="GET",route="/search",status="200"} 2.0' in text
    assert 'method="other"' in text and "FOO" not in text
    assert 'wortlaut_request_seconds_bucket{le="0.025",route="/search"} 2.0' in text
    assert "wortlaut_articles 4.0" in text
    assert "wortlaut_worker_memory_peak_bytes" in text


def test_the_token_opens_the_metrics() -> None:
    assert may_measure(request("Bearer abc"), "abc")
    assert not may_measure(request("Bearer abd"), "abc")
    assert not may_measure(request(""), "abc")
    assert not may_measure(request("Bearer None"), None)
