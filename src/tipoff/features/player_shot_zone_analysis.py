"""Zones from which each player shot before each game, and the success there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.analytics.shooting import ZONE_COUNTS
from tipoff.expressions import cases, ratio
from tipoff.features.readiness import READINESS, readiness, zone_minimum
from tipoff.kernel.declare.inputs import past, through
from tipoff.kernel.declare.schema import Column, Schema, day, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.raw.shot import ZONES
from tipoff.windows.as_of import YEAR
from tipoff.windows.rolling import count_of, rolling, rolling_columns

if TYPE_CHECKING:
    from ibis.expr.types import Table

SHARE_WINDOWS = ("last_10", "last_20")
STATISTICS = (
    *(
        count_of(name, name.rsplit("_", 1)[-1], windows=SHARE_WINDOWS, sparse=True)
        for name in ZONE_COUNTS
    ),
    *(
        count_of(name, "makes", windows=SHARE_WINDOWS, sparse=True)
        for name in ("assisted_makes", "unassisted_makes")
    ),
)


def _of_window(window: str) -> dict[str, Column]:
    scope = f"over the {window.replace('_', ' ')} games"
    shares: dict[str, Any] = {"nullable": True, "minimum": 0, "maximum": 1, "unit": "share"}
    columns: dict[str, Column] = {
        f"{zone}_share_{window}": number(
            **shares, meaning=f"share of all attempts {scope}; the four zones sum to 1"
        )
        for zone in ZONES
    } | {
        f"{zone}_field_goal_share_{window}": number(
            **shares,
            polarity="higher helps",
            meaning=f"makes divided by attempts {scope}; NULL without attempts",
        )
        for zone in ZONES
    }
    columns[f"three_share_{window}"] = number(
        **shares, meaning=f"share of all attempts {scope}, both zones of threes"
    )
    columns[f"zone_attempts_{window}"] = number(
        nullable=True,
        minimum=0,
        maximum=80,
        unit="attempts per game",
        meaning=f"in all four zones {scope}",
    )
    columns[f"assisted_share_{window}"] = number(
        **shares, meaning=f"share of all makes {scope}; NULL without play-by-play"
    )
    return columns


SHARES = {n: c for window in SHARE_WINDOWS for n, c in _of_window(window).items()}
PRIMARY_AT = {"paint": 0.40, "three": 0.40, "mid_range": 0.35}
"""The share of attempts that makes a zone primary; the first zone that reaches it is taken."""
ROUNDING = 1e-9
"""Tolerance for shares that would reach a limit exactly without rounding."""
BALANCED = "balanced"
"""Primary zone of a player whose shares reach none of the limits."""


class PlayerShotZoneAnalysis(
    Schema, columns={**rolling_columns(STATISTICS), **SHARES, **READINESS}
):
    """One player before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    player_id = integer(key=True, meaning="the player")
    primary_zone = text(
        nullable=True,
        choices=(*PRIMARY_AT, BALANCED),
        meaning="first zone with a large enough share over the last 10; NULL without attempts",
    )


@table(
    schema=PlayerShotZoneAnalysis,
    reads={
        "schedule": through(YEAR),
        "player_game_summary": past(YEAR),
        "player_play_summary": past(YEAR),
    },
    may_be_empty="at first",
)
def player_shot_zone_analysis(
    player_pool: Table, player_game_summary: Table, player_play_summary: Table, schedule: Table
) -> Table:
    """Compute attempts, makes and shares by zone over the last games, and the primary zone."""
    keys = ["game_id", "player_id"]
    plays = player_play_summary.select(*keys, "assisted_makes", "unassisted_makes")
    history = player_game_summary.left_join(plays, keys).drop("game_id_right", "player_id_right")
    zones = rolling(player_pool, history, "player_id", STATISTICS)
    zones = zones.join(player_pool.select(*keys, "game_date", "season"), keys)
    zones = readiness(zones, schedule, zones.games_last_10, zone_minimum)
    shares = {n: v for window in SHARE_WINDOWS for n, v in _shares(zones, window).items()}
    enough = zones.reason.isnull()
    zones = zones.mutate(**{n: cases((enough, value)) for n, value in shares.items()}).view()
    return zones.mutate(primary_zone=_primary(zones)).select(*PlayerShotZoneAnalysis.columns)


def _shares(zones: Table, window: str) -> dict[str, Any]:
    attempts = {zone: zones[f"{zone}_attempts_avg_{window}"] for zone in ZONES}
    total = sum(attempts.values())
    assisted, unassisted = (
        zones[f"{which}_makes_avg_{window}"] for which in ("assisted", "unassisted")
    )
    return {
        **{f"{zone}_share_{window}": ratio(value, total) for zone, value in attempts.items()},
        **{
            f"{zone}_field_goal_share_{window}": ratio(zones[f"{zone}_makes_avg_{window}"], value)
            for zone, value in attempts.items()
        },
        f"three_share_{window}": ratio(
            attempts["corner_three"] + attempts["above_break_three"], total
        ),
        f"zone_attempts_{window}": total,
        f"assisted_share_{window}": ratio(assisted, assisted + unassisted),
    }


def _primary(zones: Table) -> Any:
    """Return the first zone whose share reaches its limit: paint .40, threes .40, mid-range .35.

    The limits have a tolerance since a share is a ratio of two means: 40 attempts of 100 in three
    games are (40 / 3) / (100 / 3), which is not exactly .40 in binary.
    """
    share = {
        "paint": zones.paint_share_last_10,
        "three": zones.three_share_last_10,
        "mid_range": zones.mid_range_share_last_10,
    }
    reached = ((share[zone] >= limit - ROUNDING, zone) for zone, limit in PRIMARY_AT.items())
    return cases((share["paint"].notnull(), cases(*reached, otherwise=BALANCED)))
