"""Form of each player before each game, over the last games and the season.

Windows of last games reach back into the previous season; season means do not.
``NAME_avg_recent`` is the mean of the means over the last 3, 5, 10 and 20 games. It gives older
games less weight: the last three games are in all four means, the eleventh is in only one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.domain.markets import COMBINATIONS, SINGLES, Market
from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.schema import Schema, day, integer, text
from tipoff.kernel.declare.table import table
from tipoff.windows.as_of import YEAR
from tipoff.windows.rolling import WINDOWS, Statistic, count_of, rate_of, rolling, rolling_columns

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from tipoff.kernel.declare.schema import Polarity

RARE = ("steals", "blocks", "turnovers")
RARE_WINDOWS = ("last_10", "last_20", "season")
COMBINATION_WINDOWS = ("last_5", "last_10", "season")
VOLUME_WINDOWS = ("last_5", "last_10", "last_20", "season")
VOLUME = {
    "field_goals_attempted": "attempts",
    "field_goals_made": "makes",
    "threes_attempted": "attempts",
    "free_throws_attempted": "attempts",
    "free_throws_made": "makes",
}
HELPS: Polarity = "higher helps"
"""Higher past values go with higher values in the coming game."""


def of_market(market: Market) -> Statistic:
    """Return a market's statistic; rare counts and combinations have fewer windows."""
    windows = RARE_WINDOWS if market.name in RARE else WINDOWS
    return Statistic(
        market.name,
        market.unit,
        market.count,
        windows=COMBINATION_WINDOWS if market.is_combination else windows,
        polarity=HELPS,
        has_deviation=True,
        has_slope=not market.is_combination,
        has_recent_mean=not market.is_combination,
    )


STATISTICS = (
    *(of_market(market) for market in (*SINGLES, *COMBINATIONS)),
    Statistic(
        "minutes",
        "minutes",
        lambda row: row.seconds,
        60,
        maximum=70,
        polarity=HELPS,
        has_deviation=True,
        has_recent_mean=True,
    ),
    rate_of(
        "usage_rate",
        "percent of team plays",
        maximum=100,
        polarity=HELPS,
        sparse=True,
        has_deviation=True,
        has_recent_mean=True,
    ),
    rate_of("true_shooting_share", "share", maximum=2.5, polarity=HELPS, sparse=True),
    Statistic(
        "starts",
        "share",
        lambda row: row.starter.cast("int64"),
        maximum=1,
        polarity=HELPS,
        windows=VOLUME_WINDOWS,
        sparse=True,
    ),
    *(
        count_of(name, unit, polarity=HELPS, windows=VOLUME_WINDOWS, has_recent_mean=True)
        for name, unit in VOLUME.items()
    ),
)


class PlayerDailyCache(Schema, columns=rolling_columns(STATISTICS)):
    """One player before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    player_id = integer(key=True, meaning="the player")


@table(
    schema=PlayerDailyCache,
    reads={"player_game_summary": past(YEAR)},
    may_be_empty="at first",
)
def player_daily_cache(player_pool: Table, player_game_summary: Table) -> Table:
    """Compute means, deviations and slopes over the last 3, 5, 10 and 20 games and the season."""
    form = rolling(player_pool, player_game_summary, "player_id", STATISTICS)
    dates = player_pool.select("game_id", "player_id", "game_date")
    return dates.join(form, ["game_id", "player_id"])
