"""document.py, page.py and the shapes: everything is described, and answers are as described."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.examples import QUESTIONS
from tests.api.served import ROOT, serve
from tests.conftest import ROOT as REPOSITORY
from tests.test_surfaces_checked import every_verdict
from tests.test_surfaces_found import bridge_page
from wortlaut.api import people_shapes, record_shapes, shapes
from wortlaut.api.document import examples, operations
from wortlaut.api.operations import ALWAYS
from wortlaut.api.problems import SORTS
from wortlaut.api.record_shapes import Shape
from wortlaut.archive import Archive
from wortlaut.surfaces import answers, browsed

REFERENCE = (REPOSITORY / "docs" / "reference" / "api.md").read_text("utf-8")
GIVES: dict[str, type[Shape]] = {
    "list_articles": shapes.Articles, "read_article": shapes.Kept, "list_copies": shapes.Copies,
    "read_statement": shapes.Said, "list_utterance": shapes.Utterance, "search": shapes.Found, "check": shapes.Checked,
    "check_body": shapes.Checked, "list_people": people_shapes.People, "read_person": people_shapes.PersonKnown,
    "analyze": record_shapes.Record, "add_article": shapes.Job, "read_job": shapes.Job, "judge": shapes.Judged,
    "read_info": shapes.Info,
}  # fmt: skip


@pytest.fixture(scope="module")
def document(client: TestClient) -> dict[str, Any]:
    made: dict[str, Any] = client.get("openapi.json").json()
    return made


@pytest.mark.parametrize("name", GIVES)
def test_an_answer_has_all_fields_of_its_shape_and_no_other(name: str) -> None:
    GIVES[name].model_validate(examples()[name]["answer"])


def test_every_operation_that_gives_json_has_a_shape(document: dict[str, Any]) -> None:
    given = {op["operationId"] for _, _, op in operations(document)}
    assert set(GIVES) == given - {"export", "read_document", "read_page", "read_style"}


@pytest.mark.parametrize("verdict", every_verdict())
def test_every_verdict_has_its_shape(verdict: str) -> None:
    told = answers.checked(every_verdict()[verdict])
    assert shapes.Checked.model_validate(told).model_dump() == told


def test_hits_and_records_have_their_shapes(archive: Archive) -> None:
    told = answers.page(bridge_page())
    assert shapes.Hits.model_validate(told).model_dump() == told
    for kept in archive.kept(versions_too=True):
        record = browsed.record(kept, ())
        assert shapes.Kept.model_validate(record).model_dump() == record


def schemas(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """All schemas of properties."""
    if isinstance(value, dict):
        for name, one in value.get("properties", {}).items() if isinstance(value.get("properties"), dict) else ():
            yield f"{path}.{name}", one
        for name, one in value.items():
            if name not in ("example", "examples"):
                yield from schemas(one, f"{path}/{name}")
    elif isinstance(value, list):
        for one in value:
            yield from schemas(one, path)


def test_every_field_and_parameter_is_described(document: dict[str, Any]) -> None:
    told = dict(schemas(document))
    assert len(told) > 150
    assert [path for path, schema in told.items() if not schema.get("description")] == []
    for _, path, operation in operations(document):
        assert operation["summary"] and operation["description"] and operation["tags"]
        assert not [one for one in operation.get("parameters", ()) if not one.get("description")], path


def test_fields_may_be_added(document: dict[str, Any]) -> None:
    asked = {"Claim", "Text", "Judging", "Stretch"}
    closed = {
        name for name, one in document["components"]["schemas"].items() if one.get("additionalProperties") is False
    }
    assert closed == asked


def test_every_operation_has_an_example_and_its_failures(document: dict[str, Any]) -> None:
    for _, _, operation in operations(document):
        name, answers_told = operation["operationId"], operation["responses"]
        good = next(iter(answers_told.values()))
        if QUESTIONS[name].told:
            assert "example" in good["content"][QUESTIONS[name].media], name
        for parameter in operation.get("parameters", ()):
            assert "example" in parameter or not parameter.get("required"), name
        assert {str(status) for status in ALWAYS} - {"401", "403"} <= set(answers_told), name
    assert set(document["components"]["responses"]) == {
        "".join(part.capitalize() for part in one.name.split("-")) for one in SORTS.values()
    }


def test_the_document_says_where_it_is_and_who_may_come_in(archive: Archive) -> None:
    local = serve(archive).client().get(f"{ROOT}/openapi.json").json()
    assert local["openapi"] == "3.1.0"
    assert [one["url"] for one in local["servers"]] == [ROOT]
    assert "securitySchemes" not in local["components"]
    assert all("security" not in operation for _, _, operation in operations(local))
    api = serve(archive, accounts=True).api
    from wortlaut.api.document import document as made

    guarded = made(api, "/wortlaut/api/v1")
    assert [one["url"] for one in guarded["servers"]] == ["/wortlaut/api/v1"]
    assert guarded["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    for _, _, operation in operations(guarded):
        assert operation["security"] == [{"token": []}]
        assert f"Needs the scope `{operation['x-scope']}`" in operation["description"]
        assert {"401", "403"} <= set(operation["responses"])


def test_every_operation_is_in_the_reference(document: dict[str, Any]) -> None:
    for method, path, operation in operations(document):
        assert f"`{method.upper()} {path}`" in REFERENCE, path
        for parameter in operation.get("parameters", ()):
            assert f"`{parameter['name']}`" in REFERENCE, f"{path} {parameter['name']}"


def test_every_field_is_in_the_references(document: dict[str, Any]) -> None:
    others = ("answers.md", "record.md")
    told = REFERENCE + "".join((REPOSITORY / "docs" / "reference" / name).read_text("utf-8") for name in others)
    named = {word for words in re.findall(r"`([^`\n]+)`", told) for word in re.findall(r"\w+", words)}
    fields = {path.rpartition(".")[2] for path, _ in schemas(document)}
    assert fields - named == set()


def test_every_failure_is_in_the_reference() -> None:
    for sort in SORTS.values():
        assert f"| {sort.status} | `{sort.name}` |" in REFERENCE, sort.name


class Seen(HTMLParser):
    """Elements and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def test_the_page_has_every_operation_and_nothing_that_runs_or_comes_from_elsewhere(client: TestClient) -> None:
    answer = client.get("docs")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    seen = Seen()
    seen.feed(answer.text)
    assert not {"script", "style", "iframe", "img", "object"} & set(seen.tags)
    assert not [name for name, _ in seen.attributes if name.startswith("on") or name == "style"]
    links = [value for name, value in seen.attributes if name in ("href", "src")]
    assert links and all(one.startswith(("#", f"{ROOT}/")) for one in links)
    assert client.get(f"http://localhost:8765{ROOT}/docs.css").headers["content-type"] == "text/css; charset=utf-8"
    for name in QUESTIONS:
        assert f'<section id="{name}">' in answer.text
    assert seen.tags.count("h1") == 1
