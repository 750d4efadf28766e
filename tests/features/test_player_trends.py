"""Trends and breakout signs, each by hand."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import fmean
from typing import Any

import pytest

from support.worked_example import Outcome, Row, computed

TABLE = "player_trends"
DAY = date(2024, 1, 10)
KEY = {"game_id": "g", "game_date": DAY, "player_id": 7}
FORM: Row = {
    "points_avg_last_3": 24.0,
    "points_avg_last_5": 22.0,
    "points_avg_last_10": 20.0,
    "points_avg_season": 20.0,
    "points_std_last_10": 6.0,
    "points_std_season": 8.0,
    "minutes_avg_last_10": 32.0,
    "minutes_avg_season": 32.0,
    "free_throws_made_avg_last_10": 4.0,
    "starts_avg_last_10": 1.0,
    "usage_rate_avg_last_10": 25.0,
}


def _game(ago: int, points: int) -> tuple[Row, Row]:
    """Return a game, and what was the season's mean before it: 20 points."""
    key = {"game_id": f"{ago}", "game_date": DAY - timedelta(ago), "player_id": 7}
    return {**key, "season": "2023-24", "points": points}, {**key, "points_avg_season": 20.0}


def _trends(*games: tuple[Row, Row], **given: Any) -> Outcome:
    pool: Row = {"season": "2023-24", "home": True, "reported_status": None, "reported_out": None}
    load: Row = {"games_last_7_days": 2, "teammates_newly_out_points": 9.0}
    strength: Row = {"opponent_strength_score": 0.0}
    form = dict(FORM)
    for part in (pool, load, strength, form):
        part |= {name: given.pop(name) for name in list(given) if name in part}
    assert given == {}, given
    return computed(
        TABLE,
        on=DAY,
        player_pool=[{**KEY, **pool}],
        player_game_summary=[game for game, _ in games],
        player_daily_cache=[{**KEY, **form}, *(before for _, before in games)],
        upcoming_player_game_context=[{**KEY, **load}],
        player_composite_factors=[{**KEY, **strength}],
    )


def test_every_column_of_a_player_in_form() -> None:
    """Points, oldest first: 10, 12, 14, 36, 38, a mean of 22. Two games reach 1.5 x 20 = 30.

    Trend: (36 + 38) / 2 - (10 + 12 + 14) / 3 = 25. Risk, of parts from 0 to 1: streak
    (24 / 20 - 1) / .5 = .4; cold (1 - 22 / 20) / .3 < 0; volatility 6 / 20 / .8 = .375; opponent 0
    / 6 + .5 = .5; opportunity 9 / 30 = .3; rate .4 / .3 > 1: 15 x .4 + 10 x 0 + 25 x .375 + 20 x
    .5 + 15 x .3 + 15 x 1 = 44.875. Signs: a starter with usage 25, at home, two games in a week.
    """
    games = [_game(ago, points) for ago, points in ((10, 10), (8, 12), (6, 14), (4, 36), (2, 38))]
    _trends(*games, reported_status="questionable", reported_out=False).expect_row(
        {
            **KEY,
            "injury_risk": 2,
            "recent_trend": 2,
            "minutes_change": 0,
            "free_throw_points_share": 0.2,  # 4 of 20
            "points_per_minute": 0.625,  # 20 / 32
            "points_zscore": 0.25,  # (22 - 20) / 8
            "breakout_flag": False,  # 22 is not above 20 + 1.5 x 8
            "breakout_rate_last_20": 0.4,
            "breakout_risk_score": 44.875,
            "composite_breakout_signal": 3,
        }
    )


@pytest.mark.parametrize(
    ("status", "out", "risk"),
    [
        ("available", False, 0),
        ("probable", False, 1),
        ("questionable", False, 2),
        ("doubtful", False, 3),
        ("out", True, 3),
        (None, False, 0),  # his team submitted, and he is not in the report
        (None, None, None),  # there is no report
    ],
)
def test_injury_risk(status: str | None, out: bool | None, risk: int | None) -> None:
    _trends(reported_status=status, reported_out=out).expect("injury_risk", (risk,))


@pytest.mark.parametrize(
    ("points", "trend"),
    [
        ((10, 10, 10, 12, 12), 1),  # newest last: 12 - 10
        ((10, 10, 10, 11, 12), 0),  # 1.5
        ((10, 10, 10, 15, 15), 2),
        ((10, 10, 10, 15, 14), 1),  # 4.5
        ((12, 12, 12, 10, 10), -1),
        ((15, 15, 15, 10, 10), -2),
        ((10, 12, 12), 1),  # three games: two against the one before
        ((10, 12), None),  # nothing before the last two
        ((99, 10, 10, 10, 12, 12), 1),  # the sixth game back is in neither
        ((), None),
    ],
)
def test_the_last_two_against_the_three_before(points: tuple[int, ...], trend: int | None) -> None:
    games = [_game(2 * ago, scored) for ago, scored in enumerate(reversed(points), 1)]
    last_5 = fmean(points[-5:]) if points else None
    _trends(*games, points_avg_last_5=last_5).expect("recent_trend", (trend,))


@pytest.mark.parametrize(
    ("last_10", "change"),
    [(35.2, 1), (35.1, 0), (38.4, 2), (28.8, -1), (28.9, 0), (25.6, -2), (None, None)],
)
def test_minutes_against_the_season_s(last_10: float | None, change: int | None) -> None:
    """A tenth of 32 is 3.2, a fifth 6.4."""
    _trends(minutes_avg_last_10=last_10).expect("minutes_change", (change,))


@pytest.mark.parametrize(
    ("last_5", "season", "deviation", "zscore", "flag"),
    [
        (24.0, 20.0, 8.0, 0.5, False),
        (32.0, 20.0, 8.0, 1.5, False),  # above by 1.5 deviations, not by more
        (32.1, 20.0, 8.0, 12.1 / 8, True),
        (60.0, 20.0, 8.0, 3.0, True),  # 5, at most 3
        (0.0, 40.0, 8.0, -3.0, False),
        (20.0, 20.0, 0.0, None, False),  # a deviation of nothing
        (20.0, 20.0, None, None, None),
    ],
)
def test_the_last_five_in_deviations_of_the_season(
    last_5: float, season: float, deviation: float | None, zscore: float | None, flag: bool | None
) -> None:
    outcome = _trends(
        points_avg_last_5=last_5, points_avg_season=season, points_std_season=deviation
    )
    outcome.expect("points_zscore breakout_flag", (zscore, flag))


@pytest.mark.parametrize(
    ("made", "points", "share"), [(0.0, 20.0, 0.0), (4.0, 4.0, 1.0), (0.0, 0.0, None)]
)
def test_points_at_the_line(made: float, points: float, share: float | None) -> None:
    outcome = _trends(free_throws_made_avg_last_10=made, points_avg_last_10=points)
    outcome.expect("free_throw_points_share", (share,))


def test_who_has_not_played_scores_nothing_a_minute() -> None:
    outcome = _trends(points_avg_last_10=None, minutes_avg_last_10=None)
    outcome.expect("points_per_minute composite_breakout_signal", (None, None))


SIGNS: list[tuple[Row, int]] = [
    ({"points_std_last_10": 12.0}, 1),  # 12 / 20 = .60
    ({"points_avg_last_5": 16.0}, 1),  # a fifth below 20
    ({"usage_rate_avg_last_10": 18.0}, 0),  # still a starter with usage of 18
    ({"usage_rate_avg_last_10": 17.9}, -1),
    ({"starts_avg_last_10": 0.4}, -1),
    ({"home": False}, -1),
    ({"games_last_7_days": 3}, -1),
]


@pytest.mark.parametrize(("change", "more"), SIGNS)
def test_each_sign_of_a_breakout_counts_one(change: Row, more: int) -> None:
    """A starter with usage of 25, at home, with two games in a week has three of five."""
    _trends(**change).expect("composite_breakout_signal", (3 + more,))


def test_all_five_signs() -> None:
    _trends(points_std_last_10=12.0, points_avg_last_5=16.0).expect(
        "composite_breakout_signal", (5,)
    )


def test_the_risk_is_unknown_where_a_part_is() -> None:
    """No game shows yet how often the player breaks out."""
    _trends().expect("breakout_rate_last_20 breakout_risk_score", (None, None))


def test_the_risk_lies_between_nothing_and_a_hundred() -> None:
    calm = {"points_avg_last_3": 10.0, "points_avg_last_5": 20.0, "points_std_last_10": 0.0}
    quiet = {"opponent_strength_score": -3.0, "teammates_newly_out_points": 0.0}
    _trends(_game(2, 5), **calm, **quiet).expect("breakout_risk_score", (0.0,))
    wild = {"points_avg_last_3": 40.0, "points_std_last_10": 30.0}
    open_ = {"opponent_strength_score": 3.0, "teammates_newly_out_points": 60.0}
    # Everything at its most but the cold bonus: 100 - 10.
    _trends(_game(2, 50), **wild, **open_).expect("breakout_risk_score", (90.0,))


def test_games_on_the_date_and_after_it_are_not_known() -> None:
    games = [_game(ago, 20) for ago in (10, 8, 6, 4, 2)]
    late = [_game(-2, 60), _game(-4, 60)]
    assert _trends(*games, *late).rows == _trends(*games).rows
