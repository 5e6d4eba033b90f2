import pytest

from wortlaut.assertion import asserted
from wortlaut.golden import parse
from wortlaut.reading import read


def judged(marked: str, count: int = 1) -> list[bool]:
    """What asserted() says of each statement of the marked text."""
    listed = "".join(f"{number} indirect\n" for number in range(1, count + 1))
    analysis = parse(f"{marked}\n---\n{listed}").analysis
    reading = read(analysis.article)
    by_id = {statement.id: statement for statement in analysis.statements}
    return [asserted(statement, by_id, reading) for statement in analysis.statements]


@pytest.mark.parametrize(
    "marked",
    [
        "Kamp ⟦cue1:sagte⟧, ⟦content1:die Brücke komme nicht⟧.",
        "Kamp ⟦cue1:teilte⟧ dem Rat am Montag ⟦cue1:mit⟧, ⟦content1:dass die Brücke komme⟧.",
        "Kamp musste ⟦cue1:einräumen⟧, ⟦content1:dass Geld fehlt⟧.",
        "Kamp konnte ⟦cue1:berichten⟧, ⟦content1:dass die Brücke steht⟧.",
        "Kamp ⟦cue1:sagte⟧ nicht nur, ⟦content1:dass Geld fehle⟧, sondern auch mehr.",
        "Nicht zuletzt ⟦cue1:sagte⟧ Kamp, ⟦content1:dass Geld fehle⟧.",
        "Kamp, die nicht im Rat sitzt, ⟦cue1:sagte⟧, ⟦content1:die Brücke komme⟧.",
        "Wenn Geld da ist, ⟦cue1:sagte⟧ Kamp, ⟦content1:werde gebaut⟧.",
        "⟦cue1:Laut⟧ Kamp ⟦content1:kommt die Brücke nicht⟧.",
        "⟦content1:„Wir bauen nicht“⟧, ⟦cue1:sagte⟧ Kamp.",
        "⟦content1:Die Brücke werde nie gebaut.⟧",
        "Kamp hat stets ⟦cue1:gesagt⟧, ⟦content1:dass Geld fehlt⟧.",
        "Kamp ⟦cue1:warnte⟧, ⟦content1:ohne Brücke gehe es nicht⟧.",
        "Nicht mehr als das ⟦cue1:sagte⟧ Kamp: ⟦content1:Geld fehle⟧.",
    ],
)
def test_what_was_said_is_asserted(marked: str) -> None:
    assert judged(marked) == [True]


@pytest.mark.parametrize(
    "marked",
    [
        "Kamp ⟦cue1:bestreitet⟧, ⟦content1:Geld genommen zu haben⟧.",
        "Kamp ⟦cue1:bestritt⟧, ⟦content1:dass Geld fehlt⟧.",
        "Kamp ⟦cue1:dementierte⟧, ⟦content1:dass Geld fehlt⟧.",
        "Kamp ⟦cue1:leugnet⟧, ⟦content1:dort gewesen zu sein⟧.",
        "Kamp ⟦cue1:wies⟧ ⟦cue1:zurück⟧, ⟦content1:dass Geld fehle⟧.",
        "Kamp ⟦cue1:stritt⟧ am Montag ⟦cue1:ab⟧, ⟦content1:dort gewesen zu sein⟧.",
        "Den Vorwurf, ⟦content1:dass Geld fehle⟧, hat Kamp ⟦cue1:zurückgewiesen⟧.",
    ],
)
def test_what_is_denied_is_not_asserted(marked: str) -> None:
    assert judged(marked) == [False]


@pytest.mark.parametrize(
    "marked",
    [
        "Kamp hat nie ⟦cue1:gesagt⟧, ⟦content1:dass die Brücke komme⟧.",
        "Kamp ⟦cue1:sagte⟧ nicht, ⟦content1:ob Geld fehlt⟧.",
        "Niemand in dieser großen und lange schon verschuldeten Stadt ⟦cue1:sagte⟧, ⟦content1:dass Geld fehle⟧.",
        "Keiner ⟦cue1:sagte⟧, ⟦content1:dass die Brücke komme⟧.",
        "Kamp wollte weder ⟦cue1:bestätigen⟧, ⟦content1:dass Geld fehlt⟧.",
        "Er ging, ohne zu ⟦cue1:sagen⟧, ⟦content1:dass Geld fehlt⟧.",
    ],
)
def test_what_is_said_not_to_have_been_said_is_not_asserted(marked: str) -> None:
    assert judged(marked) == [False]


@pytest.mark.parametrize(
    "marked",
    [
        "Kamp wird morgen ⟦cue1:erklären⟧, ⟦content1:dass Geld fehlt⟧.",
        "Kamp würde ⟦cue1:sagen⟧, ⟦content1:dass Geld fehlt⟧.",
        "Kamp könnte ⟦cue1:ankündigen⟧, ⟦content1:dass sie geht⟧.",
        "Kamp soll am Abend ⟦cue1:mitteilen⟧, ⟦content1:wie es weitergeht⟧.",
        "Kamp will am Montag ⟦cue1:bekannt⟧ ⟦cue1:geben⟧, ⟦content1:wer zahlt⟧.",
        "Wenn Kamp ⟦cue1:sagt⟧, ⟦content1:dass Geld fehlt⟧, dann stimmt es.",
        "Falls die Stadt ⟦cue1:erklärt⟧, ⟦content1:dass Geld fehlt⟧, wird neu geplant.",
        "Hätte Kamp ⟦cue1:gesagt⟧, ⟦content1:dass Geld fehlt⟧, wäre alles anders.",
    ],
)
def test_what_is_to_come_or_imagined_is_not_asserted(marked: str) -> None:
    assert judged(marked) == [False]


@pytest.mark.parametrize(
    "marked",
    [
        "Der Rat ⟦cue1:forderte⟧ Kamp ⟦cue1:auf⟧, ⟦content1:endlich zu ⟦cue2:erklären⟧, ⟦content2:wer zahlt⟧⟧.",
        "Der Rat ⟦cue1:bat⟧ Kamp, ⟦content1:zu ⟦cue2:sagen⟧, ⟦content2:wer zahlt⟧⟧.",
        "Der Rat ⟦cue1:erwartet⟧, ⟦content1:dass Kamp am Montag ⟦cue2:sagt⟧, ⟦content2:wer zahlt⟧⟧.",
        "Der Rat ⟦cue1:hofft⟧, ⟦content1:dass Kamp ⟦cue2:mitteilt⟧, ⟦content2:wer zahlt⟧⟧.",
    ],
)
def test_what_is_asked_for_or_expected_is_not_asserted_but_the_asking_is(marked: str) -> None:
    assert judged(marked, 2) == [True, False]


@pytest.mark.parametrize(
    "marked",
    [
        "Der Rat ⟦cue1:sagte⟧, ⟦content1:Kamp habe ⟦cue2:erklärt⟧, ⟦content2:dass sie zahle⟧⟧.",
        "Der Rat ⟦cue1:forderte⟧, ⟦content1:dass Kamp geht, denn sie habe ⟦cue2:gesagt⟧, ⟦content2:dass Geld fehle⟧⟧.",
    ],
)
def test_what_is_said_within_another_statement_is_asserted(marked: str) -> None:
    assert judged(marked, 2) == [True, True]


@pytest.mark.parametrize(
    "marked",
    [
        "⟦content1:„Nicht mit uns“⟧, ⟦cue1:sagte⟧ Kamp, und das nicht leise.",
        "Nicht Kamp, sondern Lenz ⟦cue1:sagte⟧, ⟦content1:dass Geld fehle⟧.",
        "Kamp ⟦cue1:bat⟧, ⟦content1:nicht zu bauen⟧.",
        "Nie zuvor hatte Kamp so laut ⟦cue1:gesagt⟧, ⟦content1:Geld fehle⟧.",
    ],
)
def test_a_negation_of_something_else_denies_nothing(marked: str) -> None:
    assert judged(marked) == [True]


@pytest.mark.parametrize(
    "marked",
    [
        "Kamp ⟦cue1:sagte⟧ ohne Zögern, ⟦content1:dass Geld fehle⟧.",
        "Kamp ⟦cue1:sagte⟧ nicht ohne Stolz, ⟦content1:dass die Brücke steht⟧.",
        "Kein Geringerer als Kamp ⟦cue1:sagte⟧, ⟦content1:dass die Brücke steht⟧.",
        "Kamp ⟦cue1:sagte⟧ nicht ganz leise, ⟦content1:dass Geld fehle⟧.",
    ],
)
def test_a_negation_near_the_cue_may_negate_something_else(marked: str) -> None:
    assert judged(marked) == [True]
