import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.test_surfaces_layers import BRIDGE, analyses, bridge, peopled
from wortlaut.record import Analysis
from wortlaut.statements import Statement
from wortlaut.surfaces import table
from wortlaut.text import Article, Span

DANGEROUS = re.compile(r"[\s']*[=+\-@＝＋－＠]|'*[\t\r\n]")


def read(page: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(page, newline=""), strict=True))


def exact(cell: str) -> str:
    """What the documentation of render() tells a reader to do."""
    return cell[1:] if cell.startswith("'") and DANGEROUS.match(cell[1:]) else cell


def test_a_row_holds_everything_about_a_statement() -> None:
    first, *_, last = table.rows(
        bridge(id="b1", source="b.html", title="Brücke", outlet="Bote", published="2026-03-04")
    )
    start, cue, particle = BRIDGE.index("„Wir"), BRIDGE.index("teilte"), BRIDGE.index("mit.")
    speaker, addressee = BRIDGE.index("Bürgermeisterin"), BRIDGE.index("dem Rat")
    assert first == {
        "article_id": "b1", "source": "b.html", "title": "Brücke", "outlet": "Bote", "published": "2026-03-04",
        "statement_id": "s1", "kind": "direct", "medium": "speech", "content": "„Wir fangen im Mai an“",
        "speaker": "Bürgermeisterin Ute Kamp", "cue": "teilte … mit", "addressee": "dem Rat", "frame": "",
        "person": "", "within": "", "asserted": "true", "score": "0.9340", "content_start": str(start),
        "content_end": str(start + 22), "content_spans": f"{start}-{start + 22}",
        "speaker_spans": f"{speaker}-{speaker + 24}", "cue_spans": f"{cue}-{cue + 6};{particle}-{particle + 3}",
        "addressee_spans": f"{addressee}-{addressee + 7}", "frame_spans": "",
        "person_id": "", "person_kind": "", "person_reason": "", "person_score": "", "person_entry": "",
        "relayed_by": "", "time": "", "time_words": "",
    }  # fmt: skip
    assert tuple(first) == table.COLUMNS
    assert last["asserted"] == "false"


def test_a_row_says_who_made_the_statement_and_when() -> None:
    first, second, third, *_ = table.rows(peopled())
    known = ("person", "person_id", "person_kind", "person_reason", "person_score", "person_entry", "relayed_by",
             "time", "time_words")  # fmt: skip
    assert [first[name] for name in known] == [
        "Ute Kamp", "p2", "person", "apposition", "0.9500", "Q4711", "Stadt Solingen", "2026-03-03", "im Mai",
    ]  # fmt: skip
    assert (second["person_reason"], second["time"]) == ("carried", "P2W")
    assert not any(third[name] for name in known)


def test_those_who_relay_are_joined() -> None:
    analysis = peopled()
    said = replace(analysis.statements[0], relayed_by=("p1", "p3", "unknown"))
    (row,) = table.rows(replace(analysis, statements=(said,)))
    assert row["relayed_by"] == "Stadt Solingen | Der Kämmerer"


def test_rows_can_be_grouped_by_person() -> None:
    assert [row["statement_id"] for row in table.rows(peopled(), by="person")] == ["s1", "s2", "s5", "s4", "s3"]
    column = table.COLUMNS.index("person")
    names = [row[column] for row in read(table.render([peopled()], header=False, by="person"))]
    assert names == ["Ute Kamp", "Ute Kamp", "Ute Kamp", "Der Kämmerer", ""]


def test_the_header_stands_once_or_not_at_all() -> None:
    lines = read(table.render([bridge(), bridge()], header=True))
    assert tuple(lines[0]) == table.COLUMNS
    assert len(lines) == 1 + 2 * 5
    assert len(read(table.render([bridge()], header=False))) == 5


def test_lines_end_as_the_standard_says() -> None:
    page = table.render([bridge()], header=True)
    assert page.endswith("\r\n")
    assert page.count("\r\n") == page.count("\n") == 6


@pytest.mark.parametrize("words", ["=1+1", "+49", "-5 Grad", "@x", "\tx", "\rx", "\nx", " =1", "'=1", "＝1"])
def test_formulas_are_defused_and_can_be_restored(words: str) -> None:
    analysis = Analysis(Article(words, title=words), (), (Statement("s1", "direct", (Span(0, len(words)),)),))
    (row,) = read(table.render([analysis], header=False))
    cell = row[table.COLUMNS.index("content")]
    assert cell == "'" + words
    assert exact(cell) == words
    assert row[table.COLUMNS.index("title")] == cell


@pytest.mark.parametrize("words", ["„Ja“", "'Ja'", "– Ja", "1-2", "5 = 5"])
def test_other_cells_stay_as_they_are(words: str) -> None:
    analysis = Analysis(Article(words), (), (Statement("s1", "direct", (Span(0, len(words)),)),))
    assert read(table.render([analysis], header=False))[0][table.COLUMNS.index("content")] == words


@given(analyses())
@settings(max_examples=150, deadline=None)
def test_any_article_comes_back_exactly(analysis: Analysis) -> None:
    page = table.render([analysis], header=False)
    page.encode()
    wanted = [
        [re.sub("[\ud800-\udfff]", "\ufffd", row[name]) for name in table.COLUMNS] for row in table.rows(analysis)
    ]
    assert [[exact(cell) for cell in row] for row in read(page)] == wanted
    assert not any(re.match(r"[=+\-@\t\r\n]", cell) for row in read(page) for cell in row)
