"""Reports say in years what they said when they were made, unless what they quote was forgotten."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.archive.articles import changed, harbour, harbour_copy, new, school, several, shipyard
from tests.archive.behind import change, rows
from tests.archive.test_forgetting import on_disk
from tests.test_surfaces_checked import checked as check_of
from tests.test_surfaces_checked import every_verdict
from tests.test_surfaces_found import hits_of
from tests.test_surfaces_layers import analyses
from wortlaut import __version__
from wortlaut.archive import Archive, Query
from wortlaut.archive.checking import Checked
from wortlaut.archive.desk_schema import audit, feeds, jobs, reviews, snapshots
from wortlaut.desk.audit import note, noted
from wortlaut.desk.reports import Reports
from wortlaut.desk.verdict_records import Head, Made, addresses, head, pack, unpack
from wortlaut.errors import ArchiveError
from wortlaut.record import Analysis
from wortlaut.surfaces import checked as surface
from wortlaut.surfaces import report
from wortlaut.surfaces.words import LANGUAGES

CLAIM = "Ohne tieferes Wasser verlieren wir die Werft"
MADE = datetime(2026, 11, 24, 10, 15, tzinfo=UTC)


@pytest.fixture
def full(archive: Archive) -> Archive:
    list(archive.add_all(several()))
    return archive


def shown(one: Checked) -> list[str]:
    """Everything that a report can look like."""
    told = [json.dumps(surface.to_dict(one), ensure_ascii=True)]
    for language in LANGUAGES:
        told.append(report.html(one, archive="a.db", made=MADE, language=language))
        told.append(report.markdown(one, archive="a.db", made=MADE, language=language))
        told.append(surface.render(one, language=language))
    return told


def again(one: Checked) -> Checked:
    return unpack(pack(Made(one, "a.db", "m1", "0.1"))).checked


# What is kept


@pytest.mark.parametrize("name", list(every_verdict()))
def test_every_verdict_is_shown_as_it_was(name: str) -> None:
    one = every_verdict()[name]
    assert shown(again(one)) == shown(one)
    assert again(again(one)) == again(one)


@settings(max_examples=25, deadline=None)
@given(analyses())
def test_whatever_an_article_holds(analysis: Analysis) -> None:
    told = tuple(replace(one, id=f"s{place}") for place, one in enumerate(analysis.statements, 1))
    hits = hits_of(replace(analysis, statements=told))
    words = analysis.words(hits[0].statement.content)[:500] if hits else ""
    if not re.search(r"\w", words):
        return
    one = check_of(words, hits)
    assert shown(again(one)) == shown(one)


def test_only_the_statements_that_are_evidence_are_kept(full: Archive) -> None:
    one = full.check(CLAIM)
    kept = again(one).kept
    used = {evidence.candidate.address for evidence in one.finding.evidence}
    assert {kept[place].address(s) for place in kept for s in kept[place].analysis.statements} == used
    assert all(kept[place].analysis.article == one.kept[place].analysis.article for place in kept)


def test_a_report_of_a_newer_form_is_told() -> None:
    data = pack(Made(every_verdict()["cut"], "a.db", "m1", "0.1"))
    values = json.loads(zlib.decompress(data)) | {"form": 99}
    with pytest.raises(ArchiveError, match="newer Wortlaut"):
        unpack(zlib.compress(json.dumps(values).encode()))


@pytest.mark.parametrize("data", [b"", b"x", zlib.compress(b"{}"), zlib.compress(b'{"form": 1}'), zlib.compress(b"1")])
@pytest.mark.parametrize("read", [unpack, head])
def test_a_damaged_report_is_told(read: Callable[[bytes], object], data: bytes) -> None:
    with pytest.raises(ArchiveError, match="damaged"):
        read(data)


@settings(max_examples=50, deadline=None)
@given(claim=st.text() | st.just(',"evidence":[]}}'), person=st.none() | st.text(min_size=1))
def test_the_head_of_a_report_is_what_it_says_whole(claim: str, person: str | None) -> None:
    one = every_verdict()["cut"]
    asked = replace(one, finding=replace(one.finding, claim=claim, unchecked=claim), person=person)
    data = pack(Made(asked, claim, "m1", "0.1"))
    assert head(data) == Head(claim, person, "cut")
    assert unpack(data).checked == asked


def test_of_the_rest_nothing_is_unpacked() -> None:
    data = pack(Made(every_verdict()["verbatim"], "a.db", "m1", "0.1"))
    assert head(data[: len(data) // 2] + b"damaged") == head(data)


# Keeping


def test_a_report_is_found_by_its_id(full: Archive) -> None:
    one = full.check(CLAIM, person="Eva Brandt")
    id = Reports(full).keep(one, account="mira", archive="archiv.example", model="m1")
    found = Reports(full).get(id)
    assert re.fullmatch("[a-z2-9]{20}", id) and found.id == id
    assert (found.account, found.archive, found.model, found.version) == ("mira", "archiv.example", "m1", __version__)
    assert abs(found.at - datetime.now(UTC)) < timedelta(minutes=5)
    assert shown(found.checked) == shown(one)
    assert [(one.account, one.action, one.target) for one in noted(full)] == [("mira", "report.keep", id)]


def test_ids_are_never_the_same(full: Archive) -> None:
    one = full.check(CLAIM)
    assert len({Reports(full).keep(one, account="mira") for _ in range(20)}) == 20


def test_a_report_stays_the_same_when_the_archive_changes(full: Archive) -> None:
    one = full.check(CLAIM)
    id = Reports(full).keep(one, account="mira")
    before = shown(Reports(full).get(id).checked)
    full.add(changed(shipyard()))
    full.reread(lambda article: Analysis(article, (), ()), model="m2")
    assert full.check(CLAIM).finding.verdict == "not_found"
    assert shown(Reports(full).get(id).checked) == before


def test_words_outside_of_statements_are_kept_too(full: Archive) -> None:
    one = full.check("Fischer aus dem ganzen Landkreis hatten zuvor vor dem Rathaus")
    assert one.passages
    kept = Reports(full).get(Reports(full).keep(one, account="mira")).checked
    assert shown(kept) == shown(one)
    assert len(addresses(one)) >= len(one.passages)


def test_there_is_no_report_of_an_unknown_id(full: Archive) -> None:
    for id in ("", "x", "a" * 20, "a" * 10_000, "'; DROP TABLE reports; --", "\0"):
        with pytest.raises(ArchiveError, match="holds no such report"):
            Reports(full).get(id)


def test_ones_own_reports_the_newest_first(full: Archive, url: str) -> None:
    reports = Reports(full)
    mine = [reports.keep(full.check(words), account="mira") for words in (CLAIM, "Die Jugend geht nach Hamburg")]
    other = reports.keep(full.check("Das gibt es nicht", person="Eva Brandt"), account="olaf")
    change(url, f"UPDATE reports SET at = '2026-01-01T00:00:00+00:00' WHERE id = '{mine[0]}'")
    assert [one.id for one in reports.list("mira")] == [mine[1], mine[0]]
    assert [one.claim for one in reports.list("mira")] == ["Die Jugend geht nach Hamburg", CLAIM]
    (found,) = reports.list("olaf")
    assert (found.id, found.person, found.verdict) == (other, "Eva Brandt", "not_found")
    assert len(reports.list()) == 3 and reports.list("nobody") == []


def test_a_long_list_in_pages(full: Archive) -> None:
    reports = Reports(full)
    one = full.check("Das gibt es nicht")
    ids = {reports.keep(one, account="mira") for _ in range(7)}
    found: list[str] = []
    while page := reports.list("mira", after=found[-1] if found else None, limit=3):
        found += [each.id for each in page]
    assert len(found) == 7 and set(found) == ids


def test_who_made_a_report_can_take_it_out(full: Archive, url: str) -> None:
    reports = Reports(full)
    first, second = (reports.keep(full.check(CLAIM), account="mira") for _ in range(2))
    with pytest.raises(ArchiveError, match="belongs to another account"):
        reports.remove(first, account="olaf")
    reports.remove(first, account="mira")
    reports.remove(second, account="chief", anyone=True)
    assert reports.list() == [] and rows(url, "SELECT count(*) FROM report_versions") == [(0,)]
    assert [one.action for one in noted(full)][:2] == ["report.remove", "report.remove"]
    with pytest.raises(ArchiveError, match="holds no such report"):
        reports.remove(first, account="mira")


def test_what_was_forgotten_meanwhile_is_not_kept(full: Archive) -> None:
    one = full.check(CLAIM)
    full.forget(article=shipyard().key)
    with pytest.raises(ArchiveError, match="check again"):
        Reports(full).keep(one, account="mira")
    assert Reports(full).list() == []


# Forgetting


def test_reports_that_quote_a_forgotten_article_go(full: Archive) -> None:
    reports = Reports(full)
    about_the_shipyard = reports.keep(full.check(CLAIM), account="mira")
    about_the_school = reports.keep(full.check("Wir lassen kein Dorf ohne Schule"), account="mira")
    gone = full.forget(article=shipyard().key, dry_run=True)
    assert gone.reports == 1 and len(reports.list()) == 2
    assert full.forget(article=shipyard().key) == gone
    assert [one.id for one in reports.list()] == [about_the_school]
    with pytest.raises(ArchiveError, match="holds no such report"):
        reports.get(about_the_shipyard)


def test_a_report_that_only_asks_for_a_person_goes(full: Archive) -> None:
    reports = Reports(full)
    asked = reports.keep(full.check("Das gibt es nicht", person="Hella Zwirn"), account="mira")
    told = reports.keep(full.check("Hella Zwirn wird Ministerin"), account="mira")
    stays = reports.keep(full.check("Das gibt es nicht", person="Udo Zwirn"), account="mira")
    assert full.forget(person="Hella Zwirn").reports == 2
    assert [one.id for one in reports.list()] == [stays]
    assert {asked, told}.isdisjoint(one.id for one in reports.list())


def put(archive: Archive, table: object, some: Sequence[dict[str, object]]) -> None:
    with archive.writing() as connection:
        connection.execute(table.insert(), some)  # type: ignore[attr-defined]


def review(id: int, text: str, article: str, detail: str | None = None) -> dict[str, object]:
    return {
        "id": id, "at": "2026-03-09T00:00:00+00:00", "account": "mira", "article": article, "start": 0, "version_id": 1,
        "end": len(text), "text": text, "verdict": "right", "detail": detail,
    }  # fmt: skip


def job(id: int, **given: object) -> dict[str, object]:
    told = {"id": id, "kind": "add", "state": "failed", "account": "mira", "done": 0, "tries": 1, "data": None}
    return told | {"result": None, "error": None, "created": "2026-03-09T00:00:00+00:00"} | given


def at_the_desk(archive: Archive) -> None:
    """Something in each table that may name Eva Brandt, and something that does not."""
    own, other = harbour().analysis.article, school().analysis.article
    put(archive, reviews, [
        review(1, own.text[:20], own.id), review(2, other.text[:20], other.id),
        review(3, other.text[:20], other.id, '{"person": "Eva Brandt"}'),
    ])  # fmt: skip
    put(archive, jobs, [
        job(1, data=zlib.compress(b"<p>Eva&nbsp;<b>Brandt</b> spricht</p>")), job(2, data=zlib.compress(b"x")),
        job(3, error=f"{harbour().key}: not found"), job(4, result='{"title": "Eva Brandts Rede"}'),
    ])  # fmt: skip
    put(archive, feeds, [
        {"id": id, "address": f"https://feed.example/{id}", "seconds": 60, "paused": False, "created": "x", "due": "x",
         "failures": 1, "articles": 0, "error": error}
        for id, error in enumerate(["https://bote.example/Eva-Brandt: no", "https://bote.example/x: no"], 1)
    ])  # fmt: skip
    put(archive, snapshots, [{"name": "overview", "at": "x", "data": zlib.compress(b'["Eva Brandt"]')}])
    with archive.writing() as connection:
        note(connection, "mira", "person.merge", "Eva Brandt", into="Brandt, Eva")
        note(connection, "mira", "article.read", harbour().key)
        note(connection, "mira", "article.read", school().key)


def test_what_the_desk_keeps_of_a_person_goes(full: Archive, url: str) -> None:
    at_the_desk(full)
    full.forget(person="Eva Brandt")
    assert rows(url, "SELECT id FROM reviews") == [(2,)]
    assert rows(url, "SELECT id FROM jobs") == [(2,)]
    assert rows(url, "SELECT id, error FROM feeds ORDER BY id") == [(1, None), (2, "https://bote.example/x: no")]
    assert rows(url, "SELECT action, target, detail FROM audit ORDER BY id") == [
        ("person.merge", None, None), ("article.read", None, None), ("article.read", school().key, None),
    ]  # fmt: skip
    assert rows(url, "SELECT * FROM snapshots") == []


def test_what_the_desk_keeps_of_an_article_goes(full: Archive, url: str) -> None:
    at_the_desk(full)
    gone = full.forget(article=harbour().key)
    assert gone.reviews == 1
    assert rows(url, "SELECT id FROM reviews ORDER BY id") == [(2,), (3,)]
    assert rows(url, "SELECT id FROM jobs ORDER BY id") == [(1,), (2,), (4,)]
    assert rows(url, f"SELECT id FROM audit WHERE target = '{school().key}'") == [(3,)]
    assert rows(url, f"SELECT id FROM audit WHERE target = '{harbour().key}'") == []


def test_reviews_of_a_text_that_another_article_has_too_stay(full: Archive, url: str) -> None:
    twin = new(
        "⟦content1:„Wir bauen“⟧, ⟦cue1:sagte⟧ ⟦speaker1:Udo Lamm⟧.\n---\n1 direct by=p1\nperson p1: Udo Lamm\n",
        "https://a.example/1",
    )
    list(full.add_all([twin, replace(twin, key="https://a.example/2")]))
    put(full, reviews, [review(1, twin.analysis.article.text[:5], twin.analysis.article.id)])
    assert full.forget(article="https://a.example/1").reviews == 0
    assert rows(url, "SELECT id FROM reviews") == [(1,)]
    assert full.forget(article="https://a.example/2").reviews == 1
    assert rows(url, "SELECT id FROM reviews") == []


SIGNS = ("Brandt", "Hafenmeisterin", "verlieren wir", "bote.example/hafen")


def test_nothing_stays_on_disk(full: Archive, url: str, request: pytest.FixtureRequest) -> None:
    server = request.getfixturevalue("server") if "://" in url else None
    at_the_desk(full)
    reports = Reports(full)
    ids = [reports.keep(full.check(CLAIM, person="Eva Brandt"), account="mira") for _ in range(3)]
    ids.append(reports.keep(full.check("Eva Brandt tritt zurück"), account="mira"))
    kept = reports.keep(full.check("Wir lassen kein Dorf ohne Schule"), account="mira")
    packed = [bytes(data) for (data,) in rows(url, f"SELECT data FROM reports WHERE id <> '{kept}'")]
    packed += [bytes(data) for (data,) in rows(url, "SELECT data FROM jobs WHERE id = 1")]
    before = on_disk(url, server)
    if server is None:
        assert all(data[:64] in before for data in packed)
    full.forget(person="Eva Brandt")
    after = on_disk(url, server)
    assert [data for data in packed if data in after or data[8:72] in after] == []
    assert [sign for sign in SIGNS if sign.encode() in after] == []
    assert kept.encode() in after
    assert list(full.verify()) == []
    assert reports.get(kept).checked.finding.verdict == "verbatim"
    assert full.find(Query(words="Dorf")).hits


def test_audit_of_forgotten_reports_says_who_and_when(full: Archive) -> None:
    Reports(full).keep(full.check(CLAIM), account="mira")
    full.forget(article=harbour_copy().key)
    with full.reading() as connection:
        assert connection.execute(audit.select()).one().account == "mira"


@pytest.mark.parametrize("words", ["\0", "\ud800", "\u202e", "'; DROP TABLE reports; --", "<script>", "%s{0}", "🦊"])
def test_whatever_is_asked_can_be_kept(full: Archive, words: str) -> None:
    one = full.check(f"Wort {words} Wasser", person=f"Eva {words}")
    reports = Reports(full)
    found = reports.get(reports.keep(one, account="mira"))
    assert shown(found.checked) == shown(one)
    assert reports.list("mira")[0].claim == f"Wort {words} Wasser"
