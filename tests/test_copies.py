"""Copies of agency reports: sketches, comparison, agencies, differences; and the pairs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import copies as benchmark
from tests.pairs.copies import make
from wortlaut.copies import SHARED_LEAST, Difference, agency, compare, differences, sketch

REPORT = (
    "Feuer in Möbelhaus\n\n"
    "Lohe (dpa/lno) - In einem Möbelhaus in Lohe ist am Montag ein Feuer ausgebrochen. Verletzt wurde niemand, wie die "
    "Feuerwehr mitteilte. Die Halle brannte bis auf die Mauern nieder.\n\n"
    "«So etwas habe ich in dreißig Jahren nicht gesehen», sagte Einsatzleiter Jan Boll. Mehr als 120 Helfer waren im "
    "Einsatz. Den Schaden schätzte er auf 2,5 Millionen Euro.\n\n"
    "Anwohner mussten ihre Fenster geschlossen halten. Messungen ergaben keine erhöhten Werte in der Luft."
)
OTHER = (
    "Rauch über Lohe\n\n"
    "Schwarzer Qualm zog am Montag über die Dächer, und viele holten ihre Wäsche herein. Das Möbelhaus an der Umgehung "
    "gibt es nicht mehr.\n\n"
    "„So etwas habe ich in dreißig Jahren nicht gesehen“, sagte Einsatzleiter Jan Boll. Er war mit 120 Leuten "
    "angerückt, retten konnten sie nichts. Auf zweieinhalb Millionen beziffert er den Verlust.\n\n"
    "Der Inhaber will wieder aufbauen. Am Abend rochen die Kinder im Ort noch immer nach Lagerfeuer."
)
PARAGRAPHS = REPORT.split("\n\n")
prose = st.lists(st.sampled_from([*REPORT.split(), *OTHER.split(), "\n\n"]), max_size=60).map(" ".join)


def shared(one: str, two: str) -> int:
    return len(set(sketch(one)) & set(sketch(two)))


def changes(one: str, two: str) -> list[tuple[str, str | None, str | None]]:
    return [(d.kind, d.one and d.one.cut(one), d.two and d.two.cut(two)) for d in differences(one, two)]


# sketch


def test_a_sketch_is_the_same_on_every_platform() -> None:
    assert sketch("Der Rat der Stadt tagt am Montag.") == (-5564832460402201352, 4744189732252285459)


def test_a_sketch_is_small_and_in_order() -> None:
    long = " ".join(f"Wort{number}" for number in range(5000))
    assert len(sketch(REPORT)) <= 40 and len(sketch(long)) == 40
    assert list(sketch(long)) == sorted(sketch(long))
    assert all(-(2**63) <= number < 2**63 for number in sketch(long))


def test_what_is_shorter_than_a_shingle_has_no_sketch() -> None:
    assert sketch("") == sketch("Ein Haus brennt") == ()


@pytest.mark.parametrize("part", [1, 2])
def test_each_paragraph_finds_the_whole(part: int) -> None:
    assert shared(PARAGRAPHS[part], REPORT) >= SHARED_LEAST


def test_typography_does_not_change_a_sketch() -> None:
    other = REPORT.replace("«", "„").replace("»", "“").replace("Möbelhaus", "Möbel\u00adhaus").replace(" - ", " – ")
    assert sketch(other) == sketch(REPORT)


@given(prose)
def test_a_sketch_is_pure_and_without_doubles(text: str) -> None:
    found = sketch(text)
    assert found == sketch(text) and len(set(found)) == len(found)


@given(prose, prose)
def test_thirteen_words_in_common_are_found(before: str, after: str) -> None:
    assert shared(f"{before} {PARAGRAPHS[2]} {after}", PARAGRAPHS[2])


# compare


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(REPORT, id="the same"),
        pytest.param("\n\n".join(PARAGRAPHS[:2]), id="cut"),
        pytest.param("\n\n".join(["Großbrand", *PARAGRAPHS[1:]]), id="retitled"),
        pytest.param(REPORT.replace("Lohe (dpa/lno) - ", "") + "\n\ndpa", id="sign moved"),
        pytest.param("\n\n".join([PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[3], PARAGRAPHS[2]]), id="order"),
        pytest.param(REPORT.replace("«", '"').replace("»", '"').replace("2,5 Millionen", "2,5 Mio."), id="typography"),
        pytest.param(
            REPORT.replace("Mehr als", "Über").replace("mitteilte", "sagte").replace("120", "rund 120"), id="edited"
        ),
        pytest.param(REPORT.replace("\n\n«", "\n\nAnzeige\n\nLesen Sie auch: Die Bilder\n\n«"), id="adverts"),
    ],
)
def test_a_copy_is_the_same(copy: str) -> None:
    assert compare(REPORT, copy).same and compare(copy, REPORT).same


def test_the_shares_tell_who_was_cut() -> None:
    found = compare(REPORT, "\n\n".join(PARAGRAPHS[:2]))
    assert found.of_two == 1 > found.of_one > 0.3


def test_another_author_is_not_the_same_in_spite_of_the_quotation() -> None:
    found = compare(REPORT, OTHER)
    assert not found.same and found.score < 0.1


def test_one_template_on_two_days_is_not_the_same() -> None:
    day = (
        "Der Dax hat am {} zugelegt. Der Leitindex schloss {} Prozent höher bei {} Punkten. Der Euro kostete {} Dollar."
    )
    one, two = day.format("Montag", "0,4", "18.214", "1,08"), day.format("Freitag", "1,2", "18.630", "1,11")
    assert not compare(one, two).same


@pytest.mark.parametrize("text", ["", "Drei Wörter hier", "…"])
def test_what_has_no_words_is_no_copy(text: str) -> None:
    assert not compare(text, text).same and not compare(text, REPORT).same


@given(prose, prose)
def test_comparison_is_symmetric_and_within_bounds(one: str, two: str) -> None:
    there, back = compare(one, two), compare(two, one)
    assert (there.same, there.score, there.of_one, there.of_two) == (back.same, back.score, back.of_two, back.of_one)
    assert all(0 <= share <= 1 for share in (there.score, there.of_one, there.of_two))


# agency


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (REPORT, "dpa"),
        (REPORT.replace("dpa/lno", "KNA"), "KNA"),
        (REPORT.replace("Lohe (dpa/lno) - ", "") + "\n\nafp", "AFP"),
        (REPORT.replace("Lohe (dpa/lno) - ", "") + " (rtr)", "Reuters"),
        (REPORT.replace("Lohe (dpa/lno) - ", "") + "\n\n© dpa-infocom, dpa:250101-99-1/2", "dpa"),
        (REPORT.replace("Lohe (dpa/lno) - ", "") + "\n\nQuelle: dpa/lnw", "dpa"),
        (REPORT.replace("Lohe (dpa/lno) - ", "") + "\n\nMit Material der Deutschen Presse-Agentur", "dpa"),
        (REPORT.replace("Lohe (dpa/lno) - ", "") + "\n\nFoto: Ina Kern/dpa", None),
        (REPORT.replace("Lohe (dpa/lno) - ", ""), None),
        (OTHER.replace("sagte Einsatzleiter", "sagte der Nachrichtenagentur AFP Einsatzleiter"), None),
        (REPORT.replace("Lohe (dpa/lno) - ", "LOHE epd "), "epd"),
        (REPORT.replace("Lohe (dpa/lno) - ", "LOHE/dpa. "), "dpa"),
        (REPORT.replace("Lohe (dpa/lno) - ", "Lohe. (dpa/kk) "), "dpa"),
        (REPORT.replace("Lohe (dpa/lno) - ", "Reuters - "), "Reuters"),
        (REPORT.replace("Lohe (dpa/lno) - ", "").replace("nieder.", "nieder. (dpa/bb, Az.: 5 K 318/24)"), "dpa"),
        (REPORT.replace("Lohe (dpa/lno) - ", "") + "\n\ndpa hr xx n1", "dpa"),
        (REPORT.replace("Lohe (dpa/lno) - ", "") + " (lno)", "dpa"),
        (REPORT.replace("Lohe (dpa/lno) - ", "Die Agentur dpa schreibt, es brenne. "), None),
        ("", None),
    ],
)
def test_the_agency_that_a_text_names(text: str, name: str | None) -> None:
    assert agency(text) == name


# differences


def test_what_was_cut_and_added() -> None:
    two = "\n\n".join([*PARAGRAPHS[:3], "Die Bundesstraße blieb gesperrt. Pendler standen im Stau."])
    assert changes(REPORT, two) == [
        ("removed", PARAGRAPHS[3], None),
        ("added", None, "Die Bundesstraße blieb gesperrt. Pendler standen im Stau."),
    ]


def test_what_was_moved() -> None:
    two = "\n\n".join([PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[3], PARAGRAPHS[2]])
    (found,) = differences(REPORT, two)
    assert found.kind == "moved" and found.one and found.one.cut(REPORT) in (PARAGRAPHS[2], PARAGRAPHS[3])


def test_what_was_changed_word_by_word() -> None:
    two = REPORT.replace("Mehr als 120 Helfer", "Rund 120 Kräfte")
    (found,) = differences(REPORT, two)
    assert [(change.one.cut(REPORT), change.two.cut(two)) for change in found.words] == [
        ("Mehr als", "Rund"),
        ("Helfer", "Kräfte"),
    ]


def test_words_that_fell_out_leave_an_empty_span() -> None:
    two = REPORT.replace(" bis auf die Mauern", "")
    (found,) = differences(REPORT, two)
    (change,) = found.words
    assert change.one.cut(REPORT) == "bis auf die Mauern" and change.two.cut(two) == ""


def test_typography_is_no_difference() -> None:
    assert differences(REPORT, REPORT.replace("«", "„").replace("»", "“").replace(" - ", " – ")) == ()


@given(prose, prose)
def test_differences_lie_in_their_texts_and_cover_what_is_gone(one: str, two: str) -> None:
    assert differences(one, one) == ()
    for difference in differences(one, two):
        check(difference, one, two)


def check(difference: Difference, one: str, two: str) -> None:
    assert (difference.one is None) == (difference.kind == "added")
    assert (difference.two is None) == (difference.kind == "removed")
    for span, text in ((difference.one, one), (difference.two, two)):
        assert span is None or span.cut(text).strip()
    for change in difference.words:
        assert change.one or change.two
        assert difference.one and difference.one.covers(change.one)
        assert difference.two and difference.two.covers(change.two)


# The pairs


def test_the_pairs_are_those_that_the_stories_make() -> None:
    texts, pairs = make.made()
    assert texts == benchmark.texts()
    assert [(p.one, p.two, p.same) for p in pairs] == [(p.one, p.two, p.same) for p in benchmark.pairs()]


def test_half_of_the_pairs_are_copies() -> None:
    pairs = benchmark.pairs()
    assert len(pairs) >= 300 and 0.4 < sum(pair.same for pair in pairs) / len(pairs) < 0.6


@pytest.mark.parametrize(
    ("part", "recall", "precision", "candidates"),
    [("development", 0.99, 0.985, 0.99), ("held out", 0.96, 0.98, 0.99), ("written last", 0.9, 0.9, 0.99)],
)
def test_floors(part: str, recall: float, precision: float, candidates: float) -> None:
    got = benchmark.score(pair for pair in benchmark.pairs() if pair.part == part)
    assert got.recall >= recall and got.precision >= precision and got.candidates >= candidates
