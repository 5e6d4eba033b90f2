"""Durations and repetitions: "drei Jahre", "jahrelang", "jeden Montag"."""

from __future__ import annotations

import re

from wortlaut.languages import de_times as words
from wortlaut.times import almanac
from wortlaut.times.numerals import number
from wortlaut.times.rules import (
    DET,
    MONTH,
    NUMBER,
    TOLD,
    TURN,
    UNIT,
    WEEKDAY,
    Meaning,
    Rule,
    S,
    Scene,
    either,
    plural,
    rule,
    unit_of,
)

_ORDER = ("TS", "TM", "TH", "D", "WE", "W", "M", "Q", "H", "Y", "DE", "CE", "ML")


def _length(told: float | None, unit: str) -> str:
    """The value: years, months, days; "PT" before units of the clock; X for a number that is not said."""
    amount = "X" if told is None else f"{told:g}" if told < 1e6 else str(int(told))
    return f"PT{amount}{unit[1:]}" if unit.startswith("T") else f"P{amount}{unit}"


def _counted(match: re.Match[str], scene: Scene) -> Meaning | None:
    """ "fast zehn Jahre", "drei Jahre und vier Monate", "zwei Tage später"."""
    told, unit = number(match["number"]), unit_of(match)
    if told is not None and told > 1 and not plural(match) and unit not in ("WE",) and match["ending"] != "s":
        return None
    if _is_age(match, scene) or (match["det"] and scene.before() == ","):
        return None
    if told == 1 and (match["quality"] or "").lower().startswith("halb"):
        told = 0.5
    value = _length(told, unit)
    if told == 0.5 and unit in ("Y", "TH"):
        value = "P6M" if unit == "Y" else "PT30M"
    groups = match.groupdict()
    if groups.get("more"):
        if _ORDER.index(unit) <= _ORDER.index(words.UNITS[groups["smaller"].lower()]):
            return None
        rest = _length(number(groups["more"]), words.UNITS[groups["smaller"].lower()])
        value += rest[1:] if not (value.startswith("PT") and rest.startswith("PT")) else rest[2:]
    return Meaning("DURATION", value, point=_point(told, unit, match, scene))


def _is_age(match: re.Match[str], scene: Scene) -> bool:
    """ "drei Jahre alt", "ab 16 Jahren"."""
    years = unit_of(match) == "Y" and match["number"] is not None
    return scene.after(match).lower() in words.OLD or (years and scene.before() == "ab")


def _point(told: float | None, unit: str, match: re.Match[str], scene: Scene) -> str | None:
    """What the duration counts to: "vor zwei Tagen" from the anchor, "zwei Tage später" from the day named last."""
    before, way = scene.before(), (match["way"] or "").lower()
    day = scene.day if way else scene.anchor
    turn = words.TURNS.get((match["turned"] or match["turn"] or "").lower())
    if turn:
        before = "seit" if turn < 0 else "in"
    step = -1 if before in ("vor", "seit") or way in words.EARLIER_BY else 1 if before == "in" or way else 0
    if not step or day is None or told is None or told != int(told) or unit.startswith("T"):
        return None
    return almanac.away(unit, day, step * int(told))


def _untold(match: re.Match[str], scene: Scene) -> Meaning | None:
    """ "seit Jahren", "lange Jahre", "den vergangenen Wochen"."""
    old = scene.after(match).lower() in words.OLD
    if not plural(match) or unit_of(match) == "WE" or number(scene.before()) is not None or old:
        return None
    return Meaning("DURATION", _length(None, unit_of(match)))


def _first_of_two(match: re.Match[str], _scene: Scene) -> Meaning | None:
    """ "zwei" of "zwei bis drei Jahre"."""
    told = number(match["number"])
    return Meaning("DURATION", _length(told, unit_of(match))) if told is not None and plural(match) else None


def _lasting(match: re.Match[str], scene: Scene) -> Meaning | None:
    """ "monatelang", "zweitägig", "14-tägig"; not "die Zwölfjährige"."""
    unit, amount = words.LASTING_UNITS[match["stem"].lower()], (match["amount"] or "").lower().rstrip("- ")
    told = 1 if amount in ("ganz", "halb") else number(amount) if amount else None
    if (match[0][0].isupper() and scene.index > scene.sentence.start) or (amount and told is None and amount != "mehr"):
        return None
    if (match["long"] is None and not amount) or (match["stem"][0].isupper() and amount):
        return None
    if (
        unit == "Y"
        and not match["long"]
        and told
        and (told > words.OLDEST_TERM or scene.after(match).lower().startswith(words.AGED))
    ):
        return None
    return Meaning("DURATION", _length(told, unit))


def _every(match: re.Match[str], _scene: Scene) -> Meaning | None:
    told = number(match["number"]) if match["number"] else 1
    return Meaning("SET", _length(told, unit_of(match))) if told else None


def _each(match: re.Match[str], _scene: Scene) -> Meaning:
    groups = match.groupdict()
    if groups.get("weekday"):
        return Meaning("SET", f"XXXX-WXX-{words.WEEKDAYS[groups['weekday'].lower()]}")
    if groups.get("month"):
        return Meaning("SET", f"XXXX-{words.MONTHS[groups['month'].lower()]:02}")
    return Meaning("SET", f"XXXX-{words.SEASONS[groups['season'].lower()]}")


def _habit(match: re.Match[str], scene: Scene) -> Meaning | None:
    """ "montags", "dienstagabends"; not "des Montags"."""
    if match["weekday"][0].isupper() and scene.index > scene.sentence.start:
        return None
    part = words.DAYPARTS.get((match["part"] or "").lower())
    return Meaning("SET", f"XXXX-WXX-{words.WEEKDAYS[match['weekday'].lower()]}" + (f"T{part}" if part else ""))


def _frequency(match: re.Match[str], _scene: Scene) -> Meaning:
    return Meaning("SET", words.FREQUENCIES[match["name"].lower()])


def _per(match: re.Match[str], _scene: Scene) -> Meaning:
    return Meaning("SET", _length(1, unit_of(match)))


_LANG = rf"(?:{S}(?:lang|hindurch))?"
_WAY = rf"(?:{S}(?P<way>{either([*words.EARLIER_BY, *words.LATER_BY])}))?"
_COUNT = (
    rf"(?P<det>{DET})?(?:(?:(?P<turned>{either(words.TURNS)})|ganz|erst)e[nmrs]?{S})?(?:{either(words.ABOUT)}{S})?{NUMBER}"
    rf"(?:e[nrs]?)?{S}(?:(?P<quality>{either(words.QUALITIES)}){S}|{TURN}{S})?(?:{either(words.UNIT_FORMS)})?{UNIT}"
)
_MORE = rf"(?:{S}und{S}(?P<more>{TOLD}){S}(?P<smaller>{either(words.UNITS)})(?:e[ns]?|[ns])?)?"
_LASTING = rf"(?P<stem>{either(words.LASTING_UNITS)})(?:(?P<long>lang)|ig)"
RULES: tuple[Rule, ...] = (
    rule("dn0t", rf"{_COUNT}{_MORE}{_LANG}{_WAY}", _counted),
    rule("n0", rf"{NUMBER}(?=(?:{S}(?:bis|oder|statt|und){S}|\s?[-–]\s?)(?:{TOLD}){S}{UNIT})", _first_of_two),
    rule("dtuy", rf"{DET}?(?:(?:{either(words.TURNS)}|ganz|lang)e[nmrs]?{S})?{UNIT}{_LANG}{_WAY}", _untold),
    rule("n0y", rf"(?P<amount>mehr|ganz|halb|(?:{TOLD})[- ]?)?{_LASTING}(?:e[nrsm]?)?", _lasting),
    rule("y", rf"(?:jede[nrsm]?|alle){S}(?:{NUMBER}{S})?{UNIT}", _every),
    rule("y", rf"jede[nrsm]?{S}(?:{WEEKDAY}|{MONTH}|(?P<season>{either(words.SEASONS)}))", _each),
    rule("w", rf"{WEEKDAY}(?P<part>{either(words.DAYPARTS)})?s", _habit),
    rule("n0y", rf"(?:(?:{TOLD})[- ]?mal{S})?(?P<name>{either(words.FREQUENCIES)})(?:e[nrsm]?)?", _frequency),
    rule("n0y", rf"(?:(?:{TOLD})(?:[- ]?mal|{S}Mal){S})(?:pro|im|in{S}der|am|je){S}{UNIT}", _per),
    rule("y", rf"(?:pro|je){S}{UNIT}", _per),
    rule("i", rf"im{S}(?P<unit>Jahr|Monat)(?P<ending>)(?!{S}[0-9])", _per),
    rule("y", rf"(?P<unit>Jahr|Tag|Woche|Monat|Stunde){S}(?:für|um|auf){S}(?P=unit)", _per),
)
