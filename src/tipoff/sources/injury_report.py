"""Editions of the official injury report, as CSV."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tipoff.kernel.errors import PayloadError, UsageError
from tipoff.kernel.payload import Payload
from tipoff.kernel.table import Columns, stream
from tipoff.sources.names import name_key
from tipoff.sources.recorded import read_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EASTERN = ZoneInfo("America/New_York")
HEADER = ("gameDate", "team", "player", "status", "reason", "page")
EDITION = re.compile(r"Injury-Report_(\d{4}-\d{2}-\d{2}_\d{2}_\d{2}[AP]M)\.csv(?:\.gz)?")


@dataclass(frozen=True)
class InjuryReportFile:
    """One edition, as ``Injury-Report_2026-02-08_03_30PM.csv``: its name says when it is from."""

    path: Path

    def payloads(self) -> Iterator[Payload]:
        """Yield the file as one payload.

        Raises:
            UsageError: the file cannot be read, or is not named or headed as an edition is.
        """
        named = EDITION.fullmatch(self.path.name)
        if named is None:
            raise UsageError(
                f"{self.path}: an edition is named like Injury-Report_2026-02-08_03_30PM.csv"
            )
        body = read_whole(self.path)
        header = body.split(b"\n", 1)[0].decode(errors="replace").strip()
        if tuple(header.split(",")) != HEADER:
            raise UsageError(f"{self.path}: header {header[:80]!r} is not {','.join(HEADER)}")
        fetched_at = datetime.fromtimestamp(self.path.stat().st_mtime, UTC)
        yield Payload("nba_official", "injury_report", {"Edition": named[1]}, body, fetched_at,
                      self.path.name)  # fmt: skip


@stream(
    resource="injury_report",
    columns={
        "report_at": "timestamp",
        "game_date": "date",
        "team_name": "string",
        "player_name": "string",
        "name_key": "string",
        "status": "string",
        "reason": "string",
    },
    key=("report_at", "game_date", "team_name", "name_key"),
)
def injury_report_edition(payload: Payload) -> Columns:
    """Everyone an edition lists, with his status as it words it, in small letters."""
    rows = _rows(payload)
    report_at = edition_moment(payload.parameters.get("Edition", ""))
    days, teams, players, statuses, reasons, _ = zip(*rows, strict=True) if rows else [()] * 6
    names = [_turned(name) for name in players]
    return {
        "report_at": [report_at] * len(rows),
        "game_date": [_day(value) for value in days],
        "team_name": list(teams),
        "player_name": names,
        "name_key": [name_key(name) for name in names],
        "status": [status.lower() for status in statuses],
        "reason": list(reasons),
    }


def edition_moment(edition: str) -> datetime:
    """When an edition was published, in UTC: its name has the time in the East.

    Raises:
        PayloadError: it is no such name.
    """
    try:
        local = datetime.strptime(edition, "%Y-%m-%d_%I_%M%p").replace(tzinfo=EASTERN)
    except ValueError:
        raise PayloadError(f"edition {edition!r} is not like 2026-02-08_03_30PM") from None
    return local.astimezone(UTC).replace(tzinfo=None)


def _rows(payload: Payload) -> list[list[str]]:
    try:
        header, *rows = csv.reader(io.StringIO(payload.body.decode()))
    except (UnicodeDecodeError, ValueError) as error:
        raise PayloadError(f"not an edition as CSV: {error}") from None
    if tuple(header) != HEADER:
        raise PayloadError(f"columns {','.join(header)[:80]} are not {','.join(HEADER)}")
    uneven = next((n for n, row in enumerate(rows, 2) if len(row) != len(HEADER)), None)
    if uneven is not None:
        raise PayloadError(f"line {uneven} has {len(rows[uneven - 2])} fields, not {len(HEADER)}")
    return rows


def _turned(name: str) -> str:
    """Jaquez Jr., Jaime is Jaime Jaquez Jr."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma else name


@cache
def _day(value: str) -> date | str:
    try:
        return datetime.strptime(value, "%m/%d/%Y").date()
    except ValueError:
        return value
