"""Who may play in each game, rebuilt from what was known half an hour before tip-off.

Never from the box score of the game itself: that would tell who played.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tipoff.kernel.expression import literal, row_number, union
from tipoff.kernel.schema import Schema, boolean, day, instant, integer, text
from tipoff.kernel.table import past, table
from tipoff.raw.injury_report import STATUSES
from tipoff.windows.as_of import YEAR, last_games, latest

if TYPE_CHECKING:
    from ibis.expr.types import Table

RECENT_TEAM_GAMES = 10
"""A player not named in his team's last so many games is no longer of it."""


REPORTED, MORNING = "reported", "morning"
BEFORE_TIP = timedelta(minutes=30)
"""The inactive list is known by then."""
MORNING_BEFORE_TIP = timedelta(hours=8)


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
    listed_inactive = boolean(meaning="on the inactive list, published before tip-off")
    inactive_list_known = boolean(meaning="whether the game has an inactive list yet")
    reported_status = text(nullable=True, choices=STATUSES,
                           meaning="by the last injury report before; NULL: not in it")  # fmt: skip
    reported_reason = text(nullable=True, meaning="the reason it gives")
    morning_status = text(nullable=True, choices=STATUSES,
                          meaning="by the last injury report 8 hours before tip-off")  # fmt: skip
    morning_report_known = boolean(meaning="whether there was such a report")


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
    pool = players.filter(players.team_id == players.last_team_id)
    keys = ["game_id", "player_id"]
    listed = inactive_player.select(*keys, listed="team_id")
    pool = pool.left_join(listed, keys).drop("game_id_right", "player_id_right")
    lists = inactive_player.group_by(list_of="game_id").aggregate(on_list=inactive_player.count())
    pool = pool.left_join(lists, pool.game_id == lists.list_of)
    pool = pool.select(
        *keys, "game_date", "team_id", "opponent_id", "season", "home", "tip_at",
        player_name="last_player_name",
        name_key="last_name_key",
        listed_inactive=pool.listed.notnull(),
        inactive_list_known=pool.on_list.notnull(),
    ).distinct()  # fmt: skip
    for moment, before in ((REPORTED, BEFORE_TIP), (MORNING, MORNING_BEFORE_TIP)):
        pool = _with_report(pool, injury_report, moment, before)
    return pool.select(*PlayerPool.columns)


def _with_report(pool: Table, injury_report: Table, moment: str, before: timedelta) -> Table:
    """The pool with what the newest edition at a moment says: MOMENT_status, MOMENT_reason and
    MOMENT_report_known."""
    games = pool.select("game_id", "game_date", "tip_at").distinct()
    editions = injury_report.select("game_date", "report_at").distinct()
    known = games.join(editions, "game_date")
    known = known.filter(known.report_at <= known.tip_at - literal(before))
    newest = known.group_by(edition_of="game_id").aggregate(edition_at=known.report_at.max())
    row = pool.left_join(newest, pool.game_id == newest.edition_of).drop("edition_of")
    said = injury_report.select(
        said_at="report_at",
        said_for="game_date",
        said_of="name_key",
        **{f"{moment}_status": "status", f"{moment}_reason": "reason"},
    )
    row = row.left_join(
        said,
        [
            row.edition_at == said.said_at,
            row.game_date == said.said_for,
            row.name_key == said.said_of,
        ],
    )
    row = row.mutate(**{f"{moment}_report_known": row.edition_at.notnull()})
    return row.drop("edition_at", "said_at", "said_for", "said_of")


def team_games(schedule: Table) -> Table:
    """Each game once for either team."""
    sides = []
    for side, other in (("home", "away"), ("away", "home")):
        sides.append(
            schedule.select(
                "game_id", "game_date", "season", "tip_at",
                team_id=f"{side}_team_id",
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
