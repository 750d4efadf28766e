"""Trends of each player's form before each game, and breakout scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.expressions import cases, greatest, least, ratio
from tipoff.kernel.declare.inputs import past, through
from tipoff.kernel.declare.schema import Schema, boolean, day, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.windows.as_of import YEAR
from tipoff.windows.rolling import Statistic, count_of, rolling

if TYPE_CHECKING:
    from ibis.expr.types import Table

BREAKOUT_FACTOR = 1.5
"""A breakout is a game with at least this multiple of the season's mean points."""
INJURY_RISK = {"available": 0, "probable": 1, "questionable": 2, "doubtful": 3, "out": 3}
RECENT = (count_of("points", windows=("last_2", "last_5")),)
BREAKOUTS = (
    Statistic(
        "breakouts",
        "share of games",
        lambda row: row.breakout,
        maximum=1,
        windows=("last_20",),
        sparse=True,
    ),
)
RISK_WEIGHTS = {
    "hot_streak": 0.15,
    "cold_bonus": 0.10,
    "volatility": 0.25,
    "opponent_defense": 0.20,
    "opportunity": 0.15,
    "breakout_rate": 0.15,
}


class PlayerTrends(Schema):
    """One player before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    player_id = integer(key=True, meaning="the player")
    injury_risk = integer(
        nullable=True,
        minimum=0,
        maximum=3,
        unit="steps",
        polarity="lower helps",
        meaning="0 available, or not in the report, to 3 doubtful or out; NULL without a report",
    )
    recent_trend = integer(
        nullable=True,
        minimum=-2,
        maximum=2,
        unit="steps",
        polarity="higher helps",
        meaning="mean points of the last 2 less those of the 3 before: 2 is one step, 5 is two",
    )
    minutes_change = integer(
        nullable=True,
        minimum=-2,
        maximum=2,
        unit="steps",
        polarity="higher helps",
        meaning="mean minutes of the last 10 against the season's: 10 % is one step, 20 % is two",
    )
    free_throw_points_share = number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="share of points",
        meaning="share of points made at the free-throw line, over the last 10 games",
    )
    points_per_minute = number(
        nullable=True,
        minimum=0,
        maximum=60,
        unit="points per minute",
        polarity="higher helps",
        meaning="mean points divided by mean minutes, over the last 10 games",
    )
    points_zscore = number(
        nullable=True,
        minimum=-3,
        maximum=3,
        unit="standard deviations",
        polarity="higher helps",
        meaning="mean points of the last 5 less the season's, in standard deviations of the season",
    )
    breakout_flag = boolean(
        nullable=True,
        meaning="whether the last 5 are above the season by more than 1.5 standard deviations",
    )
    breakout_rate_last_20 = number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="share of games",
        polarity="higher helps",
        meaning="games with 1.5 times the season's mean points as of before each game",
    )
    breakout_risk_score = number(
        nullable=True,
        minimum=0,
        maximum=100,
        unit="score 0-100",
        polarity="higher helps",
        meaning="weighted sum of streak, volatility, opponent, opportunity and breakout rate",
    )
    composite_breakout_signal = integer(
        nullable=True,
        minimum=0,
        maximum=5,
        unit="signs",
        polarity="higher helps",
        meaning="one point each: coefficient of variation at least .60, last 5 a fifth below"
        " last 10, starter with a usage rate of at least 18, home, at most 2 games in 7 days",
    )


@table(
    schema=PlayerTrends,
    reads={"player_game_summary": past(YEAR), "player_daily_cache": through(YEAR)},
    may_be_empty="at first",
)
def player_trends(
    player_pool: Table,
    player_game_summary: Table,
    player_daily_cache: Table,
    upcoming_player_game_context: Table,
    player_composite_factors: Table,
) -> Table:
    """Compute trends of form, and breakout scores."""
    keys = ["game_id", "player_id"]
    row = player_pool.select(*keys, "game_date", "home", "reported_status", "reported_out")
    row = row.join(player_daily_cache.select(*keys, *FORM), keys)
    row = row.join(rolling(player_pool, player_game_summary, "player_id", RECENT), keys)
    row = row.join(_breakouts(player_pool, player_game_summary, player_daily_cache), keys)
    load = upcoming_player_game_context.select(
        *keys, "games_last_7_days", "teammates_newly_out_points"
    )
    row = row.join(load, keys).join(
        player_composite_factors.select(*keys, "opponent_strength_score"), keys
    )
    zscore = ratio(row.points_avg_last_5 - row.points_avg_season, row.points_std_season)
    return row.select(
        *keys,
        "game_date",
        injury_risk=cases(
            *((row.reported_status == n, risk) for n, risk in INJURY_RISK.items()),
            (row.reported_out.notnull(), 0),
        ),
        recent_trend=_steps(_last_two_less_three_before(row), 2, 5),
        minutes_change=_steps(ratio(row.minutes_avg_last_10, row.minutes_avg_season) - 1, 0.1, 0.2),
        free_throw_points_share=ratio(row.free_throws_made_avg_last_10, row.points_avg_last_10),
        points_per_minute=ratio(row.points_avg_last_10, row.minutes_avg_last_10),
        points_zscore=greatest(least(zscore, 3.0), -3.0),
        breakout_flag=row.points_avg_last_5 > row.points_avg_season + 1.5 * row.points_std_season,
        breakout_rate_last_20="breakouts_avg_last_20",
        breakout_risk_score=_risk(row),
        composite_breakout_signal=_signal(row),
    )


FORM = (
    "points_avg_last_3",
    "points_avg_last_5",
    "points_avg_last_10",
    "points_avg_season",
    "points_std_last_10",
    "points_std_season",
    "minutes_avg_last_10",
    "minutes_avg_season",
    "free_throws_made_avg_last_10",
    "starts_avg_last_10",
    "usage_rate_avg_last_10",
)


def _breakouts(player_pool: Table, player_game_summary: Table, player_daily_cache: Table) -> Table:
    """Compute how often a player reached 1.5 times their season mean as of before the game."""
    expected = player_daily_cache.select("game_id", "player_id", expected="points_avg_season")
    played = player_game_summary.select("game_id", "game_date", "season", "player_id", "points")
    played = played.left_join(expected, ["game_id", "player_id"])
    breakout = (played.points >= BREAKOUT_FACTOR * played.expected).cast("int64")
    return rolling(player_pool, played.mutate(breakout=breakout), "player_id", BREAKOUTS)


def _last_two_less_three_before(row: Table) -> Any:
    games = row.games_last_5
    two, five = row.points_avg_last_2, row.points_avg_last_5
    before = ratio(five * games - two * 2, games - 2)
    return cases((games > 2, two - before))


def _steps(change: Any, first: float, second: float) -> Any:
    """Return the number of thresholds that a change has reached, from -2 to 2.

    With thresholds 2 and 5, changes of 2 and 4.5 give 1, and a change of -6 gives -2.
    """
    tolerance = 1e-9  # 0.1 has no exact binary representation
    return cases(
        (change >= second - tolerance, 2),
        (change >= first - tolerance, 1),
        (change <= tolerance - second, -2),
        (change <= tolerance - first, -1),
        (change.notnull(), 0),
    )


def _risk(row: Table) -> Any:
    """Return 100 times the weighted sum of six parts from 0 to 1; NULL unless all are known."""
    season = row.points_avg_season
    parts = {
        "hot_streak": (ratio(row.points_avg_last_3, season) - 1) / 0.5,
        "cold_bonus": (1 - ratio(row.points_avg_last_5, season)) / 0.3,
        "volatility": ratio(row.points_std_last_10, row.points_avg_last_10) / 0.8,
        "opponent_defense": row.opponent_strength_score / 6 + 0.5,
        "opportunity": row.teammates_newly_out_points / 30,
        "breakout_rate": row.breakouts_avg_last_20 / 0.3,
    }
    total = sum(
        weight * greatest(least(parts[name], 1.0), 0.0) for name, weight in RISK_WEIGHTS.items()
    )
    return total * 100


def _signal(row: Table) -> Any:
    """Count how many of the five signs of a breakout hold; NULL unless all are known."""
    signs = (
        row.points_std_last_10 >= 0.60 * row.points_avg_last_10,
        row.points_avg_last_5 <= 0.80 * row.points_avg_last_10,
        (row.starts_avg_last_10 >= 0.5) & (row.usage_rate_avg_last_10 >= 18),
        row.home,
        row.games_last_7_days <= 2,
    )
    return sum(sign.cast("int64") for sign in signs)
