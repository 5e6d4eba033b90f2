"""Person: an identity within an article, of somebody or something that speaks in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from wortlaut.text import Span

PersonKind = Literal["person", "organization", "place", "group", "document", "unnamed"]
PERSON_KINDS: tuple[PersonKind, ...] = ("person", "organization", "place", "group", "document", "unnamed")


@dataclass(frozen=True, slots=True)
class Person:
    """Who or what is meant by the words of a speaker.

    `name` is the fullest name that the article gives, without titles; of those without a name the words themselves.
    `roles` are functions and titles in the article's words. `mentions` are the places that mean this person, in order
    of the text. `members` are the ids of those who speak together as this group. `entry` is the id in the register of
    people.
    """

    id: str
    name: str
    kind: PersonKind = "person"
    roles: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    members: tuple[str, ...] = ()
    entry: str | None = None
