"""Whether there is enough history for a feature, and the reason if there is not.

In the first 21 days of a season a zone table requires fewer games: on day 12, counted from 0,
min(3 + 12 // 3, 10) = 7. A team with six games has a row without values and the reason
EXPECTED_INCOMPLETE; with nine games on day 21, when ten are required, it is INSUFFICIENT_HISTORY.
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
"""Every reason for missing values, and whether a later run can cure it."""
RAMP_DAYS = 21
"""Days at the start of a season in which missing history is expected."""

READINESS: dict[str, Column] = {
    "games_required": integer(
        minimum=0, unit="games", meaning="number of games required; with fewer the values are NULL"
    ),
    "reason": text(nullable=True, choices=tuple(CURABLE), meaning="why the values are NULL"),
    "reason_is_curable": boolean(nullable=True, meaning="whether a later run can cure the reason"),
}


def zone_minimum(season_day: Any) -> Any:
    """Return the games that a zone table requires on a day of the season: min(3 + day // 3, 10)."""
    return least(literal(3) + season_day // 3, 10)


def readiness(row: Table, schedule: Table, games: Any, minimum: Callable[[Any], Any]) -> Table:
    """Add the columns of ``READINESS``: the games required, and the reason if a row has fewer.

    Args:
        row: rows with ``game_date`` and ``season``.
        schedule: the schedule, going back at least to the first date of each season.
        games: the number of games that each row has.
        minimum: a function from the day of the season, counted from 0, to the games required.
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
    """Return whether a later run can cure a reason; NULL without a reason."""
    return cases(*((reason == name, cure) for name, cure in CURABLE.items()))
