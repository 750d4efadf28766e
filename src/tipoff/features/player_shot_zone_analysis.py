"""Where each player has been shooting from before each game."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.analytics.shooting import ZONE_COUNTS
from tipoff.features.as_of import YEAR
from tipoff.features.rolling import count_of, rolling, rolling_columns
from tipoff.kernel.expression import cases
from tipoff.kernel.schema import Column, Schema, day, integer, number, text
from tipoff.kernel.table import past, table
from tipoff.raw.shot import ZONES

if TYPE_CHECKING:
    from ibis.expr.types import Table

STATISTICS = tuple(
    count_of(name, name.rsplit("_", 1)[-1], deviates=name.endswith("attempts"))
    for name in ZONE_COUNTS
)
SHARE_WINDOWS = ("last_10", "last_20")
SHARES: dict[str, Column] = {
    f"{zone}_share_{window}": number(
        nullable=True, minimum=0, maximum=1, unit="share of his attempts",
        meaning="the four zones sum to 1; NULL without attempts",
    )
    for window in SHARE_WINDOWS
    for zone in ZONES
}  # fmt: skip
PRIMARY_AT = {"paint": 0.40, "three": 0.40, "mid_range": 0.35}
BALANCED = "balanced"


class PlayerShotZoneAnalysis(Schema, columns={**rolling_columns(STATISTICS), **SHARES}):
    """One player before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    player_id = integer(key=True, meaning="the player")
    primary_zone = text(
        nullable=True,
        choices=(*PRIMARY_AT, BALANCED),
        meaning="where he shoots most, over the last 10; NULL without attempts",
    )


@table(
    schema=PlayerShotZoneAnalysis,
    reads={"player_game_summary": past(YEAR)},
    may_be_empty="at first",
)
def player_shot_zone_analysis(player_pool: Table, player_game_summary: Table) -> Table:
    """Attempts and makes by zone over a player's last games, shares, and his primary zone."""
    zones = rolling(player_pool, player_game_summary, "player_id", STATISTICS)
    zones = zones.join(
        player_pool.select("game_id", "player_id", "game_date"), ["game_id", "player_id"]
    )
    shares = {n: v for window in SHARE_WINDOWS for n, v in _shares(zones, window).items()}
    zones = zones.mutate(**shares).view()
    three = zones.corner_three_share_last_10 + zones.above_break_three_share_last_10
    known = zones.paint_share_last_10.notnull()
    primary = cases(
        (zones.paint_share_last_10 >= PRIMARY_AT["paint"], "paint"),
        (three >= PRIMARY_AT["three"], "three"),
        (zones.mid_range_share_last_10 >= PRIMARY_AT["mid_range"], "mid_range"),
        otherwise=BALANCED,
    )
    return zones.mutate(primary_zone=cases((known, primary)))


def _shares(zones: Table, window: str) -> dict[str, Any]:
    attempts = {zone: zones[f"{zone}_attempts_avg_{window}"] for zone in ZONES}
    total = sum(attempts.values())
    return {f"{zone}_share_{window}": value / total.nullif(0) for zone, value in attempts.items()}
