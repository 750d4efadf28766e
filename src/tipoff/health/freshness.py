"""Limits on the age of each source, and the sources that exceed them.

A source is judged in one of two ways. By dates: the number of dates with games since the last date
it has rows for, whether or not the schedule calls those games final. By time: how long ago it last
answered, whatever the answer was. Limits in time depend on the season's phase; limits in dates do
not, since a break has no dates with games.

For example, prices have rows for 3 January and none since, and there were games on the 4th, 5th and
6th. On the 7th the source is three dates behind, which is its limit: it is stale. In the all-star
break nothing would be missing, however long it lasts.

Computed tables have no limit here: every date that the grid expects and that they lack is a problem
of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from tipoff.domain.season import Phase, season_on

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

INGEST = "`tipoff ingest {}`"


@dataclass(frozen=True, slots=True)
class Limit:
    """The limits of one source."""

    source: str
    """Its name for people."""
    table: str
    """The raw table that holds its rows."""
    cure: str
    """The command that fetches it."""
    max_dates: int | None = None
    """Number of dates with games without rows at which it is stale; None for no limit."""
    max_silence: Mapping[Phase, timedelta] = field(default_factory=dict)
    """Longest time since its last answer, by phase; a phase that is not named has no limit."""
    required: bool = False
    """Whether every home needs it. Other sources that were never asked count as not used."""

    def for_season(self, season: str) -> Limit:
        """Return the limit with the season filled into its cure."""
        return replace(self, cure=self.cure.replace(SEASON, season))


SEASON = "SEASON"
"""Placeholder in a cure for a season that is not known."""
NBA, DAILY = INGEST.format(f"nba --season {SEASON}"), "--date DATE"
LIMITS = (
    Limit(
        "schedule",
        "schedule",
        NBA,
        max_silence={
            Phase.IN_SEASON: timedelta(hours=36),
            Phase.BREAK: timedelta(days=4),
            Phase.OFF_SEASON: timedelta(days=21),
        },
        required=True,
    ),
    Limit("player box scores", "player_box_score", NBA, max_dates=2, required=True),
    Limit("team box scores", "team_box_score", NBA, max_dates=2, required=True),
    Limit("shots", "shot", NBA, max_dates=2),
    Limit("playing time", "player_rotation", NBA, max_dates=3),
    Limit("inactive lists", "inactive_player", NBA, max_dates=3),
    Limit(
        "rosters",
        "roster",
        NBA,
        max_silence={Phase.IN_SEASON: timedelta(days=14), Phase.BREAK: timedelta(days=21)},
    ),
    Limit("lineups", "daily_lineup", INGEST.format("lineups"), max_dates=3),
    Limit("injury reports", "injury_report", INGEST.format(f"injuries {DAILY}"), max_dates=3),
    Limit("player props", "prop_price", INGEST.format(f"odds {DAILY}"), max_dates=3),
    Limit("game odds", "game_price", INGEST.format(f"odds {DAILY}"), max_dates=3),
    Limit("play-by-play", "play", INGEST.format(f"nba --season {SEASON} --plays"), max_dates=7),
    Limit("live predictions", "live_prediction", "`tipoff run`", max_dates=1),
)
"""The limits of each source whose rows the calendar expects. Tables that people fill by hand, such
as settled names and promotions, have none."""


@dataclass(frozen=True, slots=True)
class LastSeen:
    """The last rows and the last answer received from one source."""

    last_date: date | None
    """The last date with rows."""
    answered_at: datetime | None
    """When it last answered; None if it never did."""


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """The freshness of one source."""

    source: str
    table: str
    last_date: date | None
    answered_at: datetime | None
    dates_behind: int
    """Number of dates with games after the last date with rows, excluding today; 0 for a source
    that is judged by time."""
    stale: str
    """A sentence with the reason why it is stale and the cure; empty if it is fresh."""
    used: bool
    """Whether it was ever asked."""

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> SourceStatus:
        """Return the status from the values that were read from JSON."""
        last, answered = values["last_date"], values["answered_at"]
        return cls(
            **{
                **values,
                "last_date": date.fromisoformat(last) if last else None,
                "answered_at": datetime.fromisoformat(answered) if answered else None,
            }
        )


def freshness(
    limits: Collection[Limit],
    last_seen: Mapping[str, LastSeen],
    game_dates: Collection[date],
    now: datetime,
    today: date,
    season: str | None = None,
) -> tuple[SourceStatus, ...]:
    """Return the freshness of every source.

    Args:
        limits: the limits of the sources.
        last_seen: what was last received from each, by its table.
        game_dates: the dates on which the schedule has games.
        now: the time, timezone-aware.
        today: the league's date at that time.
        season: the label of the season in progress; None if there is none.
    """
    named = limits if season is None else [limit.for_season(season) for limit in limits]
    return tuple(
        _source_status(limit, last_seen[limit.table], game_dates, now, today)
        for limit in named
        if limit.table in last_seen
    )


def next_stale(
    limits: Collection[Limit],
    last_seen: Mapping[str, LastSeen],
    game_dates: Collection[date],
    now: datetime,
    today: date,
) -> datetime | None:
    """Return when the next source becomes stale by time alone; None if none does."""
    phase = season_on(today, game_dates).phase
    times = [
        answered + silence
        for limit in limits
        if (silence := limit.max_silence.get(phase)) is not None
        and limit.table in last_seen
        and (answered := last_seen[limit.table].answered_at) is not None
    ]
    return min((each for each in times if each > now), default=None)


def _source_status(
    limit: Limit, last_seen: LastSeen, game_dates: Collection[date], now: datetime, today: date
) -> SourceStatus:
    used = limit.required or last_seen.answered_at is not None or last_seen.last_date is not None
    since = last_seen.last_date or date.min
    by_dates = limit.max_dates is not None
    behind = sum(since < day < today for day in game_dates) if by_dates else 0
    stale = _stale(limit, last_seen, behind, game_dates, now, today) if used else ""
    return SourceStatus(
        limit.source, limit.table, last_seen.last_date, last_seen.answered_at, behind, stale, used
    )


def _stale(
    limit: Limit,
    last_seen: LastSeen,
    behind: int,
    game_dates: Collection[date],
    now: datetime,
    today: date,
) -> str:
    """Return why a source is stale; empty text if it is not."""
    if limit.max_dates is not None:
        last = "ever" if last_seen.last_date is None else f"since {last_seen.last_date}"
        return (
            f"{limit.source}: no rows {last}, {counted(behind, 'date')} with games behind"
            f" (limit {limit.max_dates}): {limit.cure}"
            if behind >= limit.max_dates
            else ""
        )
    if limit.required and last_seen == LastSeen(None, None):
        return f"{limit.source}: nothing was ever ingested: {limit.cure}"
    if limit.required and last_seen.last_date is None:
        return f"{limit.source}: answered, and no rows are read: `tipoff run` reads what is landed"
    season = season_on(today, game_dates)
    if season.phase is Phase.OVERDUE and limit.required:
        days = (today - (season.last_game or today)).days
        return (
            f"{limit.source}: the last game known is of {season.last_game}, {days} days ago, and"
            f" no off-season lasts that long: {limit.cure}"
        )
    return _stale_by_time(limit, last_seen.answered_at, season.phase, now)


def _stale_by_time(limit: Limit, answered_at: datetime | None, phase: Phase, now: datetime) -> str:
    """Return why a source is stale by the time since its last answer; empty text if it is not."""
    silence = limit.max_silence.get(phase)
    if answered_at is None or silence is None or now - answered_at <= silence:
        return ""
    return (
        f"{limit.source}: last answered {lasting(now - answered_at)} ago (limit"
        f" {lasting(silence)} {phase}): {limit.cure}"
    )


def lasting(duration: timedelta) -> str:
    """Return a duration as text: in hours up to two days, then in days."""
    hours = duration.total_seconds() / 3600
    return counted(round(hours), "hour") if hours < 48 else counted(round(hours / 24), "day")


def counted(count: int, what: str) -> str:
    """Return a count with its noun, such as "1 date" or "1,234 dates"."""
    return f"{count:,} {what}" + ("" if count == 1 else "s")
