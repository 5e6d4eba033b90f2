import gzip
import json
import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortlaut.errors import InputError
from wortlaut.intake import Columns, Source, sources
from wortlaut.intake import rows as rows_module


def read(path: Path, columns: Columns | None = None) -> list[Source]:
    return list(sources([str(path)], stdin=lambda: b"", columns=columns))


def written(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def message(source: Source) -> str:
    with pytest.raises(InputError) as caught:
        source.load()
    return str(caught.value)


TABLE = """id;Text;published;outlet;url
a1;"„Nein“, sagte Änne Groß.

Der Rat schwieg; er tagt.";19.06.2024;Elbbote;
a2;„Ja“, sagte er.;2024-06-20T08:30:00+02:00;;https://elbbote.example/rat?utm_source=x#oben

;;;;
;Er schwieg.;;;
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32"])
@pytest.mark.parametrize("packed", [False, True])
def test_csv_in_any_encoding(tmp_path: Path, encoding: str, packed: bool) -> None:
    data = TABLE.encode(encoding)
    path = written(tmp_path / ("t.csv.gz" if packed else "t.csv"), gzip.compress(data) if packed else data)
    first, second, third = read(path)
    article = first.load()
    assert article.text == "„Nein“, sagte Änne Groß.\n\nDer Rat schwieg; er tagt."
    assert (article.published, article.outlet, article.source) == ("2024-06-19", "Elbbote", f"{path}#id=a1")
    assert second.key == "https://elbbote.example/rat"
    assert second.load().source == "https://elbbote.example/rat?utm_source=x#oben"
    assert [first.key, third.key] == [f"{path}#id=a1", f"{path}#8"]
    assert all(pickle.loads(pickle.dumps(source)).load() == source.load() for source in (first, second, third))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_out(tmp_path: Path, delimiter: str) -> None:
    table = delimiter.join(("title", "text")) + "\n" + delimiter.join(("Rat", '"Er kam, sah; und | ging."')) + "\n"
    (source,) = read(written(tmp_path / "t.csv", table))
    assert (source.load().title, source.load().text) == ("Rat", "Er kam, sah; und | ging.")


def test_the_delimiter_that_excel_declares(tmp_path: Path) -> None:
    (source,) = read(written(tmp_path / "t.csv", "sep=;\ntext;title\nEr kam, er ging.;Rat\n"))
    assert source.load().text == "Er kam, er ging."


def test_columns_by_other_names(tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", "Volltext,Datum\nEr schwieg.,1.2.2024\n")
    (source,) = read(path, Columns.parse("text=volltext,published=Datum"))
    assert (source.load().text, source.load().published) == ("Er schwieg.", "2024-02-01")
    error = message(read(path)[0])
    assert error.startswith(f"{path}: line 1: ") and "'Volltext', 'Datum'" in error and "--columns" in error


@pytest.mark.parametrize("spec", ["text", "body=text", "text=", "text=a,=b"])
def test_columns_that_are_none(spec: str) -> None:
    with pytest.raises(InputError, match="NAME=COLUMN"):
        Columns.parse(spec)


def test_one_broken_row_is_one_failure(tmp_path: Path) -> None:
    path = written(tmp_path / "t.csv", 'text,title\nEins.,a\n"Zwei" x,b\nDrei.,c,d,e\n,leer\nVier.,e\n')
    found = read(path)
    assert [source.problem is None for source in found] == [True, False, False, False, True]
    errors = [message(source) for source in found[1:4]]
    assert [error.startswith(f"{path}: line {n}: ") for n, error in zip((3, 4, 5), errors, strict=True)] == [True] * 3
    assert "4 cells" in errors[1] and "no text" in errors[2]


def test_a_quote_that_never_ends_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows_module, "MAX_FIELD", 1_000)
    path = written(tmp_path / "t.csv", 'text,title\n"offen,a\n' + "Zeile.,b\n" * 1_000)
    found = read(path)
    assert message(found[0]).startswith(f"{path}: line 2 to ") and len(found) > 500
    assert found[-1].load().text == "Zeile."


def test_a_nul_is_no_harm(tmp_path: Path) -> None:
    found = read(written(tmp_path / "t.csv", b"text,title\nEr\x00 kam.,a\nEr ging.,b\n"))
    assert [source.load().text for source in found] == ["Er\x00 kam.", "Er ging."]


def test_a_huge_line_costs_itself_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows_module, "MAX_LINE", 10_000)
    lines = ['{"text": "Eins."}', '{"text": "' + "x" * 100_000 + '"}', '{"text": "Drei."}']
    path = written(tmp_path / "t.jsonl", "\n".join(lines))
    found = read(path)
    assert message(found[1]).startswith(f"{path}: line 2: the line is longer")
    assert [found[0].load().text, found[2].load().text] == ["Eins.", "Drei."]
    path = written(tmp_path / "t.csv", "text\nEins.\n" + "x" * 100_000 + "\nDrei.\n")
    assert [source.problem is None for source in read(path)] == [True, False, True]


def test_json_lines(tmp_path: Path) -> None:
    lines = [
        {"text": "„Nein“, sagte er.", "published": "19.06.2024", "id": 7, "clicks": {"a": 1}},
        {"html": "<p>Der Rat sagte am Montag, er tage nun.</p>", "title": "Rat", "url": "https://elbbote.example/a"},
    ]
    path = written(tmp_path / "t.ndjson", "\ufeff" + "\n\n".join(map(json.dumps, lines)))
    text, html = read(path)
    assert (text.key, text.load().text, text.load().published) == (f"{path}#id=7", "„Nein“, sagte er.", "2024-06-19")
    assert (html.key, html.load().text) == ("https://elbbote.example/a", "Der Rat sagte am Montag, er tage nun.")
    assert (html.load().title, html.load().outlet) == ("Rat", "elbbote.example")


def test_a_record_gives_its_article(tmp_path: Path) -> None:
    article = {
        "id": "x",
        "source": "https://elbbote.example/a",
        "outlet": "Elbbote",
        "text": "Er schwieg.",
        "title": None,
    }
    path = written(tmp_path / "t.jsonl", json.dumps({"wortlaut": 1, "article": article, "statements": []}))
    (source,) = read(path, Columns(text="body"))
    got = source.load()
    assert (got.id, got.source, got.outlet, got.text) == ("x", article["source"], "Elbbote", "Er schwieg.")
    assert source.key == "https://elbbote.example/a"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "no JSON"),
        ("[1]", "no JSON object"),
        ('{"body": "x"}', "the fields are 'body'"),
        ('{"text": ["x"]}', "text is no text"),
        ('{"text": " "}', "no text"),
        ("[" * 100_000, "nested too deeply"),
        ('{"text": 7}', "text is no text"),
        ('{"text": ' + "9" * 5_000 + "}", "no JSON"),
    ],
)
def test_lines_that_are_wrong(tmp_path: Path, line: str, why: str) -> None:
    path = written(tmp_path / "t.jsonl", f'{line}\n{{"text": "Gut."}}\n')
    bad, good = read(path)
    assert message(bad).startswith(f"{path}: line 1: ") and why in message(bad)
    assert good.load().text == "Gut."


def test_a_date_that_is_none(tmp_path: Path) -> None:
    (source,) = read(written(tmp_path / "t.jsonl", '{"text": "Gut.", "published": "gestern"}'))
    assert "'gestern', which is no date" in message(source)


def test_a_table_that_is_all_wrong_ends_early(tmp_path: Path) -> None:
    found = read(written(tmp_path / "t.jsonl", '{"body": "x"}\n' * 5_000))
    assert len(found) == rows_module.MAX_PROBLEMS + 1 and "all wrong" in message(found[-1])


def test_an_empty_table(tmp_path: Path) -> None:
    assert [source.path for source in read(written(tmp_path / "t.csv", ""))] == [str(tmp_path / "t.csv")]
    assert "it is empty" in message(read(written(tmp_path / "t.csv.gz", gzip.compress(b"")))[0])
    assert read(written(tmp_path / "t.jsonl", "")) == []


def test_half_a_surrogate_can_be_stored(tmp_path: Path) -> None:
    (source,) = read(written(tmp_path / "t.jsonl", '{"text": "A\\ud800B \\ud83d\\ude00"}'))
    assert source.load().text == "A\ufffdB 😀"


def test_lines_are_found_lazily(tmp_path: Path) -> None:
    path = written(tmp_path / "t.jsonl", '{"text": "Gut."}\n' * 200_000)
    found = sources([str(path)], stdin=lambda: b"")
    assert [next(found).load().text for _ in range(3)] == ["Gut."] * 3


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_what_csv_writes_is_read_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    import csv

    path = tmp_path_factory.mktemp("csv") / "t.csv.gz"
    with gzip.open(path, "wt", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([("text", "id"), *((text, f"n{n}") for n, text in enumerate(texts))])
    kept = [source for source in read(path) if source.problem is None]
    wanted = [text for text in texts if any(ch.isprintable() and not ch.isspace() for ch in text)]
    loaded = [source for source in kept if source.data and json.loads(source.data)["text"] in wanted]
    assert [source.load().text for source in loaded] == wanted


def test_keys_and_bytes_are_the_same_in_every_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "t.csv", TABLE)
    monkeypatch.chdir(tmp_path)
    there = [(source.key, source.data) for source in read(path)]
    assert [(source.key, source.data) for source in read(Path("t.csv"))] == there
