"""The statistics service's play-by-play, in the live feed's words."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from support.wire_reader import NOW, rows_of, wire
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.errors import PayloadError
from tipoff.kernel.parse.typed_columns import read_columns, typed
from tipoff.sources.nba.play_by_play import play_by_play
from tipoff.sources.nba.play_by_play_v3 import FIRST_TEAM_ID

REAL, BOX = "nba_stats_playbyplayv3.json.gz", "nba_stats_boxscoretraditionalv3.json.gz"
DOE = {"teamId": 1, "personId": 7, "playerName": "Doe", "playerNameI": "A. Doe"}
ROE = {"teamId": 1, "personId": 8, "playerName": "Roe", "playerNameI": "B. Roe"}
POE = {"teamId": 2, "personId": 9, "playerName": "Poe", "playerNameI": "C. Poe"}
MADE = {**DOE, "actionType": "Made Shot", "shotValue": 2, "xLegacy": 0, "yLegacy": 10}
MISS = {**MADE, "actionType": "Missed Shot"}


def _game(*actions: dict[str, Any]) -> bytes:
    """Return a game of these actions, each with its own number."""
    numbered = [
        {"actionNumber": 10 * n, "actionId": n, "clock": "PT11M42.00S", "period": 1, **action}
        for n, action in enumerate(actions, 1)
    ]
    return json.dumps({"game": {"gameId": "0022400500", "actions": numbered}}).encode()


def test_the_real_answer_adds_up_to_the_box_score_of_its_game() -> None:
    rows = rows_of(play_by_play, wire(REAL))
    box = json.loads(wire(BOX))["boxScoreTraditional"]
    players = [p for side in ("homeTeam", "awayTeam") for p in box[side]["players"]]
    counts: Counter[tuple[Any, str]] = Counter()
    for row in rows:
        made = row["shotResult"] == "Made"
        if row["actionType"] in ("2pt", "3pt"):
            counts[row["personId"], "fieldGoalsAttempted"] += 1
            counts[row["personId"], "fieldGoalsMade"] += made
            counts[row["personId"], "threePointersMade"] += made and row["actionType"] == "3pt"
            counts[row["assistPersonId"], "assists"] += 1
            counts[row["blockPersonId"], "blocks"] += 1
        elif row["actionType"] == "freethrow":
            counts[row["personId"], "freeThrowsMade"] += made
            counts[row["personId"], "freeThrowsAttempted"] += 1
        elif row["actionType"] in ("steal", "turnover"):
            counts[row["personId"], f"{row['actionType']}s"] += 1
    names = (
        "fieldGoalsMade",
        "fieldGoalsAttempted",
        "threePointersMade",
        "freeThrowsMade",
        "freeThrowsAttempted",
        "assists",
        "blocks",
        "steals",
        "turnovers",
    )
    for player in players:
        counted = {name: counts[player["personId"], name] for name in names}
        assert counted == {name: player["statistics"][name] for name in names}
    assert len(rows) == len(json.loads(wire(REAL))["game"]["actions"])
    assert len({r["actionNumber"] for r in rows}) == len(rows)
    assert not any(r["personId"] and r["personId"] >= FIRST_TEAM_ID for r in rows)


def test_credit_is_given_to_whom_the_prose_names() -> None:
    block = {**POE, "actionNumber": 20, "actionType": "", "description": "Poe BLOCK (1 BLK)"}
    rows = rows_of(
        play_by_play,
        _game(
            {**MADE, "description": "Doe 1' Layup (2 PTS) (Roe 1 AST)"},
            MISS,
            block,
            ROE,
        ),
    )
    assert [r["assistPersonId"] for r in rows] == [8, None, None, None]
    assert [r["blockPersonId"] for r in rows] == [None, 9, None, None]
    assert [r["actionType"] for r in rows] == ["2pt", "2pt", "block", ""]


@pytest.mark.parametrize("others", [(), (ROE, {**ROE, "personId": 10})])
def test_a_passer_who_is_nobody_or_two_sets_the_shot_aside(others: tuple[Any, ...]) -> None:
    shot = {**MADE, "description": "Doe 1' Layup (2 PTS) (Roe 1 AST)"}
    payload = Payload("test", "playbyplay", {}, _game(shot, *others), NOW)
    columns = read_columns(play_by_play, payload)
    rows, bad = typed(play_by_play, columns, [1] * (1 + len(others)))
    assert [(b.column, b.value) for b in bad] == [("assistPersonId", "Roe")]
    assert rows.num_rows == len(others)


@pytest.mark.parametrize(
    ("x", "y", "worth", "area"),
    [
        (0, 39, 2, "Restricted Area"),
        (40, 0, 2, "In The Paint (Non-RA)"),
        (-80, 139, 2, "In The Paint (Non-RA)"),
        (81, 0, 2, "Mid-Range"),
        (0, 140, 2, "Mid-Range"),
        (-220, 87, 3, "Left Corner 3"),
        (225, 0, 3, "Right Corner 3"),
        (225, 88, 3, "Above the Break 3"),
        (0, 260, 3, "Above the Break 3"),
        (0, 500, 3, "Backcourt"),
        (None, 1, 2, None),
    ],
)
def test_an_area_is_where_the_shot_was_tried(
    x: int | None, y: int, worth: int, area: str | None
) -> None:
    shot = {**MADE, "xLegacy": x, "yLegacy": y, "shotValue": worth}
    (row,) = rows_of(play_by_play, _game(shot))
    assert (row["area"], row["actionType"]) == (area, f"{worth}pt")


@pytest.mark.parametrize(
    ("sub_type", "description", "detail", "result"),
    [
        ("Free Throw 1 of 1", "Doe Free Throw 1 of 1 (3 PTS)", "1 of 1", "Made"),
        ("Free Throw Technical", "MISS Doe Free Throw Technical", "Technical", "Missed"),
    ],
)
def test_a_free_throw_is_made_unless_it_is_said_to_be_missed(
    sub_type: str, description: str, detail: str, result: str
) -> None:
    shot = {**DOE, "actionType": "Free Throw", "subType": sub_type, "description": description}
    (row,) = rows_of(play_by_play, _game(shot))
    assert (row["actionType"], row["subType"], row["shotResult"]) == ("freethrow", detail, result)


def test_a_teams_rebound_is_nobodys() -> None:
    rebound = {"actionType": "Rebound", "teamId": 0, "personId": FIRST_TEAM_ID}
    (row,) = rows_of(play_by_play, _game(rebound))
    assert (row["personId"], row["teamId"]) == (None, FIRST_TEAM_ID)


def test_an_action_without_its_number_refuses_the_answer() -> None:
    body = json.dumps({"game": {"gameId": "g", "actions": [{"actionId": 1}, {"actionNumber": 2}]}})
    with pytest.raises(PayloadError, match="'actionId'"):
        rows_of(play_by_play, body.encode())
