"""css(): elements of a page by a small part of CSS selectors: tag, .class, [attribute], =, ^=, and descendants."""

from __future__ import annotations

import re

from lxml import html as lxml_html
from starlette.testclient import TestClient

_STEP = re.compile(r"([a-z0-9]+)|\.([\w-]+)|\[([\w-]+)(?:(\^?=)'?([^\]']+)'?)?\]")


def css(element: lxml_html.HtmlElement, selector: str) -> list[lxml_html.HtmlElement]:
    """The elements within one, in order of the page."""
    found: list[lxml_html.HtmlElement] = element.xpath("." + "".join(map(_path, selector.split())))
    return found


def _path(step: str) -> str:
    tag, conditions = "*", ""
    for name, chosen, attribute, sign, value in _STEP.findall(step):
        if name:
            tag = name
        elif chosen:
            conditions += f"[contains(concat(' ', normalize-space(@class), ' '), ' {chosen} ')]"
        elif sign == "^=":
            conditions += f"[starts-with(@{attribute}, '{value}')]"
        else:
            conditions += f"[@{attribute}='{value}']" if sign else f"[@{attribute}]"
    return f"//{tag}{conditions}"


def tree(client: TestClient, path: str, status: int = 200) -> lxml_html.HtmlElement:
    """A page, parsed; its status is as expected."""
    answer = client.get(path)
    assert answer.status_code == status, answer.text
    return lxml_html.document_fromstring(answer.text)


def words(element: lxml_html.HtmlElement) -> str:
    """The words in an element."""
    return " ".join(element.text_content().split())
