"""Troubles as pages tell them: in the reader's language, with the message beneath."""

from __future__ import annotations

from dataclasses import dataclass

from wortlaut.desk.troubles import trouble
from wortlaut.errors import InputError
from wortlaut.web.words import Say


@dataclass(frozen=True, slots=True)
class Told:
    """`words` in the reader's language, empty where there are none; `detail` in English, with names and numbers."""

    words: str
    detail: str


def told(kept: str, say: Say, *, at: str = "") -> Told:
    """A trouble as it was kept; an address that stands above is left out of the detail."""
    found = trouble(kept)
    words = say(f"trouble.{found.reason}") if found.reason else ""
    return Told(words, found.message.removeprefix(f"{at}: ") if at else found.message)


def line(error: InputError, say: Say, *, otherwise: str = "") -> str:
    """Why something that was entered, and stands beside it, is refused.

    Where there are no words for it, `otherwise` is said, with the message.
    """
    if error.reason:
        return say(f"trouble.{error.reason}")
    return f"{otherwise} ({error})" if otherwise else str(error)
