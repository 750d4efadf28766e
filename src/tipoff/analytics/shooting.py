"""Shooting formulas for teams and players, and counts of shots by zone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.expressions import ratio
from tipoff.kernel.declare.schema import Column, integer
from tipoff.raw.shot import ZONES

if TYPE_CHECKING:
    from ibis.expr.types import NumericValue, Table

FREE_THROW_WEIGHT = 0.44
"""Share of free throws that end a possession; the rest are and-ones and technicals.

Source: Oliver, Basketball on Paper (2004), who counted play-by-play.
"""

ZONE_COUNTS = [f"{zone}_{counted}" for zone in ZONES for counted in ("attempts", "makes")]
ZONE_COLUMNS: dict[str, Column] = {
    name: integer(
        minimum=0,
        nullable=True,
        unit=name.rsplit("_", 1)[-1],
        meaning="NULL where the game's shots are not recorded",
    )
    for name in ZONE_COUNTS
}


def effective_field_goal_share(line: Table) -> NumericValue:
    """Return (FGM + 0.5 3PM) / FGA, from 0 to 1.5; NULL without attempts."""
    return ratio(line.field_goals_made + 0.5 * line.threes_made, line.field_goals_attempted)


def true_shooting_share(line: Table) -> NumericValue:
    """Return PTS / (2 (FGA + 0.44 FTA)); NULL without attempts."""
    return ratio(
        line.points,
        2 * (line.field_goals_attempted + FREE_THROW_WEIGHT * line.free_throws_attempted),
    )


def plays_used(line: Table) -> NumericValue:
    """Return FGA + 0.44 FTA + TOV, the number of plays that a player or team ended."""
    return (
        line.field_goals_attempted + FREE_THROW_WEIGHT * line.free_throws_attempted + line.turnovers
    )


def shots_by_zone(shot: Table, *by: str) -> Table:
    """Count attempts and makes in each zone, for each value of ``by``."""
    counts: dict[str, Any] = {}
    for zone in ZONES:
        inside = shot.zone == zone
        counts[f"{zone}_attempts"] = inside.sum().cast("int64")
        counts[f"{zone}_makes"] = (inside & shot.made).sum().cast("int64")
    return shot.group_by(*by).aggregate(**counts)
