"""What the market expects of each game, from either team's side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.features.player_pool import team_games
from tipoff.kernel.expression import cases
from tipoff.kernel.schema import Schema, day, integer, number, text
from tipoff.kernel.table import table

if TYPE_CHECKING:
    from ibis.expr.types import Table


class GameContext(Schema):
    """One team before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    team_id = integer(key=True, meaning="the team")
    spread = number(nullable=True, minimum=-60, maximum=60, unit="points",
                    meaning="points the team gives (negative) or gets")  # fmt: skip
    total = number(nullable=True, minimum=120, maximum=320, unit="points",
                   meaning="expected of both teams")  # fmt: skip
    implied_team_total = number(nullable=True, minimum=40, maximum=180, unit="points",
                                meaning="total / 2 - spread / 2")  # fmt: skip


@table(schema=GameContext)
def game_context(schedule: Table, game_price: Table) -> Table:
    """Spread and total at the close, with the sign for the team's side."""
    names = schedule.select("game_id", "game_date", "home_team_name", "away_team_name")
    priced = names.left_join(game_price, ["game_date", "home_team_name", "away_team_name"])
    market = priced.select("game_id", "home_spread", "total")
    sides = team_games(schedule).join(market, "game_id")
    spread = cases((sides.home, sides.home_spread), otherwise=-sides.home_spread)
    return sides.select(
        "game_id", "game_date", "team_id", "total",
        spread=spread,
        implied_team_total=sides.total / 2 - spread / 2,
    )  # fmt: skip
