"""Each player's mean in every market against the coming opponent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.domain.markets import COMBINATIONS, SINGLES
from tipoff.expressions import ratio
from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.schema import Column, Schema, day, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.windows.as_of import YEAR, last_days

if TYPE_CHECKING:
    from ibis.expr.types import Table

ALL = (*SINGLES, *COMBINATIONS)
MEANS: dict[str, Column] = {
    f"{market.name}_avg_vs_opponent": number(
        nullable=True,
        minimum=0,
        maximum=200,
        unit=market.unit,
        meaning="mean of the year's games against the opponent; NULL without such a game",
    )
    for market in ALL
}


class PlayerMatchup(Schema, columns=MEANS):
    """One player before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    player_id = integer(key=True, meaning="the player")
    games_vs_opponent = integer(
        minimum=0, maximum=20, unit="games", meaning="games played against the opponent in a year"
    )


@table(
    schema=PlayerMatchup,
    reads={"player_game_summary": past(YEAR)},
    may_be_empty="at first",
)
def player_matchup(player_pool: Table, player_game_summary: Table) -> Table:
    """Compute means in every market over the past year's games against the coming opponent."""
    counts = {f"sum_{m.name}": m.count(player_game_summary) for m in SINGLES}
    played = player_game_summary.select("game_date", "player_id", "opponent_id", **counts)
    games = last_days(player_pool, played, "player_id", YEAR, same="opponent_id")
    sums = games.group_by(met_before="for_game_id", met_by="for_owner").aggregate(
        games=games.count(), **{name: games[name].sum().cast("int64") for name in counts}
    )
    row = player_pool.select("game_id", "game_date", "player_id")
    row = row.left_join(sums, [row.game_id == sums.met_before, row.player_id == sums.met_by])
    totals = {m.name: sum(row[f"sum_{part}"] for part in m.name.split("_")) for m in ALL}
    return row.select(
        "game_id",
        "game_date",
        "player_id",
        games_vs_opponent=row.games.fill_null(0),
        **{f"{name}_avg_vs_opponent": ratio(total, row.games) for name, total in totals.items()},
    )
