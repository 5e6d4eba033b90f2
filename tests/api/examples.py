"""The examples of the document: questions here, answers recorded from a small archive; tests ask them again.

`python -m tests.api.examples` writes src/wortlaut/api/examples.json anew.
"""

from __future__ import annotations

import json
import re
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from tests.api.conftest import filled
from tests.api.failing import ASKED, provoke
from tests.api.served import ROOT, SAID, serve
from wortlaut.api.document import EXAMPLES, operations
from wortlaut.api.problems import SORTS

_MOMENT = re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00")
_TOLD = "2026-03-05T08:00:00+00:00"


@dataclass(frozen=True)
class Question:
    """What an example asks; the answer is left out of the document where it would be the document."""

    path: dict[str, str] = field(default_factory=dict)
    query: dict[str, Any] = field(default_factory=dict)
    body: dict[str, Any] | None = None
    media: str = "application/json"
    told: bool = True


QUESTIONS: dict[str, Question] = {
    "list_articles": Question(query={"outlet": "Bote", "limit": 1}),
    "read_article": Question({"address": "2.1"}),
    "list_copies": Question({"address": "1"}),
    "read_statement": Question({"address": "3.1", "statement": "s1"}),
    "list_utterance": Question({"number": "<utterance>"}, {"limit": 1}),
    "search": Question(
        query={"q": '"tieferes Wasser" Werft', "person": "Brandt", "limit": 1, "facet": ["outlet", "month"]}
    ),
    "check": Question(query={"q": "Ohne tieferes Wasser verlieren wir", "person": "Eva Brandt"}),
    "check_body": Question(body={"q": "Wir lassen jedes Dorf ohne Schule", "person": "Mira Olbrich"}),
    "list_people": Question(query={"q": "Brandt"}),
    "read_person": Question({"number": "1"}),
    "export": Question(query={"format": "csv", "person": "Olbrich"}, media="text/csv"),
    "analyze": Question(body={"text": SAID, "published": "2026-03-04"}),
    "add_article": Question(body={"text": SAID, "title": "Schule bleibt", "source": "https://bote.example/schule"}),
    "read_job": Question({"number": "1"}),
    "judge": Question(body={"statement": "2.1/s2", "person": "Landkreis Tannried", "person_kind": "organization"}),
    "read_info": Question(),
    "read_document": Question(told=False),
    "read_page": Question(media="text/html", told=False),
    "read_style": Question(media="text/css", told=False),
}


def record(folder: Path) -> dict[str, Any]:
    """All examples: of the operations by their ids, of the errors by their status."""
    with filled(folder) as archive:
        client = serve(archive).client()
        document = client.get(f"{ROOT}/openapi.json").json()
        known = {op["operationId"]: (method, path) for method, path, op in operations(document)}
        assert set(known) == set(QUESTIONS), "each operation has one question"
        made = {name: _example(client, *known[name], asked) for name, asked in _resolved(client).items()}
        problems = {str(status): provoke(archive, *ASKED[status], status).json() for status in SORTS}
    return {**made, **problems}


def _resolved(client: TestClient) -> dict[str, Question]:
    """The questions, with the numbers that only the archive knows."""
    number = client.get(f"{ROOT}/statements/3.1/s1").json()["utterance"]
    return {
        **QUESTIONS, "list_utterance": Question({"number": str(number)}, QUESTIONS["list_utterance"].query)
    }  # fmt: skip


def _example(client: TestClient, method: str, path: str, asked: Question) -> dict[str, Any]:
    answer = client.request(method, f"{ROOT}{path.format(**asked.path)}", params=asked.query, json=asked.body)
    assert answer.status_code in (200, 202), f"{method} {path}: {answer.text}"
    assert answer.headers["content-type"].partition(";")[0] == asked.media
    made: dict[str, Any] = {"path": asked.path, "query": asked.query}
    if asked.body is not None:
        made["body"] = asked.body
    if asked.told:
        text = _MOMENT.sub(_TOLD, answer.text)
        made |= {"media": asked.media, "answer": json.loads(text) if asked.media == "application/json" else text}
    return made


def main() -> None:
    """Write the examples."""
    with tempfile.TemporaryDirectory() as folder:
        made = record(Path(folder))
    EXAMPLES.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
