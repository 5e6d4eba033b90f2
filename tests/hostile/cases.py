"""What a hostile case is, and how pages, rows and analyses are made of a payload."""

from __future__ import annotations

import html
import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from wortlaut.archive import New
from wortlaut.persons import Person
from wortlaut.record import Analysis
from wortlaut.statements import Attribution, Statement
from wortlaut.text import Article, Span

Way = Literal["file", "paste", "analysis", "address"]
ELSEWHERE = "https://pwned.example"  # nothing may ever ask there
CALM = "Der Kreistag von Lüttmoor tagt am Donnerstag. „Wir hören uns beide Seiten an“, sagte Landrätin Ida Wohlers."


@dataclass(frozen=True)
class Case:
    """One article or page that means harm.

    `idea` says in a sentence how. A `file` has its bytes, made only when they are needed; a `paste` has its `fields`;
    an `analysis` is added as it is; an `address` is asked to be fetched.
    """

    name: str
    idea: str
    way: Way
    file: str = "page.html"
    data: Callable[[], bytes] = bytes
    fields: Mapping[str, str] = field(default_factory=dict)
    new: Callable[[], New] | None = None
    address: str = ""
    is_large: bool = False


def said(words: str, name: str = "Eva Brandt") -> str:
    """An article in which a payload is quoted, and stands beside the speaker's name."""
    return (
        f"Lohbrunn. „{words} wir lassen das nicht zu“, sagte Bürgermeisterin {name} am Montag im Rathaus.\n\n"
        f"Die Stadt werde das Angebot prüfen, erklärte {name}. {CALM}"
    )


def page(body: str, *, head: str = "", title: str = "Rat tagt", language: str = "de") -> bytes:
    """A page; `body` and `head` are markup."""
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><article><h1>{title}</h1>{body}<p>{CALM}</p></article></body></html>"
    ).encode("utf-8", "surrogatepass")


def told(words: str) -> bytes:
    """A page that shows a payload as text, as a page about the payload would."""
    return page("".join(f"<p>{html.escape(line)}</p>" for line in said(words).split("\n\n")))


def row(**fields: str) -> bytes:
    """A line of JSON; lone surrogates stay as they are written in JSON."""
    return json.dumps({"text": said("Nein,"), **fields}).encode() + b"\n"


def spoken(name: str, words: str = "„Wir lassen das nicht zu“", **about: str | None) -> New:
    """An analysis in which somebody of any name, of any role, said something."""
    head, tail = "Am Montag sagte ", f": {words}. {CALM}"
    text = head + name + tail
    who, what = Span(len(head), len(head) + len(name)), Span(len(head + name) + 2, len(head + name) + 2 + len(words))
    statement = Statement(
        "s1", "direct", (what,), speaker=(who,), cue=(Span(9, 14),), medium="speech", score=0.2,
        attribution=Attribution("p1", "name", 0.9, who),
    )  # fmt: skip
    person = Person("p1", name, roles=(name,), mentions=(who,))
    source = f"https://bote.example/{hash_of(name + words)}"
    told: dict[str, str | None] = {"source": source, "outlet": "Bote", **about}
    article = Article(text, language="de", **told)  # type: ignore[arg-type]
    return New(Analysis(article, (), (statement,), (person,)), str(article.source), model="test")


def hash_of(words: str) -> int:
    """The same on every run, unlike `hash`."""
    return zlib.crc32(words.encode("utf-8", "surrogatepass"))
