"""Verify a home, and repair it: what is damaged is named, and given up to be made again."""

from tipoff.verification.findings import Findings, Problem
from tipoff.verification.home import Chain, Published, repair_home, verify
from tipoff.verification.repair import Repaired, give_up

__all__ = ["Chain", "Findings", "Problem", "Published", "Repaired", "give_up", "repair_home",
           "verify"]  # fmt: skip
