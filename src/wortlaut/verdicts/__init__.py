"""Did they really say that: judge() gives a verdict on a claim, with its evidence; see docs/design/check.md."""

from __future__ import annotations

from wortlaut.claims import LONGEST
from wortlaut.verdicts.findings import VERDICTS, Candidate, Evidence, Finding, Verdict
from wortlaut.verdicts.judging import judge
from wortlaut.verdicts.matching import Missing

__all__ = ["LONGEST", "VERDICTS", "Candidate", "Evidence", "Finding", "Missing", "Verdict", "judge"]
