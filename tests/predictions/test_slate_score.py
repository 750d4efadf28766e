"""A date's scores by hand: sums over populations, of the systems and of the market itself."""

from __future__ import annotations

from math import log
from typing import Any

import pytest

from support.worked_example import DAY, Outcome, Row, computed

TABLE = "slate_score"
SLOT = {
    "market": "player_points",
    "prediction_time": "before-tip",
    "information": "lineups-expected",
    "record": "replayed",
}


def _graded(player: int, system: str, actual: int | None, **more: Any) -> Row:
    """Return a graded prediction with scores that are easy to add up."""
    base: Row = {
        **SLOT,
        "game_id": "g1",
        "player_id": player,
        "system": system,
        "season": "2023-24",
        "actual": actual,
        "seconds": 1_800,
        "mean": 20.5,
        "median": 20.0,
        "crps": 2.0,
        "log_score": 3.0,
        "inside": 1.0,
    }
    return {**base, **more}


def _lined(result: str, p_over: float, line: float = 22.5, **prices: float) -> Row:
    return {"line": line, "result": result, "p_over": p_over, **prices}


EVEN = {"over_price": -110.0, "under_price": -110.0}
"""Implied probabilities of 110 / 210 either side: without the margin one half."""
FAVORED = {"over_price": -200.0, "under_price": 150.0}
"""2 / 3 and 2 / 5: without the margin the over has (2 / 3) / (16 / 15) = 5 / 8."""


def _scores(*graded: Row) -> Outcome:
    return computed(TABLE, prediction_grade=graded)


def _both(player: int, actual: int | None, **more: Any) -> list[Row]:
    return [_graded(player, system, actual, **more) for system in ("last_10_mean", "lightgbm")]


def test_every_sum_of_three_players() -> None:
    """1 went over 22.5 at .6, 2 under at .3, and 3 has no line and played 10 minutes."""
    outcome = _scores(
        *_both(1, 25, **_lined("OVER", 0.6, **EVEN)),
        *_both(2, 18, **_lined("UNDER", 0.3, **FAVORED)),
        *_both(3, 5, seconds=600, median=4.0, mean=4.5, result="NO_LINE"),
    )
    outcome.expect_row(
        {
            **SLOT,
            "game_date": DAY,
            "season": "2023-24",
            "population": "all who played",
            "system": "lightgbm",
            "games": 3,
            "at_line": 2,
            "absolute_error": 8.0,  # |20 - 25| + |20 - 18| + |4 - 5|
            "absolute_error_of_mean": 7.5,  # 4.5 + 2.5 + 0.5
            "error_of_mean": -2.5,  # -4.5 + 2.5 - 0.5
            "crps": 6.0,
            "log_score": 9.0,
            "inside": 3.0,
            "log_loss": -log(0.6) - log(0.7),
            "brier": 0.25,  # (.6 - 1)^2 + .3^2 = .16 + .09
            "hits": 2,
            "overs": 1,
        },
        system="lightgbm",
        population="all who played",
    )
    counted = {(r["population"], r["system"]): r["games"] for r in outcome.rows}
    assert counted == {
        ("all who played", "last_10_mean"): 3,
        ("all who played", "lightgbm"): 3,
        ("rotation, 20 minutes or more", "last_10_mean"): 2,
        ("rotation, 20 minutes or more", "lightgbm"): 2,
        ("players with a line", "last_10_mean"): 2,
        ("players with a line", "lightgbm"): 2,
        ("players with a line", "the line"): 2,
        ("players with both prices", "last_10_mean"): 2,
        ("players with both prices", "lightgbm"): 2,
        ("players with both prices", "no-vig market"): 2,
    }


def test_the_line_and_the_no_vig_market_stand_beside_the_systems() -> None:
    outcome = _scores(
        *_both(1, 25, **_lined("OVER", 0.6, **EVEN)),
        *_both(2, 18, **_lined("UNDER", 0.3, **FAVORED)),
    )
    line = outcome.row(system="the line")
    # |22.5 - 25| + |22.5 - 18|, and -2.5 + 4.5
    assert (line["absolute_error"], line["error_of_mean"]) == (7.0, 2.0)
    assert (line["log_loss"], line["crps"]) == (None, None)
    market = outcome.row(system="no-vig market")
    assert market["log_loss"] == pytest.approx(-log(0.5) - log(3 / 8))
    assert market["brier"] == pytest.approx(0.25 + (5 / 8) ** 2)
    assert (market["hits"], market["at_line"]) == (1, 2), "even money counts as over"


def test_only_players_whom_both_of_the_compared_systems_predict_are_scored() -> None:
    """Player 2 has no LightGBM prediction, so is not scored. A third system is over fewer."""
    outcome = _scores(
        *_both(1, 25), *_both(3, 25), _graded(2, "last_10_mean", 25), _graded(1, "zone_matchup", 25)
    )
    games = {r["system"]: r["games"] for r in outcome.rows if r["population"] == "all who played"}
    assert games == {"last_10_mean": 2, "lightgbm": 2, "zone_matchup": 1}


def test_who_did_not_play_is_scored_nowhere() -> None:
    outcome = _scores(*_both(1, 25), *_both(2, None, result="VOID", line=22.5))
    assert {row["games"] for row in outcome.rows} == {1}


def test_a_push_is_at_no_side_of_the_line() -> None:
    """A push at 22, and one over predicted at .6."""
    outcome = _scores(
        *_both(1, 22, **_lined("PUSH", 0.5, 22.0, **EVEN)),
        *_both(2, 25, **_lined("OVER", 0.6, **EVEN)),
    )
    row = outcome.row(system="lightgbm", population="players with a line")
    assert (row["games"], row["at_line"], row["overs"], row["hits"]) == (2, 1, 1, 1)
    assert row["log_loss"] == pytest.approx(-log(0.6))


def test_certainty_that_was_wrong_costs_much_and_not_infinitely() -> None:
    outcome = _scores(*_both(1, 20, **_lined("UNDER", 1.0, **EVEN)))
    row = outcome.row(system="lightgbm", population="players with a line")
    assert row["log_loss"] == pytest.approx(-log(1e-6))


def test_a_line_with_one_price_has_no_market_probability() -> None:
    outcome = _scores(*_both(1, 25, **_lined("OVER", 0.6, over_price=-110.0)))
    populations = {row["population"] for row in outcome.rows}
    assert populations == {
        "all who played",
        "rotation, 20 minutes or more",
        "players with a line",
    }


def test_twenty_minutes_are_the_rotation() -> None:
    outcome = _scores(*_both(1, 25, seconds=1_200), *_both(2, 25, seconds=1_199))
    row = outcome.row(system="lightgbm", population="rotation, 20 minutes or more")
    assert row["games"] == 1


def test_prediction_times_and_records_are_scored_apart() -> None:
    live = [row | {"record": "live"} for row in _both(1, 25)]
    morning = [row | {"prediction_time": "morning"} for row in _both(1, 25)]
    outcome = _scores(*_both(1, 25), *live, *morning)
    slots = {(row["prediction_time"], row["record"]) for row in outcome.rows}
    assert slots == {("before-tip", "replayed"), ("before-tip", "live"), ("morning", "replayed")}


def test_a_slate_of_pushes_alone_has_no_loss_rather_than_none_at_all() -> None:
    outcome = _scores(*_both(1, 22, **_lined("PUSH", 0.6, 22.0, **EVEN)))
    row = outcome.row(system="lightgbm", population="players with both prices")
    assert (row["at_line"], row["log_loss"], row["brier"], row["hits"]) == (0, None, None, None)
