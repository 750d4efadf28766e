"""Each game's lineups as published by each prediction time.

Only snapshots fetched by then count: before tip-off those strictly before it, in the morning those
of eight hours before tip-off or earlier.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.domain.prediction_time import PredictionTime
from tipoff.expressions import literal, union
from tipoff.kernel.declare.schema import Schema, boolean, day, instant, integer, text
from tipoff.kernel.declare.table import table
from tipoff.raw.daily_lineup import CONFIRMED, EXPECTED

if TYPE_CHECKING:
    from ibis.expr.types import BooleanValue, Table


class KnownLineup(Schema):
    """One player in the last lineup of a team that was known at one time."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    known_at = text(key=True, choices=tuple(PredictionTime), meaning="when the slate is looked at")
    team_id = integer(meaning="the player's team")
    captured_at = instant(unit="UTC", meaning="when the snapshot was fetched")
    lineup_status = text(
        nullable=True,
        choices=(CONFIRMED, EXPECTED),
        meaning="whether the team had confirmed its lineup",
    )
    starter = boolean(meaning="whether the player was to start")
    roster_status = text(nullable=True, meaning="Active or Inactive, as the league had it")


@table(schema=KnownLineup, may_be_empty=True)
def known_lineup(daily_lineup: Table, schedule: Table) -> Table:
    """Return each team's last lineup captured before tip-off, and its last of the morning."""
    published = daily_lineup.join(schedule.select("game_id", "tip_at"), "game_id")
    return union(*(_newest(published, at) for at in PredictionTime))


def _newest(published: Table, at: PredictionTime) -> Table:
    known = published.filter(_is_known(published, at))
    last = known.group_by("game_id", "team_id").aggregate(last_at=known.captured_at.max())
    rows = known.join(last, ["game_id", "team_id"])
    rows = rows.filter(rows.captured_at == rows.last_at).mutate(known_at=literal(str(at)))
    return rows.select(*KnownLineup.columns)


def _is_known(published: Table, at: PredictionTime) -> BooleanValue:
    if at is PredictionTime.MORNING:
        return published.captured_at <= published.tip_at - literal(at.before)
    return published.captured_at < published.tip_at
