"""The editions of the injury report, under the names that the league gave them at the time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tipoff.replay.archive import Archive, Found
from tipoff.sources.injury_report import NAMED, editions_of

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class InjuryReportService:
    """``/referee/injury/Injury-Report_NAME.pdf``: those there are as PDF."""

    archive: Archive
    prefix: str = "/referee/injury/"

    def answer(self, path: str, query: Mapping[str, str], until: date | None) -> Found | None:
        """An edition; none of a date to come."""
        named = NAMED.fullmatch(path)
        day = date.fromisoformat(named[1][:10]) if named else None
        if named is None or day is None or (until is not None and day > until):
            return None
        edition = next((e for e, name in editions_of(day) if name == named[1]), None)
        body = self.archive.find("injury_report", {"Edition": edition}) if edition else None
        if body is None or not body.startswith(b"%PDF"):
            return None
        return Found(body, "application/pdf")
