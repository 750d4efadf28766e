"""Two dates of a small league, with predictions written by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from support.table_session import TableSession
from tipoff.domain.markets import SINGLES
from tipoff.health.report import Status
from tipoff.publishing.inputs import Inputs

if TYPE_CHECKING:
    from collections.abc import Callable

PLAYED, TO_COME = date(2025, 1, 14), date(2025, 1, 15)
NO_STATUS = Status(
    simulated=True,
    tables=(),
    checks=(),
    reasons=(),
    refused_payloads=(),
    games={},
    prices={},
    feeds={},
)
AL, BO, CY = (11, "Al Doe"), (12, "Bo Roe"), (13, "Cy Poe")
BET = {
    "bookmaker": "fanduel",
    "line": 20.5,
    "over_price": -115.0,
    "under_price": -105.0,
    "p_over": 0.61238,
    "p_push": 0.0,
    "p_under": 0.38762,
    "fair_over": -157.98,
    "blend_p_over": 0.5512,
    "bet_bookmaker": "draftkings",
    "bet_line": 20.5,
    "bet_side": "over",
    "bet_price": 100.0,
    "expected_value": 0.1024,
    "kelly_share": 0.1024,
    "stake_share": 0.02,
    "recommendation": "OVER",
}


def game(day: date, number: str, season: str = "2024-25") -> dict[str, Any]:
    """Return a game of AAA at HHH that tips off at 8 pm US Eastern."""
    return {
        "game_id": number,
        "game_date": day,
        "season": season,
        "tip_at": datetime(day.year, day.month, day.day + 1, 1),
        "status": 1,
        "is_final": False,
        "home_team_id": 1,
        "home_team_code": "HHH",
        "home_team_name": "Home Heroes",
        "away_team_id": 2,
        "away_team_code": "AAA",
        "away_team_name": "Away Aces",
    }


def final(of: dict[str, Any]) -> dict[str, Any]:
    """Return a game as finished."""
    return {**of, "status": 3, "is_final": True}


def box_scores(
    session: TableSession, of: dict[str, Any], played: dict[tuple[int, str], dict[str, int]]
) -> None:
    """Add the box scores of a game: counts of players who each played half an hour."""
    on = {"game_id": of["game_id"], "game_date": of["game_date"]}
    counts = dict.fromkeys((market.counted[0] for market in SINGLES), 0)
    session.load(
        "player_game_summary",
        [
            {**on, "player_id": number, "player_name": name, "seconds": 1800, **counts, **own}
            for (number, name), own in played.items()
        ],
    )
    for log in ("player_box_score", "team_box_score"):
        teams = (of["home_team_id"], of["away_team_id"])
        session.load(log, [{**on, "team_id": team} for team in teams])


KNOWN = {"before-tip": "inactives-known", "morning": "morning"}
"""The information set of each prediction time."""


def prediction(
    of: dict[str, Any], player: tuple[int, str], market: str, mean: float, **more: Any
) -> dict[str, Any]:
    """Return a champion's replayed prediction before tip-off, without a line."""
    tip = of["tip_at"]
    return {
        "game_id": of["game_id"],
        "game_date": of["game_date"],
        "season": of["season"],
        "player_id": player[0],
        "player_name": player[1],
        "home": player is not CY,
        "market": market,
        "prediction_time": "before-tip",
        "information": more.get("information", KNOWN[more.get("prediction_time", "before-tip")]),
        "record": "replayed",
        "system": "ensemble",
        "as_of": tip.replace(hour=0, minute=30),
        "created_at": datetime(2025, 1, 15, 16),
        "trained_for": of["game_date"].replace(day=1),
        "mean": mean,
        "dispersion": 1.5,
        "zero_share": 0.01,
        "median": float(round(mean)),
        "low": max(round(mean) - 8.0, 0.0),
        "high": round(mean) + 9.0,
        "recommendation": "NO_LINE",
        **more,
    }


def member(of: dict[str, Any], player: tuple[int, str]) -> dict[str, Any]:
    """Return the pool row of a player of the home team."""
    return {
        **{name: of[name] for name in ("game_id", "game_date", "season", "tip_at")},
        "player_id": player[0],
        "player_name": player[1],
        "team_id": of["home_team_id"],
        "opponent_id": of["away_team_id"],
        "home": True,
    }


def offer(
    of: dict[str, Any],
    player: tuple[int, str],
    book: str,
    line: float,
    over: float | None,
    under: float | None,
    **more: Any,
) -> dict[str, Any]:
    """Return a book's standing quote on a player's points, captured an hour before tip-off."""
    return {
        "game_id": of["game_id"],
        "game_date": of["game_date"],
        "player_id": player[0],
        "market": "player_points",
        "bookmaker": book,
        "line": line,
        "over_price": over,
        "under_price": under,
        "captured_at": of["tip_at"] - timedelta(hours=1),
        "stands": True,
        **more,
    }


def grade(of: dict[str, Any], actual: int | None, result: str, grade: str) -> dict[str, Any]:
    """Return the grade of a prediction."""
    same = (
        "game_id",
        "game_date",
        "season",
        "player_id",
        "market",
        "prediction_time",
        "information",
        "record",
        "system",
        "mean",
        "line",
        "p_over",
    )
    return {
        **{name: of.get(name) for name in same},
        "actual": actual,
        "result": result,
        "grade": grade,
        "seconds": None if actual is None else 1800,
    }


@pytest.fixture
def league() -> TableSession:
    """Return a session with one finished game and one to come."""
    session = TableSession()
    first, second = final(game(PLAYED, "001")), game(TO_COME, "002")
    played = [
        prediction(first, AL, "player_points", 21.23456, **BET),
        prediction(first, AL, "player_rebounds", 5.4321),
        prediction(first, BO, "player_points", 9.87654),
        prediction(first, CY, "player_points", 0.51239, prediction_time="morning"),
        prediction(
            first,
            AL,
            "player_points",
            20.1,
            prediction_time="morning",
            line=20.5,
            p_over=0.48,
            recommendation="PASS",
        ),
    ]
    session.load("schedule", [first, second])
    session.load("player_prediction", played)
    session.load(
        "player_prediction",
        [
            prediction(second, AL, "player_points", 22.34567, **BET),
            prediction(second, BO, "player_rebounds", 4.0),
        ],
    )
    session.load("player_pool", [member(second, AL), member(second, BO)])
    session.load("player_prop_offer", [offer(second, AL, "draftkings", 20.5, 100.0, -120.0)])
    session.load(
        "breakout_prediction",
        [
            {
                "game_id": "002",
                "game_date": TO_COME,
                "player_id": 12,
                "record": "replayed",
                "as_of": second["tip_at"],
                "created_at": second["tip_at"],
                "trained_for": TO_COME,
                "season": "2024-25",
                "season_mean": 9.5,
                "probability": 0.21234,
                "base_rate": 0.1,
                "is_shown": True,
            }
        ],
    )
    session.load(
        "prediction_grade",
        [
            grade(played[0], 25, "OVER", "HIT"),
            grade(played[1], 4, "NO_LINE", "NO_LINE"),
            grade(played[2], None, "VOID", "VOID"),
            grade(played[3], 2, "NO_LINE", "NO_LINE"),
            grade(played[4], 25, "OVER", "MISS"),
        ],
    )
    box_scores(session, first, {AL: {"points": 25, "rebounds": 4}, CY: {"points": 2}})
    session.load("slate_score", [slate_score(PLAYED, "2024-25", 4.5)])
    return session


def slate_score(day: date, season: str, error: float, games: int = 3) -> dict[str, Any]:
    """Return LightGBM's score in the market points on a date."""
    return {
        "game_date": day,
        "season": season,
        "market": "player_points",
        "prediction_time": "before-tip",
        "information": "inactives-known",
        "record": "replayed",
        "population": "all who played",
        "system": "lightgbm",
        "games": games,
        "at_line": 0,
        "absolute_error": error * games,
    }


@pytest.fixture
def inputs() -> Callable[..., Inputs]:
    """Return a function that makes the inputs of a publication from a session."""

    def made(session: TableSession, today: date = TO_COME, **more: Any) -> Inputs:
        own = Inputs(session, session.contents, today, True, lambda: NO_STATUS)
        return replace(own, **more)

    return made
