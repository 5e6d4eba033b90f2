"""register.py, entries.py, names.py: who can be a speaker, by name or by role and date; files; the starter register."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.entries import ENTRY_KINDS, LONGEST
from wortlaut.errors import OutputError, RegisterError
from wortlaut.languages.de_countries import COUNTRIES, STATES
from wortlaut.names import folded, office
from wortlaut.register import Entry, Register, Role, read_register, starter, write_register

UTE = Entry(
    "ute", "Ute Kamp-Groß", variants=("Uté Kamp",), roles=(Role("Bürgermeisterin von Lohbrunn", "2019-05-01", "2024"),),
    wikidata="Q99", gender="f",
)  # fmt: skip
TIM = Entry("tim", "Tim Ohm", roles=(Role("Bürgermeister von Lohbrunn", "2025"), Role("Ratsherr")))
TWO = Register((UTE, TIM))


def ids(found: tuple[Entry, ...]) -> list[str]:
    return [entry.id for entry in found]


@pytest.mark.parametrize(
    "words",
    ["Ute Kamp-Groß", "UTE KAMP-GROSS", "ute kamp gross", "Ute Kamp-Groß’", "Ute Kamp-Groß'", "Ute Kamp", "Ute Kamps"],
)
def test_a_name_is_found_however_it_is_written(words: str) -> None:
    assert ids(TWO.by_name(words)) == ["ute"]


@pytest.mark.parametrize("words", ["Kamp-Groß", "Kamp", "Ute", "Ohm", "Ohms", "", "–", "Kamp-Groß Ute"])
def test_part_of_a_name_finds_nobody(words: str) -> None:
    assert TWO.by_name(words) == ()


def test_homonyms_stay_apart() -> None:
    one, two = Entry("m1", "Jan Meier", wikidata="Q1"), Entry("m2", "Jan Meier", wikidata="Q2")
    assert ids(Register((one, two)).by_name("Jan Meier")) == ["m1", "m2"]


def test_an_office_is_held_from_the_first_to_the_last_day() -> None:
    title = "Bürgermeisterin von Lohbrunn"
    dates = [
        "2019-04-30",
        "2019-05-01",
        "2024-12-31",
        "2025-01-01",
        "2019-04",
        "2019-05",
        "2018",
        "2019",
        "2024-06-19T10:00",
    ]
    assert [bool(TWO.by_role(title, day)) for day in dates] == [
        False,
        True,
        True,
        False,
        False,
        True,
        False,
        True,
        True,
    ]


def test_without_a_date_only_a_sole_holder_is_found() -> None:
    assert ids(TWO.by_role("Ratsherr")) == ["tim"]
    other = Entry("eva", "Eva Brandt", roles=(Role("Ratsherr", "2001"),))
    assert Register((TIM, other)).by_role("Ratsherr") == ()
    assert ids(Register((TIM, other)).by_role("Ratsherr", "2000")) == ["tim"]


@pytest.mark.parametrize(
    "same",
    [
        "Präsident von Frankreich|Frankreichs Präsident|des französischen Präsidenten|französischer Staatspräsident",
        "Bundeskanzler|deutscher Kanzler|des Bundeskanzlers|Deutschlands Kanzler|deutscher Regierungschef",
        "Bundeskanzler von Österreich|österreichischer Bundeskanzler|Österreichs Kanzler",
        "Präsident der USA|US-Präsident|amerikanischer Präsident|Präsident der Vereinigten Staaten|US-Präsidenten",
        "Ministerpräsident von Bayern|bayerischer Ministerpräsident|Bayerns Regierungschef|bayrischen Regierungschefs",
        "Regierender Bürgermeister von Berlin|Berlins Regierender Bürgermeister|Berliner Regierendem Bürgermeister",
        "Präsident der Türkei|türkischer Präsident|der türkische Staatschef",
        "Nato-Generalsekretär|Generalsekretär der Nato|des Nato-Generalsekretärs",
        "Bundesaußenministerin|deutsche Außenministerin|Außenministerin Deutschlands",
        "Bundesminister der Finanzen|des Bundesministers der Finanzen",
    ],
)
def test_an_office_is_the_same_however_it_is_named(same: str) -> None:
    assert len({office(title) for title in same.split("|")}) == 1


def test_offices_that_differ_stay_apart() -> None:
    titles = [
        *("Bundeskanzler", "Bundeskanzlerin", "Kanzler", "Bundeskanzler von Österreich", "Präsident"),
        *(
            "Präsident der Türkei",
            "Außenminister",
            "Bundesaußenminister",
            "Außenminister der USA",
            "Präsident des Niger",
        ),
        *("Präsident von Nigeria", "Präsident der Republik Kongo", "Präsident der Demokratischen Republik Kongo"),
        *("Präsident des Sudan", "Präsident des Südsudan", "Präsident der Deutschen Bank", "Präsident der Bank"),
    ]
    assert len({office(title) for title in titles}) == len(titles)


def test_countries_are_complete() -> None:
    assert len(COUNTRIES) > 200
    assert len(STATES) == 16
    assert len({c.code for c in (*COUNTRIES, *STATES)}) == len(COUNTRIES) + len(STATES)
    for country in (*COUNTRIES, *STATES):
        assert country.english and country.german and country.genitive and country.capital, country
        assert office(f"Präsident {country.genitive}") == f"prasident|{country.code}" or country.code == "DE", country


@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
def test_a_register_comes_back(tmp_path: Path, suffix: str) -> None:
    whole = Register((UTE, TIM, Entry("x", "=Summe, „AG“", "organization", ("'=x", "@da"), merged=("old", "older"))))
    write_register(whole, tmp_path / f"r{suffix}")
    assert read_register(tmp_path / f"r{suffix}") == whole


WORDS = st.text(min_size=1, max_size=30).filter(lambda s: s == s.strip() and s.isprintable() and "|" not in s)
DATES = st.sampled_from([None, "2001", "2001-02", "2001-02-03"])
ENTRIES = st.builds(
    Entry, st.uuids().map(str), WORDS, st.sampled_from(ENTRY_KINDS), st.lists(WORDS, max_size=3).map(tuple),
    st.lists(st.builds(Role, WORDS, DATES, DATES.map(lambda d: d and "3" + d[1:])), max_size=3).map(tuple),
)  # fmt: skip


@given(st.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry.id))
def test_any_register_comes_back_from_both_formats(entries: list[Entry]) -> None:
    from wortlaut.entries import from_record
    from wortlaut.register import _csv_records, _json_records, csv_text, json_text

    name = Path("r")
    assert [from_record(record) for _, record in _json_records(name, json_text(entries))] == entries
    assert [from_record(record) for _, record in _csv_records(name, csv_text(entries))] == entries


def test_a_csv_of_german_excel_is_read(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes("\ufeffName;Roles;ID\r\nUte Kamp;Rätin@2020/|Ärztin;\r\n;;\r\n".encode())
    assert read_register(path).entries == (
        Entry("ute-kamp", "Ute Kamp", roles=(Role("Rätin", "2020"), Role("Ärztin"))),
    )


LINE = '{"id": "a", "name": "Ute Kamp"}\n'


@pytest.mark.parametrize(
    "content, line, words",
    [
        ("{", 2, "no JSON"),
        ("[]", 2, "is no object"),
        ("[" * 100_000, 2, "no JSON"),
        ('{"id": "b"}', 2, "the name is None"),
        ('{"name": "B", "kind": "alien"}', 2, "'alien' is not known"),
        ('{"name": "B", "kind": []}', 2, "[] is not known"),
        ('{"name": "B", "variant": ["C"]}', 2, "'variant' is not known"),
        ('{"name": "B", "variants": "C"}', 2, "not a list"),
        ('{"name": "B", "gender": "x"}', 2, "gender 'x'"),
        ('{"name": "B", "wikidata": "567"}', 2, "'567' is no Wikidata id"),
        ('{"name": "B", "id": "b c"}', 2, "has blanks"),
        ('{"name": "B\\u001b[31m"}', 2, "not printed"),
        ('{"name": "B", "roles": ["C"]}', 2, "'C' is no role"),
        ('{"name": "B", "roles": [{"title": "C", "since": "2023-02-29"}]}', 2, "'2023-02-29'"),
        ('{"name": "B", "roles": [{"title": "C", "since": 2023}]}', 2, "2023"),
        ('{"name": "B", "roles": [{"title": "C", "since": "2024-02", "until": "2023"}]}', 2, "after its end on 2023"),
        (f'{{"name": "{"x" * 300}"}}', 2, "300 characters"),
        ('\n{"id": "a", "name": "B"}', 3, "'a' of B is that of Ute Kamp"),
        ('{"id": "b", "name": "B", "wikidata": "Q1"}\n{"id": "c", "name": "B", "wikidata": "Q1"}', 3, "Wikidata id Q1"),
        ('{"id": "b", "name": "B", "merged": ["c"]}\n{"id": "c", "name": "C", "merged": ["b"]}', 3, "merged into"),
        ('{"id": "b", "name": "B", "merged": ["b"]}', 2, "merged into"),
        ('{"name": "\\ud800"}', 2, "not printed"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, content: str, line: int, words: str) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(LINE + content + "\n", "utf-8")
    with pytest.raises(RegisterError) as raised:
        read_register(path)
    assert str(raised.value).startswith(f"{path}, line {line}: ")
    assert words in str(raised.value)
    assert "; " in str(raised.value)  # what to do
    assert len(str(raised.value)) < 500


@pytest.mark.parametrize(
    "content, line, words",
    [
        ("", 1, "the columns are []"),
        ("id,nam\n", 1, "'nam'"),
        ("id,name,name\n", 1, "each once"),
        ("name,kind\nUte\n", 2, "1 cells, but 2 columns"),
        ('kind,name\n"person\n",Ute\nperson,Tim,x\n', 4, "3 cells"),
        ('name\n"Ute\n', 2, "no CSV"),
        ("name,roles\nUte Kamp,Rätin@gestern/\n", 2, "'gestern'"),
    ],
)
def test_a_broken_table_is_named(tmp_path: Path, content: str, line: int, words: str) -> None:
    path = tmp_path / "r.csv"
    path.write_text(content, "utf-8")
    with pytest.raises(RegisterError) as raised:
        read_register(path)
    assert f"line {line}: " in str(raised.value)
    assert words in str(raised.value)


@pytest.mark.parametrize(
    "content", [b"\x00\x01\x02" * 50, b"\x7fELF\xff\xfe", "Ute Größe".encode("cp1252"), b"\xff" * 9]
)
def test_a_binary_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "r.jsonl"
    path.write_bytes(LINE.encode() + content)
    with pytest.raises(RegisterError, match="line 2: "):
        read_register(path)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    with path.open("wb") as file:
        file.truncate(10**10)
    with pytest.raises(RegisterError, match="10000000000 bytes"):
        read_register(path)


@pytest.mark.parametrize("name", ["missing.jsonl", "folder.jsonl", "r.txt", "r"])
def test_what_is_no_register_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.jsonl").mkdir()
    with pytest.raises(RegisterError, match=name):
        read_register(tmp_path / name)


def test_a_register_that_cannot_be_written_stays(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        write_register(TWO, tmp_path / "missing" / "r.csv")
    with pytest.raises(RegisterError):
        write_register(TWO, tmp_path / "r.txt")
    assert list(tmp_path.iterdir()) == []


def test_merging_and_splitting_goes_there_and_back() -> None:
    merged = TWO.merged(["ute", "tim"])
    assert merged.by_id("tim") is merged.by_id("ute") is merged.entries[0]
    assert ids(merged.by_name("Tim Ohm")) == ["ute"]
    assert len(merged.entries[0].roles) == 3
    assert merged.split("ute", name="Tim Ohm", roles=TIM.roles, new_id="tim") == TWO


def test_a_split_makes_an_id_of_its_own() -> None:
    mixed = Register((Entry("jan-meier", "Jan Meier", roles=(Role("Koch"), Role("Rat"))),))
    apart = mixed.split("jan-meier", name="Jan Meier", roles=[Role("Rat")])
    assert [(e.id, e.name, e.roles) for e in apart.entries] == [
        ("jan-meier", "Jan Meier", (Role("Koch"),)), ("jan-meier-2", "Jan Meier", (Role("Rat"),)),
    ]  # fmt: skip


@pytest.mark.parametrize("wanted", [["ute"], ["ute", "ute"], ["ute", "eva"], [], ["ute", "club"], ["ute", "other"]])
def test_what_cannot_be_merged(wanted: list[str]) -> None:
    register = Register((UTE, TIM, Entry("club", "SV Lohbrunn", "organization"), Entry("other", "Uta", wikidata="Q3")))
    with pytest.raises(RegisterError):
        register.merged(wanted)


def test_what_is_merged_is_not_merged_again_the_other_way() -> None:
    with pytest.raises(RegisterError, match="each once"):
        TWO.merged(["ute", "tim"]).merged(["tim", "ute"])


@pytest.mark.parametrize("given", [{"variants": ["Utta"]}, {"roles": [Role("Koch")]}, {"new_id": "tim"}, {"name": ""}])
def test_what_cannot_be_split(given: dict[str, object]) -> None:
    with pytest.raises(RegisterError):
        TWO.split("ute", **({"name": "Uté Kamp"} | given))  # type: ignore[arg-type]


def test_what_is_there_already_is_not_added_again() -> None:
    assert TWO.added([UTE, TIM]) == TWO
    with pytest.raises(RegisterError, match="'ute'"):
        TWO.added([Entry("ute", "Ute Other")])


@pytest.mark.parametrize(
    "title, date, name",
    [
        ("Bundeskanzler", "2024-06-19", "Olaf Scholz"),
        ("Bundeskanzler", "2026-01-15", "Friedrich Merz"),
        ("Bundeskanzlerin", "2019-01-01", "Angela Merkel"),
        ("Bundespräsident", "2024", "Frank-Walter Steinmeier"),
        ("Bundesverteidigungsminister", "2024-01-01", "Boris Pistorius"),
        ("Bundesministerin der Verteidigung", "2022-06-01", "Christine Lambrecht"),
        ("deutsche Außenministerin", "2023-05-05", "Annalena Baerbock"),
        ("Bundesfinanzminister", "2023-01-01", "Christian Lindner"),
        ("Bundesfinanzminister", "2025-08-01", "Lars Klingbeil"),
        ("bayerischer Ministerpräsident", "2022-01-01", "Markus Söder"),
        ("nordrhein-westfälischer Ministerpräsident", "2020-01-01", "Armin Laschet"),
        ("Regierender Bürgermeister von Berlin", "2024-01-01", "Kai Wegner"),
        ("US-Präsident", "2018-01-01", "Donald Trump"),
        ("US-Präsident", "2023-01-01", "Joe Biden"),
        ("amerikanischer Präsident", "2026-01-01", "Donald Trump"),
        ("französischer Präsident", "2024-01-01", "Emmanuel Macron"),
        ("ukrainischer Präsident", "2022-03-01", "Wolodymyr Selenskyj"),
        ("russischer Präsident", "2022-03-01", "Wladimir Putin"),
        ("türkischer Staatschef", "2020", "Recep Tayyip Erdoğan"),
        ("britische Premierministerin", "2022-10-01", "Liz Truss"),
        ("EU-Kommissionspräsidentin", "2021-01-01", "Ursula von der Leyen"),
        ("CDU-Vorsitzender", "2023-01-01", "Friedrich Merz"),
        ("Nato-Generalsekretär", "2020-01-01", "Jens Stoltenberg"),
        ("Sprecherin des Weißen Hauses", "2024-06-19", "Karine Jean-Pierre"),
        ("chinesischer Staatspräsident", "2020", "Xi Jinping"),
        ("niederländischer König", "2020", "Willem-Alexander"),
        ("ungarischer Ministerpräsident", "2024-01-01", "Viktor Orbán"),
    ],
)
def test_the_starter_knows_who_held_an_office(title: str, date: str, name: str) -> None:
    assert [entry.name for entry in starter().by_role(title, date)] == [name]


@pytest.mark.parametrize(
    "words, name",
    [
        ("Vladimir Putin", "Wladimir Putin"), ("Volodymyr Zelensky", "Wolodymyr Selenskyj"),
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"), ("Joseph Biden", "Joe Biden"),
        ("Angela Merkels", "Angela Merkel"),
        ("Benjamin Netanyahu", "Benjamin Netanjahu"), ("To Lam", "Tô Lâm"), ("König Charles", "Charles III."),
        ("Gökay Akbulut", "Gökay Akbulut"), ("Johann Wadephul", "Johann Wadephul"),
    ],
)  # fmt: skip
def test_the_starter_knows_spellings(words: str, name: str) -> None:
    assert [entry.name for entry in starter().by_name(words)] == [name]


def test_no_surname_alone_finds_anybody_in_the_starter() -> None:
    for entry in starter().entries:
        surname = entry.name.split()[-1]
        if surname != entry.name:
            assert entry not in starter().by_name(surname), entry


def test_the_starter_is_sound() -> None:
    entries = starter().entries
    assert len(entries) > 1500
    assert starter() is starter()
    assert sum(entry.wikidata is not None for entry in entries) > 350
    assert all(len(name) <= LONGEST and folded(name) for entry in entries for name in entry.names)
    names = [folded(entry.name) for entry in entries]
    assert len(names) == len(set(names))
    assert not [entry for entry in entries if any(sign in entry.name for sign in "(),;:?!0123456789")]


def test_the_starter_can_be_made_again() -> None:
    data = Path(__file__).parents[2] / "shared" / "data" / "gazetteer"
    if not data.is_dir():
        pytest.skip(f"the gazetteer is missing: {data}")
    from wortlaut.training.register import build

    assert build(data) == starter()


def test_one_line_of_the_starter_is_one_record() -> None:
    from wortlaut.register import STARTER

    lines = STARTER.read_text("utf-8").splitlines()
    assert len(lines) == len(starter())
    assert STARTER.stat().st_size < 600_000
    assert json.loads(lines[0])["name"] == starter().entries[0].name
