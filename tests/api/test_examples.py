"""The examples of the document are what a small archive answers; every documented failure can be had."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from tests.api.examples import QUESTIONS, record
from tests.api.failing import provoke
from tests.api.served import ROOT, serve
from wortlaut.api import document as documents
from wortlaut.api import make_api
from wortlaut.api.document import EXAMPLES, examples, operations
from wortlaut.api.problems import SORTS
from wortlaut.archive import Archive
from wortlaut.serving.settings import Settings

# A number that no archive has, for operations on one thing.
_NEVER_FAIL = ("read_document", "read_page", "read_style")  # but for their gate
_MISSING = {"address": "9999.1", "statement": "s1", "number": "9999"}


def test_the_examples_are_what_is_answered(tmp_path: Path) -> None:
    again = "the answers have changed; look at them, then run: python -m tests.api.examples"
    assert record(tmp_path) == examples(), again


@pytest.fixture(scope="module")
def document(archive: Archive) -> dict[str, Any]:
    """As it is where there are no accounts."""
    made: dict[str, Any] = serve(archive).client().get(f"{ROOT}/openapi.json").json()
    return made


def test_every_example_fits_its_schema(document: dict[str, Any]) -> None:
    seen = 0
    for _, _, operation in operations(document):
        for answer in operation["responses"].values():
            for media, content in answer.get("content", {}).items():
                if media == "application/json" and "example" in content:
                    _validator(document, content["schema"]).validate(content["example"])
                    seen += 1
    for problem in document["components"]["responses"].values():
        (content,) = problem["content"].values()
        _validator(document, content["schema"]).validate(content["example"])
    assert seen == sum(one.told and one.media == "application/json" for one in QUESTIONS.values())


def _validator(document: dict[str, Any], schema: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator({**schema, "components": document["components"]})


def _cases() -> list[Any]:
    """Every operation with every failure that is documented for it."""
    api = make_api()
    api.state.settings = Settings("none", accounts=True)
    return [
        pytest.param(method.upper(), path, name, int(status), id=f"{name}-{status}")
        for method, path, operation in operations(documents.document(api, ROOT))
        for name, status in product([operation["operationId"]], operation["responses"])
        if status[0] in "45" and not (status[0] == "5" and name in _NEVER_FAIL)
    ]  # fmt: skip


@pytest.mark.parametrize(("method", "path", "name", "status"), _cases())
def test_every_documented_failure_can_be_had(archive: Archive, method: str, path: str, name: str, status: int) -> None:
    asked = QUESTIONS[name]
    place = path.format(**(_MISSING if status == 404 else {**asked.path, "number": "1"}))
    question: dict[str, Any] = {"params": asked.query}
    if asked.body is not None:
        question["json"] = asked.body
    answer = provoke(archive, method, place, question, status)
    told = answer.json()
    assert (answer.status_code, told["status"]) == (status, status), answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    sort = SORTS[status]
    assert (told["type"], told["title"]) == (sort.type, sort.title)
    assert told["instance"] == f"{ROOT}{place}"
    assert len(told["detail"]) > 10
    assert "secret words" not in answer.text and "Traceback" not in answer.text
    assert ("errors" in told) == (status == 422)
    if status == 429:
        assert 1 <= int(answer.headers["retry-after"]) <= 60


def test_the_file_of_examples_is_in_one_form() -> None:
    told = json.dumps(dict(examples()), ensure_ascii=False, indent=1) + "\n"
    assert EXAMPLES.read_text("utf-8") == told
