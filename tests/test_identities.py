"""identities.py: people of an article as entries of a register; and what users judged."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_golden import analyses
from tests.test_tokens import few
from wortlaut.analysis import Knowledge, analyze
from wortlaut.entries import Entry, Role
from wortlaut.identities import identified, judged
from wortlaut.judgements import Judgement, Judgements
from wortlaut.model import Model
from wortlaut.people import Resolved
from wortlaut.persons import Person
from wortlaut.record import Analysis
from wortlaut.register import Register, starter
from wortlaut.statements import KINDS, Attribution, Kind, Statement
from wortlaut.text import Article, Span

KAMP = Entry(
    "kamp", "Ute Kamp", variants=("Ute Kamp-Ohm",), roles=(Role("Bürgermeisterin von Lohe", "2020", "2025-05-31"),)
)
OTHER = Entry("kamp-2", "Ute Kamp", roles=(Role("Trainerin", "2019"),))
HEIR = Entry("brandt", "Eva Brandt", roles=(Role("Bürgermeisterin von Lohe", "2025-06-01"),))
WORKS = Entry("werke", "Stadtwerke Lohe", kind="organization")
REGISTER = Register((KAMP, HEIR, WORKS))


def entry_of(person: Person, register: Register = REGISTER, day: str | None = "2024-05-05") -> Person:
    """The person as it is with the register."""
    statement = Statement("s1", "direct", (Span(0, 1),), attribution=Attribution(person.id, "name"))
    (found,) = identified(Resolved((statement,), (person,)), register, day).people
    return found


@pytest.mark.parametrize("name", ["Ute Kamp", "UTE KAMP", "Ute Kamps", "Ute Kamp-Ohm"])
def test_a_full_name_is_enough(name: str) -> None:
    found = entry_of(Person("p1", name))
    assert (found.entry, found.name) == ("kamp", name)


@pytest.mark.parametrize("roles", [(), ("Trainerin",), ("Ministerin",)])
def test_a_surname_alone_is_nobody(roles: tuple[str, ...]) -> None:
    person = Person("p1", "Kamp", roles=roles)
    assert entry_of(person) == person


def test_a_surname_with_its_office_on_the_day_is_the_holder() -> None:
    found = entry_of(Person("p1", "Kamp", roles=("Bürgermeisterin von Lohe",)))
    assert (found.entry, found.name) == ("kamp", "Ute Kamp")
    assert entry_of(Person("p1", "Kamp", roles=("Bürgermeisterin von Lohe",)), day="2025-12-01").entry is None


@pytest.mark.parametrize("day, name", [("2024-05-05", "Ute Kamp"), ("2025-12-01", "Eva Brandt"), ("2019-01-01", None)])
def test_an_office_is_its_holder_on_the_day(day: str, name: str | None) -> None:
    person = Person("p1", "Bürgermeisterin von Lohe", "unnamed")
    found = entry_of(person, day=day)
    assert found.name == (name or person.name)
    assert (found.kind, found.roles) == (("person", (person.name,)) if name else ("unnamed", ()))


@pytest.mark.parametrize("day", [None, "Unsinn", "9999-12-31", "0001-01-01", ""])
def test_an_office_without_a_day_is_nobody_wrong(day: str | None) -> None:
    assert entry_of(Person("p1", "Bürgermeisterin von Lohe", "unnamed"), day=day).name in (
        "Bürgermeisterin von Lohe",
        "Eva Brandt",
    )


@pytest.mark.parametrize("day, name", [("2024-03-01", "Olaf Scholz"), ("2026-03-01", "Friedrich Merz")])
def test_the_chancellor_is_whoever_it_was(day: str, name: str) -> None:
    for words in ("Bundeskanzler", "Bundeskanzlers"):
        found = entry_of(Person("p1", words, "unnamed"), starter(), day)
        assert (found.name, found.kind) == (name, "person")


def test_the_chancellor_of_two_years_is_two_people() -> None:
    days = ("2024-03-01", "2026-03-01")
    found = [entry_of(Person("p1", "Bundeskanzler", "unnamed"), starter(), day).entry for day in days]
    assert None not in found
    assert len(set(found)) == 2


def test_homonyms_stay_apart() -> None:
    both = Register((KAMP, OTHER))
    assert entry_of(Person("p1", "Ute Kamp"), both).entry is None
    assert entry_of(Person("p1", "Ute Kamp", roles=("Trainerin",)), both).entry == "kamp-2"
    assert entry_of(Person("p1", "Ute Kamp", roles=("Bürgermeisterin von Lohe",)), both).entry == "kamp"


@pytest.mark.parametrize(
    "person, entry",
    [
        (Person("p1", "Stadtwerke Lohe", "organization"), "werke"),
        (Person("p1", "Stadtwerke Lohe", "person"), None),
        (Person("p1", "Ute Kamp", "organization"), None),
        (Person("p1", "Ute Kamp", "unnamed"), None),
    ],
)
def test_an_entry_is_of_the_person_s_kind(person: Person, entry: str | None) -> None:
    assert entry_of(person).entry == entry


@few
@given(analyses(), st.none() | st.sampled_from(["2024-05-05", "9999-12-31", "Unsinn", ""]))
def test_nothing_but_people_changes(analysis: Analysis, day: str | None) -> None:
    found = identified(Resolved(analysis.statements, analysis.people), starter(), day)
    assert found.statements == analysis.statements
    assert [person.id for person in found.people] == [person.id for person in analysis.people]


TEXT = "„Wir bauen“, sagte Ute Kamp. „Nie“, sagte sie."
ARTICLE = Article(TEXT, id="a1")
FIRST, SECOND = Span(0, 11), Span(29, 34)


def judgement(span: Span, person: str | None, text: str = TEXT, article: str = "a1") -> Judgement:
    return Judgement(article, span.start, span.end, span.cut(text), person, "2026-03-04")


def reading(text: str = TEXT, ids: tuple[str, str] = ("s1", "s2"), person: str = "p1") -> Resolved:
    """Two statements, both of one person."""
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in ("„Wir bauen“", "„Nie“")]
    why = Attribution(person, "name", 0.8)
    statements = tuple(
        Statement(id, "direct", (span,), attribution=why) for id, span in zip(ids, spans, strict=True)
    )  # fmt: skip
    return Resolved(statements, (Person(person, "Ute Kamp"),))


def judged_names(resolved: Resolved) -> list[str | None]:
    names = {person.id: person.name for person in resolved.people}
    return [names[s.person] if s.person else None for s in resolved.statements]


def test_a_judgement_overrules_the_link() -> None:
    found = judged(reading(), ARTICLE, Judgements((judgement(SECOND, "Tim Ohm"),)), REGISTER)
    assert judged_names(found) == ["Ute Kamp", "Tim Ohm"]
    assert found.statements[1].attribution == Attribution("p2", "judgement", 1.0)


def test_the_later_judgement_wins() -> None:
    both = Judgements((judgement(FIRST, "Tim Ohm"), judgement(FIRST, "Eva Brandt")))
    assert judged_names(judged(reading(), ARTICLE, both, REGISTER))[0] == "Eva Brandt"


def test_a_judgement_that_it_is_nobody_known() -> None:
    found = judged(reading(), ARTICLE, Judgements((judgement(FIRST, None), judgement(SECOND, None))), REGISTER)
    assert [statement.attribution for statement in found.statements] == [None, None]
    assert found.people == ()


def test_a_judgement_may_name_an_entry() -> None:
    found = judged(reading(), ARTICLE, Judgements((judgement(FIRST, "werke"),)), REGISTER)
    (person,) = [person for person in found.people if person.entry]
    assert (person.name, person.kind, person.entry) == ("Stadtwerke Lohe", "organization", "werke")


@pytest.mark.parametrize("person", ["Ute Kamp", "UTE KAMP"])
def test_a_judgement_of_somebody_in_the_article_adds_nobody(person: str) -> None:
    given = reading()
    nobody = replace(given, statements=tuple(replace(s, attribution=None) for s in given.statements))
    found = judged(nobody, ARTICLE, Judgements((judgement(SECOND, person),)), Register())
    assert [p.name for p in found.people] == ["Ute Kamp"]


def test_it_survives_a_new_reading_with_other_ids_and_places() -> None:
    kept = Judgements((judgement(SECOND, "Tim Ohm"),))
    again = reading(ids=("s7", "s9"), person="p4")
    assert judged_names(judged(again, ARTICLE, kept, REGISTER)) == ["Ute Kamp", "Tim Ohm"]
    moved = "Ein neuer Anfang. " + TEXT
    found = judged(reading(moved), Article(moved, id="a1"), kept, REGISTER)
    assert judged_names(found) == ["Ute Kamp", "Tim Ohm"]


def test_a_judgement_of_another_article_changes_nothing() -> None:
    other = Judgements((judgement(FIRST, None, article="a2"),))
    assert judged(reading(), ARTICLE, other, REGISTER) == reading()


def test_a_group_keeps_its_members() -> None:
    people = (Person("p1", "Ute Kamp"), Person("p2", "Tim Ohm"), Person("p3", "beide", "group", members=("p1", "p2")))
    given = Resolved((replace(reading().statements[0], attribution=Attribution("p3", "name")),), people)
    assert judged(given, ARTICLE, Judgements(), REGISTER) == given


@few
@given(analyses(), st.none() | st.sampled_from(["Tim Ohm", "werke", "Ute Kamp"]))
def test_every_statement_can_be_judged(analysis: Analysis, person: str | None) -> None:
    article = replace(analysis.article, id="a1")
    contents = [s.content[0] for s in analysis.statements if s.content[0].cut(article.text).strip()]
    all_of_them = Judgements(tuple(judgement(span, person, article.text) for span in contents))
    found = judged(Resolved(analysis.statements, analysis.people), article, all_of_them, REGISTER)
    ids = {one.id for one in found.people}
    assert len(ids) == len(found.people)
    assert {s.person for s in found.statements if s.person} <= ids
    assert {id for s in found.statements for id in s.relayed_by} <= ids


def verdict(span: Span, kind: Kind | None) -> Judgement:
    return replace(judgement(span, None), about="statement", statement_kind=kind)


def test_what_is_no_statement_goes_with_its_person() -> None:
    given = reading()
    other = replace(given.statements[1], attribution=Attribution("p2", "name"))
    given = Resolved((given.statements[0], other), (*given.people, Person("p2", "Tim Ohm")))
    found = judged(given, ARTICLE, Judgements((verdict(FIRST, None),)), REGISTER)
    assert found == Resolved((other,), (Person("p2", "Tim Ohm"),))


def test_a_kind_is_overruled_and_the_person_stays() -> None:
    found = judged(reading(), ARTICLE, Judgements((verdict(FIRST, None), verdict(FIRST, "reported"))), REGISTER)
    assert [s.kind for s in found.statements] == ["reported", "direct"]
    assert judged_names(found) == ["Ute Kamp", "Ute Kamp"]


def test_kind_and_person_can_both_be_judged() -> None:
    both = Judgements((verdict(SECOND, "indirect"), judgement(SECOND, "Tim Ohm")))
    found = judged(reading(), ARTICLE, both, REGISTER)
    assert (found.statements[1].kind, judged_names(found)) == ("indirect", ["Ute Kamp", "Tim Ohm"])


def test_what_lay_in_no_statement_lies_in_the_one_around() -> None:
    places = [Span(0, 46), Span(0, 28), Span(0, 11), Span(29, 34)]
    around = (None, "s1", "s2", "s9")
    statements = tuple(
        Statement(f"s{number}", "direct", (span,), within=within)
        for number, (span, within) in enumerate(zip(places, around, strict=True), 1)
    )
    found = judged(Resolved(statements, ()), ARTICLE, Judgements((verdict(places[1], None),)), REGISTER)
    assert [(s.id, s.within) for s in found.statements] == [("s1", None), ("s3", "s1"), ("s4", "s9")]
    none = Judgements(tuple(verdict(place, None) for place in places[:2]))
    assert [(s.id, s.within) for s in judged(Resolved(statements, ()), ARTICLE, none, REGISTER).statements] == [
        ("s3", None),
        ("s4", "s9"),
    ]


@few
@given(analyses(), st.none() | st.sampled_from(KINDS))
def test_every_statement_can_be_said_to_be_another_or_none(analysis: Analysis, kind: Kind | None) -> None:
    article = replace(analysis.article, id="a1")
    contents = [s.content[0] for s in analysis.statements if s.content[0].cut(article.text).strip()]
    all_of_them = Judgements(
        tuple(replace(judgement(span, None, article.text), about="statement", statement_kind=kind) for span in contents)
    )
    found = judged(Resolved(analysis.statements, analysis.people), article, all_of_them, REGISTER)
    judgeable = [s for s in found.statements if s.content[0] in contents]
    assert [s.kind for s in judgeable] == [kind] * len(judgeable)
    assert kind is not None or not judgeable
    held = {s.id for s in analysis.statements} - {s.id for s in found.statements}
    assert not held & {s.within for s in found.statements}


CHANCELLOR = "„Wir werden das ändern“, sagte der Bundeskanzler am Montag in Berlin."


def test_the_article_s_date_tells_who_the_chancellor_is(model: Model) -> None:
    found = [analyze(Article(CHANCELLOR, published=day), model=model) for day in ("2024-03-05", "2026-03-03", None)]
    names = [[person.name for person in analysis.people] for analysis in found]
    assert names[0] == ["Olaf Scholz"]
    assert names[1] == ["Friedrich Merz"]
    assert names[2] == ["Bundeskanzler"]


def test_a_judgement_overrules_a_reading(model: Model) -> None:
    article = Article(CHANCELLOR, id="a1", published="2024-03-05")
    plain = analyze(article, model=model, knowledge=Knowledge(Register()))
    (statement,) = plain.statements
    kept = Judgements((judgement(statement.content[0], "Tim Ohm", CHANCELLOR),))
    found = analyze(article, model=model, knowledge=Knowledge(Register(), kept))
    assert [person.name for person in plain.people] == ["Bundeskanzler"]
    assert [person.name for person in found.people] == ["Tim Ohm"]
    assert found.statements[0].attribution == Attribution(found.people[0].id, "judgement", 1.0)
