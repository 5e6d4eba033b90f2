from itertools import pairwise

import pytest
from hypothesis import given

from tests.test_tokens import few, texts
from wortlaut.parts import RUNNING, part_at, parts, running_spans
from wortlaut.tokens import paragraphs

RUN = "Der Rat der Stadt hat am Montag lange über die neue Brücke beraten und dann abgestimmt."


def found(text: str) -> list[tuple[str, str]]:
    return [(part.kind, part.span.cut(text)) for part in parts(text, paragraphs(text))]


@pytest.mark.parametrize(
    "dateline",
    [
        "Berlin (dpa) –", "Berlin (dpa) -", "Berlin (dpa).", "Berlin dpa –", "Berlin/Wien (dpa/AFP) –", "BERLIN.",
        "BERLIN –", "Lohe –", "Bad Lohe (les) –", "Lohe an der Berge (dpa/lno) –", "Berlin.",
        "Lohheim.", "Frankfurt am Main (AP) –", "Berlin, 3. März 2026 (dpa) –", "WIEN/BERLIN (APA/dpa) –",
    ],
)  # fmt: skip
def test_a_dateline_opens_the_report(dateline: str) -> None:
    assert found(f"{dateline} {RUN}") == [("dateline", dateline), ("paragraph", RUN)]


@pytest.mark.parametrize("dateline", ["Lohe/Berge –", "Lohe (dpa)"])
def test_a_dateline_ends_with_its_last_sign(dateline: str) -> None:
    assert found(f"{dateline} {RUN}") == [("dateline", dateline), ("paragraph", RUN)]


def test_a_dateline_stands_only_in_the_first_paragraphs() -> None:
    text = "\n\n".join([RUN, "Danach war Ruhe.", "Alle gingen heim.", f"Berlin (dpa) – {RUN}"])
    assert {kind for kind, _ in found(text)} == {"paragraph"}


def test_what_stands_above_the_dateline_is_the_teaser() -> None:
    text = f"Die Brücke kommt.\n\nBerlin (dpa) – {RUN}"
    assert [kind for kind, _ in found(text)] == ["teaser", "dateline", "paragraph"]


@pytest.mark.parametrize("sign", ["(les/dpa)", "(dpa)", "(dpa/lno)", "dpa/AFP", "dpa", "Reuters", "(AFP/dpa)"])
@pytest.mark.parametrize("gap", [" ", "\n\n", "\n"])
def test_a_sign_of_an_agency_closes_the_report(sign: str, gap: str) -> None:
    assert found(f"{RUN}{gap}{sign}") == [("paragraph", RUN), ("agency", sign)]


@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_a_sign_may_stand_in_square_brackets(gap: str) -> None:
    assert found(f"{RUN}{gap}[dpa]") == [("paragraph", RUN), ("agency", "[dpa]")]


@pytest.mark.parametrize(
    "ending", ["Sie fragte die dpa.", "Er las (nicht laut).", "Er kam (nur kurz)", "Sie sagte: „Ja.“ (lacht)"]
)
def test_an_ending_that_is_no_sign_stays(ending: str) -> None:
    assert found(f"{RUN} {ending}") == [("paragraph", f"{RUN} {ending}")]


@pytest.mark.parametrize(
    "line, kind",
    [
        ("Neue Brücke in Lohe", "heading"),
        ("Rat stimmt zu: „Wir bauen im Mai“", "heading"),
        ("Was wird aus der Brücke: Baut die Stadt?", "heading"),
        ("+++ 12:30 Uhr: Rat stimmt zu +++", "heading"),
        ("Von Ute Kamp", "byline"),
        ("Von Ute Kamp und Jan Lenz, Lohe", "byline"),
        ("Ein Kommentar von Ute Kamp", "byline"),
        ("Das Interview führte Ute Kamp.", "byline"),
        ("Foto: Ute Kamp", "credit"),
        ("© Stadt Lohe", "credit"),
        ("(Foto: Ute Kamp/dpa)", "credit"),
        ("Quelle: dpa", "agency"),
        ("Bürgermeisterin Ute Kamp (rechts) auf der Brücke.", "caption"),
        ("Unser Foto zeigt die Brücke im Mai.", "caption"),
        ("Lesen Sie auch: Wie die Brücke wuchs", "boilerplate"),
        ("Mehr zum Thema: Brücken", "boilerplate"),
        ("Unser Newsletter bringt Ihnen alles ins Postfach.", "boilerplate"),
        ("Alle Rechte vorbehalten", "boilerplate"),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_line_that_is_not_running_text(line: str, kind: str, above: bool) -> None:
    text = f"{line}\n\n{RUN}" if above else f"{RUN}\n\n{line}\n\n{RUN}"
    if above or ("?" not in line and "“" not in line):
        assert found(text) == [("paragraph", RUN)] * (not above) + [(kind, line), ("paragraph", RUN)]


def test_a_caption_ends_with_its_credit() -> None:
    text = f"Die Brücke im Mai. Foto: Ute Kamp\n\n{RUN}"
    assert found(text)[:2] == [("caption", "Die Brücke im Mai."), ("credit", "Foto: Ute Kamp")]


def test_a_line_right_above_a_credit_is_a_caption() -> None:
    text = f"{RUN}\n\nDie Brücke im Mai.\nFoto: Ute Kamp\n\n{RUN}"
    assert found(text) == [
        ("paragraph", RUN), ("caption", "Die Brücke im Mai."), ("credit", "Foto: Ute Kamp"), ("paragraph", RUN),
    ]  # fmt: skip


@pytest.mark.parametrize("tail", ["", " Foto: Ute Kamp", " © Stadt Lohe"])
def test_a_doubled_caption_is_no_text(tail: str) -> None:
    caption = "Die neue Brücke über die Berge steht."
    text = f"{RUN}\n\n{caption}\n{caption}{tail}\n\n{RUN}"
    assert [words for kind, words in found(text) if kind == "paragraph"] == [RUN, RUN]
    assert [words for kind, words in found(text) if kind == "caption"] == [caption, caption]


def test_a_short_doubled_caption_is_no_text() -> None:
    assert [
        words
        for kind, words in found(f"Die Brücke steht.\nDie Brücke steht. Foto: Kamp\n\n{RUN}")
        if kind == "paragraph"
    ] == [RUN]


def test_links_under_a_line_of_the_page_belong_to_it() -> None:
    text = f"{RUN}\n\nLesen Sie auch:\nWie die Brücke wuchs\nWer sie bezahlt\n\n{RUN}"
    assert [kind for kind, _ in found(text)] == ["paragraph", "boilerplate", "boilerplate", "boilerplate", "paragraph"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat tagte.\n\nNein.\n\nDann ging er heim.",
        "Der Rat tagte.\n\nStille.\n\n„Ja.“\n\nAlle gingen.",
        "der Mond ging auf\nUnd keiner kam\nDer Wind stand still\nim leeren Haus",
        "Der Plan:\n\n- eine Brücke\n\n- ein Weg\n\n- ein Haus\n\nAlles kostet Geld.",
        "Er sagte nur: „Nein.“",
        "Das Tor fiel spät.\n\nLohe gewann 3:2.\n\nDer Trainer schwieg.",
        "„Wir bauen im Mai.“\n\n„Und wer zahlt?“\n\n„Die Stadt.“",
        "Lesen Sie auch „Die Brücke“, sagte der Lehrer der Klasse.",
        "Wir wollen hier bleiben, sagte Kamp (links im Bild war sie nie).",
        "Sie nannte die Quelle: das Archiv. Mehr sagte sie nicht.",
        "von unten sah die Brücke kleiner aus",
        "Von Anfang an war die Brücke zu teuer, sagte Kamp.",
        "Aus dem Rat kam Kritik.",
        "ein einziges wort",
        "Nein",
    ],
)
def test_running_text_is_never_lost(text: str) -> None:
    assert {kind for kind, _ in found(text)} <= set(RUNNING)


@pytest.mark.parametrize(
    "text", ["Ja\nNein\nVielleicht\nIch nicht\nFrag morgen", "Der Mond ging auf\nUnd keiner kam\nIm Haus war Licht"]
)
def test_the_first_of_many_lines_like_it_stays(text: str) -> None:
    assert {kind for kind, _ in found(text)} == {"paragraph"}


def test_a_paragraph_that_a_caption_interrupts_stays() -> None:
    text = "Die Stadt baut. „Wir fangen im Mai an,\n\nUte Kamp (links)\n\nund zwar bald“, sagte Ute Kamp."
    assert [kind for kind, _ in found(text)] == ["paragraph", "caption", "paragraph"]


@pytest.mark.parametrize("word", ["Laut", "Die", "Von"])
def test_an_agency_named_in_a_sentence_is_no_dateline(word: str) -> None:
    assert found(f"{word} dpa will der Rat am Montag abstimmen.")[0][0] == "paragraph"


def test_a_compound_with_an_agency_is_no_dateline() -> None:
    text = "Deutsche AP-Reporter berichten aus der Stadt, dass der Rat tagt."
    assert found(text) == [("paragraph", text)]


@pytest.mark.parametrize(
    "text", ["Nein – das geht so nicht, sagte die Bürgermeisterin.", "SPD: Wir wollen die Brücke, und zwar bald."]
)
def test_a_word_before_a_dash_or_colon_is_no_dateline(text: str) -> None:
    assert found(text) == [("paragraph", text)]


@pytest.mark.parametrize("word", ["Geheim", "Überleben", "Umfeld"])
def test_a_sentence_of_one_word_is_no_dateline(word: str) -> None:
    assert found(f"{word}. Darum ging es im Rat, sagte die Bürgermeisterin.")[0][0] == "paragraph"


@pytest.mark.parametrize(
    "text",
    [
        "Kommentare der Bürger gab es viele.",
        "Werbung macht der Verein keine.",
        "Mehr aus dem Leben des Rats erzählte sie nicht.",
        "Diesen Artikel des Grundgesetzes kennt hier jeder, meinte Kamp.",
        "Anzeige gegen die Stadt will er stellen. Kamp bleibt dabei.",
        "Newsletter verschickt die Stadt seit Mai.",
    ],
)
def test_a_sentence_that_begins_like_a_line_of_the_page_stays(text: str) -> None:
    assert found(f"{RUN}\n\n{text}\n\n{RUN}")[1] == ("paragraph", text)


@few
@given(texts)
def test_parts_are_in_order_and_hold_every_letter(text: str) -> None:
    spans = [part.span for part in parts(text, paragraphs(text))]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.cut(text).strip() for span in spans)
    borders = [0, *(place for span in spans for place in (span.start, span.end)), len(text)]
    assert "".join(text[a:b] for a, b in zip(borders[::2], borders[1::2], strict=True)).strip() == ""


@few
@given(texts)
def test_part_at_finds_the_part_of_each_code_point(text: str) -> None:
    everything = parts(text, paragraphs(text))
    for position in range(len(text)):
        holding = [part for part in everything if part.span.start <= position < part.span.end]
        assert [part_at(everything, position)] == (holding or [None])


def test_running_spans_are_those_of_text_and_teaser() -> None:
    text = f"Neue Brücke\n\nDie Brücke kommt.\n\nBerlin (dpa) – {RUN} (dpa)"
    assert [span.cut(text) for span in running_spans(parts(text, paragraphs(text)))] == ["Die Brücke kommt.", RUN]
