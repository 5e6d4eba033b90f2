"""What is known of people and how many articles there are, remembered for a short time; who is whom is seen at once."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from wortlaut.archive.desk_schema import identities
from wortlaut.archive.dialect import Dialect
from wortlaut.archive.fading import Fading
from wortlaut.archive.naming import Somebodies, most_quoted, numbers_of, page_of
from wortlaut.archive.profiles import Profile, profile
from wortlaut.archive.schema import articles, versions
from wortlaut.archive.topics import Background

_LIFE = 120.0  # seconds of a profile with many statements; of others it is made anew each time
_QUOTED_LIFE = 600.0  # of who has the most statements
_BACKGROUND_LIFE = 3600.0  # of the sample
_COUNTED_LIFE = 60.0  # of how many articles there are; new ones are seen at once, those that were taken out then
_MANY = 200  # statements
_SMALL = 2_000  # versions; a smaller archive is looked at anew each time
_HELD = 200  # profiles
_STATES = 2  # readers may still see the one before


@dataclass(frozen=True, slots=True)
class _State:
    """How far people said who is whom, and whether the archive is small."""

    last: int
    undone: int
    small: bool


class Remembered:
    """The memory of one archive, for several threads."""

    def __init__(self) -> None:
        self._profiles = Fading[tuple[int, _State], Profile](_HELD)
        self._quoted = Fading[_State, tuple[int, ...]](_STATES)
        self._backgrounds = Fading[_State, Background](_STATES)
        self._articles = Fading[int, int](_STATES)

    def articles(self, connection: Connection) -> int:
        """How many articles there are; to count a million takes longer than to look something up in them."""
        newest = connection.execute(select(func.max(articles.c.id))).scalar() or 0
        if known := self._articles.get(newest):
            return known
        found = connection.execute(select(func.count()).select_from(articles)).scalar_one()
        if newest > _SMALL:
            self._articles.put(newest, found, _COUNTED_LIFE)
        return found

    def profile(self, connection: Connection, dialect: Dialect, number: int) -> Profile:
        """The profile of a person. Raises ArchiveError."""
        state = _state(connection)
        if known := self._profiles.get((number, state)):
            return known
        found = profile(connection, dialect, number, self._background(connection, state))
        if found.prints > _MANY and not state.small:
            self._profiles.put((number, state), found, _LIFE)
        return found

    def listed(self, connection: Connection, words: str, limit: int, after: int) -> Somebodies:
        """People by name, or without words those of whom most is told. Raises ArchiveError."""
        if words.strip():
            return page_of(connection, numbers_of(connection, words), limit, after)
        state = _state(connection)
        known = self._quoted.get(state)
        some = most_quoted(connection) if known is None else list(known)
        if known is None and not state.small:
            self._quoted.put(state, tuple(some), _QUOTED_LIFE)
        return page_of(connection, some, limit, after)

    def _background(self, connection: Connection, state: _State) -> Background:
        if known := self._backgrounds.get(state):
            return known
        found = Background.of(connection)
        if not state.small:
            self._backgrounds.put(state, found, _BACKGROUND_LIFE)
        return found


def _state(connection: Connection) -> _State:
    last, undone = connection.execute(select(func.max(identities.c.id), func.count(identities.c.undone))).one()
    newest = connection.execute(select(func.max(versions.c.id))).scalar() or 0
    return _State(last or 0, undone, newest <= _SMALL)
