"""Where what is in the example archive: found by what stands there, so that numbers may change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote_plus

from wortlaut.archive import Archive
from wortlaut.kept import Kept
from wortlaut.statements import Statement

MINISTER = "Friederike Ötting-Marquardt"
LANDRAT = "Heiko Wübbena"
LOST = "Ohne einen tieferen Hafen verlieren die Inseln"


@dataclass(frozen=True)
class Places:
    """Paths of pages. `first` and `changed` are articles, the latter of two versions; `said` is a statement that four
    outlets have, `nested` one within another; `minister` and `landrat` are people, `noble` has the longest name.
    """

    first: str
    changed: str
    said: str
    nested: str
    minister: str
    landrat: str
    noble: str

    def all(self) -> dict[str, str]:
        """Every page that is only read, by a name."""
        article, person = self.first, self.minister
        older = f"/articles/{self.changed.rpartition('/')[2]}.1"
        said = "Wir geben heute sechs Millionen aus, damit wir morgen nicht hundert brauchen"
        claim = f"{quote_plus(said)}&person={quote_plus(LANDRAT)}"
        return {
            "start": "/", "article": article, "article-changed": self.changed, "article-older": older,
            "statement": self.said, "statement-nested": self.nested,
            "search": "/search", "search-words": "/search?q=Hafen",
            "search-narrowed": f"/search?q=Inseln&person={quote_plus(MINISTER)}&kind=direct&since=2026-01-01&copies=1",
            "search-nothing": "/search?q=Quastenflosser", "people": "/people", "people-some": "/people?q=W%C3%BCbbena",
            "person": person, "person-noble": self.noble, "check": "/check", "check-altered": f"/check?q={claim}",
            "review": "/review", "quality": "/review/quality", "sources": "/sources", "add": "/add",
        }  # fmt: skip


def places(url: str) -> Places:
    """Look them up."""
    with Archive.open(url) as archive:
        some = list(archive.kept(versions_too=True))
    spoken = [(kept, one) for kept in some for one in kept.analysis.statements]
    first = next(kept for kept in some if "48 Millionen" in (kept.analysis.article.title or ""))
    changed = next(kept for kept in some if kept.version == 2)
    return Places(
        first=f"/articles/{first.article}",
        changed=f"/articles/{changed.article}",
        said=_at(next(one for one in spoken if LOST in _words(*one))),
        nested=_at(next(one for one in spoken if one[1].within)),
        minister=_person(spoken, MINISTER),
        landrat=_person(spoken, LANDRAT),
        noble=_person(spoken, "Freifrau von"),
    )


def _words(kept: Kept, statement: Statement) -> str:
    return kept.analysis.words(statement.content)


def _at(one: tuple[Kept, Statement]) -> str:
    return f"/statements/{one[0].address(one[1])}"


def _person(spoken: list[tuple[Kept, Statement]], name: str) -> str:
    return next(f"/people/{number}" for number, told in _people(spoken) if name in told)


def _people(spoken: list[tuple[Kept, Statement]]) -> Iterator[tuple[int, str]]:
    for kept, statement in spoken:
        who = kept.analysis.person(statement)
        if who and who.id in kept.people:
            yield kept.people[who.id], who.name
