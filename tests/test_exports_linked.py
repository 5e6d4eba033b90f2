"""exports/linked.py, annotations.py, schema_org.py: JSON-LD as a processor reads it, without the network."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from pyld import jsonld

from tests.test_exports_rows import archives, each_hostile, few, hostile, kept
from wortlaut.errors import RecordError
from wortlaut.exports.annotations import annotation_pieces
from wortlaut.exports.linked import ANNOTATION, SCHEMA, Named, context
from wortlaut.exports.schema_org import schema_pieces
from wortlaut.kept import Kept
from wortlaut.text import Span

OA = "http://www.w3.org/ns/oa#"
ORG = "http://schema.org/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def bundled(url: str, _options: dict) -> dict:
    """What a processor loads; the network is never reached."""
    return {"contextUrl": None, "documentUrl": url, "document": context(url), "contentType": "application/ld+json"}


def nodes(pieces: Iterable[str]) -> list[dict]:
    """The document's nodes, as a processor flattens them."""
    page = "".join(pieces)
    page.encode()
    return jsonld.flatten(json.loads(page), None, {"documentLoader": bundled})


def of_type(found: list[dict], name: str) -> list[dict]:
    return [node for node in found if name in node.get("@type", [])]


def one_value(node: dict, name: str) -> object:
    (value,) = node[name]
    return value.get("@value", value.get("@id"))


def test_a_processor_reads_an_annotation_a_statement() -> None:
    found = nodes(annotation_pieces([kept(), kept(18)]))
    annotations = of_type(found, OA + "Annotation")
    assert len(annotations) == 10
    by_id = {node["@id"]: node for node in found}
    first = next(node for node in annotations if one_value(node, "urn:x-wortlaut:statement") == "17.2/s1")
    assert {value["@id"] for value in first[OA + "motivatedBy"]} == {OA + "identifying", OA + "classifying"}
    assert one_value(first, "http://purl.org/dc/terms/created") == "2026-03-05T12:30:00+00:00"
    bodies = [by_id[value["@id"]] for value in first[OA + "hasBody"]]
    assert {one_value(body, OA + "hasPurpose") for body in bodies} == {
        OA + "classifying", OA + "identifying", OA + "linking",
    }  # fmt: skip
    roles = [one_value(body, "urn:x-wortlaut:role") for body in bodies if "urn:x-wortlaut:role" in body]
    assert sorted(roles) == ["addressee", "cue", "cue", "speaker"]
    (who,) = [by_id[one_value(body, OA + "hasSource")] for body in bodies if "urn:x-wortlaut:reason" in body]
    assert one_value(who, "http://xmlns.com/foaf/0.1/name") == "Ute Kamp"
    assert who["@type"] == ["http://xmlns.com/foaf/0.1/Person"]


def selectors(page: str) -> list[tuple[dict, dict, dict]]:
    """Each place of a page: its position, its quote, its state."""
    items = json.loads(page)["items"]
    places = [place for item in items for place in (*item["target"], *item["body"]) if "selector" in place]
    return [(*place["selector"], place["state"]) for place in places]


@pytest.mark.parametrize("words", ["„Ja“ 🙂", "\0\u202e", "a" * 50])
def test_both_selectors_and_the_state_fit_the_text(words: str) -> None:
    one = hostile(words)
    text = one.analysis.article.text
    found = selectors("".join(annotation_pieces([one])))
    assert found
    for position, quoted, state in found:
        place = slice(position["start"], position["end"])
        assert text[place] == quoted["exact"]
        assert text[: place.start].endswith(quoted["prefix"]) and text[place.stop :].startswith(quoted["suffix"])
        assert max(len(quoted["prefix"]), len(quoted["suffix"])) <= 32
        assert state["sha256"] == sha256(text.encode()).hexdigest()


def test_contents_in_pieces_are_several_targets() -> None:
    one = kept()
    statement = replace(one.analysis.statements[0], content=(Span(0, 4), Span(10, 14)))
    two = replace(one, analysis=replace(one.analysis, statements=(statement,)))
    (item,) = json.loads("".join(annotation_pieces([two])))["items"]
    assert [place["selector"][0]["start"] for place in item["target"]] == [0, 10]


def test_an_article_without_an_address_is_named_by_its_text() -> None:
    assert Named(kept()).article == "https://bote.example/bruecke"
    assert Named(kept(source="/home/ute/a.txt")).article.startswith("ni:///sha-256;")
    assert Named(kept(source="https://bote.example/ü <x>")).article == "https://bote.example/%C3%BC%20%3Cx%3E"
    assert Named(kept(source="http://[::1")).article.startswith("ni:///sha-256;")


def test_a_context_that_is_not_bundled_is_named() -> None:
    assert context(ANNOTATION)["@context"]["exact"] == "oa:exact"
    assert context(SCHEMA + "/") == context(SCHEMA)
    with pytest.raises(RecordError, match="evil"):
        context("https://evil.example/")


def test_an_empty_archive_is_an_empty_document() -> None:
    assert json.loads("".join(annotation_pieces([])))["items"] == []
    assert json.loads("".join(schema_pieces([])))["@graph"] == []


def test_a_processor_reads_articles_quotations_and_claims() -> None:
    later = kept(18, published="2026-03-06", source="https://anzeiger.example/1", outlet="Anzeiger")
    found = nodes(schema_pieces([later, kept()]))
    by_id = {node["@id"]: node for node in found}
    assert {one_value(node, ORG + "headline") for node in of_type(found, ORG + "NewsArticle")} == {"Brücke"}
    quotations = of_type(found, ORG + "Quotation")
    assert len(quotations) == 4
    first = next(node for node in quotations if one_value(node, ORG + "identifier") == "17.2/s1")
    assert one_value(first, ORG + "isPartOf") == "https://bote.example/bruecke"
    assert one_value(first, ORG + "dateCreated") == "2026-03-03"
    who = by_id[one_value(first, ORG + "spokenByCharacter")]
    assert (one_value(who, ORG + "name"), who["@type"]) == ("Ute Kamp", [ORG + "Person"])
    claim = next(
        node for node in of_type(found, ORG + "Claim") if one_value(node, ORG + "firstAppearance") == first["@id"]
    )
    assert len(claim[ORG + "appearance"]) == 2
    assert one_value(claim, ORG + "text") == "„Wir fangen im Mai an“"
    assert one_value(claim, ORG + "author") == who["@id"]


@pytest.mark.parametrize("order", [slice(None), slice(None, None, -1)])
def test_who_tells_the_hour_of_a_day_was_first(order: slice) -> None:
    days = {17: "2026-03-06", 18: "2026-03-06T09:00:00+01:00", 19: "2026-03-06T08:30:00Z", 20: None}
    told = [kept(one, published=day, source=f"https://bote.example/{one}") for one, day in days.items()]
    found = nodes(schema_pieces(told[order]))
    claims = of_type(found, ORG + "Claim")
    claim = next(node for node in claims if one_value(node, ORG + "text") == "„Wir fangen im Mai an“")
    by_id = {node["@id"]: node for node in found}
    assert [one_value(by_id[one["@id"]], ORG + "isPartOf") for one in claim[ORG + "appearance"]] == [
        f"https://bote.example/{one}" for one in (18, 19, 17, 20)
    ]


def test_what_was_not_said_is_no_claim() -> None:
    found = nodes(schema_pieces([kept()]))
    assert not any("pleite" in str(node.get(ORG + "text", "")) for node in found)
    assert len(of_type(found, ORG + "Claim")) == 4


def test_a_claim_in_other_words_appears_in_the_article() -> None:
    found = nodes(schema_pieces([kept()]))
    told = next(node for node in of_type(found, ORG + "Claim") if "Kämmerer" in str(node[ORG + "text"]))
    assert one_value(told, ORG + "firstAppearance") == "https://bote.example/bruecke"


@each_hostile
def test_hostile_words_come_back(words: str) -> None:
    one = hostile(words)
    items = json.loads("".join(annotation_pieces([one])).encode())["items"]
    assert [item["target"][0]["selector"][1]["exact"] for item in items] == [words] * 2
    graph = json.loads("".join(schema_pieces([one])).encode())["@graph"]
    assert {node["text"] for node in graph if node["@type"] in ("Quotation", "Claim")} == {words}
    if len(words) < 1000:
        assert nodes(annotation_pieces([one]))
        assert len(of_type(nodes(schema_pieces([one])), ORG + "Claim")) == 2


@few
@given(archives())
def test_any_archive_is_read(archive: list[Kept]) -> None:
    count = sum(len(one.analysis.statements) for one in archive)
    assert len(json.loads("".join(annotation_pieces(archive)))["items"]) == count
    graph = json.loads("".join(schema_pieces(archive)))["@graph"]
    claims = [node for node in graph if node["@type"] == "Claim"]
    assert len(claims) <= sum(s.asserted for one in archive for s in one.analysis.statements)
    assert all(node["firstAppearance"] in node["appearance"] for node in claims)
