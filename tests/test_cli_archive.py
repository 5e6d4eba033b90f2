"""The commands on an archive, run as their users run them."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.api.served import PlainHashes
from tests.conftest import ROOT
from wortlaut import cli_archive, cli_search
from wortlaut.archive import GROUPS, ORDERS, Archive
from wortlaut.cli import OK, SOME_FAILED, WRONG_USE, main
from wortlaut.desk.accounts import Accounts
from wortlaut.desk.sessions import Sessions, open_session
from wortlaut.desk.tokens import Tokens
from wortlaut.exports import FORMATS
from wortlaut.statements import KINDS
from wortlaut.verdicts import VERDICTS

WAITED = "„Wir haben lange gewartet“, sagte die Bürgermeisterin Eva Brandt am Montag in Lohbrunn."
WANTED = "„Wir brauchen mehr Geld für die Schulen“, sagte Landrat Jonas Quast am Dienstag."
RAIN = "Es regnet seit Tagen, und die Wiesen am Mühlbach stehen unter Wasser."


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of an archive that is not made yet, which all commands mean; and a folder with articles."""
    path = tmp_path / "zeitung.db"
    monkeypatch.setenv("WORTLAUT_ARCHIVE", str(path))
    monkeypatch.setenv("LANG", "en")
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "artikel"
    folder.mkdir()
    for name, text in (("a.txt", WAITED), ("b.txt", WANTED), ("c.txt", RAIN)):
        (folder / name).write_text(text, "utf-8")
    return path


@pytest.fixture
def filled(archive: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["add", "artikel", "--outlet", "Bote", "--published", "2026-03-04"]) == OK
    capsys.readouterr()
    return archive


def said(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def test_what_is_copied_for_a_quick_help_is_what_it_copies() -> None:
    assert tuple(FORMATS) == cli_archive.FORMATS
    assert (cli_search.KINDS, cli_search.GROUPS, cli_search.ORDERS) == (KINDS, GROUPS, ORDERS)
    assert tuple(cli_search.CODES) == VERDICTS
    assert len(set(cli_search.CODES.values()) | {SOME_FAILED, WRONG_USE, 130}) == len(VERDICTS) + 3


@pytest.mark.usefixtures("archive")
def test_add_says_what_it_did_and_adds_nothing_twice(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "artikel"]) == OK
    assert "3 articles added (2 statements)" in capsys.readouterr().err
    assert main(["add", "artikel"]) == OK
    assert "0 articles added (0 statements), 3 known before" in capsys.readouterr().err


@pytest.mark.usefixtures("archive")
def test_add_leaves_out_what_takes_too_long(capsys: pytest.CaptureFixture[str]) -> None:
    Path("artikel", "b0.txt").write_text(f"{WAITED} {'a' * 3_900_000}", "utf-8")
    assert main(["add", "artikel", "--seconds", "2"]) == SOME_FAILED
    told = capsys.readouterr().err
    assert f"{Path('artikel', 'b0.txt')}: reading it took more than 2 seconds; cut it" in told and "--seconds" in told
    assert "3 articles added (2 statements), 1 failed" in told


def test_add_reports_each_source_as_json(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (archive.parent / "artikel" / "leer.txt").write_text("")
    assert main(["add", "artikel", "--format", "json"]) == SOME_FAILED
    told = [json.loads(line) for line in said(capsys).splitlines()]
    assert [(one["outcome"], one["statements"]) for one in told] == [("new", 1), ("new", 1), ("new", 0), ("failed", 0)]


@pytest.mark.usefixtures("archive")
def test_nothing_that_can_be_read_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "gibt-es-nicht.txt"]) == WRONG_USE
    assert "gibt-es-nicht.txt: there is no such file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--published", "gestern"], "YYYY-MM-DD"),
        (["--published", "20260304"], "YYYY-MM-DD"),
        (["--published", "2026-W10-3"], "YYYY-MM-DD"),
        (["--pause", "-1"], "from 0 to"),
        (["--pause", "nan"], "from 0 to"),
        (["--columns", "text"], "NAME=COLUMN"),
        (["--jobs", "0"], "from 1 on"),
    ],
)
def test_wrong_options_say_what_is_right(
    options: list[str], told: str, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main(["add", "artikel", *options])
    except SystemExit as error:  # argparse's own
        code = int(error.code or 0)
    assert code == WRONG_USE
    err = capsys.readouterr().err
    assert told in err and "added" not in err
    assert not archive.exists()


def test_the_default_archive_is_said(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("WORTLAUT_ARCHIVE")
    assert main(["add", "artikel/c.txt"]) == OK
    assert "wortlaut.db" in capsys.readouterr().err
    assert (archive.parent / "wortlaut.db").exists()
    monkeypatch.setenv("WORTLAUT_ARCHIVE", "")
    assert main(["archive", "info"]) == OK


@pytest.mark.parametrize("command", ["find", "check", "archive forget --yes"])
@pytest.mark.usefixtures("filled")
def test_an_empty_name_means_nobody(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["Geld"] if command == "check" else []
    assert main([*command.split(), *words, "--person", ""]) == WRONG_USE
    assert "name" in capsys.readouterr().err


@pytest.mark.usefixtures("filled")
def test_messages_do_not_act_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "\x1b[2Jgibt-es-nicht.txt"]) == WRONG_USE
    assert main(["archive", "forget", "--person", "Eva \x1b[31mRot"]) == WRONG_USE
    err = capsys.readouterr().err
    assert "\x1b" not in err and "\u241b[31mRot" in err


def test_there_must_be_an_archive_to_look_into(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "Geld"]) == WRONG_USE
    assert "wortlaut add" in capsys.readouterr().err
    assert not archive.exists()


@pytest.mark.usefixtures("filled")
def test_find_prints_what_it_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "mehr Geld", "--person", "Quast", "--format", "terminal"]) == OK
    out = said(capsys)
    assert "Wir brauchen mehr Geld" in out and "Jonas Quast" in out and "b.txt" in out
    assert main(["find", "Geld mehr", "--format", "terminal"]) == SOME_FAILED
    assert main(["find", "Geld", "--not", "Schule"]) == SOME_FAILED
    assert main(["find", "--from", "2026-03-05"]) == SOME_FAILED


@pytest.mark.usefixtures("filled")
def test_find_as_json_and_csv(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "--limit", "1"]) == OK
    page = json.loads(said(capsys))
    assert len(page["hits"]) == 1 and page["next"]
    assert main(["find", "--limit", "1", "--after", page["next"], "-f", "csv"]) == OK
    rows = list(csv.DictReader(io.StringIO(said(capsys))))
    assert [row["person"] for row in rows] == ["Eva Brandt"]


@pytest.mark.usefixtures("filled")
def test_find_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "--count-by", "person", "-f", "json"]) == OK
    rows = [json.loads(line) for line in said(capsys).splitlines()]
    assert rows == [
        {"person": "Eva Brandt", "statements": 1, "utterances": 1},
        {"person": "Jonas Quast", "statements": 1, "utterances": 1},
    ]
    assert main(["find", "--count-by", "month", "-f", "csv", "-o", "monate.csv"]) == OK
    assert Path("monate.csv").read_text().splitlines() == ["month,statements,utterances", "2026-03,2,2"]


@pytest.mark.parametrize(
    ("arguments", "verdict"),
    [
        (["Wir haben lange gewartet"], "verbatim"),
        (["„Wir haben lange gewartet“", "--person", "Eva Brandt"], "verbatim"),
        (["Wir brauchen mehr Geld"], "cut"),
        (["Wir brauchen weniger Geld für die Schulen"], "altered"),
        (["Wir haben lange gewartet", "--person", "Jonas Quast"], "other_speaker"),
        (["Der Mond besteht aus altem Käse"], "not_found"),
    ],
)
@pytest.mark.usefixtures("filled")
def test_check_answers_with_its_exit_code(
    arguments: list[str], verdict: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", *arguments]) == cli_search.CODES[verdict]
    told = json.loads(said(capsys))
    assert told["verdict"] == verdict
    assert told["searched"]["articles"] == 3
    for one in told["evidence"]:
        assert one["span"]["text"] in WAITED + WANTED


@pytest.mark.parametrize("shown", ["terminal", "markdown", "html"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_check_for_readers(filled: Path, shown: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "Wir haben lange gewartet", "-f", shown, "-l", language]) == OK
    out = said(capsys)
    assert "Eva Brandt" in out and ("Wörtlich" if language == "de" else "Verbatim") in out
    assert str(filled.parent) not in out


@pytest.mark.usefixtures("filled")
def test_export_and_import_of_a_correction(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "-o", "aussagen.csv"]) == OK
    table = Path("aussagen.csv").read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [row["person"] for row in rows] == ["Eva Brandt", "Jonas Quast"]
    rows[1]["person"] = "Karla Thom"
    with Path("aussagen.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    assert main(["import", "aussagen.csv"]) == OK
    assert "1 judgement" in capsys.readouterr().err
    assert main(["find", "Geld", "--person", "Karla Thom"]) == OK
    assert main(["find", "Geld", "--person", "Jonas Quast"]) == SOME_FAILED


@pytest.mark.usefixtures("filled")
def test_a_binary_export_needs_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "-f", "xlsx"]) == WRONG_USE
    assert "-o" in capsys.readouterr().err


def test_info_verify_backup_restore(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["archive", "info", "--format", "json"]) == OK
    info = json.loads(said(capsys))
    assert (info["articles"], info["statements"], info["since"]) == (3, 2, "2026-03-04")
    assert main(["archive", "info"]) == OK
    assert "3 (3 versions)" in said(capsys)
    assert main(["archive", "verify"]) == OK
    assert main(["archive", "backup", "sicherung.db"]) == OK
    assert main(["archive", "backup", "sicherung.db"]) == WRONG_USE
    capsys.readouterr()
    assert main(["archive", "restore", "sicherung.db", "-a", "postgresql://eva:geheim@localhost:1/x"]) == WRONG_USE
    assert "geheim" not in capsys.readouterr().err
    assert main(["archive", "restore", "sicherung.db", "--archive", "neu.db"]) == OK
    with Archive.open("neu.db") as restored, Archive.open(str(filled)) as whole:
        assert [kept.analysis for kept in restored.kept()] == [kept.analysis for kept in whole.kept()]


def test_a_restored_archive_has_no_sessions_and_says_which_tokens_it_has(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Archive.open(str(filled)) as archive:
        accounts = Accounts(archive, hasher=PlainHashes())  # type: ignore[arg-type]
        for name in ("eva", "olaf", "ute"):
            accounts.add(name, "editor", "a password that is long enough")
        tokens = Tokens(archive)
        key = tokens.make("eva", "alt", ["read"])
        for name in ("eva", "olaf", "ute"):
            tokens.make(name, "neu", ["read"])
        accounts.disable("olaf")
        with archive.writing() as connection:
            session = open_session(connection, 1, "Firefox", datetime.now(UTC))
    assert main(["archive", "backup", "sicherung.db"]) == OK
    with Archive.open(str(filled)) as archive:
        Tokens(archive).revoke(1, "eva")
    capsys.readouterr()
    assert main(["archive", "restore", "sicherung.db", "--archive", "neu.db"]) == OK
    told = capsys.readouterr().err
    assert "its sessions have ended" in told
    assert "3 API tokens of eva, ute can be used, also those that were revoked since" in told
    assert "wortlaut accounts tokens NAME" in told
    with Archive.open("neu.db") as restored, Archive.open("sicherung.db") as backup:
        assert Sessions(restored).find(session) is None and Sessions(backup).find(session) is not None
        assert Tokens(restored).find(key) is not None


def test_verify_names_what_is_wrong(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import sqlite3

    with sqlite3.connect(filled) as database:
        database.execute('UPDATE statements SET "end" = "end" - 1 WHERE rowid = (SELECT min(rowid) FROM statements)')
    assert main(["archive", "verify"]) == SOME_FAILED
    assert "statement" in said(capsys)


def test_forget_shows_first_and_does_it_then(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = str((filled.parent / "artikel" / "a.txt").resolve())
    assert main(["archive", "forget", "--article", source]) == OK
    assert "--yes" in capsys.readouterr().err
    assert main(["find", "gewartet"]) == OK
    capsys.readouterr()
    assert main(["archive", "forget", "--article", source, "--yes"]) == OK
    assert "1 article with 1 statement was forgotten" in capsys.readouterr().err
    assert main(["find", "gewartet"]) == SOME_FAILED
    assert main(["archive", "forget", "--person", "Jonas Quast", "--yes", "--reason", "Antrag"]) == OK
    assert main(["find"]) == SOME_FAILED
    capsys.readouterr()
    assert main(["add", "artikel", "--format", "json"]) == OK
    outcomes = [json.loads(line)["outcome"] for line in said(capsys).splitlines()]
    assert outcomes == ["forgotten", "forgotten", "known"]
    assert main(["add", "artikel", "--again"]) == OK
    assert main(["find", "gewartet"]) == OK


@pytest.mark.usefixtures("filled")
def test_reread_reads_what_another_model_has_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["archive", "reread"]) == OK
    assert "0 articles" in capsys.readouterr().err
    assert main(["archive", "reread", "--all"]) == OK
    assert "3 articles" in capsys.readouterr().err
    assert main(["archive", "verify"]) == OK
    assert main(["find", "mehr Geld"]) == OK


@pytest.mark.usefixtures("filled")
def test_copies_and_variants(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["archive", "variants", "1.1/s1"]) == OK
    assert "Wir haben lange gewartet" in said(capsys)
    assert main(["archive", "copies", "1"]) == OK
    assert "Bote" in said(capsys)
    assert main(["archive", "variants", "9.9/s9"]) == WRONG_USE


@pytest.mark.usefixtures("filled")
def test_copies_and_variants_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["archive", "variants", "1.1/s1", "--format", "json"]) == OK
    found = json.loads(said(capsys))
    assert found["first"] == "1.1/s1" and [form["address"] for form in found["forms"]] == ["1.1/s1"]
    assert found["forms"][0]["utterance"] == found["utterance"]
    assert main(["archive", "copies", "1", "--format", "json"]) == OK
    found = json.loads(said(capsys))
    (article,) = found["articles"]
    assert (article["number"], article["statements"], article["differences"]) == (1, 1, [])
    assert found["agencies"] == []


def test_forget_as_json(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = str((filled.parent / "artikel" / "a.txt").resolve())
    assert main(["archive", "backup", "sicherung.db"]) == OK
    capsys.readouterr()
    for done in (False, True):
        asked = ["archive", "forget", "--article", source, "--format", "json"]
        assert main([*asked, "--yes"] if done else asked) == OK
        told = capsys.readouterr()
        found = json.loads(told.out)
        assert (found["done"], found["articles"], found["versions"], found["statements"]) == (done, [source], 1, 1)
        assert [Path(backup["target"]).name for backup in found["backups"]] == ["sicherung.db"]
        assert ("was forgotten" if done else "would be forgotten") in told.err


def test_an_interruption_keeps_what_was_confirmed(archive: Path) -> None:
    folder = archive.parent / "artikel"
    for number in range(60):
        (folder / f"x{number:02}.txt").write_text(f"{WAITED} {WANTED} Nummer {number}. " * 8, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "wortlaut", "add", str(folder), "--format", "json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "what was confirmed is kept" in err and "articles added" in err
    with Archive.open(str(archive)) as opened:
        assert opened.info().articles >= 1 + len(out.splitlines())
        assert list(opened.verify()) == []


@pytest.mark.usefixtures("archive")
def test_a_register_that_is_missing_makes_no_archive(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "artikel", "--register", "fehlt.csv"]) == WRONG_USE
    assert "fehlt.csv" in capsys.readouterr().err
    assert not Path("zeitung.db").exists()


@pytest.mark.usefixtures("filled")
def test_export_to_a_file_says_how_much_it_wrote(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "-o", "alles.jsonl"]) == OK
    assert "3 articles written" in capsys.readouterr().err
