"""How rested each player is before each game, and how much he has played lately."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.features.as_of import YEAR, days_between, last_days, latest
from tipoff.kernel.schema import Schema, day, integer, number, text
from tipoff.kernel.table import past, table

if TYPE_CHECKING:
    from ibis.expr.types import Table

DAYS = (7, 14)


class PlayerLoad(Schema):
    """One player before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    player_id = integer(key=True, meaning="the player")
    days_since_played = integer(
        nullable=True,
        minimum=1,
        maximum=YEAR,
        unit="days",
        meaning="since he last appeared; NULL if not within a year",
    )
    games_last_7_days = integer(minimum=0, maximum=7, unit="games", polarity="lower helps")
    games_last_14_days = integer(minimum=0, maximum=14, unit="games", polarity="lower helps")
    minutes_last_7_days = number(minimum=0, maximum=400, unit="minutes", polarity="lower helps")
    minutes_last_14_days = number(minimum=0, maximum=800, unit="minutes", polarity="lower helps")


@table(
    schema=PlayerLoad,
    reads={"player_game_summary": past(YEAR)},
    may_be_empty="at first",
)
def player_load(player_pool: Table, player_game_summary: Table) -> Table:
    """Days since a player's last game, and games and minutes in the last 7 and 14 days."""
    played = player_game_summary.select("game_date", "player_id", "seconds")
    recent = last_days(player_pool, played, "player_id", max(DAYS))
    age = days_between(recent.game_date, recent.for_date)
    sums = recent.group_by("for_game_id", "player_id").aggregate(
        **{f"games_{d}": (age <= d).sum().cast("int64") for d in DAYS},
        **{f"seconds_{d}": recent.seconds.sum(where=age <= d) for d in DAYS},
    )
    keys = player_pool.select("game_id", "game_date", "player_id")
    at = latest(keys, played, "player_id")
    load = at.left_join(sums, [at.game_id == sums.for_game_id, at.player_id == sums.player_id])
    return load.select(
        "game_id", "game_date", "player_id",
        days_since_played=days_between(load.last_game_date, load.game_date),
        **{f"games_last_{d}_days": load[f"games_{d}"].fill_null(0) for d in DAYS},
        **{f"minutes_last_{d}_days": load[f"seconds_{d}"].fill_null(0) / 60 for d in DAYS},
    )  # fmt: skip
