"""Whether there is enough history for a feature: the ramp of a young season, and reasons.

In the first 21 days of a season a zone table asks for fewer games: on day 12, counted from 0, for
min(3 + 12 // 3, 10) = 7. A team with six has a row without values whose reason is
EXPECTED_INCOMPLETE; with nine games on day 21, when ten are asked for, it is INSUFFICIENT_HISTORY.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.expressions import cases, least, literal
from tipoff.kernel.declare.schema import Column, boolean, integer, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from ibis.expr.types import Table

EXPECTED_INCOMPLETE = "EXPECTED_INCOMPLETE"
INSUFFICIENT_HISTORY = "INSUFFICIENT_HISTORY"
MISSING_UPSTREAM = "MISSING_UPSTREAM"
INCOMPLETE_UPSTREAM = "INCOMPLETE_UPSTREAM"
STALE_UPSTREAM = "STALE_UPSTREAM"
PLAYER_DNP = "PLAYER_DNP"
NAME_UNRESOLVED = "NAME_UNRESOLVED"
VALIDATION_ERROR = "VALIDATION_ERROR"
PROCESSING_ERROR = "PROCESSING_ERROR"
CURABLE = {
    EXPECTED_INCOMPLETE: False,
    INSUFFICIENT_HISTORY: False,
    MISSING_UPSTREAM: True,
    INCOMPLETE_UPSTREAM: True,
    STALE_UPSTREAM: True,
    PLAYER_DNP: False,
    NAME_UNRESOLVED: True,
    VALIDATION_ERROR: True,
    PROCESSING_ERROR: True,
}
"""Every reason why something is missing, and whether a later run can cure it."""
RAMP_DAYS = 21


READINESS: dict[str, Column] = {
    "games_required": integer(minimum=0, unit="games", meaning="with fewer there are no values"),
    "reason": text(nullable=True, choices=tuple(CURABLE), meaning="why there are no values"),
    "reason_is_curable": boolean(nullable=True, meaning="whether a later run can cure it"),
}


def zone_minimum(season_day: Any) -> Any:
    """Return the games that a zone table asks for on a day of the season: min(3 + day // 3, 10)."""
    return least(literal(3) + season_day // 3, 10)


def readiness(row: Table, schedule: Table, games: Any, minimum: Callable[[Any], Any]) -> Table:
    """Add ``READINESS``: the games asked for, and the reason if a row has fewer.

    Args:
        row: with ``game_date`` and ``season``.
        schedule: with the season's first date among those it shows.
        games: how many there are.
        minimum: the games asked for on a day of the season, from 0.
    """
    starts = schedule.group_by(start_of="season").aggregate(starts_on=schedule.game_date.min())
    counted = row.mutate(counted=games).join(starts, row.season == starts.start_of)
    day = counted.game_date.delta(counted.starts_on, unit="day")
    required = minimum(day).cast("int64")
    early = cases((day < RAMP_DAYS, EXPECTED_INCOMPLETE), otherwise=INSUFFICIENT_HISTORY)
    reason = cases((counted.counted < required, early))
    return counted.mutate(
        games_required=required, reason=reason, reason_is_curable=curable(reason)
    ).drop("counted", "start_of", "starts_on")


def curable(reason: Any) -> Any:
    """Return whether a later run can cure the reason; NULL without one."""
    return cases(*((reason == name, cure) for name, cure in CURABLE.items()))
