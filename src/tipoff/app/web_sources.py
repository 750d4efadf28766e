"""The web services that the settings configure, each with the limits of its requests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tipoff.sources.injuries.client import InjuryReports
from tipoff.sources.lineups.client import DailyLineups
from tipoff.sources.nba.fetch import Endpoints as LeagueEndpoints
from tipoff.sources.nba.fetch import NbaStats, Wanted
from tipoff.sources.odds.fetch import Budget, OddsApi
from tipoff.sources.odds.fetch import Endpoints as OddsEndpoints

if TYPE_CHECKING:
    from tipoff.app.settings import Settings
    from tipoff.sources.http import Limits

ODDS_REQUESTS_PER_SECOND = 20.0
"""The service allows 30."""
ODDS_CONCURRENCY = 16
"""Roughly one request per game of a full slate: responses are slow, but small."""
CLOSING_MINUTES = (5,)
"""Minutes before tip-off at which closing prices of past games are requested.

By then the books have closed, or are about to.
"""


def league_season(
    settings: Settings,
    season: str,
    first: date = date.min,
    last: date = date.max,
    *,
    plays: bool = False,
) -> tuple[NbaStats, Limits]:
    """Return the league's services as a source of what is missing on dates of a season."""
    wanted = Wanted(first, last, plays, settings.nba_box_source)
    hosts = (settings.nba_stats_url, settings.nba_live_url, settings.nba_static_url)
    endpoints = LeagueEndpoints(*hosts, settings.league_headers())
    return NbaStats(season, endpoints, wanted), settings.league_limits()


def daily_lineups(settings: Settings, day: date) -> tuple[DailyLineups, Limits]:
    """Return the current lineups of a date as a source."""
    source = DailyLineups(settings.nba_lineups_url, day, settings.league_headers())
    return source, settings.league_limits()


def injury_reports(settings: Settings, day: date) -> tuple[InjuryReports, Limits]:
    """Return the editions of the injury report of a date as a source."""
    return InjuryReports(settings.injury_report_url, day), settings.limits()


def odds(
    settings: Settings,
    first: date,
    last: date,
    minutes_before: tuple[int, ...] = (),
    budget: int | None = None,
) -> tuple[OddsApi, Limits]:
    """Return the prices of games as a source.

    Args:
        settings: the settings, with the key.
        first: the first date.
        last: the last date.
        minutes_before: how many minutes before tip-off historical prices are requested for; current
            prices if empty.
        budget: credits that may be spent; those of the settings if None.

    Raises:
        UsageError: there is no key.
    """
    source = OddsApi(
        OddsEndpoints(
            settings.odds_api_url,
            settings.odds_key(),
            settings.odds_regions,
            settings.odds_bookmakers,
        ),
        first,
        last,
        minutes_before,
        Budget(settings.odds_budget if budget is None else budget, settings.odds_reserve),
    )
    limits = settings.limits(ODDS_REQUESTS_PER_SECOND)
    return source, replace(limits, concurrency=ODDS_CONCURRENCY)
