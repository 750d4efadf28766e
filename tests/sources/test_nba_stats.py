"""The statistics service's responses, as it really sends them and as it might."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from tipoff.kernel.errors import PayloadError
from tipoff.sources import nba_stats
from wire_reader import rows_of, wire


def _result_set(name: str, headers: list[str], *rows: list[Any]) -> bytes:
    result = {"name": name, "headers": headers, "rowSet": list(rows)}
    return json.dumps({"resultSets": [result]}).encode()


def test_the_real_game_log_is_read() -> None:
    rows = rows_of(nba_stats.team_game_log, wire("nba_stats_leaguegamelog.json.gz"))
    assert rows
    assert all(r["PTS"] == 2 * r["FGM"] + r["FG3M"] + r["FTM"] for r in rows)
    assert all(isinstance(r["GAME_DATE"], date) and len(r["GAME_ID"]) == 10 for r in rows)


def test_the_real_shot_chart_is_read() -> None:
    rows = rows_of(nba_stats.shot_chart, wire("nba_stats_shotchartdetail.json.gz"))
    assert rows
    assert {r["SHOT_MADE_FLAG"] for r in rows} <= {0, 1}
    assert len({(r["GAME_ID"], r["PLAYER_ID"], r["N"]) for r in rows}) == len(rows)


def test_the_real_box_score_is_read() -> None:
    rows = rows_of(nba_stats.box_score_rotation, wire("nba_stats_boxscoretraditionalv3.json.gz"))
    assert sum(r["position"] != "" for r in rows) == 10, "five starters a team"
    assert all((r["seconds"] is None) == (r["minutes"] == "") for r in rows)
    team_seconds = sum(r["seconds"] or 0 for r in rows)
    assert abs(team_seconds - 2 * 5 * 48 * 60) % (2 * 5 * 5 * 60) < 60, "whole overtimes at most"


def test_the_real_inactive_list_is_read() -> None:
    rows = rows_of(
        nba_stats.inactive_list, wire("nba_stats_boxscoresummaryv2.json.gz"), GameID="0022400001"
    )
    assert all(r["GAME_ID"] == "0022400001" and r["PLAYER_ID"] > 0 for r in rows)


@pytest.mark.parametrize("written", ["2024-01-05", "20240105", "01/05/2024 00:00:00"])
def test_a_date_is_read_in_each_of_the_services_spellings(written: str) -> None:
    headers = [*nba_stats.shot_chart.columns]
    headers.remove("N")
    values = {"GAME_DATE": written, "GAME_ID": "g"}
    row = [values.get(h, 1 if nba_stats.shot_chart.columns[h] == "int64" else "x") for h in headers]
    (found,) = rows_of(nba_stats.shot_chart, _result_set("Shot_Chart_Detail", headers, row))
    assert found["GAME_DATE"] == date(2024, 1, 5)


@pytest.mark.parametrize(
    ("written", "seconds"), [("34:19", 2_059), ("PT34M19.00S", 2_059), ("", None), ("0:00", 0)]
)
def test_a_clock_is_read_in_each_of_the_services_spellings(
    written: str, seconds: int | None
) -> None:
    player = {
        "personId": 1,
        "firstName": "A",
        "familyName": "B",
        "position": "",
        "comment": "",
        "statistics": {"minutes": written},
    }
    sides = {
        "homeTeam": {"teamId": 1, "players": [player]},
        "awayTeam": {"teamId": 2, "players": []},
    }
    body = json.dumps({"boxScoreTraditional": {"gameId": "g", **sides}}).encode()
    (row,) = rows_of(nba_stats.box_score_rotation, body)
    assert row["seconds"] == seconds


def test_an_empty_result_set_is_norows_of() -> None:
    headers = ["PLAYER_ID", "FIRST_NAME", "LAST_NAME", "TEAM_ID"]
    body = _result_set("InactivePlayers", headers)
    assert rows_of(nba_stats.inactive_list, body, GameID="g") == []
    one = _result_set("InactivePlayers", headers, [7, "Nenê", "", 1])
    (row,) = rows_of(nba_stats.inactive_list, one, GameID="g")
    assert (row["PLAYER_NAME"], row["NAME_KEY"], row["GAME_ID"]) == ("Nenê", "nene", "g")


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"<!doctype html><p>Access denied", "it begins '<!doctype html>"),
        (b'{"resultSets": [', "not JSON"),
        (b'{"message": "busy"}', "'resultSets' is missing"),
        (_result_set("Other", ["A"]), "result set 'LeagueGameLog' is missing"),
        (_result_set("LeagueGameLog", ["PLAYER_ID", "GAME_ID"], [1]), "1 values under 2 headers"),
        (_result_set("LeagueGameLog", ["A", "B"], [1, 2], [3]), "rows of different lengths"),
        (_result_set("LeagueGameLog", ["PLAYER_ID", "POINTS"], [1, 2]), "columns missing: .*PTS"),
    ],
)
def test_what_is_no_such_response_is_refused_with_its_cause(body: bytes, why: str) -> None:
    with pytest.raises(PayloadError, match=why):
        rows_of(nba_stats.player_game_log, body)
