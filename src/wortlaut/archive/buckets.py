"""Numbers by time: what is of one time stands together in a table, so that news touch few of its pages.

A number of a sketch or of a statement's keys is written as its bucket (some months, by the day of the article or of the
saying) and its lower bits. Who looks for it asks for it in each bucket that can hold the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, text

from wortlaut.archive.schema import DAY_BITS

DAYS = 128  # of a bucket; that of rows without a day is 0
_BITS = 47  # of a number; so the largest day, of the year 9999, fits into 63 bits
_MASK = (1 << _BITS) - 1


def bucket(day: int) -> int:
    """The bucket of a day (an ordinal; 0: not known).

    >>> bucket(0), bucket(739_000) - bucket(739_000 - 128)
    (0, 1)
    """
    return day // DAYS


def placed(numbers: Iterable[int], *buckets: int) -> list[int]:
    """The numbers in each of some buckets, as they stand in a table.

    >>> [one >> 47 for one in placed([7], 0, 3)], placed([-1], 0) == placed([(1 << 47) - 1], 0)
    ([0, 3], True)
    """
    bare = [number & _MASK for number in numbers]
    return [(one << _BITS) | number for one in buckets for number in bare]


def bare(number: int) -> int:
    """A number without its bucket."""
    return number & _MASK


class Buckets:
    """The buckets of an archive, and those in which the same as something of a day can stand."""

    def __init__(self, every: Iterable[int]) -> None:
        self._every = tuple(sorted(set(every)))

    @classmethod
    def of(cls, connection: Connection, days: Iterable[int] = ()) -> Buckets:
        """Those of all statements and articles of an archive, and of some days that will come in."""
        found = {bucket(day) for day in days}
        for column, table, shift in (("day", "versions", 0), ("id", "statements", DAY_BITS)):
            found |= set(_stepped(connection, column, table, DAYS << shift))
        return cls(found)

    @property
    def every(self) -> Sequence[int]:
        """All of them."""
        return self._every

    def around(self, day: int, reach: int) -> Sequence[int]:
        """Those of the days up to `reach` away, and that of rows without a day; without a day, all."""
        if not day:
            return self._every
        least, most = bucket(max(day - reach, DAYS)), bucket(day + reach)
        return [one for one in self._every if one == 0 or least <= one <= most]


def _stepped(connection: Connection, column: str, table: str, width: int) -> list[int]:
    """The different values of a column over a width, by one look into its index for each."""
    query = (
        f"WITH RECURSIVE found(one) AS (SELECT min({column}) FROM {table} UNION ALL "
        f"SELECT (SELECT min({column}) FROM {table} WHERE {column} >= (found.one / {width} + 1) * {width}) "
        f"FROM found WHERE found.one IS NOT NULL) SELECT one / {width} FROM found WHERE one IS NOT NULL"
    )
    return list(connection.execute(text(query)).scalars())
