"""What the two kinds of JSON-LD share: names of things as IRIs, people, contexts, one document in pieces."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib.resources import files
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from wortlaut.errors import RecordError
from wortlaut.exports.cells import in_utf8
from wortlaut.exports.records import json_text
from wortlaut.kept import Kept
from wortlaut.persons import Person
from wortlaut.statements import Statement
from wortlaut.text import text_hash

ANNOTATION = "http://www.w3.org/ns/anno.jsonld"
SCHEMA = "https://schema.org"
_BUNDLED = {ANNOTATION: "anno.jsonld", SCHEMA: "schema.jsonld"}
_ADDRESS = re.compile(r"https?://[^/\s?#@\[\]]+(?:[/?#]|$)", re.ASCII | re.IGNORECASE)


def context(url: str) -> dict[str, Any]:
    """The bundled document of a context, so that nothing has to be fetched: the terms that exports use, with the same
    meaning as in the published one. Raises RecordError.
    """
    name = _BUNDLED.get(url.rstrip("/"))
    if name is None:
        raise RecordError(f"the context {url!r} is not bundled; there are {', '.join(_BUNDLED)}")
    found: dict[str, Any] = json.loads(files("wortlaut.exports").joinpath("contexts", name).read_text("utf-8"))
    return found


class Named:
    """One article with names for it, its statements and its people."""

    def __init__(self, kept: Kept) -> None:
        self.kept = kept
        self._places = {person.id: place for place, person in reversed([*enumerate(kept.analysis.people)])}

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the article's text in UTF-8, hexadecimal."""
        return text_hash(self.kept.analysis.article.text).hex()

    @cached_property
    def article(self) -> str:
        """The article's address; where it has none, a name made of its text after RFC 6920."""
        source = self.kept.analysis.article.source or ""
        if _ADDRESS.match(source):
            return quote(in_utf8(source), safe="/:?#@!$&'()*+,;=%~")
        return "ni:///sha-256;" + base64.urlsafe_b64encode(bytes.fromhex(self.digest)).decode().rstrip("=")

    def statement(self, statement: Statement) -> str:
        """A name that is the same in each export of the same archive."""
        return uuid5(NAMESPACE_URL, f"wortlaut:{self.digest}:{in_utf8(self.kept.address(statement))}").urn

    def person(self, id: str | None) -> Person | None:
        """The person with that id."""
        place = self._places.get(id or "")
        return None if place is None else self.kept.analysis.people[place]

    def node(self, person: Person) -> str:
        """A name within the document: blank, for numbers of an archive mean nothing outside of it."""
        number = self.kept.people.get(person.id)
        if number is not None:
            return f"_:person{number}"
        return f"_:article{self.kept.article}.{self.kept.version}-{self._places[person.id]}"


def document(head: dict[str, Any], key: str, nodes: Iterable[dict[str, Any]]) -> Iterator[str]:
    """One JSON document in pieces, one line a node of its list `key`."""
    yield json_text(head)[:-1] + f", {json.dumps(key)}: ["
    divider = "\n"
    for node in nodes:
        yield divider + json_text(node)
        divider = ",\n"
    yield "\n]}\n"


def known(**values: Any) -> dict[str, Any]:
    """The values that are not None or empty."""
    return {name: value for name, value in values.items() if value not in (None, "", [])}
