"""Checks that compare raw tables with each other before the results of a run are published.

They only warn: services correct a box score hours after a game, and one team's wrong total must not
hold back a whole season. Conditions on a single row are rules of its schema instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.expressions import unless_rare

if TYPE_CHECKING:
    from ibis.expr.types import Table

MIN_PLAYERS = 10
"""Fewest players with a line per game: at least five of each team are on the floor."""
REGULATION_SECONDS, OVERTIME_SECONDS = 5 * 48 * 60, 5 * 5 * 60
"""Playing time of a team's five players together, in regulation and per overtime."""
REGULATION_MINUTES, OVERTIME_MINUTES = 240, 25
MAX_OFF_MINUTES = 5
"""How far a team's minutes may be off from whole periods, since the minutes of ten players are each
rounded by up to half a minute. The largest deviation in four seasons was 244 instead of 240."""
MAX_OFF_SECONDS = 60
"""How far a team's summed seconds may be off from whole periods."""
MAX_FAILING_SHARE = 0.02
"""The share of a date's players or teams that services may get wrong and never correct."""


def final_games_have_players(schedule: Table, player_box_score: Table) -> Table:
    """Return whether each final game has players of two teams, for dates with any player line."""
    lines = player_box_score.group_by("game_id").aggregate(
        players=player_box_score.count(), teams=player_box_score.team_id.nunique()
    )
    return _final(schedule, player_box_score, lines).select(
        "game_date",
        "game_id",
        holds=lambda game: (game.players >= MIN_PLAYERS) & (game.teams == 2),
    )


def final_games_have_two_teams(schedule: Table, team_box_score: Table) -> Table:
    """Return whether each final game has both teams' lines, for dates with any team line."""
    lines = team_box_score.group_by("game_id").aggregate(teams=team_box_score.count())
    return _final(schedule, team_box_score, lines).select(
        "game_date", "game_id", holds=lambda game: game.teams == 2
    )


def minutes_are_whole_periods(team_box_score: Table) -> Table:
    """Return whether each team's minutes are 240 plus 25 per overtime, within the tolerance."""
    extra = team_box_score.minutes - REGULATION_MINUTES
    overtimes = (extra / OVERTIME_MINUTES).round().cast("int64")
    deviation = (extra - overtimes * OVERTIME_MINUTES).abs()
    holds = (deviation <= MAX_OFF_MINUTES) & (overtimes >= 0)
    rows = team_box_score.select("game_date", "game_id", "team_id", "minutes", good=holds)
    return rows.mutate(holds=unless_rare(rows, rows.good, MAX_FAILING_SHARE)).drop("good")


def seconds_are_whole_periods(player_rotation: Table) -> Table:
    """Return whether each team's seconds are those of five players over whole periods."""
    teams = player_rotation.group_by("game_date", "game_id", "team_id").aggregate(
        seconds=player_rotation.seconds.sum()
    )
    extra = teams.seconds - REGULATION_SECONDS
    deviation = (extra - (extra / OVERTIME_SECONDS).round() * OVERTIME_SECONDS).abs()
    rows = teams.mutate(good=deviation <= MAX_OFF_SECONDS)
    return rows.mutate(holds=unless_rare(rows, rows.good, MAX_FAILING_SHARE)).drop("good")


def shots_are_attempts(shot: Table, player_box_score: Table) -> Table:
    """Return whether shots match the box score's attempts and makes, in games with any shots."""
    taken = shot.group_by("game_id", "player_id").aggregate(
        taken=shot.count(), went_in=shot.made.cast("int64").sum()
    )
    lines = player_box_score.semi_join(shot, ["game_id"])
    rows = lines.left_join(taken, ["game_id", "player_id"])
    good = (rows.taken.fill_null(0) == rows.field_goals_attempted) & (
        rows.went_in.fill_null(0) == rows.field_goals_made
    )
    rows = rows.select("game_date", "game_id", "player_id", good=good)
    return rows.mutate(holds=unless_rare(rows, rows.good, MAX_FAILING_SHARE)).drop("good")


def teams_play_once_a_date(schedule: Table) -> Table:
    """Return whether each team has only one game per date."""
    home, away = (
        schedule.select("game_date", team_id=schedule[f"{side}_team_id"])
        for side in ("home", "away")
    )
    sides = home.union(away)
    games = sides.group_by("game_date", "team_id").aggregate(games=sides.count())
    return games.mutate(holds=games.games == 1)


def _final(schedule: Table, table: Table, lines: Table) -> Table:
    """Return the final games of the dates in ``table``, joined to the counts in ``lines``."""
    games = schedule.filter(schedule.is_final).semi_join(table, ["game_date"])
    return games.left_join(lines, ["game_id"])
