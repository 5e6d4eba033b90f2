"""Kept: an analysis as an archive keeps it, with what the archive knows beyond the article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from wortlaut.record import Analysis
from wortlaut.statements import Statement


@dataclass(frozen=True)
class Kept:
    """One version of an article in an archive.

    `article` and `version` are numbers within the archive: of the source, and of its versions from 1 on. `added` is
    when the version came in, UTC; `model` is the version of the model that read it. `people` gives for an id of the
    analysis's people the number of the person in the archive, which is the same in all articles. `utterances` gives for
    the id of a statement the number of its utterance, the same for the same statement in other articles. `story` is the
    number of the group of articles that carry the same agency copy, or None where no other article does. `latest`
    is false where the article was changed later.
    """

    analysis: Analysis
    article: int = 0
    version: int = 1
    added: datetime | None = None
    people: Mapping[str, int] = field(default_factory=dict)
    utterances: Mapping[str, int] = field(default_factory=dict)
    story: int | None = None
    model: str = ""
    latest: bool = True

    def address(self, statement: Statement) -> str:
        """The address of a statement that is unique in an archive, as "17.2/s4"."""
        return f"{self.article}.{self.version}/{statement.id}"
