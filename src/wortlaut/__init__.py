"""Wortlaut reads German news and keeps the record of who said what.

>>> import wortlaut
>>> analysis = wortlaut.analyze("„Wir bauen“, sagte Bürgermeisterin Eva Brandt am Montag.")
>>> [analysis.words(statement.speaker) for statement in analysis.statements]
['Bürgermeisterin Eva Brandt']
"""

from wortlaut.analysis import analyze
from wortlaut.errors import WortlautError
from wortlaut.record import Analysis
from wortlaut.statements import Statement
from wortlaut.text import Article, Span

__version__ = "0.1.0"
__all__ = ["Analysis", "Article", "Span", "Statement", "WortlautError", "__version__", "analyze"]
