"""The service of injury reports, with the file names that the league used at the time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from tipoff.simulation.service.archive import Archive, ServiceAnswer
from tipoff.simulation.service.report_pdf import report_of_listings
from tipoff.sources.injuries.editions import (
    EDITION_FORM,
    TITLE_FORM,
    edition_timestamp,
    editions_of,
)
from tipoff.sources.injuries.injury_report import FILE_NAME, READ
from tipoff.sources.parsing.csv_table import read_csv

if TYPE_CHECKING:
    from collections.abc import Mapping

MEDIA_TYPE = "application/pdf"


@dataclass(frozen=True)
class InjuryReportService:
    """The reports at ``/referee/injury/Injury-Report_NAME.pdf``, converted from CSV if needed."""

    archive: Archive
    prefix: str = "/referee/injury/"

    def answer(
        self, path: str, query: Mapping[str, str], now: datetime | None
    ) -> ServiceAnswer | None:
        """Return an edition; None if it does not exist or is still to come."""
        named = FILE_NAME.fullmatch(path)
        editions = editions_of(date.fromisoformat(named[1][:10])) if named else ()
        edition = next((e for e, name in editions if named and name == named[1]), None)
        body = self.archive.find("injury_report", {"Edition": edition}) if edition else None
        if edition is None or body is None or _is_to_come(edition, now):
            return None
        return ServiceAnswer(
            body if body.startswith(b"%PDF") else _laid_out(edition, body), MEDIA_TYPE
        )


def _is_to_come(edition: str, now: datetime | None) -> bool:
    return now is not None and edition_timestamp(edition).replace(tzinfo=UTC) > now


def _laid_out(edition: str, body: bytes) -> bytes:
    title = f"Injury Report: {datetime.strptime(edition, EDITION_FORM):{TITLE_FORM}}"
    columns = read_csv(body, READ).columns
    rows = zip(*([value or "" for value in columns[name]] for name in READ), strict=True)
    return report_of_listings(title, rows)
