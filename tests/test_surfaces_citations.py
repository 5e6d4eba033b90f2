"""How a statement is cited: each line, each entry, whatever an article says of itself."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.archive.articles import HARBOUR, SCHOOL, analysis
from wortlaut.golden import parse
from wortlaut.kept import Kept
from wortlaut.surfaces.characters import visible
from wortlaut.surfaces.citations import Citation, Work, bibtex, csl, csl_json, of_report, of_statement
from wortlaut.surfaces.citations.lines import Said, head
from wortlaut.surfaces.report import Report

ADDED = datetime(2026, 3, 3, 7, 30, tzinfo=UTC)
LINK = "https://archiv.example/wl/statements/17.2/s1"


def kept(marked: str = HARBOUR, **article: str | None) -> Kept:
    found = analysis(marked, source="https://bote.example/hafen", title="Hafen wird tiefer")
    return Kept(replace(found, article=replace(found.article, **article)), 17, 2, ADDED)


def cited(place: int = 0, *, marked: str = HARBOUR, link: str | None = None, **article: str | None) -> Citation:
    one = kept(marked, **article)
    return of_statement(one, one.analysis.statements[place], link=link)


def alone(marked: str, below: str) -> Citation:
    """The first statement of an article of a few words."""
    one = Kept(parse(f"{marked}\n---\n{below}").analysis)
    return of_statement(one, one.analysis.statements[0])


# Lines


def test_a_quotation_in_german_style() -> None:
    assert cited().german == (
        "Eva Brandt: „Ohne tieferes Wasser verlieren wir die Werft“, zitiert nach: Hafen wird tiefer, "
        "in: Lohbrunner Bote, 2. März 2026, https://bote.example/hafen (Abruf: 3. März 2026)."
    )


def test_a_quotation_in_english_style() -> None:
    assert cited().english == (
        "Eva Brandt: “Ohne tieferes Wasser verlieren wir die Werft”, as cited in: Hafen wird tiefer (2026, March 2). "
        "Lohbrunner Bote. Retrieved March 3, 2026, from https://bote.example/hafen"
    )


def test_the_link_to_the_statement_comes_last() -> None:
    found = cited(link=LINK)
    assert found.german.endswith(f"(Abruf: 3. März 2026). Beleg: {LINK}")
    assert found.english.endswith(f"from https://bote.example/hafen; evidence: {LINK}")
    assert found.work.note == f"Eva Brandt: „Ohne tieferes Wasser verlieren wir die Werft“. Beleg: {LINK}"


def test_what_is_no_quotation_is_not_cited_as_one() -> None:
    found = cited(1)
    assert found.german.startswith("Jonas Quast, sinngemäß: er wolle zwei Schlepper kaufen, wiedergegeben nach: Hafen")
    assert found.english.startswith("Jonas Quast, paraphrased: er wolle zwei Schlepper kaufen, as reported in: Hafen")


def test_what_was_not_said_is_not_cited_as_said() -> None:
    one = kept()
    denied = replace(one.analysis.statements[0], asserted=False)
    found = of_statement(one, denied)
    assert found.german.startswith("Eva Brandt (laut Artikel nicht gesagt): „Ohne")
    assert found.english.startswith("Eva Brandt (not said according to the article): “Ohne")
    assert found.work.note == found.german.partition(", zitiert")[0]


def test_nobody_is_made_the_speaker() -> None:
    named = alone("⟦content1:„Wir bauen“⟧, hieß es.", "1 direct")
    assert named.german == "[nicht genannt]: „Wir bauen“, zitiert nach: o. T., o. D."
    assert named.english == "[not named]: “Wir bauen”, as cited in: [Untitled article] (n.d.)."
    words = alone("⟦content1:„Wir bauen“⟧, ⟦cue1:sagte⟧ ⟦speaker1:ein Anwohner⟧.", "1 direct")
    assert words.german.startswith("ein Anwohner: „Wir bauen“")


@pytest.mark.parametrize(
    ("written", "german", "english"),
    [
        ("„Er sagte „nein““", "„Er sagte ‚nein‘“", "“Er sagte ‘nein’”"),
        ("»Nein«", "„Nein“", "“Nein”"),
        ("Ein Wort ohne Zeichen", "„Ein Wort ohne Zeichen“", "“Ein Wort ohne Zeichen”"),
        ("„Das „Nein“ gilt“", "„Das ‚Nein‘ gilt“", "“Das ‘Nein’ gilt”"),
    ],
)
def test_marks_of_quotation_are_those_of_the_style(written: str, german: str, english: str) -> None:
    said = Said("", (written,), direct=True, asserted=True)
    assert head(said, "de") == f"[nicht genannt]: {german}"
    assert head(said, "en") == f"[not named]: {english}"


def test_a_quotation_in_pieces_has_its_gap() -> None:
    said = Said("Eva Brandt", ("„Wir bauen“", "„und zwar bald“"), direct=True, asserted=True)
    assert head(said, "de") == "Eva Brandt: „Wir bauen … und zwar bald“"


@pytest.mark.parametrize(
    ("missing", "german", "english"),
    [
        ({"title": None}, "zitiert nach: o. T., in: Lohbrunner Bote, 2. März", "cited in: [Untitled article] (2026"),
        ({"outlet": None}, "Hafen wird tiefer, 2. März 2026, https://", "(2026, March 2). Retrieved March 3, 2026"),
        ({"published": None}, "Lohbrunner Bote, o. D., https://", "Hafen wird tiefer (n.d.). Lohbrunner"),
        ({"published": "2026"}, "Lohbrunner Bote, 2026, https://", "(2026). Lohbrunner"),
        ({"published": "2026-03"}, "Lohbrunner Bote, März 2026, https://", "(2026, March). Lohbrunner"),
        ({"published": "gestern"}, "Lohbrunner Bote, gestern, https://", "(gestern). Lohbrunner"),
        ({"source": "artikel.txt"}, "2. März 2026.", "(2026, March 2). Lohbrunner Bote."),
        ({"source": None}, "2. März 2026.", "(2026, March 2). Lohbrunner Bote."),
    ],
)
def test_what_is_missing_is_said_or_left_out(missing: dict[str, str | None], german: str, english: str) -> None:
    found = cited(**missing)
    assert german in found.german and english in found.english


def test_what_ends_with_a_sign_of_its_own_gets_no_full_stop() -> None:
    assert "Ja? Retrieved" in cited(outlet="Ja?").english


def test_long_words_are_shortened() -> None:
    one = cited(title="Wort " * 400)
    assert len(one.german) < 900 and " …, in: Lohbrunner Bote" in one.german


# Works


def test_the_kind_of_work() -> None:
    assert cited().work.kind == "newspaper"
    assert cited(outlet=None).work.kind == "webpage"
    assert cited(outlet=None, source="a.txt").work.kind == "document"


def test_a_key_is_the_same_in_each_archive_and_another_for_each_statement() -> None:
    one = kept()
    again = replace(one, article=5, version=1, added=None)
    first, second = one.analysis.statements
    keys = {of_statement(where, first).work.key for where in (one, again)}
    assert len(keys) == 1 and re.fullmatch(r"brandt2026-[0-9a-f]{8}", keys.pop())
    assert of_statement(one, second).work.key.startswith("quast2026-")
    assert cited(marked=SCHOOL).work.key != cited().work.key


@pytest.mark.parametrize("source", ["javascript:alert(1)", "data:text/html,x", "//x.example", "ftp://x.example/a"])
def test_only_the_address_of_a_page_is_one(source: str) -> None:
    assert cited(source=source).work.url is None


def test_an_address_has_no_sign_of_a_format() -> None:
    url = cited(source="https://x.example/}\\end{x}\n%|<script>\"'`").work.url
    assert url is not None and not re.search(r"[{}\\<>\"`\s|]", url)


# BibTeX


def test_an_entry() -> None:
    found = cited(link=LINK).work
    assert bibtex(found) == (
        f"@article{{{found.key},\n"
        "  title = {{Hafen wird tiefer}},\n"
        "  journal = {Lohbrunner Bote},\n"
        "  date = {2026-03-02},\n"
        "  year = {2026},\n"
        "  url = {https://bote.example/hafen},\n"
        "  urldate = {2026-03-03},\n"
        "  langid = {ngerman},\n"
        f"  note = {{Eva Brandt: „Ohne tieferes Wasser verlieren wir die Werft“. Beleg: {LINK}}},\n"
        "}\n"
    )


def test_an_entry_without_an_outlet_is_online() -> None:
    assert bibtex(cited(outlet=None).work).startswith("@online{")
    assert bibtex(cited(outlet=None, source=None).work).startswith("@misc{")


LATEX = r"\input{/etc/passwd} } @article{x, a = {b} % $x$ #1 & _ ~ ^^M \\ <b> | " + '"'
COMMANDS = {
    "textbackslash", "textbraceleft", "textbraceright", "textasciitilde", "textasciicircum", "symbol", "textless",
    "textgreater", "textbar",
}  # fmt: skip


def fields(entry: str) -> dict[str, str]:
    """The fields of an entry as BibTeX reads it, which counts braces, escaped or not."""
    start = re.match(r"@(article|online|misc)\{([a-z0-9-]+),\n", entry)
    assert start, entry
    found, at = {}, start.end()
    while entry[at] != "}":
        name = re.compile(r"  ([a-z]+) = \{").match(entry, at)
        assert name, entry[at:]
        depth, end = 1, name.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(entry[end], 0)
            end += 1
        found[name[1]] = entry[name.end() : end - 1]
        assert entry[end : end + 2] == ",\n"
        at = end + 2
    assert entry[at:] == "}\n"
    return found


@settings(max_examples=200)
@given(st.text(max_size=60), st.text(max_size=30), st.text(max_size=30), st.text(max_size=40))
@example(LATEX, LATEX, LATEX, LATEX)
@example("\u202e}", "\x00{", "\ud800", "https://x.example/}")
def test_no_text_ends_its_field_or_is_a_command(title: str, outlet: str, published: str, source: str) -> None:
    found = cited(title=title, outlet=outlet, published=published, source=source).work
    entry = bibtex(found)
    entry.encode()
    for name, value in fields(entry).items():
        if name in ("url", "urldate"):
            continue
        plain = re.sub(r"\\(?:[a-z]+\{(?:34|64|)\}|[%$#&_])", lambda one: "" if one[0] != "\\" else one[0], value)
        assert {one for one in re.findall(r"\\([a-z]+)", value)} <= COMMANDS
        assert not re.search(r"[\\%$#&_~^\"<>|@\n]", plain), (name, value)
    assert visible(entry) == entry


def test_what_is_escaped_is_readable_again() -> None:
    assert fields(bibtex(cited(title="100 % {mehr} & #1").work))["title"] == (
        r"{100 \% \textbraceleft{}mehr\textbraceright{} \& \#1}"
    )


# CSL-JSON

NAMES = {"author"}
DATES = {"issued", "accessed"}
PLAIN = {"id", "type", "title", "container-title", "URL", "language", "note"}
TYPES = {"article-newspaper", "webpage", "document"}


def check_item(item: dict[str, object]) -> None:
    """What the schema of CSL-JSON 1.0 (csl-data.json) says of the fields that are used here."""
    assert set(item) <= NAMES | DATES | PLAIN and {"id", "type"} <= set(item)
    assert item["type"] in TYPES
    assert all(isinstance(item[name], str) for name in PLAIN & set(item))
    for name in DATES & set(item):
        given_ = item[name]
        assert isinstance(given_, dict) and set(given_) in ({"date-parts"}, {"literal"})
        for parts in given_.get("date-parts", []):
            assert 1 <= len(parts) <= 3 and all(isinstance(part, int) for part in parts)
    for name in NAMES & set(item):
        assert all(set(one) == {"literal"} for one in item[name])  # type: ignore[attr-defined]


def test_an_item() -> None:
    item = csl(replace(cited().work, language="de"))
    check_item(item)
    assert item == {
        "id": cited().work.key,
        "type": "article-newspaper",
        "title": "Hafen wird tiefer",
        "container-title": "Lohbrunner Bote",
        "issued": {"date-parts": [[2026, 3, 2]]},
        "accessed": {"date-parts": [[2026, 3, 3]]},
        "URL": "https://bote.example/hafen",
        "language": "de",
        "note": "Eva Brandt: „Ohne tieferes Wasser verlieren wir die Werft“",
    }


def test_a_date_that_is_none_is_kept_as_it_is() -> None:
    assert csl(cited(published="gestern").work)["issued"] == {"literal": "gestern"}
    assert "issued" not in csl(cited(published=None).work)
    assert csl(cited(published="2026-02-31").work)["issued"] == {"literal": "2026-02-31"}


@settings(max_examples=100)
@given(st.text(max_size=60), st.text(max_size=30), st.text(max_size=30), st.text(max_size=40))
@example("<i>x</i><script>", "</script>", "\u202e", "https://x.example/<b>")
def test_every_item_follows_the_schema(title: str, outlet: str, published: str, language: str) -> None:
    found = cited(title=title, outlet=outlet, published=published, language=language).work
    text = csl_json([found])
    text.encode()
    (item,) = json.loads(text)
    check_item(item)
    assert not any(re.search("<[A-Za-z/]", item.get(name, "")) for name in ("title", "container-title", "note"))


# Lines of whatever an article says


@settings(max_examples=150)
@given(st.text(max_size=80), st.text(max_size=40), st.text(max_size=30), st.text(max_size=60))
@example("\nzitiert nach: \u202eX", "\x1b[31m", "\r\n", "https://x.example/\n")
def test_a_citation_is_one_line_that_does_nothing(title: str, outlet: str, published: str, source: str) -> None:
    found = cited(title=title, outlet=outlet, published=published, source=source, link=LINK)
    for line in (found.german, found.english):
        assert "\n" not in line and visible(line) == line
        line.encode()


# Reports


def test_a_report() -> None:
    from tests.test_surfaces_checked import every_verdict

    one = every_verdict()["verbatim"]
    made = datetime(2026, 11, 24, 10, 15, tzinfo=UTC)
    link = "https://archiv.example/reports/abc"
    found = of_report(Report(one, "archiv.example", made, "de", "m1", "9.9", link))
    assert found.german.startswith("Wortlaut 9.9: Prüfung des Zitats „") and found.german.endswith(link)
    assert found.english.startswith("Wortlaut 9.9: check of the quotation “") and found.english.endswith(link)
    assert (found.work.kind, found.work.published) == ("webpage", "2026-11-24")
    check_item(csl(found.work))
    entry = fields(bibtex(found.work))
    assert entry["author"] == "{Wortlaut 9.9}" and entry["url"] == link


def test_a_report_that_is_kept_nowhere() -> None:
    from tests.test_surfaces_checked import every_verdict

    made = datetime(2026, 11, 24, tzinfo=UTC)
    found = [of_report(Report(one, "a.db", made, "de")).work for one in every_verdict().values()]
    assert all(one.kind == "document" and one.url is None for one in found)
    assert len({one.key for one in found}) > 1


def test_days() -> None:
    work = Work("k", "document", None, accessed=date(2026, 1, 31))
    assert csl(work)["accessed"] == {"date-parts": [[2026, 1, 31]]}
