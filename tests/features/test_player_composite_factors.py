"""Each composite factor of a player by hand, with its points and limits."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from support.worked_example import Outcome, computed

TABLE = "player_composite_factors"
DAY = date(2024, 1, 10)
ANTS, BEES = 10, 20
KEY = {"game_id": "g", "game_date": DAY, "player_id": 7}
ZONES = ("paint", "mid_range", "corner_three", "above_break_three")


def _factors(**given: Any) -> Outcome:
    """Return a player's factors, with what is given of any input by its name there."""
    own = {
        "games_last_7_days": 2,
        "minutes_last_7_days": 60.0,
        "back_to_backs_last_14_days": 0,
        "teammates_newly_out_usage_minutes": 0.0,
        "teammates_available_usage_minutes": 2_400.0,
    }
    team: dict[str, Any] = {"days_rest": 2, "travel_kilometers": 0.0, "time_zones_crossed": 0}
    form: dict[str, Any] = {"usage_rate_avg_last_10": 25.0, "minutes_avg_last_10": 32.0}
    zones = {f"{zone}_share_last_10": 0.25 for zone in ZONES} | {"primary_zone": "balanced"}
    weak = {f"{zone}_weakness": 0.0 for zone in ZONES}
    ants: dict[str, Any] = {"pace_avg_last_10": 100.0}
    bees = {"pace_avg_last_10": 100.0, "defensive_rating_avg_last_10": 112.0}
    league = given.pop("league", [(1, 100.0, 112.0)])
    birth = given.pop("birth", None)
    ants["pace_avg_last_10"] = given.pop("team_pace", 100.0)
    bees["pace_avg_last_10"] = given.pop("opponent_pace", 100.0)
    for part in (own, team, form, zones, weak, bees):
        part |= {name: given.pop(name) for name in list(given) if name in part}
    assert given == {}, given
    of_team = {"game_id": "g", "game_date": DAY}
    return computed(
        TABLE,
        player_pool=[{**KEY, "team_id": ANTS, "opponent_id": BEES}],
        upcoming_player_game_context=[{**KEY, **own}],
        upcoming_team_game_context=[{**of_team, "team_id": ANTS, **team}],
        player_daily_cache=[{**KEY, **form}],
        player_shot_zone_analysis=[{**KEY, **zones}],
        team_defense_zone_analysis=[{**of_team, "team_id": BEES, **weak}],
        team_daily_cache=[
            {**of_team, "team_id": ANTS, **ants},
            {**of_team, "team_id": BEES, **bees},
        ],
        team_offense_game_summary=[
            {
                "game_id": f"{place}",
                "game_date": DAY - timedelta(ago),
                "team_id": place,
                "pace": pace,
                "offensive_rating": rating,
            }
            for place, (ago, pace, rating) in enumerate(league)
        ],
        roster=[{"player_id": 7, "birth_date": birth}] if birth else [],
    )


def test_every_column_of_a_rested_player_against_an_average_opponent() -> None:
    _factors(birth=date(1997, 1, 10)).expect_row(
        {
            **KEY,
            "age_years": 27,
            "fatigue_score": 100.0,
            "fatigue_adjustment": 0.0,
            "shot_zone_mismatch_score": 0.0,
            "pace_score": 0.0,
            "usage_spike_score": 0.0,
            "travel_score": 0.0,
            "opponent_strength_score": 0.0,
        }
    )


@pytest.mark.parametrize(
    ("given", "score"),
    [
        ({"days_rest": None}, 100.0),  # a first game
        ({"days_rest": 1}, 85.0),
        ({"days_rest": 3}, 100.0),  # 105, at most 100
        ({"days_rest": 3, "games_last_7_days": 4}, 95.0),  # 100 + 5 - 10
        ({"games_last_7_days": 3, "minutes_last_7_days": 105.0}, 100.0),  # 35 a game is not over 35
        ({"games_last_7_days": 3, "minutes_last_7_days": 105.3}, 92.0),  # 35.1 is
        ({"games_last_7_days": 4, "minutes_last_7_days": 120.0}, 90.0),
        ({"games_last_7_days": 7, "minutes_last_7_days": 240.0}, 90.0),
        ({"games_last_7_days": 7, "minutes_last_7_days": 240.5}, 80.0),
        ({"games_last_7_days": 0, "minutes_last_7_days": 0.0}, 100.0),  # minutes of no game
        ({"back_to_backs_last_14_days": 1}, 95.0),
        ({"back_to_backs_last_14_days": 2}, 88.0),
        ({"back_to_backs_last_14_days": 4}, 88.0),
        ({"birth": date(1994, 1, 10)}, 95.0),  # 30 today
        ({"birth": date(1994, 1, 11)}, 100.0),  # 30 tomorrow
        ({"birth": date(1989, 1, 10)}, 90.0),  # 35 today
        ({"birth": date(1989, 1, 11)}, 95.0),  # 35 tomorrow
        (
            {
                # 100 - 15 - 10 - 10 - 8 - 12 - 10
                "days_rest": 1,
                "games_last_7_days": 6,
                "minutes_last_7_days": 245.0,
                "back_to_backs_last_14_days": 3,
                "birth": date(1985, 6, 1),
            },
            35.0,
        ),
    ],
)
def test_fatigue_is_a_score_where_higher_is_fresher(given: dict[str, Any], score: float) -> None:
    """The adjustment is another column: (score - 100) / 20."""
    _factors(**given).expect("fatigue_score fatigue_adjustment", (score, (score - 100) / 20))


@pytest.mark.parametrize(
    ("given", "score"),
    [
        ({"primary_zone": "paint", "paint_share_last_10": 0.6, "paint_weakness": 4.0}, 4.0),
        # min(.4 / .5, 1) = .8
        ({"primary_zone": "paint", "paint_share_last_10": 0.4, "paint_weakness": 4.0}, 3.2),
        (
            {
                "primary_zone": "mid_range",
                "mid_range_share_last_10": 0.5,
                "mid_range_weakness": 5.0,
            },
            5.0,
        ),
        # Beyond 5 a fifth more: 8 x 1.2
        ({"primary_zone": "paint", "paint_share_last_10": 0.5, "paint_weakness": 8.0}, 9.6),
        ({"primary_zone": "paint", "paint_share_last_10": 0.5, "paint_weakness": -8.0}, -9.6),
        ({"primary_zone": "paint", "paint_share_last_10": 0.5, "paint_weakness": 9.0}, 10.0),
        ({"primary_zone": "paint", "paint_share_last_10": 0.5, "paint_weakness": -30.0}, -10.0),
        # Threes by where he takes them: (.1 x 2 + .4 x 6) / .5 = 5.2, of a share of .5; x 1.2
        (
            {
                "primary_zone": "three",
                "corner_three_share_last_10": 0.1,
                "above_break_three_share_last_10": 0.4,
                "corner_three_weakness": 2.0,
                "above_break_three_weakness": 6.0,
            },
            6.24,
        ),
        # Balanced: each zone by its share, .25 x (4 - 2 + 6 + 0)
        ({"paint_weakness": 4.0, "mid_range_weakness": -2.0, "corner_three_weakness": 6.0}, 2.0),
        ({"primary_zone": None}, None),
        ({"primary_zone": "paint", "paint_weakness": None}, None),
        # What is unknown of zones he does not shoot from first is not asked for.
        ({"primary_zone": "paint", "paint_weakness": 2.0, "mid_range_weakness": None}, 1.0),
    ],
)
def test_the_mismatch_in_the_primary_zone(given: dict[str, Any], score: float | None) -> None:
    _factors(**given).expect("shot_zone_mismatch_score", (score,))


@pytest.mark.parametrize(
    ("own", "other", "score"),
    [
        (102.0, 104.0, 1.5),  # ((102 + 104) / 2 - 100) / 2
        (98.0, 96.0, -1.5),
        (110.0, 110.0, 3.0),  # 5, at most 3
        (90.0, 90.0, -3.0),
        (None, 104.0, None),
        (102.0, None, None),
    ],
)
def test_pace_against_the_league(
    own: float | None, other: float | None, score: float | None
) -> None:
    _factors(team_pace=own, opponent_pace=other).expect("pace_score", (score,))


def test_the_league_is_the_thirty_days_before() -> None:
    """(98 + 104) / 2 = 101; 31 days ago and the date itself are not in it."""
    league = [(30, 98.0, 110.0), (1, 104.0, 112.0), (31, 200.0, 200.0), (0, 200.0, 200.0)]
    outcome = _factors(league=league, team_pace=103.0, opponent_pace=103.0)
    # Half of 103 - 101, and a quarter of the opponent's 112 less 111.
    outcome.expect("pace_score opponent_strength_score", (1.0, 0.25))


def test_before_the_league_has_played_nothing_is_compared_with_it() -> None:
    _factors(league=[]).expect("pace_score opponent_strength_score", (None, None))


@pytest.mark.parametrize(
    ("left", "score"),
    [
        (320.0, 2.5),  # 25 x 320 / (25 x 32 + 2,400)
        (640.0, 3.0),  # 5, at most 3
        (0.0, 0.0),
        (None, None),
    ],
)
def test_usage_that_teammates_leave(left: float | None, score: float | None) -> None:
    _factors(teammates_newly_out_usage_minutes=left).expect("usage_spike_score", (score,))


def test_usage_of_who_has_none_is_unknown() -> None:
    outcome = _factors(usage_rate_avg_last_10=None, teammates_newly_out_usage_minutes=300.0)
    outcome.expect("usage_spike_score", (None,))


@pytest.mark.parametrize(
    ("kilometers", "zones", "score"),
    [
        (1_500.0, 0, -1.0),
        (0.0, 1, -0.5),
        (3_000.0, 1, -2.5),
        (4_000.0, 3, -3.0),  # 4.17, at most 3
        (None, None, None),
    ],
)
def test_travel_is_never_more_than_nothing(
    kilometers: float | None, zones: int | None, score: float | None
) -> None:
    _factors(travel_kilometers=kilometers, time_zones_crossed=zones).expect(
        "travel_score", (score,)
    )


@pytest.mark.parametrize(
    ("rating", "score"), [(116.0, 1.0), (108.0, -1.0), (130.0, 3.0), (90.0, -3.0), (None, None)]
)
def test_a_weak_defense_is_positive(rating: float | None, score: float | None) -> None:
    """A quarter of what the opponent allows beyond the league's 112."""
    _factors(defensive_rating_avg_last_10=rating).expect("opponent_strength_score", (score,))


def test_without_a_roster_there_is_no_age_and_no_deduction() -> None:
    _factors().expect("age_years fatigue_score", (None, 100.0))
