"""Refusals: why an account, password or token was refused, in the reader's language."""

from __future__ import annotations

from starlette.requests import Request

from wortlaut.errors import AccountError
from wortlaut.web.frame import say
from wortlaut.web.words import Say

_MINUTE = 60  # seconds


def told(request: Request, error: AccountError) -> str:
    """The words for a refusal; the message itself where there are none."""
    words, key = say(request), f"refused.{error.reason}"
    return words(key, wait=_wait(words, error.wait)) if words.knows(key) else str(error)


def _wait(words: Say, seconds: int) -> str:
    if seconds < 2 * _MINUTE:
        return words.count("refused.seconds", seconds)
    return words.count("refused.minutes", -(-seconds // _MINUTE))
