"""Season files of the public nba_data collection (shufinskiy/nba_data), as the service's answers.

The collection has the rows of the service's own answers as CSV or Parquet, one file per season and
kind. A file is known by its header, whatever it is called:

- shot details: ``shotchartdetail``, one answer per team and phase of a season;
- play-by-play, third version: ``playbyplayv3``, one answer per game. It lacks a shot's value, which
  is read from the description.

Game ids have lost their zeros in front and are given them back.
"""

from __future__ import annotations

import csv
import logging
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.errors import UsageError
from tipoff.sources.nba.fetch.endpoints import SHOT_CHARTS, SOURCE
from tipoff.sources.nba.fetch.season import phase_of
from tipoff.sources.nba.league_schedule import season_of
from tipoff.sources.nba.play_by_play_v3 import SHOTS
from tipoff.sources.parsing.whole_file import modified_at, refuse_irregular

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

logger = logging.getLogger(__name__)
SHOT_DETAILS = frozenset(
    {
        "GRID_TYPE",
        "GAME_ID",
        "PLAYER_ID",
        "TEAM_ID",
        "SHOT_ZONE_BASIC",
        "SHOT_MADE_FLAG",
        "LOC_X",
        "LOC_Y",
        "GAME_DATE",
    }
)
PLAYS = frozenset(
    {
        "actionNumber",
        "actionId",
        "gameId",
        "clock",
        "period",
        "personId",
        "description",
        "actionType",
    }
)
WRITTEN = frozenset(
    {
        "GRID_TYPE",
        "GAME_ID",
        "PLAYER_NAME",
        "TEAM_NAME",
        "EVENT_TYPE",
        "ACTION_TYPE",
        "SHOT_TYPE",
        "SHOT_ZONE_BASIC",
        "SHOT_ZONE_AREA",
        "SHOT_ZONE_RANGE",
        "GAME_DATE",
        "HTM",
        "VTM",
        "clock",
        "teamTricode",
        "playerName",
        "playerNameI",
        "shotResult",
        "scoreHome",
        "scoreAway",
        "location",
        "description",
        "actionType",
        "subType",
        "gameId",
    }
)
"""Columns of text; the others are numbers."""
DIGITS = 10
Record = dict[str, Any]
Answered = tuple[str, dict[str, str], Any]
"""A resource, what was asked for, and the answer."""


@dataclass(frozen=True)
class SeasonFiles:
    """The CSV and Parquet files of a directory, as payloads of the statistics service.

    A file that cannot be read costs itself alone where ``refused`` is given: it is named there.
    """

    directory: Path
    refused: list[str] | None = None

    def payloads(self) -> Iterator[Payload]:
        """Yield the answers that each file stands for, file by file.

        Raises:
            UsageError: a file has no known header, or a line with more or fewer values; the
                message names the file, and the line.
        """
        for path in sorted(p for ending in READERS for p in self.directory.glob(f"*{ending}")):
            try:
                refuse_irregular(path)
                at = modified_at(path)
                answers = READERS[path.suffix](path)
            except UsageError as error:
                if self.refused is None:
                    raise
                logger.info("left out: %s", error)
                self.refused.append(str(error))
                continue
            logger.info("%s: %d answers", path, len(answers))
            for resource, asked, document in answers:
                yield Payload(SOURCE, resource, asked, orjson.dumps(document), at, path.name)


def _read_csv(path: Path) -> list[Answered]:
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines, strict=True)
        try:
            header = next(reader, [])
            return list(_answers(path, header, _records(path, header, reader)))
        except (csv.Error, UnicodeDecodeError) as error:
            where = f"after line {reader.line_num}"
            raise UsageError(f"{path}: cannot be read {where}: {error}") from None


def _read_parquet(path: Path) -> list[Answered]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        rows = pq.read_table(path)
    except (OSError, pa.ArrowInvalid) as error:
        raise UsageError(f"{path}: cannot be read: {error}") from None
    names = rows.column_names
    records = ({n: _value(n, _written(v)) for n, v in row.items()} for row in rows.to_pylist())
    return list(_answers(path, names, records))


READERS: dict[str, Callable[[Path], list[Answered]]] = {
    ".csv": _read_csv,
    ".parquet": _read_parquet,
}


def _answers(path: Path, header: list[str], records: Iterable[Record]) -> Iterator[Answered]:
    if {*header} >= SHOT_DETAILS:
        return _charts(header, records)
    if {*header} >= PLAYS:
        return _games(records)
    raise UsageError(f"{path}: not a file of nba_data that is known: it begins {header[:5]}")


def _records(path: Path, header: list[str], lines: Iterable[list[str]]) -> Iterator[Record]:
    for number, line in enumerate(lines, 2):
        if len(line) != len(header):
            raise UsageError(
                f"{path} line {number}: {len(line)} values under {len(header)} headers"
            )
        yield {name: _value(name, value) for name, value in zip(header, line, strict=True)}


def _written(value: Any) -> str:
    """Return a value of a typed file as a CSV file has it: whole numbers without a fraction."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _value(name: str, written: str) -> Any:
    """Return a value as the service has it; what is no number where one should be stays text."""
    if name in ("GAME_ID", "gameId"):
        return written.zfill(DIGITS)
    if name in WRITTEN:
        return written
    try:
        return int(written)
    except ValueError:
        return written or None


def _charts(header: list[str], records: Iterable[Record]) -> Iterator[Answered]:
    """Yield the answer for each team and phase of a season."""
    rows: defaultdict[tuple[Any, Any, Any], list[list[Any]]] = defaultdict(list)
    for record in records:
        game = record["GAME_ID"]
        rows[season_of(game), phase_of(game), record["TEAM_ID"]].append([*record.values()])
    for (season, phase, team), attempts in rows.items():
        asked = {"Season": str(season), "TeamID": str(team), **phase.parameters}
        result = {"name": "Shot_Chart_Detail", "headers": header, "rowSet": attempts}
        yield SHOT_CHARTS, asked, {"resource": SHOT_CHARTS, "resultSets": [result]}


def _games(records: Iterable[Record]) -> Iterator[Answered]:
    """Yield the answer for each game."""
    games: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record["actionType"] in SHOTS:
            record["shotValue"] = 3 if " 3PT " in record["description"] else 2
        games[record["gameId"]].append(record)
    for game, actions in games.items():
        yield "playbyplay", {"GameID": game}, {"game": {"gameId": game, "actions": actions}}
