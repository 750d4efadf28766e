"""Verify a home, and repair it: damaged files are reported, dropped, and later made again."""

from tipoff.app.verification.findings import Findings, Problem
from tipoff.app.verification.home import Chain, Published, repair_home, verify
from tipoff.app.verification.repair import Repaired, forget_files

__all__ = [
    "Chain",
    "Findings",
    "Problem",
    "Published",
    "Repaired",
    "forget_files",
    "repair_home",
    "verify",
]
