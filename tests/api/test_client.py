"""client.py, against a real server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

import wortlaut
from tests.api.conftest import filled
from tests.api.running import running
from tests.api.served import SAID, serve, token
from wortlaut import Client, WortlautError
from wortlaut.archive import Archive
from wortlaut.exports import FORMATS, write


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Archive, str]]:
    with filled(tmp_path_factory.mktemp("client")) as archive, running(serve(archive).app) as url:
        yield archive, url


@pytest.fixture
def client(served: tuple[Archive, str]) -> Client:
    return Client(served[1])


def test_it_is_given_by_the_package() -> None:
    assert wortlaut.Client is Client


def test_articles_and_their_records(client: Client) -> None:
    assert [one["number"] for one in client.articles()] == [1, 4, 3, 2]
    assert [one["number"] for one in client.articles(outlet="Kurier", limit=1)] == [4]
    assert client.article(1)["archive"]["version"] == 2
    assert client.article("1.1")["archive"]["version"] == 1
    assert client.info()["articles"] == 4


def test_search_goes_on_over_pages(client: Client) -> None:
    found = list(client.search("Werft", copies=True))
    assert [one["address"] for one in found] == ["3.1/s1", "1.2/s1", "4.1/s1"]
    assert [one["address"] for one in client.search("Werft", copies=True, limit=2)] == ["3.1/s1", "1.2/s1"]
    assert list(client.search(kind=["reported"])) == []
    assert {one["statement"]["kind"] for one in client.search(kind=["direct", "indirect"])} == {"direct", "indirect"}


def test_pages_are_asked_for_as_they_are_taken(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [one["address"] for one in client.search()]
    asked: list[object] = []
    ask = client._get

    def one_a_page(path: str, given: dict[str, object]) -> dict[str, object]:
        asked.append(given["after"])
        return ask(path, {**given, "limit": 1})

    monkeypatch.setattr(client, "_get", one_a_page)
    walked = client.search()
    assert next(walked)["address"] == whole[0] and len(asked) == 1
    assert [one["address"] for one in walked] == whole[1:]


def test_a_statement_and_a_person(client: Client) -> None:
    assert [one["address"] for one in client.statement("3.1/s1")["forms"]] == ["1.2/s1", "4.1/s1", "3.1/s1"]
    assert [one["name"] for one in client.people("Brandt")] == ["Eva Brandt"]
    assert len(list(client.people())) == 5


def test_check_and_analyze(client: Client) -> None:
    assert client.check("Ohne tieferes Wasser verlieren wir die Werft", person="Eva Brandt")["verdict"] == "verbatim"
    analysis = client.analyze(SAID, published="2026-03-04")
    assert [analysis.words(one.content) for one in analysis.statements] == [
        "„Wir lassen kein Dorf ohne Schule“", "kostet der Bus im Jahr 90.000 Euro",
    ]  # fmt: skip


@pytest.mark.parametrize("format", ["jsonl", "csv", "annotation"])
def test_an_export_is_what_the_command_writes(
    client: Client, served: tuple[Archive, str], format: str, tmp_path: Path
) -> None:
    write(served[0].kept(), format, tmp_path / "out")
    assert b"".join(client.export(format)) == (tmp_path / "out").read_bytes()
    assert FORMATS[format].pieces


def test_a_text_is_added_as_a_job(own: Archive) -> None:
    with running(serve(own).app) as url:
        job = Client(url).add(SAID, title="Schule bleibt")
        assert Client(url).job(job["id"])["state"] == "waiting"


def test_a_token_is_needed_where_there_are_accounts(own: Archive) -> None:
    with running(serve(own, accounts=True).app) as url:
        with pytest.raises(WortlautError, match="Send a token"):
            Client(url).info()
        known = Client(url, token(own, "read"))
        assert known.info()["you"]["scopes"] == ["read"]
        with pytest.raises(WortlautError, match=r"scope 'write'.*403"):
            known.add(SAID)


@pytest.mark.parametrize(
    ("ask", "why"),
    [
        (lambda client: client.article(99), "no article 99"),
        (lambda client: client.article("../info"), "address"),
        (lambda client: list(client.search("-Werft")), "add a word that is"),
        (lambda client: list(client.search(outlte="Bote")), "outlte"),
        (lambda client: client.check("…"), "no word"),
        (lambda client: client.analyze("\ud800"), "Unicode"),
        (lambda client: b"".join(client.export("docx")), "format"),
    ],
)
def test_what_fails_says_what_to_do(client: Client, ask: object, why: str) -> None:
    with pytest.raises(WortlautError, match=why):
        ask(client)  # type: ignore[operator]


@pytest.mark.parametrize("url", ["127.0.0.1:8765", "ftp://bote.example", "http://", "http://bote.example/?x=1"])
def test_an_address_must_be_one(url: str) -> None:
    with pytest.raises(WortlautError, match="http://127"):
        Client(url)


def test_a_token_must_be_one() -> None:
    with pytest.raises(WortlautError, match="wl_"):
        Client("http://127.0.0.1", "wl_\r\nX: y")


def test_nobody_answers() -> None:
    with pytest.raises(WortlautError, match="wortlaut serve"):
        Client("http://127.0.0.1:9", timeout=2).info()


class _Other(BaseHTTPRequestHandler):
    """Another server: it sends on, answers other things than JSON, ends early, or never answers."""

    asked: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path.endswith("/info"):
            self.send_response(302)
            self.send_header("location", "http://localhost:1/elsewhere")
            self.end_headers()
        elif self.path.endswith("/jobs/1"):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<html>")
        elif "/export" in self.path:
            self.send_response(200)
            self.send_header("transfer-encoding", "chunked")
            self.end_headers()
            self.wfile.write(b"4\r\nhalf\r\n")
        else:
            threading.Event().wait(3)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def other() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Other)
    _Other.protocol_version = "HTTP/1.1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_no_redirect_is_followed(other: str) -> None:
    with pytest.raises(WortlautError, match="302"):
        Client(other, "wl_secret").info()


def test_other_answers_are_not_taken_for_ours(other: str) -> None:
    with pytest.raises(WortlautError, match="no JSON"):
        Client(other).job(1)


def test_half_an_export_is_none(other: str) -> None:
    got = Client(other, timeout=2).export()
    assert next(got) == b"half"
    with pytest.raises(WortlautError, match="before its end"):
        next(got)


def test_who_does_not_answer_is_not_waited_for(other: str) -> None:
    with pytest.raises(WortlautError, match="does not answer"):
        Client(other, timeout=0.3).article(1)
