"""An archive in the formats of other tools, and judgements back."""

from wortlaut.exports.formats import FORMATS, Format, format_of, pieces, write
from wortlaut.exports.frames import to_pandas, to_polars
from wortlaut.exports.returns import judgements_from
from wortlaut.exports.rows import Row, frame_rows

__all__ = [
    "FORMATS",
    "Format",
    "Row",
    "format_of",
    "frame_rows",
    "judgements_from",
    "pieces",
    "to_pandas",
    "to_polars",
    "write",
]
