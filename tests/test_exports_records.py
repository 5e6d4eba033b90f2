"""exports/records.py: records and the corpus's JSON, as their readers read them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pandas
from hypothesis import given

from tests.test_exports_rows import archives, each_hostile, few, hostile, kept
from wortlaut.exports.records import corpus_pieces, record_pieces
from wortlaut.gold import read_gold
from wortlaut.kept import Kept
from wortlaut.record import Analysis, from_dict
from wortlaut.statements import KINDS, MEDIA, Statement
from wortlaut.text import Article, Span


def records(archive: list[Kept]) -> list[dict]:
    pieces = list(record_pieces(archive))
    assert all(piece.endswith("\n") and piece.count("\n") == 1 for piece in pieces)
    return [json.loads(piece.encode()) for piece in pieces]


def test_a_record_is_read_back_and_knows_its_archive() -> None:
    (record,) = records([kept()])
    assert from_dict(record) == kept().analysis
    assert record["archive"] == {
        "article": 17, "version": 2, "added": "2026-03-05T12:30:00+00:00", "story": 3,
        "people": {"p1": 5, "p2": 7, "p3": 9}, "utterances": {"s1": 11, "s2": 12, "s4": 13},
    }  # fmt: skip


def test_pandas_reads_records(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(record_pieces([kept(), kept(18)])), "utf-8")
    assert [one["article"] for one in pandas.read_json(path, lines=True)["archive"]] == [17, 18]


@each_hostile
def test_hostile_words_come_back(tmp_path: Path, words: str) -> None:
    one = hostile(words)
    assert from_dict(records([one])[0]) == one.analysis
    (gold,) = through_the_corpus(tmp_path, [one])
    assert gold.article.text == one.analysis.article.text


@few
@given(archives())
def test_any_article_comes_back(archive: list[Kept]) -> None:
    found = records(archive)
    assert [record["article"]["text"] for record in found] == [one.analysis.article.text for one in archive]


# --- the quotation corpus


def through_the_corpus(folder: Path, archive: list[Kept]) -> list:
    path = folder / "a.jsonl"
    path.write_text("".join(corpus_pieces(archive)), "utf-8", newline="")
    return list(read_gold(path))


def bare(statement: Statement) -> Statement:
    """What the corpus knows of a statement."""
    return replace(statement, attribution=None, relayed_by=(), time=None, within=None, asserted=True, score=1.0)


def test_the_corpus_comes_back(tmp_path: Path) -> None:
    (gold,) = through_the_corpus(tmp_path, [kept()])
    assert gold.article.text == kept().analysis.article.text
    assert gold.article.source == "https://bote.example/bruecke"
    assert gold.statements == tuple(map(bare, kept().analysis.statements))


def test_every_kind_and_medium_comes_back(tmp_path: Path) -> None:
    statements = tuple(
        Statement(f"s{number}", kind, (Span(0, 2),), medium=medium)
        for number, (kind, medium) in enumerate(((k, m) for k in KINDS for m in MEDIA), 1)
    )
    one = Kept(Analysis(Article("Ja, nein."), (), statements), 4, 2)
    (gold,) = through_the_corpus(tmp_path, [one])
    assert gold.statements == statements
    assert gold.article.source == "4.2"


def test_tokens_sentences_and_spans_agree() -> None:
    row = json.loads(next(corpus_pieces([kept()])))
    text = row["originalText"]
    for place in (*row["tokens"], *row["sentences"]):
        assert text[place["charBegin"] : place["charEnd"]] == place["text"]
    assert [token["id"] for token in row["tokens"]] == list(range(len(row["tokens"])))
    for sentence in row["sentences"]:
        assert sentence["tokenIds"] == list(range(sentence["begin"], sentence["end"]))
    cue = row["annotations"][0]["cue"]
    assert [row["tokens"][index]["text"] for index in cue["tokenIds"]] == ["teilte", "mit"]
    assert (cue["text"], [span["end"] - span["begin"] for span in cue["spans"]]) == ("teilte mit", [1, 1])
    nested = {a["id"]: (a["hasNested"], a["isNested"]) for a in row["annotations"]}
    assert nested == {1: (False, False), 2: (True, False), 3: (False, True), 4: (False, False), 5: (False, False)}
