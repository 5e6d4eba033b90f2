"""A CAS as XMI, written piece by piece: some twenty times as fast as with objects for all its tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from xml.sax.saxutils import escape

from wortlaut.exports.cells import in_xml
from wortlaut.text import Span

_BREAKS = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
_PREFIXES = {
    "webanno.custom": "custom",
    "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type": "segmentation",
    "de.tudarmstadt.ukp.dkpro.core.api.metadata.type": "metadata",
}
_ROOT = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"'
    + "".join(f' xmlns:{prefix}="http:///{name.replace(".", "/")}.ecore"' for name, prefix in _PREFIXES.items())
    + ' xmi:version="2.0">\n<cas:NULL xmi:id="0"/>\n'
)
_SOFA = 1  # id of the text
Value = str | int | float | bool | None


class Xmi:
    """A CAS that grows: annotations are added, then the whole is written.

    What XML 1.0 cannot hold becomes U+FFFD. Places are given in code points, and written in UTF-16 units.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._wide = [place for place, character in enumerate(text) if character > "\uffff"]
        self._elements: list[str] = []

    def add(self, type_name: str, place: Span, **features: Value) -> int:
        """Add an annotation; its id, by which features of others refer to it. None is no value."""
        package, _, name = type_name.rpartition(".")
        id = _SOFA + 1 + len(self._elements)
        given = "".join(f' {key}="{_text(value)}"' for key, value in features.items() if value is not None)
        self._elements.append(
            f'<{_PREFIXES[package]}:{name} xmi:id="{id}" sofa="{_SOFA}" begin="{self._units(place.start)}" '
            f'end="{self._units(place.end)}"{given}/>\n'
        )
        return id

    def pieces(self) -> Iterator[str]:
        """The file."""
        yield _ROOT
        yield from self._elements
        yield (
            f'<cas:Sofa xmi:id="{_SOFA}" sofaNum="1" sofaID="_InitialView" mimeType="text/plain" '
            f'sofaString="{_text(self._text)}"/>\n'
        )
        members = " ".join(map(str, range(_SOFA + 1, _SOFA + 1 + len(self._elements))))
        yield f'<cas:View sofa="{_SOFA}" members="{members}"/>\n</xmi:XMI>\n'

    def _units(self, place: int) -> int:
        return place + bisect_left(self._wide, place)


def _text(value: str | int | float | bool) -> str:
    """A value as an attribute has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return escape(in_xml(value), _BREAKS) if isinstance(value, str) else str(value)
