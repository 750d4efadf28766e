"""Verify a home, and repair it: what is damaged is named, and given up to be made again."""

from tipoff.app.verification.findings import Findings, Problem
from tipoff.app.verification.home import Chain, Published, repair_home, verify
from tipoff.app.verification.repair import Repaired, give_up

__all__ = [
    "Chain",
    "Findings",
    "Problem",
    "Published",
    "Repaired",
    "give_up",
    "repair_home",
    "verify",
]
