"""The API served for tests: mounted as in the app, on an archive, with or without accounts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from fastapi import FastAPI
from starlette.applications import Starlette
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from tests.archive.articles import SCHOOL
from wortlaut.api import make_api, mounted, refusing
from wortlaut.archive import Archive
from wortlaut.desk.accounts import Accounts
from wortlaut.desk.tokens import Tokens
from wortlaut.golden import parse
from wortlaut.record import Analysis
from wortlaut.serving.safety import Guard
from wortlaut.serving.settings import Settings
from wortlaut.text import Article

ROOT = "/api/v1"
SAID = parse(SCHOOL).analysis.article.text


class Reading:
    """Reads without a model: in the one text that it knows it finds what people marked, in others nothing."""

    def analyze(self, article: Article, *, force: bool = False) -> Analysis:
        marked = parse(SCHOOL).analysis
        if article.text == marked.article.text:
            return replace(marked, article=replace(article, language="de"))
        return Analysis(article, (), ())


class PlainHashes:
    """Passwords that are not hashed, for hashing takes its time."""

    def hash(self, password: str) -> str:
        return password

    def verify(self, hashed: str, password: str) -> bool:
        return hashed == password


@dataclass(frozen=True)
class Served:
    """An API that is served: `app` as a whole, behind the guard, `api` what is mounted in it."""

    app: ASGIApp
    api: FastAPI
    archive: Archive

    def client(self, **headers: str) -> TestClient:
        """Who asks; failures are answered, as a server does."""
        return TestClient(
            self.app, base_url="http://localhost:8765", headers=headers, raise_server_exceptions=False
        )  # fmt: skip


def serve(
    archive: Any, *, accounts: bool = False, rate: int = 0, readers: Any = None, url: str | None = None
) -> Served:
    """Serve an archive."""
    api = make_api()
    app = Starlette(routes=[mounted(ROOT, api)])
    settings = Settings("in a test", accounts=accounts, rate=rate, url=url)
    for one in (app, api):
        one.state.archive, one.state.settings, one.state.readers = archive, settings, readers or Reading()
    return Served(Guard(app, settings, refusing(ROOT, settings)), api, archive)


def token(archive: Archive, *scopes: str, role: str = "editor") -> str:
    """A token of a new account."""
    accounts = Accounts(archive, hasher=PlainHashes())  # type: ignore[arg-type]
    name = f"eva{len(accounts.all())}"
    accounts.add(name, role, "a password that is long enough")
    return Tokens(archive).make(name, "test", scopes)
