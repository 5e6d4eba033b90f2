"""Dates: a day, week, month, season, quarter, year, decade or century, or a word such as "damals"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from wortlaut.languages import de_times as words
from wortlaut.times import almanac
from wortlaut.times.numerals import ordinal
from wortlaut.times.rules import (
    ANY_MONTH, DET, EDGE, MONTH, ORDINAL, PART, S0, TURN, UNIT, WEEKDAY, YEAR, Meaning, Rule, S, Scene, either, plural,
    rule, turn_of, unit_of,
)  # fmt: skip

_OF_YEAR = rf"(?:{S}(?:(?:des|im|vom){S})?(?:Jahre?s?{S})?{YEAR}|{S}(?:des{S})?{TURN}{S}Jahre?s?)"
_SHORT_YEAR = r"(?P<short>['’][0-9]{2}(?![0-9]))"


def _date(year: int | None, month: int, day: int, scene: Scene) -> Meaning | None:
    """A day of the calendar; its year is looked for where the text does not give it."""
    if almanac.made(year or 2000, month, day) is None:
        return None
    if year is None and scene.anchor:
        told = scene.year if scene.direction(sure=True) < 1 else None
        year = told or almanac.nearest_year(scene.anchor, month, day, scene.direction(sure=True))
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
        return almanac.weekday(number, anchor, scene.direction())
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
    return _days_away(words.DAYS_AWAY[name], scene, part)


def _is_nowadays(match: re.Match[str], scene: Scene) -> bool:
    """Whether "heute" is the age, not the day."""
    before = scene.before()
    if {before, scene.after(match).lower()} & words.NOWADAYS_BESIDE or before in words.NOWADAYS_AFTER:
        return True
    return not scene.is_daily() and before != "bis" and scene.direction(sure=True) >= 0


def _days_away(steps: int, scene: Scene, part: str | None = None) -> Meaning:
    day = scene.anchor + timedelta(steps) if scene.anchor else None
    whole = day.isoformat() if day else almanac.UNKNOWN["D"]
    return Meaning("TIME", f"{whole}T{part}", day) if part else Meaning("DATE", whole, day)


def _adjective(match: re.Match[str], scene: Scene) -> Meaning:
    name = match["name"].lower()
    if name in words.DAYS_AWAY_STEMS:
        return _days_away(words.DAYS_AWAY_STEMS[name], scene)
    return Meaning("DATE", almanac.away("Y", scene.anchor, words.YEARS_AWAY_STEMS[name]))


def _turned(match: re.Match[str], scene: Scene) -> Meaning | None:
    """ "vergangenes Jahr", "Ende dieser Woche"."""
    unit, turn = unit_of(match), turn_of(match)
    if plural(match) or unit.startswith("T") or turn is None:
        return None
    if unit == "D":
        return _days_away(turn, scene) if match["turn"].lower() in ("dies", "heutig", "folgend", "nächst") else None
    if unit == "WE" and turn > 0 and scene.anchor and scene.anchor.weekday() < 5:
        turn -= 1  # the coming weekend is still this week's
    return Meaning("DATE", almanac.away(unit, scene.anchor, turn))


def _this(match: re.Match[str], scene: Scene) -> Meaning:
    """ "des Jahres", "Anfang der Woche"."""
    return Meaning("DATE", almanac.away(unit_of(match), scene.anchor, 0))


def _year_alone(match: re.Match[str], scene: Scene) -> Meaning | None:
    """A number of four digits that is a year, not a count."""
    year, before, after = int(match["year"]), scene.before(), scene.after(match)
    if after.lower() in words.COUNTED or after in ("%", "€", "$", "°") or before in words.NO_YEAR_AFTER:
        return None
    likely = 1700 <= year <= 2049 and year % 100 or match["edge"]
    possible = not after[:1].isupper() and (
        before in words.BEFORE_YEAR or 1400 <= year <= 2049 and (year % 100 or not after)
    )
    if not likely and not (possible and before):
        return None
    return Meaning("DATE", f"{year:04}")


def _year_named(match: re.Match[str], scene: Scene) -> Meaning:
    before_christ = match.groupdict().get("bc")
    return Meaning("DATE", f"BC{int(match['number']):04}" if before_christ else f"{int(match['number']):04}")


def _month(match: re.Match[str], scene: Scene) -> Meaning | None:
    name = match["month"].lower().rstrip(".")
    month, bare = {**words.MONTHS_SHORT, **words.MONTHS}[name], not (match["year"] or match["edge"] or match["turn"])
    if scene.before() == "." and scene.before(2).isdecimal():
        return None  # "31. Februar"
    if bare and name in words.MONTHS_LIKE_NAMES and not match["adjective"] and scene.before() not in words.BEFORE_MONTH:
        return None
    if match["year"]:
        scene.remember_year(int(match["year"]))
        return Meaning("DATE", f"{int(match['year']):04}-{month:02}")
    if scene.anchor is None:
        return Meaning("DATE", f"XXXX-{month:02}")
    if match["turn"]:
        return Meaning("DATE", f"{almanac.away('Y', scene.anchor, turn_of(match) or 0)}-{month:02}")
    step = words.TURNS[match["adjective"].lower()] if match["adjective"] else scene.direction(sure=True)
    day = scene.anchor.day if step == 0 or not match["adjective"] else 15 - 14 * step
    told = scene.year if not match["adjective"] and step < 1 else None
    year = told or almanac.nearest_year(scene.anchor, month, day, max(-1, min(step, 1)))
    return Meaning("DATE", f"{year:04}-{month:02}")


def _season(match: re.Match[str], scene: Scene) -> Meaning | None:
    name = words.SEASONS[match["season"].lower()]
    if scene.before() in words.NONE:
        return None
    if match["year"]:
        return Meaning("DATE", f"{int(match['year']):04}-{name}")
    if scene.anchor and match["turn"]:
        return Meaning("DATE", f"{almanac.away('Y', scene.anchor, turn_of(match) or 0)}-{name}")
    adjective = match["adjective"]
    if not scene.anchor or not adjective and scene.before() not in words.BEFORE_MONTH:
        return Meaning("DATE", f"XXXX-{name}")
    step = words.TURNS[adjective.lower()] if adjective else None
    return Meaning("DATE", almanac.season(name, scene.anchor, step, scene.direction()))


def _share(match: re.Match[str], scene: Scene) -> Meaning | None:
    """A quarter or half of a year, or a week by its number."""
    number, unit = ordinal(match["ordinal"]), words.SHARES[match["share"].lower()]
    if not number or number > {"Q": 4, "H": 2, "W": 53}[unit]:
        return None
    of_year = match["year"] or (almanac.away("Y", scene.anchor, turn_of(match) or 0) if match["turn"] else None)
    if of_year is None and scene.anchor:
        month = {"Q": 3 * number - 2, "H": 6 * number - 5, "W": min(12, 1 + number * 7 // 31)}[unit]
        of_year = f"{almanac.nearest_year(scene.anchor, month, 1, scene.direction(sure=True)):04}"
    return Meaning(
        "DATE", f"{of_year or 'XXXX'}-{unit}{number:02}" if unit == "W" else f"{of_year or 'XXXX'}-{unit}{number}"
    )


def _decade(match: re.Match[str], scene: Scene) -> Meaning:
    digits = match["digits"]
    if not digits:
        return Meaning("DATE", str(words.DECADES[match["name"].lower()]))
    number = int(digits)
    return Meaning("DATE", f"{number // 10:03}" if number > 99 else f"{19 if number > 10 else 20}{number // 10}")


def _century(match: re.Match[str], scene: Scene) -> Meaning | None:
    number = ordinal(match["ordinal"])
    return Meaning("DATE", ("BC" if match["bc"] else "") + f"{number - 1:02}") if number else None


def _neighbour(match: re.Match[str], scene: Scene) -> Meaning:
    unit, steps = words.NEIGHBOURS[match["name"].lower()]
    return Meaning("DATE", almanac.away(unit, scene.day if unit == "D" else scene.anchor, steps))


def _beside(match: re.Match[str], scene: Scene) -> Meaning:
    """ "am Tag zuvor", "in der Woche darauf", counted from the day named last."""
    steps = -1 if match["way"].lower() in words.EARLIER else 1
    return Meaning("DATE", almanac.away(unit_of(match), scene.day, steps))


def _edge(match: re.Match[str], scene: Scene) -> Meaning:
    unit = words.EDGES[match["name"].lower()]
    return Meaning("DATE", f"{int(match['year']):04}" if match["year"] else almanac.away(unit, scene.anchor, 0))


def _weekend(match: re.Match[str], scene: Scene) -> Meaning | None:
    if scene.before() not in words.BEFORE_WEEKEND and not match["det"]:
        return None
    if scene.anchor is None:
        return Meaning("DATE", almanac.UNKNOWN["WE"])
    back = scene.direction() < 1 and scene.anchor.isoweekday() < 6
    return Meaning("DATE", almanac.away("WE", scene.anchor, -1 if back else 0))


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


def _vague(match: re.Match[str], scene: Scene) -> Meaning | None:
    phrase = " ".join(match[0].lower().split())
    before, after = scene.before(), scene.after(match).lower()
    if phrase in words.COMPARED and after == "als" or phrase in words.ERAS and after in words.GENITIVES:
        return None
    if phrase in words.BARE_ERAS and before not in words.BEFORE_ERA:
        return None
    for value, group in (*words.PHRASES.items(), *words.VAGUE.items()):
        if phrase in group:
            return Meaning("DATE", value)
    return None


_DAY = rf"(?P<ordinal>[0-3]?[0-9]\.|{ORDINAL.split('|', 1)[1]}"
_EDGED = rf"(?P<edge>{EDGE}(?:de[sr]{S})?)?"
_BC = rf"{S}(?P<bc>v\.|vor)\s?(?:Chr\.|Chr|Christus|Christi)"
RULES: tuple[Rule, ...] = (
    rule("w", rf"(?:{either(words.WEEKDAYS)}{PART}?|{either(words.WEEKDAYS_SHORT)}\.?),?{S}(?:(?:de[mnr]|am){S})?"
         rf"{_DAY}{S0}{ANY_MONTH}(?:,?{S}{YEAR}|{S0}{_SHORT_YEAR})?", _written),
    rule("w", rf"(?:{either(words.WEEKDAYS)}|{either(words.WEEKDAYS_SHORT)}\.?),?{S}(?:(?:de[mnr]|am){S})?"
         r"(?P<day>[0-3]?[0-9])\.\s?(?P<month>[01]?[0-9])\.(?:\s?(?P<year>[12][0-9]{3}|[0-9]{2}(?![0-9])))?", _written),
    rule("d0o", rf"{DET}?{_DAY}{S0}{ANY_MONTH}(?:,?{S}{YEAR}|{S0}{_SHORT_YEAR})?", _written),
    rule("0w", rf"(?:{either(words.WEEKDAYS)},?{S}(?:de[mnr]{S})?)?(?P<day>[0-3]?[0-9])\.(?=,?\s?(?:bis|und|oder|sowie|auf|/|-|–){S0}"
         rf"(?:(?:zum|am|den|de[mr]){S})?(?:{either(words.WEEKDAYS)},?{S}(?:de[mnr]{S})?)?[0-3]?[0-9]\.{S0}{ANY_MONTH}(?:,?{S}{YEAR})?)",
         _written),
    rule("0", r"(?P<day>[0-3]?[0-9])\.\s?(?P<month>[01]?[0-9])\.(?:\s?(?P<year>[12][0-9]{3}|[0-9]{2}(?![0-9:.])))?", _numeric),
    rule("0", r"(?P<year>[12][0-9]{3})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])", _written),
    rule("dtw", rf"{DET}?(?:{TURN}{S})?{WEEKDAY}(?:{PART}|s(?=[\s,.]))?(?:{S}(?P<later>{either(words.DAYPARTS)})s?)?"
         rf"(?:{S}(?:der{S})?(?P<week>{either(words.TURNS)})e[nr]{S}Woche)?", _weekday),
    rule("dp", rf"(?:der{S})?Nacht{S}(?:zum|auf|zu)(?:{S}de[mn])?{S}{WEEKDAY}", _night),
    rule("x", rf"(?P<name>{either(words.DAYS_AWAY)})(?:{S}{PART}s?)?", _deictic),
    rule("x", rf"(?P<name>{either([*words.DAYS_AWAY_STEMS, *words.YEARS_AWAY_STEMS])})e[nrsm]?", _adjective),
    rule("edt", rf"{_EDGED}{DET}?{TURN}{S}{UNIT}", _turned),
    rule("e", rf"{EDGE}(?:der|des){S}{UNIT}", _this),
    rule("d", rf"des{S}(?P<unit>Jahr)(?P<ending>es)", _this),
    rule("edux", rf"{_EDGED}{DET}?Jahre?s?{S}(?P<number>[0-9]{{1,4}})(?![0-9%]|[.,:][0-9])", _year_named),
    rule("edu0x", rf"{_EDGED}(?:{DET}?Jahre?{S})?(?P<number>[0-9]{{1,4}}){_BC}", _year_named),
    rule("e0", rf"{_EDGED}(?<![0-9.,:/]){YEAR}(?:/[0-9]{{2,4}})?(?![-‐][^\W0-9])", _year_alone),
    rule("edmt", rf"{_EDGED}{DET}?(?:(?P<adjective>{either(words.TURNS)})e[nmrs]?{S})?{MONTH}s?{_OF_YEAR}?", _month),
    rule("m", rf"(?P<edge>)(?P<adjective>)(?P<turn>)(?P<month>{either(words.MONTHS_SHORT)})\.?{S}{YEAR}", _month),
    rule("edst", rf"{_EDGED}{DET}?(?:(?P<adjective>{either(words.TURNS)})e[nmrs]?{S})?(?P<season>{either(words.SEASONS)})s?"
         rf"{_OF_YEAR}?(?:/[0-9]{{2,4}})?", _season),
    rule("edo0", rf"{_EDGED}{DET}?{ORDINAL}{S}(?P<share>{either(words.SHARES)})s?{_OF_YEAR}?", _share),
    rule("dx", rf"(?:der{S})?(?P<share>Kalenderwoche|KW){S}(?P<ordinal>[0-9]{{1,2}}){_OF_YEAR}?", _share),
    rule("x", rf"(?P<share>Q)(?P<ordinal>[1-4])(?:{S}|/){YEAR}(?P<turn>)", _share),
    rule("ed0y", rf"{_EDGED}{DET}?(?:{either(words.DECADE_QUALITIES)}{S})?(?:(?P<digits>[0-9]{{2,4}})er[-\s]?|"
         rf"(?P<name>{either(words.DECADES)})[-\s]?)Jahren?", _decade),
    rule("dy", rf"(?:den|die|der){S}(?:{either(words.DECADE_QUALITIES)}{S})?(?:(?P<digits>[0-9]{{2,4}})ern?|"
         rf"(?P<name>{either(words.DECADES)})n?)", _decade),
    rule("edo0", rf"{_EDGED}{DET}?{ORDINAL}{S0}(?:Jahrhunderts?|Jh\.|Jhd?t?\.)(?:{_BC})?", _century),
    rule("dx", rf"{DET}?(?P<name>{either(words.NEIGHBOURS)})(?:e[ns]|[ens])?", _neighbour),
    rule("du", rf"(?:de[rmns]{S})?{UNIT}{S}(?P<way>{either([*words.EARLIER, *words.LATER])})", _beside),
    rule("dx", rf"(?P<name>{either(words.EDGES)})s?(?:{S}{YEAR})?", _edge),
    rule("dux", rf"(?P<det>{DET})?Wochenendes?", _weekend),
    rule("dtx", rf"{DET}?(?P<holiday>{either(words.HOLIDAYS)})s?(?:{S}{YEAR})?", _holiday),
    rule("dxtu", either([*(p for group in words.PHRASES.values() for p in group), *(w for g in words.VAGUE.values() for w in g)]),
         _vague),
    rule("x", either(words.THIS_YEAR), lambda match, scene: Meaning("DATE", almanac.away("Y", scene.anchor, 0))),
)  # fmt: skip
