"""What readers ask for: addresses of every kind of page, with real parameters out of an archive.

Statements are drawn as they lie in the archive, so words and names that come often are asked for often. The same seed draws
the same addresses from the same archive.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import func, select

from benchmarks.archive_asking import Questions, sample_of
from wortlaut.archive import Archive
from wortlaut.archive.loading import load
from wortlaut.archive.schema import outlets, versions
from wortlaut.kept import Kept
from wortlaut.statements import KINDS

ARTICLES = 400  # drawn
# How often each kind of page is asked for, of a hundred; a reader searches and reads, and reviews sometimes.
SHARES: Mapping[str, int] = {
    "start": 8, "article": 16, "statement": 12, "search: words": 12, "search: person": 8, "search: narrowed": 8,
    "search: later page": 4, "search: nothing given": 3, "person": 10, "people": 3, "check": 4, "review": 4,
    "quality": 1, "feed": 2, "sources": 1, "add": 1, "api: search": 3,
}  # fmt: skip


def drawn(url: str, each: int, seed: int = 7) -> dict[str, list[str]]:
    """`each` addresses of every kind of page, without the host; questions in words come again after some 200."""
    return _Drawing(url, seed).all(each)


class _Drawing:
    def __init__(self, url: str, seed: int) -> None:
        self._random = random.Random(seed)
        self._kept = _articles(url, self._random)
        self._outlets = _outlets(url)
        self._spoken = [(kept, one) for kept in self._kept for one in kept.analysis.statements]
        samples = [sample_of(kept.analysis, one) for kept, one in self._spoken]
        self._questions = Questions([one for one in samples if len(one.words.split()) > 3], seed)

    def all(self, each: int) -> dict[str, list[str]]:
        asked: dict[str, Callable[[], str]] = {
            "start": lambda: "/",
            "article": self._article,
            "statement": self._statement,
            "search: narrowed": self._narrowed,
            "search: nothing given": lambda: "/search",
            "person": self._person,
            "review": lambda: "/review",
            "quality": lambda: "/review/quality",
            "sources": lambda: "/sources",
            "add": lambda: "/add",
        }
        found = {name: [one() for _ in range(each)] for name, one in asked.items()}
        words, people = self._questions.words(), self._questions.people()
        found["search: words"] = [_at("/search", q=one) for one in _filled(words, each)]
        found["search: person"] = [_at("/search", person=one) for one in _filled(people, each)]
        # the second page; the first is asked for once to find it
        found["search: later page"] = [_at("/search", q=one, order="oldest") for one in _filled(words[::-1], each)]
        found["people"] = [_at("/people", q=one.split()[-1]) for one in _filled(people, each)]
        found["feed"] = [_at("/search.atom", q=one) for one in _filled(words, each)]
        found["check"] = [_at("/check", q=c, person=p) for c, p in _filled(self._questions.claims(), each)]
        found["api: search"] = [_at("/api/v1/search", q=one) for one in _filled(words, each)]
        return found

    def _article(self) -> str:
        kept = self._random.choice(self._kept)
        return f"/articles/{kept.article}" + (f".{kept.version}" if self._random.random() < 0.3 else "")

    def _statement(self) -> str:
        kept, statement = self._random.choice(self._spoken)
        return f"/statements/{kept.address(statement)}"

    def _person(self) -> str:
        while True:
            kept, statement = self._random.choice(self._spoken)
            if statement.person in kept.people:
                return f"/people/{kept.people[str(statement.person)]}"

    def _narrowed(self) -> str:
        """Two or three of: a word, an outlet, a span of time, a kind, copies too."""
        word = self._questions.words()[0].strip('"').split()[0]
        year = self._random.randint(2017, 2026)
        parts: list[dict[str, str]] = [
            {"q": word},
            {"outlet": self._random.choice(self._outlets)},
            {"kind": self._random.choice(KINDS)},
            {"since": f"{year}-01-01", "until": f"{year}-12-31"},
            {"copies": "1"},
        ]
        some = self._random.sample(parts, self._random.randint(2, 3))
        return _at("/search", **{name: value for part in some for name, value in part.items()})


def _articles(url: str, source: random.Random) -> list[Kept]:
    """Articles with statements, each as likely as any other."""
    with Archive.open(url) as archive, archive.reading() as connection:
        last = connection.execute(select(func.max(versions.c.id))).scalar() or 0
        wanted = {source.randint(1, last) for _ in range(ARTICLES)}
        some = load(connection, wanted)
        return [kept for kept in some.values() if kept.analysis.statements]


def _outlets(url: str) -> list[str]:
    with Archive.open(url) as archive, archive.reading() as connection:
        return list(connection.execute(select(outlets.c.name).order_by(outlets.c.id)).scalars())


def _filled(some: list[Any], each: int) -> list[Any]:
    return [some[number % len(some)] for number in range(each)]


def _at(path: str, **given: str | None) -> str:
    return f"{path}?{urlencode({name: value for name, value in given.items() if value})}"
