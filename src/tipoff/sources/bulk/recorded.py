"""A directory of recorded responses: the web sources' answers as files."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.errors import UsageError
from tipoff.sources.manual.lines import LinesFile
from tipoff.sources.odds.odds_api import EVENT_ODDS
from tipoff.sources.parsing.whole_file import (
    modified_at,
    read_lines,
    read_whole,
    refuse_irregular,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

logger = logging.getLogger(__name__)
SERVICES = ("nba_stats", "odds_api")
GAME_ID = re.compile(rb'"gameId":\s*"(\d{10})"|"GameID":\s*"(\d{10})"')
EVENT_ID = re.compile(rb'"id":\s*"(\w+)"')
SEASON = r"(?P<Season>\d{4}-\d{2})"
FORMS: dict[str, str] = {
    "leaguegamelog": SEASON + r"\.(?P<PlayerOrTeam>[PT])\.json\.gz",
    "shotchartdetail": SEASON + r"\.(?P<TeamID>\d+)\.json\.gz",
    "scheduleleaguev2": SEASON + r"\.json\.gz",
    "boxscoretraditionalv3": SEASON + r"\.jsonl\.gz",
    "boxscoresummaryv2": SEASON + r"\.jsonl\.gz",
    "boxscoresummaryv3": SEASON + r"\.jsonl\.gz",
    "boxscore": SEASON + r"\.jsonl\.gz",
    "daily_lineups": r"(?P<Date>\d{4}-\d{2}-\d{2})\.(?P<CapturedAt>\d{8}T\d{6}Z)\.json\.gz",
    "playbyplay": SEASON + r"\.jsonl\.gz",
    "playbyplayv3": SEASON + r"\.jsonl\.gz",
    "scoreboardv3": r"(?P<GameDate>\d{4}-\d{2}-\d{2})\.json\.gz",
    "playerindex": SEASON + r"\.json\.gz",
    "commonallplayers": SEASON + r"\.json\.gz",
    "commonteamroster": SEASON + r"\.(?P<TeamID>\d+)\.json\.gz",
    "event_odds": r"(?P<Recorded>\d{4}-\d{2}-\d{2})\.jsonl\.gz",
}
"""The pattern of file names for each resource; its groups are the request's parameters."""
CONTENT = {
    "leaguegamelog": b'"LeagueGameLog"',
    "shotchartdetail": b'"Shot_Chart_Detail"',
    "scheduleleaguev2": b'"leagueSchedule"',
    "boxscoretraditionalv3": b'"boxScoreTraditional"',
    "boxscoresummaryv3": b'"boxScoreSummary"',
    "boxscoresummaryv2": b'"InactivePlayers"',
    "boxscore": b'"players"',
    "daily_lineups": b'"games"',
    "playbyplay": b'"actions"',
    "playbyplayv3": b'"actions"',
    "scoreboardv3": b'"scoreboard"',
    "playerindex": b'"PlayerIndex"',
    "commonallplayers": b'"CommonAllPlayers"',
    "commonteamroster": b'"CommonTeamRoster"',
}
"""Bytes that occur in every answer of a resource: a file without them has other content."""
SAME_REQUEST = {"playbyplayv3": "playbyplay"}
"""Folders whose answers are landed under another resource, as alternatives to its own answers."""


@dataclass(frozen=True)
class RecordedDirectory:
    """Responses under ``nba_stats/`` and ``odds_api/``, price files under ``lines/``.

    A ``.jsonl.gz`` file holds one response per line. A file in one of these folders with an unknown
    name is an error, never skipped; other folders are ignored.
    """

    directory: Path
    folders: tuple[str, ...] = (*SERVICES, "lines")
    """The folders to read."""
    refused: list[str] | None = None
    """If given, files that cannot be read are skipped and the reasons are appended here."""
    set_aside: list[str] = field(default_factory=list)
    """A message for each file of prices that has lines set aside."""

    def payloads(self) -> Iterator[Payload]:
        """Yield every recorded response, resource by resource, file by file.

        Raises:
            UsageError: there are no files, or a file has an unknown name, is cut short or is not
                JSON; the message names the file.
        """
        for path in self._files():
            is_lines = path.parent.name == "lines"
            try:
                yield from (
                    LinesFile(path, self.set_aside).payloads() if is_lines else _responses(path)
                )
            except UsageError as error:
                if self.refused is None:
                    raise
                logger.info("skipped: %s", error)
                self.refused.append(str(error))

    @property
    def left_alone(self) -> list[str]:
        """Return the names of other files and folders in the directory, which are ignored."""
        known = {*SERVICES, "lines"}
        return sorted(p.name for p in self.directory.iterdir() if p.name not in known)

    def _files(self) -> list[Path]:
        files = [
            path
            for folder in (f if f == "lines" else f"{f}/*" for f in self.folders)
            for parent in sorted(self.directory.glob(folder))
            for path in (sorted(parent.iterdir()) if parent.is_dir() else [parent])
        ]
        if not files:
            places = ", ".join(f"{folder}/" for folder in self.folders)
            raise UsageError(f"{self.directory}: no recorded responses ({places}) here")
        return files


def _responses(path: Path) -> Iterator[Payload]:
    resource = path.parent.name
    form = FORMS.get(resource)
    match = re.fullmatch(form, path.name) if form else None
    if match is None:
        expected = f"a name like {form}" if form else f"one of the folders {', '.join(FORMS)}"
        raise UsageError(f"{path}: not a known recording; expected {expected}")
    refuse_irregular(path)
    service, landed_as = path.parent.parent.name, SAME_REQUEST.get(resource, resource)
    fetched_at = modified_at(path)
    logger.debug("reading %s", path)
    if not path.name.endswith(".jsonl.gz"):
        body = read_whole(path)
        _refuse_other_content(path, resource, body)
        yield Payload(service, landed_as, match.groupdict(), body, fetched_at, path.name)
        return
    for number, line in enumerate(read_lines(path), 1):
        _refuse_other_content(path, resource, line, f" line {number}")
        parameters = _parameters(resource, line, match.groupdict())
        if parameters is None:
            raise UsageError(f"{path} line {number}: names no game")
        yield Payload(service, landed_as, parameters, line, fetched_at, f"{path.name}:{number}")


def _parameters(resource: str, line: bytes, from_name: dict[str, str]) -> dict[str, str] | None:
    """Return a request's parameters, by the id in its response; None if there is no id."""
    if resource == EVENT_ODDS:
        event = EVENT_ID.search(line)
        return {"EventID": event[1].decode(), **from_name} if event else None
    game = GAME_ID.search(line)
    return {"GameID": (game[1] or game[2]).decode()} if game else None


def _refuse_other_content(path: Path, resource: str, body: bytes, where: str = "") -> None:
    """Check that a body looks like a JSON object with its resource's content.

    Parsers check it in detail later.

    Raises:
        UsageError: it does not; the message names the file, and the line if there are several.
    """
    text = body.strip()
    if not (text.startswith(b"{") and text.endswith(b"}")):
        shown = text[:40].decode(errors="replace")
        raise UsageError(f"{path}{where}: not a JSON response: it begins {shown!r}")
    content = CONTENT.get(resource, b"")
    if content not in body:
        raise UsageError(f"{path}{where}: no answer of {resource}: {content.decode()} is not in it")
