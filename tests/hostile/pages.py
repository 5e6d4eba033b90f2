"""Every page, feed, export and answer of an archive, and what must not be in any of them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote_plus, urlsplit

from wortlaut.archive import Archive

_SAME = 3  # pages of statements that are the same; each shows all of them
SECONDS = 30  # an answer that takes longer hangs
FORMATS = "csv excel-csv xlsx jsonl parquet schema.org graphml annotation cas corpus dna".split()
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_OURS = re.compile(r"(__(Secure|Host)-)?wortlaut_\w+")
_EVENT = re.compile(r"on[a-z]+", re.IGNORECASE)
_LINKS = ("href", "src", "action", "formaction", "poster", "data", "srcset", "background", "cite", "ping", "xlink:href")
# These load or run something; a page of ours has none but its own style sheets, icons and scripts.
_NEVER = {
    "iframe",
    "object",
    "embed",
    "frame",
    "frameset",
    "applet",
    "base",
    "marquee",
    "video",
    "audio",
    "source",
    "math",
}


@dataclass(frozen=True)
class Answer:
    """What a server gave to a path; names of headers are in lower case."""

    path: str
    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode("utf-8", "replace")


@dataclass(frozen=True)
class Secrets:
    """What must not be told to anybody: words of a file on this machine, and what a server here answers."""

    words: tuple[str, ...] = ("root:x:0:0",)


def pages(url: str, *, statements: int = 2) -> Iterator[str]:
    """The addresses of all that shows what is in an archive; of each article so many statements."""
    with Archive.open(url) as archive:
        some = list(archive.kept(versions_too=True))
    people: set[int] = set()
    told: Counter[int | None] = Counter()
    for kept in some:
        yield f"/articles/{kept.article}.{kept.version}"
        yield f"/api/v1/articles/{kept.article}.{kept.version}"
        yield from (f"/api/v1/statements/{kept.address(one)}" for one in kept.analysis.statements[:1])
        for one in kept.analysis.statements[:statements]:
            told[kept.utterances.get(one.id)] += 1
            if told[kept.utterances.get(one.id)] <= _SAME:
                yield f"/statements/{kept.address(one)}"
        people.update(kept.people.values())
        article = kept.analysis.article
        for name, value in (("outlet", article.outlet), ("q", (article.title or "")[:200])):
            if value and re.search(r"[a-z]{3}", value):  # a search needs a word
                yield f"/search?{name}={quote_plus(value[:2_000].encode('utf-8', 'replace'))}"
    yield from (f"/people/{number}" for number in sorted(people)[:300])
    yield from overviews()


def overviews() -> Iterator[str]:
    """Pages that show many things at once."""
    yield from "/ /search /search?order=oldest /search?order=score /search?copies=1&versions=1 /people /check".split()
    yield from "/review /review/quality /sources /add /reports /search.atom /search.atom?q=nicht".split()
    yield from (f"/search/export?q=nicht&format={name}" for name in FORMATS)
    yield from ("/api/v1/search", "/api/v1/people", "/api/v1/articles", "/api/v1/openapi.json")


def problems(path: str, answer: Answer, secrets: Secrets, *, refusable: bool = True) -> Iterator[str]:
    """What is wrong with an answer; `refusable`: it may be a refusal of what was asked for."""
    kind = answer.headers.get("content-type", "").partition(";")[0]
    if answer.status >= 500:
        yield f"{path}: {answer.status}: {answer.text[:200]}"
    if not refusable and answer.status != 200:
        yield f"{path}: {answer.status}"
    yield from (f"{path}: it tells {secret!r}" for secret in secrets.words if secret.encode() in answer.content)
    yield from (f"{path}: {one}" for one in _headers(answer, kind))
    look = _LOOKS.get(kind)
    if look and answer.status == 200:
        yield from (f"{path}: {one}" for one in look(answer))


def _headers(answer: Answer, kind: str) -> Iterator[str]:
    policy = answer.headers.get("content-security-policy", "")
    if kind == "text/html" and ("default-src 'none'" not in policy or "unsafe" in policy):
        yield f"its policy is {policy!r}"
    if answer.headers.get("x-content-type-options") != "nosniff":
        yield "a browser may take it for something else (no nosniff)"
    location = answer.headers.get("location", "")
    if location and (urlsplit(location).netloc not in ("", "127.0.0.1") and "127.0.0.1:" not in location):
        yield f"it leads elsewhere: {location[:100]}"
    for cookie in answer.headers.get("set-cookie", "").split("\n"):
        if cookie and not _OURS.match(cookie):
            yield f"it sets a cookie that is not ours: {cookie[:80]}"
    if "pwned" in answer.headers.get("content-disposition", "").replace("\\", ""):
        yield "words of the archive name a file"


def _html(answer: Answer) -> Iterator[str]:
    from lxml import html

    tree = html.document_fromstring(answer.content, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in _NEVER:
            yield f"there is an element {element.tag!r}"
        if element.tag == "meta" and element.get("http-equiv") and not element.get("content", "").isdigit():
            yield f"it goes elsewhere by itself: {element.get('content')}"  # to load itself anew is fine
        if element.tag in ("style", "script"):
            yield from _code(element.tag, element.get("type"), element.get("src"), element.text or "")
        for name, value in element.attrib.items():
            yield from _attribute(element.tag, str(name).lower(), str(value))


def _code(tag: str, kind: str | None, address: str | None, words: str) -> Iterator[str]:
    if tag == "style":
        yield f"a style within the page: {words[:80]}"
    elif kind and kind.endswith("json"):
        try:
            json.loads(words)
        except ValueError as error:
            yield f"its data cannot be read: {error}"
    elif not address or "/static/" not in address or words.strip():
        yield f"a script that is not ours: {address} {words[:80]}"


def _attribute(tag: str, name: str, value: str) -> Iterator[str]:
    if _EVENT.fullmatch(name) or name in ("style", "srcdoc"):
        yield f"an attribute {name}={value[:80]!r} of {tag}"
    if name not in _LINKS:
        return
    scheme = re.sub(r"[\x00-\x20]", "", value).partition(":")[0].lower() if ":" in value else ""
    if scheme in ("javascript", "data", "vbscript", "file", "blob"):
        yield f"a link {value[:80]!r}"
    leads = value.startswith("//") or scheme in ("http", "https")
    if leads and tag not in ("a", "area", "blockquote", "q") and urlsplit(value).hostname != "127.0.0.1":
        yield f"{tag} loads from elsewhere: {value[:80]!r}"


def _atom(answer: Answer) -> Iterator[str]:
    from lxml import etree, html

    try:
        tree = etree.fromstring(
            answer.content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        )
    except etree.XMLSyntaxError as error:
        yield f"it is no XML: {error}"
        return
    atom = "{http://www.w3.org/2005/Atom}"
    if any(one.text == "pwned" for one in tree.iter(f"{atom}id")):
        yield "an article has made an entry of its own"
    for one in tree.iter(f"{atom}link"):
        if urlsplit(one.get("href") or "").scheme not in ("http", "https", ""):
            yield f"a link {one.get('href')!r:.80}"
    for one in (*tree.iter(f"{atom}content"), *tree.iter(f"{atom}summary"), *tree.iter(f"{atom}title")):
        if one.get("type") == "html" and (one.text or "").strip():
            shown = html.fragment_fromstring(one.text, create_parent="div")
            for element in shown.iter():
                yield from (f"a feed's text has {name}" for name in element.attrib if _EVENT.fullmatch(str(name)))
                if element.tag in {*_NEVER, "script", "style", "img", "svg"}:
                    yield f"a feed's text has an element {element.tag!r}"


def _csv(answer: Answer) -> Iterator[str]:
    text = answer.content.decode("utf-8-sig")
    delimiter = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    before = csv.field_size_limit(2**31 - 1)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    csv.field_size_limit(before)
    if len({len(row) for row in rows}) > 1:
        yield "its rows have different numbers of cells"
    if "format=excel-csv" in answer.path:
        cells = [cell for row in rows for cell in row if cell.startswith(_FORMULA)]
        yield from (
            f"a cell is a formula: {cell[:60]!r}" for cell in cells[:3] if not re.fullmatch(r"-?\d+([.,]\d+)?", cell)
        )


def _xlsx(answer: Answer) -> Iterator[str]:
    from openpyxl import load_workbook

    for sheet in load_workbook(io.BytesIO(answer.content), read_only=True):
        for row in sheet.iter_rows():
            yield from (f"a cell is a formula: {cell.value!r:.60}" for cell in row if cell.data_type == "f")


def _json(answer: Answer) -> Iterator[str]:
    try:
        json.loads(answer.content)
    except ValueError as error:
        yield f"it is no JSON: {error}"


_LOOKS = {
    "text/html": _html,
    "application/atom+xml": _atom,
    "text/csv": _csv,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": _xlsx,
    "application/json": _json,
    "application/ld+json": _json,
    "application/problem+json": _json,
}
