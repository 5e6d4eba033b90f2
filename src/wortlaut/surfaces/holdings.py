"""What an archive holds, for the terminal."""

from __future__ import annotations

from typing import Literal

from wortlaut.archive import Info
from wortlaut.surfaces.characters import visible

_LABELS = {
    "de": ("Archiv", "Artikel", "Fassungen", "Äußerungen", "verschiedene", "Personen", "Medien", "Zeit", "bis"),
    "en": ("archive", "articles", "versions", "statements", "different", "people", "outlets", "time", "to"),
}


def render(info: Info, *, language: Literal["de", "en"] = "de") -> str:
    """A line for each number, ending in a line break."""
    archive, articles, versions, statements, different, people, outlets, time, to = _LABELS[language]
    rows = (
        (archive, visible(info.url)),
        (articles, f"{_number(info.articles, language)} ({_number(info.versions, language)} {versions})"),
        (statements, f"{_number(info.statements, language)} ({_number(info.utterances, language)} {different})"),
        (people, _number(info.people, language)),
        (outlets, _number(info.outlets, language)),
        (time, f"{info.since} {to} {info.until}" if info.since else "–"),
    )
    width = max(len(label) for label, _ in rows)
    return "".join(f"{label:{width}}  {value}\n" for label, value in rows)


def _number(number: int, language: str) -> str:
    grouped = f"{number:,}"
    return grouped.replace(",", ".") if language == "de" else grouped
