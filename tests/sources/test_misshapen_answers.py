"""Malformed answers: refused, or set aside by row; the parser itself never fails."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.errors import PayloadError
from tipoff.kernel.parse.typed_columns import read_columns
from tipoff.sources.manual.lines_form import PLAYER_PROPS
from tipoff.sources.nba.box_score import box_score_rotation
from tipoff.sources.nba.inactive_list import OLD_SUMMARY, inactive_list
from tipoff.sources.nba.league_schedule import league_schedule
from tipoff.sources.odds.price_streams import player_props

if TYPE_CHECKING:
    from tipoff.kernel.declare.stream import Columns, Stream

QUOTE = b"2024-01-05,Al Doe,player_points,book,20.5,-110,-110,"


def _read(stream: Stream, body: bytes, resource: str = "") -> Columns:
    parameters = {"GameID": "0022300001"}
    fetched_at = datetime(2025, 1, 1, tzinfo=UTC)
    return read_columns(
        stream, Payload("test", resource or stream.resource, parameters, body, fetched_at)
    )


def _captured(captured_at: bytes) -> Any:
    body = ",".join(PLAYER_PROPS).encode() + b"\n" + QUOTE + captured_at + b"\n"
    return _read(player_props, body)["captured_at"][0]


@pytest.mark.parametrize(
    "document",
    [
        [],
        None,
        {"resultSets": None},
        {"resultSets": [None]},
        {"resultSets": {"name": "InactivePlayers"}},
        {"resultSets": [{"name": "InactivePlayers", "headers": None, "rowSet": []}]},
        {"resultSets": [{"name": "InactivePlayers", "headers": ["PLAYER_ID"], "rowSet": [1, 2]}]},
    ],
    ids=json.dumps,
)
def test_a_result_set_of_another_shape_is_refused(document: Any) -> None:
    with pytest.raises(PayloadError):
        _read(inactive_list, json.dumps(document).encode(), OLD_SUMMARY)


@pytest.mark.parametrize("players", [None, [None], [{"personId": 1, "statistics": None}]])
def test_a_box_score_of_another_shape_is_refused(players: Any) -> None:
    team = {"teamId": 1, "players": players}
    box = {"gameId": "0022300001", "homeTeam": team, "awayTeam": team}
    with pytest.raises(PayloadError):
        _read(box_score_rotation, json.dumps({"boxScoreTraditional": box}).encode())


@pytest.mark.parametrize("dates", [None, [None], [{"gameDate": "01/05/2024", "games": None}]])
def test_a_schedule_of_another_shape_is_refused(dates: Any) -> None:
    schedule = {"seasonYear": "2023-24", "gameDates": dates}
    with pytest.raises(PayloadError):
        _read(league_schedule, json.dumps({"leagueSchedule": schedule}).encode())


def test_a_file_in_another_encoding_is_refused() -> None:
    with pytest.raises(PayloadError):
        _read(player_props, ",".join(PLAYER_PROPS).encode() + b"\n" + "Jokić".encode("utf-16"))


def test_a_tip_off_written_with_an_offset_is_read_as_utc() -> None:
    side = {"teamId": 1, "teamCity": "Some", "teamName": "Team", "teamTricode": "SOM"}
    game = {
        "gameId": "g",
        "gameStatus": 1,
        "gameDateTimeUTC": "2024-01-05T19:00:00-05:00",
        "homeTeam": side,
        "awayTeam": side,
    }
    days = [{"gameDate": "01/05/2024 00:00:00", "games": [game]}]
    body = json.dumps({"leagueSchedule": {"seasonYear": "2023-24", "gameDates": days}}).encode()
    assert _read(league_schedule, body)["gameDateTimeUTC"] == (datetime(2024, 1, 6),)


def test_a_moment_without_a_zone_is_the_same_on_every_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = set()
    for zone in ("UTC", "America/New_York"):
        with monkeypatch.context() as machine:
            machine.setenv("TZ", zone)
            time.tzset()
            seen.add(_captured(b"2024-01-05T18:30:00"))
    time.tzset()
    assert len(seen) == 1
