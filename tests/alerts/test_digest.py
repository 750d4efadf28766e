"""The morning's digest by hand: today's games and predictions, yesterday's picks, problems."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from support.table_session import TableSession
from tipoff.alerts.digest import digest

TODAY = date(2024, 1, 10)
YESTERDAY = TODAY - timedelta(1)
TIP = datetime(2024, 1, 11, 0, 10)


def _prediction(player: int, day: date, **more: Any) -> dict[str, Any]:
    base = {"game_id": f"g{day.day}", "game_date": day, "player_id": player, "system": "lightgbm"}
    base |= {"market": "player_points", "prediction_time": "before-tip", "record": "live"}
    return {**base, "recommendation": "PASS", "line": 20.5, **more}


def _grade(player: int, result: str) -> dict[str, Any]:
    kept = ("game_id", "game_date", "player_id", "system", "market", "prediction_time", "record")
    base = _prediction(player, YESTERDAY)
    return {**{name: base[name] for name in kept}, "result": result}


@pytest.fixture
def session() -> TableSession:
    new_session = TableSession()
    new_session.load(
        "schedule",
        [
            {
                "game_id": f"g{day.day}",
                "game_date": day,
                "tip_at": TIP - timedelta(TODAY.day - day.day),
            }
            for day in (YESTERDAY, TODAY)
        ],
    )
    return new_session


def test_a_day_with_games_predictions_and_results(session: TableSession) -> None:
    session.load(
        "player_prediction",
        [
            _prediction(1, TODAY, recommendation="OVER"),
            _prediction(1, TODAY, prediction_time="morning", recommendation="UNDER"),
            _prediction(2, TODAY, line=None, recommendation="NO_LINE"),
            _prediction(1, YESTERDAY, recommendation="OVER"),
            _prediction(2, YESTERDAY, recommendation="UNDER"),
            _prediction(3, YESTERDAY, recommendation="OVER"),
            _prediction(4, YESTERDAY),
        ],
    )
    graded = {1: "OVER", 2: "OVER", 3: "VOID", 4: "OVER"}
    session.load("prediction_grade", [_grade(player, result) for player, result in graded.items()])
    assert digest(session, TODAY, ["odds: silent"], simulated=False).splitlines() == [
        "2024-01-10: 1 game, the first at 00:10 UTC",
        "2 predictions, 1 with a line, 1 pick",
        "2024-01-09: picks made before tip-off: 1 HIT, 1 MISS, 1 VOID",
        "1 open problem:",
        "- odds: silent",
    ]


def test_a_day_without_games_and_before_any_prediction(session: TableSession) -> None:
    lines = digest(session, TODAY + timedelta(1), [], simulated=True).splitlines()
    assert lines == [
        "SIMULATED LEAGUE: no real players, no real prices",
        "2024-01-11: no games",
        "2024-01-10: no picks made before tip-off were graded",
        "0 open problems",
    ]
    assert "no predictions yet" in digest(session, TODAY, [], simulated=False)
