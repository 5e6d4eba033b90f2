"""Intake: files, pages, folders and addresses become articles. The only place that decodes bytes or fetches.

>>> article = next(iter(sources(["-"], stdin=lambda: "„Nein“, sagte sie.".encode()))).load()
>>> article.text
'„Nein“, sagte sie.'
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from wortlaut.intake.decoding import decode
from wortlaut.intake.gathering import gathered
from wortlaut.intake.given import Columns, Given
from wortlaut.intake.originals import MAX_BYTES, reload
from wortlaut.intake.pages import MAX_PAGE_CHARACTERS, page
from wortlaut.intake.source import Source
from wortlaut.intake.sources import SUFFIXES, sources
from wortlaut.intake.visits import Visit, Visits

if TYPE_CHECKING:
    from wortlaut.intake.fetching import Fetcher, Page, fetch
    from wortlaut.intake.politeness import Polite

__all__ = [
    "MAX_BYTES",
    "MAX_PAGE_CHARACTERS",
    "SUFFIXES",
    "Columns",
    "Fetcher",
    "Given",
    "Page",
    "Polite",
    "Source",
    "Visit",
    "Visits",
    "decode",
    "fetch",
    "gathered",
    "page",
    "reload",
    "sources",
]


_LATER = {"Fetcher": "fetching", "Page": "fetching", "Polite": "politeness", "fetch": "fetching"}


def __getattr__(name: str) -> Any:
    # http.client and ssl take tens of milliseconds to import, and most runs fetch nothing
    if name in _LATER:
        return getattr(importlib.import_module(f"wortlaut.intake.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
