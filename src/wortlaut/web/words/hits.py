"""The words of statements in lists."""

from __future__ import annotations

GERMAN = {
    "hits.statement": "Beleg und Zitierweise",
    "hits.more.one": "Noch 1 Fundstelle, Beleg und Zitierweise",
    "hits.more.many": "Noch {count} Fundstellen, Beleg und Zitierweise",
    "hits.of": "der Äußerung {address}",
}
ENGLISH = {
    "hits.statement": "Evidence and citation",
    "hits.more.one": "1 more place, evidence and citation",
    "hits.more.many": "{count} more places, evidence and citation",
    "hits.of": "of statement {address}",
}
