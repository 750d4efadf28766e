"""A season out of downloaded files: recordings, and the files of nba_data."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from support.wire_reader import rows_of
from tipoff.kernel.errors import UsageError
from tipoff.sources.bulk.directory import BulkSeason
from tipoff.sources.nba.nba_stats import shot_chart
from tipoff.sources.nba.play_by_play import play_by_play

if TYPE_CHECKING:
    from pathlib import Path

SHOT_HEADER = (
    "GRID_TYPE",
    "GAME_ID",
    "GAME_EVENT_ID",
    "PLAYER_ID",
    "PLAYER_NAME",
    "TEAM_ID",
    "TEAM_NAME",
    "PERIOD",
    "MINUTES_REMAINING",
    "SECONDS_REMAINING",
    "EVENT_TYPE",
    "ACTION_TYPE",
    "SHOT_TYPE",
    "SHOT_ZONE_BASIC",
    "SHOT_ZONE_AREA",
    "SHOT_ZONE_RANGE",
    "SHOT_DISTANCE",
    "LOC_X",
    "LOC_Y",
    "SHOT_ATTEMPTED_FLAG",
    "SHOT_MADE_FLAG",
    "GAME_DATE",
    "HTM",
    "VTM",
)
PLAY_HEADER = (
    "actionNumber",
    "clock",
    "period",
    "teamId",
    "teamTricode",
    "personId",
    "playerName",
    "playerNameI",
    "xLegacy",
    "yLegacy",
    "shotDistance",
    "shotResult",
    "isFieldGoal",
    "scoreHome",
    "scoreAway",
    "pointsTotal",
    "location",
    "description",
    "actionType",
    "subType",
    "videoAvailable",
    "actionId",
    "gameId",
)


def _shot(game: int, team: int, made: int = 1) -> tuple[Any, ...]:
    return (
        "Shot Chart Detail",
        game,
        7,
        11,
        "Al Doe",
        team,
        "Ants",
        1,
        11,
        42,
        "Made Shot",
        "Jump Shot",
        "2PT Field Goal",
        "Mid-Range",
        "Center(C)",
        "8-16 ft.",
        12,
        -3,
        120,
        1,
        made,
        20240105,
        "ANT",
        "BEE",
    )


def _play(number: int, description: str, game: int = 22300501) -> tuple[Any, ...]:
    return (
        number,
        "PT11M42.00S",
        1,
        5,
        "ANT",
        11,
        "Doe",
        "A. Doe",
        9,
        250,
        26,
        "Made",
        1,
        3,
        0,
        3,
        "h",
        description,
        "Made Shot",
        "Jump Shot",
        1,
        number,
        game,
    )


def _write(path: Path, header: tuple[str, ...], *rows: tuple[Any, ...]) -> None:
    with path.open("w", newline="") as lines:
        csv.writer(lines).writerows([header, *rows])


def test_shot_details_are_a_chart_per_team_and_phase(tmp_path: Path) -> None:
    _write(
        tmp_path / "any name.csv",
        SHOT_HEADER,
        _shot(22300501, 5),
        _shot(22300501, 6),
        _shot(22300502, 5, 0),
        _shot(42300101, 5),
    )
    charts = {json.dumps(p.parameters): p for p in BulkSeason(tmp_path, "2023-24").payloads()}
    assert [p.parameters for p in charts.values()] == [
        {"Season": "2023-24", "TeamID": "5"},
        {"Season": "2023-24", "TeamID": "6"},
        {"Season": "2023-24", "TeamID": "5", "SeasonType": "Playoffs"},
    ]
    first, *_ = charts.values()
    assert first.resource == "shotchartdetail"
    rows = rows_of(shot_chart, first.body)
    assert [(r["GAME_ID"], r["LOC_X"], r["SHOT_MADE_FLAG"]) for r in rows] == [
        ("0022300501", -3, 1),
        ("0022300502", -3, 0),
    ]
    assert str(rows[0]["GAME_DATE"]) == "2024-01-05"


def test_plays_are_one_answer_per_game_with_the_value_of_shots(tmp_path: Path) -> None:
    _write(
        tmp_path / "nbastatsv3_2023.csv",
        PLAY_HEADER,
        _play(1, "Doe 26' 3PT Jump Shot (3 PTS)"),
        _play(2, "Doe 12' Jump Shot (5 PTS)"),
        _play(1, "Doe 12' Jump Shot (2 PTS)", 22200501),
    )
    (game,) = BulkSeason(tmp_path, "2023-24").payloads()
    assert (game.resource, game.parameters) == ("playbyplay", {"GameID": "0022300501"})
    rows = rows_of(play_by_play, game.body)
    assert [(r["actionType"], r["personId"]) for r in rows] == [("3pt", 11), ("2pt", 11)]
    assert rows[0]["seconds_left"] == 702


def test_parquet_files_are_what_csv_files_are(tmp_path: Path) -> None:
    header, rows = (*SHOT_HEADER,), [_shot(22300501, 5), _shot(22300502, 5, 0)]
    (tmp_path / "csv").mkdir()
    (tmp_path / "parquet").mkdir()
    _write(tmp_path / "csv" / "shots.csv", header, *rows)
    columns = dict(zip(header, map(list, zip(*rows, strict=True)), strict=True))
    columns["GAME_EVENT_ID"] = [None, None]
    columns["SHOT_DISTANCE"] = [12.0, 12.0]
    pq.write_table(pa.table(columns), tmp_path / "parquet" / "shots.parquet")
    from_csv, from_parquet = (
        [rows_of(shot_chart, p.body) for p in BulkSeason(tmp_path / kind, "2023-24").payloads()]
        for kind in ("csv", "parquet")
    )
    assert from_csv == from_parquet
    assert len(from_csv[0]) == 2


def test_a_parquet_file_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.parquet").write_bytes(b"PAR1 and nothing more")
    with pytest.raises(UsageError, match=r"x\.parquet: cannot be read"):
        list(BulkSeason(tmp_path, "2023-24").payloads())


def test_a_bad_file_of_a_directory_costs_itself(tmp_path: Path) -> None:
    _write(tmp_path / "b.csv", SHOT_HEADER, _shot(22300501, 5))
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    recordings = tmp_path / "nba_stats" / "scheduleleaguev2"
    recordings.mkdir(parents=True)
    (recordings / "2023-24.json.gz").write_bytes(b"no gzip")
    refused: list[str] = []
    landed = list(BulkSeason(tmp_path, "2023-24", refused).payloads())
    assert [payload.resource for payload in landed] == ["shotchartdetail"]
    assert len(refused) == 2
    assert "2023-24.json.gz: cannot be read" in refused[0]
    assert "a.csv: not a file of nba_data" in refused[1]


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    header = ",".join(SHOT_HEADER).encode()
    (tmp_path / "x.csv").write_bytes(header + b"\n" + "Jokić".encode("utf-16"))
    with pytest.raises(UsageError, match=r"x\.csv: cannot be read after line"):
        list(BulkSeason(tmp_path, "2023-24").payloads())


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (
            "a,b\n1,2\n",
            r"x\.csv: not a file of nba_data with a known header: it begins \['a', 'b'\]",
        ),
        (",".join(SHOT_HEADER) + "\n1,2\n", r"x\.csv line 2: 2 values under 24 headers"),
    ],
)
def test_a_file_that_is_none_of_these_is_refused(tmp_path: Path, lines: str, why: str) -> None:
    (tmp_path / "x.csv").write_text(lines)
    with pytest.raises(UsageError, match=why):
        list(BulkSeason(tmp_path, "2023-24").payloads())
