"""The page about the API: the OpenAPI document for people, without script, and with nothing from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any
from urllib.parse import urlencode

from wortlaut.api.document import operations

STYLE = """\
:root { color-scheme: light dark; --line: #8886; --soft: #666; }
@media (prefers-color-scheme: dark) { :root { --soft: #aaa; } }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
section { border-top: 1px solid var(--line); padding-top: .5rem; margin-top: 1.5rem; }
h2 code { font-size: 1.1rem; }
pre { overflow-x: auto; border: 1px solid var(--line); padding: .5rem; max-height: 24rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-top: 1px solid var(--line); }
.soft { color: var(--soft); }
"""


def page(document: Mapping[str, Any], root: str) -> str:
    """The page as HTML; `root` is the path under which the API lies."""
    return "".join(_page(document, root))


def _page(document: Mapping[str, Any], root: str) -> Iterator[str]:
    title = f"{document['info']['title']} API {document['info']['version']}"
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f'<title>{escape(title)}</title>\n<link rel="stylesheet" href="{escape(root)}/docs.css">\n</head>\n<body>\n'
    yield f"<header><h1>{escape(title)}</h1>{_words(document['info']['description'])}"
    yield f'<p>For programs: <a href="{escape(root)}/openapi.json">openapi.json</a></p></header>\n<main>\n'
    yield from _contents(document)
    for method, path, operation in operations(document):
        yield from _operation(document, root, method.upper(), path, operation)
    yield from _problems(document)
    yield "</main>\n</body>\n</html>\n"


def _contents(document: Mapping[str, Any]) -> Iterator[str]:
    yield '<nav aria-label="Operations"><ul>'
    for method, path, one in operations(document):
        name = f"<code>{method.upper()} {escape(path)}</code>"
        yield f'<li><a href="#{escape(one["operationId"])}">{name}</a> {escape(one["summary"])}</li>'
    yield "</ul></nav>\n"


def _operation(
    document: Mapping[str, Any], root: str, method: str, path: str, one: Mapping[str, Any]
) -> Iterator[str]:  # fmt: skip
    yield f'<section id="{escape(one["operationId"])}"><h2><code>{method} {escape(path)}</code></h2>'
    yield f"<p><strong>{escape(one['summary'])}</strong></p>{_words(one['description'])}"
    body = one.get("requestBody", {}).get("content", {}).get("application/json", {})
    parts = [(p["name"], p["in"], p.get("description", "")) for p in one.get("parameters", ())]
    schema = document["components"]["schemas"].get(body.get("schema", {}).get("$ref", "").rpartition("/")[2], {})
    parts += [(name, "body", told.get("description", "")) for name, told in schema.get("properties", {}).items()]
    if parts:
        yield '<table><thead><tr><th scope="col">Name</th><th scope="col">In</th><th scope="col">What</th></tr></thead>'
        for name, place, told in parts:
            yield f'<tr><th scope="row"><code>{escape(name)}</code></th><td>{place}</td><td>{_code(told)}</td></tr>'
        yield "</table>"
    yield from _example(root, path, one, body)
    yield "</section>\n"


def _example(root: str, path: str, one: Mapping[str, Any], body: Mapping[str, Any]) -> Iterator[str]:
    given = [(p["name"], p["in"], p["example"]) for p in one.get("parameters", ()) if "example" in p]
    for name, place, value in given:
        path = path.replace(f"{{{name}}}", str(value)) if place == "path" else path
    query = urlencode([(name, value) for name, place, value in given if place == "query"], doseq=True)
    command = f"curl '{root}{path}{'?' + query if query else ''}'"
    if "example" in body:
        command += f" -H 'Content-Type: application/json' -d '{json.dumps(body['example'], ensure_ascii=False)}'"
    yield f"<pre><code>{escape(command)}</code></pre>"
    good = next(iter(one["responses"].values()))
    for media, content in good.get("content", {}).items():
        if "example" in content and media == "application/json":
            told = json.dumps(content["example"], ensure_ascii=False, indent=1)
            yield f"<details><summary>Answer</summary><pre><code>{escape(told)}</code></pre></details>"


def _problems(document: Mapping[str, Any]) -> Iterator[str]:
    yield '<section id="problems"><h2>Failures</h2><table>'
    yield '<thead><tr><th scope="col">Status</th><th scope="col">Type</th><th scope="col">What to do</th></tr></thead>'
    for told in document["components"]["responses"].values():
        example = next(iter(told["content"].values())).get("example", {})
        status, sort = example.get("status", ""), escape(example.get("type", ""))
        yield f'<tr><th scope="row">{status}</th><td><code>{sort}</code></td>'
        yield f"<td>{escape(told['description'])}</td></tr>"
    yield "</table></section>\n"


def _words(markdown: str) -> str:
    paragraphs = (" ".join(one.split()) for one in markdown.split("\n\n"))
    return "".join(f"<p>{_code(one.replace('**', ''))}</p>" for one in paragraphs)


def _code(words: str) -> str:
    """Words in backquotes as code."""
    parts = escape(words).split("`")
    return "".join(f"<code>{part}</code>" if place % 2 else part for place, part in enumerate(parts))
