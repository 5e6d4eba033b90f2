"""The OpenAPI document: made of the operations, their shapes, the problems, and examples that tests run."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from wortlaut.api.problems import MEDIA, SORTS, Sort
from wortlaut.api.replies import JSON
from wortlaut.desk.roles import SCOPES

EXAMPLES = Path(__file__).parent / "examples.json"
VERSION = "3.1.0"  # of OpenAPI
_TAGS = (
    ("articles", "Articles and their statements."),
    ("search", "Finding and checking what was said."),
    ("people", "Who speaks."),
    ("export", "The archive in the formats of other tools."),
    ("reading", "Reading texts without keeping them."),
    ("work", "Changing the archive."),
    ("about", "The archive as a whole, and this API."),
)
_SCHEMES = {
    "token": {
        "type": "http",
        "scheme": "bearer",
        "description": f"A token of an account, with some of the scopes {', '.join(SCOPES)}.",
    }
}
_PROBLEM: dict[str, Any] = {
    "type": "object",
    "description": "A failure, as RFC 9457 says.",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "description": "names the sort of problem; it stays the same"},
        "title": {"type": "string", "description": "the sort in words"},
        "status": {"type": "integer", "description": "the HTTP status"},
        "detail": {"type": "string", "description": "what happened, and what to do"},
        "instance": {"type": "string", "description": "the path that was asked"},
        "errors": {
            "type": "array",
            "description": "single things in the request that are not right; not always there",
            "items": {
                "type": "object",
                "required": ["in", "name", "detail"],
                "properties": {
                    "in": {"type": "string", "enum": ["query", "path", "body"], "description": "where it stands"},
                    "name": {"type": "string", "description": "which parameter, or field of the body"},
                    "detail": {"type": "string", "description": "what is wrong with it"},
                },
            },
        },
    },
}
_TEXT = {"type": "string"}
_HEADERS: dict[str, Any] = {
    "ETag": {"description": "of this very answer; send it as If-None-Match", "schema": _TEXT},
    "Link": {"description": 'where the next page is, with rel="next"; not on the last', "schema": _TEXT},
    "RateLimit": {"description": "requests that are left, and seconds until one more; not where any number is allowed",
                  "schema": _TEXT},
    "Location": {"description": "where the job can be asked for", "schema": _TEXT},
    "Retry-After": {"description": "seconds to wait", "schema": {"type": "integer"}},
    "WWW-Authenticate": {"description": "that a token is wanted", "schema": _TEXT},
    "Content-Disposition": {"description": "a name for the file", "schema": _TEXT},
}  # fmt: skip
# From an answer to the operation on what it names: which parameter is what in it.
_LINKS: Mapping[str, tuple[str, str, str]] = {
    "list_articles": ("read_article", "address", "/articles/0/number"),
    "list_people": ("read_person", "number", "/people/0/number"),
    "read_statement": ("list_utterance", "number", "/utterance"),
    "add_article": ("read_job", "number", "/id"),
}
_OF_ERRORS = {401: ["WWW-Authenticate"], 429: ["Retry-After"], 503: ["Retry-After"]}


def document(api: FastAPI, root: str) -> dict[str, Any]:
    """The document of an API that lies under a path, and asks for tokens where there are accounts."""
    known: dict[tuple[str, bool], dict[str, Any]] = api.state.documents
    accounts = bool(api.state.settings.accounts)
    if (root, accounts) not in known:
        known[root, accounts] = _document(api, root, accounts=accounts)
    return known[root, accounts]


def operations(made: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Method, path and operation."""
    for path, item in made["paths"].items():
        for method, operation in item.items():
            yield method, path, operation


@cache
def examples() -> Mapping[str, Any]:
    """Questions and answers of the operations by their ids, and of the errors by their status; tests run them."""
    found: Mapping[str, Any] = json.loads(EXAMPLES.read_text("utf-8")) if EXAMPLES.exists() else {}
    return found


def _document(api: FastAPI, root: str, *, accounts: bool) -> dict[str, Any]:
    tags = [{"name": name, "description": told} for name, told in _TAGS]
    made = get_openapi(
        title=api.title, version=api.version, openapi_version=VERSION, description=api.description,
        routes=api.routes, tags=tags, servers=[{"url": root or "/", "description": "this server"}],
    )  # fmt: skip
    for _, _, operation in operations(made):
        _complete(operation, accounts=accounts)
    parts = made.setdefault("components", {})
    for left in ("HTTPValidationError", "ValidationError"):
        parts.get("schemas", {}).pop(left, None)
    parts.setdefault("schemas", {})["Problem"] = _PROBLEM
    parts["responses"] = {_name(sort): _response(sort) for sort in SORTS.values()}
    parts["headers"] = _HEADERS
    if accounts:
        parts["securitySchemes"] = _SCHEMES
    return made


def _complete(operation: dict[str, Any], *, accounts: bool) -> None:
    """What FastAPI does not know of an operation."""
    errors, scope, media = operation.pop("x-errors"), operation["x-scope"], operation.pop("x-media", None)
    if accounts:
        operation["security"] = [{"token": []}]
        operation["description"] += f"\n\nNeeds the scope `{scope}`."
    answers = operation["responses"]
    answers.pop("422", None)
    good = next(iter(answers))
    reads = "requestBody" not in operation
    answers[good]["headers"] = {name: _header(name) for name in _headers(operation, good, reads=reads)}
    if media:
        answers[good]["content"] = {one: {"schema": _schema(one)} for one in media}
    if reads and operation["operationId"] != "export":
        answers["304"] = {"description": "The asker holds this already."}
    for status in errors:
        if accounts or status not in (401, 403) or (status == 403 and not reads):
            answers[str(status)] = {"$ref": f"#/components/responses/{_name(SORTS[status])}"}
    answers[good]["description"] = "What was asked for." if good != "202" else "It will be done."
    if link := _LINKS.get(operation["operationId"]):
        target, name, place = link
        answers[good]["links"] = {target: {"operationId": target, "parameters": {name: f"$response.body#{place}"}}}
    _exemplify(operation, answers[good].get("content", {}))


def _headers(operation: Mapping[str, Any], good: str, *, reads: bool) -> list[str]:
    if operation["operationId"] == "export":
        return ["Content-Disposition", "RateLimit"]
    paged = any(one["name"] == "after" for one in operation.get("parameters", ()))
    own = {"ETag": reads, "Link": paged, "Location": good == "202"}
    return [*(name for name, there in own.items() if there), "RateLimit"]


def _exemplify(operation: dict[str, Any], content: dict[str, Any]) -> None:
    example = examples().get(operation["operationId"])
    if example is None:
        return
    for parameter in operation.get("parameters", ()):
        given = example.get(parameter["in"], {})
        if parameter["name"] in given:
            parameter["example"] = given[parameter["name"]]
    if "body" in example:
        operation["requestBody"]["content"][JSON]["example"] = example["body"]
    if "answer" in example:
        media = example.get("media", JSON)
        content[media]["example"] = example["answer"]


def _schema(media: str) -> dict[str, Any]:
    return {"type": "object"} if media == JSON or media.endswith("+json") else {"type": "string"}


def _response(sort: Sort) -> dict[str, Any]:
    content: dict[str, Any] = {"schema": {"$ref": "#/components/schemas/Problem"}}
    if example := examples().get(str(sort.status)):
        content["example"] = example
    made: dict[str, Any] = {"description": f"{sort.title}. {sort.detail}", "content": {MEDIA: content}}
    if names := _OF_ERRORS.get(sort.status):
        made["headers"] = {name: _header(name) for name in names}
    return made


def _header(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/headers/{name}"}


def _name(sort: Sort) -> str:
    return "".join(part.capitalize() for part in sort.name.split("-"))
