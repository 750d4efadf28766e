"""Responses of the statistics service, real ones and malformed ones."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from support.wire_reader import rows_of, wire
from tipoff.kernel.errors import PayloadError
from tipoff.sources.nba import nba_stats

if TYPE_CHECKING:
    from tipoff.kernel.declare.stream import Stream

LIVE = "2026/nba_cdn_boxscore_0022000001.json.gz"


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


@pytest.mark.parametrize("written", ["2024-01-05", "20240105", "01/05/2024 00:00:00"])
def test_a_date_is_read_in_each_of_the_services_spellings(written: str) -> None:
    headers = [*nba_stats.shot_chart.columns]
    headers.remove("N")
    values = {"GAME_DATE": written, "GAME_ID": "g"}
    row = [values.get(h, 1 if nba_stats.shot_chart.columns[h] == "int64" else "x") for h in headers]
    (shot,) = rows_of(nba_stats.shot_chart, _result_set("Shot_Chart_Detail", headers, row))
    assert shot["GAME_DATE"] == date(2024, 1, 5)


def _line(**values: Any) -> list[Any]:
    columns = nba_stats.team_game_log.columns
    row = {name: 7 if dtype == "int64" else "x" for name, dtype in columns.items()}
    return list((row | {"GAME_DATE": "2026-11-20", "WL": "W"} | values).values())


def test_a_live_game_s_lines_are_left_out_of_the_log() -> None:
    headers = list(nba_stats.team_game_log.columns)
    lines = [_line(GAME_ID="over"), *(_line(GAME_ID=f"live {n}", WL=None) for n in range(30))]
    rows = rows_of(nba_stats.team_game_log, _result_set("LeagueGameLog", headers, *lines))
    assert [row["GAME_ID"] for row in rows] == ["over"]


@pytest.mark.parametrize(("written", "read"), [(12.2, None), (-14.4, None), (9.0, 9), (-3, -3)])
def test_a_plus_minus_with_a_fraction_is_none(written: float, read: int | None) -> None:
    headers = list(nba_stats.team_game_log.columns)
    line = _line(PLUS_MINUS=written)
    (row,) = rows_of(nba_stats.team_game_log, _result_set("LeagueGameLog", headers, line))
    assert row["PLUS_MINUS"] == read


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


def test_the_real_log_of_february_2026_is_read() -> None:
    rows = rows_of(nba_stats.team_game_log, wire("2026/nba_stats_leaguegamelog_2026-02.json.gz"))
    first, last = rows[0], rows[-1]
    assert len(rows) == 2 * len({row["GAME_ID"] for row in rows}) == 1_688
    assert (first["GAME_ID"], str(first["GAME_DATE"]), first["MATCHUP"]) == (
        "0022500002",
        "2025-10-21",
        "GSW @ LAL",
    )
    assert (first["PTS"], first["FGM"], first["FGA"], first["TOV"]) == (119, 38, 78, 19)
    assert (last["TEAM_ABBREVIATION"], last["WL"], last["PTS"]) == ("CHI", "L", 110)


@pytest.mark.parametrize(
    ("log", "number", "counts"),
    [
        (
            nba_stats.player_game_log,
            ("PLAYER_ID", 201939),
            (30, 7, 21, 2, 10, 4, 4, 3, 1, 4, 10, 2, 0, 3, 1, 20, -23),
        ),
        (
            nba_stats.team_game_log,
            ("TEAM_ID", 1610612744),
            (240, 37, 99, 10, 33, 15, 23, 13, 34, 47, 26, 6, 6, 18, 24, 99, -26),
        ),
    ],
    ids=["player", "team"],
)
def test_the_live_feed_s_box_score_gives_the_lines_of_the_log(
    log: Stream, number: tuple[str, int], counts: tuple[int, ...]
) -> None:
    """Golden State at Brooklyn, 2020-12-22: Curry had 20 and 10 in 30 minutes, the team 99."""
    rows = rows_of(log, wire(LIVE), resource="boxscore")
    assert len(rows) == {"PLAYER_ID": 28, "TEAM_ID": 2}[number[0]]
    (row,) = (row for row in rows if row[number[0]] == number[1])
    assert tuple(row[name] for name in ("MIN", *nba_stats.BOX_SCORE)) == counts
    assert row["GAME_DATE"] == date(2020, 12, 22)
    assert (row["MATCHUP"], row["WL"], row["FROM_LOG"]) == ("GSW @ BKN", "L", False)


@pytest.mark.parametrize("log", [nba_stats.player_game_log, nba_stats.team_game_log])
def test_a_game_that_goes_on_has_no_lines_yet(log: Stream) -> None:
    answer = json.loads(wire(LIVE))
    answer["game"]["gameStatus"] = 2
    assert rows_of(log, json.dumps(answer).encode(), resource="boxscore") == []
