"""The network of people and utterances as GraphML, for Gephi, igraph, networkx."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from xml.sax.saxutils import escape, quoteattr

from wortlaut.exports.cells import in_utf8, in_xml
from wortlaut.exports.linked import Named
from wortlaut.exports.rows import AND
from wortlaut.exports.spool import spool
from wortlaut.kept import Kept
from wortlaut.persons import Person
from wortlaut.statements import Statement

LABEL = 80  # code points of an utterance's words
_TABLES = """
CREATE TABLE node (id TEXT PRIMARY KEY, type TEXT, label TEXT, kind TEXT, entry TEXT);
CREATE TABLE edge (source TEXT, target TEXT, relation TEXT, outlet TEXT, n INTEGER, first TEXT, last TEXT,
    PRIMARY KEY (source, target, relation, outlet)) WITHOUT ROWID;
CREATE TABLE article (node TEXT, outlet TEXT, PRIMARY KEY (node, outlet)) WITHOUT ROWID;
"""
_EDGE = """INSERT INTO edge VALUES (?, ?, ?, ?, 1, ?, ?) ON CONFLICT DO UPDATE SET n = n + 1,
    first = CASE WHEN first = '' THEN excluded.first WHEN excluded.first = '' THEN first
                 ELSE min(first, excluded.first) END,
    last = max(last, excluded.last)"""
_NODE = ("type", "label", "kind", "entry", "outlets")
_EDGES = ("relation", "outlets", "first", "last")
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    + "".join(f'<key id="n_{k}" for="node" attr.name="{k}" attr.type="string"/>\n' for k in _NODE)
    + "".join(f'<key id="e_{k}" for="edge" attr.name="{k}" attr.type="string"/>\n' for k in _EDGES)
    + '<key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>\n<graph edgedefault="directed">\n'
)


def graphml_pieces(kept: Iterable[Kept]) -> Iterator[str]:
    """A directed graph from people to utterances.

    An edge is of the `relation` "said", "relayed" or "not_asserted"; its weight is the number of statements, and it has
    the outlets that print them and the first and last date. An utterance without a number in the archive is the
    statement itself; a person without one is of its article only. The network waits on disk until all is counted.
    """
    with spool(_TABLES) as database:
        for one in kept:
            _count(one, database)
        yield _HEAD
        yield from _nodes(database)
        yield from _edges(database)
        yield "</graph>\n</graphml>\n"


def _count(kept: Kept, database: sqlite3.Connection) -> None:
    named, article = Named(kept), kept.analysis.article
    outlet, day = in_utf8(article.outlet or ""), in_utf8((article.published or "")[:10])
    for statement in kept.analysis.statements:
        target = _utterance(kept, statement, database)
        database.execute("INSERT OR IGNORE INTO article VALUES (?, ?)", (target, outlet))
        said = "said" if statement.asserted else "not_asserted"
        links = [(statement.person, said), *((id, "relayed") for id in dict.fromkeys(statement.relayed_by))]
        for id, relation in links:
            person = named.person(id)
            if person:
                source = _person(person, named, database)
                database.execute(_EDGE, (source, target, relation, outlet, day, day))


def _utterance(kept: Kept, statement: Statement, database: sqlite3.Connection) -> str:
    number = kept.utterances.get(statement.id)
    id = f"utterance:{number if number is not None else in_utf8(kept.address(statement))}"
    words = " ".join(kept.analysis.words(statement.content).split())
    label = words if len(words) <= LABEL else words[: LABEL - 2].rstrip() + " …"
    _add(database, id, "utterance", label, statement.kind, "")
    return id


def _person(person: Person, named: Named, database: sqlite3.Connection) -> str:
    id = named.node(person).removeprefix("_:").replace("person", "person:", 1)
    _add(database, id, "person", person.name, person.kind, person.entry or "")
    return id


def _add(database: sqlite3.Connection, *values: str) -> None:
    database.execute("INSERT OR IGNORE INTO node VALUES (?, ?, ?, ?, ?)", tuple(map(in_utf8, values)))


def _nodes(database: sqlite3.Connection) -> Iterator[str]:
    found = database.execute(
        "SELECT node.id, type, label, kind, entry, outlet FROM node LEFT JOIN article ON node.id = node ORDER BY 1, 6"
    )
    for (id, *values), rows in groupby(found, key=lambda row: row[:5]):
        outlets = AND.join(row[5] for row in rows if row[5])
        yield f"<node id={_attribute(id)}>{_data('n_', _NODE, (*values, outlets))}</node>\n"


def _edges(database: sqlite3.Connection) -> Iterator[str]:
    found = database.execute("SELECT source, target, relation, outlet, n, first, last FROM edge ORDER BY 1, 2, 3, 4")
    for number, ((source, target, relation), group) in enumerate(groupby(found, key=itemgetter(0, 1, 2))):
        rows = list(group)
        outlets = AND.join(row[3] for row in rows if row[3])
        first, last = min((row[5] for row in rows if row[5]), default=""), max(row[6] for row in rows)
        yield (
            f'<edge id="e{number}" source={_attribute(source)} target={_attribute(target)}>'
            f'<data key="e_weight">{sum(row[4] for row in rows)}</data>'
            f"{_data('e_', _EDGES, (relation, outlets, first, last))}</edge>\n"
        )


def _data(prefix: str, keys: tuple[str, ...], values: tuple[str, ...]) -> str:
    """What is known of a node or an edge."""
    return "".join(
        f'<data key="{prefix}{key}">{escape(in_xml(value), {chr(13): "&#13;"})}</data>'
        for key, value in zip(keys, values, strict=True)
        if value
    )


def _attribute(value: str) -> str:
    return quoteattr(in_xml(value))
