"""The phase of the season on a date, derived from the dates of scheduled games."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

MIN_BREAK = timedelta(days=5)
"""The shortest gap between games that counts as the all-star break; holidays take four days at
most."""
MIN_OFF_SEASON = timedelta(days=21)
"""The shortest gap between games that counts as the off-season; it also applies before the first
known game and after the last."""
MAX_OFF_SEASON_DAYS = 200
"""The longest off-season after the last known game: the regular season of 2022-23 ended 198 days
before the next one began. After that a new season has begun and its schedule is missing."""


class Phase(StrEnum):
    """The phase of the league's year on a date."""

    IN_SEASON = "in season"
    BREAK = "in a break"
    OFF_SEASON = "in the off-season"
    OVERDUE = "a season without a schedule"
    """The last known game is so long ago that a new season has begun."""
    UNKNOWN = "no schedule"


@dataclass(frozen=True, slots=True)
class Season:
    """A date's phase, and the known games around it."""

    phase: Phase
    last_game: date | None
    """The last date with games before the date."""
    next_game: date | None
    """The first date with games on or after the date."""


def season_on(day: date, game_dates: Collection[date]) -> Season:
    """Return the phase of a date, from the dates on which a schedule has games.

    For example, in 2024 there were games on 15 February and then on the 22nd. The 18th lies in a
    pause of seven days, at least ``MIN_BREAK``, so it is in a break.
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
    """Return the phase of a date after all known games."""
    since = day - last
    if since < MIN_OFF_SEASON:
        return Phase.IN_SEASON
    return Phase.OFF_SEASON if since.days <= MAX_OFF_SEASON_DAYS else Phase.OVERDUE
