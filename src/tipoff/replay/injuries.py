"""The editions of the injury report, as the league publishes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tipoff.replay.archive import Archive, Found

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class InjuryReportService:
    """``/referee/injury/Injury-Report_EDITION.pdf``: those there are as PDF."""

    archive: Archive
    prefix: str = "/referee/injury/"

    def answer(self, path: str, query: Mapping[str, str], until: date | None) -> Found | None:
        """An edition; none of a date to come."""
        named = re.fullmatch(r"Injury-Report_((\d{4}-\d{2}-\d{2})_\d{2}_\d{2}[AP]M)\.pdf", path)
        if named is None or (until is not None and date.fromisoformat(named[2]) > until):
            return None
        body = self.archive.find("injury_report", {"Edition": named[1]})
        if body is None or not body.startswith(b"%PDF"):
            return None
        return Found(body, "application/pdf")
