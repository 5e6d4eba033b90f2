"""The frame of every page: language, colours, notices, forms, links, errors; and rules that all templates keep."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient

import wortlaut.web
from tests.web.conftest import served
from wortlaut.errors import ArchiveError, DatabaseError, MissingError
from wortlaut.serving.settings import Settings
from wortlaut.web.assets import assets
from wortlaut.web.frame import Form, NotFoundError, changes, local, reads, redirect, render
from wortlaut.web.words import LANGUAGES, table

FOLDER = Path(wortlaut.web.__file__).parent
TEMPLATES = sorted((FOLDER / "templates").rglob("*.html"))
HOSTILE = "<script>alert(1)</script>\u202egnp.exe\x1b[31m"


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch, filled: str) -> Iterator[TestClient]:
    """The app with a few pages that do what the tests need."""
    from starlette.routing import Route

    from wortlaut.web import application

    @reads()
    def show(request: Request) -> Response:
        return render(request, "error.html", title=HOSTILE, told=request.query_params.get("told", ""), code=1)

    @reads()
    def missing(_: Request) -> Response:
        raise NotFoundError(f"{HOSTILE}: there is no such article")

    @reads()
    def wrong(_: Request) -> Response:
        raise ArchiveError("the words have no letter; give other words")

    @reads()
    def absent(_: Request) -> Response:
        raise MissingError("there is no job 7")

    @reads()
    def gone(_: Request) -> Response:
        raise DatabaseError("no such column; please report this")

    @reads()
    def broken(_: Request) -> Response:
        raise RuntimeError(HOSTILE)

    @changes("editor")
    def change(request: Request, form: Form) -> Response:
        if form["back"]:
            return redirect(request, form["back"], notice="frame.copied")
        sizes = [(one.name, len(one.data)) for one in form.files.get("file", ())]
        return PlainTextResponse(f"{form['a']!r} {form.all('b')} {form.get('c', 'none')} {sizes}")

    routes = [
        Route(path, page, methods=methods)
        for path, page, methods in (
            ("/t/show", show, ["GET"]), ("/t/missing", missing, ["GET"]), ("/t/wrong", wrong, ["GET"]),
            ("/t/broken", broken, ["GET"]), ("/t/gone", gone, ["GET"]), ("/t/absent", absent, ["GET"]),
            ("/t/change", change, ["POST"]),
        )
    ]  # fmt: skip
    before = application._routes()
    monkeypatch.setattr(application, "_routes", lambda: [*routes, *before])
    with served(Settings(filled, upload=100_000)) as client:
        client._transport.raise_server_exceptions = False
        yield client


def token(client: TestClient) -> str:
    """Without accounts the key of the forms comes with any page; a page with a form tells its token."""
    from wortlaut.serving import guests

    client.get("/t/show")
    key = client.cookies.get(guests.FORM)
    if key is None:
        client.cookies.set(guests.FORM, key := "k" * 46)
    return guests._token(key)


# Language and colours


@pytest.mark.parametrize(
    "accepted, language",
    [("de-AT,en;q=0.5", "de"), ("en-GB", "en"), ("fr, de;q=0.2", "de"), ("fr", "en"), ("", "en"), ("*;q=0", "en")],
)
def test_the_language_is_what_the_browser_asks_for(pages: TestClient, accepted: str, language: str) -> None:
    page = pages.get("/t/show", headers={"accept-language": accepted}).text
    assert f'<html lang="{language}">' in page


def test_the_language_that_was_chosen_stays(pages: TestClient) -> None:
    answer = pages.post("/preferences", data={"language": "en", "theme": "dark", "to": "/t/show?told=a"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/t/show?told=a")
    page = pages.get("/t/show", headers={"accept-language": "de"}).text
    assert '<html lang="en" data-theme="dark">' in page


def test_the_language_of_an_address_wins(pages: TestClient) -> None:
    assert '<html lang="en">' in pages.get("/t/show?lang=en").text


def test_what_is_no_language_or_theme_changes_nothing(pages: TestClient) -> None:
    pages.post("/preferences", data={"language": "xx", "theme": '"><script>', "to": "//evil.example"})
    assert '<html lang="de">' in pages.get("/t/show").text


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "evil",
        "",
        "/a\r\nset-cookie: x",
        "\\/evil",
        "/\\/e",
    ],
)
def test_links_lead_nowhere_else(path: str) -> None:
    assert local(path) == "/"


# Words


def test_both_languages_have_the_same_words() -> None:
    german, english = table("de"), table("en")
    assert set(german) == set(english)
    fields = string.Formatter()
    for key, said in german.items():
        wanted = {name for _, name, _, _ in fields.parse(said) if name is not None}
        assert wanted == {name for _, name, _, _ in fields.parse(english[key]) if name is not None}, key


def test_no_page_overwrites_the_words_of_another() -> None:
    import importlib
    import pkgutil

    from wortlaut.surfaces.words import TABLE
    from wortlaut.web import words

    for language in LANGUAGES:
        seen = set(TABLE[language])
        for one in pkgutil.iter_modules(words.__path__):
            module = importlib.import_module(f"{words.__name__}.{one.name}")
            own = set(module.GERMAN if language == "de" else module.ENGLISH)
            assert not own & seen, one.name
            seen |= own


# What is shown


def test_what_is_printed_is_escaped_and_made_visible(pages: TestClient) -> None:
    page = pages.get("/t/show", params={"told": HOSTILE}).text
    assert "<script>alert" not in page and "&lt;script&gt;alert" in page
    assert "\u202e" not in page and "\x1b" not in page and "␛" in page


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_keep_the_policy(template: Path) -> None:
    """Nothing inline that the policy forbids, nothing from elsewhere, no value that is not escaped."""
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", template.read_text("utf-8"), flags=re.DOTALL)
    assert not re.search(r"\sstyle\s*=", text), "inline style"
    assert not re.search(r"\son[a-z]+\s*=", text), "inline handler"
    assert not re.search(r"<script(?![^>]*(\bsrc=|application/ld\+json))", text), "inline script"
    assert "<style" not in text
    assert not re.search(r"(?:src|href|action)\s*=\s*[\"'](?:https?:)?//", text), "from elsewhere"
    assert not re.search(r"(?:href|action)\s*=\s*\"/\w", text), "a link without url()"
    assert not re.search(r"\|\s*safe\b", template.read_text("utf-8"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_forms_that_change_something_have_a_token(template: Path) -> None:
    for form in re.findall(
        r"<form[^>]*method=\"?post.*?</form>", template.read_text("utf-8"), re.DOTALL | re.IGNORECASE
    ):
        assert "csrf()" in form or "/preferences" in form, form[:200]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_have_no_words_of_their_own(template: Path) -> None:
    """What is read stands in the words, in both languages."""
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", "", template.read_text("utf-8"), flags=re.DOTALL)
    text = re.sub(r"<code>.*?</code>|<[^>]*>|&\w+;|\s[\w-]+=\"[^\"]*\"", " ", text, flags=re.DOTALL)
    left = set(re.findall(r"[A-Za-zÄÖÜäöüß]{3,}", text)) - {"Wortlaut"}
    assert not left


# Forms


def test_a_form_comes_with_fields_and_files(pages: TestClient) -> None:
    data = {"csrf": token(pages), "a": "  x\r\ny ", "b": ["1", "2"]}
    files = [("file", ("../../a.txt", b"12345", "text/plain")), ("file", ("b.txt", b"", "text/plain"))]
    answer = pages.post("/t/change", data=data, files=files)
    assert answer.text == "'x\\ny' ['1', '2'] none [('../../a.txt', 5), ('b.txt', 0)]"


@pytest.mark.parametrize("given", ["", "0" * 64, "ä"])
def test_a_form_without_the_token_changes_nothing(pages: TestClient, given: str) -> None:
    token(pages)
    answer = pages.post("/t/change", data={"csrf": given, "a": "x"})
    assert answer.status_code == 403
    assert "zu lange offen" in answer.text


def test_a_form_of_another_site_changes_nothing(pages: TestClient) -> None:
    given = {"csrf": token(pages), "a": "x"}
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}, {"origin": "null"}):
        assert pages.post("/t/change", data=given, headers=headers).status_code == 403
    assert pages.post("/t/change", data=given, headers={"sec-fetch-site": "same-origin"}).status_code == 200


def test_more_than_is_allowed_is_refused_in_words(pages: TestClient) -> None:
    answer = pages.post("/t/change", data={"csrf": token(pages)}, files={"file": ("a", b"x" * 100_001)})
    assert answer.status_code == 413


def test_too_many_fields_are_refused(pages: TestClient) -> None:
    fields = {f"f{number}": "1" for number in range(1_500)}
    answer = pages.post("/t/change", data={"csrf": token(pages), **fields}, files={"x": ("x", b"1")})
    assert answer.status_code in (400, 413)


def test_a_notice_is_shown_once(pages: TestClient) -> None:
    answer = pages.post("/t/change", data={"csrf": token(pages), "back": "/t/show"})
    assert answer.headers["location"] == "/t/show"
    assert 'role="status">Kopiert' in pages.get("/t/show").text
    assert 'role="status"' not in pages.get("/t/show").text


def test_a_notice_that_is_no_key_is_not_shown(pages: TestClient) -> None:
    pages.cookies.set("wortlaut_notice", "forged words")
    assert "forged" not in pages.get("/t/show").text


# Errors


@pytest.mark.parametrize(
    "path, status, told",
    [
        ("/t/missing", 404, "there is no such article"),
        ("/t/absent", 404, "there is no job 7"),
        ("/nowhere", 404, "Die Adresse ist falsch"),
        ("/t/wrong", 400, "give other words"),
        ("/t/broken", 500, "Nichts ging verloren"),
        ("/t/gone", 503, "in einer Minute"),
        ("/t/change", 405, "Schaltflächen"),
    ],
)
def test_errors_are_pages_in_plain_words(pages: TestClient, path: str, status: int, told: str) -> None:
    answer = pages.get(path)
    assert answer.status_code == status
    assert told in answer.text and "<h1>" in answer.text
    assert "<script>alert" not in answer.text and "Traceback" not in answer.text
    assert "content-security-policy" in answer.headers


def test_a_failure_tells_the_number_of_its_line_in_the_log(pages: TestClient) -> None:
    answer = pages.get("/t/broken")
    assert answer.headers["x-request-id"] in answer.text
    assert "RuntimeError" not in answer.text


# Behind a proxy, assets


def test_links_have_the_prefix(filled: str) -> None:
    settings = Settings(filled, url="https://example.org/wort", accounts=True)
    with served(settings) as client:
        answer = client.get("/wort/nowhere")
        assert 'action="/wort/preferences"' in answer.text
        assert 'href="/wort/static/' in answer.text
        path = re.search(r'href="/wort(/static/[^"]+app\.css)"', answer.text)
        assert path and client.get(f"/wort{path[1]}").status_code == 200


def test_assets_are_kept_for_ever_under_their_hash(client: TestClient) -> None:
    for name, asset in assets().items():
        answer = client.get(asset.path)
        assert answer.content == asset.data, name
        assert "immutable" in answer.headers["cache-control"]
    css = assets()["app.css"].path
    assert client.get(css.replace("/static/", "/static/x")).status_code == 404
    assert client.get("/static/x/..%2fframe.py").status_code == 404


def test_the_styles_load_nothing_from_elsewhere() -> None:
    for asset in assets().values():
        text = asset.data.decode()
        assert "@import" not in text
        assert not re.search(r"url\((?!['\"]?data:)", text)
        assert not re.search(r"https?://(?!www\.w3\.org/)", text), asset.name
