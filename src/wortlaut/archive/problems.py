"""Problem: what is wrong with an archive, where, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Wrong = Literal["database", "text", "original", "record", "row", "orphan", "group", "index", "judgement"]

_BACKUP = "restore a backup"
_REREAD = "read it again: wortlaut archive reread --all"
REMEDIES: dict[Wrong, str] = {
    "database": _BACKUP,
    "text": _BACKUP,
    "original": "the text is not touched; add the source again, or restore a backup",
    "record": _REREAD,
    "row": _REREAD,
    "orphan": "nothing that is found is touched; restore a backup, and please report this",
    "group": "form the groups anew: wortlaut archive reread",
    "index": "make the full text anew: back the archive up and restore that",
    "judgement": "judge it again, or restore a backup",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `where` names its place: "version 17", "statement 12409720799233", "table keys"."""

    wrong: Wrong
    where: str
    message: str

    @property
    def remedy(self) -> str:
        """What to do about it."""
        return REMEDIES[self.wrong]

    def __str__(self) -> str:
        return f"{self.where}: {self.message}; {self.remedy}"
