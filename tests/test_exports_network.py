"""exports/network.py, discourse.py: the network as networkx reads it, DNA's table as pandas reads it."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace

import networkx
import pandas
import pytest
from hypothesis import given

from tests.test_exports_rows import archives, each_hostile, few, hostile, kept
from wortlaut.exports.cells import armed, in_utf8, in_xml
from wortlaut.exports.discourse import COLUMNS, dna_pieces
from wortlaut.exports.network import graphml_pieces
from wortlaut.kept import Kept


def graph(archive: Iterable[Kept]) -> networkx.Graph:
    page = "".join(graphml_pieces(archive)).encode()
    return networkx.read_graphml(io.BytesIO(page), force_multigraph=True)


def edges(network: networkx.Graph) -> dict[tuple[str, str, str], dict]:
    return {(source, target, data["relation"]): data for source, target, data in network.edges(data=True)}


def test_networkx_reads_people_and_utterances() -> None:
    later = kept(18, published="2026-04-01", outlet="Anzeiger")
    network = graph([later, kept()])
    assert network.is_directed()
    assert network.nodes["person:7"] == {"type": "person", "label": "Ute Kamp", "kind": "person", "entry": "Q4711"}
    assert network.nodes["utterance:11"] == {
        "type": "utterance", "label": "„Wir fangen im Mai an“", "kind": "direct", "outlets": "Anzeiger | Bote",
    }  # fmt: skip
    found = edges(network)
    assert found["person:7", "utterance:11", "said"] == {
        "relation": "said", "weight": 2.0, "outlets": "Anzeiger | Bote", "first": "2026-03-04", "last": "2026-04-01",
    }  # fmt: skip
    assert found["person:5", "utterance:11", "relayed"]["weight"] == 2.0
    assert found["person:7", "utterance:17.2/s5", "not_asserted"]["weight"] == 1.0
    assert set(network.pred["utterance:17.2/s3"]) == set()


def test_the_network_is_bipartite() -> None:
    network = graph([kept()])
    types = networkx.get_node_attributes(network, "type")
    assert {(types[source], types[target]) for source, target in network.edges()} == {("person", "utterance")}


def test_people_without_a_number_stay_in_their_article() -> None:
    network = graph([replace(kept(), people={}), replace(kept(18), people={})])
    assert {"article17.2-1", "article18.2-1"} <= set(network.nodes)


def test_long_utterances_have_short_labels() -> None:
    network = graph([hostile("wort " * 400)])
    label = network.nodes["utterance:1"]["label"]
    assert label.endswith(" …")
    assert len(label) <= 80


@pytest.mark.parametrize("dates, wanted", [((None, "2026-03-04"), "2026-03-04"), ((None, None), None)])
def test_articles_without_a_date_are_not_the_first(dates: tuple[str | None, ...], wanted: str | None) -> None:
    network = graph([kept(number, published=day) for number, day in enumerate(dates)])
    data = edges(network)["person:7", "utterance:11", "said"]
    assert (data.get("first"), data.get("last")) == (wanted, wanted)


def test_an_empty_archive_is_an_empty_network() -> None:
    assert len(graph([])) == 0
    assert "".join(dna_pieces([])) == ",".join(COLUMNS) + "\r\n"


@each_hostile
def test_hostile_words_come_back(words: str) -> None:
    network = graph([hostile(words)])
    # networkx strips values, and XML knows no carriage return of its own in a file
    assert (network.nodes["person:1"].get("label") or "").strip() == in_xml(words).strip()
    frame = pandas.read_csv(
        io.BytesIO("".join(dna_pieces([hostile(words)])).encode()), dtype=str, keep_default_na=False
    )
    assert [armed(cell) for cell in frame["text"]] == [in_utf8(words)] * 2


@few
@given(archives())
def test_any_archive_is_a_network(archive: list[Kept]) -> None:
    network = graph(archive)
    wanted = [
        id
        for one in archive
        for s in one.analysis.statements
        for id in {*s.relayed_by} | ({("said", s.person)} if s.person else set())
        if (id[1] if isinstance(id, tuple) else id) in {person.id for person in one.analysis.people}
    ]
    assert sum(weight for *_, weight in network.edges(data="weight")) == len(wanted)


# --- Discourse Network Analyzer


def test_pandas_reads_the_table_of_dna() -> None:
    frame = pandas.read_csv(io.StringIO("".join(dna_pieces([kept(published="2026-03-04T18:30:05+01:00")]))))
    assert tuple(frame.columns) == COLUMNS
    first, relayed = frame.iloc[0], frame.iloc[3]
    assert (first["person"], first["time"], first["document_title"]) == ("Ute Kamp", "2026-03-04 18:30:05", "Brücke")
    assert (first["concept"], first["document_source"], first["document_id"]) == (
        "utterance 11",
        "Bote",
        "article 17.2",
    )
    assert list(frame["agreement"]) == [1, 1, 1, 1, 0]
    assert relayed["person"] == "Der Kämmerer"
    text = kept().analysis.article.text
    assert text[first["start"] : first["stop"]] == first["text"]


def test_organizations_have_their_own_column() -> None:
    analysis = kept().analysis
    people = tuple(replace(person, kind="organization") for person in analysis.people)
    frame = pandas.read_csv(
        io.StringIO("".join(dna_pieces([replace(kept(), analysis=replace(analysis, people=people))])))
    )
    assert frame["person"].isna().all()
    assert frame["organization"].iloc[0] == "Ute Kamp"


@pytest.mark.parametrize("published, time", [("2026-03-04", "2026-03-04 00:00:00"), (None, None)])
def test_times_are_as_dna_writes_them(published: str | None, time: str | None) -> None:
    frame = pandas.read_csv(io.StringIO("".join(dna_pieces([kept(published=published)]))))
    found = frame["time"].iloc[0]
    assert found == time if time else pandas.isna(found)
