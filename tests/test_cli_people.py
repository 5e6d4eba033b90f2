"""`wortlaut people`: registers and judgements from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from wortlaut.cli import OK, WRONG_USE, main
from wortlaut.cli_people import KINDS
from wortlaut.entries import ENTRY_KINDS
from wortlaut.judgements import read_judgements
from wortlaut.register import read_register, starter

PEOPLE = (
    '{"id": "ute", "name": "Ute Kamp", "variants": ["U. Kamp"], '
    '"roles": [{"title": "Rätin", "since": "2020"}, {"title": "Ärztin"}]}\n'
    '{"id": "sv", "name": "SV Lohbrunn", "kind": "organization"}\n'
)


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "people.jsonl"
    path.write_text(PEOPLE, "utf-8")
    monkeypatch.setenv("WORTLAUT_REGISTER", str(path))
    return path


def test_the_kinds_are_those_of_the_register() -> None:
    assert KINDS == ENTRY_KINDS


def test_a_register_is_made_where_none_is(
    tmp_path: Path, register: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["people", "import", str(register), "-r", "new.csv"]) == OK
    assert read_register(Path("new.csv")) == read_register(register)
    assert capsys.readouterr() == ("", "wortlaut: new.csv: 2 entries added, 2 in all\n")


def test_the_default_is_people_jsonl_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WORTLAUT_REGISTER", raising=False)
    monkeypatch.chdir(tmp_path)
    assert main(["people", "import", "--starter"]) == OK
    assert read_register(tmp_path / "people.jsonl") == starter()


def test_importing_again_adds_nothing(tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.csv"
    other.write_text("id,name\ntim,Tim Ohm\n", "utf-8")
    assert main(["people", "import", str(other), "--starter"]) == OK
    before = register.read_bytes()
    assert main(["people", "import", str(other), "--starter"]) == OK
    assert "0 entries added" in capsys.readouterr().err
    assert register.read_bytes() == before
    assert len(read_register(register)) == 3 + len(starter())


@pytest.mark.parametrize(
    "bad, words",
    [
        ('{"name": "Eva Brandt"}\n{"name": ', "bad.jsonl, line 2: no JSON"),
        ('{"name": "Eva Brandt"}\n{"id": "ute", "name": "Ute Other"}', "the id 'ute' of Ute Other is that of Ute Kamp"),
        ("\x00\x00", "bad.jsonl, line 1: there is a zero byte"),
    ],
)
def test_nothing_is_half_imported(
    tmp_path: Path, register: Path, bad: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    good = tmp_path / "good.jsonl"
    good.write_text('{"name": "Tim Ohm"}\n', "utf-8")
    (tmp_path / "bad.jsonl").write_text(bad, "utf-8")
    assert main(["people", "import", str(good), str(tmp_path / "bad.jsonl")]) == WRONG_USE
    out, err = capsys.readouterr()
    assert words in err
    assert out == ""
    assert register.read_text("utf-8") == PEOPLE
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.jsonl", "good.jsonl", "people.jsonl"]


@pytest.mark.usefixtures("register")
def test_nothing_to_import(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["people", "import"]) == WRONG_USE
    assert "--starter" in capsys.readouterr().err


@pytest.mark.usefixtures("register")
def test_a_list_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["people", "list"]) == OK
    assert capsys.readouterr().out == (
        "id   name         kind          roles\n"
        "ute  Ute Kamp     person        Rätin (2020 to now); Ärztin (? to now)\n"
        "sv   SV Lohbrunn  organization\n"
    )


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    "arguments, ids",
    [
        (["kamp", "RATIN"], ["ute"]),
        (["--kind", "organization"], ["sv"]),
        (["kamp", "--kind", "place"], []),
        (["lohbr"], ["sv"]),
    ],
)
def test_a_list_of_some(arguments: list[str], ids: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["people", "list", "--format", "json", *arguments]) == OK
    out, err = capsys.readouterr()
    assert [json.loads(line)["id"] for line in out.splitlines()] == ids
    assert bool(err) == (not ids)


def test_a_list_as_csv_is_a_register(tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["people", "list", "--format", "csv"]) == OK
    (tmp_path / "again.csv").write_bytes(capsys.readouterr().out.encode())
    assert read_register(tmp_path / "again.csv") == read_register(register)


def test_merging_and_splitting_there_and_back(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = read_register(register)
    split = [
        "people",
        "split",
        "ute",
        "--name",
        "Ute Kamp",
        "--variants",
        "U. Kamp",
        "--roles",
        "Rätin",
        "--id",
        "ute-2",
    ]
    assert main(split) == OK
    assert capsys.readouterr().out == "ute-2\n"
    assert [entry.id for entry in read_register(register).by_name("Ute Kamp")] == ["ute", "ute-2"]
    assert main(["people", "merge", "ute", "ute-2"]) == OK
    (ute, _), (was, _) = read_register(register).entries, before.entries
    assert (ute.variants, set(ute.roles), ute.merged) == (was.variants, set(was.roles), ("ute-2",))


@pytest.mark.parametrize(
    "arguments", [["merge", "ute", "sv"], ["merge", "ute"], ["merge", "ute", "eva"], ["split", "eva", "--name", "Eva"],
                  ["split", "ute", "--name", "Uta", "--roles", "Koch"]],
)  # fmt: skip
def test_what_cannot_be_done_changes_nothing(
    register: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["people", *arguments]) == WRONG_USE
    assert capsys.readouterr().err.startswith("wortlaut: ")
    assert register.read_text("utf-8") == PEOPLE


def test_export_and_import_again(tmp_path: Path, register: Path) -> None:
    assert main(["people", "export", "-o", str(tmp_path / "out.csv")]) == OK
    assert main(["people", "import", str(tmp_path / "out.csv"), "-r", str(tmp_path / "back.jsonl")]) == OK
    assert read_register(tmp_path / "back.jsonl") == read_register(register)
    assert main(["people", "export", "-o", str(tmp_path / "out.xlsx")]) == WRONG_USE


def test_a_judgement_is_added(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "judgements.jsonl"
    records = tmp_path / "records.jsonl"
    records.write_text(json.dumps({"article": {"id": "a1", "text": "„Ja“, sagte sie."}}) + "\n", "utf-8")
    assert main(["people", "judge", str(path), "a1", "0", "4", "Ute Kamp", "--text", "„Ja“"]) == OK
    assert main(["people", "judge", str(path), "a1", "0", "4", "--nobody", "--records", str(records)]) == OK
    assert [(j.person, j.text) for j in read_judgements(path).all] == [("Ute Kamp", "„Ja“"), (None, "„Ja“")]
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "arguments",
    [["a1", "0", "3", "Ute", "--text", "„Ja“"], ["a2", "0", "4", "Ute", "--records", "records.jsonl"],
     ["a1", "0", "99", "Ute", "--records", "records.jsonl"], ["a1", "0", "4", "Ute", "--records", "missing.jsonl"]],
)  # fmt: skip
def test_a_wrong_judgement_is_not_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("records.jsonl").write_text(json.dumps({"article": {"id": "a1", "text": "„Ja“"}}) + "\n", "utf-8")
    assert main(["people", "judge", "judgements.jsonl", *arguments]) == WRONG_USE
    assert capsys.readouterr().err.startswith("wortlaut: ")
    assert not Path("judgements.jsonl").exists()
