"""moment(): the TIMEX3 value of a point in time in the words of the interface."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

_DAY = re.compile(
    r"(?P<year>\d{4}|XXXX)-(?:(?P<month>\d\d|XX)-(?P<day>\d\d|XX)|W(?P<week>\d\d|XX)-(?P<weekday>[1-7]))"
    r"(?:T(?:(?P<part>[A-Z]{2})|(?P<hour>\d\d)(?::(?P<minute>\d\d))?(?::\d\d)?))?",
    re.ASCII,
)
_PERIOD = re.compile(
    r"(?P<year>\d{4}|XXXX)-(?:(?P<month>\d\d)|W(?P<week>\d\d)(?P<end>-WE)?|(?P<season>SP|SU|FA|WI)|"
    r"Q(?P<quarter>[1-4])|H(?P<half>[12]))",
    re.ASCII,
)
_YEARS = re.compile(r"\d{2,4}", re.ASCII)
_REFERENCES = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")


def moment(say: Mapping[str, str], value: str) -> str | None:
    """The value in words; None for one that words would not make clearer, such as "XXXX-WXX".

    >>> from wortlaut.surfaces.words import words
    >>> moment(words("de"), "2024-06-18TEV"), moment(words("en"), "2024-06-18")
    ('Di., 18. Juni 2024, abends', 'Tue, 18 June 2024')
    """
    try:
        if match := _DAY.fullmatch(value):
            return _day(say, match)
        if match := _PERIOD.fullmatch(value):
            return _period(say, match)
    except (KeyError, IndexError, ValueError, OverflowError):  # "2024-02-30", "2024-W60", "T25:00"
        return None
    if value in _REFERENCES:
        return say[f"moment.{value}"]
    return _years(value) if _YEARS.fullmatch(value) else None


def told(say: Mapping[str, str], value: str, written: str) -> str:
    """The value in words, or else the article's words with the bare value."""
    return moment(say, value) or f"{written} ({value})".lstrip()


def _day(say: Mapping[str, str], match: re.Match[str]) -> str | None:
    parts = [part for part in (_date(say, match), _clock(say, match)) if part]
    return ", ".join(parts) or None


def _date(say: Mapping[str, str], match: re.Match[str]) -> str:
    """The day with its weekday where the year is known; empty where nothing of it is."""
    year, month, day = match["year"], match["month"], match["day"]
    if match["week"] and (year == "XXXX" or match["week"] == "XX"):
        return say["weekdays"].split()[int(match["weekday"]) - 1]
    if match["week"]:
        return _full(say, datetime.date.fromisocalendar(int(year), int(match["week"]), int(match["weekday"])))
    if (month, day) == ("XX", "XX") and year == "XXXX":
        return ""
    if year == "XXXX":
        datetime.date(2000, int(month), int(day))  # a leap year has all days
        return say["moment.day"].format(day=int(day), month=_month(say, month))
    return _full(say, datetime.date(int(year), int(month), int(day)))


def _full(say: Mapping[str, str], day: datetime.date) -> str:
    weekday = say["weekdays.short"].split()[day.weekday()]
    return f"{weekday}, {_plain(say, day)}"


def _plain(say: Mapping[str, str], day: datetime.date) -> str:
    return say["date"].format(day=day.day, month=say["months"].split()[day.month - 1], year=day.year)


def _month(say: Mapping[str, str], number: str) -> str:
    return dict(enumerate(say["months"].split(), start=1))[int(number)]


def _clock(say: Mapping[str, str], match: re.Match[str]) -> str:
    if match["part"]:
        return say[f"daypart.{match['part']}"]
    if not match["hour"]:
        return ""
    if int(match["hour"]) > 24 or int(match["minute"] or 0) > 59:
        raise ValueError(match.group())
    return say["moment.clock"].format(hour=int(match["hour"]), minute=match["minute"] or "00")


def _period(say: Mapping[str, str], match: re.Match[str]) -> str | None:
    year = "" if match["year"] == "XXXX" else match["year"]
    if match["week"]:
        return _week(say, match) if year else None
    if match["month"]:
        return f"{_month(say, match['month'])} {year}".rstrip()
    if match["season"]:
        ending = f"/{(int(year) + 1) % 100:02}" if year and match["season"] == "WI" else ""
        return f"{say['season.' + match['season']]} {year}{ending}".rstrip()
    name = "quarter" if match["quarter"] else "half"
    return say[f"moment.{name}"].format(number=match[name], year=year) if year else None


def _week(say: Mapping[str, str], match: re.Match[str]) -> str:
    first = datetime.date.fromisocalendar(int(match["year"]), int(match["week"]), 6 if match["end"] else 1)
    return say["moment.weekend" if match["end"] else "moment.week"].format(date=_plain(say, first))


def _years(value: str) -> str:
    """A year, or the first and the last one of a decade or century."""
    if len(value) == 4:
        return str(int(value))
    return f"{int(value.ljust(4, '0'))}–{int(value.ljust(4, '9'))}"
