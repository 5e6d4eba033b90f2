"""Calendar arithmetic and TIMEX3 values of points in time. A date outside the years 1..9999 raises OverflowError."""

from __future__ import annotations

import re
from datetime import date, timedelta

_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "H": "XXXX-HX",
           "Y": "XXXX", "DE": "XXX", "CE": "XX", "ML": "X"}  # fmt: skip
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 12)}  # the first and last month in its year
_MONTHS_OF = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
_DAYS_OF = {"D": 1, "W": 7, "WE": 7}


def parsed(words: str | None) -> date | None:
    """The day of an ISO 8601 date or date and time; None where it is broken.

    >>> parsed("2024-06-18T09:30:00+02:00")
    datetime.date(2024, 6, 18)
    >>> parsed("2024-13-01") is None
    True
    """
    match = _ISO.match((words or "").strip())
    return made(int(match[1]), int(match[2]), int(match[3])) if match else None


def made(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is no such day: "31. Februar"."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def value(unit: str, day: date) -> str:
    """The TIMEX3 value of the unit in which the day lies.

    >>> [value(unit, date(2024, 6, 18)) for unit in ("D", "W", "WE", "M", "Q", "H", "Y", "DE", "CE")]
    ['2024-06-18', '2024-W25', '2024-W25-WE', '2024-06', '2024-Q2', '2024-H1', '2024', '202', '20']
    """
    if unit in ("W", "WE"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    whole = f"{day.year:04}"
    if unit in ("Q", "H"):
        return f"{whole}-{unit}{(day.month - 1) // _MONTHS_OF[unit] + 1}"
    ends = {"Y": 4, "DE": 3, "CE": 2, "ML": 1}
    return whole[: ends[unit]] if unit in ends else day.isoformat()[: 7 if unit == "M" else 10]


def shifted(unit: str, day: date, steps: int) -> date:
    """The day, some units away; the last day of a month where that one is shorter.

    >>> shifted("M", date(2024, 3, 31), -1)
    datetime.date(2024, 2, 29)
    """
    if unit in _DAYS_OF:
        return day + timedelta(_DAYS_OF[unit] * steps)
    months = day.year * 12 + day.month - 1 + _MONTHS_OF[unit] * steps
    year, month = months // 12, months % 12 + 1
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year} is outside 1..9999")
    return next(found for last in range(day.day, 0, -1) if (found := made(year, month, last)))


def away(unit: str, anchor: date | None, steps: int) -> str:
    """The value of the unit some steps from the anchor's; X where there is no anchor."""
    return value(unit, shifted(unit, anchor, steps)) if anchor else UNKNOWN[unit]


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by Gauss as Lichtenberg corrected him.

    >>> [easter(year).isoformat() for year in (1999, 2024, 2025, 2038)]
    ['1999-04-04', '2024-03-31', '2025-04-20', '2038-04-25']
    """
    century = year // 100
    moon = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    sun = 2 - (3 * century + 3) // 4
    seed = (19 * (year % 19) + moon) % 30
    full = 21 + seed - (seed + year % 19 // 11) // 29
    sunday = 7 - (year + year // 4 + sun) % 7
    return date(year, 3, 1) + timedelta(full + 7 - (full - sunday) % 7 - 1)


def weekday(number: int, anchor: date, direction: int) -> date:
    """The nearest such weekday (1 is Monday): on or before the anchor, or on or after it where direction is 1."""
    back = (anchor.isoweekday() - number) % 7
    return anchor - timedelta(back) if direction < 1 else anchor + timedelta((7 - back) % 7)


def nearest_year(anchor: date, month: int, day: int, direction: int) -> int:
    """The year of a date without one: before the anchor (-1), after it (1), or the nearest (0).

    >>> nearest_year(date(2024, 1, 3), 12, 20, 0)
    2023
    """
    ahead = (month - anchor.month) * 31 + day - anchor.day
    if direction == 0:
        return anchor.year + (ahead < -186) - (ahead > 186)
    return anchor.year - (direction < 0 < ahead) + (ahead < 0 < direction)


def season(name: str, anchor: date, steps: int | None, direction: int) -> str:
    """The value of a season: of this year (0), the last (-1) or next one (1), or as the direction says (None).

    A winter counts to the year in which it begins.

    >>> season("FA", date(2024, 6, 18), None, -1), season("SU", date(2024, 6, 18), -1, 0)
    ('2023-FA', '2023-SU')
    """
    first, last = _SEASONS[name]
    ahead = direction if steps is None else max(-1, min(steps, 1))
    month = (last if ahead < 0 else first) if steps else (first if ahead < 0 else last)
    year = anchor.year if steps == 0 else nearest_year(anchor, month, 1, ahead)
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year} is outside 1..9999")
    return f"{year:04}-{name}"
