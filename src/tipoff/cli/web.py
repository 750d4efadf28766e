"""Commands that ask web services, and the replay that stands in for them."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tipoff.cli import show
from tipoff.cli.commands import (
    From,
    Json,
    To,
    asked_dates,
    command,
    ingest,
    land,
    load_settings,
    open_home,
    parse_day,
)
from tipoff.cli.progress import progress_bar
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tipoff.kernel.declare.payload import Payload
    from tipoff.sources.http import Limits, WebSource

ODDS_REQUESTS_PER_SECOND = 20.0
"""The service allows thirty."""
ODDS_CONCURRENCY = 16
"""As many requests as a full slate has games: it answers slowly, and each answer is small."""
CLOSING_MINUTES = (5,)
"""Before tip-off: books have closed or are about to."""
dev = typer.Typer(help="For those who work on Tipoff itself.", no_args_is_help=True)


@ingest.command("nba")
@command
def ingest_nba(
    season: Annotated[str, typer.Option(help="Such as 2025-26.")],
    first: From = None,
    last: To = None,
    plays: Annotated[
        bool, typer.Option(help="Play-by-play too: one request more per game.")
    ] = False,
    bulk: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Land the season's files in DIR instead.")
    ] = None,
    json: Json = False,
) -> None:
    """Fetch what is missing of a season from the league's statistics service."""
    from tipoff.sources.bulk.directory import BulkSeason
    from tipoff.sources.nba.fetch import Endpoints, NbaStats, Wanted

    if bulk is not None:
        if first or last or plays:
            raise UsageError("--bulk lands what is in DIR: it takes no --from, --to or --plays")
        land(open_home(), BulkSeason(bulk, _season(season)), json)
        return
    settings = load_settings()
    wanted = Wanted(
        parse_day(first) if first else date.min,
        parse_day(last) if last else date.max,
        plays,
        settings.nba_box_source,
    )
    hosts = (settings.nba_stats_url, settings.nba_live_url)
    source = NbaStats(_season(season), Endpoints(*hosts, settings.league_headers()), wanted)
    ingest_from_web(source, settings.league_limits(), json)


@ingest.command("lineups")
@command
def ingest_lineups(
    day: Annotated[
        str | None, typer.Option("--date", help="Of the games, US Eastern; today if not given.")
    ] = None,
    json: Json = False,
) -> None:
    """Fetch the lineups of a date as they stand now: expected, or confirmed."""
    from tipoff.domain.league_time import eastern_today
    from tipoff.sources.lineups.client import DailyLineups

    today = eastern_today()
    asked = parse_day(day) if day else today
    if asked < today:
        raise UsageError(f"the games of {asked} have begun: what was known before is not told now")
    settings = load_settings()
    source = DailyLineups(settings.nba_lineups_url, asked, settings.league_headers())
    ingest_from_web(source, settings.league_limits(), json)


@ingest.command("injuries")
@command
def ingest_injuries(
    file: Annotated[
        Path | None, typer.Argument(help="PDF or CSV of one edition, or a directory of them.")
    ] = None,
    day: Annotated[
        str | None, typer.Option("--date", help="Fetch every edition published on it.")
    ] = None,
    json: Json = False,
) -> None:
    """Land editions of the official injury report: from files, or all of a date."""
    from tipoff.sources.injuries.client import InjuryReports
    from tipoff.sources.injuries.injury_report import InjuryReportDirectory, InjuryReportFile

    if (file is None) == (day is None):
        raise UsageError("give a FILE or --date, one of the two")
    if file is not None and file.is_dir():
        directory = InjuryReportDirectory(file)
        land(open_home(), directory, json, refused=directory.refused)
    elif file is not None:
        land(open_home(), InjuryReportFile(file), json)
    elif day is not None:
        settings = load_settings()
        source = InjuryReports(settings.injury_report_url, parse_day(day))
        ingest_from_web(source, settings.limits(), json)


@ingest.command("odds")
@command
def ingest_odds(
    day: Annotated[str | None, typer.Option("--date", help="Of the games, US Eastern.")] = None,
    first: From = None,
    last: To = None,
    historical: Annotated[
        bool, typer.Option(help="Of games that are over: ten times the credits.")
    ] = False,
    before: Annotated[
        list[int] | None, typer.Option(min=1, help="Minutes before tip-off, with --historical.")
    ] = None,
    budget: Annotated[int | None, typer.Option(min=0, help="Credits it may spend.")] = None,
    json: Json = False,
) -> None:
    """Fetch every book's prices of the games of some dates from The Odds API."""
    from tipoff.domain.league_time import eastern_today
    from tipoff.sources.odds.fetch import Budget, Endpoints, OddsApi

    asked = asked_dates(day, first, last)
    if asked is None:
        raise UsageError("give --date, or --from and --to")
    if before and not historical:
        raise UsageError("--before goes with --historical: other prices are those of now")
    if not historical and asked.last < eastern_today():
        raise UsageError(f"the games of {asked.last} are over: --historical asks for prices then")
    settings = load_settings()
    source = OddsApi(
        Endpoints(
            settings.odds_api_url,
            settings.odds_key(),
            settings.odds_regions,
            settings.odds_bookmakers,
        ),
        asked.first,
        asked.last,
        tuple(sorted(set(before or CLOSING_MINUTES))) if historical else (),
        Budget(settings.odds_budget if budget is None else budget, settings.odds_reserve),
    )
    limits = replace(settings.limits(ODDS_REQUESTS_PER_SECOND), concurrency=ODDS_CONCURRENCY)
    ingest_from_web(source, limits, json, lambda: {"quota": asdict(source.quota)})


def ingest_from_web(
    source: WebSource, limits: Limits, json: bool, more: Callable[[], dict[str, Any]] = dict
) -> None:
    """Ingest from a service, say what came and what did not, and end with its exit code.

    ``more`` is what else there is to say of it, asked when it is done.
    """
    from tipoff.app.ingestion import ingest_web

    with progress_bar("fetching") as progress:
        done = ingest_web(
            open_home(), source, limits, lambda done, total: progress("requests", done, total)
        )
    if json:
        show.as_json(asdict(done) | more())
    else:
        show.web(done)
        for what, values in more().items():
            said = ", ".join(f"{n} {v}" for n, v in values.items() if v is not None)
            show.console.print(f"{what.capitalize()}: {said}", highlight=False)
    if done.exit_code:
        raise typer.Exit(done.exit_code)


@dev.command()
@command
def replay(
    directory: Annotated[
        Path | None, typer.Argument(help="Recorded responses; a simulated league if not given.")
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 for any that is free.")] = 8765,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Nothing played from then on is known yet.")
    ] = None,
    faults: Annotated[float, typer.Option(min=0, max=1, help="Share of each kind.")] = 0.0,
    kind: Annotated[list[str] | None, typer.Option(help="Of these kinds alone.")] = None,
    cut_off_after: Annotated[
        int | None, typer.Option(min=0, help="Requests after which none is answered.")
    ] = None,
    latency: Annotated[float, typer.Option(min=0, help="Seconds an answer takes.")] = 0.0,
    seed: int = 0,
) -> None:
    """Serve recorded or simulated responses on loopback, as the real services would."""
    from tipoff.simulation.service import KINDS, Archive, Faults, Replay
    from tipoff.simulation.service.server import LOOPBACK, listen

    shares = dict.fromkeys(kind or KINDS, faults)
    weather = Faults(shares, seed, latency, retry_after=1, cut_off_after=cut_off_after)
    known_until = parse_day(until) if until else None
    archive = Archive(_payloads(directory))
    served = Replay(archive, weather, known_until)
    with listen(port) as listening:
        url = f"http://{LOOPBACK}:{listening.getsockname()[1]}"
        show.console.print(
            f"Serving on loopback until interrupted. To ask it:\n"
            f"TIPOFF_NBA_STATS_URL={url}/stats"
            f" TIPOFF_NBA_LIVE_URL={url}/static/json/liveData tipoff ingest nba --season SEASON"
            f"\nTIPOFF_NBA_LINEUPS_URL={url}/js/data/leaders tipoff ingest lineups"
            f"\nTIPOFF_ODDS_API_URL={url}/v4 TIPOFF_ODDS_API_KEY=any tipoff ingest odds --date DATE"
            f"\nSeasons: {', '.join(archive.seasons) or 'none'}",
            highlight=False,
            soft_wrap=True,
        )
        served.serve(listening)


def _payloads(directory: Path | None) -> Iterator[Payload]:
    from tipoff.domain.league_time import eastern_today
    from tipoff.simulation.league import DemoLeague
    from tipoff.sources.bulk.recorded import RecordedDirectory

    return (RecordedDirectory(directory) if directory else DemoLeague(eastern_today())).payloads()


def _season(text: str) -> str:
    start, _, end = text.partition("-")
    if not (start.isdecimal() and len(start) == 4 and end == f"{(int(start) + 1) % 100:02d}"):
        raise UsageError(f"--season {text!r} is not a season like 2025-26")
    return text
