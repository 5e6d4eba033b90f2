from dataclasses import replace

from hypothesis import given, settings

from tests.test_surfaces_layers import analyses, bridge, peopled
from wortlaut.persons import Person
from wortlaut.record import Analysis
from wortlaut.surfaces.legend import Legend, letters, roles, words_beside


def test_those_who_speak_have_the_first_letters() -> None:
    legend = Legend(peopled())
    assert [(shown.sign, shown.person.id, shown.statements) for shown in legend.people] == [
        ("A", "p2", (0, 1, 4)), ("B", "p3", (3,)), ("C", "p1", ()),
    ]  # fmt: skip


def test_statements_are_grouped_by_person_and_those_of_nobody_come_last() -> None:
    legend = Legend(peopled())
    assert [(shown and shown.sign, indices) for shown, indices in legend.groups()] == [
        ("A", [0, 1, 4]), ("B", [3]), (None, [2]),
    ]  # fmt: skip
    assert list(legend.groups("text")) == [(None, [0, 1, 2, 3, 4])]
    assert list(Legend(bridge()).groups()) == [(None, [0, 1, 2, 3, 4])]


@given(analyses())
@settings(max_examples=100, deadline=None)
def test_each_statement_is_in_one_group(analysis: Analysis) -> None:
    grouped = [index for _, indices in Legend(analysis).groups() for index in indices]
    assert sorted(grouped) == list(range(len(analysis.statements)))


def test_an_id_that_no_person_has_is_nobody() -> None:
    analysis = replace(peopled(), people=())
    assert Legend(analysis).of(analysis.statements[0]) is None
    assert Legend(analysis).named(["p1"]) == []


def test_of_two_people_with_one_id_the_first_counts() -> None:
    (shown,) = Legend(replace(bridge(), people=(Person("p1", "Ada"), Person("p1", "Bo")))).people
    assert shown.person.name == "Ada"


def test_letters_go_on_after_z() -> None:
    assert [letters(place) for place in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_words_stand_beside_a_name_only_where_they_differ() -> None:
    analysis = peopled()
    speaker = analysis.statements[0].speaker
    assert words_beside(analysis, speaker, "Ute Kamp") == "Bürgermeisterin Ute Kamp"
    assert words_beside(analysis, speaker, "Bürgermeisterin  Ute Kamp") == ""
    assert words_beside(analysis, (), "Ute Kamp") == ""


def test_of_many_roles_some_are_shown() -> None:
    assert roles(Person("p1", "Ada", roles=("Ministerin", "Rednerin"))) == "Ministerin, Rednerin"
    assert len(roles(Person("p1", "Ada", roles=("a",) * 99)).split(", ")) == 8
