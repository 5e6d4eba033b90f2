"""The words of the pictures."""

from __future__ import annotations

GERMAN = {
    "charts.table": "Als Tabelle",
    "charts.year": "Jahr",
    "charts.sum": "Summe",
    "charts.months": "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
    "charts.undated": "Ohne Datum",
    "charts.outside": "Vor {first} oder nach {last}",
    "charts.told": "Von {first} bis {last}: {sum}, am meisten {when} mit {most}.",
}
ENGLISH = {
    "charts.table": "As a table",
    "charts.year": "Year",
    "charts.sum": "Sum",
    "charts.months": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "charts.undated": "Undated",
    "charts.outside": "Before {first} or after {last}",
    "charts.told": "From {first} to {last}: {sum}, most in {when}: {most}.",
}
