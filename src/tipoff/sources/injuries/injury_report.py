"""Editions of the official injury report, PDF or CSV: listed players, and teams' submissions."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

from tipoff.domain.names import name_key, team_name
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.declare.stream import Columns, stream
from tipoff.kernel.errors import PayloadError, UsageError
from tipoff.sources.injuries.editions import (
    EDITION_FORM,
    HALF_PAST,
    HOURLY_FORM,
    TITLE_FORM,
    edition_timestamp,
    published_at,
)
from tipoff.sources.injuries.pdf import (
    NOT_YET_SUBMITTED,
    Edition,
    Listing,
    pdf_library,
    read_edition,
)
from tipoff.sources.parsing.csv_table import CsvTable, read_csv
from tipoff.sources.parsing.whole_file import modified_at, read_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

logger = logging.getLogger(__name__)
SOURCE, RESOURCE = "nba_official", "injury_report"
HEADER = ("gameDate", "team", "player", "status", "reason", "page")
READ = HEADER[:5]
FILE_NAME = re.compile(
    r"Injury-Report_(\d{4}-\d{2}-\d{2}(?:_\d{2}(?:_\d{2})?[AP]M)?)\.(pdf|csv(?:\.gz)?)"
)


@dataclass(frozen=True)
class InjuryReportFile:
    """One edition, as ``Injury-Report_2026-02-08_03_30PM.pdf`` or ``.csv``.

    The time of publication of a PDF is in its title, whatever its name is. A CSV has no title, so
    the time is taken from its name; a name with the hour alone means half past.
    """

    path: Path

    def payloads(self) -> Iterator[Payload]:
        """Yield the file as one payload.

        Raises:
            UsageError: the file or its rows cannot be read, or its name, header or title is not
                that of an edition.
            TipoffError: it is a PDF, and the library that reads PDFs is not installed.
        """
        match = FILE_NAME.fullmatch(self.path.name)
        if match is None:
            raise UsageError(
                f"{self.path}: an edition is named like Injury-Report_2026-02-08_03_30PM.pdf"
                " (or .csv)"
            )
        body = read_whole(self.path)
        is_pdf = match[2] == "pdf"
        edition = self._edition_of_pdf(body) if is_pdf else self._edition_of_csv(match[1], body)
        fetched_at = modified_at(self.path)
        yield Payload(SOURCE, RESOURCE, {"Edition": edition}, body, fetched_at, self.path.name)

    def _edition_of_csv(self, time_in_name: str, body: bytes) -> str:
        if "_" not in time_in_name:
            raise UsageError(f"{self.path}: its name has no time, such as _03_30PM")
        try:
            table = read_csv(body, READ)
            _refuse_unreadable(table)
        except PayloadError as error:
            raise UsageError(f"{self.path}: {error}") from None
        if not table.lines:
            raise UsageError(f"{self.path}: a header and no rows: nothing to land")
        is_hourly = re.fullmatch(r"[\d-]+_\d\d[AP]M", time_in_name)
        if not is_hourly:
            return time_in_name
        return f"{datetime.strptime(time_in_name, HOURLY_FORM) + HALF_PAST:{EDITION_FORM}}"

    def _edition_of_pdf(self, body: bytes) -> str:
        pdf_library()
        try:
            title = read_edition(body).title
        except PayloadError as error:
            raise UsageError(f"{self.path}: {error}") from None
        return f"{datetime.strptime(title, TITLE_FORM):{EDITION_FORM}}"


@dataclass(frozen=True)
class InjuryReportDirectory:
    """The editions in a directory; a file that cannot be read is skipped and noted in ``refused``.

    Files with other names than ``Injury-Report...`` are ignored.
    """

    directory: Path
    refused: list[str] = field(default_factory=list)

    def payloads(self) -> Iterator[Payload]:
        """Yield every edition, in the order of file names.

        Raises:
            TipoffError: there is a PDF, and the library that reads PDFs is not installed.
        """
        for path in sorted(self.directory.iterdir()):
            if path.name.startswith("Injury-Report"):
                try:
                    yield from InjuryReportFile(path).payloads()
                except UsageError as error:
                    logger.info("skipped: %s", error)
                    self.refused.append(str(error))


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
    unused=HEADER,
)
def injury_report_edition(payload: Payload) -> Columns:
    """Return all players that an edition lists, with the status in lower case."""
    report_at, rows, undeclared = _listings(payload)
    rows = [row for row in rows if row.player is not None]
    names = [_given_name_first(row.player or "") for row in rows]
    return {
        "report_at": [report_at] * len(rows),
        "game_date": [_day(row.game_date) for row in rows],
        "team_name": [team_name(row.team) for row in rows],
        "player_name": names,
        "name_key": [name_key(name) for name in names],
        "status": [row.status and row.status.lower() for row in rows],
        "reason": [row.reason for row in rows],
        **dict.fromkeys(undeclared, [None] * len(rows)),
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
    """Return every team in an edition, and whether it had submitted its list by then.

    An edition as CSV has only teams that list a player. Nothing is known about the others, so they
    have no row: a missing row does not mean that all players of a team are available.
    """
    report_at, rows, _ = _listings(payload)
    teams = {(row.game_date, team_name(row.team)): row.submitted for row in rows}
    return {
        "report_at": [report_at] * len(teams),
        "game_date": [_day(day) for day, _ in teams],
        "team_name": [team for _, team in teams],
        "submitted": list(teams.values()),
    }


def _listings(payload: Payload) -> tuple[datetime, list[Listing], list[str]]:
    """Return when an edition was published, its rows, and the names of its undeclared columns.

    The time is taken from a PDF's title, not from its name.
    """
    if payload.body.startswith(b"%PDF"):
        pdf: Edition = read_edition(payload.body)
        return published_at(pdf.title, TITLE_FORM, "01/04/24 12:30 PM"), list(pdf.listings), []
    table = read_csv(payload.body, READ)
    _refuse_unreadable(table)
    published = edition_timestamp(payload.parameters.get("Edition", ""))
    rows = zip(*(table.columns[name] for name in READ), strict=True)
    return published, [_listing(*row) for row in rows], list(table.others(HEADER))


def _listing(
    day: str | None, team: str | None, player: str | None, status: str | None, reason: str | None
) -> Listing:
    """Return one line of a CSV; a line without a player states whether the team has submitted."""
    not_submitted = not player and (reason or "").upper() == NOT_YET_SUBMITTED
    is_team_row = not player and not status and (not_submitted or not reason)
    name = None if is_team_row and team is not None else player or None
    return Listing(day or "", team or "", name, status or None, reason or "", 0, not not_submitted)


def _refuse_unreadable(table: CsvTable) -> None:
    """Refuse a table in which most rows lack a date or a team.

    Raises:
        PayloadError: the message names the first such line, and how many there are.
    """
    rows = zip(table.lines, table.columns["gameDate"], table.columns["team"], strict=True)
    bad = [(n, day) for n, day, team in rows if not (team and isinstance(_day(day or ""), date))]
    if 2 * len(bad) > len(table.lines):
        line, day = bad[0]
        raise PayloadError(
            f"line {line}: {day!r} is not a date like 02/08/2026 with a team"
            f" ({len(bad)} of {len(table.lines)} lines are like that)"
        )


def _given_name_first(name: str) -> str:
    """Return a name with the given name first: "Jaquez Jr., Jaime" as "Jaime Jaquez Jr."."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma else name


@cache
def _day(value: str) -> date | str:
    try:
        return datetime.strptime(value, "%m/%d/%Y").date()
    except ValueError:
        return value
