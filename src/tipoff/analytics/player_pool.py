"""Who may play in each game, and who was known to be out half an hour before tip-off.

That is kept for another time too: the morning, when no inactive list is published yet.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from tipoff.analytics.seen_name import INJURIES
from tipoff.kernel.expression import cases, literal, row_number
from tipoff.kernel.schema import Schema, boolean, day, instant, integer, text
from tipoff.kernel.table import table
from tipoff.raw.injury_report import STATUSES

if TYPE_CHECKING:
    from ibis.expr.types import Table

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
    starting = boolean(nullable=True, meaning="in the announced lineup; NULL while there is none")
    reported_out = boolean(nullable=True, meaning="out by the last injury report half an hour"
                           " before tip-off; NULL where there was none, or his team had not"
                           " submitted to it")  # fmt: skip
    reported_status = text(nullable=True, choices=STATUSES,
                           meaning="by that report; NULL: not in it")  # fmt: skip
    reported_reason = text(nullable=True, meaning="the reason it gives")
    morning_out = boolean(nullable=True, meaning="out by the last injury report 8 hours before"
                          " tip-off; NULL where there was none, or his team had not submitted"
                          " to it")  # fmt: skip
    morning_status = text(nullable=True, choices=STATUSES,
                          meaning="by that report; NULL: not in it")  # fmt: skip
    morning_reason = text(nullable=True, meaning="the reason it gives")


@table(schema=PlayerPool, may_be_empty="at first")
def player_pool(
    pool_member: Table,
    inactive_player: Table,
    starting_lineup: Table,
    injury_report: Table,
    injury_submission: Table,
    resolved_name: Table,
) -> Table:
    """The pool, with who was known to be out before tip-off and in the morning."""
    reports = _resolved(injury_report, resolved_name)
    row = _with_inactive_list(pool_member, inactive_player)
    row = _with_lineup(row, starting_lineup)
    row = _with_report(row, reports, injury_submission, "reported", PredictionTime.BEFORE_TIP)
    row = _with_report(row, reports, injury_submission, "morning", PredictionTime.MORNING)
    row = row.mutate(out=row.listed.coalesce(row.reported_out))
    return row.select(*PlayerPool.columns)


def _resolved(injury_report: Table, resolved_name: Table) -> Table:
    """The reports with ``player_id``, NULL of a name that is nobody's yet; one row a player."""
    names = resolved_name.filter(resolved_name.source == INJURIES)
    names = names.select("game_date", "player_name", "player_id", team_name="setting")
    said = injury_report.left_join(names, ["game_date", "team_name", "player_name"])
    said = said.select(*injury_report.columns, "player_id")
    who = ["report_at", "game_date", "team_name", "player_id"]
    place = row_number().over(group_by=who, order_by="player_name")
    said = said.mutate(place=place)
    return said.filter((said.place == 0) | said.player_id.isnull()).drop("place")


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


def _with_lineup(pool: Table, starting_lineup: Table) -> Table:
    """The pool with ``starting``; NULL of a game whose lineups are not announced."""
    named = starting_lineup.select(starts_for="game_id", starts="player_id")
    announced = starting_lineup.group_by(lineup_of="game_id").aggregate(
        in_lineup=starting_lineup.count()
    )
    row = pool.left_join(named, [pool.game_id == named.starts_for, pool.player_id == named.starts])
    row = row.left_join(announced, row.game_id == announced.lineup_of)
    return row.mutate(starting=cases((row.in_lineup.notnull(), row.starts.notnull()))).drop(
        "starts_for", "starts", "lineup_of", "in_lineup"
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
        said_at="report_at", said_for="game_date", said_by="team_name", said_of="player_id",
        **{status: "status", reason: "reason"},
    )  # fmt: skip
    row = row.left_join(
        said,
        [
            row.edition_at == said.said_at,
            row.game_date == said.said_for,
            row.team_name == said.said_by,
            row.player_id == said.said_of,
        ],
    )
    out = cases((row.edition_at.notnull(), (row[status] == OUT).fill_null(False)))
    return row.mutate(**{f"{prefix}_out": out}).drop(
        "edition_of", "edition_by", "edition_at", "said_at", "said_for", "said_by", "said_of"
    )
