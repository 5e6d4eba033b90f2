import pytest
from hypothesis import given, settings

from tests.test_surfaces_layers import analyses, spans
from wortlaut.record import Analysis
from wortlaut.surfaces.excerpt import excerpt
from wortlaut.text import Span

TEXT = (
    "Ein Absatz davor.\n\nEs regnet seit Tagen. „Wir bauen“, sagte Eva Brandt am Montag. „Und zwar bald.“ "
    "Dann ging sie. Es schneit.\n\nEin Absatz danach."
)


def shown(*content: str, around: int = 140, **roles: str) -> str:
    others = {name: spans(TEXT, words) for name, words in roles.items()}
    bits = excerpt(TEXT, spans(TEXT, *content), others, around=around)
    return "|".join(bit.span.cut(TEXT) if bit.span else "…" for bit in bits)


def test_the_paragraph_is_the_longest_context() -> None:
    assert shown("Es schneit.").startswith("Es regnet")
    assert shown("Es schneit.").endswith("|Es schneit.")


def test_context_begins_and_ends_with_sentences() -> None:
    assert shown("Dann ging sie.", around=20) == "…|„Und zwar bald.“ |Dann ging sie.| Es schneit."
    assert shown("„Wir bauen“", around=12) == "…|seit Tagen. |„Wir bauen“|, sagte Eva|…"
    assert shown("„Wir bauen“", around=22) == "Es regnet seit Tagen. |„Wir bauen“|, sagte Eva Brandt am|…"


def test_a_speaker_stands_there_however_short_the_context() -> None:
    assert shown("„Wir bauen“", around=5, speaker="Eva Brandt") == "…|„Wir bauen“|, sagte |Eva Brandt|…"
    assert shown("Es schneit.", around=0, cue="regnet") == "…|regnet|…|Es schneit."


def test_every_piece_of_content_opens_and_closes_once() -> None:
    bits = excerpt(TEXT, spans(TEXT, "„Wir bauen“", "„Und zwar bald.“"), {"sought": spans(TEXT, "bauen")})
    assert [bit.opens for bit in bits].count(True) == [bit.closes for bit in bits].count(True) == 2
    assert [bit.span.cut(TEXT) for bit in bits if bit.span and "sought" in bit.roles] == ["bauen"]


@pytest.mark.parametrize("around", [0, 7, 140])
@given(analysis=analyses())
@settings(max_examples=100, deadline=None)
def test_bits_rise_and_know_their_roles(around: int, analysis: Analysis) -> None:
    text = analysis.article.text
    for statement in analysis.statements:
        roles = {"speaker": statement.speaker, "sought": statement.cue}
        bits = excerpt(text, statement.content, roles, around=around)
        told = [bit.span for bit in bits if bit.span]
        assert told == sorted(told)
        assert all(one.end <= two.start for one, two in zip(told, told[1:], strict=False))
        whole = [span for span in statement.content if span.cut(text).strip()]
        assert sum(bit.opens for bit in bits) == sum(bit.closes for bit in bits) == len(whole)
        for bit in bits:
            if bit.span:
                named = {"content": statement.content, **roles}
                assert bit.roles <= {n for n in named if any(s.covers(bit.span) for s in named[n])}


def test_nothing_is_an_excerpt_of_nothing() -> None:
    assert excerpt("", ()) == ()
    assert excerpt("   ", [Span(0, 3)]) == ()
