"""Season files of the public nba_data collection (shufinskiy/nba_data), as the service's answers.

The collection has the rows of the statistics service's own answers as CSV or Parquet, one file per
season and kind. The kind is determined by the header, not by the file's name:

- shot details: ``shotchartdetail``, one answer per team and phase of a season;
- play-by-play, third version: ``playbyplayv3``, one answer per game. It lacks a shot's value, which
  is derived from the description.

Game ids have lost their leading zeros in these files, so the zeros are restored.
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
TEXT_COLUMNS = frozenset(
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
"""Columns that hold text; all others hold numbers."""
GAME_ID_LENGTH = 10
Record = dict[str, Any]
Response = tuple[str, dict[str, str], Any]
"""A resource, the parameters of its request, and the answer's JSON document."""


@dataclass(frozen=True)
class SeasonFiles:
    """The CSV and Parquet files of a directory, as payloads of the statistics service.

    If ``refused`` is given, a file that cannot be read is skipped and the reason is appended there;
    otherwise it is an error.
    """

    directory: Path
    refused: list[str] | None = None

    def payloads(self) -> Iterator[Payload]:
        """Yield the answers that the files contain, file by file.

        Raises:
            UsageError: a file has no known header, or a line with more or fewer values; the
                message names the file, and the line.
        """
        for path in sorted(p for ending in READERS for p in self.directory.glob(f"*{ending}")):
            try:
                refuse_irregular(path)
                fetched_at = modified_at(path)
                answers = READERS[path.suffix](path)
            except UsageError as error:
                if self.refused is None:
                    raise
                logger.info("skipped: %s", error)
                self.refused.append(str(error))
                continue
            logger.info("%s: %d answers", path, len(answers))
            for resource, parameters, document in answers:
                body = orjson.dumps(document)
                yield Payload(SOURCE, resource, parameters, body, fetched_at, path.name)


def _read_csv(path: Path) -> list[Response]:
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines, strict=True)
        try:
            header = next(reader, [])
            return list(_responses(path, header, _records(path, header, reader)))
        except (csv.Error, UnicodeDecodeError) as error:
            where = f"after line {reader.line_num}"
            raise UsageError(f"{path}: cannot be read {where}: {error}") from None


def _read_parquet(path: Path) -> list[Response]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        rows = pq.read_table(path)
    except (OSError, pa.ArrowInvalid) as error:
        raise UsageError(f"{path}: cannot be read: {error}") from None
    names = rows.column_names
    records = ({n: _value(n, _csv_text(v)) for n, v in row.items()} for row in rows.to_pylist())
    return list(_responses(path, names, records))


READERS: dict[str, Callable[[Path], list[Response]]] = {
    ".csv": _read_csv,
    ".parquet": _read_parquet,
}


def _responses(path: Path, header: list[str], records: Iterable[Record]) -> Iterator[Response]:
    if {*header} >= SHOT_DETAILS:
        return _charts(header, records)
    if {*header} >= PLAYS:
        return _games(records)
    raise UsageError(f"{path}: not a file of nba_data with a known header: it begins {header[:5]}")


def _records(path: Path, header: list[str], lines: Iterable[list[str]]) -> Iterator[Record]:
    for number, line in enumerate(lines, 2):
        if len(line) != len(header):
            raise UsageError(
                f"{path} line {number}: {len(line)} values under {len(header)} headers"
            )
        yield {name: _value(name, value) for name, value in zip(header, line, strict=True)}


def _csv_text(value: Any) -> str:
    """Return a Parquet value as the text in a CSV file: whole numbers without a fraction."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _value(name: str, text: str) -> Any:
    """Return a value as in the service's answer; text that should be a number stays text."""
    if name in ("GAME_ID", "gameId"):
        return text.zfill(GAME_ID_LENGTH)
    if name in TEXT_COLUMNS:
        return text
    try:
        return int(text)
    except ValueError:
        return text or None


def _charts(header: list[str], records: Iterable[Record]) -> Iterator[Response]:
    """Yield the answer for each team and phase of a season."""
    rows: defaultdict[tuple[Any, Any, Any], list[list[Any]]] = defaultdict(list)
    for record in records:
        game = record["GAME_ID"]
        rows[season_of(game), phase_of(game), record["TEAM_ID"]].append([*record.values()])
    for (season, phase, team), attempts in rows.items():
        parameters = {"Season": str(season), "TeamID": str(team), **phase.parameters}
        result = {"name": "Shot_Chart_Detail", "headers": header, "rowSet": attempts}
        yield SHOT_CHARTS, parameters, {"resource": SHOT_CHARTS, "resultSets": [result]}


def _games(records: Iterable[Record]) -> Iterator[Response]:
    """Yield the answer for each game."""
    games: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record["actionType"] in SHOTS:
            record["shotValue"] = 3 if " 3PT " in record["description"] else 2
        games[record["gameId"]].append(record)
    for game, actions in games.items():
        yield "playbyplay", {"GameID": game}, {"game": {"gameId": game, "actions": actions}}
