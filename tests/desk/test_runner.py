"""desk/runner.py with desk/work.py: asked for, done, interrupted, killed, finished by another."""

from __future__ import annotations

import csv
import io
import json
import logging
import os
import signal
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.archives import generate
from tests.archive.behind import change, rows
from tests.archive.test_uniting import busiest, whole
from tests.desk.workers import QUICK, ended, started, until, working
from wortlaut.archive import Archive, New, Query
from wortlaut.desk import people, runner
from wortlaut.desk.feeds import Feeds
from wortlaut.desk.jobs import Jobs
from wortlaut.desk.readers import Bounds
from wortlaut.desk.tasks import Files, Rereading, Text, Upload
from wortlaut.desk.work import Means, Progress, behind
from wortlaut.errors import ArchiveError
from wortlaut.model import card

BRIDGE = "„Wir bauen die Brücke im Frühjahr“, sagte Bürgermeisterin Eva Brandt am Montag in Lohbrunn."
ROAD = "Der Kreis werde die Straße nicht bezahlen, teilte Landrat Jonas Quast am Dienstag mit."
ENGLISH = (
    "The bridge will be built this year, said the mayor of the town to the council, and they have the money for it."
)


def table(count: int, text: str = BRIDGE) -> Upload:
    """A table of articles."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(["text", "title", "outlet"])
    for number in range(count):
        writer.writerow([f"{text} Das war der {number}. Bericht aus Lohbrunn.", f"Bericht {number}", "Bote"])
    return Upload("berichte.csv", written.getvalue().encode())


def packed(**texts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, text in texts.items():
            file.writestr(f"{name}.txt", text)
    return made.getvalue()


def temporary() -> set[str]:
    return {path.name for path in Path(tempfile.gettempdir()).glob("wortlaut-upload-*")}


def test_texts_and_files_are_read_and_kept(archive: Archive, url: str) -> None:
    jobs = Jobs(archive)
    before = temporary()
    with working(url):
        text = ended(archive, jobs.ask(Text(BRIDGE, "Brücke", "Bote", "2.3.2026"), account="eva"))
        assert (text.state, text.error, text.total, text.result.messages) == ("done", None, 1, ())
        assert (text.result.new, text.result.statements, text.result.article) == (1, 1, 1)
        (kept,) = archive.kept()
        article = kept.analysis.article
        assert (article.text, article.title, article.outlet, article.published) == (
            BRIDGE,
            "Brücke",
            "Bote",
            "2026-03-02",
        )

        again = ended(archive, jobs.ask(Text(BRIDGE, "Brücke", "Bote", "2026-03-02"), account="eva"))
        assert (again.result.known, again.result.article) == (1, 1)

        named = Text(ROAD, source="https://bote.example/strasse?utm_source=x")
        ended(archive, jobs.ask(named, account="eva"))
        longer = ended(archive, jobs.ask(replace(named, text=ROAD + " Das sei zu teuer."), account="eva"))
        assert (longer.result.changed, longer.result.article) == (1, 2)

        files = tuple(Upload("artikel.txt", text.encode()) for text in (f"{BRIDGE} Eins.", f"{BRIDGE} Zwei.", ENGLISH))
        files += (
            Upload("mehr.zip", packed(rat=f"{BRIDGE} Drei.", leer="")),
            table(2),
            Upload("bild.jpg", b"\xff\xd8\xff"),
        )
        job = ended(archive, jobs.ask(Files(files, outlet="Kurier"), account="eva"))
        assert (job.kind, job.state, job.name) == ("files", "done", "artikel.txt (+ 5)")
        assert (job.result.new, job.result.failed, job.done) == (5, 3, 8)
        told = "\n".join(job.result.messages)
        assert all(name in told for name in ("artikel.txt", "mehr.zip!/leer.txt", "bild.jpg"))
        assert tempfile.gettempdir() not in told and "upload" not in told

        forced = ended(archive, jobs.ask(Text(ENGLISH, force=True), account="eva"))
        assert forced.result.new == 1
    names = [str(kept.analysis.article.source) for kept in archive.kept()]
    assert {"artikel.txt", "mehr.zip!/rat.txt", "berichte.csv#2"} <= set(names)
    assert not any(tempfile.gettempdir() in name for name in names)
    assert {name for (name,) in rows(url, "SELECT name FROM outlets")} == {"Bote", "Kurier"}
    assert temporary() == before
    assert rows(url, "SELECT count(*) FROM jobs WHERE data IS NOT NULL") == [(0,)]
    assert list(archive.verify()) == []


def test_what_was_forgotten_stays_out_and_its_jobs_tell_nothing(archive: Archive, url: str) -> None:
    jobs = Jobs(archive)
    source = "https://bote.example/bruecke"
    with working(url):
        first = ended(archive, jobs.ask(Text(BRIDGE, source=source), account="eva"))
        archive.forget(article=source)
        assert not any(job.id == first.id for job in jobs.latest())
        again = ended(archive, jobs.ask(Text(BRIDGE, source=source), account="eva"))
    assert (again.result.forgotten, again.result.article) == (1, None)
    assert archive.info().articles == 0


def test_an_article_that_takes_too_long_costs_only_itself(archive: Archive, url: str) -> None:
    jobs = Jobs(archive)
    long = Upload("lang.txt", (BRIDGE * 4_000).encode())
    with working(url, replace(QUICK, bounds=Bounds(seconds=1.5))):
        job = ended(archive, jobs.ask(Files((long, Upload("kurz.txt", ROAD.encode()))), account="eva"))
    assert (job.result.new, job.result.failed) == (1, 1)
    assert "more than 1.5 seconds" in job.result.messages[0]


def test_a_runner_that_shall_end_gives_its_job_back(archive: Archive, url: str) -> None:
    jobs = Jobs(archive)
    number = jobs.ask(Files((table(150),)), account="eva")
    with working(url) as end:
        until(lambda: archive.info().articles)
        end()
    job = jobs.get(number)
    assert (job.state, job.tries) == ("waiting", 0)
    assert 0 < job.result.new < 150
    with working(url):
        job = ended(archive, number)
    assert (job.state, job.result.new, job.result.failed) == ("done", 150, 0)
    assert archive.info().articles == 150


def test_killed_at_work_another_finishes(archive: Archive, url: str) -> None:
    jobs = Jobs(archive)
    number = jobs.ask(Files((table(150),)), account="eva")
    process = started(url)
    until(lambda: archive.info().articles and jobs.get(number).result.new)
    os.kill(process.pid or 0, signal.SIGKILL)
    process.join()
    assert jobs.get(number).state == "running" and archive.info().articles < 150
    with working(url):
        job = ended(archive, number)
    assert (job.state, job.tries, job.result.failed) == ("done", 2, 0)
    assert job.result.new + job.result.known == 150 == archive.info().articles
    assert job.result.article == 1
    assert list(archive.verify()) == []


def test_what_is_said_of_somebody_large_is_finished_by_another(
    archive: Archive, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(archive.add_all(New(one, model="m1") for one in generate(2_000, seed=5)))
    one, two, *_ = busiest(url)
    batch = archive.merge(one, two, account="eva").batch
    merged = whole(url)
    archive.undo_identity(batch, account="eva")
    monkeypatch.setattr(people, "AT_ONCE", 0)
    done = people.merge(archive, one, two, account="eva")
    jobs = Jobs(archive)
    assert done.job is not None and jobs.get(done.job).name == f"#{two}"
    process = started(url)
    until(lambda: jobs.get(done.job or 0).done)
    os.kill(process.pid or 0, signal.SIGKILL)
    process.join()
    assert jobs.get(done.job).state == "running"
    with working(url):
        job = ended(archive, done.job)
    assert (job.state, job.tries, job.result.messages) == ("done", 2, ())
    assert job.done == job.total and job.total
    assert whole(url) == merged and list(archive.verify()) == []


def test_two_runners_share_the_work(archive: Archive, url: str) -> None:
    jobs = Jobs(archive)
    with working(url), working(url):
        numbers = [jobs.ask(Text(f"{BRIDGE} Nummer {at}."), account="eva") for at in range(12)]
        done = [ended(archive, number) for number in numbers]
    assert all((job.state, job.tries, job.result.new) == ("done", 1, 1) for job in done)
    assert archive.info().articles == 12


def test_a_job_can_be_stopped_at_work(archive: Archive, url: str) -> None:
    jobs = Jobs(archive)
    with working(url):
        number = jobs.ask(Files((table(200),)), account="eva")
        until(lambda: archive.info().articles)
        assert jobs.stop(number, account="eva")
        assert ended(archive, jobs.ask(Text(ROAD), account="eva")).state == "done"
        until(lambda: not any(job.active for job in jobs.latest()))
    assert jobs.get(number).state == "stopped"
    assert 0 < archive.info().articles < 200


def test_articles_of_another_model_are_read_again(archive: Archive, url: str) -> None:
    jobs = Jobs(archive)
    model = str(card()["version"])
    with working(url):
        ended(archive, jobs.ask(Files((table(3),)), account="eva"))
        assert behind(archive, model) == 0
        change(url, "UPDATE records SET model = 'old' WHERE version_id < 3")
        assert behind(archive, model) == 2
        job = ended(archive, jobs.ask(Rereading(), account="eva"))
        assert (job.state, job.done, job.total, job.result.changed) == ("done", 2, 2, 2)
        everything = ended(archive, jobs.ask(Rereading(everything=True), account="eva"))
        assert (everything.done, everything.total) == (3, 3)
    assert behind(archive, model) == 0
    assert archive.total(Query(copies=True)).statements == 3


def test_what_is_not_foreseen_fails_the_job_and_is_logged_without_words(
    archive: Archive, url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ValueError(BRIDGE)

    monkeypatch.setattr(runner, "perform", fail)
    with caplog.at_level(logging.INFO, "wortlaut.work"), working(url):
        job = ended(archive, Jobs(archive).ask(Text(BRIDGE), account="eva"))
    assert job.state == "failed" and "ValueError" in str(job.error) and "Brücke" not in str(job.error)
    told = [(record.getMessage(), record.__dict__.get("job"), record.__dict__.get("kind")) for record in caplog.records]
    assert ("job failed", job.id, "text") in told


def test_where_the_archive_fails_the_job_is_tried_again(
    archive: Archive, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []
    whole = runner.perform

    def fail(task: Text, means: Means, progress: Progress) -> str | None:
        tried.append(task)
        if len(tried) == 1:
            raise ArchiveError("the disk is full")
        return whole(task, means, progress)

    monkeypatch.setattr(runner, "perform", fail)
    with working(url, replace(QUICK, lease=0.5)):
        job = ended(archive, Jobs(archive).ask(Text(BRIDGE), account="eva"))
    assert (job.state, job.tries) == ("done", 2)


def test_a_job_that_gets_no_further_ends_the_runner(
    archive: Archive, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = Jobs(archive)
    end = []

    def hang(*_: object) -> None:
        until(lambda: end)

    monkeypatch.setattr(runner, "perform", hang)
    monkeypatch.setattr(runner, "_LAST", 0.1)
    with working(url, replace(QUICK, stalled=0.5)):
        job = ended(archive, jobs.ask(Text(BRIDGE), account="eva"))
        assert job.state == "failed" and "not got further" in str(job.error)
    end.append(True)


def test_a_feed_that_is_due_is_visited(archive: Archive, url: str) -> None:
    feeds = Feeds(archive)
    number = feeds.add("https://bote.invalid.example/feed", account="eva")
    with working(url):
        until(lambda: feeds.get(number).visited)
    feed = feeds.get(number)
    assert feed.failures == 1 and "bote.invalid.example" in str(feed.error) and feed.job is None
    assert json.loads(rows(url, "SELECT result FROM jobs")[0][0])["name"] == feed.address
