"""Who may play in each game, and who was known to be out at each prediction time.

Half an hour before tip-off inactive lists are known; in the morning, eight hours before, they are
not published yet. What was known at either time stands in columns of its own, and so does the last
word before tip-off: a lineup of ten minutes before it is for models to learn from, never for a
replay as of half an hour before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.analytics.known_lineup import LAST_WORD
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

__all__ = ["KNOWN", "PlayerPool", "PredictionTime", "player_pool"]
OUT = "out"
DAILY_LINEUP, INJURY_REPORT, INACTIVE_LIST = OUT_SOURCES = (
    "daily_lineup",
    "injury_report",
    "inactive_list",
)


KNOWN = {
    PredictionTime.MORNING: ("morning_out", "morning_status", "morning_reason"),
    PredictionTime.BEFORE_TIP: ("out", "reported_status", "reported_reason"),
}
"""By prediction time, the columns of who is known to be out, the reported status and its reason."""


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
        meaning="inactive by the last lineup captured half an hour before tip-off (of a game"
        " without a result: until now), by the injury report or, of teams without such a lineup,"
        " by the inactive list; NULL where none mentions the player",
    )
    out_source = text(
        nullable=True,
        choices=OUT_SOURCES,
        meaning="the source; inactive_list is"
        " of the final summary, which has no counterpart on a live day",
    )
    starting = boolean(
        nullable=True, meaning="in the lineup known by the same time; NULL while there is none"
    )
    starting_source = text(
        nullable=True,
        choices=STARTING_SOURCES,
        meaning="the lineup it is from; box_score is the final one, which has"
        " no counterpart on a live day",
    )
    last_out = boolean(
        nullable=True,
        meaning="as ``out``, by the last lineup captured before tip-off: to learn from, as no"
        " prediction may have known it",
    )
    last_out_source = text(nullable=True, choices=OUT_SOURCES, meaning="the source")
    last_starting = boolean(nullable=True, meaning="as ``starting``, by that lineup")
    last_starting_source = text(nullable=True, choices=STARTING_SOURCES, meaning="the source")
    reported_out = boolean(
        nullable=True,
        meaning="out by the last injury report half an hour"
        " before tip-off; NULL where there was none, or the team had not"
        " submitted to it",
    )
    reported_status = text(
        nullable=True, choices=STATUSES, meaning="by that report; NULL: not in it"
    )
    reported_reason = text(nullable=True, meaning="the reason it gives")
    morning_out = boolean(
        nullable=True,
        meaning="out by the last lineup and injury report 8 hours"
        " before tip-off; NULL where there was none, or the team had not"
        " submitted to it",
    )
    morning_out_source = text(nullable=True, choices=OUT_SOURCES, meaning="the source")
    morning_starting = boolean(
        nullable=True,
        meaning="in the last lineup 8 hours before tip-off; NULL while there was none",
    )
    morning_starting_source = text(
        nullable=True, choices=STARTING_SOURCES, meaning="whether it was expected or confirmed"
    )
    morning_status = text(
        nullable=True, choices=STATUSES, meaning="by that report; NULL: not in it"
    )
    morning_reason = text(nullable=True, meaning="the reason it gives")


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
    """Return the pool with who was known to be out before tip-off and in the morning, and last."""
    reports = _resolved(injury_report, resolved_name)
    row = _with_inactive_list(pool_member, inactive_player)
    row = with_starters(row, _known(starting_lineup, PredictionTime.BEFORE_TIP))
    row = with_starters(row, _known(starting_lineup, LAST_WORD), "last_")
    morning = announced_starters(_known(known_lineup, PredictionTime.MORNING))
    row = with_starters(row, morning, "morning_")
    row = _with_report(row, reports, injury_submission, "reported", PredictionTime.BEFORE_TIP)
    row = _with_report(row, reports, injury_submission, "morning", PredictionTime.MORNING)
    row = _with_absence(row, known_lineup)
    return row.select(*PlayerPool.columns)


def _resolved(injury_report: Table, resolved_name: Table) -> Table:
    """Return the reports with ``player_id``, NULL while unresolved; one row per player."""
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
    """Return the pool with who is out at each time, and by which source.

    A lineup that has a player as inactive counts first, then the injury report, then a lineup
    that has the player as active. The inactive list that the league publishes with the box score
    counts for teams of which no lineup was captured in time.
    """
    row = pool
    for prefix, at in (("", PredictionTime.BEFORE_TIP), ("last_", LAST_WORD)):
        row = with_roster_status(row, _known(known_lineup, at))
        listed = (~row.has_lineup & row.listed.notnull(), row.listed, INACTIVE_LIST)
        row = _out(row, prefix, [listed, *_by_lineup_and_report(row, row.reported_out)])
    row = with_roster_status(row, _known(known_lineup, PredictionTime.MORNING))
    return _out(row, "morning_", [*_by_lineup_and_report(row, row.morning_out)])


def _known(lineups: Table, at: str) -> Table:
    return lineups.filter(lineups.known_at == str(at))


def _by_lineup_and_report(row: Table, reported: Any) -> list[tuple[Any, Any, str]]:
    return [
        (row.is_inactive, True, DAILY_LINEUP),
        (reported.notnull(), reported, INJURY_REPORT),
        (row.is_active, False, DAILY_LINEUP),
    ]


def _out(row: Table, prefix: str, ranked: list[tuple[Any, Any, str]]) -> Table:
    """Add PREFIXout and PREFIXout_source, by the first source that mentions the player."""
    out = cases(*((has, value) for has, value, _ in ranked))
    source = cases(*((has, name) for has, _, name in ranked))
    named = {f"{prefix}out": out, f"{prefix}out_source": source}
    return row.mutate(**named).drop("has_lineup", "is_inactive", "is_active")


def _with_report(
    pool: Table, injury_report: Table, injury_submission: Table, prefix: str, at: PredictionTime
) -> Table:
    """Add PREFIX_status, PREFIX_reason and PREFIX_out by the newest edition at a time.

    An edition counts for a team that had submitted to it. With editions at 11:30, to which the
    team had submitted, and at 17:30, to which it had not, the first one still stands. All three
    are NULL without such an edition; a player who is not in it is not out.
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
