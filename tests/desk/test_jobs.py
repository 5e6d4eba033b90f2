"""desk/jobs.py and desk/tasks.py: asked, claimed by one alone, taken up again, ended without a trace of the text."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.archive.behind import change, rows
from wortlaut.archive import Archive
from wortlaut.desk.audit import noted
from wortlaut.desk.jobs import MAX_WAITING, TRIES, Jobs, Result, Sign
from wortlaut.desk.tasks import Address, Files, Relinking, Rereading, Task, Text, Upload, Visit, packed, unpacked
from wortlaut.errors import ArchiveError, BusyError, FetchError, InputError, WortlautError

BRIDGE = "„Wir bauen die Brücke im Frühjahr“, sagte Bürgermeisterin Eva Brandt am Montag in Lohbrunn."
NOTHING = Sign(0, None, Result())
TASKS: list[Task] = [
    Text(BRIDGE, "Brücke", "Bote", "19.06.2024", "https://bote.example/x", force=True),
    Files((Upload("a.txt", b"\n\0x"), Upload("b.zip", b"PK\n")), "Bote"),
    Address("https://bote.example/feed", "Bote"),
    Visit(3, "https://bote.example/feed"),
    Rereading(everything=True),
    Relinking(3, 17),
]


@pytest.mark.parametrize("task", TASKS, ids=lambda task: type(task).__name__)
def test_a_task_waits_as_bytes_and_is_the_same_then(task: Task) -> None:
    assert unpacked(packed(task)) == task


@given(st.text(min_size=1), st.lists(st.binary(min_size=1), min_size=1, max_size=5))
def test_any_text_and_any_file_comes_back(text: str, data: list[bytes]) -> None:
    files = Files(tuple(Upload(f"{number}.txt", one) for number, one in enumerate(data)))
    assert unpacked(packed(files)) == files
    if text.strip() and any(ch.isprintable() and not ch.isspace() for ch in text):
        assert unpacked(packed(Text(text))) == Text(text)


def test_damaged_bytes_are_said_to_be() -> None:
    with pytest.raises(ArchiveError, match="damaged"):
        unpacked(packed(Rereading())[:-3])


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: Text(" \n\u200b"), "empty"),
        (lambda: Text("x" * 4_000_001), "4,000,001"),
        (lambda: Text("Nein.", title="x" * 501), "title"),
        (lambda: Text("Nein.", published="gestern"), "2024-06-19"),
        (lambda: Text("Nein.", source="javascript:alert(1)"), "http"),
        (lambda: Files(()), "choose"),
        (lambda: Files((Upload("a.txt", b""),)), "a.txt"),
        (lambda: Files(tuple(Upload("a.txt", b"x") for _ in range(51))), "zip"),
        (lambda: Address("http://127.0.0.1/"), "no public address"),
        (lambda: Address("https://bote.example/" + "x" * 2_000), "2,0"),
    ],
)
def test_what_is_wrong_is_said_when_it_is_asked(make: object, why: str) -> None:
    with pytest.raises(WortlautError, match=why) as caught:
        make()  # type: ignore[operator]
    assert isinstance(caught.value, (InputError, FetchError))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Texte\\rat.html", "rat.html"),
        ("a\nb\u202e.txt", "a\ufffdb\ufffd.txt"),
        ("/", "upload"),
    ],
)
def test_a_file_has_a_name_without_folders(name: str, kept: str) -> None:
    assert Upload.of(name, b"x").name == kept


def test_a_job_is_asked_for_and_noted(archive: Archive) -> None:
    jobs = Jobs(archive)
    number = jobs.ask(Text(BRIDGE), account="eva")
    job = jobs.get(number)
    assert (job.kind, job.state, job.account, job.active, job.done) == ("text", "waiting", "eva", True, 0)
    (told,) = noted(archive)
    assert (told.account, told.action, told.target) == ("eva", "job.ask", f"job {number}")
    assert "Brücke" not in str(told)


def test_there_is_no_such_job(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="no job 7"):
        Jobs(archive).get(7)
    with pytest.raises(ArchiveError, match="no job 7"):
        Jobs(archive).stop(7, account="eva")


def test_the_oldest_of_a_kind_is_claimed(archive: Archive) -> None:
    jobs = Jobs(archive)
    first, page, second = (
        jobs.ask(task, account="eva") for task in (Text("Eins."), Address("https://bote.example/"), Text("Zwei."))
    )
    taken = [jobs.claim(["text"], "me") for _ in range(3)]
    assert [one.id if one else None for one in taken] == [first, second, None]
    assert taken[0] is not None and taken[0].task == Text("Eins.")
    assert jobs.get(first).state == "running" and jobs.get(page).state == "waiting"


def test_of_many_who_claim_at_once_each_job_has_one(archive: Archive) -> None:
    jobs = Jobs(archive)
    asked = [jobs.ask(Text(f"Nummer {number}."), account="eva") for number in range(12)]

    def work(name: str) -> list[int]:
        return [claim.id for _ in range(40) if (claim := jobs.claim(["text"], name))]

    with ThreadPoolExecutor(4) as pool:
        taken = [number for mine in pool.map(work, "abcd") for number in mine]
    assert sorted(taken) == asked


def test_what_is_done_has_a_result_and_no_text(archive: Archive, url: str) -> None:
    jobs = Jobs(archive)
    number = jobs.ask(Text(BRIDGE), account="eva")
    assert jobs.claim(["text"], "me")
    assert rows(url, "SELECT length(data) FROM jobs")[0][0] > 0
    jobs.finish(number, "me", Sign(1, 1, Result(new=1, statements=1, article=17, messages=("eins",))))
    job = jobs.get(number)
    assert (job.state, job.active, job.done, job.total) == ("done", False, 1, 1)
    assert job.result == Result(new=1, statements=1, article=17, messages=("eins",))
    assert rows(url, "SELECT data, holder FROM jobs") == [(None, None)]


def test_a_silent_holder_loses_the_job_and_cannot_end_it(archive: Archive) -> None:
    jobs = Jobs(archive, lease=0.05)
    number = jobs.ask(Text(BRIDGE), account="eva")
    assert jobs.claim(["text"], "one")
    jobs.beat("one", {number: Sign(3, 9, Result(new=3, article=5))})
    time.sleep(0.1)
    again = jobs.claim(["text"], "two")
    assert again is not None and (again.id, again.earlier) == (number, Result(new=3, article=5))
    jobs.finish(number, "one", NOTHING)
    jobs.fail(number, "one", "nein")
    jobs.give_back(number, "one")
    assert jobs.get(number).state == "running"
    assert jobs.beat("one", {number: NOTHING}) == {number}
    assert jobs.beat("two", {number: NOTHING}) == set()


def test_a_job_whose_holders_die_is_given_up(archive: Archive, url: str) -> None:
    jobs = Jobs(archive, lease=-1)
    number = jobs.ask(Text(BRIDGE), account="eva")
    assert [jobs.claim(["text"], str(at)) is not None for at in range(TRIES + 1)] == [True] * TRIES + [False]
    job = jobs.get(number)
    assert job.state == "failed" and "died 3 times" in str(job.error)
    assert rows(url, "SELECT data FROM jobs") == [(None,)]


def test_what_is_given_back_waits_as_before(archive: Archive) -> None:
    jobs = Jobs(archive)
    number = jobs.ask(Text(BRIDGE), account="eva")
    for _ in range(TRIES + 2):
        assert jobs.claim(["text"], "me")
        jobs.give_back(number, "me", NOTHING)
    assert (jobs.get(number).state, jobs.get(number).tries) == ("waiting", 0)


def test_a_stopped_job_is_nobodys(archive: Archive, url: str) -> None:
    jobs = Jobs(archive)
    waiting, running = (jobs.ask(Text(BRIDGE), account="eva") for _ in "ab")
    assert jobs.stop(waiting, account="eva") and not jobs.stop(waiting, account="eva")
    claim = jobs.claim(["text"], "me")
    assert claim is not None and claim.id == running
    assert jobs.stop(running, account="eva")
    assert jobs.beat("me", {running: NOTHING}) == {running}
    jobs.finish(running, "me", NOTHING)
    assert {job.state for job in jobs.latest()} == {"stopped"}
    assert rows(url, "SELECT DISTINCT data FROM jobs") == [(None,)]
    assert [told.action for told in noted(archive)] == ["job.stop", "job.stop", "job.ask", "job.ask"]


def test_what_was_said_of_people_is_not_left_half_done(archive: Archive) -> None:
    number = Jobs(archive).ask(Relinking(3, 17), account="eva")
    with pytest.raises(ArchiveError, match="take that back instead"):
        Jobs(archive).stop(number, account="eva")
    assert Jobs(archive).get(number).active


def test_the_newest_come_first_page_by_page(archive: Archive) -> None:
    jobs = Jobs(archive)
    numbers = [jobs.ask(Text(f"{at}."), account="eva") for at in range(5)]
    jobs.stop(numbers[-1], account="eva")
    assert [job.id for job in jobs.latest(limit=2)] == numbers[:-3:-1]
    assert [job.id for job in jobs.latest(before=numbers[3])] == numbers[2::-1]
    assert [job.id for job in jobs.latest(active=True)] == numbers[-2::-1]


def test_old_jobs_are_cleared(archive: Archive) -> None:
    jobs = Jobs(archive)
    old, waiting = (jobs.ask(Text(BRIDGE), account="eva") for _ in "ab")
    jobs.stop(old, account="eva")
    assert jobs.clear() == 0
    assert jobs.clear(days=-1) == 1
    assert [job.id for job in jobs.latest()] == [waiting]


def test_who_asks_too_much_is_told(archive: Archive, url: str) -> None:
    jobs = Jobs(archive)
    first = jobs.ask(Text(BRIDGE), account="eva")
    columns = "kind, state, account, done, tries, created"
    values = ", ".join(f"({first + at}, 'text', 'waiting', 'eva', 0, 0, '2026')" for at in range(1, MAX_WAITING))
    change(url, f"INSERT INTO jobs (id, {columns}) VALUES {values}")
    with pytest.raises(BusyError, match="wait already"):
        jobs.ask(Text(BRIDGE), account="eva")


def test_a_job_whose_data_are_damaged_fails(archive: Archive, url: str) -> None:
    jobs = Jobs(archive)
    number = jobs.ask(Text(BRIDGE), account="eva")
    change(url, "UPDATE jobs SET data = NULL")
    assert jobs.claim(["text"], "me") is None
    assert "damaged" in str(jobs.get(number).error)


def test_the_result_of_a_job_that_went_on_counts_all() -> None:
    earlier = Result(new=300, failed=2, statements=900, article=4, messages=("x",))
    now = Result(new=200, known=310, failed=2, statements=500, article=9, messages=("x", "y"))
    assert now.after(earlier) == Result(new=500, known=10, failed=2, statements=1_400, article=4, messages=("x", "y"))
