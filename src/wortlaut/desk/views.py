"""What is said of a statement, by a reading, the archive or a reader: its kind, its place, who made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from wortlaut.desk.items import Item, kept_at
from wortlaut.entries import EntryKind
from wortlaut.names import folded
from wortlaut.persons import Person
from wortlaut.statements import Kind, Statement
from wortlaut.text import Span


@dataclass(frozen=True, slots=True)
class View:
    """A statement's kind, its content from the first word to the last, and who made it: None, nobody known."""

    kind: Kind
    content: Span
    person: str | None = None
    person_kind: EntryKind = "person"

    def plain(self) -> dict[str, Any]:
        """As plain values."""
        return {
            "kind": self.kind, "start": self.content.start, "end": self.content.end, "person": self.person,
            "person_kind": self.person_kind,
        }  # fmt: skip

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> View:
        """From plain values."""
        return cls(values["kind"], Span(values["start"], values["end"]), values["person"], values["person_kind"])


def differences(one: View, two: View) -> tuple[str, ...]:
    """In which of "kind", "span" and "person" they differ; a name counts as it is folded.

    >>> differences(View("direct", Span(0, 4), "Eva  Brandt"), View("reported", Span(0, 4), "Eva Brandt"))
    ('kind',)
    """
    unlike = {
        "kind": one.kind != two.kind,
        "span": one.content != two.content,
        "person": folded(one.person or "") != folded(two.person or ""),
    }
    return tuple(name for name, differs in unlike.items() if differs)


def as_read(item: Item) -> View:
    """What was read."""
    return _view(item.statement, item.person)


def as_kept(connection: Connection, item: Item) -> View | None:
    """What the archive says now; None where it is no statement any more."""
    kept = kept_at(connection, item.kept.article, item.kept.version)
    found = next((s for s in kept.analysis.statements if s.id == item.statement.id), None) if kept else None
    return _view(found, kept.analysis.person(found)) if kept and found else None


def _view(statement: Statement, person: Person | None) -> View:
    content = Span(statement.content[0].start, statement.content[-1].end)
    return View(statement.kind, content, person.name if person else None, person.kind if person else "person")
