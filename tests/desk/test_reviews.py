"""Reviews, queues, samples and what they tell; on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.archive.articles import harbour, several
from tests.archive.test_rereading import contents
from wortlaut.archive import Archive, Query
from wortlaut.desk.audit import noted
from wortlaut.desk.items import Item, Place, item_at, items_of, meant
from wortlaut.desk.quality import Quality, quality
from wortlaut.desk.queues import next_item, waiting
from wortlaut.desk.reviews import Given, Review, all_reviews, review, reviews_by, undo
from wortlaut.desk.samples import all_samples, draw, sample_named
from wortlaut.desk.views import View, as_read
from wortlaut.errors import ArchiveError
from wortlaut.judgements import Judgement
from wortlaut.record import Analysis
from wortlaut.register import Register
from wortlaut.text import Span

NOBODY = Register()


@pytest.fixture
def filled(archive: Archive) -> Archive:
    """Five articles with eight statements in their latest versions, of which two are copies."""
    list(archive.add_all(several()))
    return archive


def judge(archive: Archive, account: str, item: Item, said: View | None, **given: object) -> Review:
    return review(archive, account, item, Given(said, **given), register=NOBODY)  # type: ignore[arg-type]


def right(archive: Archive, account: str, item: Item, **given: object) -> Review:
    return judge(archive, account, item, as_read(item), **given)


def skip(archive: Archive, account: str, item: Item) -> Review:
    return review(archive, account, item, Given(skipped=True), register=NOBODY)


def all_of(archive: Archive, account: str, queue: str = "lowest", sample: str | None = None) -> list[str]:
    """The addresses of a queue, each found right."""
    found = []
    drawn = sample_named(archive, sample) if sample else None
    while item := next_item(archive, account, queue, sample=drawn):  # type: ignore[arg-type]
        found.append(item.address)
        right(archive, account, item, sample=sample)
    return found


def said(archive: Archive) -> dict[str, str]:
    return {kept.address(one): kept.analysis.words(one.content) for kept, one in archive.statements()}


def test_the_least_certain_comes_first_and_nothing_twice(archive: Archive) -> None:
    def less(analysis: Analysis) -> Analysis:
        first, second = analysis.statements
        return replace(analysis, statements=(replace(first, score=0.9), replace(second, score=0.2)))

    news = several()[1:3]
    list(archive.add_all(replace(one, analysis=less(one.analysis)) for one in news))
    assert all_of(archive, "ada") == ["2.1/s2", "1.1/s2", "2.1/s1", "1.1/s1"]
    assert next_item(archive, "ada", "lowest") is None
    assert next_item(archive, "bo", "lowest") is not None


def test_copies_and_older_versions_are_not_reviewed(filled: Archive) -> None:
    hits = filled.find(Query(limit=100)).hits
    assert sorted(all_of(filled, "ada")) == sorted(hit.kept.address(hit.statement) for hit in hits)


def test_what_is_right_changes_nothing(filled: Archive, url: str) -> None:
    before = contents(url)
    item = item_at(filled, "1.2/s1")
    given = right(filled, "ada", item, seconds=3.5, sample="m")
    assert (given.verdicts, given.is_correct, given.seconds, given.sample) == (("correct",), True, 3.5, "m")
    assert contents(url) == before
    assert filled.judgements().all == ()
    assert [(one.action, one.target) for one in noted(filled)] == [("review", "1.2/s1")]


def test_several_things_can_be_wrong(filled: Archive) -> None:
    item = item_at(filled, "2.1/s1")
    content = Span(item.content.start + 1, item.content.end - 1)
    given = judge(filled, "ada", item, View("indirect", content, "Karl Ott"))
    assert given.verdicts == ("wrong_span", "wrong_kind", "wrong_person")
    (hit,) = filled.find(Query(words="Dorf")).hits
    assert (hit.statement.kind, hit.statement.content, hit.statement.id) == ("indirect", (content,), "s1")
    assert [one.name for one in hit.kept.analysis.people if one.id == hit.statement.person] == ["Karl Ott"]
    assert {one.about for one in filled.judgements().all} == {"span", "statement", "person"}
    assert list(filled.verify()) == []


def test_who_reviews_later_sees_what_was_read(filled: Archive) -> None:
    item = item_at(filled, "2.1/s1")
    judge(filled, "ada", item, None)
    assert "2.1/s1" not in said(filled)
    again = item_at(filled, "2.1/s1")
    assert (again.statement, as_read(again)) == (item.statement, as_read(item))
    assert next_item(filled, "bo", "second") == again


@pytest.mark.parametrize("what", ["none", "kind", "span", "person", "nobody", "all"])
def test_undo_takes_the_correction_back(filled: Archive, url: str, what: str) -> None:
    before = contents(url)
    item = item_at(filled, "2.1/s1")
    read = as_read(item)
    views = {
        "none": None,
        "kind": replace(read, kind="reported"),
        "span": replace(read, content=Span(read.content.start, read.content.end + 5)),
        "person": replace(read, person="Karl Ott", person_kind="organization"),
        "nobody": replace(read, person=None),
        "all": View("reported", Span(0, 10), "Karl Ott"),
    }
    judge(filled, "ada", item, views[what])
    assert contents(url) != before
    given = undo(filled, "ada", register=NOBODY)
    assert given.undone is not None
    assert contents(url) == before
    assert filled.judgements().all == ()
    assert [one.action for one in noted(filled)] == ["review.undo", "review"]
    with pytest.raises(ArchiveError, match="no review of yours"):
        undo(filled, "ada")


def test_a_review_can_be_chosen_to_be_undone_by_its_reader_alone(filled: Archive) -> None:
    one = judge(filled, "ada", item_at(filled, "2.1/s1"), None)
    right(filled, "ada", item_at(filled, "2.1/s2"))
    with pytest.raises(ArchiveError, match="no review of yours"):
        undo(filled, "bo", one.id)
    assert undo(filled, "ada", one.id, register=NOBODY).id == one.id
    assert "2.1/s1" in said(filled)
    assert [given.address for given in reviews_by(filled, "ada")] == ["2.1/s2"]


def test_what_was_said_last_holds(filled: Archive) -> None:
    item = item_at(filled, "2.1/s1")
    judge(filled, "ada", item, None)
    right(filled, "bo", item)
    assert "2.1/s1" in said(filled)
    undo(filled, "bo", register=NOBODY)
    assert "2.1/s1" not in said(filled)
    undo(filled, "ada", register=NOBODY)
    assert "2.1/s1" in said(filled)


def test_what_two_said_alike_stays_when_one_takes_it_back(filled: Archive) -> None:
    item = item_at(filled, "2.1/s1")
    wanted = replace(as_read(item), kind="reported")
    judge(filled, "ada", item, wanted)
    judge(filled, "bo", item, wanted)
    undo(filled, "ada", register=NOBODY)
    (hit,) = filled.find(Query(words="Dorf")).hits
    assert hit.statement.kind == "reported"
    undo(filled, "bo", register=NOBODY)
    (hit,) = filled.find(Query(words="Dorf")).hits
    assert hit.statement.kind == "direct"


def test_who_reviews_again_replaces(filled: Archive) -> None:
    item = item_at(filled, "2.1/s1")
    first = judge(filled, "ada", item, None)
    second = right(filled, "ada", item)
    assert second.replaces == first.id
    assert [one.id for one in reviews_by(filled, "ada")] == [second.id]
    assert "2.1/s1" in said(filled)


def test_what_is_skipped_does_not_come_again_but_can_be_judged(filled: Archive) -> None:
    first = next_item(filled, "ada", "lowest")
    assert first is not None
    assert skip(filled, "ada", first).verdicts == ("skipped",)
    second = next_item(filled, "ada", "lowest")
    assert second is not None and second.address != first.address
    assert waiting(filled, "bo") == 0
    assert right(filled, "ada", first).replaces is None
    undo(filled, "ada")
    assert next_item(filled, "ada", "lowest") == first


def test_the_second_reading_is_of_what_exactly_one_other_has_judged(filled: Archive) -> None:
    one, two, three = (item_at(filled, address) for address in ("2.1/s1", "2.1/s2", "3.1/s2"))
    right(filled, "ada", one)
    judge(filled, "ada", two, None)
    skip(filled, "ada", three)
    assert (waiting(filled, "ada"), waiting(filled, "bo")) == (0, 2)
    assert all_of(filled, "bo", "second") == ["2.1/s1", "2.1/s2"]
    assert waiting(filled, "cem") == 0
    assert next_item(filled, "ada", "second") is None


def test_a_corrected_content_does_not_come_again(filled: Archive) -> None:
    seen = []
    while item := next_item(filled, "ada", "lowest"):
        seen.append(item.address)
        read = as_read(item)
        judge(filled, "ada", item, replace(read, content=Span(read.content.start + 3, read.content.end)))
    assert len(seen) == len(set(seen)) >= 6  # and a copy that is none any more


def test_reviews_survive_a_new_reading(filled: Archive) -> None:
    item = item_at(filled, "2.1/s1")
    judge(filled, "ada", item, replace(as_read(item), content=Span(item.content.start, item.content.end + 5)))
    known = {one.analysis.article.text: one.analysis for one in several()}

    def newer(article: object) -> Analysis:
        made = known[article.text]  # type: ignore[attr-defined]
        moved = [replace(s, content=(Span(s.content[0].start, s.content[0].end - 2),)) for s in made.statements]
        return replace(made, statements=tuple(moved))

    filled.reread(newer, model="m2")
    again = item_at(filled, "2.1/s1")
    assert again.content.end == item.content.end - 2
    assert filled.variants("2.1/s1")[0].statement.content[0].end == item.content.end + 5
    assert "2.1/s1" not in all_of(filled, "ada")
    assert "2.1/s1" in all_of(filled, "bo", "second")


def test_which_content_a_place_means() -> None:
    def at(start: int, end: int) -> Place:
        return Place("a", start, end)

    contents_ = [at(0, 100), at(0, 60), at(70, 90)]
    assert meant([at(0, 60)], contents_) == [1]
    assert meant([at(0, 64)], contents_) == [1]
    assert meant([at(0, 60), at(0, 64)], contents_) == [1, 0]
    assert meant([at(85, 120)], contents_) == [None]


def test_a_sample_is_drawn_once_and_the_same_again(filled: Archive) -> None:
    one = draw(filled, " März  2026 ", 4, seed=7, account="ada")
    two = draw(filled, "zweite", 4, seed=7, account="ada")
    three = draw(filled, "dritte", 100, seed=8, account="ada")
    assert (one.name, one.population, len(one.places)) == ("März 2026", 6, 4)
    assert one.places == two.places
    assert set(one.places) < set(three.places) and len(three.places) == 6
    assert {one.name, "zweite", "dritte"} == {sample.name for sample in all_samples(filled)}
    assert noted(filled)[-1].action == "sample"
    with pytest.raises(ArchiveError, match="already"):
        draw(filled, "zweite", 4, seed=7, account="ada")


@pytest.mark.parametrize(
    "name, size, seed, words",
    [("", 5, 1, "name"), ("a" * 61, 5, 1, "name"), ("a\0", 5, 1, "name"), ("a", 0, 1, "1 to"), ("a", 10_001, 1, "1 to"),
     ("a", 5, -1, "seed"), ("a", 5, 2**63, "seed")],
)  # fmt: skip
def test_a_sample_that_cannot_be_drawn_is_told(filled: Archive, name: str, size: int, seed: int, words: str) -> None:
    with pytest.raises(ArchiveError, match=words):
        draw(filled, name, size, seed=seed, account="ada")
    assert all_samples(filled) == []
    with pytest.raises(ArchiveError, match="no such sample"):
        sample_named(filled, "a")


def test_what_was_judged_to_be_none_can_be_drawn(filled: Archive) -> None:
    judge(filled, "ada", item_at(filled, "2.1/s1"), None)
    found = draw(filled, "alle", 100, seed=1, account="ada")
    assert found.population == len(found.places) == 6
    assert item_at(filled, "2.1/s1").place in found.places


def test_both_readers_go_through_a_sample_in_one_order(filled: Archive) -> None:
    drawn = draw(filled, "m", 5, seed=3, account="ada")
    order = [item.address for place in drawn.places for item in _items(filled) if item.place == place]
    assert all_of(filled, "ada", "random", "m") == all_of(filled, "bo", "random", "m") == order


def _items(archive: Archive) -> list[Item]:
    return [item for kept in archive.kept() for item in items_of(kept)]


def measured(found: Quality) -> dict[str, tuple[int, int]]:
    return {one.aspect: (one.share.right, one.share.all) for one in found.precisions[0].measured}


def test_only_the_sample_tells_the_precision(filled: Archive) -> None:
    drawn = draw(filled, "m", 4, seed=3, account="ada")
    others = [item for item in _items(filled) if item.place not in drawn.places]
    for item in others:
        judge(filled, "ada", item, None)
    views = [None, "kind", "person", "right"]
    for view in views:
        item = next_item(filled, "ada", "random", sample=drawn)
        assert item is not None
        read = as_read(item)
        changed = {"kind": replace(read, kind="reported"), "person": replace(read, person="Karl Ott"), "right": read}
        judge(filled, "ada", item, changed[view] if view else None, sample="m")
    found = quality(filled, [drawn])
    assert measured(found) == {
        "all": (1, 4), "statement": (3, 4), "span": (3, 3), "kind": (2, 3), "person": (2, 3),
    }  # fmt: skip
    assert (found.precisions[0].judged, found.precisions[0].skipped) == (4, 0)


def test_what_is_skipped_is_told(filled: Archive) -> None:
    drawn = draw(filled, "m", 2, seed=3, account="ada")
    item = next_item(filled, "ada", "random", sample=drawn)
    assert item is not None
    skip(filled, "ada", item)
    assert (lambda one: (one.judged, one.skipped))(quality(filled, [drawn]).precisions[0]) == (0, 1)
    right(filled, "bo", item)
    assert (lambda one: (one.judged, one.skipped))(quality(filled, [drawn]).precisions[0]) == (1, 0)


def test_agreement_counts_what_was_said_independently(filled: Archive) -> None:
    one, two = item_at(filled, "2.1/s1"), item_at(filled, "2.1/s2")
    right(filled, "ada", one)
    right(filled, "bo", one)
    judge(filled, "ada", two, None)
    right(filled, "bo", two)
    before = quality(filled, [])
    assert (before.correct.units, before.correct.pairs, before.correct.same) == (2, 2, 1)
    assert [one.place for one in before.disagreements] == [two.place]
    right(filled, "ada", two)
    after = quality(filled, [])
    assert (after.correct, after.kind) == (before.correct, before.kind)
    assert after.disagreements == ()


def test_what_was_undone_is_not_counted(filled: Archive) -> None:
    item = item_at(filled, "2.1/s1")
    right(filled, "ada", item)
    judge(filled, "bo", item, None)
    undo(filled, "bo", register=NOBODY)
    right(filled, "bo", item)
    found = quality(filled, [])
    assert (found.correct.pairs, found.correct.same, found.disagreements) == (1, 1, ())


def test_progress_of_each_reader(filled: Archive) -> None:
    right(filled, "ada", item_at(filled, "2.1/s1"), seconds=2.0)
    judge(filled, "ada", item_at(filled, "2.1/s2"), None, seconds=10_000.0)
    skip(filled, "ada", item_at(filled, "3.1/s1"))
    right(filled, "bo", item_at(filled, "2.1/s1"))
    ada, bo = quality(filled, []).readers
    assert (ada.account, ada.judged, ada.corrected, ada.skipped, ada.seconds) == ("ada", 2, 1, 1, 1801.0)
    assert (bo.account, bo.judged, bo.corrected, bo.seconds) == ("bo", 1, 0, None)


def test_a_judgement_from_elsewhere_stays_when_a_review_is_undone(filled: Archive) -> None:
    item = item_at(filled, "2.1/s1")
    imported = Judgement(
        item.place.article, item.place.start, item.place.end, item.words, "Karl Ott", "2026-03-01"
    )  # fmt: skip
    filled.judge([imported], register=NOBODY)
    judge(filled, "ada", item, replace(as_read(item), person="Karl Ott", kind="reported"))
    undo(filled, "ada", register=NOBODY)
    assert filled.judgements().all == (imported,)


def test_reviews_go_with_their_article(filled: Archive) -> None:
    judge(filled, "ada", item_at(filled, "2.1/s1"), None)
    filled.forget(article="https://bote.example/schule")
    assert reviews_by(filled, "ada") == []
    assert harbour().key in {kept.analysis.article.source for kept in filled.kept()}


def test_reviews_that_name_a_person_go_with_the_person(filled: Archive) -> None:
    item = item_at(filled, "2.1/s1")
    judge(filled, "ada", item, replace(as_read(item), person="Björn Müßig"))
    undo(filled, "ada", register=NOBODY)
    right(filled, "ada", item_at(filled, "3.1/s2"))
    judge(filled, "bo", item, replace(as_read(item), person="Björn Müßig"))
    filled.forget(person="Björn Müßig")
    assert [one.address for one in all_reviews(filled)] == ["3.1/s2"]
