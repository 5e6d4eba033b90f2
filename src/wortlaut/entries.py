"""Entry: who or what a register knows, with names and roles; an entry as a record of plain values, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from wortlaut.errors import RegisterError
from wortlaut.persons import PERSON_KINDS, PersonKind

EntryKind = PersonKind
Gender = Literal["f", "m"]
ENTRY_KINDS: tuple[EntryKind, ...] = PERSON_KINDS
FIELDS = ("id", "name", "kind", "variants", "roles", "wikidata", "gender", "merged")
LONGEST = 200  # code points of a name, title or id

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_WIKIDATA = re.compile(r"Q[1-9]\d{0,14}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Role:
    """An office that somebody held.

    `since` and `until` are ISO 8601 dates (YYYY, YYYY-MM or YYYY-MM-DD), inclusive. `since` None is unknown, `until`
    None is still. Raises RegisterError where they are no dates or in the wrong order.
    """

    title: str
    since: str | None = None
    until: str | None = None

    def __post_init__(self) -> None:
        _check_words("title of a role", self.title)
        for day in (self.since, self.until):
            if day is not None and not is_date(day):
                raise RegisterError(
                    f"{day!r} in the role {self.title!r} is no date; "
                    "write YYYY, YYYY-MM or YYYY-MM-DD, or leave it empty"
                )
        if self.since and self.until and self.since > _last_day(self.until):
            raise RegisterError(
                f"the role {self.title!r} begins on {self.since}, after its end on {self.until}; "
                "exchange or correct them"
            )

    def held_on(self, day: str) -> bool:
        """Whether it was held on a date, or at some time in a month or year.

        >>> Role("Bundeskanzler", "2021-12-08", "2025-05-06").held_on("2025")
        True
        """
        return (self.since or "") <= _last_day(day) and (self.until is None or _last_day(self.until) >= day)


@dataclass(frozen=True, slots=True)
class Entry:
    """Who or what can be a speaker.

    `variants` are other full names. `merged` are ids of entries that this one has taken in. Raises RegisterError where
    a value is not of its kind.
    """

    id: str
    name: str
    kind: EntryKind = "person"
    variants: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    wikidata: str | None = None
    gender: Gender | None = None
    merged: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for known in (self.id, *self.merged):
            if _check_words("id", known) and known != "".join(known.split()):
                raise RegisterError(f"the id {known!r} has blanks; write '-' instead")
        for name in (self.name, *self.variants):
            _check_words("name", name)
        _check_one_of("kind", self.kind, ENTRY_KINDS)
        if self.gender is not None:
            _check_one_of("gender", self.gender, ("f", "m"))
        if self.wikidata is not None and not (isinstance(self.wikidata, str) and _WIKIDATA.fullmatch(self.wikidata)):
            raise RegisterError(f"{self.wikidata!r} is no Wikidata id; write it as in 'Q567', or leave it empty")

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its variants."""
        return (self.name, *self.variants)


def to_record(entry: Entry) -> dict[str, Any]:
    """The entry as plain values, without what is empty."""
    roles = [{"title": r.title, "since": r.since, "until": r.until} for r in entry.roles]
    all_of_it = {
        "id": entry.id, "name": entry.name, "kind": entry.kind, "variants": list(entry.variants), "roles": roles,
        "wikidata": entry.wikidata, "gender": entry.gender, "merged": list(entry.merged),
    }  # fmt: skip
    return {field: value for field, value in all_of_it.items() if value}


def from_record(given: Mapping[str, Any]) -> Entry:
    """The entry of a record. Raises RegisterError where it lacks a name, or has a field or value that is not known."""
    unknown = [field for field in given if field not in FIELDS]
    if unknown:
        raise RegisterError(f"the field {unknown[0]!r} is not known; the fields are {', '.join(FIELDS)}")
    name = given.get("name")
    _check_words("name", name)
    return Entry(
        id=given.get("id") or given.get("wikidata") or slug(str(name)),
        name=str(name),
        kind="person" if given.get("kind") is None else given["kind"],
        variants=tuple(_list(given, "variants")),
        roles=tuple(_role(role) for role in _list(given, "roles")),
        wikidata=given.get("wikidata"),
        gender=given.get("gender"),
        merged=tuple(_list(given, "merged")),
    )


def slug(name: str) -> str:
    """An id made of a name.

    >>> slug("Dr. Ute Groß-Kamp")
    'dr-ute-groß-kamp'
    """
    return "-".join(re.findall(r"\w+", name.lower())) or "unnamed"


def _role(given: object) -> Role:
    if not isinstance(given, Mapping) or not set(given) <= {"title", "since", "until"}:
        raise RegisterError(f"{given!r} is no role; write {{'title': ..., 'since': ..., 'until': ...}}")
    return Role(given.get("title", ""), given.get("since"), given.get("until"))


def _list(given: Mapping[str, Any], field: str) -> list[Any]:
    value = given.get(field) or []
    if not isinstance(value, list):
        raise RegisterError(f"{field!r} is {value!r}, not a list; put it in [ ]")
    return value


def _check_words(what: str, value: object) -> bool:
    """True where it is words in one line. A "|" divides names in CSV; what is not printable could steer a terminal."""
    if not isinstance(value, str) or not value.strip():
        raise RegisterError(f"the {what} is {value!r}; give words")
    if len(value) > LONGEST:
        raise RegisterError(
            f"the {what} {value[:30]!r}… has {len(value)} characters, more than {LONGEST}; is it several fields in one?"
        )
    if not value.isprintable() or "|" in value or value != value.strip():
        raise RegisterError(
            f"the {what} {value!r} has a '|', a sign that is not printed, or blanks at an end; take it away"
        )
    return True


def _check_one_of(what: str, value: object, known: tuple[str, ...]) -> None:
    if value not in known:
        raise RegisterError(f"the {what} {value!r} is not known; it is one of {', '.join(known)}")


def is_date(value: object) -> bool:
    """Whether it is YYYY, YYYY-MM or YYYY-MM-DD, and in the calendar."""
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value + "-01" * ((10 - len(value)) // 3))
    except ValueError:
        return False
    return True


def _last_day(day: str) -> str:
    """The end of a year or month, to compare with; any month may have 31 days here."""
    return day + {4: "-12-31", 7: "-31"}.get(len(day), "")
