"""Context of a team's coming game, by hand: rest, load, travel and the market."""

from __future__ import annotations

from datetime import date, timedelta
from math import acos, cos, pi, radians, sin
from typing import Any

import pytest

from support.worked_example import TIP, Outcome, Row, computed

TABLE = "upcoming_team_game_context"
DAY = date(2024, 1, 10)
BOS, LAL, DEN, CATS = 1610612738, 1610612747, 1610612743, 20
"""Three arenas whose places are known, and a team that has none."""


def _game(ago: int, home: int, away: int, game_id: str = "") -> Row:
    return {
        "game_id": game_id or f"00223{ago:05}",
        "game_date": DAY - timedelta(ago),
        "season": "2023-24",
        "tip_at": TIP - timedelta(ago),
        "home_team_id": home,
        "away_team_id": away,
    }


def _context(*schedule: Row, line: Row | None = None) -> Outcome:
    lines = [{"game_id": "0022300000", **line}] if line else []
    return computed(TABLE, on=DAY, schedule=schedule, game_line=lines)


def _of(outcome: Outcome, team: int, *columns: str) -> list[Any]:
    return [outcome.row(team_id=team)[name] for name in columns]


def _kilometers(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The angle between two places, by the spherical law of cosines, on the mean radius."""
    (a, b), (c, d) = ([radians(x) for x in place] for place in (one, other))
    return 6371.0088 * acos(sin(a) * sin(c) + cos(a) * cos(c) * cos(b - d))


BOSTON, LOS_ANGELES, DENVER = (42.366, -71.062), (34.043, -118.267), (39.749, -105.008)


def test_every_column_of_a_game_on_the_road() -> None:
    """Boston played at Denver yesterday and in Los Angeles two days before that.

    It comes from Denver (UTC-7) to Los Angeles (UTC-8): one zone. The Lakers rested 3 days.
    """
    outcome = _context(
        _game(0, LAL, BOS),
        _game(1, DEN, BOS),
        _game(3, LAL, BOS),
        _game(9, BOS, DEN),
        _game(10, BOS, LAL),
        line={"home_spread": -4.5, "home_spread_open": -3.0, "total": 228.5, "total_open": 225.0},
    )
    outcome.expect_row(
        {
            "game_id": "0022300000",
            "game_date": DAY,
            "team_id": BOS,
            "opponent_id": LAL,
            "season": "2023-24",
            "season_phase": "regular",
            "is_playoff": False,
            "tip_at": TIP,
            "home": False,
            "days_rest": 1,
            "is_back_to_back": True,
            "opponent_days_rest": 3,
            "rest_advantage": -2,
            "games_last_7_days": 2,
            "games_last_14_days": 4,
            "back_to_backs_last_14_days": 1,  # nine days ago after ten
            "consecutive_road_games": 3,
            "travel_kilometers": _kilometers(DENVER, LOS_ANGELES),
            "time_zones_crossed": 1,
            "spread": 4.5,  # what the Lakers give, Boston gets
            "spread_move": 1.5,  # 4.5 - 3
            "total": 228.5,
            "total_move": 3.5,
            "implied_team_total": 112.0,  # 228.5 / 2 - 4.5 / 2
        },
        team_id=BOS,
    )
    lakers = _of(
        outcome,
        LAL,
        "days_rest",
        "rest_advantage",
        "consecutive_road_games",
        "spread",
        "spread_move",
        "implied_team_total",
    )
    assert lakers == [3, 2, 0, -4.5, -1.5, 116.5]  # 228.5 / 2 + 4.5 / 2


@pytest.mark.parametrize(
    ("rest", "advantage"), [((1, 1), 0), ((3, 1), 2), ((7, 1), 2), ((1, 5), -2), ((2, 1), 1)]
)
def test_the_rest_advantage_is_at_most_two_days_either_way(
    rest: tuple[int, int], advantage: int
) -> None:
    own, other = rest
    outcome = _context(_game(0, BOS, LAL), _game(own, BOS, DEN, "a"), _game(other, LAL, CATS, "b"))
    assert _of(outcome, BOS, "days_rest", "rest_advantage") == [own, advantage]


def test_a_first_game_has_no_rest_and_starts_from_home() -> None:
    """Boston travels to Los Angeles from its own arena: 3 zones west."""
    outcome = _context(_game(0, LAL, BOS))
    assert _of(outcome, BOS, "days_rest", "rest_advantage", "is_back_to_back") == [
        None,
        None,
        False,
    ]
    assert _of(outcome, BOS, "consecutive_road_games", "time_zones_crossed") == [1, 3]
    assert _of(outcome, BOS, "travel_kilometers") == [
        pytest.approx(_kilometers(BOSTON, LOS_ANGELES))
    ]
    assert _of(outcome, LAL, "travel_kilometers", "time_zones_crossed") == [0.0, 0]


@pytest.mark.parametrize(("rest", "start"), [(3, DENVER), (4, BOSTON), (30, BOSTON)])
def test_after_four_days_a_team_has_been_home(rest: int, start: tuple[float, float]) -> None:
    outcome = _context(_game(0, LAL, BOS), _game(rest, DEN, BOS))
    (traveled,) = _of(outcome, BOS, "travel_kilometers")
    assert traveled == pytest.approx(_kilometers(start, LOS_ANGELES))


def test_where_an_arena_is_unknown_the_way_is_too() -> None:
    outcome = _context(_game(0, CATS, BOS))
    assert _of(outcome, BOS, "travel_kilometers", "time_zones_crossed") == [None, None]


def test_the_windows_hold_their_last_day_and_not_the_next() -> None:
    """Games 7 and 14 days ago count, those 8 and 15 days ago do not."""
    outcome = _context(*(_game(ago, BOS, DEN) for ago in (0, 7, 8, 14, 15)))
    loads = ("games_last_7_days", "games_last_14_days", "back_to_backs_last_14_days")
    # 7 after 8, and 14 after 15: the second night counts, wherever the first one lies.
    assert _of(outcome, BOS, *loads) == [1, 3, 2]


def test_a_game_at_home_ends_a_road_trip() -> None:
    outcome = _context(
        _game(0, DEN, BOS), _game(2, LAL, BOS), _game(4, BOS, LAL), _game(6, LAL, BOS)
    )
    assert _of(outcome, BOS, "consecutive_road_games") == [2]


@pytest.mark.parametrize(
    ("start", "phase", "playoff"),
    [
        ("001", "preseason", False),
        ("002", "regular", False),
        ("004", "playoffs", True),
        ("005", "play_in", False),
        ("006", "cup_final", False),
        ("009", None, None),
    ],
)
def test_the_phase_of_a_season_follows_from_the_game_s_id(
    start: str, phase: str | None, playoff: bool | None
) -> None:
    outcome = computed(TABLE, schedule=[_game(0, BOS, LAL, f"{start}2300001")])
    outcome.expect("season_phase is_playoff", (phase, playoff), (phase, playoff))


def test_without_a_line_the_market_says_nothing() -> None:
    outcome = _context(_game(0, BOS, LAL), line={"home_spread": None, "total": 220.0})
    names = ("spread", "spread_move", "total", "total_move", "implied_team_total")
    assert _of(outcome, BOS, *names) == [None, None, 220.0, None, None]


def test_a_great_circle_is_pi_radii_to_the_other_side_of_the_earth() -> None:
    assert _kilometers((0, 0), (0, 180)) == pytest.approx(6371.0088 * pi)


def test_games_to_come_tell_nothing_of_one_before_them() -> None:
    """The schedule has the next games; rest and load are of what lies before."""
    alone = _context(_game(0, BOS, LAL), _game(2, BOS, DEN))
    known = _context(
        _game(0, BOS, LAL), _game(2, BOS, DEN), _game(-1, DEN, BOS), _game(-2, LAL, BOS)
    )
    assert alone.rows == known.rows
