"""Who is missing beside each player, and the minutes, usage and points they leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.features.rolling import BILLION, billionths
from tipoff.kernel.expression import cases
from tipoff.kernel.schema import Schema, day, integer, number, text
from tipoff.kernel.table import table

if TYPE_CHECKING:
    from ibis.expr.types import Table

RECENT_DAYS = 12
"""A teammate who played so lately and is out leaves minutes that nobody has taken up yet."""


class TeammatesOut(Schema):
    """One player before one game; his own part is in none of the sums."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    player_id = integer(key=True, meaning="the player")
    teammates_out = integer(minimum=0, unit="players", meaning="on the inactive list")
    teammates_out_minutes = number(minimum=0, maximum=500, unit="minutes a game",
                                   meaning="they played over their last 10")  # fmt: skip
    teammates_out_points = number(minimum=0, maximum=300, unit="points a game",
                                  meaning="they scored over their last 10")  # fmt: skip
    teammates_newly_out_minutes = number(
        minimum=0,
        maximum=500,
        unit="minutes a game",
        meaning="of those out who played in the last 12 days",
    )
    teammates_newly_out_points = number(
        minimum=0,
        maximum=300,
        unit="points a game",
        meaning="of those out who played in the last 12 days",
    )
    teammates_newly_out_usage = number(minimum=0, maximum=500, unit="percent of team plays",
                                       meaning="summed usage of those newly out")  # fmt: skip
    teammates_back_minutes = number(
        minimum=0,
        maximum=900,
        unit="minutes a game",
        meaning="of those available again after 12 days or more",
    )
    teammates_available_minutes = number(minimum=0, maximum=900, unit="minutes a game",
                                         meaning="of those not on the inactive list")  # fmt: skip


@table(schema=TeammatesOut, may_be_empty="at first")
def teammates_out(player_pool: Table, player_daily_cache: Table, player_load: Table) -> Table:
    """Sums over a player's teammates of what they did over their last 10 games."""
    form = player_daily_cache.select(
        "game_id", "player_id",
        minutes=player_daily_cache.minutes_avg_last_10,
        points=player_daily_cache.points_avg_last_10,
        usage=player_daily_cache.usage_rate_avg_last_10,
    )  # fmt: skip
    load = player_load.select("game_id", "player_id", "days_since_played")
    keys = ["game_id", "player_id"]
    member = player_pool.join(form, keys).join(load, keys)
    out = member.listed_inactive
    newly = out & (member.days_since_played <= RECENT_DAYS)
    back = ~out & (member.days_since_played > RECENT_DAYS)
    parts = {
        "teammates_out": (out, None),
        "teammates_out_minutes": (out, member.minutes),
        "teammates_out_points": (out, member.points),
        "teammates_newly_out_minutes": (newly, member.minutes),
        "teammates_newly_out_points": (newly, member.points),
        "teammates_newly_out_usage": (newly, member.usage),
        "teammates_back_minutes": (back, member.minutes),
        "teammates_available_minutes": (~out, member.minutes),
    }
    own = member.select(
        "game_id", "game_date", "player_id", "team_id",
        **{name: _part(counts, value) for name, (counts, value) in parts.items()},
    )  # fmt: skip
    window = {"group_by": ["game_id", "team_id"]}
    others = {name: own[name].sum().over(**window) - own[name] for name in parts}
    scaled = {n: v.cast("float64") / BILLION for n, v in others.items() if n != "teammates_out"}
    return own.select(
        "game_id", "game_date", "player_id", teammates_out=others["teammates_out"], **scaled
    )


def _part(counts: Any, value: Any) -> Any:
    """A member's share of a sum, as an integer, so that sums are exact in any order."""
    whole = counts.cast("int64") if value is None else billionths(value)
    return cases((counts, whole), otherwise=0).fill_null(0)
