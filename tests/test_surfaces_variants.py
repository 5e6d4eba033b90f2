import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from tests.test_surfaces_found import ESCAPE, archived, hits_of, plainly, safe_lines, schools
from tests.test_surfaces_layers import analyses
from wortlaut.record import Analysis
from wortlaut.surfaces import variants


def test_wordings_stand_in_order_of_publication_with_their_places() -> None:
    shown = plainly(variants.render(schools(), width=80))
    head, first, *others, end = shown.split("\n\n")
    assert head == "4 Fassungen · 5 Artikel · 3 Medien · nach dem Erscheinen geordnet"
    assert first.splitlines() == [
        " 1 direkte Rede · A Eva Brandt · damit verglichen",
        "   „Wir werden im Frühjahr keine Schule schließen, das verspreche ich“",
        "   Di., 3. März 2026 · Lohener Bote · Agenturtext dpa, zuerst" + "1.1/s1".rjust(19),
        "   Di., 3. März 2026 · Wald-Kurier · Agenturtext dpa" + "3.1/s1".rjust(28),
    ]
    assert [re.findall(r"\d\.1/s1", one) for one in others] == [["2.1/s1"], ["5.1/s1"], ["4.1/s1"]]
    assert end == ""


def test_other_wordings_are_compared_with_the_longest_direct_one() -> None:
    shown = " ".join(variants.render(schools(), width=120).split())
    assert "Wir werden im Frühjahr keine Schule schließen [-, das verspreche ich-]" in shown
    assert "[-Wir werden-] im [-Frühjahr-] {+Sommer+} keine {+einzige+} Schule" in shown
    assert "[-Wir werden im Frühjahr-] keine Schule {+zu+} schließen" in shown


def test_or_with_the_first_direct_one() -> None:
    early = archived(6, "„Keine Schule schließen“, sagte Brandt.", "„Keine Schule schließen“", published="2026-01-01")
    report = archived(
        7, "Brandt sprach.", "Brandt sprach.", kind="reported", published="2025-12-31", outlet="Hafenblatt"
    )
    shown = plainly(variants.render([*schools(), early, report], against="first", language="en"))
    assert "2 direct speech · A Eva Brandt · compared with" in " ".join(shown.split())
    assert "1 reported speech act · A Eva Brandt\n   Brandt sprach.\n" in shown  # too unlike for a diff


def test_colour_changes_no_character_and_shows_the_changes() -> None:
    painted = variants.render(schools(), color=True)
    assert "\x1b[9;31m[-, das" in painted
    assert "\x1b[4;32m{+Sommer+}\x1b[0m" in painted
    plain = variants.render(schools())
    assert [line.rstrip(" ") for line in ESCAPE.sub("", painted).split("\n")] == plain.split("\n")


def test_many_places_of_one_wording_are_not_all_listed() -> None:
    many = [archived(number, "„Nein“, sagte Brandt.", "„Nein“", outlet=f"Blatt {number}") for number in range(1, 31)]
    shown = variants.render(many)
    assert shown.count("Blatt") == 12
    assert "+ 18 weitere" in shown


def test_a_later_article_on_an_earlier_day_is_not_the_first() -> None:
    soon = archived(1, "„Nein“, sagte Brandt.", "„Nein“", published="2026-03-04")
    late = archived(2, "„Nein“, sagte Brandt am 1. März.", "„Nein“", published="2026-03-09", outlet="Moor-Zeitung")
    hits = [replace(late, day=date(2026, 3, 1)), replace(soon, day=date(2026, 3, 6))]
    assert [" ".join(line.split()) for line in plainly(variants.render(hits, width=90)).splitlines()[4:6]] == [
        "Mi., 4. März 2026 · gesagt am Fr., 6. März 2026 · Lohener Bote 1.1/s1",
        "Mo., 9. März 2026 · gesagt am So., 1. März 2026 · Moor-Zeitung 2.1/s1",
    ]
    assert "said on Sun, 1 March 2026" in plainly(variants.render(hits, language="en"))


def test_scripts_get_the_statements_in_the_same_order() -> None:
    given_ = variants.to_dict(schools())
    assert json.loads(json.dumps(given_)) == given_
    assert (given_["utterance"], given_["first"]) == (99, "1.1/s1")
    assert [form["address"] for form in given_["forms"]] == ["1.1/s1", "3.1/s1", "2.1/s1", "5.1/s1", "4.1/s1"]
    assert variants.to_dict(schools()[3:4])["first"] is None  # no article gives its day
    assert variants.to_dict([]) == {"utterance": None, "first": None, "forms": []}


def test_nothing_is_nothing() -> None:
    assert variants.render([], language="en") == "Nothing found.\n"


@pytest.mark.parametrize("width", [1, 40, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert list(safe_lines(variants.render(schools(), width=width), max(width, 20)))


@given(analyses(), analyses())
@settings(max_examples=40, deadline=None)
def test_no_article_can_act_on_the_terminal(one: Analysis, two: Analysis) -> None:
    shown = variants.render([*hits_of(one), *hits_of(two)], width=30, color=True)
    assert list(safe_lines(shown, 30))
