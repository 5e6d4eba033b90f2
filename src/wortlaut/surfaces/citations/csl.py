"""csl(): an item of CSL-JSON 1.0, as Zotero, Citavi, Pandoc and other programs read it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from wortlaut.surfaces.citations.works import Work, day_of, line

_TYPES = {"newspaper": "article-newspaper", "webpage": "webpage", "document": "document"}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_NOTES = 2_000  # columns


def csl(work: Work) -> dict[str, Any]:
    """The item, ready for `json.dumps`; what is not known is left out."""
    language = work.language or ""
    item: dict[str, Any] = {
        "id": work.key,
        "type": _TYPES[work.kind],
        "title": _plain(work.title),
        "container-title": _plain(work.container),
        "author": [{"literal": _plain(work.author)}] if work.author else None,
        "issued": _issued(work),
        "accessed": _day(day_of(work.accessed).parts) if work.accessed else None,
        "URL": work.url,
        "language": language if _LANGUAGE.fullmatch(language) else None,
        "note": _plain(work.note, _NOTES),
    }
    return {name: value for name, value in item.items() if value}


def csl_json(works: Iterable[Work]) -> str:
    """A file of items, ending in a line break."""
    return json.dumps([csl(work) for work in works], ensure_ascii=False, indent=2) + "\n"


def _issued(work: Work) -> dict[str, Any] | None:
    when = work.moment
    if when:
        return _day(when.parts)
    return {"literal": _plain(work.published)} if work.published else None


def _day(parts: Iterable[int]) -> dict[str, Any]:
    return {"date-parts": [list(parts)]}


def _plain(text: str | None, most: int = 0) -> str:
    """Text that programs show as it is: they take <i>, <b>, <sup>, <sub> and <span> in it for marks.

    A no-break sign without width behind "<" keeps them from it and is not seen.
    """
    found = line(text, most) if most else line(text)
    return re.sub(r"<(?=[A-Za-z/])", "<\u2060", found)
