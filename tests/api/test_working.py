"""working.py and reading.py: texts that are added or read, jobs, judgements."""

from __future__ import annotations

from starlette.testclient import TestClient

from tests.api.served import ROOT, SAID, serve, token
from wortlaut.api.working import _job
from wortlaut.archive import Archive
from wortlaut.desk.audit import noted
from wortlaut.desk.jobs import Jobs, Result, Sign
from wortlaut.desk.tasks import Text
from wortlaut.errors import BusyError, LanguageError, ReadingError, WortlautError


def asker(own: Archive, readers: object = None) -> TestClient:
    client = serve(own, readers=readers).client()
    client.base_url = client.base_url.join(f"{ROOT}/")
    return client


def test_a_text_becomes_a_job_that_can_be_followed(own: Archive) -> None:
    client = asker(own)
    given = {"text": SAID, "title": "Schule", "outlet": "Bote", "published": "2026-03-04", "force": True}
    answer = client.post("articles", json={**given, "source": "https://bote.example/neu"})
    job = answer.json()
    assert (answer.status_code, answer.headers["location"]) == (202, f"{ROOT}/jobs/{job['id']}")
    assert "etag" not in answer.headers and answer.headers["cache-control"] == "no-store"
    assert client.get(f"http://localhost:8765{answer.headers['location']}").json() == job
    assert (job["state"], job["kind"], job["name"]) == ("waiting", "text", "https://bote.example/neu")
    claim = Jobs(own).claim(["text"], "me")
    assert claim is not None
    assert claim.task == Text(SAID, "Schule", "Bote", "2026-03-04", "https://bote.example/neu", force=True)
    Jobs(own).finish(claim.id, "me", Sign(1, 1, Result(new=1, statements=2, article=5)))
    done = client.get(f"jobs/{claim.id}").json()
    assert (done["state"], done["result"]["article"], done["done"], done["total"]) == ("done", 5, 1, 1)
    assert done["ended"]
    assert noted(own)[0].action == "job.ask"


def test_who_asked_is_noted(own: Archive) -> None:
    key = token(own, "write", "review")
    client = serve(own, accounts=True).client(authorization=f"Bearer {key}")
    client.post(f"{ROOT}/articles", json={"text": SAID})
    client.post(f"{ROOT}/judgements", json={"statement": "2.1/s1", "kind": "reported"})
    assert [(one.account, one.action) for one in noted(own)][:2] == [("eva0", "review"), ("eva0", "job.ask")]


def test_a_source_that_cannot_be_one(own: Archive) -> None:
    answer = asker(own).post("articles", json={"text": SAID, "source": "http://0"})
    assert (answer.status_code, answer.json()["errors"][0]["name"]) == (422, "source")


def test_a_text_without_words(own: Archive) -> None:
    for text in (" ", "\u200b", "\n\t"):
        answer = asker(own).post("articles", json={"text": text})
        assert (answer.status_code, answer.json()["errors"][0]["name"]) == (422, "text")


def test_a_job_that_is_not_there(own: Archive) -> None:
    assert asker(own).get("jobs/17").status_code == 404


class Refusing:
    """Readers that do not read."""

    def __init__(self, error: WortlautError) -> None:
        self._error = error

    def analyze(self, *_: object, **__: object) -> object:
        raise self._error


def test_what_cannot_be_read(own: Archive) -> None:
    for error, status in (
        (LanguageError("the text seems to be in 'fr'"), 422),
        (ReadingError("reading it took more than 30 seconds"), 422),
        (BusyError("8 texts wait to be read already; try again in a minute"), 503),
    ):
        answer = asker(own, Refusing(error)).post("analyze", json={"text": SAID})
        assert answer.status_code == status and str(error)[:15].lower() in answer.json()["detail"].lower()


def test_reading_keeps_nothing(own: Archive) -> None:
    before = own.info()
    answer = asker(own).post("analyze", json={"text": SAID})
    assert [one["kind"] for one in answer.json()["statements"]] == ["direct", "indirect"]
    assert own.info() == before


def test_a_judgement_holds_at_once(own: Archive) -> None:
    client = asker(own)
    asked = {"statement": "2.1/s2", "person": "Landkreis Tannried", "person_kind": "organization"}
    answer = client.post("judgements", json=asked).json()
    assert (answer["verdicts"], answer["statement"]["person"]) == (["wrong_person"], "Landkreis Tannried")
    assert answer["statement"]["statement"]["attribution"]["reason"] == "judgement"
    assert client.get("search?person=Tannried").json()["hits"][0]["address"] == "2.1/s2"
    nobody = client.post("judgements", json={"statement": "2.1/s2", "person": None}).json()
    assert nobody["statement"]["person"] is None


def test_what_is_not_given_stays(own: Archive) -> None:
    client = asker(own)
    right = client.post("judgements", json={"statement": "2.1/s1"}).json()
    assert (right["verdicts"], right["statement"]["person"]) == (["correct"], "Mira Olbrich")
    kind = client.post("judgements", json={"statement": "2.1/s1", "kind": "reported"}).json()
    assert kind["verdicts"] == ["wrong_kind"]
    assert (kind["statement"]["statement"]["kind"], kind["statement"]["person"]) == ("reported", "Mira Olbrich")
    span = kind["statement"]["span"]
    shorter = {"start": span["start"] + 1, "end": span["end"] - 1}
    moved = client.post("judgements", json={"statement": "2.1/s1", "span": shorter}).json()
    assert moved["statement"]["span"]["text"] == "Wir lassen kein Dorf ohne Schule"
    assert (moved["statement"]["statement"]["kind"], moved["verdicts"]) == ("reported", ["wrong_span", "wrong_kind"])


def test_what_is_no_statement_is_gone(own: Archive) -> None:
    client = asker(own)
    answer = client.post("judgements", json={"statement": "2.1/s2", "is_statement": False}).json()
    assert (answer["verdicts"], answer["statement"]) == (["no_statement"], None)
    assert client.get("statements/2.1/s2").status_code == 404
    assert client.post("judgements", json={"statement": "2.1/s2"}).json()["statement"]["person"] == "Landratsamt"
    assert client.get("statements/2.1/s2").status_code == 200


def test_a_statement_is_found_by_its_address_alone(own: Archive) -> None:
    client = asker(own)
    found = client.get("statements/03.01/s1").json()
    assert found["address"] == "3.1/s1" and found["address"] in [one["address"] for one in found["forms"]]
    days = [one["article"]["published"] for one in found["forms"]]
    assert days == sorted(days)
    for missing in ("3.1/s99", "3.9/s1", "99.1/s1", f"{'9' * 18}.1/s1"):
        answer = client.get(f"statements/{missing}")
        assert answer.status_code == 404 and missing in answer.json()["detail"]


def test_judgements_that_make_no_sense(own: Archive) -> None:
    client = asker(own)
    for asked, name in (
        ({"statement": "9.1/s1"}, "statement"),
        ({"statement": "2.1/s9"}, "statement"),
        ({"statement": "2.1"}, "statement"),
        ({"statement": "2.1/s1", "is_statement": False, "kind": "direct"}, "kind"),
        ({"statement": "2.1/s1", "person": "Eva\u202e"}, "person"),
        ({"statement": "2.1/s1", "span": {"start": 5, "end": 5}}, "span"),
        ({"statement": "2.1/s1", "span": {"start": 0, "end": 9**18}}, "span"),
        ({"statement": "2.1/s1", "span": {"start": 5}}, "span.end"),
        ({"kind": "direct"}, "statement"),
    ):
        answer = client.post("judgements", json=asked)
        assert (answer.status_code, answer.json()["errors"][0]["name"]) == (422, name), asked
    assert own.judgements().all == ()


def test_jobs_of_every_kind_can_be_told(own: Archive) -> None:
    job = Jobs(own).get(Jobs(own).ask(Text("Nein."), account="local"))
    assert _job(job)["result"]["messages"] == []
