"""/check: whether something was said, with all evidence; the first step to a report."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from wortlaut.archive.checking import Checked
from wortlaut.claims import LONGEST
from wortlaut.errors import InputError
from wortlaut.surfaces.report import banner, support
from wortlaut.web.frame import Form, archive, changes, reads, redirect, render, say, within
from wortlaut.web.links import absolute
from wortlaut.web.reporting import report_of
from wortlaut.web.words import Say

PATH = "/check"
IN_ADDRESS = 1_500  # code points of a quotation that an address can hold
NAMES = 300  # code points of a name


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be checked; `wrong` is a key of words where it cannot be."""

    claim: str
    person: str
    checked: Checked | None = None
    wrong: str = ""

    def said(self, words: Say) -> str:
        """What is wrong, in words."""
        numbers = {"length": words.number(len(self.claim)), "most": words.number(LONGEST)}
        return words(self.wrong, **numbers) if self.wrong else ""


@reads()
def show(request: Request) -> Response:
    """GET /check, with the quotation as q and who is said to have said it as person."""
    given = request.query_params
    if "q" not in given:
        return _page(request, Asked("", given.get("person", "")[:NAMES]))
    return _page(request, ask(request, given["q"], given.get("person", "")))


@changes("reader")
def send(request: Request, form: Form) -> Response:
    """POST /check: to an address that can be passed on or, where the quotation is too long for that, at once."""
    if 0 < len(form["q"]) <= IN_ADDRESS:
        return redirect(request, path_of(form["q"], form["person"]))
    return _page(request, ask(request, form["q"], form["person"]))


def path_of(claim: str, person: str) -> str:
    """The path of a check within the app, for `redirect()`."""
    return within(PATH, q=claim, person=person)


def ask(request: Request, claim: str, person: str) -> Asked:
    """The verdict, or what is wrong with the question."""
    claim, person = claim.replace("\r\n", "\n").strip(), " ".join(person.split())[:NAMES]
    if not claim:
        return Asked(claim, person, wrong="check.wrong.none")
    if len(claim) > LONGEST:
        return Asked(claim, person, wrong="check.wrong.long")
    try:
        return Asked(claim, person, archive(request).check(claim, person=person or None))
    except InputError:
        return Asked(claim, person, wrong="check.wrong.word")


def _page(request: Request, asked: Asked) -> Response:
    words, made = say(request), report_of(request, asked.checked) if asked.checked else None
    return render(
        request, "check.html", status=400 if asked.wrong else 200, asked=asked, wrong=asked.said(words), report=made,
        verdict=asked.checked.finding.verdict if asked.checked else "",
        banner=Markup(banner(made, level=2)) if made else "",
        support=Markup(support(made, level=2, folded=True)) if made else "", most=LONGEST, names=NAMES,
        link=absolute(request, PATH, q=asked.claim, person=asked.person) if len(asked.claim) <= IN_ADDRESS else "",
    )  # fmt: skip


ROUTES = [Route(PATH, show), Route(PATH, send, methods=["POST"])]
