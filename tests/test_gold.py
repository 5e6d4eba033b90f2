import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from wortlaut.errors import InputError, RecordError
from wortlaut.gold import corpus_article, json_lines, predictions, read_gold
from wortlaut.golden import parse
from wortlaut.record import from_dict, to_dict
from wortlaut.text import Article, Span

TEXT = "Sie sagt, er gehe."
MARKED = "⟦speaker1:Sie⟧ ⟦cue1:sagt⟧, ⟦content1:er gehe⟧.\n---\n1 indirect speech\n"


def row(**changes: Any) -> dict[str, Any]:
    """An article in the format of the quotation corpus."""
    places = {"quote": [(10, 17)], "speaker": [(0, 3)], "cue": [(4, 8)], "addressee": [], "frame": [(0, 9)]}
    annotation = {
        role: {"spans": [{"charBegin": a, "charEnd": b} for a, b in spans]} for role, spans in places.items()
    } | {"type": "Indirect", "medium": "Speech"}
    tokens = [{"charBegin": a, "charEnd": b} for a, b in [(0, 3), (4, 8), (8, 9), (10, 12), (13, 17), (17, 18)]]
    return {
        "originalText": TEXT,
        "documentName": "1 - Er geht",
        "tokens": tokens,
        "annotations": [annotation | changes],
    }


def test_a_line_of_the_corpus_becomes_gold() -> None:
    gold = corpus_article(row())
    (statement,) = gold.statements
    assert gold.article == Article(TEXT, source="1 - Er geht", language="de")
    assert [span.cut(TEXT) for span in gold.tokens] == ["Sie", "sagt", ",", "er", "gehe", "."]
    assert (statement.id, statement.kind, statement.medium) == ("s1", "indirect", "speech")
    assert [statement.spans(role) for role in ("content", "speaker", "cue", "addressee", "frame")] == [
        (Span(10, 17),), (Span(0, 3),), (Span(4, 8),), (), (Span(0, 9),),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "theirs, ours",
    [("Speech", "speech"), ("SW", "speech_or_writing"), ("ST", "speech_or_thought"), ("TW", "thought_or_writing"),
     ("Writing", "writing"), ("Thought", "thought"), (None, "unknown"), ("none", "unknown")],
)  # fmt: skip
def test_media_of_the_corpus(theirs: str | None, ours: str) -> None:
    assert corpus_article(row(medium=theirs)).statements[0].medium == ours


@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.gz"])
def test_a_file_of_the_corpus_is_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"gold{suffix}"
    line = json.dumps(row()).encode()
    path.write_bytes(gzip.compress(line + b"\n\n" + line) if suffix.endswith("gz") else line + b"\n\n" + line)
    assert list(read_gold(path)) == [corpus_article(row())] * 2


def test_golden_texts_of_a_folder_are_read_sorted_and_from_below(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b.txt").write_text(MARKED, "utf-8")
    (tmp_path / "a" / "c.txt").write_text(MARKED.replace("Sie", "Er"), "utf-8")
    (tmp_path / "notes.md").write_text("keine Marken", "utf-8")
    assert [gold.article.text[:3] for gold in read_gold(tmp_path)] == ["Er ", "Sie"]


def test_the_tokens_of_a_golden_text_are_ours(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(MARKED, "utf-8")
    (gold,) = read_gold(path)
    assert gold.tokens == corpus_article(row()).tokens
    assert gold.article.source == str(path)


def test_a_golden_text_tells_whom_it_judges(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(MARKED.replace("speech", "speech by=p1 time=-") + "person p1: Ute Kamp\n", "utf-8")
    (gold,) = read_gold(path)
    assert gold.golden is not None
    assert gold.golden.judged == {"s1"}
    assert corpus_article(row()).golden is None


def test_a_folder_without_golden_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no golden texts"):
        list(read_gold(tmp_path))


@pytest.mark.parametrize("name", ["gold.txt", "gold", "gold.jsonl", "gold.jsonl.gz"])
def test_a_path_that_does_not_exist_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="does not exist"):
        list(read_gold(tmp_path / name))


@pytest.mark.parametrize(
    "line, message",
    [
        ("{", "line 2: not JSON"),
        ("{}", "line 2: not of the quotation corpus's format (KeyError('annotations'))"),
        ("5", "line 2: not of the quotation corpus's format"),
        (json.dumps(row(type="Gerücht")), "line 2: not of the quotation corpus's format (KeyError('Gerücht'))"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{json.dumps(row())}\n{line}\n", "utf-8")
    with pytest.raises(RecordError) as caught:
        list(read_gold(path))
    assert f"{path}, {message}" in str(caught.value)


def test_a_wrong_golden_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ja.", "utf-8")
    with pytest.raises(RecordError, match=r"a\.txt has no line '---'"):
        list(read_gold(tmp_path))


def test_values_of_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('1\n\n"Grüße"\n  \nnull', "utf-8")
    assert list(json_lines(path)) == [1, "Grüße", None]


def test_predictions_are_found_by_the_text(tmp_path: Path) -> None:
    analysis = parse(MARKED).analysis
    path = tmp_path / "found.jsonl"
    path.write_text(json.dumps(to_dict(analysis)), "utf-8")
    found = predictions(path)
    assert found(Article(TEXT, id="anders")) == from_dict(to_dict(analysis))
    assert found(Article("Sie schweigt.")).statements == ()


@pytest.mark.parametrize("line", ["[]", '{"wortlaut": 2}', "kein JSON"])
def test_predictions_that_are_no_records_are_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "found.jsonl"
    path.write_text(f"{json.dumps(to_dict(parse(MARKED).analysis))}\n{line}\n", "utf-8")
    with pytest.raises(RecordError, match=r"found\.jsonl, line 2"):
        predictions(path)
