"""Cites: a citation as a page shows it and gives it as a file."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from wortlaut.surfaces.citations import Citation, bibtex, csl_json
from wortlaut.web.frame import NotFoundError

_MEDIA = {"bib": "application/x-bibtex; charset=utf-8", "json": "application/vnd.citationstyles.csl+json"}


@dataclass(frozen=True, slots=True)
class Cites:
    """Lines in two styles, the text of a BibTeX entry and of a CSL-JSON file; `bib` and `json` are paths of files."""

    german: str
    english: str
    bibtex: str
    csl: str
    bib: str
    json: str


def cites(made: Citation, path: str) -> Cites:
    """The citation of what lies at a path of the app."""
    return Cites(
        made.german, made.english, bibtex(made.work), csl_json([made.work]), f"{path}/cite.bib", f"{path}/cite.json"
    )


def cite_file(made: Citation, form: str) -> Response:
    """The file of an ending, to be saved. Raises NotFoundError."""
    if form not in _MEDIA:
        raise NotFoundError("")
    told = bibtex(made.work) if form == "bib" else csl_json([made.work])
    headers = {"content-disposition": f'attachment; filename="{made.work.key}.{form}"', "cache-control": "no-store"}
    return Response(told.encode(), media_type=_MEDIA[form], headers=headers)
