"""people.py and cast.py: with names given by hand, and with the model through analyze()."""

from __future__ import annotations

import random
import sys
from dataclasses import replace

import pytest
from hypothesis import given

from benchmarks.articles import FIRST
from tests.test_golden import analyses
from tests.test_mentions import named
from tests.test_tokens import few
from wortlaut.analysis import analyze
from wortlaut.crediting import same_name
from wortlaut.dating import dated
from wortlaut.entities import CLASSES, Label, Name
from wortlaut.golden import parse
from wortlaut.model import Model
from wortlaut.people import LEAST, Resolved, resolve
from wortlaut.reading import read
from wortlaut.record import Analysis, from_dict
from wortlaut.statements import REASONS, Statement
from wortlaut.text import Article, Span

PEOPLE: dict[str, Label] = {"Ute Kamp": "PER", "Tim Ohm": "PER", "Eva Brandt": "PER", "Loher Kurier": "ORG"}


def resolved(marked: str, names: dict[str, Label] | None = None, kind: str = "direct") -> tuple[Resolved, str]:
    """What is found of a text with marks, where statements are of one kind; and the text."""
    numbers = [n for n in range(1, 20) if f"content{n}:" in marked]
    analysis = parse(marked + "\n---\n" + "".join(f"{n} {kind}\n" for n in numbers)).analysis
    reading = read(analysis.article)
    known = named(reading.text, names or PEOPLE)
    known = [n for n in known if not any(o is not n and o.span.covers(n.span) for o in known)]
    return resolve(analysis.statements, reading, known), reading.text


def people_of(found: Resolved) -> list[tuple[str | None, str | None]]:
    """For each statement the name of its person and the reason."""
    names = {person.id: person.name for person in found.people}
    return [(names.get(s.person or ""), s.attribution.reason if s.attribution else None) for s in found.statements]


def who(
    marked: str, names: dict[str, Label] | None = None, kind: str = "direct"
) -> list[tuple[str | None, str | None]]:
    return people_of(resolved(marked, names, kind)[0])


@pytest.mark.parametrize(
    "frame, reason",
    [
        ("sagte ⟦speaker1:Ute Kamp⟧", "name"),
        ("sagte ⟦speaker1:die Ministerin Ute Kamp⟧", "apposition"),
        ("sagte ⟦speaker1:Ute Kamp, Sprecherin der Stadt⟧", "apposition"),
        ("sagte ⟦speaker1:Dr. Ute Kamp⟧", "name"),
    ],
)
def test_a_full_name_is_the_person(frame: str, reason: str) -> None:
    assert who(f"⟦content1:„Nein“⟧, {frame}.") == [("Ute Kamp", reason)]


@pytest.mark.parametrize(
    "second, reason",
    [
        ("⟦speaker2:Kamp⟧", "surname"),
        ("⟦speaker2:die Ministerin⟧", "role"),
        ("⟦speaker2:sie⟧", "pronoun"),
        ("⟦speaker2:Ute Kamp⟧", "name"),
    ],
)
def test_one_who_was_named_is_known_again(second: str, reason: str) -> None:
    marked = (
        f"⟦content1:„Nein“⟧, sagte ⟦speaker1:Umweltministerin Ute Kamp⟧. ⟦content2:„Wir bauen“⟧, ⟦cue2:sagte⟧ {second}."
    )
    names: dict[str, Label] = {"Ute Kamp": "PER", "Kamp": "PER"}
    found, _ = resolved(marked, names)
    assert people_of(found)[1] == ("Ute Kamp", reason)
    assert len(found.people) == 1


def test_a_role_that_comes_before_its_name() -> None:
    marked = (
        "⟦content1:„Nein“⟧, ⟦cue1:sagte⟧ ⟦speaker1:der Minister⟧. "
        "⟦content2:„Doch“⟧, ⟦cue2:sagte⟧ ⟦speaker2:der Minister Tim Ohm⟧ später."
    )
    assert [name for name, _ in who(marked)] == ["Tim Ohm", "Tim Ohm"]


def test_pronouns_follow_the_gender() -> None:
    marked = (
        "⟦content1:„Ja“⟧, ⟦cue1:sagte⟧ ⟦speaker1:Ute Kamp⟧. ⟦content2:„Nein“⟧, ⟦cue2:sagte⟧ ⟦speaker2:Tim Ohm⟧. "
        "⟦content3:„Doch“⟧, ⟦cue3:sagte⟧ ⟦speaker3:sie⟧. ⟦content4:„Nie“⟧, ⟦cue4:sagte⟧ ⟦speaker4:er⟧."
    )
    assert [name for name, _ in who(marked)] == ["Ute Kamp", "Tim Ohm", "Ute Kamp", "Tim Ohm"]


def test_two_with_one_surname_stay_apart() -> None:
    marked = (
        "⟦content1:„Ja“⟧, ⟦cue1:sagte⟧ ⟦speaker1:Ute Kamp⟧. ⟦content2:„Nein“⟧, ⟦cue2:sagte⟧ ⟦speaker2:Tom Kamp⟧. "
        "⟦content3:„Doch“⟧, ⟦cue3:sagte⟧ ⟦speaker3:Ute Kamp⟧."
    )
    found, _ = resolved(marked, {"Ute Kamp": "PER", "Tom Kamp": "PER"})
    assert [name for name, _ in people_of(found)] == ["Ute Kamp", "Tom Kamp", "Ute Kamp"]
    assert [person.name for person in found.people] == ["Ute Kamp", "Tom Kamp"]


def test_two_who_say_it_together_are_a_group() -> None:
    found, _ = resolved("⟦content1:„Ja“⟧, ⟦cue1:sagten⟧ ⟦speaker1:Ute Kamp und Tim Ohm⟧.")
    (group,) = [person for person in found.people if person.members]
    members = {person.id: person.name for person in found.people if not person.members}
    assert found.statements[0].person == group.id
    assert [members[id] for id in group.members] == ["Ute Kamp", "Tim Ohm"]


def test_speech_without_a_speaker_is_carried_on() -> None:
    marked = "⟦content1:Man baue⟧, ⟦cue1:sagte⟧ ⟦speaker1:Ute Kamp⟧. ⟦content2:Das sei teuer.⟧ Es regnete."
    assert who(marked, kind="indirect_free_indirect")[1] == ("Ute Kamp", "carried")


def test_what_is_said_in_a_letter_is_the_letters() -> None:
    marked = (
        "⟦content1:„Man baut“⟧, ⟦cue1:sagte⟧ ⟦speaker1:Ute Kamp⟧. Da lachte ⟦speaker2:sie⟧. ⟦content2:„Man baut nie“⟧, "
        "⟦cue2:hieß es⟧ in einem anonymen Schreiben."
    )
    assert [name for name, _ in who(marked)] == ["Ute Kamp", "anonymen Schreiben"]


def test_a_quotation_behind_a_colon_is_of_the_subject_before_it() -> None:
    marked = (
        "⟦content1:„Man baut“⟧, ⟦cue1:sagte⟧ ⟦speaker1:Tim Ohm⟧. Dann schrieb ⟦speaker2:er⟧ etwas auf. "
        "Eine Besucherin sah es gelassen: ⟦content2:„Man baut nie.“⟧"
    )
    assert [name for name, _ in who(marked)] == ["Tim Ohm", "Besucherin"]


def test_speech_far_behind_is_of_nobody() -> None:
    far = "Es regnete in der Stadt. " * 9
    marked = f"⟦content1:Man baue⟧, ⟦cue1:sagte⟧ ⟦speaker1:Ute Kamp⟧. {far}⟦content2:Das sei teuer.⟧"
    assert who(marked, kind="indirect_free_indirect")[1] == (None, None)


def test_a_quotation_within_another_is_of_the_same_person() -> None:
    marked = "⟦content1:Man baue ⟦content2:„gern“⟧⟧, ⟦cue1:sagte⟧ ⟦speaker1:Ute Kamp⟧."
    assert [name for name, _ in who(marked)] == ["Ute Kamp", "Ute Kamp"]


def test_hearsay_without_a_speaker_is_of_nobody() -> None:
    marked = "⟦content1:„Ja“⟧, ⟦cue1:sagte⟧ ⟦speaker1:Ute Kamp⟧. ⟦content2:Er soll geflohen sein.⟧"
    assert who(marked, kind="free_indirect")[1] == (None, None)


@pytest.mark.parametrize("speaker", ["niemand", "kein Minister", "man"])
def test_nobody_is_nobody(speaker: str) -> None:
    assert who(f"Ute Kamp kam. ⟦content1:„Ja“⟧, ⟦cue1:sagte⟧ ⟦speaker1:{speaker}⟧.") == [(None, None)]


@pytest.mark.parametrize(
    "marked, name, kind",
    [
        ("⟦cue1:Nach⟧ ⟦speaker1:Angaben der Polizei⟧ ⟦content1:brannte es⟧.", "Polizei", "organization"),
        ("⟦cue1:Laut⟧ ⟦speaker1:einer Studie⟧ ⟦content1:ist es warm⟧.", "Studie", "document"),
        ("⟦content1:„Ja“⟧, ⟦cue1:sagte⟧ ⟦speaker1:eine Sprecherin der Polizei⟧.", "Sprecherin der Polizei", "unnamed"),
        ("⟦content1:„Ja“⟧, ⟦cue1:teilte⟧ ⟦speaker1:der Kreml⟧ ⟦cue1:mit⟧.", "Kreml", "organization"),
        ("⟦content1:„Ja“⟧, ⟦cue1:sagten⟧ ⟦speaker1:die Eltern⟧.", "Eltern", "group"),
    ],
)
def test_sources_that_are_no_persons(marked: str, name: str, kind: str) -> None:
    found, _ = resolved(marked, {}, "indirect")
    (person,) = found.people
    assert same_name(person.name, name)
    assert person.kind == kind


@pytest.mark.parametrize("speaker", ["Beobachtern", "Insidern", "Regierungskreisen"])
def test_sources_without_a_name_keep_their_words(speaker: str) -> None:
    found, _ = resolved(f"⟦speaker1:{speaker}⟧ ⟦cue1:zufolge⟧ ⟦content1:ist es ruhig⟧.", {}, "indirect")
    (person,) = found.people
    assert same_name(person.name, speaker)
    assert person.kind != "person"


def test_a_paper_that_cites_others_is_a_relay() -> None:
    marked = (
        "⟦content1:Die Stadt baut⟧⟦frame1:, ⟦cue1:berichtet⟧ ⟦speaker1:der „Loher Kurier“⟧ unter Berufung auf "
        "Regierungskreise⟧."
    )
    found, _ = resolved(marked, kind="indirect")
    names = {person.id: person.name for person in found.people}
    (statement,) = found.statements
    assert names[statement.person or ""] == "Regierungskreise"
    assert [names[id] for id in statement.relayed_by] == ["Loher Kurier"]


def test_a_paper_that_is_spoken_to_is_a_relay() -> None:
    marked = "⟦content1:„Ja“⟧⟦frame1:, ⟦cue1:sagte⟧ ⟦speaker1:Ute Kamp⟧ ⟦addressee1:dem „Loher Kurier“⟧⟧."
    found, _ = resolved(marked)
    assert [person.name for person in found.people if person.id in found.statements[0].relayed_by] == ["Loher Kurier"]


def test_the_evidence_names_the_person() -> None:
    marked = "⟦content1:„Ja“⟧, ⟦cue1:sagte⟧ ⟦speaker1:Ute Kamp⟧. ⟦content2:„Nein“⟧, ⟦cue2:sagte⟧ ⟦speaker2:sie⟧."
    found, text = resolved(marked)
    attribution = found.statements[1].attribution
    assert attribution and attribution.evidence
    assert attribution.evidence.cut(text) == "Ute Kamp"


def test_people_are_numbered_as_they_come_with_their_places() -> None:
    marked = "Tim Ohm kam zu Ute Kamp. ⟦content1:„Ja“⟧, ⟦cue1:sagte⟧ ⟦speaker1:Ute Kamp⟧."
    found, text = resolved(marked)
    (person,) = found.people
    assert person.id == "p1"
    assert [span.cut(text) for span in person.mentions] == ["Ute Kamp", "Ute Kamp"]


def check(found: Resolved, statements: tuple[Statement, ...], article: Article) -> None:
    """What holds of every result, whatever the text."""
    ids = [person.id for person in found.people]
    assert ids == [f"p{number}" for number in range(1, len(ids) + 1)]
    assert [replace(s, attribution=None, relayed_by=()) for s in found.statements] == [
        replace(s, attribution=None, relayed_by=()) for s in statements
    ]
    pointed = {id for s in found.statements for id in (s.person, *s.relayed_by) if id}
    pointed |= {member for person in found.people for member in person.members}
    assert pointed == set(ids)
    for statement in found.statements:
        if statement.attribution:
            assert LEAST <= statement.attribution.score <= 1
            assert statement.attribution.reason in REASONS
    analysis = Analysis(article, (), found.statements, found.people)
    assert len(from_dict(analysis.to_dict()).people) == len(ids)


@few
@given(analyses())
def test_any_statements_of_any_text_are_resolved(analysis: Analysis) -> None:
    reading = read(analysis.article)
    source = random.Random(len(reading.text))
    known = [Name(span, source.choice(CLASSES), False, False, 0.5) for span in reading.tokens if source.random() < 0.3]
    plain = tuple(replace(s, attribution=None, relayed_by=(), time=None) for s in analysis.statements)
    check(resolve(plain, reading, known), plain, analysis.article)


def sentences(number: int, every: int) -> tuple[Article, list[Name], list[Statement]]:
    """An article with that many names; a statement each `every` sentences."""
    text, names, statements = "", [], []
    pieces: list[str] = []
    start = 0
    for i in range(number):
        name = f"{FIRST[i % 20]} Q{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}mann"
        role = "der Minister " if i % 3 == 0 else ""
        piece = f"„Nein“, sagte {role}{name} am Montag. "
        place = Span(start + piece.index(name), start + piece.index(name) + len(name))
        names.append(Name(place, "PER", False, False, 0.9))
        speaker = Span(start + 14, place.end)
        if i % every == 0:
            content = Span(start, start + 6)
            statements.append(Statement(f"s{i}", "direct", (content,), (speaker,), (Span(start + 8, start + 13),)))
        pieces.append(piece)
        start += len(piece)
    text = "".join(pieces)
    return Article(text, published="2026-03-04"), names, statements


def work(number: int, every: int) -> int:
    """The calls of functions that so many names cost."""
    article, names, statements = sentences(number, every)
    reading = read(article)
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        dated(resolve(statements, reading, names).statements, reading)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("every", [1, 7])
def test_the_work_grows_with_the_names_and_not_with_their_square(every: int) -> None:
    assert work(5_000, every) < 5 * work(1_250, every)


def test_five_thousand_names_are_all_found() -> None:
    article, names, statements = sentences(5_000, 1)
    found = resolve(statements, read(article), names)
    assert len(found.people) == 5_000
    assert all(statement.person for statement in found.statements)


def test_a_name_that_comes_again_after_thousands_is_the_same_person() -> None:
    article, names, statements = sentences(1_000, 1)
    again = f"{article.text}„Ja“, sagte Anna Qaaamann."
    last = len(article.text)
    place = Span(again.rindex("Anna"), len(again) - 1)
    statements.append(Statement("s0b", "direct", (Span(last, last + 4),), (place,), (Span(last + 6, last + 11),)))
    found = resolve(statements, read(Article(again)), [*names, Name(place, "PER", False, False, 0.9)])
    assert len(found.people) == 1_000
    assert found.statements[-1].person == found.statements[0].person


HOSTILE = {
    "empty": "",
    "blank": " \n\t ",
    "signs": "“”„“,.;:!?()[]„“--–– 12 %%% „,“ ... " * 20,
    "cyclic apposition": "Ute Kamp, " + "Sprecherin von Tim Ohm, Sprecher von Ute Kamp, " * 9 + "sagte, man baue.",
    "possessives": "„Nein“, sagte " + "seine Schwester, deren Bruder, dessen Vater, ihr Onkel, " * 60 + "am Montag.",
    "genitives": "„Nein“, sagte " + "die Sprecherin des Ministers der Vorsitzenden " * 90 + "am Montag.",
    "names in the genitive": "„Nein“, sagte " + "Kamps " * 200 + "Sprecher.",
    "a long name": "„Nein“, sagte Ute " + "Kamp-" * 60 + "Ohm. „Doch“, sagte er.",
    "a longer word": "„Nein“, sagte " + "K" + "k" * 299 + ". „Doch“, sagte er.",
    "many together": "„Nein“, sagten " + " und ".join(["Ute Kamp", "Tim Ohm"] * 100) + ".",
    "both": "Beide sagten: „Nein.“ Sie sagten, sie seien da. Die beiden betonten, man baue.",
    "bidi": "\u202e„Nein“\u202c, sagte \u200fUte Kamp\u200f am \u2067Montag\u2069. \u061cSie sagte: „Ja“.",
    "zero width": "„Ne\u200bin“, sagte Ute\u200d Ka\ufeffmp. Sie\u00ad sagte: „Ja“.",
    "zero bytes": "„Nein“, sagte \x00Ute\x00 Kamp.",
    "emoji": "„😀“, sagte 😀 😀. „👩‍👩‍👧“, sagte 👩‍👩‍👧.",
    "labels": "Kamp: Warum?\n\nOhm: Darum.\n\n" * 20,
    "colons": "Ute: " * 100,
    "pronouns": "Ute Kamp sagte, " + "sie sage, er sage, " * 100 + "man komme.",
}  # fmt: skip


@pytest.mark.parametrize("published", [None, "2026-03-04"])
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_articles_are_read(name: str, published: str | None, model: Model) -> None:
    article = Article(HOSTILE[name], published=published)
    found = analyze(article, model=model)
    check(Resolved(found.statements, found.people), found.statements, article)


def test_a_statement_without_tokens_is_of_nobody() -> None:
    article = Article("   \n  Ute Kamp sagte nichts.")
    blank = Statement("s1", "direct", (Span(0, 2),), speaker=(Span(0, 1),), cue=(Span(2, 3),), frame=(Span(0, 3),))
    nothing = Statement("s2", "indirect_free_indirect", (Span(1, 3),))
    for statements in ((blank,), (nothing,), (blank, nothing)):
        found = resolve(statements, read(article), [])
        assert [statement.person for statement in found.statements] == [None] * len(statements)
        assert [s.time for s in dated(found.statements, read(article))] == [None] * len(statements)


def test_no_statements_and_no_text() -> None:
    assert resolve([], read(Article("Ute Kamp kam.")), []) == Resolved((), ())
    assert dated([], read(Article(""))) == ()


ARTICLE = (
    "Die Stadt Lohe will die alte Brücke nun doch erneuern. „Wir haben lange gewartet“, sagte Bürgermeisterin Eva "
    "Brandt am Montag im Rathaus. „Das ist ein guter Tag“, sagte sie. Der Vorsitzende des Bürgervereins, Jörn Albers, "
    "widersprach: „Das ist zu teuer.“ Nach Angaben der Polizei wurde niemand verletzt."
)


def test_an_article_is_read_with_its_people(model: Model) -> None:
    found = analyze(Article(ARTICLE, published="2026-03-04"), model=model)
    said = {found.words(s.content): (found.person(s), s.time) for s in found.statements}
    (brandt, monday), (again, _) = said["„Wir haben lange gewartet“"], said["„Das ist ein guter Tag“"]
    (albers, _), (police, _) = said["„Das ist zu teuer.“"], said["wurde niemand verletzt"]
    assert brandt and brandt == again and albers and police and monday
    assert (brandt.name, brandt.kind, brandt.roles) == ("Eva Brandt", "person", ("Bürgermeisterin",))
    assert (albers.name, police.name, police.kind) == ("Jörn Albers", "Polizei", "organization")
    assert monday.value == "2026-03-02"


def test_reading_twice_gives_the_same(model: Model) -> None:
    assert analyze(ARTICLE, model=model) == analyze(ARTICLE, model=model)


@pytest.mark.parametrize(
    "beside", ["Von Ute Kamp", "Ute Kamp will bauen", "K" * 20_000 + "Kamp", "Kamp-" * 5_000 + " Kamp"]
)
def test_a_heading_may_tell_the_full_name(beside: str) -> None:
    line = (
        "⟦content1:„Wir bauen nun doch, und zwar bald und sehr gern“⟧, ⟦cue1:sagte⟧ ⟦speaker1:Kamp⟧ im Rat der Stadt."
    )
    found, _ = resolved(f"{beside}\n\n{line}", {"Kamp": "PER"})
    assert [person.name for person in found.people] == ["Ute Kamp" if "Ute" in beside else "Kamp"]
