"""Days: a date of the calendar, a weekday, "gestern", a holiday."""

from __future__ import annotations

import re
from datetime import date, timedelta

from wortlaut.languages import de_times as words
from wortlaut.times import almanac
from wortlaut.times.numerals import ordinal
from wortlaut.times.rules import (
    ANY_MONTH,
    DET,
    ORDINAL,
    PART,
    S0,
    TURN,
    WEEKDAY,
    YEAR,
    Meaning,
    Rule,
    S,
    Scene,
    either,
    rule,
    turn_of,
)


def _date(year: int | None, month: int, day: int, scene: Scene) -> Meaning | None:
    """A day of the calendar; its year is looked for where the text does not give it."""
    if almanac.made(year or 2000, month, day) is None:
        return None
    if year is None and scene.anchor:
        direction = -1 if scene.before() == "seit" else scene.direction(sure=True)
        told = scene.year if direction < 1 else None
        year = told or almanac.nearest_year(scene.anchor, month, day, direction)
    elif year:
        scene.remember_year(year)
    found = almanac.made(year, month, day) if year else None
    return Meaning("DATE", f"{year:04}-{month:02}-{day:02}" if year else f"XXXX-{month:02}-{day:02}", found)


def _written(match: re.Match[str], scene: Scene) -> Meaning | None:
    """ "18. Juni 2024", "Dienstag, 18. Juni", "18.6.24": day, month, year."""
    groups = match.groupdict()
    day = ordinal(groups.get("ordinal") or groups["day"])
    name = match["month"].lower().rstrip(".")
    month = int(name) if name.isdecimal() else {**words.MONTHS_SHORT, **words.MONTHS}[name]
    if not day or not 1 <= month <= 12:
        return None
    return _date(_year(groups.get("year") or groups.get("short")), month, day, scene)


def _year(digits: str | None) -> int | None:
    number = int(digits.strip("'’ ")) if digits else None
    if number is None or number > 99:
        return number
    return number + (1900 if number > 50 else 2000)


def _numeric(match: re.Match[str], scene: Scene) -> Meaning | None:
    if not match["year"] and scene.before() not in words.BEFORE_DATE:
        return None
    return _written(match, scene)


def _weekday(match: re.Match[str], scene: Scene) -> Meaning | None:
    if match["genitive"] and (match["weekday"].islower() or scene.index == scene.sentence.start):
        return None  # "montags"
    number = words.WEEKDAYS[match["weekday"].lower()]
    part = words.DAYPARTS.get((match["part"] or match["later"] or "").lower())
    ending = f"T{part}" if part else ""
    if scene.anchor is None:
        return Meaning("TIME" if part else "DATE", f"XXXX-WXX-{number}{ending}")
    day = _weekday_of(number, match, scene, scene.anchor)
    return Meaning("TIME" if part else "DATE", day.isoformat() + ending, day)


def _weekday_of(number: int, match: re.Match[str], scene: Scene, anchor: date) -> date:
    if match["week"]:
        monday = anchor - timedelta(anchor.weekday())
        return monday + timedelta(7 * words.TURNS[match["week"].lower()] + number - 1)
    turn = turn_of(match)
    if turn is None:
        return almanac.weekday(number, anchor, -1 if scene.before() == "seit" else scene.direction())
    if turn == 0:
        return almanac.weekday(number, anchor, scene.direction() or 1)
    step = 1 if turn > 0 else -1
    return almanac.weekday(number, anchor + timedelta(step), step) + timedelta(7 * (turn - step))


def _night(match: re.Match[str], scene: Scene) -> Meaning:
    """ "Nacht zum Mittwoch" is the night that begins on Tuesday."""
    number = words.WEEKDAYS[match["weekday"].lower()]
    if scene.anchor is None:
        return Meaning("TIME", f"XXXX-WXX-{(number - 2) % 7 + 1}TNI")
    day = almanac.weekday(number, scene.anchor, scene.direction()) - timedelta(1)
    return Meaning("TIME", f"{day.isoformat()}TNI", day)


def _deictic(match: re.Match[str], scene: Scene) -> Meaning | None:
    name, part = match["name"].lower(), words.DAYPARTS.get((match["part"] or "").lower())
    if name == "morgen" and match["name"] != "morgen" and (scene.index != scene.sentence.start or scene.before()):
        return None
    if name in ("heute", "heut") and not part and _is_nowadays(match, scene):
        return Meaning("DATE", "PRESENT_REF")
    if name == "morgen" and scene.before() == "von":
        return Meaning("DATE", "FUTURE_REF")
    return days_away(words.DAYS_AWAY[name], scene, part)


def _is_nowadays(match: re.Match[str], scene: Scene) -> bool:
    """Whether "heute" is the age, not the day."""
    before = scene.before()
    if {before, scene.after(match).lower()} & words.NOWADAYS_BESIDE or before in words.NOWADAYS_AFTER:
        return True
    return not scene.is_daily() and before != "bis" and scene.direction(sure=True) >= 0


def days_away(steps: int, scene: Scene, part: str | None = None) -> Meaning:
    """The day so many days from the anchor, or a part of it."""
    day = scene.anchor + timedelta(steps) if scene.anchor else None
    whole = day.isoformat() if day else almanac.UNKNOWN["D"]
    return Meaning("TIME", f"{whole}T{part}", day) if part else Meaning("DATE", whole, day)


def _holiday(match: re.Match[str], scene: Scene) -> Meaning | None:
    name = " ".join(match["holiday"].lower().split())
    if name in words.HOLIDAYS_AFTER_PREPOSITION and scene.before() not in words.BEFORE_HOLIDAY and not match["year"]:
        return None
    fixed, year = words.HOLIDAYS[name], int(match["year"]) if match["year"] else None
    if isinstance(fixed, str):
        return _date(year, int(fixed[:2]), int(fixed[3:]), scene)
    if year is None and scene.anchor is None:
        return Meaning("DATE", "XXXX-XX-XX")
    if year is None and scene.anchor:
        near = almanac.easter(scene.anchor.year) + timedelta(fixed)
        year = almanac.nearest_year(scene.anchor, near.month, near.day, scene.direction(sure=True))
    day = almanac.easter(year or 1) + timedelta(fixed)
    return Meaning("DATE", day.isoformat(), day)


_DAY = rf"(?P<ordinal>[0-3]?[0-9]\.|{ORDINAL.split('|', 1)[1]}"
_ANY_WEEKDAY = rf"(?:{either(words.WEEKDAYS)}{PART}?|{either(words.WEEKDAYS_SHORT)}\.?),?{S}(?:(?:de[mnr]|am){S})?"
_LATER_DAY = rf"(?:(?:zum|am|de[mnr]){S})?(?:{either(words.WEEKDAYS)},?{S}(?:de[mnr]{S})?)?[0-3]?[0-9]\.{S0}{ANY_MONTH}"
_NUMERIC = r"(?P<day>[0-3]?[0-9])\.\s?(?P<month>[01]?[0-9])\.(?:\s?(?P<year>[12][0-9]{3}|[0-9]{2}(?![0-9:.])))?"
_WITH_YEAR = rf"(?:,?{S}{YEAR}|{S0}(?P<short>['’][0-9]{{2}}(?![0-9])))?"
RULES: tuple[Rule, ...] = (
    rule("w", rf"{_ANY_WEEKDAY}{_DAY}{S0}{ANY_MONTH}{_WITH_YEAR}", _written),
    rule("w", rf"{_ANY_WEEKDAY}{_NUMERIC}", _written),
    rule("d0o", rf"{DET}?{_DAY}{S0}{ANY_MONTH}{_WITH_YEAR}", _written),
    rule(
        "0w",
        rf"(?:{either(words.WEEKDAYS)},?{S}(?:de[mnr]{S})?)?(?P<day>[0-3]?[0-9])\."
        rf"(?=,?\s?(?:bis|und|oder|sowie|auf|/|-|–){S0}{_LATER_DAY}(?:,?{S}{YEAR})?)",
        _written,
    ),
    rule("0", _NUMERIC, _numeric),
    rule("0", r"(?P<year>[12][0-9]{3})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])", _written),
    rule(
        "dtw",
        rf"{DET}?(?:{TURN}{S})?{WEEKDAY}(?:{PART}|(?P<genitive>s)(?=[\s,.]))?(?:{S}(?P<later>{either(words.DAYPARTS)})s?)?"
        rf"(?:{S}(?:der{S})?(?P<week>{either(words.TURNS)})e[nr]{S}Woche)?",
        _weekday,
    ),
    rule("dp", rf"(?:der{S})?Nacht{S}(?:zum|auf|zu)(?:{S}de[mn])?{S}{WEEKDAY}", _night),
    rule("x", rf"(?P<name>{either(words.DAYS_AWAY)})(?:{S}{PART}s?)?", _deictic),
    rule("dtx", rf"{DET}?(?P<holiday>{either(words.HOLIDAYS)})s?(?:{S}{YEAR})?", _holiday),
)
