"""The league's calendar read from the landed schedules, and the seasons to ask for."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from tipoff.domain.league_time import is_tip_of
from tipoff.domain.season import MIN_OFF_SEASON
from tipoff.kernel.errors import PayloadError
from tipoff.operations.calendar import LeagueCalendar, ScheduledGame
from tipoff.sources.nba.league_schedule import (
    FINAL,
    league_schedule,
    postponed_dates,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tipoff.kernel.declare.payload import Landed
    from tipoff.landing import PayloadStore

logger = logging.getLogger(__name__)
NEW_SEASON_MONTH = 8
"""August: by then the schedule of the season that begins in that year is published."""
MAX_SEASONS = 2
"""Number of seasons that are read: the one in progress and the one before."""


@dataclass(frozen=True)
class LandedSchedule:
    """The games of the newest seasons."""

    calendar: LeagueCalendar
    seasons: Mapping[str, LeagueCalendar]
    """The calendar of each season, by its label, such as 2026-27."""

    @property
    def is_empty(self) -> bool:
        """Whether no schedule is known."""
        return not self.calendar.games


NOTHING_LANDED = LandedSchedule(LeagueCalendar(), {})


def landed_schedule(landing: PayloadStore, max_seasons: int | None = MAX_SEASONS) -> LandedSchedule:
    """Return the schedule of the newest seasons, from each season's newest readable answer.

    ``max_seasons`` limits the seasons; None reads all of them.

    Raises:
        PayloadError: no answer for a season can be read.
    """
    by_season: dict[str, list[Landed]] = {}
    for answers in landing.answers(league_schedule.resource, {}):
        by_season.setdefault(answers[0].parameters.get("Season", ""), []).extend(answers)
    newest = sorted(by_season)[-max_seasons:] if max_seasons else sorted(by_season)
    seasons = {label: _newest_readable(landing, by_season[label]) for label in newest}
    return LandedSchedule(
        LeagueCalendar.of(
            (game for each in seasons.values() for game in each.games),
            (day for each in seasons.values() for day in each.postponed_days),
        ),
        seasons,
    )


def seasons_to_ask(schedule: LandedSchedule, today: date) -> list[str]:
    """Return the seasons to ask the league for on a date.

    These are the seasons in progress or coming, and those that ended within the last three weeks.
    If there are none, or no schedule is known, it is the season that the date belongs to, or the
    newest known one if that is later.
    """
    active = [
        label
        for label, season in schedule.seasons.items()
        if season.days and season.days[-1] + MIN_OFF_SEASON >= today
    ]
    return active or [max([season_label(today), *schedule.seasons])]


def season_label(day: date) -> str:
    """Return the label of the newest season whose schedule is published on a date."""
    year = day.year if day.month >= NEW_SEASON_MONTH else day.year - 1
    return f"{year}-{(year + 1) % 100:02d}"


def _newest_readable(landing: PayloadStore, answers: Sequence[Landed]) -> LeagueCalendar:
    """Return the calendar of the newest answer that can be read.

    Raises:
        PayloadError: none of the answers can be read.
    """
    failure: PayloadError | None = None
    for landed in sorted(answers, key=lambda each: each.fetched_at, reverse=True):
        try:
            payload = landing.read(landed.number)
            columns = league_schedule.parse(payload)
            return LeagueCalendar.of(_games(columns), postponed_dates(payload))
        except PayloadError as error:
            logger.info("a schedule cannot be read: %s", error)
            failure = failure or error
    raise failure or PayloadError("no schedule is landed")


def _games(columns: Mapping[str, Sequence[object]]) -> Iterator[ScheduledGame]:
    names = ("gameId", "gameDate", "gameDateTimeUTC", "gameStatus")
    for game_id, day, tip, status in zip(*(columns[n] for n in names), strict=True):
        if isinstance(day, date):
            is_known = isinstance(tip, datetime) and is_tip_of(day, tip)
            tip_at = tip.replace(tzinfo=UTC) if is_known else None
            yield ScheduledGame(str(game_id), day, tip_at, status == FINAL)
