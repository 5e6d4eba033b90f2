"""The verdicts: what is proven, what is shown, and what is never called verbatim."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.check import HALVES, articles, claims, judged
from wortlaut.claims import LONGEST, readings
from wortlaut.errors import InputError
from wortlaut.statements import Kind
from wortlaut.text import Span
from wortlaut.verdicts import VERDICTS, Candidate, Finding, judge
from wortlaut.wording import plain

WORDS = "wir brauchen mehr Geld und Zeit für die Schulen nicht 2030 Straße Ämter sagte geht's Bundesregierung".split()
sentences = st.lists(st.sampled_from(WORDS), min_size=2, max_size=9).map(" ".join)


def candidates(*marked: str, people: Sequence[str] = ("Klara Brandt",), asked: str | None = None) -> list[Candidate]:
    """The statements marked in texts: "«direct 0:„Ja“», sagte sie". 0 is who said it, x0 denies it, ? is nobody."""
    found: list[Candidate] = []
    for article, text in enumerate(marked):
        words, spans = _unmarked(text)
        for number, (kind, who, start, end) in enumerate(spans):
            person = people[int(who[-1])] if who[-1] != "?" else None
            of_them = None if asked is None or person is None else person == asked
            found.append(
                Candidate(f"{article}/s{number}", words, (Span(start, end),), kind, "x" not in who, person, of_them)
            )
    return found


def _unmarked(marked: str) -> tuple[str, list[tuple[Kind, str, int, int]]]:
    text, opened, spans = "", [], []
    for piece in re.split(r"(«\w+ [x\d?]+:|»)", marked):
        if match := re.fullmatch(r"«(\w+) ([x\d?]+):", piece):
            opened.append((match[1], match[2], len(text)))
        elif piece == "»":
            kind, who, start = opened.pop()
            spans.append((kind, who, start, len(text)))
        else:
            text += piece
    return text, sorted(spans, key=lambda one: (one[2], -one[3]))


def verdict(claim: str, *marked: str, asked: str | None = None) -> str:
    return judge(claim, candidates(*marked, people=("Klara Brandt", "Otto Kern"), asked=asked), person=asked).verdict


SCHOOLS = "«direct 0:„Wir brauchen mehr Geld für die Schulen, und wir brauchen Zeit“», sagte Klara Brandt."
TWO = "«direct 0:„Wir brauchen mehr Geld“», sagte Brandt. «direct 0:„Und wir brauchen Zeit.“»"
CARRIED = "«direct 0:„Wir brauchen mehr Geld“», sagte Brandt, «direct 0:„aber nicht sofort.“»"
APART = "«direct 0:„Wir zahlen nicht“», sagte Brandt. Am Dienstag sagte sie: «direct 0:„Das ist mein letztes Wort.“»"


@pytest.mark.parametrize(
    ("claim", "expected", "marked"),
    [
        ("„Wir brauchen mehr Geld für die Schulen, und wir brauchen Zeit.“", "verbatim", SCHOOLS),
        ("Klara Brandt sagte: „Wir brauchen mehr Geld für die Schulen, und wir brauchen Zeit“", "verbatim", SCHOOLS),
        ("Wir brauchen mehr Geld für die Schulen, und wir brauchen Zeit, sagte Brandt", "verbatim", SCHOOLS),
        ("Wir brauchen mehr Geld", "cut", SCHOOLS),
        ("Wir brauchen mehr Geld […] und wir brauchen Zeit", "cut", SCHOOLS),
        ("Wir brauchen Geld für die Schulen, und wir brauchen Zeit", "cut", SCHOOLS),
        ("Geld", "cut", SCHOOLS),
        ("Wir brauchen mehr Geld für die Schulen und wir brauchen Zeit", "altered", SCHOOLS),  # a comma
        ("Wir brauchen mehr geld für die Schulen, und wir brauchen Zeit", "altered", SCHOOLS),
        ("Wir brauchen kein Geld für die Schulen, und wir brauchen Zeit", "altered", SCHOOLS),
        ("Wir brauchen mehr Geld für die Schulen, und wir brauchen Zeit!", "altered", SCHOOLS),
        ("Die Kühe sind lila", "not_found", SCHOOLS),
        ("Wir brauchen mehr Geld. Und wir brauchen Zeit.", "verbatim", TWO),
        ("„Wir brauchen mehr Geld“, sagte Brandt. „Und wir brauchen Zeit.“", "verbatim", TWO),
        ("Wir brauchen mehr Geld, und wir brauchen Zeit", "verbatim", TWO),
        ("Wir brauchen mehr Geld", "verbatim", TWO),
        ("„Wir brauchen mehr Geld“, sagte die Ministerin", "verbatim", TWO),
        ("Wir brauchen mehr Geld, aber nicht sofort", "verbatim", CARRIED),
        ("Aber nicht sofort", "cut", CARRIED),
        ("Wir brauchen mehr Geld für uns", "altered", CARRIED),
        ("Wir zahlen nicht", "verbatim", APART),
        ("Wir brauchen Geld", "altered", "«direct 0:„Wir brauchen nicht Geld“», sagte sie."),
        ("Wir zahlen", "altered", "«direct 0:„Wir zahlen nicht“», sagte sie."),
        ("Wir zahlen", "cut", "«direct 0:„Wir zahlen, wenn ihr nicht liefert“», sagte sie."),
        ("Wir brauchen Geld", "altered", "«direct 0:„Wir brauchen Geld?“», fragte sie."),
        ("Wir brauchen Geld", "verbatim", "«direct 0:„Wir brauchen Geld!“», rief sie."),
        ("Die Strasse bleibt", "altered", "«direct 0:„Die Straße bleibt“», sagte sie."),
        ("Das Amt hat versagt", "cut", "«direct 0:„Das Amt […] hat versagt“», sagte sie."),
        ("Das Amt … hat versagt", "verbatim", "«direct 0:„Das Amt […] hat versagt“», sagte sie."),
        ("Das Amt […] hat versagt", "altered", "«direct 0:„Das Amt hat versagt“», sagte sie."),
        ("Das Amt [in Berlin] hat versagt", "verbatim", "«direct 0:„Das Amt hat versagt“», sagte sie."),
        ("Das Amt hat [nicht] versagt", "altered", "«direct 0:„Das Amt hat versagt“», sagte sie."),
        ("Der Verein braucht eine Halle", "reported", "«indirect 0:Der Verein brauche eine Halle», sagte sie."),
        ("Der Verein braucht keine Halle", "not_found", "«indirect 0:Der Verein brauche eine Halle», sagte sie."),
        ("Das kostet 30.000 Euro Miete", "not_found", "«indirect 0:Das koste 3000 Euro Miete», sagte sie."),
        ("Der Verein braucht Hilfe", "not_asserted", "Sie bestritt, «indirect x0:dass der Verein Hilfe braucht»."),
    ],
)  # fmt: skip
def test_verdicts(claim: str, expected: str, marked: str) -> None:
    assert verdict(claim, marked) == expected


def test_two_occasions_are_not_one_quotation() -> None:
    assert verdict("Wir zahlen nicht. Das ist mein letztes Wort.", APART) != "verbatim"


def test_words_of_an_inner_quotation_are_those_of_who_is_quoted() -> None:
    text = "«direct 0:„Mein Arzt sagt immer: «direct 1:‚Wer rastet, der rostet.‘» Er hat recht“», sagte Klara Brandt."
    assert verdict("Wer rastet, der rostet", text) == "verbatim"
    assert verdict("Wer rastet, der rostet", text, asked="Otto Kern") == "verbatim"
    assert verdict("Wer rastet, der rostet", text, asked="Klara Brandt") == "other_speaker"


def test_a_cue_that_is_part_of_the_quotation_is_none() -> None:
    text = "«direct 0:„Meine Oma hat immer gesagt: «direct 1:‚Schreib das bloß nicht auf!‘»“», erzählte Brandt."
    assert verdict("Meine Oma hat immer gesagt: Schreib das bloß nicht auf!", text) == "verbatim"
    assert verdict("Meine Tante hat immer gesagt: Schreib das bloß nicht auf!", text) == "altered"
    assert verdict("Otto Kern: „Schreib das bloß nicht auf!“", text) == "verbatim"


def test_an_unknown_speaker_proves_nothing_about_the_person_asked_for() -> None:
    text = "«direct ?:„Die Brücke bleibt gesperrt“», hieß es."
    finding = judge("Die Brücke bleibt gesperrt", candidates(text), person="Klara Brandt")
    assert finding.verdict == "other_speaker"
    assert finding.evidence[0].candidate.person is None
    assert finding.evidence[0].wording == "verbatim"
    assert judge("Die Brücke bleibt gesperrt", candidates(text)).verdict == "verbatim"


def test_exact_words_of_another_come_before_altered_ones_of_the_person() -> None:
    texts = ("«direct 0:„Ein Spiel gewinnt man mit Glück und Geduld“», sagte sie.",
             "«direct 1:„Ein Spiel gewinnt man mit Herz und Geduld“», sagte er.")  # fmt: skip
    assert verdict("Ein Spiel gewinnt man mit Herz und Geduld", *texts, asked="Klara Brandt") == "other_speaker"
    assert verdict("Ein Spiel gewinnt man mit Kraft und Geduld", *texts, asked="Klara Brandt") == "altered"


def test_a_denial_contests_what_was_printed() -> None:
    texts = ("«direct 0:„Die Halle wird abgerissen“», sagte Brandt.",
             "Den Satz «direct x0:„Die Halle wird abgerissen“» habe sie nie gesagt, teilte Brandt mit.")  # fmt: skip
    finding = judge("Die Halle wird abgerissen", candidates(*texts))
    assert (finding.verdict, finding.contested) == ("verbatim", True)
    assert judge("Die Halle wird abgerissen", candidates(texts[0])).contested is False
    assert judge("Die Halle wird abgerissen", candidates(texts[1])).verdict == "not_asserted"


def test_evidence_shows_what_is_missing_and_what_differs() -> None:
    (one,) = judge("Wir brauchen […] Geld für die Schulen", candidates(SCHOOLS)).evidence
    assert [(missing.place, missing.words) for missing in one.missing] == [
        ("inside", "mehr"),
        ("after", "und wir brauchen Zeit"),
    ]
    assert [span.cut(one.candidate.text) for span in one.spans] == ["Wir brauchen", "Geld für die Schulen"]
    (other,) = judge("Wir brauchen kein Geld für die Schulen", candidates(SCHOOLS)).evidence
    assert other.negation
    assert ("replace", "mehr", "kein") in [(change.kind, change.old, change.new) for change in other.changes]


def test_the_end_of_a_negated_clause_is_never_a_mere_cut() -> None:
    (one,) = judge("Wir zahlen", candidates("«direct 0:„Wir zahlen nicht“», sagte sie.")).evidence
    assert one.negation
    assert [missing.words for missing in one.missing] == ["nicht"]


def test_claims_that_cannot_be_compared() -> None:
    with pytest.raises(InputError, match="no word"):
        judge("„…“ !", candidates(SCHOOLS))
    with pytest.raises(InputError, match="at most"):
        judge("a " * LONGEST, [])
    assert judge("Wir brauchen mehr Geld", []) == Finding(
        "Wir brauchen mehr Geld", "not_found", (), "Wir brauchen mehr Geld"
    )


def test_a_speaker_named_in_the_claim_is_not_checked_and_said_so() -> None:
    finding = judge(
        "„Das Amt hat versagt“, sagte Otto Kern", candidates("«direct 0:„Das Amt hat versagt“», sagte sie.")
    )
    assert (finding.verdict, finding.compared) == ("verbatim", "Das Amt hat versagt")
    assert finding.unchecked == "sagte Otto Kern"


def test_a_claim_without_its_frame() -> None:
    assert [one.text for one in readings("Brandt sagte im Rat: „Das ist gut“")][1:] == ["Das ist gut", "Das ist gut"]
    assert len(readings("Das ist „Panikmache“ von gestern")) == 1


@given(sentences, st.data())
def test_one_letter_changed_is_never_verbatim(sentence: str, data: st.DataObject) -> None:
    places = [i for i, letter in enumerate(sentence) if letter.isalnum()]
    place = data.draw(st.sampled_from(places))
    letter = data.draw(st.sampled_from("xqzQ7ö").filter(lambda one: one.lower() != sentence[place].lower()))
    claim = sentence[:place] + letter + sentence[place + 1 :]
    assert judge(claim, candidates(f"«direct 0:„{sentence}“», sagte sie.")).verdict != "verbatim"


@given(sentences, sentences)
def test_only_the_same_words_are_verbatim(said: str, claimed: str) -> None:
    finding = judge(claimed, candidates(f"«direct 0:„{said}“», sagte sie."))
    same = said[:1].lower() + said[1:] == claimed[:1].lower() + claimed[1:]
    assert (finding.verdict == "verbatim") == same


@given(sentences, st.sampled_from(["„{}.“", "»{}«", "{},", "\n {} ", "[sic] {}", "{} …"]), st.data())
def test_normalised_differences_stay_verbatim(sentence: str, around: str, data: st.DataObject) -> None:
    blank = data.draw(st.sampled_from([" ", "\n", "\u00a0", "  ", " \u200b", " [so] "]))
    claim = around.format(sentence.replace(" ", blank).replace("'", "’").replace("regierung", "-\nregierung"))
    finding = judge(claim, candidates(f"«direct 0:„{sentence}“», sagte sie."))
    assert finding.verdict == "verbatim"
    spans = finding.evidence[0].spans
    assert (
        plain(" ".join(span.cut(finding.evidence[0].candidate.text) for span in spans)).words == plain(sentence).words
    )


@given(sentences, sentences, sentences)
def test_a_piece_of_a_quotation_is_no_whole_one(before: str, claim: str, after: str) -> None:
    finding = judge(claim, candidates(f"«direct 0:„{before} {claim} {after}“», sagte sie."))
    assert finding.verdict in ("cut", "altered")


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["direct", "indirect", "reported"]), st.booleans())
def test_any_text_can_be_judged(claim: str, said: str, kind: Kind, asserted: bool) -> None:
    given_ = Candidate("1/s1", said or ".", (Span(0, max(1, len(said))),), kind, asserted)
    try:
        finding = judge(claim, [given_])
    except InputError:
        assert not plain(claim).words
        return
    assert finding.verdict in VERDICTS
    assert kind == "direct" or finding.verdict not in ("verbatim", "cut", "altered")
    assert all(span.cut(given_.text) for one in finding.evidence for span in one.spans)


def test_words_repeated_without_end() -> None:
    said = "„" + "so " * 20_000 + "nicht“"
    given_ = Candidate("1/s1", said, (Span(0, len(said)),), "direct")
    assert judge("so " * 1_200 + "nicht so", [given_]).verdict != "verbatim"


def test_the_claims_of_the_set() -> None:
    """Both halves reach what is required; the figures are in docs/design/check.md."""
    golden = articles()
    every = claims()
    assert len(every) == 200
    assert {one.verdict for one in every} == set(VERDICTS)
    addresses = {f"{number}/{one.id}" for number, text in golden.items() for one in text.analysis.statements}
    assert {one.evidence for one in every} - {""} <= addresses
    for half in HALVES:
        results = judged([one for one in every if one.half == half], golden)
        assert sum(one.right for one in results) >= 0.9 * len(results)
        assert not [one.claim for one in results if one.finding.verdict == "verbatim" and not one.right]
