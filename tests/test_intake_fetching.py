import gzip
import shutil
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from wortlaut.errors import FetchError
from wortlaut.intake import Fetcher, fetch
from wortlaut.intake.addresses import is_public, web_address
from wortlaut.intake.fetching import USER_AGENT

PAGE = "<!doctype html><p>Der Rat tagt, sagte Änne Groß.".encode("cp1252")
HTML = {"Content-Type": "text/html; charset=Windows-1252"}


class Site:
    """A web server on this machine: what it answers is set path by path, and what it was asked is kept."""

    def __init__(self) -> None:
        self.answers: dict[str, tuple[int, dict[str, str], bytes | Callable[[BaseHTTPRequestHandler], None]]] = {}
        self.asked: list[str] = []
        self.headers: dict[str, str] = {}
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                site.headers = dict(self.headers)
                status, headers, body = site.answers.get(self.path, (404, {}, b""))
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if isinstance(body, bytes):
                    self.send_header("Content-Length", headers.get("X-Length", str(len(body))))
                self.end_headers()
                if isinstance(body, bytes):
                    self.wfile.write(body)
                else:
                    body(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def page(self, path: str, body: bytes = PAGE, status: int = 200, **headers: str) -> str:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (status, {**HTML, **named}, body)
        return self.url + path


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.server.shutdown()
    site.server.server_close()


HERE = Fetcher(is_allowed=lambda ip: ip == "127.0.0.1", resolver=lambda host, *_: [host], seconds=5)


def refused(fetcher: Fetcher, url: str, why: str) -> str:
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(url)
    assert why in str(caught.value)
    assert caught.value.reason, "every refusal has a word"
    return str(caught.value)


def test_a_page(site: Site) -> None:
    page = HERE.fetch(site.page("/rat?tag=3"))
    assert (page.data, page.url, page.charset) == (PAGE, f"{site.url}/rat?tag=3", "windows-1252")
    assert page.is_html and site.asked == ["/robots.txt", "/rat?tag=3"]
    assert (site.headers["User-Agent"], site.headers["Host"]) == (USER_AGENT, f"127.0.0.1:{site.port}")


def test_plain_text_and_no_type(site: Site) -> None:
    assert HERE.fetch(site.page("/a", Content_Type="text/plain")).is_html is False
    site.answers["/b"] = (200, {}, PAGE)
    assert HERE.fetch(f"{site.url}/b").is_html is None


def test_the_address_may_hold_umlauts_and_spaces(site: Site) -> None:
    site.page("/stra%C3%9Fe%20eins")
    assert HERE.fetch(f"{site.url}/straße eins#teil").data == PAGE


def test_environment_proxies_are_not_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert HERE.fetch(site.page("/x")).data == PAGE


def test_gzip(site: Site) -> None:
    assert HERE.fetch(site.page("/x", gzip.compress(PAGE), Content_Encoding="gzip")).data == PAGE


def test_a_gzip_bomb_does_not_unfold(site: Site) -> None:
    url = site.page("/x", gzip.compress(bytes(30_000_000)), Content_Encoding="gzip")
    refused(HERE, url, "larger than 10,000,000 bytes")


def test_broken_and_foreign_packing(site: Site) -> None:
    refused(HERE, site.page("/a", b"kein gzip", Content_Encoding="gzip"), "cannot be fetched")
    refused(HERE, site.page("/b", gzip.compress(PAGE)[:-9], Content_Encoding="gzip"), "ended before")
    refused(HERE, site.page("/c", PAGE, Content_Encoding="br"), "packed as 'br'")


def test_too_large(site: Site) -> None:
    refused(replace(HERE, max_bytes=len(PAGE) - 1), site.page("/x"), "is larger than")
    assert replace(HERE, max_bytes=len(PAGE)).fetch(site.page("/x")).data == PAGE


def test_a_page_that_is_cut_off(site: Site) -> None:
    refused(HERE, site.page("/x", X_Length="100000"), "ended before the page did")


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "application/json"])
def test_wrong_type(site: Site, kind: str) -> None:
    refused(HERE, site.page("/x", Content_Type=kind), f"of type {kind}")


@pytest.mark.parametrize(("status", "why"), [(404, "no such page"), (403, "refuses"), (503, "try again"), (204, "204")])
def test_other_answers(site: Site, status: int, why: str) -> None:
    refused(HERE, site.page("/x", b"", status), why)


@pytest.mark.parametrize(
    ("status", "reason"),
    [(401, "login"), (403, "forbidden"), (404, "missing"), (410, "missing"), (429, "busy"), (500, "server"),
     (503, "server"), (418, "status")],
)  # fmt: skip
def test_the_word_for_an_answer(site: Site, status: int, reason: str) -> None:
    with pytest.raises(FetchError) as caught:
        HERE.fetch(site.page("/x", b"", status))
    assert caught.value.reason == reason


def slowly(handler: BaseHTTPRequestHandler) -> None:
    for _ in range(50):
        time.sleep(0.05)
        try:
            handler.wfile.write(b"a")
        except OSError:
            return


def test_the_time_limit_is_for_the_whole_page(site: Site) -> None:
    site.answers["/x"] = (200, HTML, slowly)
    begin = time.monotonic()
    refused(replace(HERE, seconds=0.4), f"{site.url}/x", "within 0.4 seconds")
    assert time.monotonic() - begin < 2


def test_a_resolver_that_hangs() -> None:
    def resolver(*_: object) -> list[str]:
        time.sleep(2)
        return []

    refused(Fetcher(resolver=resolver, seconds=0.1), "http://beispiel.test/", "within 0.1 seconds")


def test_a_host_that_does_not_exist() -> None:
    def resolver(*_: object) -> list[str]:
        raise OSError(-2, "Name or service not known")

    refused(Fetcher(resolver=resolver), "http://beispiel.test/", "Name or service not known")


def test_redirects(site: Site) -> None:
    site.page("/a", b"", 302, Location="b?x=1")
    site.page("/b?x=1", b"", 301, Location=f"{site.url}/c")
    site.page("/c")
    assert HERE.fetch(f"{site.url}/a").url == f"{site.url}/c"
    assert site.asked.count("/robots.txt") == 1


def test_redirects_without_end(site: Site) -> None:
    refused(HERE, site.page("/a", b"", 302, Location="/a"), "more than 5 times")
    assert site.asked.count("/a") == 6


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("http://10.0.0.7/", "10.0.0.7, which is not a public address"),
        ("http://[::1]/", "::1, which is not"),
        ("//localhost/x", "not a public address"),
        ("file:///etc/passwd", "only http and https"),
        ("http://[::1", "redirects to what is no address"),
        ("http://anna:geheim@beispiel.de/", "user name or password"),
    ],
)
def test_each_redirect_is_checked(site: Site, target: str, why: str) -> None:
    refused(HERE, site.page("/a", b"", 302, Location=target), why)


def test_robots(site: Site) -> None:
    site.page(
        "/robots.txt", b"User-agent: *\nDisallow: /intern/\n\nUser-agent: wortlaut\nDisallow: /nie", Content_Type="x/y"
    )
    site.page("/nie")
    refused(HERE, f"{site.url}/nie", "robots.txt asks programs not to")
    assert "/nie" not in site.asked
    assert HERE.fetch(site.page("/intern/x")).data == PAGE  # the group that names Wortlaut takes the place of *


def test_robots_of_the_address_redirected_to(site: Site) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /b")
    refused(HERE, site.page("/a", b"", 302, Location="/b"), "robots.txt")


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (401, True), (500, False), (503, False), (429, False)])
def test_robots_that_cannot_be_read(site: Site, status: int, allowed: bool) -> None:
    site.page("/robots.txt", b"", status)
    url = site.page("/x")
    if allowed:
        assert HERE.fetch(url).data == PAGE
    else:
        refused(HERE, url, f"robots.txt: the server answered {status}")


def test_robots_too_long_are_cut(site: Site) -> None:
    site.page("/robots.txt", b"User-agent: *\nDisallow: /nie\n" + b"#" * 600_000)
    refused(HERE, site.page("/nie"), "robots.txt")


def test_robots_redirected_to_a_private_address(site: Site) -> None:
    site.page("/robots.txt", b"", 302, Location="http://192.168.0.1/robots.txt")
    refused(HERE, site.page("/x"), "192.168.0.1, which is not a public address")


PRIVATE = [
    "127.0.0.1", "127.8.9.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "192.88.99.1", "192.0.0.8",
    "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "fec0::1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::808:808",
    "2002:7f00:1::", "2002:c0a8:101::1", "2001:0:1::1", "2001:db8::1", "100::1", "3fff::1", "unsinn", "",
]  # fmt: skip


@pytest.mark.parametrize("ip", PRIVATE)
def test_what_is_not_public(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["9.9.9.9", "193.99.144.80", "2a00:1450:4001::1", "::ffff:9.9.9.9", "64:ff9b::9.9.9.9"])
def test_what_is_public(ip: str) -> None:
    assert is_public(ip)


LOCAL = [
    "127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254", "[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]",
    "2130706433", "0177.0.0.1", "0x7f.1", "0x7f000001", "127.1", "127.0.0.1.", "127.0.0.1:8080", "[fe80::1%25eth0]",
    "\uff11\uff12\uff17.0.0.1", "127\u30020\u30020\u30021",
]  # fmt: skip


@pytest.mark.parametrize("host", LOCAL)
def test_local_addresses_are_refused_in_every_form(host: str) -> None:
    with pytest.raises(FetchError):
        fetch(f"http://{host}/")


def test_no_connection_to_a_refused_address(site: Site) -> None:
    refused(Fetcher(), site.page("/x"), "not a public address")
    assert site.asked == []


def test_one_private_address_among_public_ones_is_enough() -> None:
    fetcher = Fetcher(resolver=lambda *_: ["9.9.9.9", "192.168.0.1"])
    refused(fetcher, "http://beispiel.test/", "beispiel.test is at 192.168.0.1")


def test_dns_rebinding_gains_nothing(site: Site) -> None:
    """The name is resolved once a fetch, and the connection goes to the address that was checked."""
    resolved: list[str] = []

    def resolver(host: str, _: int) -> list[str]:
        resolved.append(host)
        return ["127.0.0.1"] if len(resolved) == 1 else ["10.0.0.1"]

    site.page("/x")
    assert replace(HERE, resolver=resolver).fetch(f"http://beispiel.test:{site.port}/x").data == PAGE
    assert resolved == ["beispiel.test"] and site.headers["Host"] == f"beispiel.test:{site.port}"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("gopher://beispiel.de/", "only http and https"),
        ("beispiel.de", "only http and https"),
        ("http://", "is no host name"),
        ("http://anna@beispiel.de/", "user name"),
        ("http://beispiel.de:22/", "port 22"),
        ("http://beispiel.de:99999/", "no web address"),
        ("http://[::1/", "no web address"),
        ("http://bei spiel.de/", "is no host name"),
        ("http://a..b/", "is no host name"),
    ],
)
def test_addresses_that_are_none(url: str, why: str) -> None:
    refused(Fetcher(), url, why)


def test_a_password_is_not_repeated_in_the_message() -> None:
    assert "geheim" not in refused(Fetcher(), "http://anna:geheim@beispiel.de/", "user name")


def test_web_address() -> None:
    address = web_address("HTTP://Bücher.DE:8080/a\r\nX: 1?q=ü&a=%20")
    assert address.url == "http://xn--bcher-kva.de:8080/aX:%201?q=%C3%BC&a=%20"


def test_something_that_is_not_http(site: Site) -> None:
    refused(HERE, f"https://127.0.0.1:{site.port}/", "no secure connection")


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_certificates_are_checked_by_name(site: Site, tmp_path: Path) -> None:
    key, certificate = str(tmp_path / "key.pem"), str(tmp_path / "cert.pem")
    make = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=beispiel.test"
    names = ["-addext", "subjectAltName=DNS:beispiel.test", "-keyout", key, "-out", certificate]
    subprocess.run([*make.split(), *names], check=True, capture_output=True)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate, key)
    site.server.socket = server.wrap_socket(site.server.socket, server_side=True)
    site.page("/x")
    known = replace(HERE, resolver=lambda *_: ["127.0.0.1"], trust=ssl.create_default_context(cafile=certificate))
    assert known.fetch(f"https://beispiel.test:{site.port}/x").data == PAGE
    refused(known, f"https://anders.test:{site.port}/x", "no secure connection")
    refused(replace(known, trust=None), f"https://beispiel.test:{site.port}/x", "no secure connection")
