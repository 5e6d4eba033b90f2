"""Whether statements in different articles are one utterance: keys() finds candidates, likeness() judges them."""

from __future__ import annotations

from wortlaut.sameness.blocking import keys
from wortlaut.sameness.judging import SAME, WINDOW, likeness
from wortlaut.sameness.saying import Saying

__all__ = ["SAME", "WINDOW", "Saying", "keys", "likeness"]
