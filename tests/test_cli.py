"""The command line, run as its users run it."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from wortlaut import cli
from wortlaut.golden import parse

ROOT = Path(__file__).parents[1]
TEXT = "„Wir haben lange gewartet“, sagte die Bürgermeisterin Eva Brandt am Montag. Der Bau ist teuer.\n"
ENGLISH = (
    "The mayor said on Monday that the bridge would be closed for two weeks because of the flood, and that the city "
    "had not yet decided who would pay for the repairs."
)


def run(*arguments: str, data: bytes | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "wortlaut", *arguments], input=data, capture_output=True, cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1", **environment}, check=False,
    )  # fmt: skip


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_read_prints_a_record_when_piped(article: Path) -> None:
    done = run("read", str(article))
    record = json.loads(done.stdout)
    assert done.returncode == 0
    assert record["article"]["text"] == TEXT
    first = record["statements"][0]
    assert first["kind"] == "direct"
    assert [span["text"] for span in first["speaker"]] == ["die Bürgermeisterin Eva Brandt"]


def test_read_takes_standard_input() -> None:
    done = run("read", "-", data=TEXT.encode())
    assert json.loads(done.stdout)["statements"]


def test_several_articles_are_one_record_a_line_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.txt"):
        (tmp_path / name).write_text(f"{name} {TEXT}", "utf-8")
    records = [json.loads(line) for line in run("read", str(tmp_path)).stdout.splitlines()]
    assert [record["article"]["text"][:5] for record in records] == ["a.txt", "b.txt", "c.txt"]


def test_two_processes_give_the_same(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text(f"Tag {number}. {TEXT}", "utf-8")
    (tmp_path / "03.txt").write_bytes(b"")
    alone, both = run("read", str(tmp_path)), run("read", str(tmp_path), "--jobs", "2")
    assert alone.stdout == both.stdout
    assert alone.returncode == both.returncode == 1
    assert len(alone.stdout.splitlines()) == 19


def test_a_broken_file_costs_no_other(article: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"\x00\x01\x02" * 200)
    done = run("read", str(broken), str(article), str(tmp_path / "missing.txt"))
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert b"broken.txt" in done.stderr
    assert b"missing.txt" in done.stderr
    assert b"2 of 3" in done.stderr


@pytest.mark.parametrize("content", ["", " \n\t\n"])
def test_an_empty_file_is_said(tmp_path: Path, content: str) -> None:
    path = tmp_path / "empty.txt"
    path.write_text(content, "utf-8")
    done = run("read", str(path))
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"empty.txt" in done.stderr


def test_a_line_of_50_mb_is_refused_and_costs_no_other(article: Path, tmp_path: Path) -> None:
    line = tmp_path / "line.txt"
    line.write_bytes(b"Geld " * 10_000_000)
    done = run("read", str(line), str(article))
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert b"line.txt has 50,000,000 characters" in done.stderr


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(TEXT + "\x1b[31mRot\x1b[0m und \u202everkehrt\u202c geht es weiter.", "utf-8")
    shown = run("read", str(path), "--format", "terminal", "--color", "never").stdout.decode()
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_an_interruption_keeps_what_is_done(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text(TEXT * 20, "utf-8")
    command = [sys.executable, "-m", "wortlaut", "read", str(tmp_path)]
    # unbuffered: communicate() knows nothing of what readline() took in advance
    with subprocess.Popen(command, bufsize=0, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate()
    assert process.returncode == 130
    assert all(json.loads(line) for line in (first + rest).splitlines())
    assert b"interrupted" in errors
    assert b"Traceback" not in errors


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no /proc here")
def test_a_killed_command_leaves_no_processes_and_whole_lines(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number:03}.txt").write_text(TEXT * 10, "utf-8")
    command = [sys.executable, "-m", "wortlaut", "read", str(tmp_path), "--jobs", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        process.kill()
        lines = (first + process.stdout.read()).splitlines()
    assert children
    assert all(json.loads(line) for line in lines)
    deadline = time.monotonic() + 30
    while any(Path(f"/proc/{child}").exists() for child in children) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not [child for child in children if Path(f"/proc/{child}").exists()]


def test_english_is_refused_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "english.txt"
    path.write_text(ENGLISH, "utf-8")
    refused, forced = run("read", str(path)), run("read", str(path), "--force")
    assert refused.returncode == 1
    assert b"--force" in refused.stderr
    assert json.loads(forced.stdout)["article"]["language"] == "en"


def test_marked_is_read_back(article: Path) -> None:
    golden = parse(run("read", str(article), "--format", "marked").stdout.decode())
    assert golden.analysis.article.text == TEXT
    assert golden.analysis.statements[0].kind == "direct"


def test_csv_has_one_row_a_statement(article: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("read", str(article), "--format", "csv").stdout.decode())))
    assert rows[0]["speaker"] == "die Bürgermeisterin Eva Brandt"


def test_statements_can_be_grouped_by_person_with_reasons(article: Path) -> None:
    asked = ("--by", "person", "--reasons", "--language", "de")
    shown = run("read", str(article), "--format", "terminal", *asked).stdout.decode()
    head = shown.index("A\xa0\xa0Eva Brandt · Person")
    assert shown.index("⟦1A") < head < shown.index("Warum:")
    assert '<details class="why" open>' in run("read", str(article), "--format", "html", *asked).stdout.decode()
    (row, *_) = csv.DictReader(io.StringIO(run("read", str(article), "--format", "csv", *asked).stdout.decode()))
    assert row["person"] == "Eva Brandt"


@pytest.mark.parametrize(("language", "word"), [("de", "direkte Rede"), ("en", "direct speech")])
def test_terminal_speaks_both_languages(article: Path, language: str, word: str) -> None:
    done = run("read", str(article), "--format", "terminal", "--language", language, "--width", "80")
    shown = done.stdout.decode()
    assert word in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_html_is_written_whole(article: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run("read", str(article), "--format", "html", "-o", str(page)).returncode == 0
    assert "Wir haben lange gewartet" in page.read_text("utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "page.html"]


def test_a_failed_write_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("before", "utf-8")
    done = run("read", str(tmp_path / "missing.txt"), "-o", str(target))
    assert done.returncode == 1
    assert target.read_text("utf-8") == "before"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said(article: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        command = [sys.executable, "-m", "wortlaut", "read", str(article)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    assert done.returncode != 0
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr


def test_no_folder_to_write_to(article: Path, tmp_path: Path) -> None:
    done = run("read", str(article), "-o", str(tmp_path / "nowhere" / "out.json"))
    assert done.returncode == 2
    assert b"nowhere" in done.stderr


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text(TEXT * 30, "utf-8")
    command = f"{sys.executable} -m wortlaut read {tmp_path} | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=ROOT, check=False)
    assert done.stderr == b""


def test_evaluate_scores_golden_texts(tmp_path: Path) -> None:
    gold = tmp_path / "gold.txt"
    gold.write_bytes(run("read", "-", "--format", "marked", data=TEXT.encode()).stdout)
    figures = json.loads(run("evaluate", str(gold), "--format", "json").stdout)
    assert figures["joint"] == figures["messages"] == 1.0


def test_evaluate_takes_predictions_and_shows_errors(tmp_path: Path) -> None:
    gold, records = tmp_path / "gold.txt", tmp_path / "records.jsonl"
    gold.write_text("⟦content1:„Ja“⟧, ⟦cue1:sagte⟧ ⟦speaker1:er⟧.\n---\n1 direct\n", "utf-8")
    article = parse(gold.read_text("utf-8")).analysis.to_dict()
    records.write_text(json.dumps({**article, "statements": []}) + "\n", "utf-8")
    done = run("evaluate", str(gold), "--predictions", str(records), "--errors")
    assert b"MISSED direct" in done.stdout
    assert b"1 statements in gold, 0 predicted" in done.stdout


CREDITED = (
    "⟦content1:„Ja“⟧, ⟦cue1:sagte⟧ ⟦speaker1:Ute Kamp⟧ ⟦time1:am Montag⟧.\n---\n1 direct by=p1 time=2026-03-02\n"
    "person p1: Ute Kamp\npublished: 2026-03-04\n"
)


def test_evaluate_scores_people_and_times_where_gold_judges_them(tmp_path: Path) -> None:
    gold, records = tmp_path / "gold.txt", tmp_path / "records.jsonl"
    gold.write_text(CREDITED, "utf-8")
    right = parse(CREDITED).analysis.to_dict()
    wrong = {**right["statements"][0], "person": None, "attribution": None}
    records.write_text(json.dumps({**right, "statements": [wrong]}) + "\n", "utf-8")
    arguments = ("evaluate", str(gold), "--predictions", str(records))
    people = json.loads(run(*arguments, "--format", "json").stdout)["people"]
    assert (people["person"], people["links_made"], people["time"]) == (0.0, 0, 1.0)
    shown = run(*arguments).stdout.decode().splitlines()
    assert "person                         0.000  0 of 1 statements that were found" in shown
    assert "time                           1.000  1 of 1, where the text gives one" in shown


def test_evaluate_says_nothing_of_people_that_gold_does_not_judge(tmp_path: Path) -> None:
    gold = tmp_path / "gold.txt"
    gold.write_text("⟦content1:„Ja“⟧, ⟦cue1:sagte⟧ ⟦speaker1:er⟧.\n---\n1 direct\n", "utf-8")
    assert "people" not in json.loads(run("evaluate", str(gold), "--format", "json").stdout)
    assert b"person" not in run("evaluate", str(gold)).stdout


def test_model_names_licences_and_scores() -> None:
    shown = run("model").stdout.decode()
    assert "CC BY-NC-SA 4.0" in shown
    assert "joint" in shown


@pytest.mark.parametrize("arguments", [[], ["read"], ["read", "x", "--jobs", "0"], ["evaluate", "nowhere.jsonl"]])
def test_wrong_use_is_exit_code_2(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_help_loads_neither_numpy_nor_the_runtime() -> None:
    code = (
        "import sys, wortlaut.cli as c\n"
        "try: c.main(['--help'])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('numpy', 'onnxruntime', 'trafilatura', 'lxml') if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, check=True)
    assert done.stderr.strip() == b"[]"


def test_language_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert cli._language(None) == "de"
    assert cli._language("en") == "en"
