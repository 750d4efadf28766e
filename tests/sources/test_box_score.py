"""Box scores and inactive lists, in the forms of both hosts and of other years."""

from __future__ import annotations

import json
from typing import Any

import pytest

from support.wire_reader import payload_of, rows_of, wire
from tipoff.kernel.errors import PayloadError
from tipoff.sources.nba.box_score import box_score_rotation, points_by_team
from tipoff.sources.nba.inactive_list import OLD_SUMMARY, inactive_list
from tipoff.sources.nba.live_box_score import LIVE_BOX_SCORE

NETS, WARRIORS, GRIZZLIES, PACERS = 1610612751, 1610612744, 1610612763, 1610612754


def _by_player(rows: list[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    return {row["personId"]: row for row in rows}


def _stats(minutes: Any, comment: str = "") -> bytes:
    player = {
        "personId": 1,
        "firstName": "A",
        "familyName": "B",
        "position": "",
        "comment": comment,
        "statistics": {"minutes": minutes, "points": 0},
    }
    sides = {
        "homeTeam": {"teamId": 1, "players": [player]},
        "awayTeam": {"teamId": 2, "players": []},
    }
    return json.dumps({"boxScoreTraditional": {"gameId": "g", **sides}}).encode()


def _live(**player: Any) -> bytes:
    one = {
        "personId": 1,
        "firstName": "A",
        "familyName": "B",
        "starter": "0",
        "statistics": {"minutes": "PT00M00.00S", "points": 0},
        **player,
    }
    sides = {"homeTeam": {"teamId": 1, "players": [one]}, "awayTeam": {"teamId": 2, "players": []}}
    return json.dumps({"game": {"gameId": "g", **sides}}).encode()


def test_the_box_score_of_2024_is_read() -> None:
    body = wire("2026/nba_stats_boxscoretraditionalv3_0022400306.json.gz")
    rows = _by_player(rows_of(box_score_rotation, body))
    assert len(rows) == 28
    assert sum(row["starter"] for row in rows.values()) == 10
    wells, johnson, walker = rows[1642377], rows[201949], rows[1641767]
    assert (wells["playerName"], wells["seconds"], wells["starter"]) == ("Jaylen Wells", 1540, True)
    assert (wells["teamId"], wells["source"]) == (GRIZZLIES, "boxscoretraditionalv3")
    assert (johnson["seconds"], johnson["comment"]) == (None, "DNP - Coach's Decision")
    assert (walker["seconds"], walker["comment"]) == (None, "DND - Injury/Illness")
    payload = payload_of(box_score_rotation.resource, body)
    assert points_by_team(payload) == {GRIZZLIES: 136, PACERS: 121}


def test_the_live_feed_s_box_score_is_read() -> None:
    body = wire("2026/nba_cdn_boxscore_0022000001.json.gz")
    rows = _by_player(rows_of(box_score_rotation, body, resource=LIVE_BOX_SCORE))
    assert len(rows) == 28
    assert sum(row["starter"] for row in rows.values()) == 10
    curry, oubre = rows[201939], rows[1626162]
    assert (curry["seconds"], curry["starter"], curry["teamId"]) == (1819, True, WARRIORS)
    assert (oubre["playerName"], oubre["nameKey"]) == ("Kelly Oubre Jr.", "kelly oubre")
    assert {row["source"] for row in rows.values()} == {"boxscore"}
    assert points_by_team(payload_of(LIVE_BOX_SCORE, body)) == {NETS: 125, WARRIORS: 99}


def test_the_live_feed_s_inactive_list_has_reasons() -> None:
    body = wire("2026/nba_cdn_boxscore_0022000001.json.gz")
    rows = _by_player(rows_of(inactive_list, body, resource=LIVE_BOX_SCORE))
    assert {number: row["reason"] for number, row in rows.items()} == {
        1629185: "INACTIVE_COACH",
        1629651: "INACTIVE_INJURY: Right Knee Tendinopathy",
        203110: "INACTIVE_INJURY: Right foot soreness",
        1630185: "INACTIVE_GLEAGUE_TWOWAY",
        1629346: "INACTIVE_INJURY: Right Knee Soreness",
        202691: "INACTIVE_INJURY: Right Achillies",
    }
    assert rows[202691]["playerName"] == "Klay Thompson"
    assert {row["teamId"] for row in rows.values()} == {NETS, WARRIORS}


def test_the_inactive_list_of_2024_is_in_the_third_summary() -> None:
    body = wire("2026/nba_stats_boxscoresummaryv3_0022400306.json.gz")
    rows = rows_of(inactive_list, body)
    assert [row["playerName"] for row in rows[:3]] == [
        "Colin Castleton",
        "Vince Williams Jr.",
        "GG Jackson",
    ]
    assert [row["playerName"] for row in rows[5:]] == [
        "James Wiseman",
        "Aaron Nesmith",
        "Isaiah Jackson",
    ]
    assert [row["teamId"] for row in rows] == [GRIZZLIES] * 5 + [PACERS] * 3
    assert {(row["gameId"], row["reason"], row["source"]) for row in rows} == {
        ("0022400306", None, "boxscoresummaryv3")
    }


def test_the_second_summary_has_inactives_of_an_old_game() -> None:
    body = wire("2026/nba_stats_boxscoresummaryv2_2026-02.json.gz")
    rows = rows_of(inactive_list, body, resource=OLD_SUMMARY, GameID="0022200552")
    assert (rows[0]["playerName"], rows[0]["personId"]) == ("Lonzo Ball", 1628366)
    assert {row["gameId"] for row in rows} == {"0022200552"}


@pytest.mark.parametrize(
    ("written", "seconds"), [("34:19", 2_059), ("PT34M19.00S", 2_059), ("", None), ("0:00", 0)]
)
def test_a_clock_is_read_in_each_spelling(written: str, seconds: int | None) -> None:
    (row,) = rows_of(box_score_rotation, _stats(written))
    assert row["seconds"] == seconds


@pytest.mark.parametrize("written", ["", "0:00", "PT00M00.00S"])
def test_no_time_with_a_comment_is_no_playing_time(written: str) -> None:
    (row,) = rows_of(box_score_rotation, _stats(written, "DNP - Coach's Decision"))
    assert row["seconds"] is None


@pytest.mark.parametrize(
    ("player", "seconds", "comment"),
    [
        ({"status": "ACTIVE", "played": "1"}, 0, ""),
        ({"status": "ACTIVE", "played": "0", "notPlayingReason": "DNP_COACH"}, None, "DNP_COACH"),
        (
            {
                "status": "INACTIVE",
                "played": "0",
                "notPlayingReason": "DND_INJURY",
                "notPlayingDescription": "Knee",
            },
            None,
            "DND_INJURY: Knee",
        ),
    ],
)
def test_who_is_dressed_is_in_the_rotation_alone(
    player: dict[str, Any], seconds: int | None, comment: str
) -> None:
    body = _live(**player)
    (row,) = rows_of(box_score_rotation, body, resource=LIVE_BOX_SCORE)
    assert (row["seconds"], row["comment"]) == (seconds, comment)
    assert rows_of(inactive_list, body, resource=LIVE_BOX_SCORE) == []


def test_an_inactive_player_without_a_reason_is_inactive() -> None:
    body = _live(status="INACTIVE", played="0")
    (row,) = rows_of(inactive_list, body, resource=LIVE_BOX_SCORE)
    assert (row["personId"], row["reason"]) == (1, None)
    assert rows_of(box_score_rotation, body, resource=LIVE_BOX_SCORE) == []


def test_a_player_with_one_name_has_no_blank_behind_it() -> None:
    headers = ["PLAYER_ID", "FIRST_NAME", "LAST_NAME", "TEAM_ID"]
    result = {"name": "InactivePlayers", "headers": headers, "rowSet": [[7, "Nenê", "", 1]]}
    body = json.dumps({"resultSets": [result]}).encode()
    (row,) = rows_of(inactive_list, body, resource=OLD_SUMMARY, GameID="g")
    assert (row["playerName"], row["nameKey"], row["gameId"]) == ("Nenê", "nene", "g")


@pytest.mark.parametrize("summary", [None, {}, {"gameId": "g", "homeTeam": None, "awayTeam": None}])
def test_a_summary_without_content_is_refused(summary: Any) -> None:
    with pytest.raises(PayloadError):
        rows_of(inactive_list, json.dumps({"boxScoreSummary": summary}).encode())
