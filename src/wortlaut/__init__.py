"""Wortlaut reads German news and keeps the record of who said what.

>>> import wortlaut
>>> analysis = wortlaut.analyze("„Wir bauen“, sagte Bürgermeisterin Eva Brandt am Montag.")
>>> [analysis.words(statement.speaker) for statement in analysis.statements]
['Bürgermeisterin Eva Brandt']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wortlaut.errors import WortlautError
from wortlaut.record import Analysis
from wortlaut.statements import Statement
from wortlaut.text import Article, Span

if TYPE_CHECKING:
    from wortlaut.analysis import analyze, analyze_all
    from wortlaut.archive import Archive
    from wortlaut.client import Client

__version__ = "0.1.0"
__all__ = [
    "Analysis", "Archive", "Article", "Client", "Span", "Statement", "WortlautError", "__version__", "analyze",
    "analyze_all",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    # the model's runtime and numpy take 0.3 s to import, which `wortlaut --help` need not wait for
    if name in ("analyze", "analyze_all"):
        from wortlaut import analysis

        return getattr(analysis, name)
    if name == "Archive":
        from wortlaut.archive import Archive

        return Archive
    if name == "Client":
        from wortlaut.client import Client

        return Client
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
