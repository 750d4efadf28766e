"""Completeness of each player's records over the team's last games, and the DNP rate.

A game is on record for a player if a playing record or an absence states whether the player played.
If a team's last three games have one playing record and one absence of the player, the third game
is a gap: the completeness is 2/3 and the DNP rate is 1/3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.analytics.pool_member import team_games
from tipoff.expressions import each_of, least, literal, ratio, union
from tipoff.kernel.declare.inputs import past, through
from tipoff.kernel.declare.schema import Column, Schema, day, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.windows.as_of import YEAR, in_order, latest

if TYPE_CHECKING:
    from ibis.expr.types import Table

GAMES = (3, 5, 10, 20)
COMPLETENESS: dict[str, Column] = {
    f"completeness_last_{games}": number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="share of games",
        meaning=f"share of the team's last {games} scheduled games on record for the player,"
        " played or sat out",
    )
    for games in GAMES
}


class PlayerAvailability(Schema, columns=COMPLETENESS):
    """One player before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    player_id = integer(key=True, meaning="the player")
    dnp_rate = number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="share of games",
        polarity="lower helps",
        meaning="share of the team's last 10 games that the player sat out",
    )
    games_without_clock = integer(
        minimum=0,
        maximum=10,
        unit="games",
        meaning="games of the team's last 10 played without exact seconds",
    )
    team_games_missing = integer(
        minimum=0,
        maximum=20,
        unit="games",
        meaning="final games of the team's last 20 that have no box score",
    )


@table(
    schema=PlayerAvailability,
    reads={
        "schedule": through(YEAR),
        "player_game_summary": past(YEAR),
        "player_absence": past(YEAR),
        "team_offense_game_summary": past(YEAR),
    },
    may_be_empty="at first",
)
def player_availability(
    player_pool: Table,
    schedule: Table,
    player_game_summary: Table,
    player_absence: Table,
    team_offense_game_summary: Table,
) -> Table:
    """Compute the share of scheduled games on record, and the share of games sat out."""
    row = player_pool.select("game_id", "game_date", "player_id", "team_id")
    games = team_games(schedule)
    played = _played(games, schedule, team_offense_game_summary)
    row = row.join(_windows(games, played), ["game_id", "team_id"])
    counts = _counts(row, _records(player_game_summary, player_absence), played)
    row = row.left_join(
        counts, [row.game_id == counts.for_game_id, row.player_id == counts.for_player_id]
    )
    return row.select(
        "game_id",
        "game_date",
        "player_id",
        dnp_rate=ratio(row.sat_out.fill_null(0), row.games_10),
        games_without_clock=row.without_clock.fill_null(0),
        team_games_missing=row.missing,
        **{f"completeness_last_{n}": _completeness(row, n) for n in GAMES},
    )


def _completeness(row: Table, games: int) -> Any:
    """Return the share of the team's last games on record; NULL before the team's first game."""
    return least(ratio(row[f"recorded_{games}"].fill_null(0), row[f"games_{games}"]), 1.0)


def _windows(games: Table, played: Table) -> Table:
    """Count the games of each team before each of its coming games.

    Returns:
        ``game_id`` and ``team_id``; ``last_number``, the number of the last game played;
        ``games_N`` for each N, how many of the last N games there are; ``missing``, how many of
        the last 20 have no box score.
    """
    at = latest(games.select("game_id", "game_date", "team_id"), played, "team_id")
    return at.select(
        "game_id",
        "team_id",
        "last_number",
        missing=at.last_missing.fill_null(0).cast("int64"),
        **{f"games_{n}": least(at.last_number.fill_null(-1) + 1, n) for n in GAMES},
    )


def _played(games: Table, schedule: Table, team_offense_game_summary: Table) -> Table:
    """Return each team's final games, with the number of its last 20 without a box score."""
    final = schedule.filter(schedule.is_final).select("game_id")
    boxed = team_offense_game_summary.select("game_id", "team_id", boxed="margin")
    played = games.join(final, "game_id").left_join(boxed, ["game_id", "team_id"])
    last = {"group_by": "team_id", "order_by": "game_date", "rows": (1 - max(GAMES), 0)}
    missing = played.boxed.isnull().cast("int64").sum().over(**last)
    return played.select("game_date", "team_id", missing=missing)


def _records(player_game_summary: Table, player_absence: Table) -> Table:
    """Return one row for each game that states whether a player of a team played."""
    columns = ("game_date", "player_id", "team_id")
    played = player_game_summary.select(
        *columns,
        sat_out=literal(0, "int64"),
        without_clock=(~player_game_summary.seconds_are_exact).cast("int64"),
    )
    absent = player_absence.select(
        *columns, sat_out=literal(1, "int64"), without_clock=literal(0, "int64")
    )
    return union(played, absent)


def _counts(row: Table, record: Table, played: Table) -> Table:
    """Count a player's records among the team's last games, each looked up by its number."""
    numbered = in_order(played, "team_id").select("game_date", "team_id", "number")
    record = record.join(numbered, ["game_date", "team_id"])
    anchor = row.select(
        for_game_id="game_id",
        for_player_id="player_id",
        for_team_id="team_id",
        for_last="last_number",
        games_ago=each_of(range(max(GAMES))),
    )
    anchor = anchor.mutate(for_number=anchor.for_last - anchor.games_ago)
    recorded = anchor.join(
        record,
        [
            anchor.for_player_id == record.player_id,
            anchor.for_team_id == record.team_id,
            anchor.for_number == record.number,
        ],
    )

    def within(n: int) -> Any:
        return recorded.games_ago < n

    return recorded.group_by("for_game_id", "for_player_id").aggregate(
        **{f"recorded_{n}": within(n).sum().cast("int64") for n in GAMES},
        sat_out=recorded.sat_out.sum(where=within(10)).cast("int64"),
        without_clock=recorded.without_clock.sum(where=within(10)).cast("int64"),
    )
