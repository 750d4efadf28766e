"""What a date is in the league's year, by the games of its schedule.

A date has games, or it is a day off, lies in the all-star break or in the off-season, or all its
games were postponed. The schedule alone says so; no date of any season stands in the code.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from tipoff.domain.season_pauses import MIN_BREAK, MIN_OFF_SEASON

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

PLAYOFFS = ("004", "005")
"""How the ids of games of the playoffs and the play-in begin."""


class Phase(StrEnum):
    """What a date is in the league's year."""

    GAMES = "games"
    NO_GAMES = "no games"
    POSTPONED = "all games postponed"
    ALL_STAR_BREAK = "all-star break"
    OFF_SEASON = "off-season"
    UNKNOWN = "no schedule known"


@dataclass(frozen=True, slots=True)
class ScheduledGame:
    """A game of the schedule."""

    game_id: str
    day: date
    """US Eastern."""
    tip_at: datetime | None
    """UTC, with its zone; None where the schedule has no time yet."""
    is_final: bool = False


@dataclass(frozen=True)
class LeagueCalendar:
    """The games of all schedules that are known, and the dates that lost theirs."""

    games: tuple[ScheduledGame, ...] = ()
    postponed_days: frozenset[date] = field(default_factory=frozenset)
    """Dates on which a game is listed as postponed."""

    @classmethod
    def of(cls, games: Iterable[ScheduledGame], postponed: Iterable[date] = ()) -> LeagueCalendar:
        """Return the calendar of some games, in whatever order they come."""
        ordered = sorted(games, key=lambda game: (game.day, game.game_id))
        return cls(tuple(ordered), frozenset(postponed))

    @cached_property
    def by_day(self) -> dict[date, tuple[ScheduledGame, ...]]:
        """The games of each date that has any, in order of date."""
        found: dict[date, list[ScheduledGame]] = defaultdict(list)
        for game in self.games:
            found[game.day].append(game)
        return {day: tuple(games) for day, games in sorted(found.items())}

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The dates that have games, in order."""
        return tuple(self.by_day)

    def phase(self, day: date) -> Phase:
        """Return what a date is."""
        if day in self.by_day:
            return Phase.GAMES
        if not self.days:
            return Phase.UNKNOWN
        before, after = self.neighbours(day)
        if day in self.postponed_days:
            return Phase.POSTPONED
        if before is None or after is None:
            edge = before or after or day
            return Phase.NO_GAMES if abs(day - edge) < MIN_OFF_SEASON else Phase.OFF_SEASON
        if after - before >= MIN_OFF_SEASON:
            return Phase.OFF_SEASON
        is_break = after - before >= MIN_BREAK and not self._in_playoffs(before, after)
        return Phase.ALL_STAR_BREAK if is_break else Phase.NO_GAMES

    def neighbours(self, day: date) -> tuple[date | None, date | None]:
        """Return the last date with games before a date, and the first after it."""
        before, after = bisect_left(self.days, day), bisect_right(self.days, day)
        return (
            self.days[before - 1] if before else None,
            self.days[after] if after < len(self.days) else None,
        )

    def _in_playoffs(self, *days: date) -> bool:
        return any(game.game_id.startswith(PLAYOFFS) for day in days for game in self.by_day[day])
