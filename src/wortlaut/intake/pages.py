"""page(): an HTML page to an article: its main text by trafilatura, and what the page says about itself."""

from __future__ import annotations

import json
import logging
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from wortlaut.errors import InputError
from wortlaut.text import Article

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped, unused-ignore]
    from trafilatura.settings import Document

MAX_PAGE_CHARACTERS = 10_000_000
# trafilatura takes time with the square of the elements (40,000 small blocks: 40 s); news pages have some thousand.
MAX_ELEMENTS = 8_000
# libxml2 takes time with the square of the attributes of one tag (200,000: 40 s); written tags have a dozen.
_CROWDED_TAG = re.compile(
    r"""<[a-z][^\s>/]*+[\s/]*+"""
    r"""(?>[^\s>/][^\s>/=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"']*+))?+[\s/]*+){1000}""",
    re.IGNORECASE,
)

_HTML_START = re.compile(
    r"\s*+(?><\?xml[^>]*\?>\s*+|<!--.*?-->\s*+)*+(<!doctype\s+html|<html|<head|<body|<meta\s|<title>|<article|<div|<main|<p>)",
    re.IGNORECASE | re.DOTALL,
)
# Never running text, on whatever page. A <form> may wrap the whole page and a <header> the headline, so both stay.
_FURNITURE = (
    "//script | //style | //noscript | //template | //nav | //aside | //dialog | //button | //select | //iframe | //svg"
    " | //footer[not(ancestor::article or ancestor::blockquote)] | //*[@hidden or @role='navigation' or @role='dialog']"
)
_CONSENT = re.compile(
    r"\b(cookie|consent|gdpr|dsgvo)|(cookie|consent)[-_]?(banner|layer|notice|box|modal)", re.IGNORECASE
)
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article blockquote body center dd details div dl dt footer form h1 h2 h3 h4 h5 h6 head header hr item "
        "li list main ol p pre quote section summary ul",
    )
)
_BREAKS = frozenset(("br", "lb"))
_SKIPPED = frozenset(("title", "figcaption", "figure", "table", "caption", "option", "label", "textarea"))
_LONG_CELL = 200  # characters: a table with such a cell lays out the page, it holds no figures
_DATE = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d.*)?")


def looks_like_html(text: str) -> bool:
    """Whether the text begins as an HTML page does.

    >>> looks_like_html("<!DOCTYPE html><title>Rat</title>"), looks_like_html("<dpa> Berlin")
    (True, False)
    """
    return _HTML_START.match(text[:4096].removeprefix("\ufeff")) is not None


def page(html: str, *, source: str | None) -> Article:
    """The article of an HTML page, one paragraph a line with a blank line between; a line break in one is a line end.

    Running text comes before cleanness: a teaser or a list that may belong to the article stays, while navigation,
    cookie banners, captions and tables go. Soft hyphens are dropped. `published` is ISO 8601 as the page states it
    (JSON-LD, `article:published_time`), else the date that htmldate finds; `language` is the primary tag, as "de".

    Nothing is fetched and no entity of the page's own is expanded. Raises InputError where the page is longer than
    `MAX_PAGE_CHARACTERS` code points, nested deeper than libxml2 reads (256), or holds no article text.
    """
    name = source or "page"
    if len(html) > MAX_PAGE_CHARACTERS:
        raise InputError(
            f"{name}: this page has {len(html):,} characters; at most {MAX_PAGE_CHARACTERS:,} are read; "
            "save the article's text as a text file",
            "large",
        )
    if _CROWDED_TAG.search(html):
        raise InputError(
            f"{name}: a tag of this page has over 1,000 attributes; save the article's text as a text file",
            "deep",
        )
    _quieten()
    tree = _parsed(html, name)
    facts = _facts(tree, source)
    _unfold_layout(tree)
    _remove_furniture(tree)
    paragraphs = _paragraphs(tree, source)
    if not any(_is_running_text(line) for line in paragraphs):
        raise InputError(
            f"{name}: this page holds no article text, only navigation, forms or nothing; if its text is loaded by "
            "script, save it from the browser as a text file",
            "no-article",
        )
    return Article(
        "\n\n".join(paragraphs),
        source=source,
        title=facts.title,
        outlet=facts.outlet,
        language=facts.language,
        published=facts.published,
    )


def _quieten() -> None:
    """Keep the libraries' warnings off stderr, which is the surfaces'; a caller's own handlers still get them."""
    for library in ("trafilatura", "htmldate", "courlan", "readability", "justext"):
        logger = logging.getLogger(library)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _parsed(html: str, name: str) -> _Element:
    from lxml import etree  # type: ignore[import-untyped, unused-ignore]
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped, unused-ignore]

    # HTMLParser knows no external entities; huge_tree=False keeps libxml2's own limits on depth.
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    clean = html.removeprefix("\ufeff").replace("\0", "\ufffd").encode("utf-8", "replace")
    try:
        tree: _Element = document_fromstring(clean, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise InputError(
            f"{name}: this page holds no article text ({error}); name a page with an article", "no-article"
        ) from error
    # Past a limit libxml2 drops the rest of the page without raising.
    limit = next((entry for entry in parser.error_log if "ERR_RESOURCE_LIMIT" in entry.type_name), None)
    if limit is not None:
        raise InputError(
            f"{name}: this page is built in a way that cannot be read whole ({limit.message}); "
            "save the article's text as a text file",
            "deep",
        )
    return tree


def _unfold_layout(tree: _Element) -> None:
    """Make the cells of tables that lay out the page plain blocks, as tables are left out of the text."""
    for table in list(tree.iter("table")):
        cells = [cell for cell in table.iter("td") if next(cell.iterancestors("table")) is table]
        if any(len("".join(cell.itertext())) >= _LONG_CELL or cell.find("p") is not None for cell in cells):
            for part in (table, *table.iterchildren("tbody"), *(c.getparent() for c in cells), *cells):
                part.tag = "div"


def _remove_furniture(tree: _Element) -> None:
    found = tree.xpath(_FURNITURE)
    for element in found if isinstance(found, list) else ():
        _drop(element)
    for element in list(tree.iter("div", "section", "p")):
        marks = f"{element.get('id', '')} {element.get('class', '')}"
        if _CONSENT.search(marks) and element.find(".//article") is None and element.find(".//h1") is None:
            _drop(element)


def _drop(element: Any) -> None:
    if element.getparent() is not None:
        element.drop_tree()  # keeps the text behind the element, which belongs to its parent


def _paragraphs(tree: _Element, source: str | None) -> list[str]:
    if _is_vast(tree):
        return list(_lines(tree))
    import trafilatura

    try:
        found = trafilatura.bare_extraction(
            tree,
            url=source if _domain(source) else None,
            favor_recall=True,
            include_comments=False,
            include_tables=False,
            with_metadata=False,
        )
    except Exception:
        # A hostile page may trip any line of a library that was not written for it; its text can still be read.
        found = None
    lines = [] if found is None or isinstance(found, dict) else list(_lines(found.body))
    return lines or list(_lines(tree))


def _is_vast(tree: _Element) -> bool:
    return next(islice(tree.iter(), MAX_ELEMENTS, None), None) is not None


def _lines(tree: _Element) -> Iterator[str]:
    """The blocks of a tree in order, without recursion, in time linear in its size."""
    from lxml.etree import iterwalk  # type: ignore[import-untyped, unused-ignore]

    pieces: list[str] = []
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        is_block = element.tag in _BLOCKS
        if is_block:
            yield from _line(pieces)
        if event == "start" and element.tag in _SKIPPED:
            walk.skip_subtree()
        elif event == "start":
            pieces.append("\n" if element.tag in _BREAKS else _one_line(element.text))
        if event == "end" and element is not tree:
            pieces.append(_one_line(element.tail))
    yield from _line(pieces)


def _one_line(text: str | None) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", text or "")


def _line(pieces: list[str]) -> Iterator[str]:
    text = "".join(pieces).replace("\u00ad", "")
    pieces.clear()
    for paragraph in re.split(r"\n\s*\n", text):
        line = re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", paragraph)).strip()
        if line:
            yield line


def _is_running_text(line: str) -> bool:
    """At least a short sentence; link texts, labels and headlines have no full stop."""
    return len(line.split()) >= 4 and re.search(r"[.!?…:][\"“”«»‘’›‹)\]]*(\s|$)", line) is not None


@dataclass(frozen=True)
class _Facts:
    """What a page says about itself."""

    title: str | None
    outlet: str | None
    language: str | None
    published: str | None


def _facts(tree: _Element, source: str | None) -> _Facts:
    found = _found(tree, source)
    posting = _posting(tree)
    published = posting.get("datePublished") or _meta(tree, "article:published_time") or found.date
    publisher = posting.get("publisher")
    outlet = (
        _meta(tree, "og:site_name")
        or (publisher.get("name") if isinstance(publisher, dict) else None)
        or found.sitename
    )
    return _Facts(
        title=_plain(_meta(tree, "og:title") or posting.get("headline") or found.title),
        outlet=_plain(outlet) or _domain(source) or _plain(found.hostname),
        language=_language(tree),
        published=_iso(published) or _iso(found.date),
    )


def _found(tree: _Element, source: str | None) -> Document:
    """What trafilatura finds; of a vast or hostile page only the title."""
    from trafilatura.metadata import extract_metadata
    from trafilatura.settings import Document

    # extensive_search off: a guess from any date in the text is worse than none
    options = {"original_date": True, "extensive_search": False}
    try:
        if not _is_vast(tree):
            return extract_metadata(tree, source if _domain(source) else None, options)
    except Exception:  # as above: metadata of a hostile page must not cost its text
        return Document()
    return Document(title=tree.findtext(".//title"))


def _meta(tree: _Element, name: str) -> str | None:
    for element in tree.iter("meta"):
        if name in (element.get("property"), element.get("name")) and (element.get("content") or "").strip():
            return str(element.get("content"))
    return None


def _posting(tree: _Element) -> dict[str, Any]:
    """The first schema.org article of the page's JSON-LD; https://schema.org/Article."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            waiting = deque([json.loads(script.text or "", strict=False)])
        except (ValueError, RecursionError):
            continue
        while waiting:
            node = waiting.popleft()
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                if re.search(r"(Article|Posting)\b", str(node.get("@type"))):
                    return node
                waiting.extend(value for value in node.values() if isinstance(value, (dict, list)))
    return {}


def _language(tree: _Element) -> str | None:
    declared = tree.get("lang") or tree.get("xml:lang") or _meta(tree, "og:locale") or ""
    found = re.match(r"([A-Za-z]{2,3})([-_]|$)", declared.strip())
    return found[1].lower() if found else None


def _iso(value: object) -> str | None:
    if not isinstance(value, str) or not _DATE.fullmatch(value.strip()):
        return None
    try:
        datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    return value.strip()


def _plain(value: object) -> str | None:
    return (" ".join(value.replace("\u00ad", "").split()) or None) if isinstance(value, str) else None


def _domain(source: str | None) -> str | None:
    """The host of an address, None for a file."""
    if source is None or not re.match(r"https?://", source, re.IGNORECASE):
        return None
    try:
        host = urlsplit(source).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
