"""The kind of a date in the league's year, derived from the schedule.

A date has games, or it is a day off, lies in the all-star break or in the off-season, or all its
games were postponed. This follows from the schedule alone: no season's dates are hard-coded.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from tipoff.domain.season import Phase, season_on

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

PLAYOFFS = ("004", "005")
"""Prefixes of the game ids of the playoffs and the play-in. The days between two series are days
off, not an all-star break."""


class DayKind(StrEnum):
    """The kind of a date, which decides its jobs."""

    GAMES = "games"
    NO_GAMES = "no games"
    POSTPONED = "all games postponed"
    ALL_STAR_BREAK = "all-star break"
    OFF_SEASON = "off-season"
    UNKNOWN = "no schedule known"


WITHOUT_GAMES = {
    Phase.IN_SEASON: DayKind.NO_GAMES,
    Phase.BREAK: DayKind.ALL_STAR_BREAK,
    Phase.OFF_SEASON: DayKind.OFF_SEASON,
    Phase.OVERDUE: DayKind.OFF_SEASON,
}
"""The kind of a date without games, by the season's phase."""


@dataclass(frozen=True, slots=True)
class ScheduledGame:
    """A game of the schedule."""

    game_id: str
    day: date
    """US Eastern."""
    tip_at: datetime | None
    """UTC, timezone-aware; None where the schedule has no time yet."""
    is_final: bool = False


@dataclass(frozen=True)
class LeagueCalendar:
    """The games of all known schedules, and the dates with postponed games."""

    games: tuple[ScheduledGame, ...] = ()
    postponed_days: frozenset[date] = field(default_factory=frozenset)
    """Dates on which a game is listed as postponed."""

    @classmethod
    def of(cls, games: Iterable[ScheduledGame], postponed: Iterable[date] = ()) -> LeagueCalendar:
        """Return the calendar of games given in any order."""
        ordered = sorted(games, key=lambda game: (game.day, game.game_id))
        return cls(tuple(ordered), frozenset(postponed))

    @cached_property
    def by_day(self) -> dict[date, tuple[ScheduledGame, ...]]:
        """The games of each date that has any, sorted by date."""
        by_day: dict[date, list[ScheduledGame]] = defaultdict(list)
        for game in self.games:
            by_day[game.day].append(game)
        return {day: tuple(games) for day, games in sorted(by_day.items())}

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The dates that have games, in order."""
        return tuple(self.by_day)

    def kind(self, day: date) -> DayKind:
        """Return the kind of a date."""
        if day in self.by_day:
            return DayKind.GAMES
        season = season_on(day, self.days)
        if season.phase is Phase.UNKNOWN:
            return DayKind.UNKNOWN
        if day in self.postponed_days:
            return DayKind.POSTPONED
        if season.phase is Phase.BREAK and self._in_playoffs(season.last_game, season.next_game):
            return DayKind.NO_GAMES
        return WITHOUT_GAMES[season.phase]

    def _in_playoffs(self, *days: date | None) -> bool:
        games = (game for day in days if day is not None for game in self.by_day[day])
        return any(game.game_id.startswith(PLAYOFFS) for game in games)
