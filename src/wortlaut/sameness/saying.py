"""Saying: what the comparison needs of one statement."""

from __future__ import annotations

from dataclasses import dataclass

from wortlaut.statements import Kind


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement, stripped of its article.

    `text` are the words of its content, pieces joined with " … " as `Analysis.words` gives them. `person` is the number
    of who said it, the same for the same person in all articles, None where nobody is known. `day` is the ordinal
    (`date.toordinal`) of when it was said where the text tells it, `published` that of its article's date.
    """

    text: str
    kind: Kind
    person: int | None = None
    day: int | None = None
    published: int | None = None
