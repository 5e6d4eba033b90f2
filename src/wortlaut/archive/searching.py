"""What users look for, and the SQL of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from sqlalchemy import Connection, Select, exists, select, text

from wortlaut.archive.desk_schema import identities
from wortlaut.archive.dialect import Dialect
from wortlaut.archive.expressions import Every, Expression, Mark, Phrase, Some
from wortlaut.archive.identities import Rules
from wortlaut.archive.packing import storable
from wortlaut.archive.persons import key_of_entry
from wortlaut.archive.schema import DAY_BITS, name_words, outlets, people
from wortlaut.errors import ArchiveError
from wortlaut.names import folded
from wortlaut.statements import KINDS, Kind
from wortlaut.stems import stems

Order = Literal["newest", "oldest", "score"]
ORDERS: tuple[Order, ...] = ("newest", "oldest", "score")
Group = Literal["person", "outlet", "month", "kind"]
GROUPS: tuple[Group, ...] = ("person", "outlet", "month", "kind")
MOST = 1_000  # statements on a page
_MARKED = 20  # people or outlets that the full text is asked for by their marks; more are looked up
_TERM = re.compile(r"""(-?)(?:["„“”»«]([^"„“”»«]*)["„“”»«]|(\S+))""")
_NUMBER = re.compile(r"#\d{1,18}")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_WRITTEN_OUT = re.compile("([ao])e|(?<![aeq])(u)e")


@dataclass(frozen=True, slots=True)
class Query:
    """Which statements are looked for; what is not given does not matter.

    `words`: all of them must be in the content, whatever their ending; "in quotation marks" as they follow each other;
    -word not. `person`: a name, its last name, an id of the register, or a number as "#17"; `outlet`: its name. `since`
    and `until`, both included, are the days of the saying or, where the text does not tell it, of the article.
    `about`: whom or what the content names. `versions`: also of articles that were changed later. `copies`: also those
    in other prints of the same agency copy. A page has at most `limit` of them and begins behind `after`, a page's
    `next`.
    """

    words: str = ""
    person: str | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    kinds: tuple[Kind, ...] = ()
    about: str | None = None
    versions: bool = False
    copies: bool = False
    order: Order = "newest"
    limit: int = 20
    after: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.limit <= MOST:
            raise ArchiveError(f"a page has 1 to {MOST} statements, not {self.limit}")
        if self.order not in ORDERS:
            raise ArchiveError(f"the order {self.order!r} is not known; it is one of {', '.join(ORDERS)}")
        if self.since and self.until and self.since > self.until:
            raise ArchiveError(f"from {self.since} to {self.until} is no time; exchange the two")
        for what, name in (("person", self.person), ("outlet", self.outlet), ("about", self.about)):
            if name is not None and not name.strip():
                raise ArchiveError(f"the name of {what} is empty; give a name, or leave {what} out")
        if set(self.kinds) - set(KINDS):
            raise ArchiveError(f"the kinds {self.kinds} are not all known; they are {', '.join(KINDS)}")


@dataclass(frozen=True, slots=True)
class Clause:
    """SQL that finds: `source` to select from, in which statements are `s`, with conditions and what fills them; `id`
    is the column of ids that has them in order.
    """

    source: str
    conditions: tuple[str, ...]
    values: dict[str, Any]
    id: str

    @property
    def sql(self) -> str:
        """From FROM on."""
        return f"FROM {self.source} WHERE {' AND '.join(self.conditions) or 'true'}"


def expression_of(words: str) -> Expression | None:
    """What words ask of the full text, None where there are none.

    Raises ArchiveError where all are excluded, or none has a letter or digit.

    >>> expression_of('Häuser "mehr Geld" -Steuern')
    Every(parts=(Phrase(stems=('haus',)), Phrase(stems=('mehr', 'geld'))), but=(Phrase(stems=('steu',)),))
    """
    wanted: list[Expression] = []
    but: list[Expression] = []
    for minus, phrase, word in _TERM.findall(words):
        if found := tuple(stems(phrase or word)):
            (but if minus else wanted).append(Phrase(found))
    if but and not wanted:
        raise ArchiveError(f"{words!r} says only what is not wanted; add a word that is")
    if not wanted and words.strip():
        raise ArchiveError(f"{words!r:.80} has no letter or digit to look for; give other words, or none to find all")
    return Every(tuple(wanted), tuple(but)) if wanted else None


def written_out(name: str) -> str:
    """A name folded, with its umlauts as two letters: the same of "Söhnlein" and "Soehnlein".

    >>> written_out("Petra SÖHNLEIN"), written_out("Soehnlein, P.")
    ('petra soehnlein', 'soehnlein p')
    """
    return folded(unicodedata.normalize("NFC", storable(name)).casefold().translate(_UMLAUTS))


def people_named(connection: Connection, name: str) -> list[int]:
    """The ids of people with all words of a name, umlauts written out or not; with an id of the register; or with a
    number of the archive, as "#17".

    Who was merged into somebody is found under the own names, too.
    """
    if _NUMBER.fullmatch(name.strip()):
        return settled(connection, [int(name.strip()[1:])])
    listed = connection.execute(select(people.c.id).where(people.c.key == key_of_entry(name))).scalars()
    found = set(settled(connection, listed))
    plain, out = folded(storable(name)).split(), written_out(name).split()
    if plain:
        found |= set(connection.execute(_having([{word} for word in plain])).scalars())
        near = _having([{one, other, _shortened(other)} for one, other in zip(plain, out, strict=True)])
        rows = connection.execute(select(people.c.id, people.c.key, people.c.name).where(people.c.id.in_(near))).all()
        merged = Rules.of(connection) if rows else Rules(())
        # what is shortened may be another name: "Bauer" is no "Baur"
        found |= {
            row.id for row in rows
            if set(out) <= {word for one in (row.name, *merged.names(row.key)) for word in written_out(one).split()}
        }  # fmt: skip
    return sorted(found)


def settled(connection: Connection, some: Iterable[int]) -> list[int]:
    """People by their numbers; of those who were merged into others, the others."""
    numbers = sorted(set(some))
    query = select(people.c.id, people.c.key).where(people.c.id.in_(numbers))
    merged = query.where(
        exists().where(
            identities.c.from_key == people.c.key, identities.c.article.is_(None), identities.c.undone.is_(None)
        )
    )
    gone = {number: key for number, key in connection.execute(merged)} if numbers else {}
    if not gone:
        return numbers
    rules = Rules.of(connection)
    into = [rules.followed(key, None) for key in gone.values()]
    found = connection.execute(select(people.c.id).where(people.c.key.in_(into))).scalars()
    return sorted({*(number for number in numbers if number not in gone), *found})


def _having(words: Sequence[set[str]]) -> Select[int]:
    """The people of whose names each of these is a word, in one of its spellings."""
    column = name_words.c.person_id
    first, *others = (select(column).where(name_words.c.word.in_(sorted(one))) for one in words)
    for other in others:
        first = first.where(column.in_(other))
    return first


def _shortened(word: str) -> str:
    """As names are indexed, without diacritics, if what may be an umlaut written out is one."""
    return _WRITTEN_OUT.sub(r"\1\2", word)


def outlets_named(connection: Connection, name: str) -> list[int]:
    """The ids of outlets with all words of a name, umlauts written out or not."""
    plain, out = set(folded(name).split()), set(written_out(name).split())
    rows = connection.execute(select(outlets.c.id, outlets.c.name)).all()
    exact = [number for number, full in rows if full == name]
    return exact or sorted(
        number for number, full in rows
        if plain and (plain <= set(folded(full).split()) or out <= set(written_out(full).split()))
    )  # fmt: skip


class Search:
    """A query turned into SQL, against the names that an archive knows."""

    def __init__(self, connection: Connection, dialect: Dialect, query: Query) -> None:
        self._connection = connection
        self._dialect = dialect
        self._query = query
        self._conditions: list[str] = []
        self._values: dict[str, Any] = {}
        self._held: list[Expression] = []

    def clause(self) -> Clause | None:
        """The SQL, None where nothing can be found."""
        query = self._query
        if query.words and (wanted := expression_of(query.words)):
            self._held.append(wanted)
        if query.about is not None and not self._about(query.about):
            return None
        self._how()
        for column, sign, found in (
            ("person_id", "p", None if query.person is None else people_named(self._connection, query.person)),
            ("outlet_id", "o", None if query.outlet is None else outlets_named(self._connection, query.outlet)),
        ):
            if found is not None and not self._one_of(column, sign, found):
                return None
        if not self._held:
            return Clause("statements s", (*self._conditions, *self._days("s.id")), self._values, "s.id")
        values = self._values | {"query": self._dialect.query(Every(tuple(self._held)))}
        source = f"({self._dialect.matching('words')}) m CROSS JOIN statements s"
        # the days are told of the index, too: it need not give what lies beyond them
        return Clause(source, (*self._conditions, *self._days("m.id"), "s.id = m.id"), values, "m.id")

    def _days(self, place: str) -> Iterator[str]:
        """The conditions of a column of ids."""
        query = self._query
        if query.since:
            yield f"{place} >= {query.since.toordinal() << DAY_BITS}"
        if query.until:
            yield f"{place} < {(query.until.toordinal() + 1) << DAY_BITS}"
            yield f"{place} >= {1 << DAY_BITS}"

    def _how(self) -> None:
        query = self._query
        if query.kinds:
            self._conditions.append(f"s.kind IN ({','.join(str(KINDS.index(kind)) for kind in query.kinds)})")
        if not query.versions:
            self._conditions.append("s.latest")
        if not query.copies:
            self._conditions.append("NOT s.copy")

    def _about(self, about: str) -> bool:
        """Content that has all the words; or the last of several, in articles that have them all in a row."""
        words = tuple(stems(about))
        if not words:
            return False
        whole = Every(tuple(Phrase((word,)) for word in words))
        if len(words) == 1:
            self._held.append(whole)
            return True
        self._held.append(Phrase(words[-1:]))
        self._values["passage"] = self._dialect.query(Phrase(words))
        self._values["whole"] = self._dialect.query(whole)
        passages = self._dialect.matching("passages").replace(":query", ":passage")
        inside = self._dialect.matching("words").replace(":query", ":whole")
        self._conditions.append(f"(s.version_id IN ({passages}) OR s.id IN ({inside}))")
        return True

    def _one_of(self, column: str, sign: str, found: Sequence[int]) -> bool:
        if not found:
            return False
        if self._held and len(found) <= _MARKED:
            self._held.append(Some(tuple(Mark(f"{sign}{number}") for number in found)))
        else:
            self._conditions.append(f"s.{column} IN ({','.join(map(str, found))})")
        return True


def ordered(query: Query, found: Clause) -> tuple[str, dict[str, Any]]:
    """The SQL of one page, one more than it holds, and what fills it. Raises ArchiveError for a bad `after`."""
    place = found.id
    if query.after is not None:
        found = replace(
            found, conditions=(*found.conditions, _BEHIND[query.order].format(place=place)),
            values=found.values | _after(query.order, query.after),
        )  # fmt: skip
    order = {"newest": f"{place} DESC", "oldest": f"{place} ASC", "score": f"s.score DESC, {place} DESC"}[query.order]
    columns = "s.id, s.version_id, s.number, s.utterance, s.score"
    return f"SELECT {columns} {found.sql} ORDER BY {order} LIMIT {query.limit + 1}", found.values


_BEHIND: dict[Order, str] = {
    "newest": "{place} < :after",
    "oldest": "{place} > :after",
    "score": "(s.score < :score OR (s.score = :score AND {place} < :after))",
}


def _after(order: Order, place: str) -> dict[str, Any]:
    """What a page's `next` says of the statement behind which to go on."""
    score, _, number = place.rpartition(":")
    try:
        return {"after": int(number), **({"score": float(score)} if order == "score" else {})}
    except ValueError as error:
        raise ArchiveError(f"{place!r:.40} is no place to go on from; give what a page calls its next") from error


def grouped(dialect: Dialect, by: Group, found: Clause, limit: int) -> str:
    """The SQL that counts by person, outlet, month or kind: name, statements, utterances; the most first."""
    counts = "count(*) AS statements, count(DISTINCT s.utterance) AS utterances"
    if by == "kind":
        return f"SELECT s.kind AS name, {counts} {found.sql} GROUP BY 1 ORDER BY 2 DESC LIMIT {limit}"
    if by == "month":
        month = f"CASE WHEN s.id < {1 << DAY_BITS} THEN NULL ELSE {dialect.month(f's.id >> {DAY_BITS}')} END"
        return f"SELECT {month} AS name, {counts} {found.sql} GROUP BY 1 ORDER BY 1 NULLS FIRST"
    column, table = ("person_id", "people") if by == "person" else ("outlet_id", "outlets")
    inner = f"SELECT s.{column} AS one, {counts} {found.sql} GROUP BY 1 ORDER BY 2 DESC LIMIT {limit}"
    return (
        f"SELECT t.name AS name, c.statements, c.utterances FROM ({inner}) c LEFT JOIN {table} t ON t.id = c.one "
        "ORDER BY 2 DESC, 1"
    )


def run(connection: Connection, sql: str, values: dict[str, Any]) -> Any:
    """Rows as mappings."""
    return connection.execute(text(sql), values).mappings()
