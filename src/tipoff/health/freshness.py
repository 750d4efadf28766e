"""How old each source may be, by the season's phase, and which of them are older.

A source is judged in two ways. By the grid: how many dates with games have passed since the last
that it has rows of, whether or not the schedule calls those games final. By the clock: how long
ago it answered the last time, whatever it answered. The grid needs no phase, as no dates with games
pass in a break; the clock's limits depend on it.

For example, prices have rows of 3 January and none since, and there were games on the 4th, 5th and
6th. On the 7th the source is three dates behind, which is its limit: it is stale. In the all-star
break nothing would be missing, however long it lasts.

Tables that are computed have no limit of their own: every date that the grid expects and that they
lack is a problem by itself.
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
    """How long a source may be silent."""

    source: str
    """Its name, as people know it."""
    table: str
    """The raw table that its rows are in."""
    cure: str
    """The command that asks it."""
    max_dates: int | None = None
    """Dates with games that may pass without rows: with as many it is stale."""
    max_silence: Mapping[Phase, timedelta] = field(default_factory=dict)
    """How long ago it may have answered, by phase; a phase that is not named sets no limit."""
    required: bool = False
    """Whether a home cannot do without it; another one that was never asked is not used."""

    def naming(self, season: str) -> Limit:
        """Return the limit with a cure that names the season to ask for."""
        return replace(self, cure=self.cure.replace(SEASON, season))


SEASON = "SEASON"
"""What stands in a cure for a season whose name is not known."""
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
"""Of each source of rows that the calendar expects. Words of people, names and promotions, come
when somebody has something to say."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a home has of one source."""

    last_date: date | None
    """The last date that it has rows of."""
    answered_at: datetime | None
    """When it answered the last time; None if it never did."""


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """How fresh one source is."""

    source: str
    table: str
    last_date: date | None
    answered_at: datetime | None
    dates_behind: int
    """Dates with games since the last that it has rows of, today's left out; 0 of one that is
    judged by the clock."""
    stale: str
    """Why it is stale, with what cures it, as a sentence; empty if it is not."""
    used: bool
    """Whether it was ever asked."""

    @classmethod
    def from_dict(cls, stated: Mapping[str, Any]) -> SourceStatus:
        """Return the status that went through JSON."""
        last, answered = stated["last_date"], stated["answered_at"]
        return cls(
            **{
                **stated,
                "last_date": date.fromisoformat(last) if last else None,
                "answered_at": datetime.fromisoformat(answered) if answered else None,
            }
        )


def freshness(
    limits: Collection[Limit],
    heard: Mapping[str, Heard],
    game_dates: Collection[date],
    now: datetime,
    today: date,
    season: str | None = None,
) -> tuple[SourceStatus, ...]:
    """Judge every source.

    Args:
        limits: of the sources.
        heard: what there is of each, by its table.
        game_dates: the dates on which the schedule has games.
        now: the time, aware.
        today: the league's date at that time.
        season: the one that the schedule has on that date; None if it has none.
    """
    asked = limits if season is None else [limit.naming(season) for limit in limits]
    return tuple(
        _judged(limit, heard[limit.table], game_dates, now, today)
        for limit in asked
        if limit.table in heard
    )


def next_stale(
    limits: Collection[Limit],
    heard: Mapping[str, Heard],
    game_dates: Collection[date],
    now: datetime,
    today: date,
) -> datetime | None:
    """Return when a source becomes stale by the clock alone, if none answers and no date passes."""
    phase = season_on(today, game_dates).phase
    times = [
        answered + silence
        for limit in limits
        if (silence := limit.max_silence.get(phase)) is not None
        and limit.table in heard
        and (answered := heard[limit.table].answered_at) is not None
    ]
    return min((each for each in times if each > now), default=None)


def _judged(
    limit: Limit, heard: Heard, game_dates: Collection[date], now: datetime, today: date
) -> SourceStatus:
    used = limit.required or heard.answered_at is not None or heard.last_date is not None
    since = heard.last_date or date.min
    dated = limit.max_dates is not None
    behind = sum(since < day < today for day in game_dates) if dated else 0
    stale = _stale(limit, heard, behind, game_dates, now, today) if used else ""
    return SourceStatus(
        limit.source, limit.table, heard.last_date, heard.answered_at, behind, stale, used
    )


def _stale(
    limit: Limit,
    heard: Heard,
    behind: int,
    game_dates: Collection[date],
    now: datetime,
    today: date,
) -> str:
    """Return why a source is stale, empty if it is not."""
    if limit.max_dates is not None:
        last = "ever" if heard.last_date is None else f"since {heard.last_date}"
        return (
            f"{limit.source}: no rows {last}, {counted(behind, 'date')} with games behind"
            f" (limit {limit.max_dates}): {limit.cure}"
            if behind >= limit.max_dates
            else ""
        )
    if limit.required and heard == Heard(None, None):
        return f"{limit.source}: nothing was ever ingested: {limit.cure}"
    if limit.required and heard.last_date is None:
        return f"{limit.source}: answered, and no rows are read: `tipoff run` reads what is landed"
    season = season_on(today, game_dates)
    if season.phase is Phase.OVERDUE and limit.required:
        days = (today - (season.last_game or today)).days
        return (
            f"{limit.source}: the last game known is of {season.last_game}, {days} days ago, and"
            f" no off-season lasts that long: {limit.cure}"
        )
    return _silent(limit, heard.answered_at, season.phase, now)


def _silent(limit: Limit, answered_at: datetime | None, phase: Phase, now: datetime) -> str:
    silence = limit.max_silence.get(phase)
    if answered_at is None or silence is None or now - answered_at <= silence:
        return ""
    return (
        f"{limit.source}: last answered {lasting(now - answered_at)} ago (limit"
        f" {lasting(silence)} {phase}): {limit.cure}"
    )


def lasting(duration: timedelta) -> str:
    """Return a duration for people: hours up to two days, then days."""
    hours = duration.total_seconds() / 3600
    return counted(round(hours), "hour") if hours < 48 else counted(round(hours / 24), "day")


def counted(count: int, what: str) -> str:
    """Return a number of things, the word in the plural where it is not one."""
    return f"{count:,} {what}" + ("" if count == 1 else "s")
