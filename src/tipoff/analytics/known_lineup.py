"""Each game's lineups as known at each prediction time, and at tip-off.

Only snapshots fetched by the prediction time count: half an hour before tip-off, and eight hours
before tip-off in the morning. For a game without a result, every snapshot from before tip-off
counts for the prediction before tip-off, since it exists when the live prediction is made. Models
learn from the lineup known at tip-off: the last snapshot strictly before it.

With snapshots at 23:20 and 23:45 and tip-off at midnight, a live prediction made at 23:50 reads the
snapshot of 23:45, and the replay, made as of 23:30, reads that of 23:20.
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

AT_TIP_OFF = "tip-off"
"""The time of the last lineups before a game, used for training; no prediction is made then."""


class KnownLineup(Schema):
    """One player in the last lineup of a team that was known at a given time."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    known_at = text(
        key=True, choices=(*PredictionTime, AT_TIP_OFF), meaning="the time at which it was known"
    )
    team_id = integer(meaning="the player's team")
    captured_at = instant(unit="UTC", meaning="when the snapshot was fetched")
    lineup_status = text(
        nullable=True,
        choices=(CONFIRMED, EXPECTED),
        meaning="whether the team had confirmed its lineup",
    )
    starter = boolean(meaning="whether the player was to start")
    roster_status = text(nullable=True, meaning="Active or Inactive, as the league published it")


@table(schema=KnownLineup, may_be_empty=True)
def known_lineup(daily_lineup: Table, schedule: Table) -> Table:
    """Return each team's last lineup known in the morning, before tip-off and at tip-off."""
    games = schedule.select("game_id", "game_date", "tip_at", "is_final")
    published = daily_lineup.join(games, ["game_id", "game_date"])
    return union(*(_newest(published, at) for at in (*PredictionTime, AT_TIP_OFF)))


def _newest(published: Table, at: str) -> Table:
    known = published.filter(_is_known(published, at))
    last = known.group_by("game_id", "team_id").aggregate(last_at=known.captured_at.max())
    rows = known.join(last, ["game_id", "team_id"])
    rows = rows.filter(rows.captured_at == rows.last_at).mutate(known_at=literal(str(at)))
    return rows.select(*KnownLineup.columns)


def _is_known(published: Table, at: str) -> BooleanValue:
    in_time = published.captured_at < published.tip_at
    if at == AT_TIP_OFF:
        return in_time
    by_then = published.captured_at <= published.tip_at - literal(PredictionTime(at).before)
    if at == PredictionTime.BEFORE_TIP:
        return by_then | (in_time & ~published.is_final)
    return by_then
