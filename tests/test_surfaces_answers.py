"""surfaces/answers.py, and both commands' answers out of a real archive."""

import json
import re
from datetime import UTC, date, datetime
from pathlib import Path

from tests.conftest import ROOT
from tests.test_surfaces_checked import CLAIM, every_verdict
from tests.test_surfaces_found import QUOTE, bridge_page, plainly, schools
from wortlaut.archive import Archive
from wortlaut.archive.searching import Query
from wortlaut.surfaces import checked, counts, found, report, stories, variants

DOCUMENT = (ROOT / "docs" / "reference" / "answers.md").read_text("utf-8")


def keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return {*value, *(key for name, inner in value.items() if name != "statement" for key in keys(inner))}
    return {key for inner in value for key in keys(inner)} if isinstance(value, list) else set()


def test_every_field_is_documented() -> None:
    named = set(re.findall(r"`(\w+)`", DOCUMENT))
    given = [found.to_dict(bridge_page()), *(checked.to_dict(one) for one in every_verdict().values())]
    assert keys(given) - named == set()


def test_a_hit_is_told_with_its_article_and_statement() -> None:
    page = found.to_dict(bridge_page())
    assert json.loads(json.dumps(page)) == page
    assert page["next"] == "8234"
    first = page["hits"][0]
    assert first["address"] == "12.1/s1"
    assert first["person"] == "Ute Kamp"
    assert first["entry"] == "Q4711"
    assert first["date"] == "2026-03-03"
    assert first["variants"] == 3
    assert first["span"]["text"] == "„Wir fangen im Mai an“"
    assert first["statement"]["cue"][0]["text"] == "teilte"
    assert first["article"]["number"] == 12
    assert page["hits"][2]["person"] is None


def test_an_archive_answers_with_all_surfaces(tmp_path: Path) -> None:
    with Archive.open(str(tmp_path / "news.db"), create=True) as archive:
        for hit in schools():
            archive.add(hit.kept.analysis)
        query = Query("Schulen", since=date(2026, 3, 1))
        page = archive.find(query)
        shown = plainly(found.render(page, query=query, total=archive.total(query), width=100))
        assert shown.count("⟦A „Wir werden im Frühjahr keine Schule schließen") == len(page.hits) - 1
        assert "A  Eva Brandt · Bürgermeisterin" in shown
        assert "März 2026" in counts.render(archive.count(query, "month"), "month")
        address = page.hits[-1].kept.address(page.hits[-1].statement)
        assert "Eva Brandt" in variants.render(archive.variants(address))
        assert "Agentur:\xa0dpa" in stories.render(archive.story(schools()[0].kept.analysis.article.source))
        verdict = archive.check(QUOTE, person="Eva Brandt")
        assert checked.to_dict(verdict)["verdict"] == "verbatim"
        assert checked.to_dict(verdict)["evidence"][0]["statement"]["content"][0]["text"] == QUOTE
        assert "Genau diese Worte" in plainly(checked.render(verdict, width=100))
        made = datetime(2026, 11, 24, tzinfo=UTC)
        for write in (report.markdown, report.html):
            assert "https://bote.example/" in write(verdict, archive=archive.url, made=made)
        assert checked.to_dict(archive.check(f"{CLAIM}, sagte niemand je so"))["searched"]["articles"] == 5
