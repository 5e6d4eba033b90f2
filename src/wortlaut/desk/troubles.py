"""Troubles: why something failed, as jobs and feeds keep it: a word for it, and the message in English.

Pages say the word in the reader's language. What was kept before there were words has none, and is shown as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import get_args

from wortlaut.errors import InputError, Reason, WortlautError

_KEPT = re.compile(r"\[([a-z-]+)\] (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why something failed; `reason` is empty where there is no word for it."""

    reason: str
    message: str


def kept(message: str, reason: Reason) -> str:
    """A message with its word, as it is kept.

    >>> kept("a.txt: it is empty", "empty"), kept("a.txt: it is odd", "")
    ('[empty] a.txt: it is empty', 'a.txt: it is odd')
    """
    return f"[{reason}] {message}" if reason else message


def kept_of(error: WortlautError) -> str:
    """The same of an error."""
    return kept(str(error), error.reason if isinstance(error, InputError) else "")


def trouble(kept: str) -> Trouble:
    """What was kept, taken apart.

    >>> trouble("[empty] a.txt: it is empty"), trouble("[nonsense] b")
    (Trouble(reason='empty', message='a.txt: it is empty'), Trouble(reason='', message='[nonsense] b'))
    """
    match = _KEPT.fullmatch(kept)
    return Trouble(match[1], match[2]) if match and match[1] in get_args(Reason) else Trouble("", kept)
