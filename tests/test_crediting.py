"""crediting.py: people and times against golden texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wortlaut.crediting import Crediting, same_name
from wortlaut.evaluation import Evaluation, Pair
from wortlaut.gold import GoldArticle
from wortlaut.golden import Golden, parse
from wortlaut.persons import Person
from wortlaut.record import Analysis
from wortlaut.statements import Attribution, Statement, Time
from wortlaut.tokens import tokens

GOLD = """\
⟦content1:„Wir bauen“⟧, ⟦cue1:sagte⟧ ⟦speaker1:Ute Kamp⟧ ⟦time1:am Montag⟧. ⟦content2:„Nein“⟧, riefen \
⟦speaker2:beide⟧. ⟦cue3:Laut⟧ ⟦speaker3:„Kurier“⟧ ⟦content3:sei alles gut⟧. ⟦content4:Das sei so.⟧ \
⟦content5:„Ach“⟧, sagte wer.
---
1 direct by=p1 time=2026-03-02
2 direct by=p1,p2 time=-
3 indirect by=p4 via=p3 time=-
4 indirect_free_indirect by=- time=-
5 direct
person p1: Ute Kamp
person p2: Tim Ohm
organization p3: Kurier / Loher Kurier
unnamed p4: westliche Erkenntnisse / Erkenntnisse
published: 2026-03-04
"""


def golden() -> Golden:
    return parse(GOLD)


def credited(found: Analysis) -> Crediting:
    gold = golden()
    pairs = Evaluation().add(
        GoldArticle(gold.analysis.article, gold.analysis.statements, tuple(tokens(gold.analysis.article.text))),
        found.statements,
    )
    crediting = Crediting()
    crediting.add(gold, found, pairs)
    return crediting


def changed(number: int, people: tuple[Person, ...] | None = None, **changes: object) -> Analysis:
    """The gold analysis with another statement of that number, or other people."""
    right = golden().analysis
    statements = list(right.statements)
    statements[number - 1] = replace(statements[number - 1], **changes)
    return replace(right, statements=tuple(statements), people=right.people if people is None else people)


def test_what_is_right_is_right() -> None:
    crediting = credited(golden().analysis)
    assert crediting.wrong == []
    assert crediting.summary() == {
        "person": 1.0, "person_of_all_in_gold": 1.0, "links": 1.0, "relay_precision": 1.0, "relay_recall": 1.0,
        "time": 1.0, "time_precision": 1.0, "gold": 4, "statements": 4, "relays": 1, "times": 1, "links_made": 3,
    }  # fmt: skip


def test_statements_that_gold_does_not_judge_are_not_counted() -> None:
    assert credited(changed(5, attribution=Attribution("p2", "name"))).wrong == []


def test_nobody_is_right_where_nobody_is_known() -> None:
    wrong = credited(changed(4, attribution=Attribution("p1", "carried", 0.7)))
    assert (wrong.counts["person_right"], wrong.counts["links"], wrong.counts["links_right"]) == (3, 4, 3)
    (told,) = wrong.wrong
    assert told.startswith("golden text s4")
    assert "'Ute Kamp'" in told and told.endswith("right is None")


def test_a_link_that_is_not_made_costs_no_precision() -> None:
    crediting = credited(changed(1, attribution=None))
    assert crediting.summary()["person"] == 0.75
    assert crediting.summary()["links"] == 1.0


@pytest.mark.parametrize(
    "members, right", [(("p1", "p2"), True), (("p2", "p1"), True), (("p1",), False), (("p1", "p3"), False), ((), False)]
)
def test_of_a_group_the_members_are_compared(members: tuple[str, ...], right: bool) -> None:
    people = tuple(p for p in golden().analysis.people if not p.members)
    found = changed(
        2, (*people, Person("p9", "beide", "group", members=members)), attribution=Attribution("p9", "name")
    )
    assert (credited(found).counts["person_right"] == 4) is right


@pytest.mark.parametrize(
    "name, right", [("Erkenntnissen", True), ("die westlichen Erkenntnisse", True), ("Kenntnisse", False), ("", False)]
)
def test_every_name_that_gold_lists_is_right(name: str, right: bool) -> None:
    people = tuple(replace(p, name=name) if p.id == "p4" else p for p in golden().analysis.people)
    assert (credited(changed(3, people)).counts["person_right"] == 4) is right


@pytest.mark.parametrize("relays, precision, recall", [((), 0.0, 0.0), (("p3", "p1"), 0.5, 1.0), (("p1",), 0.0, 0.0)])
def test_relays(relays: tuple[str, ...], precision: float, recall: float) -> None:
    summary = credited(changed(3, relayed_by=relays)).summary()
    assert (summary["relay_precision"], summary["relay_recall"]) == (precision, recall)


@pytest.mark.parametrize("value, right", [("2026-03-02", 1.0), ("2026-03-03", 0.0), (None, 0.0)])
def test_times(value: str | None, right: float) -> None:
    span = golden().analysis.statements[0].content[0]
    crediting = credited(changed(1, time=Time(value, span) if value else None))
    assert crediting.summary()["time"] == right
    assert len(crediting.wrong) == (right == 0.0)


def test_a_time_where_gold_has_none_is_wrong() -> None:
    span = golden().analysis.statements[1].content[0]
    assert credited(changed(2, time=Time("2026", span))).summary()["time_precision"] == 0.5


def test_missed_statements_count_as_gold_only() -> None:
    gold = golden()
    crediting = Crediting()
    crediting.add(gold, gold.analysis, [Pair(None, statement, 0.0) for statement in gold.analysis.statements])
    assert (crediting.summary()["gold"], crediting.summary()["statements"]) == (4, 0)
    assert crediting.summary()["person"] == 0.0


def test_statements_that_hardly_overlap_are_not_compared() -> None:
    statement: Statement = golden().analysis.statements[0]
    crediting = Crediting()
    crediting.add(golden(), golden().analysis, [Pair(statement, statement, 0.49)])
    assert crediting.counts["statements"] == 0


@pytest.mark.parametrize(
    "one, other, same",
    [
        ("die Polizei", "Polizei", True),
        ("„Loher Kurier“", "Loher Kurier", True),
        ("Regierungskreisen", "Regierungskreise", True),
        ("des Landesamtes", "Landesamt", True),
        ("Ute Kamp", "Kamp", False),
        ("Ute Kamp", "Uta Kamp", False),
        ("Polizei", "Polizist", False),
        ("", "Polizei", False),
    ],
)
def test_names_are_the_same_but_for_articles_and_endings(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same
