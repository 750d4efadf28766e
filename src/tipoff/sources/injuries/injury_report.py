"""Editions of the official injury report, PDF or CSV: who is listed, and who has submitted."""

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
NAMED = re.compile(
    r"Injury-Report_(\d{4}-\d{2}-\d{2}(?:_\d{2}(?:_\d{2})?[AP]M)?)\.(pdf|csv(?:\.gz)?)"
)


@dataclass(frozen=True)
class InjuryReportFile:
    """One edition, as ``Injury-Report_2026-02-08_03_30PM.pdf`` or ``.csv``.

    A PDF's title says when it was published, whatever its name. A CSV has no title: its name
    says it, and a name with the hour alone means half past.
    """

    path: Path

    def payloads(self) -> Iterator[Payload]:
        """Yield the file as one payload.

        Raises:
            UsageError: the file cannot be read, or is not named, headed or titled as an
                edition is, or none of its rows can be read.
            TipoffError: it is a PDF, and the library that reads them is not installed.
        """
        named = NAMED.fullmatch(self.path.name)
        if named is None:
            raise UsageError(
                f"{self.path}: an edition is named like Injury-Report_2026-02-08_03_30PM.pdf"
                " (or .csv)"
            )
        body = read_whole(self.path)
        edition = self._of_pdf(body) if named[2] == "pdf" else self._of_csv(named[1], body)
        fetched_at = modified_at(self.path)
        yield Payload(SOURCE, RESOURCE, {"Edition": edition}, body, fetched_at, self.path.name)

    def _of_csv(self, named: str, body: bytes) -> str:
        if "_" not in named:
            raise UsageError(f"{self.path}: its name says no time, such as _03_30PM")
        try:
            table = read_csv(body, READ)
            _refuse_unreadable(table)
        except PayloadError as error:
            raise UsageError(f"{self.path}: {error}") from None
        if not table.lines:
            raise UsageError(f"{self.path}: a header and no rows: nothing to land")
        hourly = re.fullmatch(r"[\d-]+_\d\d[AP]M", named)
        if not hourly:
            return named
        return f"{datetime.strptime(named, HOURLY_FORM) + HALF_PAST:{EDITION_FORM}}"

    def _of_pdf(self, body: bytes) -> str:
        pdf_library()
        try:
            title = read_edition(body).title
        except PayloadError as error:
            raise UsageError(f"{self.path}: {error}") from None
        return f"{datetime.strptime(title, TITLE_FORM):{EDITION_FORM}}"


@dataclass(frozen=True)
class InjuryReportDirectory:
    """Editions in a directory. A file that is none costs itself alone and is named in ``refused``.

    Files whose names have nothing of an edition are left alone.
    """

    directory: Path
    refused: list[str] = field(default_factory=list)

    def payloads(self) -> Iterator[Payload]:
        """Yield every edition, in the order of the files' names.

        Raises:
            TipoffError: there is a PDF, and the library that reads them is not installed.
        """
        for path in sorted(self.directory.iterdir()):
            if path.name.startswith("Injury-Report"):
                try:
                    yield from InjuryReportFile(path).payloads()
                except UsageError as error:
                    logger.info("left out: %s", error)
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
    """Return everyone an edition lists, with the status in small letters."""
    report_at, rows, more = _listings(payload)
    rows = [row for row in rows if row.player is not None]
    names = [_turned(row.player or "") for row in rows]
    return {
        "report_at": [report_at] * len(rows),
        "game_date": [_day(row.game_date) for row in rows],
        "team_name": [team_name(row.team) for row in rows],
        "player_name": names,
        "name_key": [name_key(name) for name in names],
        "status": [row.status and row.status.lower() for row in rows],
        "reason": [row.reason for row in rows],
        **dict.fromkeys(more, [None] * len(rows)),
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
    """Return every team that an edition names, and whether it had submitted its list by then.

    An edition as CSV names only teams that list somebody. Nothing is known of the others, so they
    have no row: a team without a row has not reported that everyone is well.
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
    """Return when an edition was published, its rows, and its columns that nobody declared.

    A PDF's own title goes before its name.
    """
    if payload.body.startswith(b"%PDF"):
        read: Edition = read_edition(payload.body)
        return published_at(read.title, TITLE_FORM, "01/04/24 12:30 PM"), list(read.listings), []
    table = read_csv(payload.body, READ)
    _refuse_unreadable(table)
    published = edition_timestamp(payload.parameters.get("Edition", ""))
    rows = zip(*(table.columns[name] for name in READ), strict=True)
    return published, [_listing(*row) for row in rows], list(table.others(HEADER))


def _listing(
    day: str | None, team: str | None, player: str | None, status: str | None, reason: str | None
) -> Listing:
    """Return one line of a CSV; one without a player says whether the team has submitted."""
    silent = not player and (reason or "").upper() == NOT_YET_SUBMITTED
    nobody = not player and not status and (silent or not reason)
    named = None if nobody and team is not None else player or None
    return Listing(day or "", team or "", named, status or None, reason or "", 0, not silent)


def _refuse_unreadable(table: CsvTable) -> None:
    """Refuse a table most of whose rows have no date or no team.

    Raises:
        PayloadError: naming the first such line, and how many there are.
    """
    rows = zip(table.lines, table.columns["gameDate"], table.columns["team"], strict=True)
    bad = [(n, day) for n, day, team in rows if not (team and isinstance(_day(day or ""), date))]
    if 2 * len(bad) > len(table.lines):
        line, day = bad[0]
        raise PayloadError(
            f"line {line}: {day!r} is not a date like 02/08/2026 with a team"
            f" ({len(bad)} of {len(table.lines)} lines are like that)"
        )


def _turned(name: str) -> str:
    """Return a name with the given name first: "Jaquez Jr., Jaime" is "Jaime Jaquez Jr."."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma else name


@cache
def _day(value: str) -> date | str:
    try:
        return datetime.strptime(value, "%m/%d/%Y").date()
    except ValueError:
        return value
