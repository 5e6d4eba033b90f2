"""align(): what was said of people who are too large for one transaction, done to their rows some articles at a time.

What was said holds from the start: new articles and new readings go by it. Each transaction brings all that it looks
at in line with what holds then, so whoever is interrupted begins anew, and who has nothing to do changes nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from wortlaut.archive.archive import Archive
from wortlaut.archive.dialect import dialect_of
from wortlaut.archive.identities import Rule, Rules, batch_of
from wortlaut.archive.progress import silent
from wortlaut.archive.relinking import relink
from wortlaut.archive.ruled import concerned, places

TOGETHER = 100  # versions in a transaction
_PAUSE = 0.1  # seconds in which others may write


def align(archive: Archive, batch: int, told: Callable[[int, int], None], *, together: int = TOGETHER) -> None:
    """Bring rows in line with what was said, or taken back, under a number.

    `told` is called between transactions with how many versions are done, and how many there are; what it raises ends
    the work. Nothing is done where the number is not known any more. Raises ArchiveError.
    """
    with archive.reading() as connection:
        rules = batch_of(connection, batch)
        some = places(connection, rules)
    for done in range(0, len(some), together):
        told(done, len(some))
        _relink(archive, rules, some[done : done + together])
        time.sleep(_PAUSE)
    if rules:
        _relink(archive, rules, ())  # who is to be bound to an article again has nothing else now
    told(len(some), len(some))


def _relink(archive: Archive, rules: Sequence[Rule], within: Sequence[int]) -> None:
    with archive.writing() as connection:
        dialect = dialect_of(connection.dialect.name)
        dialect.lock(connection)
        keys = concerned(connection, rules)
        relink(connection, dialect, Rules.of(connection), keys, silent, within=within)
