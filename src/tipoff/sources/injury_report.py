"""Editions of the official injury report, as PDF or as CSV."""

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
from tipoff.sources.injury_report_pdf import Edition, Listing, pdf_library, read_edition
from tipoff.sources.names import name_key
from tipoff.sources.whole_file import read_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCE, RESOURCE = "nba_official", "injury_report"
EASTERN = ZoneInfo("America/New_York")
HEADER = ("gameDate", "team", "player", "status", "reason", "page")
TITLE_FORM, EDITION_FORM = "%m/%d/%y %I:%M %p", "%Y-%m-%d_%I_%M%p"
NAMED = re.compile(r"Injury-Report_(\d{4}-\d{2}-\d{2}(?:_\d{2}_\d{2}[AP]M)?)\.(pdf|csv(?:\.gz)?)")


@dataclass(frozen=True)
class InjuryReportFile:
    """One edition, as ``Injury-Report_2026-02-08_03_30PM.pdf`` or ``.csv``.

    Its name says when it was published; of a PDF named by its date alone, its title does.
    """

    path: Path

    def payloads(self) -> Iterator[Payload]:
        """Yield the file as one payload.

        Raises:
            UsageError: the file cannot be read, or is not named, headed or titled as an
                edition is.
            TipoffError: it is a PDF, and the library that reads them is not installed.
        """
        named = NAMED.fullmatch(self.path.name)
        if named is None:
            raise UsageError(
                f"{self.path}: an edition is named like Injury-Report_2026-02-08_03_30PM.pdf"
                " (or .csv)"
            )
        body = read_whole(self.path)
        edition = (
            self._of_pdf(named[1], body) if named[2] == "pdf" else self._of_csv(named[1], body)
        )
        fetched_at = datetime.fromtimestamp(self.path.stat().st_mtime, UTC)
        yield Payload(SOURCE, RESOURCE, {"Edition": edition}, body, fetched_at, self.path.name)

    def _of_csv(self, edition: str, body: bytes) -> str:
        header = body.split(b"\n", 1)[0].decode(errors="replace").strip()
        if tuple(header.split(",")) != HEADER:
            raise UsageError(f"{self.path}: header {header[:80]!r} is not {','.join(HEADER)}")
        if "_" not in edition:
            raise UsageError(f"{self.path}: its name says no time, such as _03_30PM")
        return edition

    def _of_pdf(self, edition: str, body: bytes) -> str:
        pdf_library()
        if "_" in edition:
            return edition
        try:
            title = read_edition(body).title
        except PayloadError as error:
            raise UsageError(f"{self.path}: {error}") from None
        return f"{datetime.strptime(title, TITLE_FORM):{EDITION_FORM}}"


@stream(
    resource=RESOURCE,
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
    report_at, rows = _listings(payload)
    rows = [row for row in rows if row.player is not None]
    names = [_turned(row.player or "") for row in rows]
    return {
        "report_at": [report_at] * len(rows),
        "game_date": [_day(row.game_date) for row in rows],
        "team_name": [row.team for row in rows],
        "player_name": names,
        "name_key": [name_key(name) for name in names],
        "status": [row.status and row.status.lower() for row in rows],
        "reason": [row.reason for row in rows],
    }


@stream(
    resource=RESOURCE,
    columns={
        "report_at": "timestamp",
        "game_date": "date",
        "team_name": "string",
        "submitted": "boolean",
    },
    key=("report_at", "game_date", "team_name"),
)
def injury_report_teams(payload: Payload) -> Columns:
    """Every team an edition names, and whether it had said yet who is hurt.

    An edition as CSV names only teams that list somebody: nothing is known of the others.
    """
    report_at, rows = _listings(payload)
    teams = {(row.game_date, row.team): row.submitted for row in rows}
    return {
        "report_at": [report_at] * len(teams),
        "game_date": [_day(day) for day, _ in teams],
        "team_name": [team for _, team in teams],
        "submitted": list(teams.values()),
    }


def edition_moment(edition: str) -> datetime:
    """When an edition was published, in UTC: its name has the time in the East.

    Raises:
        PayloadError: it is no such name.
    """
    return _moment(edition, EDITION_FORM, "2026-02-08_03_30PM")


def _moment(written: str, form: str, like: str) -> datetime:
    try:
        local = datetime.strptime(written, form).replace(tzinfo=EASTERN)
    except ValueError:
        raise PayloadError(f"edition {written!r} is not like {like}") from None
    return local.astimezone(UTC).replace(tzinfo=None)


def _listings(payload: Payload) -> tuple[datetime, list[Listing]]:
    """When an edition was published, and its rows: a PDF's own title goes before its name."""
    if payload.body.startswith(b"%PDF"):
        read: Edition = read_edition(payload.body)
        return _moment(read.title, TITLE_FORM, "01/04/24 12:30 PM"), list(read.listings)
    rows = _rows(payload)
    published = edition_moment(payload.parameters.get("Edition", ""))
    return published, [
        Listing(day, team, player, status, reason, 0)
        for day, team, player, status, reason, _ in rows
    ]


def _rows(payload: Payload) -> list[list[str]]:
    try:
        header, *rows = csv.reader(io.StringIO(payload.body.decode()))
    except (ValueError, csv.Error) as error:
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
