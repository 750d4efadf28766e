"""Whether there is enough of the past to say anything: the ramp of a young season, and reasons."""

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
    "games_required": integer(
        minimum=0, unit="games", meaning="fewer than this and nothing is said"
    ),
    "reason": text(nullable=True, choices=tuple(CURABLE), meaning="why nothing is said"),
    "reason_is_curable": boolean(nullable=True, meaning="whether a later run can cure it"),
}


def zone_minimum(season_day: Any) -> Any:
    """Games that a zone table asks for on a day of the season: min(3 + day // 3, 10)."""
    return least(literal(3) + season_day // 3, 10)


def readiness(row: Table, schedule: Table, games: Any, minimum: Callable[[Any], Any]) -> Table:
    """The rows with ``READINESS``: too few games are expected in the season's first 21 days.

    Args:
        row: with ``game_date`` and ``season``.
        schedule: with the season's first date among those it shows.
        games: how many were found.
        minimum: the games asked for on a day of the season, from 0.
    """
    starts = schedule.group_by(start_of="season").aggregate(starts_on=schedule.game_date.min())
    found = row.mutate(found=games).join(starts, row.season == starts.start_of)
    day = found.game_date.delta(found.starts_on, unit="day")
    required = minimum(day).cast("int64")
    early = cases((day < RAMP_DAYS, EXPECTED_INCOMPLETE), otherwise=INSUFFICIENT_HISTORY)
    reason = cases((found.found < required, early))
    return found.mutate(
        games_required=required, reason=reason, reason_is_curable=curable(reason)
    ).drop("found", "start_of", "starts_on")


def curable(reason: Any) -> Any:
    """Whether a later run can cure the reason; NULL without one."""
    return cases(*((reason == name, cure) for name, cure in CURABLE.items()))
