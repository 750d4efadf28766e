"""Who may play in each game, rebuilt from what was known half an hour before tip-off.

Never from the box score of the game itself: that would tell who played. Who was known to be
out is kept for two times: then, and in the morning, when no inactive list is published yet.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from tipoff.kernel.expression import cases, literal, row_number, union
from tipoff.kernel.schema import Schema, boolean, day, instant, integer, text
from tipoff.kernel.table import past, table
from tipoff.raw.injury_report import STATUSES
from tipoff.windows.as_of import YEAR, last_games, latest

if TYPE_CHECKING:
    from ibis.expr.types import Table

RECENT_TEAM_GAMES = 10
"""A player not named in his team's last so many games is no longer of it."""
OUT = "out"


class PredictionTime(StrEnum):
    """When a slate is looked at: what is published later is not known."""

    MORNING = "morning"
    """Eight hours before tip-off: by the day's first injury reports, with no inactive list."""
    BEFORE_TIP = "before-tip"
    """Half an hour before: the inactive list is known."""

    @property
    def before(self) -> timedelta:
        """How long before tip-off."""
        return timedelta(hours=8) if self is PredictionTime.MORNING else timedelta(minutes=30)


KNOWN = {
    PredictionTime.MORNING: ("morning_out", "morning_status", "morning_reason"),
    PredictionTime.BEFORE_TIP: ("out", "reported_status", "reported_reason"),
}
"""The columns that say who is known to be out at a time, his reported status and its reason."""


class PlayerPool(Schema):
    """One player who may play in one game."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    player_name = text(meaning="his name, for display")
    name_key = text(meaning="his name without accents and suffixes, to match odds feeds by")
    team_id = integer(meaning="the team that last named him")
    opponent_id = integer(meaning="the other team")
    season = text(meaning="season, such as 2023-24")
    home = boolean(meaning="whether his team plays at home")
    tip_at = instant(unit="UTC", meaning="scheduled tip-off")
    out = boolean(nullable=True, meaning="on the inactive list or, while there is none, out by the"
                  " injury report; NULL where there is neither")  # fmt: skip
    reported_out = boolean(nullable=True, meaning="out by the last injury report half an hour"
                           " before tip-off; NULL where there was none")  # fmt: skip
    reported_status = text(nullable=True, choices=STATUSES,
                           meaning="by that report; NULL: not in it")  # fmt: skip
    reported_reason = text(nullable=True, meaning="the reason it gives")
    morning_out = boolean(nullable=True, meaning="out by the last injury report 8 hours before"
                          " tip-off; NULL where there was none")  # fmt: skip
    morning_status = text(nullable=True, choices=STATUSES,
                          meaning="by that report; NULL: not in it")  # fmt: skip
    morning_reason = text(nullable=True, meaning="the reason it gives")


@table(
    schema=PlayerPool,
    reads={
        "player_game_summary": past(YEAR),
        "player_absence": past(YEAR),
    },
    may_be_empty="at first",
)
def player_pool(
    schedule: Table,
    player_game_summary: Table,
    player_absence: Table,
    inactive_player: Table,
    injury_report: Table,
    injury_submission: Table,
) -> Table:
    """Everyone his team named in one of its last games: played, dressed or inactive."""
    named = _named(player_game_summary, player_absence)
    coming = team_games(schedule)
    recent = last_games(coming, _team_dates(named), "team_id", RECENT_TEAM_GAMES)
    recent = recent.select("for_game_id", "team_id", "game_date")
    candidates = (
        recent.join(named, ["team_id", "game_date"]).select("for_game_id", "player_id").distinct()
    )
    games = coming.join(candidates, coming.game_id == candidates.for_game_id).select(
        *coming.columns, "player_id"
    )
    players = latest(games, _one_team_a_day(named), "player_id")
    pool = players.filter(players.team_id == players.last_team_id).select(
        *coming.columns, "player_id",
        player_name="last_player_name",
        name_key="last_name_key",
    )  # fmt: skip
    row = _with_inactive_list(pool, inactive_player)
    row = _with_report(row, injury_report, injury_submission, "reported", PredictionTime.BEFORE_TIP)
    row = _with_report(row, injury_report, injury_submission, "morning", PredictionTime.MORNING)
    row = row.mutate(out=row.listed.coalesce(row.reported_out))
    return row.select(*PlayerPool.columns)


def _with_inactive_list(pool: Table, inactive_player: Table) -> Table:
    """The pool with ``listed``: whether he is on the game's inactive list; NULL without one."""
    listed = inactive_player.select(listed_for="game_id", listed_player="player_id")
    lists = inactive_player.group_by(list_of="game_id").aggregate(on_list=inactive_player.count())
    row = pool.left_join(
        listed, [pool.game_id == listed.listed_for, pool.player_id == listed.listed_player]
    )
    row = row.left_join(lists, row.game_id == lists.list_of)
    return row.mutate(listed=cases((row.on_list.notnull(), row.listed_player.notnull()))).drop(
        "listed_for", "listed_player", "list_of", "on_list"
    )


def _with_report(
    pool: Table, injury_report: Table, injury_submission: Table, prefix: str, at: PredictionTime
) -> Table:
    """The pool with what the newest edition at a time says: PREFIX_status, PREFIX_reason and
    PREFIX_out, NULL where there is no edition, or his team had not submitted to it yet."""
    games = pool.select("game_id", "game_date", "tip_at", "team_name").distinct()
    editions = injury_report.select("game_date", "report_at").distinct()
    known = games.join(editions, "game_date")
    known = known.filter(known.report_at <= known.tip_at - literal(at.before))
    silent = injury_submission.filter(~injury_submission.submitted)
    known = known.anti_join(silent, ["game_date", "report_at", "team_name"])
    newest = known.group_by(edition_of="game_id", edition_by="team_name").aggregate(
        edition_at=known.report_at.max()
    )
    row = pool.left_join(
        newest, [pool.game_id == newest.edition_of, pool.team_name == newest.edition_by]
    )
    status, reason = f"{prefix}_status", f"{prefix}_reason"
    said = injury_report.select(
        said_at="report_at", said_for="game_date", said_by="team_name", said_of="name_key",
        **{status: "status", reason: "reason"},
    )  # fmt: skip
    row = row.left_join(
        said,
        [
            row.edition_at == said.said_at,
            row.game_date == said.said_for,
            row.team_name == said.said_by,
            row.name_key == said.said_of,
        ],
    )
    out = cases((row.edition_at.notnull(), (row[status] == OUT).fill_null(False)))
    return row.mutate(**{f"{prefix}_out": out}).drop(
        "edition_of", "edition_by", "edition_at", "said_at", "said_for", "said_by", "said_of"
    )


def team_games(schedule: Table) -> Table:
    """Each game once for either team."""
    sides = []
    for side, other in (("home", "away"), ("away", "home")):
        sides.append(
            schedule.select(
                "game_id", "game_date", "season", "tip_at",
                team_id=f"{side}_team_id",
                team_name=f"{side}_team_name",
                opponent_id=f"{other}_team_id",
                home=schedule.home_team_id == schedule[f"{side}_team_id"],
            )
        )  # fmt: skip
    return union(*sides)


def _named(player_game_summary: Table, player_absence: Table) -> Table:
    """Who was with which team on which date, whether he played or not."""
    columns = ("game_date", "team_id", "player_id", "player_name", "name_key")
    return union(player_game_summary.select(*columns), player_absence.select(*columns))


def _team_dates(named: Table) -> Table:
    return named.select("game_date", "team_id").distinct()


def _one_team_a_day(named: Table) -> Table:
    """One row a player and date: a traded player can be named by two teams on one."""
    place = row_number().over(group_by=["player_id", "game_date"], order_by="team_id")
    numbered = named.mutate(place=place)
    return numbered.filter(numbered.place == 0).drop("place")
