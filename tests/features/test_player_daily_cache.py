"""A player's form by hand: means, deviations and slopes over last games and the season."""

from __future__ import annotations

from datetime import date, timedelta
from math import sqrt
from statistics import fmean, linear_regression, stdev
from typing import Any

import pytest

from support.worked_example import Outcome, Row, computed

TABLE = "player_daily_cache"
DAY = date(2024, 1, 10)
COMING = {"game_id": "g", "game_date": DAY, "season": "2023-24", "player_id": 7}


def _game(ago: int, points: int, season: str = "2023-24", **more: Any) -> Row:
    return {
        "game_id": f"{ago}",
        "game_date": DAY - timedelta(ago),
        "season": season,
        "player_id": 7,
        "points": points,
        **more,
    }


def _form(*games: Row) -> Outcome:
    return computed(TABLE, player_pool=[COMING], player_game_summary=games)


POINTS = (50, 40, 10, 20, 30, 12, 28)
"""Two games of the last season, then five of this one, the last one last."""
GAMES = [
    _game(ago, points, season)
    for ago, points, season in zip(
        (200, 198, 10, 8, 6, 4, 2), POINTS, ("2022-23",) * 2 + ("2023-24",) * 5, strict=True
    )
]


def test_points_over_every_window() -> None:
    outcome = _form(*GAMES)
    outcome.expect(
        "games_last_3 games_last_5 games_last_10 games_last_20 games_season", (3, 5, 7, 7, 5)
    )
    outcome.expect(
        "points_avg_last_3 points_avg_last_5 points_avg_last_10 points_avg_last_20"
        " points_avg_season",
        # (30 + 12 + 28) / 3; 100 / 5; last games reach into the last season: 190 / 7
        (70 / 3, 20.0, 190 / 7, 190 / 7, 20.0),
    )
    # The mean of the four means over last games forgets: newer games are in more of them.
    outcome.expect("points_avg_recent", ((70 / 3 + 20 + 190 / 7 + 190 / 7) / 4,))
    # Of the season: deviations -10, 0, 10, -8, 8; their squares add up to 328, over 5 - 1.
    outcome.expect("points_std_season", (sqrt(82),))
    outcome.expect("points_std_last_10", (stdev(POINTS),))
    # Games numbered 1 to 7: sum(n y) = 50 + 80 + 30 + 80 + 150 + 72 + 196 = 658,
    # sum(n) sum(y) = 28 x 190 = 5,320, and 7 x 140 - 28 x 28 = 196: (7 x 658 - 5,320) / 196.
    outcome.expect("points_slope_last_10", ((7 * 658 - 5_320) / 196,))


def test_games_on_the_date_and_after_it_are_not_known() -> None:
    late = [_game(0, 99), _game(-1, 99)]
    assert _form(*GAMES, *late).rows == _form(*GAMES).rows


def test_a_game_older_than_a_year_is_in_no_window() -> None:
    _form(_game(366, 99, "2022-23"), _game(365, 11, "2022-23")).expect(
        "games_last_10 points_avg_last_10 games_season points_avg_season", (1, 11.0, 0, None)
    )


def test_another_player_s_games_are_not_his() -> None:
    outcome = _form(_game(2, 10), {**_game(4, 90), "player_id": 8})
    outcome.expect("games_last_3 points_avg_last_3", (1, 10.0))


def test_one_game_has_a_mean_and_no_deviation_or_slope() -> None:
    _form(_game(2, 10)).expect(
        "points_avg_last_3 points_std_last_10 points_std_season points_slope_last_10",
        (10.0, None, None, None),
    )


def test_nobody_seen_before_has_an_invented_form() -> None:
    (row,) = _form().rows
    known = {name: value for name, value in row.items() if value is not None}
    keys = {"game_id": "g", "game_date": DAY, "player_id": 7}
    windows = ("last_3", "last_5", "last_10", "last_20", "season")
    assert known == {**keys, **{f"games_{window}": 0 for window in windows}}


def test_a_game_without_a_value_is_in_no_mean_of_it() -> None:
    """Usage of a short stint is NULL: two games have one, three were played; starts as well."""
    outcome = _form(
        _game(6, 4, usage_rate=30.0, starter=True, seconds=1_800),
        _game(4, 0, usage_rate=None, starter=None, seconds=90),
        _game(2, 9, usage_rate=20.0, starter=False, seconds=1_500),
    )
    outcome.expect(
        "games_last_3 usage_rate_avg_last_3 usage_rate_std_last_10 starts_avg_last_5",
        # stdev of 30 and 20: sqrt((25 + 25) / 1)
        (3, 25.0, sqrt(50), 0.5),
    )
    # 1,800 + 90 + 1,500 = 3,390 seconds are 56.5 minutes.
    outcome.expect("minutes_avg_last_3", (56.5 / 3,))


ALL = ("last_3", "last_5", "last_10", "last_20", "season")
RARE, SUMS, VOLUME = ALL[2:], ("last_5", "last_10", "season"), ALL[1:]
DECLARED = {
    # name: windows, has deviations, has a slope, has the mean of means
    **dict.fromkeys(("points", "rebounds", "assists", "threes"), (ALL, True, True, True)),
    **dict.fromkeys(("steals", "blocks", "turnovers"), (RARE, True, True, True)),
    **dict.fromkeys(
        (
            "points_rebounds_assists",
            "points_rebounds",
            "points_assists",
            "rebounds_assists",
            "blocks_steals",
        ),
        (SUMS, True, False, False),
    ),
    "minutes": (ALL, True, False, True),
    "usage_rate": (ALL, True, False, True),
    "true_shooting_share": (ALL, False, False, False),
    "starts": (VOLUME, False, False, False),
    **dict.fromkeys(
        (
            "field_goals_attempted",
            "field_goals_made",
            "threes_attempted",
            "free_throws_attempted",
            "free_throws_made",
        ),
        (VOLUME, False, False, True),
    ),
}


COUNTED = (
    "points rebounds assists threes_made steals blocks turnovers field_goals_attempted"
    " field_goals_made threes_attempted free_throws_attempted free_throws_made seconds"
)


def test_every_column_of_eleven_games() -> None:
    """Each statistic counts up by its own step, so that no two columns are alike."""
    numbers = range(1, 12)
    counted = {
        name: [(place * step) % 13 + place for place in numbers]
        for step, name in enumerate(COUNTED.split(), start=2)
    }
    shares = {
        "usage_rate": [10 + 1.25 * place for place in numbers],
        "true_shooting_share": [0.25 + place / 32 for place in numbers],
    }
    starts = [place % 3 == 0 for place in numbers]
    games = [
        _game(24 - 2 * place, 0, "2022-23" if place < 5 else "2023-24")
        | {n: v[place - 1] for n, v in (counted | shares | {"starter": starts}).items()}
        for place in numbers
    ]
    series: dict[str, list[float]] = {
        **{n: list(map(float, v)) for n, v in counted.items()},
        **shares,
        "starts": list(map(float, starts)),
        "threes": list(map(float, counted["threes_made"])),
        "minutes": [second / 60 for second in counted["seconds"]],
    }
    for name in SUMS_OF:
        parts = [series[part] for part in name.split("_")]
        series[name] = [sum(values) for values in zip(*parts, strict=True)]
    expected: Row = {"game_id": "g", "game_date": DAY, "player_id": 7}
    expected |= dict(zip((f"games_{w}" for w in ALL), (3, 5, 10, 11, 7), strict=True))
    for name, declared in DECLARED.items():
        expected |= _columns(name, series[name], *declared)
    _form(*games).expect_row(expected)


SUMS_OF = [name for name, (windows, *_) in DECLARED.items() if windows == SUMS]


def _columns(
    name: str, values: list[float], windows: tuple[str, ...], spread: bool, slope: bool, fades: bool
) -> Row:
    """Return a statistic's columns; the season has the last 7 of 11 games."""
    within = {
        window: values[-7:] if window == "season" else values[-int(window.removeprefix("last_")) :]
        for window in windows
    }
    expected = {f"{name}_avg_{window}": fmean(kept) for window, kept in within.items()}
    if fades:
        means = [expected[f"{name}_avg_{window}"] for window in windows if window != "season"]
        expected[f"{name}_avg_recent"] = fmean(means)
    if spread:
        expected |= {f"{name}_std_{w}": stdev(within[w]) for w in ("last_10", "season")}
    if slope:
        expected[f"{name}_slope_last_10"] = linear_regression(range(10), values[-10:]).slope
    return expected


@pytest.mark.parametrize("place", range(3))
def test_the_order_in_which_games_arrive_does_not_matter(place: int) -> None:
    assert _form(*GAMES[place:], *GAMES[:place]).rows == _form(*GAMES).rows
