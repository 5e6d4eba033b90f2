"""Periods: weeks, months, seasons, quarters, years, decades, centuries; and what has no date: "damals"."""

from __future__ import annotations

import re

from wortlaut.languages import de_times as words
from wortlaut.times import almanac
from wortlaut.times.days import days_away
from wortlaut.times.numerals import ordinal
from wortlaut.times.rules import (
    DET,
    EDGE,
    MONTH,
    ORDINAL,
    S0,
    TURN,
    UNIT,
    YEAR,
    Meaning,
    Rule,
    S,
    Scene,
    either,
    plural,
    rule,
    turn_of,
    unit_of,
)


def _turned(match: re.Match[str], scene: Scene) -> Meaning | None:
    """ "vergangenes Jahr", "Ende dieser Woche"."""
    unit, turn = unit_of(match), turn_of(match)
    if plural(match) or unit.startswith("T") or turn is None:
        return None
    if unit == "D":
        return days_away(turn, scene) if match["turn"].lower() in ("dies", "heutig", "folgend", "nächst") else None
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
    likely = (1700 <= year <= 2049 and year % 100) or match["edge"]
    possible = not after[:1].isupper() and (
        before in words.BEFORE_YEAR or (1400 <= year <= 2049 and (year % 100 or not after))
    )
    if not likely and not (possible and before):
        return None
    return Meaning("DATE", f"{year:04}")


def _year_named(match: re.Match[str], _scene: Scene) -> Meaning:
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
    if not scene.anchor or (not adjective and scene.before() not in words.BEFORE_MONTH):
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


def _decade(match: re.Match[str], _scene: Scene) -> Meaning:
    digits = match["digits"]
    if not digits:
        return Meaning("DATE", str(words.DECADES[match["name"].lower()]))
    number = int(digits)
    return Meaning("DATE", f"{number // 10:03}" if number > 99 else f"{19 if number > 10 else 20}{number // 10}")


def _century(match: re.Match[str], _scene: Scene) -> Meaning | None:
    number = ordinal(match["ordinal"])
    return Meaning("DATE", ("BC" if match["bc"] else "") + f"{number - 1:02}") if number else None


def _neighbour(match: re.Match[str], scene: Scene) -> Meaning:
    unit, steps = words.NEIGHBOURS[match["name"].lower()]
    return Meaning("DATE", almanac.away(unit, scene.day if unit == "D" else scene.anchor, steps))


def _beside(match: re.Match[str], scene: Scene) -> Meaning | None:
    """ "am Tag zuvor", "in der Woche darauf", counted from the day named last."""
    steps = -1 if match["way"].lower() in words.EARLIER else 1
    unit = unit_of(match)
    if plural(match) or unit.startswith("T"):
        return None
    day = almanac.shifted(unit, scene.day, steps) if scene.day and unit == "D" else None
    return Meaning("DATE", almanac.away(unit, scene.day, steps), day)


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


def _adjective(match: re.Match[str], scene: Scene) -> Meaning:
    name = match["name"].lower()
    if name in words.DAYS_AWAY_STEMS:
        return days_away(words.DAYS_AWAY_STEMS[name], scene)
    return Meaning("DATE", almanac.away("Y", scene.anchor, words.YEARS_AWAY_STEMS[name]))


def _vague(match: re.Match[str], scene: Scene) -> Meaning | None:
    phrase = " ".join(match[0].lower().split())
    before, after = scene.before(), scene.after(match).lower()
    if (phrase in words.COMPARED and after == "als") or (phrase in words.ERAS and after in words.GENITIVES):
        return None
    if phrase in words.BARE_ERAS and before not in words.BEFORE_ERA:
        return None
    for value, group in (*words.PHRASES.items(), *words.VAGUE.items()):
        if phrase in group:
            return Meaning("DATE", value)
    return None


def _heuer(_match: re.Match[str], scene: Scene) -> Meaning:
    return Meaning("DATE", almanac.away("Y", scene.anchor, 0))


_OF_YEAR = rf"(?:{S}(?:(?:des|im|vom){S})?(?:Jahre?s?{S})?{YEAR}|{S}(?:des{S})?{TURN}{S}Jahre?s?)"
_EDGED = rf"(?P<edge>{EDGE}(?:de[sr]{S})?)?"
_BC = rf"{S}(?P<bc>v\.|vor)\s?(?:Chr\.|Chr|Christus|Christi)"
_ADJECTIVE = rf"(?:(?P<adjective>{either(words.TURNS)})e[nmrs]?{S})?"
_SHARE = rf"(?P<share>{either(words.SHARES)})s?"
_QUALITY = rf"(?:{either(words.DECADE_QUALITIES)}{S})?"
_DECADE = rf"(?P<name>{either(words.DECADES)})"
_VAGUE = [word for groups in (words.PHRASES, words.VAGUE) for group in groups.values() for word in group]
RULES: tuple[Rule, ...] = (
    rule("edt", rf"{_EDGED}{DET}?{TURN}{S}{UNIT}", _turned),
    rule("e", rf"{EDGE}(?:der|des){S}{UNIT}", _this),
    rule("d", rf"des{S}(?P<unit>Jahr)(?P<ending>es)", _this),
    rule("edux", rf"{_EDGED}{DET}?Jahre?s?{S}(?P<number>[0-9]{{1,4}})(?![0-9%]|[.,:][0-9])", _year_named),
    rule("edu0x", rf"{_EDGED}(?:{DET}?Jahre?{S})?(?P<number>[0-9]{{1,4}}){_BC}", _year_named),
    rule("e0", rf"{_EDGED}(?<![0-9.,:/]){YEAR}(?:/[0-9]{{2,4}})?(?![-‐][^\W0-9])", _year_alone),
    rule("edmt", rf"{_EDGED}{DET}?{_ADJECTIVE}{MONTH}s?{_OF_YEAR}?", _month),
    rule("m", rf"(?P<edge>)(?P<adjective>)(?P<turn>)(?P<month>{either(words.MONTHS_SHORT)})\.?{S}{YEAR}", _month),
    rule(
        "edst",
        rf"{_EDGED}{DET}?{_ADJECTIVE}(?P<season>{either(words.SEASONS)})s?{_OF_YEAR}?(?:/[0-9]{{2,4}})?",
        _season,
    ),
    rule("edo0", rf"{_EDGED}{DET}?{ORDINAL}{S}{_SHARE}{_OF_YEAR}?", _share),
    rule("dx", rf"(?:der{S})?(?P<share>Kalenderwoche|KW){S}(?P<ordinal>[0-9]{{1,2}}){_OF_YEAR}?", _share),
    rule("x", rf"(?P<share>Q)(?P<ordinal>[1-4])(?:{S}|/){YEAR}(?P<turn>)", _share),
    rule("ed0y", rf"{_EDGED}{DET}?{_QUALITY}(?:(?P<digits>[0-9]{{2,4}})er|{_DECADE})[-\s]?Jahren?", _decade),
    rule("dy", rf"(?:den|die|der){S}{_QUALITY}(?:(?P<digits>[0-9]{{2,4}})ern?|{_DECADE}n?)", _decade),
    rule("edo0", rf"{_EDGED}{DET}?{ORDINAL}{S0}(?:Jahrhunderts?|Jh\.|Jhd?t?\.)(?:{_BC})?", _century),
    rule("dx", rf"{DET}?(?P<name>{either(words.NEIGHBOURS)})(?:e[ns]|[ens])?", _neighbour),
    rule("du", rf"(?:de[rmns]{S})?{UNIT}{S}(?P<way>{either([*words.EARLIER, *words.LATER])})", _beside),
    rule("dx", rf"(?P<name>{either(words.EDGES)})s?(?:{S}{YEAR})?", _edge),
    rule("dux", rf"(?P<det>{DET})?Wochenendes?", _weekend),
    rule("x", rf"(?P<name>{either([*words.DAYS_AWAY_STEMS, *words.YEARS_AWAY_STEMS])})e[nrsm]?", _adjective),
    rule("dxtu", either(_VAGUE), _vague),
    rule("x", either(words.THIS_YEAR), _heuer),
)
