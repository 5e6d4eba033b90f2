"""Cells of tables as text: what they hold, and that no spreadsheet takes them for a formula."""

from __future__ import annotations

import re
from datetime import datetime

REPLACEMENT = "\ufffd"
# What Excel, LibreOffice and Google Sheets may take for a formula, after OWASP's "CSV Injection"; the full-width signs
# count in East Asian settings.
_FORMULA = re.compile(r"[\s']*[=+\-@＝＋－＠]|'*[\t\r\n]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(value: object) -> str:
    """A value as the text of a cell.

    >>> [plain(value) for value in (None, True, 0.5, 17, "Ja")]
    ['', 'true', '0.5000', '17', 'Ja']
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.4f}"
    return value.isoformat() if isinstance(value, datetime) else str(value)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula, perhaps after white space or apostrophes."""
    return _FORMULA.match(text) is not None


def defused(text: str) -> str:
    """The text with an apostrophe before it where it could be a formula; lone surrogates become U+FFFD.

    >>> defused("=1+1"), defused("1+1")
    ("'=1+1", '1+1')
    """
    safe = in_utf8(text)
    return "'" + safe if is_formula(safe) else safe


def armed(text: str) -> str:
    """The text as it was before `defused()`."""
    return text[1:] if text.startswith("'") and is_formula(text[1:]) else text


def in_utf8(text: str) -> str:
    """The text of the same length that UTF-8 can write: lone surrogates become U+FFFD."""
    return _SURROGATE.sub(REPLACEMENT, text)


def in_xml(text: str) -> str:
    """The text of the same length that XML 1.0 can write: what it cannot hold, as NUL, becomes U+FFFD."""
    return _NOT_XML.sub(REPLACEMENT, text)
