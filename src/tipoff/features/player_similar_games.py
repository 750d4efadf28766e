"""Means over each player's games of the past year, weighted by similarity to the coming game.

A past game weighs 1, plus an amount for each condition that it shares with the coming one: 3 for
the opponent's tier, and 2 each for venue, days of rest and form. A game that shares all conditions
weighs 10, one that shares none weighs 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.domain.markets import SINGLES
from tipoff.expressions import cases, ratio
from tipoff.kernel.declare.inputs import past, through
from tipoff.kernel.declare.schema import Column, Schema, day, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.windows.as_of import YEAR, last_days

if TYPE_CHECKING:
    from ibis.expr.types import Table

MIN_GAMES = 5
TIER_SCORE = 0.5
"""Opponents this far from the league's mean rating, in units of four points, are strong or weak."""
CONDITION_WEIGHTS = {"tier": 3, "venue": 2, "rest": 2, "form": 2}
"""Weight added for each condition that a past game shares with the coming one."""
MEANS: dict[str, Column] = {
    f"{market.name}_avg_similar": number(
        nullable=True,
        minimum=0,
        maximum=200,
        unit=market.unit,
        polarity="higher helps",
        meaning="mean over the games of a year, weighted by similarity to the coming game;"
        f" NULL for fewer than {MIN_GAMES} games",
    )
    for market in SINGLES
}


class PlayerSimilarGames(Schema, columns=MEANS):
    """One player before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    player_id = integer(key=True, meaning="the player")
    similar_games = integer(
        minimum=0, unit="games", meaning="number of past games of the year that were compared"
    )


@table(
    schema=PlayerSimilarGames,
    reads={
        "player_pool": through(YEAR),
        "player_game_summary": past(YEAR),
        "player_composite_factors": through(YEAR),
        "upcoming_team_game_context": through(YEAR),
        "player_daily_cache": through(YEAR),
    },
    may_be_empty="at first",
)
def player_similar_games(
    player_pool: Table,
    player_game_summary: Table,
    player_composite_factors: Table,
    upcoming_team_game_context: Table,
    player_daily_cache: Table,
) -> Table:
    """Compute means over the past year's games, weighted by the shared conditions."""
    before = _conditions(
        player_pool, player_composite_factors, upcoming_team_game_context, player_daily_cache
    )
    counts = {m.name: m.count(player_game_summary) for m in SINGLES}
    played = player_game_summary.select("game_id", "player_id", **counts)
    played = before.drop("team_id").join(played, ["game_id", "player_id"])
    past = last_days(
        before, played.drop("game_id"), "player_id", YEAR, extra_columns=CONDITION_WEIGHTS
    )
    sums = _weighted_sums(past)
    row = before.select("game_id", "game_date", "player_id")
    row = row.left_join(sums, [row.game_id == sums.for_game_id, row.player_id == sums.for_owner])
    enough = row.games >= MIN_GAMES
    return row.select(
        "game_id",
        "game_date",
        "player_id",
        similar_games=row.games.fill_null(0),
        **{
            f"{m.name}_avg_similar": cases((enough, ratio(row[f"sum_{m.name}"], row.weight)))
            for m in SINGLES
        },
    )


def _conditions(
    player_pool: Table,
    player_composite_factors: Table,
    upcoming_team_game_context: Table,
    player_daily_cache: Table,
) -> Table:
    """Return every game of the pool with the conditions known before it, as small integers."""
    keys = ["game_id", "player_id"]
    row = player_pool.select(*keys, "game_date", "team_id", "home")
    row = row.join(player_composite_factors.select(*keys, "opponent_strength_score"), keys)
    rest = upcoming_team_game_context.select("game_id", "team_id", "days_rest")
    row = row.join(rest, ["game_id", "team_id"])
    form = player_daily_cache.select(*keys, "points_avg_last_5", "points_avg_season")
    row = row.join(form, keys)
    strength = row.opponent_strength_score
    return row.select(
        *keys,
        "game_date",
        "team_id",
        tier=cases(
            (strength > TIER_SCORE, 1), (strength < -TIER_SCORE, -1), (strength.notnull(), 0)
        ),
        venue=row.home.cast("int64"),
        rest=cases((row.days_rest <= 1, 1), (row.days_rest == 2, 2), (row.days_rest > 2, 3)),
        form=(row.points_avg_last_5 >= row.points_avg_season).cast("int64"),
    )


def _weighted_sums(past: Table) -> Table:
    """Sum weights and weighted counts; both are integers, so the sums are exact in any order."""
    weight: Any = 1
    for name, gain in CONDITION_WEIGHTS.items():
        weight = weight + cases((past[name] == past[f"for_{name}"], gain), otherwise=0)
    weighted = past.mutate(alike=weight)
    return weighted.group_by("for_game_id", "for_owner").aggregate(
        games=weighted.count(),
        weight=weighted.alike.sum().cast("int64"),
        **{
            f"sum_{m.name}": (weighted.alike * weighted[m.name]).sum().cast("int64")
            for m in SINGLES
        },
    )
