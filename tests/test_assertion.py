import pytest

from benchmarks.assertion import counted, found, given, half
from wortlaut.assertion import asserted
from wortlaut.golden import parse
from wortlaut.model import Model
from wortlaut.reading import read
from wortlaut.statements import Statement
from wortlaut.text import Article


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


def quoted(text: str) -> bool:
    """What asserted() says of the first quotation of a text, of which neither cue nor speaker is known."""
    reading = read(Article(text))
    statement = Statement("s1", "direct", (reading.quotations[0].span,))
    return asserted(statement, {"s1": statement}, reading)


@pytest.mark.parametrize(
    "text",
    [
        "Niemand wird von ihr den Satz hören: „Wir bauen.“",
        "„Wir bauen“ sagt hier keiner.",
        "„Wir bauen“ – das hat Kamp so nie gesagt.",
        "Kein „Wir bauen“ kam ihr über die Lippen.",
        "Kamp bestritt, „Wir bauen“ gesagt zu haben.",
        "Dass sie „Wir bauen“ gesagt habe, wies Kamp zurück.",
        "Niemals, so Kamp, habe sie „Wir bauen“ gesagt.",
        "Ohne „Wir bauen“ zu sagen, ging Kamp.",
        "Kamp weigerte sich, „Wir bauen“ zu sagen.",
    ],
)
def test_a_quotation_that_was_not_said_needs_no_cue(text: str) -> None:
    assert not quoted(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kamp soll gesagt haben: „Wir bauen.“",
        "Ein Satz, den Kamp gesagt haben soll: „Wir bauen.“",
        "Kamp hätte gern gesagt: „Wir bauen.“",
        "Man stelle sich vor, Kamp riefe: „Wir bauen.“",
        "Vielleicht sagt Kamp: „Wir bauen.“",
        "Hat Kamp wirklich „Wir bauen“ gesagt?",
        "Bevor jemand „Wir bauen“ rufen konnte, war die Sitzung zu Ende.",
        "Man wünscht sich eine Rätin, die sagt: „Wir bauen.“",
        "Der Rat hofft auf einen Satz: „Wir bauen.“",
    ],
)
def test_a_quotation_of_hearsay_or_imagination_is_not_asserted(text: str) -> None:
    assert not quoted(text)


@pytest.mark.parametrize(
    "text",
    [
        "Das Zitat „Wir bauen“ ist frei erfunden.",
        "Das Zitat „Wir bauen“, das Kamp zugeschrieben wird, ist alt.",
        "Ein gefälschtes Bild zeigt Kamp mit dem Satz: „Wir bauen.“",
        "Das Video, in dem Kamp „Wir bauen“ sagt, ist eine Fälschung.",
        "Das Gerücht, Kamp habe „Wir bauen“ gesagt, hält sich.",
        "In einer früheren Fassung hieß es, Kamp habe „Wir bauen“ gesagt.",
        "Auf dem Satireportal sagt Kamp: „Wir bauen.“",
    ],
)
def test_a_quotation_that_is_called_made_up_is_not_asserted(text: str) -> None:
    assert not quoted(text)


@pytest.mark.parametrize(
    "text",
    [
        "„Wir bauen“, sagte Kamp nicht ohne Stolz.",
        "Niemand sagte es so deutlich wie Kamp: „Wir bauen.“",
        "Kamp sagte nie etwas anderes als: „Wir bauen.“",
        "Kamp bestritt die Vorwürfe: „Wir bauen.“",
        "Kamp bestritt nicht, „Wir bauen“ gesagt zu haben.",
        "Kamp wurde nicht müde zu sagen: „Wir bauen.“",
        "Auf die Frage, ob Geld fehle, sagte Kamp: „Wir bauen.“",
        "Kamp machte keine Angaben und sagte: „Wir bauen.“",
        "Ein nicht genannter Rat sagte: „Wir bauen.“",
        "Zweifel hat sie keine: „Wir bauen“, sagte Kamp.",
        "Die Zahl sei erfunden, sagte Kamp: „Wir bauen.“",
        "„Wir bauen“, wird Kamp im „Boten“ zitiert.",
        "Keine zwei Stunden später schrieb Kamp: „Wir bauen.“",
        "Für Kamp ist die Sache klar: „Wir bauen.“",
        "„Wir bauen.“",
    ],
)
def test_a_quotation_that_was_said_is_asserted_in_spite_of_words_nearby(text: str) -> None:
    assert quoted(text)


def test_of_two_quotations_set_against_each_other_the_second_was_said() -> None:
    marked = (
        "Kamp ⟦cue1,2:sagte⟧ nicht ⟦content1:„Wir bauen“⟧, sondern ⟦content2:„Wir planen“⟧.\n---\n1 direct\n2 direct\n"
    )
    analysis = parse(marked).analysis
    by_id = {statement.id: statement for statement in analysis.statements}
    reading = read(analysis.article)
    assert [asserted(one, by_id, reading) for one in analysis.statements] == [False, True]


def test_what_lies_in_a_denied_statement_is_not_asserted() -> None:
    assert judged("Kamp ⟦cue1:bestritt⟧, ⟦content1:dass die Lage ⟦content2:„ernst“⟧ sei⟧.", 2) == [False, False]


def test_after_a_colon_stands_what_was_said_instead() -> None:
    assert judged("Kamp ⟦cue1:dementierte⟧ das: ⟦content1:Die Brücke komme⟧.") == [True]


@pytest.mark.parametrize("name, recall", [("developed", 0.98), ("unseen", 0.86)])
def test_texts_of_our_own_do_not_fall_below_their_floors(name: str, recall: float) -> None:
    counts = counted([verdict for gold in half(name) for verdict in given(gold)])
    assert counts.statements > 100
    assert counts.precision >= 0.98
    assert counts.recall >= recall


@pytest.mark.parametrize("name, recall", [("developed", 0.95), ("unseen", 0.8)])
def test_texts_that_the_model_reads_do_not_either(name: str, recall: float, model: Model) -> None:
    counts = counted([verdict for gold in half(name) for verdict in found(gold, model)])
    assert counts.precision >= 0.95
    assert counts.recall >= recall
