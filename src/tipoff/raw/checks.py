"""Checks of raw tables against each other, made before anybody sees what a run computed.

They warn: services correct a box score hours after a game, and a whole season is not kept back
because of one team's total. What a row alone can break is a rule of its schema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.expressions import unless_rare

if TYPE_CHECKING:
    from ibis.expr.types import Table

MIN_PLAYERS = 10
"""Per game: five of each team at least are on the floor."""
REGULATION_SECONDS, OVERTIME_SECONDS = 5 * 48 * 60, 5 * 5 * 60
"""Of a team's five players."""
REGULATION_MINUTES, OVERTIME_MINUTES = 240, 25
MAX_OFF_MINUTES = 5
"""By which a team's minutes may miss whole periods: those of ten players are each rounded by up to
half a minute. In four seasons 244 for 240 was the most."""
MAX_OFF_SECONDS = 60
FEW = 0.02
"""The share of a date's players or teams that services get wrong for good."""


def final_games_have_players(schedule: Table, player_box_score: Table) -> Table:
    """Return whether each final game, of dates with lines, has lines of two teams' players."""
    lines = player_box_score.group_by("game_id").aggregate(
        players=player_box_score.count(), teams=player_box_score.team_id.nunique()
    )
    return _final(schedule, player_box_score, lines).select(
        "game_date",
        "game_id",
        holds=lambda game: (game.players >= MIN_PLAYERS) & (game.teams == 2),
    )


def final_games_have_two_teams(schedule: Table, team_box_score: Table) -> Table:
    """Return whether each final game, of dates with lines, has both teams' lines."""
    lines = team_box_score.group_by("game_id").aggregate(teams=team_box_score.count())
    return _final(schedule, team_box_score, lines).select(
        "game_date", "game_id", holds=lambda game: game.teams == 2
    )


def minutes_are_whole_periods(team_box_score: Table) -> Table:
    """Return whether each team's minutes are 240, and 25 more for each overtime."""
    over = team_box_score.minutes - REGULATION_MINUTES
    periods = (over / OVERTIME_MINUTES).round().cast("int64")
    off = (over - periods * OVERTIME_MINUTES).abs()
    holds = (off <= MAX_OFF_MINUTES) & (periods >= 0)
    rows = team_box_score.select("game_date", "game_id", "team_id", "minutes", good=holds)
    return rows.mutate(holds=unless_rare(rows, rows.good, FEW)).drop("good")


def seconds_are_whole_periods(player_rotation: Table) -> Table:
    """Return whether each team's seconds are those of five players in whole periods."""
    teams = player_rotation.group_by("game_date", "game_id", "team_id").aggregate(
        seconds=player_rotation.seconds.sum()
    )
    over = teams.seconds - REGULATION_SECONDS
    off = (over - (over / OVERTIME_SECONDS).round() * OVERTIME_SECONDS).abs()
    rows = teams.mutate(good=off <= MAX_OFF_SECONDS)
    return rows.mutate(holds=unless_rare(rows, rows.good, FEW)).drop("good")


def shots_are_attempts(shot: Table, player_box_score: Table) -> Table:
    """Return whether each player's shots, in games with any, are the attempts of the box score."""
    taken = shot.group_by("game_id", "player_id").aggregate(
        taken=shot.count(), went_in=shot.made.cast("int64").sum()
    )
    lines = player_box_score.semi_join(shot, ["game_id"])
    rows = lines.left_join(taken, ["game_id", "player_id"])
    good = (rows.taken.fill_null(0) == rows.field_goals_attempted) & (
        rows.went_in.fill_null(0) == rows.field_goals_made
    )
    rows = rows.select("game_date", "game_id", "player_id", good=good)
    return rows.mutate(holds=unless_rare(rows, rows.good, FEW)).drop("good")


def teams_play_once_a_date(schedule: Table) -> Table:
    """Return whether each team has one game on a date."""
    home, away = (
        schedule.select("game_date", team_id=schedule[f"{side}_team_id"])
        for side in ("home", "away")
    )
    sides = home.union(away)
    games = sides.group_by("game_date", "team_id").aggregate(games=sides.count())
    return games.mutate(holds=games.games == 1)


def _final(schedule: Table, table: Table, lines: Table) -> Table:
    """Return the final games of the dates that a table has, with the counts of its lines."""
    games = schedule.filter(schedule.is_final).semi_join(table, ["game_date"])
    return games.left_join(lines, ["game_id"])
