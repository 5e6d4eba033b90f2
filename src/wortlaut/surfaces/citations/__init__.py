"""How to cite a statement, or a report on a quotation: a line in German or English style, BibTeX, CSL-JSON."""

from __future__ import annotations

from wortlaut.surfaces.citations.bibtex import bibtex
from wortlaut.surfaces.citations.citing import Citation, of_report, of_statement
from wortlaut.surfaces.citations.csl import csl, csl_json
from wortlaut.surfaces.citations.works import Work

__all__ = ["Citation", "Work", "bibtex", "csl", "csl_json", "of_report", "of_statement"]
