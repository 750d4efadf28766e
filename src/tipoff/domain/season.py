"""The phase of the season on a date, as the games of the schedule tell it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

MIN_BREAK = timedelta(days=5)
"""Between two games of the regular season this far apart lies the all-star break; the holidays
take four days at most."""
MIN_OFF_SEASON = timedelta(days=21)
"""Between two games this far apart lies the off-season; and so it does before the first game that
is known and after the last one."""
MAX_OFF_SEASON_DAYS = 200
"""After the last game that is known: the regular season of 2022-23 ended 198 days before the next
one began. Later than that another season is under way, of which no schedule is known."""


class Phase(StrEnum):
    """What a date is in the league's year."""

    IN_SEASON = "in season"
    BREAK = "in a break"
    OFF_SEASON = "in the off-season"
    OVERDUE = "a season without a schedule"
    """The last game that is known is so long ago that another season has begun."""
    UNKNOWN = "no schedule"


@dataclass(frozen=True, slots=True)
class Season:
    """Where a date lies between the games that are known."""

    phase: Phase
    last_game: date | None
    """The last date with games before the date."""
    next_game: date | None
    """The first date with games from the date on."""


def season_on(day: date, game_dates: Collection[date]) -> Season:
    """Return the phase of a date, from the dates on which a schedule has games.

    The all-star break of 2024 has games on 15 February and then on the 22nd: the 18th lies in a
    pause of seven days, which is no less than ``MIN_BREAK``, so it is in a break.
    """
    last = max((each for each in game_dates if each < day), default=None)
    following = min((each for each in game_dates if each >= day), default=None)
    return Season(_phase(day, last, following), last, following)


def _phase(day: date, last: date | None, following: date | None) -> Phase:
    if last is None and following is None:
        return Phase.UNKNOWN
    if following is None:
        return _after(day, last) if last is not None else Phase.UNKNOWN
    if following == day:
        return Phase.IN_SEASON
    if last is None:
        return Phase.IN_SEASON if following - day < MIN_OFF_SEASON else Phase.OFF_SEASON
    pause = following - last
    if pause >= MIN_OFF_SEASON:
        return Phase.OFF_SEASON
    return Phase.IN_SEASON if pause < MIN_BREAK else Phase.BREAK


def _after(day: date, last: date) -> Phase:
    """Return the phase of a date after all games that are known."""
    since = day - last
    if since < MIN_OFF_SEASON:
        return Phase.IN_SEASON
    return Phase.OFF_SEASON if since.days <= MAX_OFF_SEASON_DAYS else Phase.OVERDUE
