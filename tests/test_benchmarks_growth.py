"""What measurements of archives are turned into: exponents, a plot, and the answers that are expected of grouping."""

from __future__ import annotations

from xml.etree import ElementTree

from benchmarks.archive import exponent
from benchmarks.archive_truth import Truth, copies, utterances
from benchmarks.archives import made
from benchmarks.plot import Panel, Series, svg


def test_exponents() -> None:
    assert exponent([(10, 3), (100, 30), (1000, 300)]) == 1.0
    assert exponent([(10, 3), (100, 300)]) == 2.0
    assert exponent([(10, 5), (100, 5)]) == 0.0


def test_a_plot_is_an_svg_with_all_series() -> None:
    series = (Series("a < b", ((10, 1.5), (1000, 20))), Series("linear", ((10, 1.5), (1000, 150)), 2, dashed=True))
    drawn = svg([Panel("one", "statements", series), Panel("two", "statements", series)])
    assert len(ElementTree.fromstring(drawn).findall(".//{http://www.w3.org/2000/svg}g")) == 2
    assert "a &lt; b" in drawn


def test_an_archive_that_groups_what_the_generator_knows_is_right() -> None:
    some, truth = list(made(3_000, seed=2)), Truth()
    truth.note(some)
    stories = {str(one.analysis.article.source): truth.article(str(one.analysis.article.source)) for one in some}
    assert copies(truth, stories).recall == copies(truth, stories).precision == 1.0
    places = [(str(one.analysis.article.source), n) for one in some for n in range(len(one.analysis.statements))]
    right = utterances(truth, {place: truth.statement(place) for place in places}, other_words=False)
    assert right.recall == right.precision == 1.0
    alone = utterances(truth, {place: place for place in places}, other_words=True)
    assert alone.recall == 0.0
