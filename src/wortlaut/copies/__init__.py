"""Whether two articles carry the same agency copy, whose it is, and where they differ; see docs/design/copies.md."""

from __future__ import annotations

from wortlaut.copies.agencies import agency
from wortlaut.copies.comparison import Copy, compare
from wortlaut.copies.differing import Change, Difference, differences
from wortlaut.copies.sketches import SHARED_LEAST, sketch

__all__ = ["SHARED_LEAST", "Change", "Copy", "Difference", "agency", "compare", "differences", "sketch"]
