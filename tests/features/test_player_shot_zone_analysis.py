"""A player's shooting by zone, by hand: shares add up to 1, and the primary zone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from support.worked_example import Outcome, Row, computed

TABLE = "player_shot_zone_analysis"
DAY = date(2024, 1, 10)
ZONES = ("paint", "mid_range", "corner_three", "above_break_three")
COMING = {"game_id": "g", "game_date": DAY, "season": "2023-24", "player_id": 7}
Counts = tuple[int, int] | None


def _game(ago: int, *zones: Counts) -> Row:
    """Return a game with attempts and makes in each zone, paint first; None: not recorded."""
    counts = {
        f"{zone}_{what}": None if counted is None else counted[place]
        for zone, counted in zip(ZONES, zones, strict=True)
        for place, what in enumerate(("attempts", "makes"))
    }
    key = {"game_id": f"{ago}", "game_date": DAY - timedelta(ago), "player_id": 7}
    return {**key, "season": "2023-24", **counts}


def _analysis(games: list[Row], season_day: int = 0, plays: list[Row] | None = None) -> Outcome:
    first = {"game_id": "1", "game_date": DAY - timedelta(season_day), "season": "2023-24"}
    return computed(
        TABLE,
        player_pool=[COMING],
        player_game_summary=games,
        player_play_summary=plays or [],
        schedule=[first],
    )


EVEN = ((8, 5), (4, 2), (2, 1), (6, 2))
"""20 attempts a game: 8 in the paint, 4 from mid-range, 2 from the corner, 6 above the break."""


def test_shares_and_percentages_of_three_games() -> None:
    """Three games alike: .40 + .20 + .10 + .30 = 1."""
    outcome = _analysis([_game(ago, *EVEN) for ago in (6, 4, 2)])
    outcome.expect(
        "paint_share_last_10 mid_range_share_last_10 corner_three_share_last_10"
        " above_break_three_share_last_10 three_share_last_10 zone_attempts_last_10",
        (0.4, 0.2, 0.1, 0.3, 0.4, 20.0),
    )
    outcome.expect(
        "paint_field_goal_share_last_10 mid_range_field_goal_share_last_10"
        " corner_three_field_goal_share_last_10 above_break_three_field_goal_share_last_10",
        (5 / 8, 0.5, 0.5, 2 / 6),
    )
    outcome.expect("games_last_10 games_required reason reason_is_curable", (3, 3, None, None))


def test_every_column_of_three_games() -> None:
    """The last 20 games are the same three; passes are known of one game: 6 of its 10 makes."""
    plays = [{"game_id": "4", "player_id": 7, "assisted_makes": 6, "unassisted_makes": 4}]
    shares = dict(zip(ZONES, (0.4, 0.2, 0.1, 0.3), strict=True))
    expected: Row = {
        "game_id": "g",
        "game_date": DAY,
        "player_id": 7,
        "primary_zone": "paint",
        "games_required": 3,
        "reason": None,
        "reason_is_curable": None,
    }
    for window in ("last_10", "last_20"):
        expected |= {
            f"games_{window}": 3,
            f"three_share_{window}": 0.4,
            f"zone_attempts_{window}": 20.0,
            f"assisted_makes_avg_{window}": 6.0,
            f"unassisted_makes_avg_{window}": 4.0,
            f"assisted_share_{window}": 0.6,
        }
        for zone, (attempts, makes) in zip(ZONES, EVEN, strict=True):
            expected |= {
                f"{zone}_attempts_avg_{window}": float(attempts),
                f"{zone}_makes_avg_{window}": float(makes),
                f"{zone}_share_{window}": shares[zone],
                f"{zone}_field_goal_share_{window}": makes / attempts,
            }
    _analysis([_game(ago, *EVEN) for ago in (6, 4, 2)], plays=plays).expect_row(expected)


def test_ten_and_twenty_games_differ() -> None:
    """Ten games of 10 in the paint after two of 10 from mid-range: 1.0 of ten, 100 of 120."""
    paint = [_game(ago, (10, 6), (0, 0), (0, 0), (0, 0)) for ago in range(1, 11)]
    middle = [_game(ago, (0, 0), (10, 4), (0, 0), (0, 0)) for ago in (11, 12)]
    outcome = _analysis([*paint, *middle], 90)
    outcome.expect(
        "paint_share_last_10 paint_share_last_20 mid_range_field_goal_share_last_10"
        " mid_range_field_goal_share_last_20",
        (1.0, 100 / 120, None, 0.4),
    )


@pytest.mark.parametrize(
    ("attempts", "primary"),
    [
        ((40, 30, 10, 20), "paint"),
        ((40, 20, 0, 40), "paint"),  # both reach .40: the paint comes first
        ((39, 21, 20, 20), "three"),
        ((30, 31, 9, 30), "balanced"),  # .39 of threes, .31 from mid-range
        ((30, 35, 15, 20), "mid_range"),
        ((25, 35, 20, 20), "three"),  # .40 of threes comes before .35 from mid-range
        ((39, 34, 10, 17), "balanced"),
        ((0, 0, 0, 0), None),
    ],
)
def test_the_primary_zone(attempts: tuple[int, ...], primary: str | None) -> None:
    """A hundred attempts, so that shares can be read off, in one of three games."""
    nothing = [_game(ago, *[(0, 0)] * 4) for ago in (6, 4)]
    games = [*nothing, _game(2, *((n, 0) for n in attempts))]
    _analysis(games).expect("primary_zone", (primary,))


@pytest.mark.parametrize(
    ("season_day", "games", "required", "reason"),
    [
        (0, 2, 3, "EXPECTED_INCOMPLETE"),
        (12, 6, 7, "EXPECTED_INCOMPLETE"),
        (20, 8, 9, "EXPECTED_INCOMPLETE"),
        (21, 9, 10, "INSUFFICIENT_HISTORY"),
        (21, 10, 10, None),
    ],
)
def test_too_few_games_are_a_row_with_its_reason(
    season_day: int, games: int, required: int, reason: str | None
) -> None:
    """Means over the existing games are kept; shares need enough games."""
    outcome = _analysis([_game(1 + ago, *EVEN) for ago in range(games)], season_day)
    share, primary = (None, None) if reason else (0.4, "paint")
    outcome.expect(
        "games_last_10 games_required reason reason_is_curable paint_share_last_10 primary_zone"
        " paint_attempts_avg_last_10",
        (games, required, reason, None if reason is None else False, share, primary, 8.0),
    )


def test_games_without_recorded_shots_are_in_no_share() -> None:
    games = [_game(ago, *EVEN) for ago in (6, 4, 2)]
    outcome = _analysis([*games, _game(1, None, None, None, None)])
    outcome.expect("games_last_10 paint_attempts_avg_last_10 paint_share_last_10", (4, 8.0, 0.4))


def test_games_on_the_date_and_after_it_are_not_known() -> None:
    games = [_game(ago, *EVEN) for ago in (6, 4, 2)]
    late: list[Any] = [_game(ago, (30, 30), (0, 0), (0, 0), (0, 0)) for ago in (0, -1)]
    assert _analysis([*games, *late]).rows == _analysis(games).rows
