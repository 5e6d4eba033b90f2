"""Times of the day: by the clock, and parts of a day."""

from __future__ import annotations

import re
from datetime import timedelta

from wortlaut.languages import de_times as words
from wortlaut.times.almanac import UNKNOWN
from wortlaut.times.numerals import number
from wortlaut.times.rules import DET, S0, TURN, Meaning, Rule, S, Scene, either, rule, turn_of

_SCORE = re.compile("[0-9]:[0-9]")  # of a match; a clock time beside it is one of its scores too
_HOURS = either([*(name for name, told in words.NUMBERS.items() if told <= 12)])


def _time(hour: int, minute: int, part: str | None, scene: Scene) -> Meaning | None:
    if part in ("AF", "EV") and 1 <= hour < 12:
        hour += 12
    if not 0 <= hour <= 24 or not 0 <= minute < 60 or (hour == 24 and minute):
        return None
    day = scene.clock_day.isoformat() if scene.clock_day else UNKNOWN["D"]
    return Meaning("TIME", f"{day}T{hour:02}:{minute:02}", floating=True)


def _day(scene: Scene) -> str:
    return scene.told_day.isoformat() if scene.told_day else UNKNOWN["D"]


def _oclock(match: re.Match[str], scene: Scene) -> Meaning | None:
    hour = number(match["hour"])
    minute = match["minute"] or match["later"]
    part = words.DAYPARTS_USUAL.get((match["part"] or "").lower())
    return _time(int(hour), int(minute or 0), part, scene) if hour is not None else None


def _bare(match: re.Match[str], scene: Scene) -> Meaning | None:
    """ "14:30"; "um 14.30" only after a preposition, for elsewhere it may be a price."""
    colon, before = match["sign"] == ":", scene.before()
    if before not in words.BEFORE_CLOCK and (not colon or len(match["hour"]) < 2 or before in ("mit", "satz", ":")):
        return None
    if before not in words.BEFORE_CLOCK_ONLY and any(_SCORE.fullmatch(word) for word in scene.near()):
        return None
    return _time(int(match["hour"]), int(match["minute"]), None, scene)


def _fraction(match: re.Match[str], scene: Scene) -> Meaning | None:
    hour = number(match["hour"])
    if hour is None or hour > 12:
        return None
    back = {"halb": 30, "viertel nach": -15, "viertel vor": 15, "dreiviertel": 15, "viertel": 45}
    minutes = int(hour) * 60 - back[" ".join(match["name"].lower().split())]
    part = words.DAYPARTS_USUAL.get((match["part"] or "").lower())
    return _time(minutes // 60 % 24, minutes % 60, part, scene)


def _midnight(_match: re.Match[str], scene: Scene) -> Meaning:
    return Meaning("TIME", f"{_day(scene)}T24:00", floating=True)


def _part(match: re.Match[str], scene: Scene) -> Meaning | None:
    """ "am frühen Abend", "in der Nacht": of the day named last."""
    if match["name"][0].islower() or (scene.before() not in words.BEFORE_DAYPART and not match["det"]):
        return None
    return Meaning("TIME", f"{_day(scene)}T{words.DAYPARTS[match['name'].lower()]}", floating=True)


def _turned(match: re.Match[str], scene: Scene) -> Meaning | None:
    """ "vergangene Nacht" is the one that began yesterday."""
    turn, part = turn_of(match), words.DAYPARTS[match["name"].lower()]
    if turn is None or match["name"][0].islower():
        return None
    day = scene.anchor + timedelta(turn - (turn > 0 and part == "NI")) if scene.anchor else None
    return Meaning("TIME", f"{day.isoformat() if day else UNKNOWN['D']}T{part}", day)


def _usual(match: re.Match[str], _scene: Scene) -> Meaning:
    return Meaning("SET", f"XXXX-XX-XXT{words.DAYPARTS_USUAL[match['name'].lower()]}")


_PART_AFTER = rf"(?:{S}(?P<part>{either(words.DAYPARTS_USUAL)}))?"
_FRACTIONS = either(("halb", "viertel nach", "viertel vor", "dreiviertel", "viertel"))
_PARTS = rf"(?P<name>{either(words.DAYPARTS)})(?:es|s)?"
RULES: tuple[Rule, ...] = (
    rule("n0", rf"(?P<hour>[0-2]?[0-9]|{_HOURS})(?:[.:](?P<minute>[0-5][0-9]))?{S0}Uhr"
         rf"(?:{S}(?P<later>[0-5]?[0-9])(?=[\s,.;)]))?{_PART_AFTER}", _oclock),
    rule("n0", rf"(?P<hour>[0-2]?[0-9]|{_HOURS})(?:[.:](?P<minute>[0-5][0-9]))?(?=\s?(?:bis|und|oder|/|-|–)\s?"
         rf"(?:[0-2]?[0-9]|{_HOURS})(?:[.:][0-5][0-9])?{S0}Uhr)(?P<later>)(?P<part>)", _oclock),
    rule("0", r"(?P<hour>[0-2]?[0-9])(?P<sign>[.:])(?P<minute>[0-5][0-9])(?![0-9]|[.:,][0-9])", _bare),
    rule("nx", rf"(?P<name>{_FRACTIONS}){S}(?P<hour>{_HOURS}){_PART_AFTER}", _fraction),
    rule("x", "Mitternacht", _midnight),
    rule("dp", rf"(?P<det>der{S}|den{S}|dem{S}|diesem{S})?(?:{either(words.DAYPART_QUALITIES)}{S})?{_PARTS}", _part),
    rule("dt", rf"{DET}?{TURN}{S}{_PARTS}", _turned),
    rule("p", rf"(?P<name>{either(words.DAYPARTS_USUAL)})", _usual),
)  # fmt: skip
