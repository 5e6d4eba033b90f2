"""Generated archives, which measurements use: right spans, the same by seed, and the proportions that are claimed."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest

from benchmarks.archives import COPIED_FOR, generate, made
from benchmarks.drafts import Made
from benchmarks.german import noun
from benchmarks.newsmakers import PEOPLE, outlets, person
from benchmarks.reports import DENIED, SAID
from benchmarks.sentences import ACTS
from wortlaut.record import Analysis, from_dict, to_dict
from wortlaut.statements import Statement

CUES = {*SAID, *DENIED, "Laut", "teilte … mit", *(line.split("|")[0] for line in ACTS.split("\n") if line)}


@pytest.fixture(scope="module")
def some() -> list[Made]:
    return list(made(5_000, seed=11))


@pytest.fixture(scope="module")
def analyses(some: list[Made]) -> list[Analysis]:
    return [one.analysis for one in some]


def test_every_record_is_one(analyses: list[Analysis]) -> None:
    for analysis in analyses:
        assert from_dict(to_dict(analysis)) == analysis


def test_spans_cut_what_they_claim(analyses: list[Analysis]) -> None:
    for analysis in analyses:
        for statement in analysis.statements:
            words = analysis.words(statement.content)
            assert words == words.strip()
            assert (words[0] == "„" and words[-1] == "“") == (statement.kind == "direct")
            assert not statement.cue or analysis.words(statement.cue) in CUES
            assert not statement.time or analysis.words((statement.time.span,)).startswith("am ")
            assert not statement.addressee or analysis.words(statement.addressee).startswith("der „")


def test_speakers_are_named_by_words_of_their_own(analyses: list[Analysis]) -> None:
    for analysis in analyses:
        for statement in analysis.statements:
            person = analysis.person(statement)
            if not person or not statement.attribution or not statement.attribution.evidence:
                assert statement.kind == "free_indirect"
                continue
            evidence = analysis.words((statement.attribution.evidence,))
            assert evidence.lower().endswith(person.name.lower())
            assert set(statement.speaker) <= set(person.mentions)
            if statement.attribution.reason == "surname":
                assert analysis.words(statement.speaker) == person.name.split()[-1]


def test_parts_cover_the_text(analyses: list[Analysis]) -> None:
    for analysis in analyses:
        text = list(analysis.article.text)
        for part in analysis.parts:
            text[part.span.start : part.span.end] = " " * len(part.span)
        assert not "".join(text).strip()
        paragraphs = [part.span for part in analysis.parts if part.kind == "paragraph"]
        for statement in analysis.statements:
            assert any(all(p.covers(span) for span in statement.content) for p in paragraphs)


def test_inner_statements_lie_within(analyses: list[Analysis]) -> None:
    inner = 0
    for analysis in analyses:
        by_id = {statement.id: statement for statement in analysis.statements}
        for statement in analysis.statements:
            if statement.within:
                inner += 1
                assert by_id[statement.within].content[0].covers(statement.content[0])
    assert inner


def test_the_same_seed_gives_the_same() -> None:
    assert list(generate(300, seed=5)) == list(generate(300, seed=5))
    assert list(generate(300, seed=5)) != list(generate(300, seed=6))


def test_size(analyses: list[Analysis]) -> None:
    assert 5_000 <= sum(len(analysis.statements) for analysis in analyses) < 5_030
    assert 4.5 < 5_000 / len(analyses) < 5.5
    words = [len(analysis.article.text.split()) for analysis in analyses]
    assert 225 < sum(words) / len(words) < 275
    assert len({analysis.article.source for analysis in analyses}) == len(analyses)


def test_proportions(analyses: list[Analysis]) -> None:
    kinds = Counter(statement.kind for analysis in analyses for statement in analysis.statements)
    shares = {kind: count / kinds.total() for kind, count in kinds.items()}
    assert 0.48 < shares["indirect"] < 0.6
    assert 0.18 < shares["direct"] < 0.27
    assert 0.06 < shares["indirect_free_indirect"] < 0.14
    assert 0.08 < shares["reported"] < 0.13
    assert 0.02 < shares["free_indirect"] < 0.06
    names = Counter(
        who.name for analysis in analyses for statement in analysis.statements if (who := analysis.person(statement))
        if who.kind == "person"
    )  # fmt: skip
    assert 0.003 < names.most_common(1)[0][1] / kinds.total() < 0.02


def test_copies_are_of_the_last_two_days(some: list[Made]) -> None:
    first = {one.analysis.article.id: one.analysis.article for one in reversed(some) if not one.copy_of}
    copies = [one for one in some if one.copy_of]
    assert 0.15 < len(copies) / len(some) < 0.25
    for copy in copies:
        origin = first[str(copy.copy_of)]
        between = _when(copy.analysis) - datetime.fromisoformat(str(origin.published))
        assert timedelta(0) <= between <= COPIED_FOR
        paragraph = next(part.span for part in copy.analysis.parts if part.kind == "paragraph")
        assert paragraph.cut(copy.analysis.article.text) in origin.text
    assert any(len(copy.analysis.article.text) < 0.8 * len(first[str(copy.copy_of)].text) for copy in copies)


def test_repetitions_are_of_the_same_person_in_other_words(some: list[Made]) -> None:
    by_id = {one.analysis.article.id: one.analysis for one in reversed(some)}
    repetitions = [(one.analysis, id, *told) for one in some for id, told in one.repeats.items()]
    assert 0.06 < len(repetitions) / sum(len(one.analysis.statements) for one in some) < 0.14
    for analysis, id, article, origin in repetitions:
        again, first = _statement(analysis, id), _statement(by_id[article], origin)
        assert again.kind == "indirect" or again.within == origin
        assert analysis.person(again).name == by_id[article].person(first).name  # type: ignore[union-attr]
        assert len(_words(analysis, again) & _words(by_id[article], first)) >= 3


def test_the_vocabulary_is_large() -> None:
    assert len({noun(kind, rank) for kind in "mfnp" for rank in range(50_000)}) > 150_000


def test_outlets_and_people_have_names_of_their_own() -> None:
    assert len({outlet.host for outlet in outlets()}) == 60
    assert len({person(rank).name for rank in range(PEOPLE)}) == PEOPLE


def _when(analysis: Analysis) -> datetime:
    return datetime.fromisoformat(str(analysis.article.published))


def _statement(analysis: Analysis, id: str) -> Statement:
    return next(statement for statement in analysis.statements if statement.id == id)


def _words(analysis: Analysis, statement: Statement) -> set[str]:
    return set(analysis.words(statement.content).lower().strip("„“.,;").split())
