"""What is known of people, remembered for a short time; what people say of who is whom is seen at once."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from sqlalchemy import Connection, func, select

from wortlaut.archive.desk_schema import identities
from wortlaut.archive.dialect import Dialect
from wortlaut.archive.naming import Somebodies, most_quoted, numbers_of, page_of
from wortlaut.archive.profiles import Profile, profile
from wortlaut.archive.schema import versions
from wortlaut.archive.topics import Background

_LIFE = 120.0  # seconds of a profile with many statements; of others it is made anew each time
_QUOTED_LIFE = 600.0  # of who has the most statements
_BACKGROUND_LIFE = 3600.0  # of the sample
_MANY = 200  # statements
_SMALL = 2_000  # versions; a smaller archive is looked at anew each time
_HELD = 200  # profiles


@dataclass(frozen=True, slots=True)
class _State:
    """How far people said who is whom, and whether the archive is small."""

    last: int
    undone: int
    small: bool


class Remembered:
    """The memory of one archive, for several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: OrderedDict[tuple[str, int, _State], tuple[float, object]] = OrderedDict()

    def profile(self, connection: Connection, dialect: Dialect, number: int) -> Profile:
        """The profile of a person. Raises ArchiveError."""
        state = _state(connection)
        known = self._get("profile", number, state)
        if isinstance(known, Profile):
            return known
        found = profile(connection, dialect, number, self._background(connection, state))
        if found.prints > _MANY and not state.small:
            self._put("profile", number, state, found, _LIFE)
        return found

    def listed(self, connection: Connection, words: str, limit: int, after: int) -> Somebodies:
        """People by name, or without words those of whom most is told. Raises ArchiveError."""
        if words.strip():
            return page_of(connection, numbers_of(connection, words), limit, after)
        state = _state(connection)
        known = self._get("quoted", 0, state)
        some = list(known) if isinstance(known, tuple) else most_quoted(connection)
        if known is None and not state.small:
            self._put("quoted", 0, state, tuple(some), _QUOTED_LIFE)
        return page_of(connection, some, limit, after)

    def _background(self, connection: Connection, state: _State) -> Background:
        known = self._get("background", 0, state)
        if isinstance(known, Background):
            return known
        found = Background.of(connection)
        if not state.small:
            self._put("background", 0, state, found, _BACKGROUND_LIFE)
        return found

    def _get(self, what: str, number: int, state: _State) -> object:
        with self._lock:
            until, found = self._held.get((what, number, state), (0.0, None))
        return found if until > time.monotonic() else None

    def _put(self, what: str, number: int, state: _State, found: object, life: float) -> None:
        with self._lock:
            self._held[what, number, state] = (time.monotonic() + life, found)
            while len(self._held) > _HELD:
                self._held.popitem(last=False)


def _state(connection: Connection) -> _State:
    last, undone = connection.execute(select(func.max(identities.c.id), func.count(identities.c.undone))).one()
    newest = connection.execute(select(func.max(versions.c.id))).scalar() or 0
    return _State(last or 0, undone, newest <= _SMALL)
