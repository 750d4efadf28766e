"""The players who may play in each game, and who was known to be out at each prediction time.

Half an hour before tip-off the inactive lists are known; in the morning, eight hours before, they
are not published yet. Each prediction time has its own columns. The ``last_`` columns hold the last
information before tip-off: models may learn from a lineup captured ten minutes before tip-off, but
a replay as of half an hour before tip-off must never see it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.analytics.known_lineup import AT_TIP_OFF
from tipoff.analytics.pool_lineups import (
    STARTING_SOURCES,
    announced_starters,
    with_roster_status,
    with_starters,
)
from tipoff.analytics.seen_name import INJURIES
from tipoff.domain.prediction_time import PredictionTime
from tipoff.expressions import cases, literal, row_number
from tipoff.kernel.declare.schema import Schema, boolean, day, instant, integer, text
from tipoff.kernel.declare.table import table
from tipoff.raw.injury_report import STATUSES

if TYPE_CHECKING:
    from ibis.expr.types import Table

__all__ = ["KNOWN_COLUMNS", "PlayerPool", "PredictionTime", "player_pool"]
OUT = "out"
DAILY_LINEUP, INJURY_REPORT, INACTIVE_LIST = OUT_SOURCES = (
    "daily_lineup",
    "injury_report",
    "inactive_list",
)


KNOWN_COLUMNS = {
    PredictionTime.MORNING: ("morning_out", "morning_status", "morning_reason"),
    PredictionTime.BEFORE_TIP: ("out", "reported_status", "reported_reason"),
}
"""Prediction time -> the columns of known absence, reported status and reported reason."""


class PlayerPool(Schema):
    """One player who may play in one game."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    player_name = text(meaning="the player's name, for display")
    name_key = text(meaning="the name without accents and suffixes, to match odds feeds by")
    team_id = integer(meaning="the team that last named the player")
    opponent_id = integer(meaning="the other team")
    season = text(meaning="season, such as 2023-24")
    home = boolean(meaning="whether that team plays at home")
    tip_at = instant(unit="UTC", meaning="scheduled tip-off")
    out = boolean(
        nullable=True,
        meaning="whether out by the last lineup half an hour before tip-off (for a game without a"
        " result: the last so far), the injury report or, for teams without such a lineup, the"
        " inactive list; NULL where none mentions the player",
    )
    out_source = text(
        nullable=True,
        choices=OUT_SOURCES,
        meaning="the source of ``out``; inactive_list is from the final summary, which does not"
        " exist yet on a live day",
    )
    starting = boolean(
        nullable=True, meaning="whether in the lineup known at that time; NULL while there is none"
    )
    starting_source = text(
        nullable=True,
        choices=STARTING_SOURCES,
        meaning="the source of ``starting``; box_score is the final lineup, which does not exist"
        " yet on a live day",
    )
    last_out = boolean(
        nullable=True,
        meaning="like ``out``, by the last lineup before tip-off: for training only, since a"
        " prediction need not have known it",
    )
    last_out_source = text(nullable=True, choices=OUT_SOURCES, meaning="the source of ``last_out``")
    last_starting = boolean(
        nullable=True, meaning="like ``starting``, by the last lineup before tip-off"
    )
    last_starting_source = text(
        nullable=True, choices=STARTING_SOURCES, meaning="the source of ``last_starting``"
    )
    reported_out = boolean(
        nullable=True,
        meaning="whether out by the last injury report half an hour before tip-off; NULL where"
        " there was none to which the team had submitted",
    )
    reported_status = text(
        nullable=True, choices=STATUSES, meaning="status in that report; NULL: not listed"
    )
    reported_reason = text(nullable=True, meaning="reason in that report")
    morning_out = boolean(
        nullable=True,
        meaning="whether out by the last lineup and injury report 8 hours before tip-off; NULL"
        " where neither mentions the player and the team had submitted no report",
    )
    morning_out_source = text(
        nullable=True, choices=OUT_SOURCES, meaning="the source of ``morning_out``"
    )
    morning_starting = boolean(
        nullable=True,
        meaning="whether in the last lineup 8 hours before tip-off; NULL while there was none",
    )
    morning_starting_source = text(
        nullable=True,
        choices=STARTING_SOURCES,
        meaning="whether that lineup was expected or confirmed",
    )
    morning_status = text(
        nullable=True, choices=STATUSES, meaning="status in the morning's report; NULL: not listed"
    )
    morning_reason = text(nullable=True, meaning="reason in the morning's report")


@table(schema=PlayerPool, may_be_empty="at first")
def player_pool(
    pool_member: Table,
    inactive_player: Table,
    known_lineup: Table,
    starting_lineup: Table,
    injury_report: Table,
    injury_submission: Table,
    resolved_name: Table,
) -> Table:
    """Return the pool with known absences and starters in the morning, before and at tip-off."""
    reports = _resolved(injury_report, resolved_name)
    row = _with_inactive_list(pool_member, inactive_player)
    row = with_starters(row, _known_at(starting_lineup, PredictionTime.BEFORE_TIP))
    row = with_starters(row, _known_at(starting_lineup, AT_TIP_OFF), "last_")
    morning = announced_starters(_known_at(known_lineup, PredictionTime.MORNING))
    row = with_starters(row, morning, "morning_")
    row = _with_report(row, reports, injury_submission, "reported", PredictionTime.BEFORE_TIP)
    row = _with_report(row, reports, injury_submission, "morning", PredictionTime.MORNING)
    row = _with_absence(row, known_lineup)
    return row.select(*PlayerPool.columns)


def _resolved(injury_report: Table, resolved_name: Table) -> Table:
    """Return the reports with ``player_id``, NULL while unresolved, and one row per player."""
    names = resolved_name.filter(resolved_name.source == INJURIES)
    names = names.select("game_date", "player_name", "player_id", team_name="setting")
    listed = injury_report.left_join(names, ["game_date", "team_name", "player_name"])
    listed = listed.select(*injury_report.columns, "player_id")
    who = ["report_at", "game_date", "team_name", "player_id"]
    place = row_number().over(group_by=who, order_by="player_name")
    listed = listed.mutate(place=place)
    return listed.filter((listed.place == 0) | listed.player_id.isnull()).drop("place")


def _with_inactive_list(pool: Table, inactive_player: Table) -> Table:
    """Add ``listed``: whether a player is on the game's inactive list; NULL without a list."""
    listed = inactive_player.select(listed_for="game_id", listed_player="player_id")
    lists = inactive_player.group_by(list_of="game_id").aggregate(on_list=inactive_player.count())
    row = pool.left_join(
        listed, [pool.game_id == listed.listed_for, pool.player_id == listed.listed_player]
    )
    row = row.left_join(lists, row.game_id == lists.list_of)
    return row.mutate(listed=cases((row.on_list.notnull(), row.listed_player.notnull()))).drop(
        "listed_for", "listed_player", "list_of", "on_list"
    )


def _with_absence(pool: Table, known_lineup: Table) -> Table:
    """Add who is out at each time, and by which source.

    A lineup that lists the player as inactive counts first, then the injury report, then a lineup
    that lists the player as active. The inactive list that the league publishes with the box score
    counts first for teams without a lineup captured in time.
    """
    row = pool
    for prefix, at in (("", PredictionTime.BEFORE_TIP), ("last_", AT_TIP_OFF)):
        row = with_roster_status(row, _known_at(known_lineup, at))
        listed = (~row.has_lineup & row.listed.notnull(), row.listed, INACTIVE_LIST)
        row = _with_out(row, prefix, [listed, *_by_lineup_and_report(row, row.reported_out)])
    row = with_roster_status(row, _known_at(known_lineup, PredictionTime.MORNING))
    return _with_out(row, "morning_", [*_by_lineup_and_report(row, row.morning_out)])


def _known_at(lineups: Table, at: str) -> Table:
    return lineups.filter(lineups.known_at == str(at))


def _by_lineup_and_report(row: Table, reported: Any) -> list[tuple[Any, Any, str]]:
    return [
        (row.is_inactive, True, DAILY_LINEUP),
        (reported.notnull(), reported, INJURY_REPORT),
        (row.is_active, False, DAILY_LINEUP),
    ]


def _with_out(row: Table, prefix: str, ranked: list[tuple[Any, Any, str]]) -> Table:
    """Add PREFIXout and PREFIXout_source from the first source that mentions the player."""
    out = cases(*((mentions, value) for mentions, value, _ in ranked))
    source = cases(*((mentions, name) for mentions, _, name in ranked))
    named = {f"{prefix}out": out, f"{prefix}out_source": source}
    return row.mutate(**named).drop("has_lineup", "is_inactive", "is_active")


def _with_report(
    pool: Table, injury_report: Table, injury_submission: Table, prefix: str, at: PredictionTime
) -> Table:
    """Add PREFIX_status, PREFIX_reason and PREFIX_out from the newest edition at a time.

    An edition counts only for teams that had submitted to it: if a team submitted to the edition of
    11:30 but not to that of 17:30, the earlier one still counts. All three columns are NULL without
    such an edition; a player who is not listed in it is not out.
    """
    games = pool.select("game_id", "game_date", "tip_at", "team_name").distinct()
    editions = injury_report.select("game_date", "report_at").distinct()
    known = games.join(editions, "game_date")
    known = known.filter(known.report_at <= known.tip_at - literal(at.before))
    submitted = injury_submission.filter(injury_submission.submitted)
    known = known.semi_join(submitted, ["game_date", "report_at", "team_name"])
    newest = known.group_by(edition_of="game_id", edition_by="team_name").aggregate(
        edition_at=known.report_at.max()
    )
    row = pool.left_join(
        newest, [pool.game_id == newest.edition_of, pool.team_name == newest.edition_by]
    )
    status, reason = f"{prefix}_status", f"{prefix}_reason"
    listed = injury_report.select(
        listed_at="report_at",
        listed_for="game_date",
        listed_by="team_name",
        listed_player="player_id",
        **{status: "status", reason: "reason"},
    )
    row = row.left_join(
        listed,
        [
            row.edition_at == listed.listed_at,
            row.game_date == listed.listed_for,
            row.team_name == listed.listed_by,
            row.player_id == listed.listed_player,
        ],
    )
    out = cases((row.edition_at.notnull(), (row[status] == OUT).fill_null(False)))
    return row.mutate(**{f"{prefix}_out": out}).drop(
        "edition_of",
        "edition_by",
        "edition_at",
        "listed_at",
        "listed_for",
        "listed_by",
        "listed_player",
    )
