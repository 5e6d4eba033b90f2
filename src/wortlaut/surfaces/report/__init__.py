"""The verdict on a quotation as a dated report that can be cited: markdown() and html(), with the same contents."""

from __future__ import annotations

from wortlaut.surfaces.report.as_html import banner, changed, fragment, html, page, support
from wortlaut.surfaces.report.as_markdown import markdown, text
from wortlaut.surfaces.report.facts import Report

__all__ = ["Report", "banner", "changed", "fragment", "html", "markdown", "page", "support", "text"]
