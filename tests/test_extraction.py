"""From scores to statements: what the model is not asked for."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortlaut.analysis import analyze, analyze_all
from wortlaut.encoding import encode
from wortlaut.grammar import labelled, shown
from wortlaut.model import Model
from wortlaut.reading import read
from wortlaut.text import Article

STORY = (
    "Havelstedt. Die Stadt baut eine Brücke. „Wir“, sagte Baurätin Ute Harms, „fangen im Mai an.“ "
    "Das Geld reiche aus.\n\n"
    "Die Brücke von Süden her. Foto: Enno Hark\n\n"
    "Nach Angaben der Polizei kam es am Ufer zu Staus. Der Film „Die Brücke am Fluss“ läuft im Kino."
)


def test_content_in_pieces_is_one_statement(model: Model) -> None:
    analysis = analyze(STORY, model=model)
    direct = [s for s in analysis.statements if s.kind == "direct"]
    assert [analysis.words(s.content) for s in direct] == ["„Wir“ … „fangen im Mai an.“"]
    assert analysis.words(direct[0].speaker) == "Baurätin Ute Harms"


def test_no_statement_touches_what_is_no_running_text(model: Model) -> None:
    analysis = analyze(STORY, model=model)
    parts = [part.span for part in analysis.parts if part.kind not in ("paragraph", "teaser")]
    assert parts
    spans = [span for s in analysis.statements for span in (*s.content, *s.speaker, *s.cue, *s.frame)]
    assert not [span for span in spans for part in parts if span.overlaps(part)]


def test_ids_follow_the_text_and_scores_are_probabilities(model: Model) -> None:
    statements = analyze(STORY, model=model).statements
    assert [s.id for s in statements] == [f"s{n}" for n in range(1, len(statements) + 1)]
    assert all(0.0 <= s.score <= 1.0 for s in statements)


def test_together_is_the_same_as_alone(model: Model) -> None:
    texts = [STORY, "Kurz.", STORY[:120]]
    assert analyze_all(texts, model=model) == [analyze(text, model=model) for text in texts]


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    analysis = analyze(text)
    assert analysis.article.text == text
    for statement in analysis.statements:
        assert statement.content
        assert all(span.end <= len(text) for span in statement.content)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "a" * 5000,
        "„" * 50,
        "\x00\x1b[31m",
        "שלום „טוב“",
        "👩‍👩‍👧 „Ja 👍“, sagte er.",
        "e\u0301 „Cafe\u0301“",
    ],
)
def test_strange_texts(text: str, model: Model) -> None:
    assert analyze(text, model=model).article.text == text


def test_a_long_article_is_cut_into_windows(model: Model) -> None:
    analysis = analyze(STORY + "\n\n" + "Es regnete am Abend in der ganzen Stadt. " * 400 + "\n\n" + STORY, model=model)
    direct = [s for s in analysis.statements if s.kind == "direct"]
    assert len(direct) == 2


def found_by_grammar(text: str, model: Model, said: str = "") -> list[tuple[str, str]]:
    reading = read(Article(text))
    encoded = encode(reading, model.pieces)
    place = text.find(said) if said else -1
    starts = [reading.tokens[i].start for i in encoded.tokens]
    taken = [place <= start < place + len(said) for start in starts]
    spans = [(reading.tokens[encoded.tokens[s.first]].start, s) for s in shown(reading, encoded, taken)]
    return [(s.kind, text[start : reading.tokens[encoded.tokens[s.after - 1]].end]) for start, s in spans]


@pytest.mark.parametrize(
    "sentence", ["Er soll das Geld gestohlen haben.", "Die Männer wollen nichts davon gewusst haben, heißt es."]
)
def test_hearsay_is_seen_by_its_perfect_infinitive(sentence: str, model: Model) -> None:
    assert found_by_grammar(f"Es ist Montag. {sentence}", model) == [("free_indirect", sentence)]


@pytest.mark.parametrize("sentence", ["Hier soll ein Park entstehen.", "Sie will morgen kommen.", "Er soll aufhören."])
def test_a_plan_is_no_hearsay(sentence: str, model: Model) -> None:
    assert found_by_grammar(f"Es ist Montag. {sentence}", model) == []


def test_konjunktiv_carries_a_statement_on_until_the_indicative(model: Model) -> None:
    said = "Sie sagte, es regne."
    text = f"{said} Die Lage sei ernst. Das Wasser steht hoch. Man hoffe auf Montag. Es ist spät."
    found = found_by_grammar(text, model, said)
    assert found == [
        ("indirect_free_indirect", "Die Lage sei ernst."), ("indirect_free_indirect", "Man hoffe auf Montag."),
    ]  # fmt: skip


def test_a_wish_carries_nothing_on(model: Model) -> None:
    assert found_by_grammar("Sie sagte, es regne. Wenn er käme, wäre es gut.", model, "Sie sagte, es regne.") == []


def test_labels_that_come_back_are_speakers(model: Model) -> None:
    text = "Bote: Wie geht es?\n\nKlara Otten: Gut.\n\nBote: Warum?\n\nKlara Otten: Weil „alles“ stimmt."
    analysis = analyze(text, model=model)
    outer = [s for s in analysis.statements if s.within is None]
    assert [analysis.words(s.speaker) for s in outer] == ["Bote", "Klara Otten", "Bote", "Klara Otten"]
    assert {s.kind for s in outer} == {"direct"}


def test_a_list_of_topics_is_no_dialogue(model: Model) -> None:
    reading = read(Article("Bildung: Mehr Lehrer.\n\nVerkehr: Mehr Züge.\n\nSteuern: Weniger davon."))
    assert labelled(reading, encode(reading, model.pieces)) == []


def test_vectors_are_float32(model: Model) -> None:
    tagged = model.tag(encode(read(Article(STORY)), model.pieces))
    assert tagged.vectors.dtype == tagged.tags.dtype == np.float32
    assert len(tagged.vectors) == len(tagged.tags)
