"""The words of the interface, German and English: one table with the same keys in both."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, get_args

from wortlaut.errors import OutputError
from wortlaut.surfaces import archive_words

Language = Literal["de", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_GERMAN = {
    "kind.direct": "direkte Rede",
    "kind.indirect": "indirekte Rede",
    "kind.indirect_free_indirect": "fortgeführte indirekte Rede",
    "kind.free_indirect": "Hörensagen",
    "kind.reported": "Redebericht",
    "meaning.direct": "die Worte selbst, meist in Anführungszeichen",
    "meaning.indirect": "was gesagt wurde, mit einem Redewort: „sagte, dass …“, „laut …“",
    "meaning.indirect_free_indirect": "Konjunktiv ohne Redewort, führt eine indirekte Rede weiter",
    "meaning.free_indirect": "was jemand getan haben „soll“ oder „will“",
    "meaning.reported": "dass jemand etwas sagte, wird erzählt: „wirft ihm Betrug vor“",
    "medium.speech": "gesprochen",
    "medium.writing": "geschrieben",
    "medium.thought": "gedacht",
    "medium.speech_or_writing": "gesprochen oder geschrieben",
    "medium.speech_or_thought": "gesprochen oder gedacht",
    "medium.thought_or_writing": "gedacht oder geschrieben",
    "medium.unknown": "",
    "role.content": "Wortlaut",
    "role.speaker": "Wer",
    "role.cue": "Redewort",
    "role.addressee": "Zu wem",
    "role.frame": "Rahmen",
    "role.relayed_by": "Weitergegeben von",
    "role.time": "Wann",
    "person.person": "Person",
    "person.organization": "Organisation",
    "person.place": "Ort",
    "person.group": "Gruppe",
    "person.document": "Schriftstück",
    "person.unnamed": "ohne Namen",
    "reason.name": "voller Name",
    "reason.surname": "Nachname",
    "reason.role": "Amt oder Funktion",
    "reason.apposition": "Name mit Amt oder Funktion",
    "reason.pronoun": "Fürwort",
    "reason.carried": "führt die Äußerung davor fort",
    "reason.interview": "Frage und Antwort im Interview",
    "reason.source": "Quelle, die keine Person ist",
    "reason.judgement": "von einem Menschen entschieden",
    "why": "Warum",
    "evidence": "Beleg",
    "entry": "im Register",
    "members": "gemeinsam: {members}",
    "people": "Wer spricht",
    "nobody": "Niemandem zugeordnet",
    "part.heading": "Überschrift",
    "part.paragraph": "Absatz",
    "part.teaser": "Vorspann",
    "part.dateline": "Ortsmarke",
    "part.caption": "Bildunterschrift",
    "part.credit": "Bildnachweis",
    "part.byline": "Autorenzeile",
    "part.agency": "Agenturzeichen",
    "part.boilerplate": "Beiwerk",
    "statements.one": "1 Äußerung",
    "statements.many": "{count} Äußerungen",
    "statements.none": "In diesem Text wurde keine Äußerung gefunden.",
    "articles.one": "1 Artikel",
    "articles.many": "{count} Artikel",
    "articles.list": "Artikel auf dieser Seite",
    "article": "Artikel",
    "statement": "Äußerung",
    "asserted.no": "nicht behauptet",
    "asserted.meaning": "verneint, gefragt, erwartet oder angenommen: nicht als gesagt hingestellt",
    "score": "Sicherheit",
    "within": "in {parent}",
    "place": "Zeichen von–bis",
    "place.at": "Zeichen {start}–{end}",
    "to_text": "zur Stelle im Text",
    "to_statement": "zum Eintrag",
    "unnamed": "nicht genannt",
    "percent": "{number}\u00a0%",
    "thousands": ".",
    "months": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "date": "{day}. {month} {year}",
    "time": "{date}, {hour}:{minute} Uhr",
    "weekdays": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "weekdays.short": "Mo. Di. Mi. Do. Fr. Sa. So.",
    "daypart.MO": "morgens",
    "daypart.MI": "mittags",
    "daypart.AF": "nachmittags",
    "daypart.EV": "abends",
    "daypart.NI": "nachts",
    "season.SP": "Frühling",
    "season.SU": "Sommer",
    "season.FA": "Herbst",
    "season.WI": "Winter",
    "moment.PAST_REF": "früher",
    "moment.PRESENT_REF": "jetzt",
    "moment.FUTURE_REF": "später",
    "moment.day": "{day}. {month}",
    "moment.clock": "{hour}:{minute} Uhr",
    "moment.week": "Woche ab {date}",
    "moment.weekend": "Wochenende ab {date}",
    "moment.quarter": "{number}. Quartal {year}",
    "moment.half": "{number}. Halbjahr {year}",
    "note": "Maschinell gelesen. Die Prozentzahl schätzt, wie sicher eine Äußerung richtig erkannt ist.",
}
_ENGLISH = {
    "kind.direct": "direct speech",
    "kind.indirect": "indirect speech",
    "kind.indirect_free_indirect": "indirect speech carried on",
    "kind.free_indirect": "hearsay",
    "kind.reported": "reported speech act",
    "meaning.direct": "the words themselves, mostly in quotation marks",
    "meaning.indirect": "what was said, with a cue: “sagte, dass …”, “laut …”",
    "meaning.indirect_free_indirect": "subjunctive without a cue that carries indirect speech on",
    "meaning.free_indirect": "what somebody is said or claims to have done (“soll”, “will”)",
    "meaning.reported": "that somebody said something is told: “wirft ihm Betrug vor”",
    "medium.speech": "spoken",
    "medium.writing": "written",
    "medium.thought": "thought",
    "medium.speech_or_writing": "spoken or written",
    "medium.speech_or_thought": "spoken or thought",
    "medium.thought_or_writing": "thought or written",
    "medium.unknown": "",
    "role.content": "Words",
    "role.speaker": "Who",
    "role.cue": "Cue",
    "role.addressee": "To whom",
    "role.frame": "Frame",
    "role.relayed_by": "Relayed by",
    "role.time": "When",
    "person.person": "person",
    "person.organization": "organisation",
    "person.place": "place",
    "person.group": "group",
    "person.document": "document",
    "person.unnamed": "unnamed",
    "reason.name": "full name",
    "reason.surname": "surname",
    "reason.role": "office or function",
    "reason.apposition": "name with office or function",
    "reason.pronoun": "pronoun",
    "reason.carried": "carries on the statement before",
    "reason.interview": "question and answer of an interview",
    "reason.source": "source that is no person",
    "reason.judgement": "decided by a human",
    "why": "Why",
    "evidence": "Evidence",
    "entry": "in the register",
    "members": "together: {members}",
    "people": "Who speaks",
    "nobody": "Attributed to nobody",
    "part.heading": "heading",
    "part.paragraph": "paragraph",
    "part.teaser": "teaser",
    "part.dateline": "dateline",
    "part.caption": "caption",
    "part.credit": "picture credit",
    "part.byline": "byline",
    "part.agency": "agency sign",
    "part.boilerplate": "boilerplate",
    "statements.one": "1 statement",
    "statements.many": "{count} statements",
    "statements.none": "No statement was found in this text.",
    "articles.one": "1 article",
    "articles.many": "{count} articles",
    "articles.list": "Articles on this page",
    "article": "Article",
    "statement": "Statement",
    "asserted.no": "not asserted",
    "asserted.meaning": "denied, asked, expected or hypothetical: not said to have been said",
    "score": "Certainty",
    "within": "within {parent}",
    "place": "characters from–to",
    "place.at": "characters {start}–{end}",
    "to_text": "to its place in the text",
    "to_statement": "to its entry",
    "unnamed": "not named",
    "percent": "{number}%",
    "thousands": ",",
    "months": "January February March April May June July August September October November December",
    "date": "{day} {month} {year}",
    "time": "{date}, {hour}:{minute}",
    "weekdays": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "weekdays.short": "Mon Tue Wed Thu Fri Sat Sun",
    "daypart.MO": "morning",
    "daypart.MI": "noon",
    "daypart.AF": "afternoon",
    "daypart.EV": "evening",
    "daypart.NI": "night",
    "season.SP": "spring",
    "season.SU": "summer",
    "season.FA": "autumn",
    "season.WI": "winter",
    "moment.PAST_REF": "earlier",
    "moment.PRESENT_REF": "now",
    "moment.FUTURE_REF": "later",
    "moment.day": "{day} {month}",
    "moment.clock": "{hour}:{minute}",
    "moment.week": "week of {date}",
    "moment.weekend": "weekend of {date}",
    "moment.quarter": "quarter {number} of {year}",
    "moment.half": "half {number} of {year}",
    "note": "Read by machine. The percentage estimates how certain it is that a statement was found rightly.",
}
TABLE: dict[Language, dict[str, str]] = {
    "de": _GERMAN | archive_words.GERMAN,
    "en": _ENGLISH | archive_words.ENGLISH,
}


def words(language: Language) -> Mapping[str, str]:
    """The words of a language of the interface. Raises OutputError for one that is not known."""
    if language not in TABLE:
        raise OutputError(f"language {language!r} of the interface is not known; use one of {', '.join(LANGUAGES)}")
    return TABLE[language]


Counted = Literal[
    "statements", "articles", "outlets", "outlets.of", "found.places", "wordings", "differences", "evidence"
]


def counted(say: Mapping[str, str], what: Counted, count: int) -> str:
    """A number of things in words.

    >>> counted(words("de"), "statements", 2000)
    '2.000 Äußerungen'
    """
    return say[f"{what}.one"] if count == 1 else say[f"{what}.many"].format(count=number(say, count))


def number(say: Mapping[str, str], count: int) -> str:
    """A whole number with its thousands apart."""
    return f"{count:,}".replace(",", say["thousands"])


def percent(say: Mapping[str, str], score: float) -> str:
    """A score 0..1 as a percentage; anything else is taken for the nearer end, and no number for 0."""
    return say["percent"].format(number=hundredths(score))


def hundredths(score: float) -> int:
    """A score 0..1 as a whole number 0..100."""
    return round(
        100 * min(1.0, max(0.0, score))
    )  # in this order max() turns NaN, which a foreign record may hold, to 0


def date(say: Mapping[str, str], published: str) -> str:
    """An ISO 8601 date or date and time in words, as the page gave it, without change of its time zone.

    >>> date(words("de"), "2025-05-08")
    '8. Mai 2025'
    """
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:  # what a page calls its date is shown rather than lost
        return published
    day = say["date"].format(day=moment.day, month=say["months"].split()[moment.month - 1], year=moment.year)
    if "T" not in published and ":" not in published:
        return day
    return say["time"].format(date=day, hour=moment.hour, minute=f"{moment.minute:02}")
