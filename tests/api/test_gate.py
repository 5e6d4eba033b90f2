"""gate.py, problems.py, rates.py, replies.py: what every operation goes through."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from tests.api.served import ROOT, SAID, serve, token
from wortlaut.api.gate import BODY
from wortlaut.api.rates import PLACES as BUCKETS
from wortlaut.api.rates import SHELVES, Rates
from wortlaut.archive import Archive

TEXT = {"text": SAID}


def test_what_the_asker_holds_is_not_sent_again(client: TestClient) -> None:
    first = client.get("articles/1.2")
    tag = first.headers["etag"]
    for held in (tag, f'W/{tag}, "x"', "*"):
        again = client.get("articles/1.2", headers={"if-none-match": held})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get("articles/1.2", headers={"if-none-match": '"x"'}).content == first.content
    assert client.get("articles/1.1").headers["etag"] != tag
    assert first.headers["cache-control"] == "private, no-cache"


@pytest.mark.parametrize(
    "path", ["articles", "search?q=Werft", "info", "openapi.json", "docs", "export?format=csv", "people/1"]
)
def test_head_tells_what_get_would(client: TestClient, path: str) -> None:
    whole, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    for name in ("content-type", "etag", "cache-control", "content-disposition"):
        assert head.headers.get(name) == whole.headers.get(name)


def test_head_of_what_is_not_there(client: TestClient) -> None:
    assert (client.head("articles/99").status_code, client.head("articles/99").content) == (404, b"")


def walked(client: TestClient, path: str, name: str) -> Iterator[object]:
    """All of a list, by its links."""
    while path:
        answer = client.get(path)
        page = answer.json()
        yield from page[name]
        link = answer.headers.get("link", "")
        assert bool(link) == (page["next"] is not None)
        path = f"http://localhost:8765{link[1:].partition('>')[0]}" if link else ""
        assert not link or link.endswith('>; rel="next"')


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("articles?limit=1", "articles"),
        ("people?limit=2", "people"),
        ("search?q=&limit=1&order=newest", "hits"),
        ("search?limit=1&order=oldest&copies=true&versions=true", "hits"),
        ("search?limit=1&order=score&kind=direct&kind=indirect", "hits"),
    ],
)
def test_links_lead_through_everything_once(client: TestClient, path: str, name: str) -> None:
    whole = client.get(path.replace("limit=1", "limit=100").replace("limit=2", "limit=100")).json()[name]
    assert list(walked(client, path, name)) == whole and len(whole) >= 4


def test_links_keep_the_prefix(own: Archive) -> None:
    lies = f"/wortlaut{ROOT}"
    client = serve(own, url="https://example.org/wortlaut").client()
    answer = client.get(f"{ROOT}/articles?limit=1&outlet=Lohbrunner%20Bote", headers={"host": "example.org"})
    assert answer.headers["link"] == f'<{lies}/articles?limit=1&outlet=Lohbrunner+Bote&after=5>; rel="next"'
    assert (
        client.get(f"{ROOT}/articles/99", headers={"host": "example.org"}).json()["instance"] == f"{lies}/articles/99"
    )
    added = client.post(f"{ROOT}/articles", json=TEXT, headers={"host": "example.org"})
    assert added.headers["location"].startswith(f"{lies}/jobs/")
    document = client.get(f"{ROOT}/openapi.json", headers={"host": "example.org"}).json()
    assert document["servers"][0]["url"] == lies
    assert f'href="{lies}/openapi.json"' in client.get(f"{ROOT}/docs", headers={"host": "example.org"}).text


def test_an_address_that_is_none(client: TestClient) -> None:
    answer = client.get("nothing/here")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert client.get("articles/").status_code == 404
    assert client.get("a%0Ab").headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", "articles", "GET, HEAD, POST"),
        ("PUT", "articles/1", "GET, HEAD"),
        ("POST", "search", "GET, HEAD"),
        ("GET", "analyze", "POST"),
        ("OPTIONS", "check", "GET, HEAD, POST"),
        ("TRACE", "info", "GET, HEAD"),
    ],
)
def test_another_method(client: TestClient, method: str, path: str, allowed: str) -> None:
    answer = client.request(method, path)
    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)
    assert "access-control-allow-origin" not in answer.headers
    assert answer.json()["status"] == 405


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        ("application/json", 200), ("application/*", 200), ("*/*;q=0.1", 200),
        ("text/html, application/json;q=0.2", 200),
        ("text/html", 406), ("application/json;q=0, */*", 406), ("application/json; q=0.000", 406), ("nonsense", 406),
    ],
)  # fmt: skip
def test_what_is_accepted(client: TestClient, accept: str, status: int) -> None:
    assert client.get("info", headers={"accept": accept}).status_code == status


def test_an_export_is_accepted_in_its_own_form(client: TestClient) -> None:
    assert client.get("export?format=csv", headers={"accept": "text/csv"}).status_code == 200
    refused = client.get("export?format=csv", headers={"accept": "application/jsonl"})
    assert refused.status_code == 406 and "text/csv" in refused.json()["detail"]


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("application/json", 200), ("Application/JSON; charset=utf-8", 200),
        ("text/plain", 415), ("application/x-www-form-urlencoded", 415), ("multipart/form-data", 415), ("", 415),
    ],
)  # fmt: skip
def test_only_json_is_taken(client: TestClient, kind: str, status: int) -> None:
    answer = client.post("check", content=json.dumps({"q": "Wir lassen kein Dorf"}), headers={"content-type": kind})
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "cross-site"}, 403), ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "https://foreign.example"}, 403), ({"origin": "null"}, 403),
        ({"sec-fetch-site": "same-origin"}, 202), ({"origin": "http://localhost:8765"}, 202), ({}, 202),
    ],
)  # fmt: skip
def test_pages_of_others_change_nothing(own: Archive, headers: dict[str, str], status: int) -> None:
    assert serve(own).client(**headers).post(f"{ROOT}/articles", json=TEXT).status_code == status


def test_a_body_is_bounded_however_it_comes(client: TestClient) -> None:
    def pieces() -> Iterator[bytes]:
        yield b'{"text": "'
        for _ in range(BODY // 100_000 + 1):
            yield b"x" * 100_000
        yield b'"}'

    headers = {"content-type": "application/json"}
    assert client.post("analyze", content=pieces(), headers=headers).status_code == 413
    assert client.post("analyze", content=b"{}", headers={**headers, "content-length": "9" * 30}).status_code == 413


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422), (b"{", 400), (b"\xff\xfe", 400), (b"[" * 100_000, 400), (b'{"a":' * 100_000, 400), (b"null", 422),
        (b"[]", 422), (b'"text"', 422), (b"9" * 5_000, 400), (b'{"text": NaN}', 422), (b'{"text": "\\ud800"}', 422),
        (b'{"text": "a\\u0000b"}', 422), (b'{"text": 1}', 422), (b'{"text": ""}', 422), (b'{"text": "x", "y": 1}', 422),
        (b'{"text": "x", "published": "2026-13-01"}', 422), (b'{"text": "x", "force": "true"}', 422),
        ('{"text": "Nein."}'.encode("utf-16"), 200), (b'\xef\xbb\xbf{"text": "Nein."}', 200),
        (b'{"text": "x", "text": "Nein."}', 200), (b'{"text": "x", "source": "javascript:alert(1)"}', 422),
    ],
)  # fmt: skip
def test_bodies_of_every_kind(client: TestClient, body: bytes, status: int) -> None:
    answer = client.post("analyze", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == status, answer.text


def test_every_wrong_field_is_named(client: TestClient) -> None:
    answer = client.post("analyze", json={"title": 3, "colour": "blue"}).json()
    assert {(one["in"], one["name"]) for one in answer["errors"]} == {
        ("body", "text"), ("body", "title"), ("body", "colour"),
    }  # fmt: skip


HUGE = "9" * 9**3
PLACES = [
    f"articles/{HUGE}", f"articles/1.{HUGE}", "articles/-1", "articles/1e3", "articles/%F0%9F%92%A9", "articles/١",
    "articles/1%00", "articles/..%2F..%2Fetc%2Fpasswd", "articles/%FF", f"people/{HUGE}", f"jobs/{HUGE}",
    f"utterances/{HUGE}", "utterances/1' OR 1=1", "statements/1.1/s1%0A", "statements/1.1/s" + "1" * 99,
    f"statements/{HUGE}.1/s1", "search?after=" + HUGE, "search?after=nan:1&order=score",
    "search?after=inf:1&order=score",
    "search?after=1:2", "search?after=1e999:1&order=score", "search?limit=" + HUGE, "search?limit=0",
    "search?limit=1_0",
    "search?since=0", "search?since=1700000000", "search?since=2026-02-30", "search?until=0000-01-01",
    "search?kind=shouted", "search?order=random", "search?total=yes", "search?q=%00", "search?person=%20",
    "search?q=-Werft", "search?q=%22", "search?facet=colour", "search?since=2026-03-02&until=2026-03-01",
    "search?q=" + "x" * 1001, "people?q=", "people?after=x", "check", "check?q=", "check?q=...",
    "check?q=" + "x" * 5001,
    "export?format=exe", "export?order=newest", "info?x=1", "openapi.json?y", "articles?nope=1",
]  # fmt: skip


@pytest.mark.parametrize("path", PLACES, ids=range(len(PLACES)))
def test_nonsense_is_refused_and_never_fails(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert 400 <= answer.status_code < 500, answer.text
    told = answer.json()
    assert told["status"] == answer.status_code and told["detail"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40), st.sampled_from(["q", "person", "about", "outlet"]))
def test_any_words_are_answered(client: TestClient, words: str, name: str) -> None:
    for path in ("search", "people", "articles"):
        asked = {name: words.encode("utf-8", "replace").decode()}
        assert client.get(path, params=asked).status_code in (200, 400, 422)


def test_failures_tell_nothing_of_our_insides(client: TestClient) -> None:
    told = client.get("articles/<script>").json()
    assert told["instance"] == f"{ROOT}/articles/%3Cscript%3E"
    assert "pydantic" not in json.dumps(told)


# Who asks


def test_scopes(own: Archive) -> None:
    app = serve(own, accounts=True)
    reader = app.client(authorization=f"Bearer {token(own, 'read', role='reader')}")
    assert reader.get(f"{ROOT}/search").status_code == 200
    for path in ("articles", "analyze", "judgements"):
        assert reader.post(f"{ROOT}/{path}", json=TEXT).status_code == 403
    analyst = app.client(authorization=f"Bearer {token(own, 'analyze')}")
    assert analyst.post(f"{ROOT}/analyze", json=TEXT).status_code == 200
    assert analyst.get(f"{ROOT}/search").status_code == 403
    writer = app.client(authorization=f"Bearer {token(own, 'write', 'review')}")
    assert writer.post(f"{ROOT}/articles", json=TEXT).status_code == 202
    assert writer.post(f"{ROOT}/judgements", json={}).status_code == 422


@pytest.mark.parametrize("key", ["", "Bearer", "Bearer wl_x", "Basic d2w6eA==", "Bearer " + "x" * 5_000, "Bearer \x7f"])
def test_strangers_are_asked_who_they_are(archive: Archive, key: str) -> None:
    answer = serve(archive, accounts=True).client(authorization=key).get(f"{ROOT}/info")
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")


# Rates


def test_a_bucket_fills_again() -> None:
    now = [0.0]
    rates = Rates(lambda: now[0])
    assert [rates.take("eva", 3).allowed for _ in range(5)] == [True, True, True, False, False]
    assert rates.take("jonas", 3).allowed
    now[0] = 19.0
    assert not rates.take("eva", 3).allowed
    now[0] = 20.5
    left = rates.take("eva", 3)
    assert left.allowed and left.requests == 0 and 18 <= left.seconds <= 20
    now[0] = 10_000.0
    assert [rates.take("eva", 3).allowed for _ in range(4)] == [True, True, True, False]


def test_who_asked_longest_ago_is_forgotten() -> None:
    now = [0.0]
    rates = Rates(lambda: now[0])
    for number in range(10 * SHELVES * BUCKETS):
        now[0] += 1e-6
        rates.take(str(number), 1)
    assert rates.take("0", 1).allowed and not rates.take(str(number), 1).allowed


def test_processes_count_together(tmp_path: Path) -> None:
    file = tmp_path / "rates"
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as processes:
        counts = list(processes.map(taken, [file] * 4, [200] * 4))
    assert sum(counts) == 500  # the clock stands
    assert not Rates(lambda: 1.0, file=file).take("eva", 500).allowed
    assert Rates(lambda: 1.0, file=file).take("jonas", 500).allowed


def taken(file: Path, tries: int) -> int:
    rates = Rates(lambda: 1.0, file=file)
    return sum(rates.take("eva", 500).allowed for _ in range(tries))


@settings(max_examples=50)
@given(st.lists(st.floats(0, 30), max_size=60), st.integers(1, 20))
def test_never_more_than_the_rate_and_a_full_bucket(waits: list[float], rate: int) -> None:
    now = [0.0]
    rates, allowed = Rates(lambda: now[0]), 0
    for wait in waits:
        now[0] += wait
        left = rates.take("eva", rate)
        allowed += left.allowed
        assert 0 <= left.requests <= rate and left.seconds >= 1
    assert allowed <= rate + now[0] * rate / 60 + 1


def test_rates_are_told_and_held(archive: Archive) -> None:
    client = serve(archive, rate=2).client()
    answers: list[httpx.Response] = [client.get(f"{ROOT}/info") for _ in range(3)]
    assert [one.status_code for one in answers] == [200, 200, 429]
    assert answers[0].headers["ratelimit-policy"] == '"requests";q=2;w=60'
    assert answers[0].headers["ratelimit"].startswith('"requests";r=1;t=')
    assert 1 <= int(answers[2].headers["retry-after"]) <= 30
    assert answers[2].json()["type"] == "urn:problem-type:wortlaut:too-many"
    assert "ratelimit" not in serve(archive).client().get(f"{ROOT}/info").headers


def test_each_account_has_its_own_rate(own: Archive) -> None:
    app = serve(own, accounts=True, rate=1)
    one, two = (app.client(authorization=f"Bearer {token(own, 'read')}") for _ in range(2))
    assert [one.get(f"{ROOT}/info").status_code for _ in range(2)] == [200, 429]
    assert two.get(f"{ROOT}/info").status_code == 200
    stranger = app.client(authorization="Bearer wl_guess")
    assert [stranger.get(f"{ROOT}/info").status_code for _ in range(2)] == [401, 429]
