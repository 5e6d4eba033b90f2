"""Who is the same person in several articles: by the register's entry or the full name, never by a surname alone."""

from __future__ import annotations

from dataclasses import dataclass

from wortlaut.archive.packing import storable
from wortlaut.names import folded
from wortlaut.persons import Person

_NAMED = ("organization", "place", "document")  # one word is name enough


@dataclass(frozen=True, slots=True)
class Known:
    """A person of an article as the archive knows them; `bound` to the article where nothing tells them elsewhere."""

    key: str
    name: str
    kind: str
    entry: str | None
    bound: bool


def key_of_entry(entry: str) -> str:
    """The key of the person whom the register knows under an id."""
    return storable(f"entry:{entry}")


def known(person: Person, article: str) -> Known:
    """The person with a key that is the same in each article that means the same; `article` is the article's key.

    >>> known(Person("p1", "Eva Brandt"), "a").key == known(Person("p7", "EVA BRANDT"), "b").key
    True
    >>> known(Person("p1", "Brandt"), "a").key == known(Person("p1", "Brandt"), "b").key
    False
    """
    if person.entry is not None:
        return Known(key_of_entry(person.entry), storable(person.name), person.kind, person.entry, False)
    name = folded(person.name) or person.name.casefold()
    if person.kind in _NAMED or (person.kind == "person" and " " in name):
        key, bound = f"{person.kind}:{name}", False
    else:
        key, bound = f"{person.kind}:{name}@{article}", True
    return Known(storable(key), storable(person.name), person.kind, person.entry, bound)
