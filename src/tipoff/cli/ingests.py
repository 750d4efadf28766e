"""Commands that land payloads from files and web services."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tipoff.cli.guard import command
from tipoff.cli.opening import load_settings, open_home
from tipoff.cli.options import (
    From,
    Json,
    To,
    parse_date_range,
    parse_day,
    parse_season,
    refuse_backward,
)
from tipoff.cli.progress import progress_bar
from tipoff.cli.show.console import print_error, print_json, print_line
from tipoff.health.freshness import counted
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tipoff.app.home import Home
    from tipoff.kernel.declare.payload import Source
    from tipoff.sources.http import Limits, WebSource

GamesDate = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="Date of the games, US Eastern.")
]
ingest = typer.Typer(
    help="Land payloads: store files and responses unchanged, each once.", no_args_is_help=True
)


@ingest.command("recorded")
@command
def ingest_recorded(
    directory: Annotated[Path, typer.Argument(help="Directory that holds nba_stats/ and lines/.")],
    json: Json = False,
) -> None:
    """Land a directory of recorded responses and lines."""
    from tipoff.sources.bulk.recorded import RecordedDirectory

    refused: list[str] = []
    source = RecordedDirectory(directory, refused=refused)
    land(open_home(), source, json, refused=refused, set_aside=source.set_aside)
    if source.left_alone:
        print_error(f"Skipped, since they are not known: {', '.join(source.left_alone)}", style="")


@ingest.command("lines")
@command
def ingest_lines(
    file: Annotated[
        Path, typer.Argument(help="CSV of player props or game odds, or a directory of them.")
    ],
    json: Json = False,
) -> None:
    """Land player props or game odds from CSV files."""
    from tipoff.sources.manual.lines import LinesDirectory, LinesFile

    if file.is_dir():
        directory = LinesDirectory(file)
        refused, set_aside = directory.refused, directory.set_aside
        land(open_home(), directory, json, refused=refused, set_aside=set_aside)
    else:
        source = LinesFile(file)
        land(open_home(), source, json, set_aside=source.set_aside)


@ingest.command("nba")
@command
def ingest_nba(
    season: Annotated[str, typer.Option(metavar="SEASON", help="Season, such as 2025-26.")],
    first: From = None,
    last: To = None,
    plays: Annotated[
        bool, typer.Option(help="Also fetch play-by-play: one more request per game.")
    ] = False,
    bulk: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Land the season's files in DIR; fetch nothing."),
    ] = None,
    json: Json = False,
) -> None:
    """Fetch missing data of a season from the league's services."""
    from tipoff.app.web_sources import league_season
    from tipoff.sources.bulk.directory import BulkSeason

    if bulk is not None:
        if first or last or plays:
            raise UsageError("--bulk lands all files in DIR: leave out --from, --to and --plays")
        refused: list[str] = []
        land(open_home(), BulkSeason(bulk, parse_season(season), refused), json, refused=refused)
        return
    start = parse_day(first) if first else date.min
    end = parse_day(last) if last else date.max
    refuse_backward(start, end)
    source, limits = league_season(load_settings(), parse_season(season), start, end, plays=plays)
    ingest_from_web(source, limits, json)


@ingest.command("lineups")
@command
def ingest_lineups(
    day: GamesDate = None,
    json: Json = False,
) -> None:
    """Fetch the current lineups of a date; by default of today."""
    from tipoff.app.web_sources import daily_lineups
    from tipoff.domain.league_time import eastern_today

    today = eastern_today()
    game_date = parse_day(day) if day else today
    if game_date < today:
        raise UsageError(
            f"{game_date} is past: the service has only the latest lineups of a date, not those"
            " known before tip-off"
        )
    source, limits = daily_lineups(load_settings(), game_date)
    ingest_from_web(source, limits, json)


@ingest.command("injuries")
@command
def ingest_injuries(
    file: Annotated[
        Path | None, typer.Argument(help="PDF or CSV file of one edition, or a directory of them.")
    ] = None,
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="DATE", help="Fetch every edition published on this date."),
    ] = None,
    json: Json = False,
) -> None:
    """Land editions of the injury report, from files or for a date."""
    from tipoff.app.web_sources import injury_reports
    from tipoff.sources.injuries.injury_report import InjuryReportDirectory, InjuryReportFile

    if (file is None) == (day is None):
        raise UsageError("give either a FILE or --date")
    if file is not None and file.is_dir():
        directory = InjuryReportDirectory(file)
        land(open_home(), directory, json, refused=directory.refused)
    elif file is not None:
        land(open_home(), InjuryReportFile(file), json)
    elif day is not None:
        source, limits = injury_reports(load_settings(), parse_day(day))
        ingest_from_web(source, limits, json)


@ingest.command("odds")
@command
def ingest_odds(
    day: GamesDate = None,
    first: From = None,
    last: To = None,
    historical: Annotated[
        bool, typer.Option(help="Fetch past prices, for ten times the credits.")
    ] = False,
    before: Annotated[
        list[int] | None,
        typer.Option(
            min=1,
            metavar="MINUTES",
            help="With --historical: minutes before tip-off; may be repeated.",
        ),
    ] = None,
    budget: Annotated[
        int | None, typer.Option(min=0, help="Maximum number of credits to spend.")
    ] = None,
    json: Json = False,
) -> None:
    """Fetch every book's prices from The Odds API."""
    from tipoff.app.web_sources import CLOSING_MINUTES, odds
    from tipoff.domain.league_time import eastern_today

    dates = parse_date_range(day, first, last)
    if dates is None:
        raise UsageError("give --date, or --from and --to")
    if before and not historical:
        raise UsageError("--before needs --historical: without it, current prices are fetched")
    if not historical and dates.last < eastern_today():
        raise UsageError(f"the games of {dates.last} are over: --historical fetches past prices")
    minutes = tuple(sorted(set(before or CLOSING_MINUTES))) if historical else ()
    source, limits = odds(load_settings(), dates.first, dates.last, minutes, budget)
    ingest_from_web(source, limits, json, lambda: {"quota": asdict(source.quota)})


def land(
    home: Home,
    source: Source,
    json: bool = False,
    quiet: bool = False,
    refused: Sequence[str] = (),
    set_aside: Sequence[str] = (),
) -> None:
    """Ingest a local source, and print what was landed, set aside and refused.

    ``refused`` and ``set_aside`` are filled while the source is read. The command ends with exit
    code 1 if anything was refused or there was nothing to land.
    """
    from tipoff.app.ingest import ingest

    with progress_bar("landing") as progress:
        report = ingest(home, source, lambda count: progress("payloads", count, 0))
    failures = [*refused] or ([] if report.landed + report.known else ["nothing was found to land"])
    if json:
        print_json(
            {
                "landed": report.landed,
                "known": report.known,
                "bytes": report.bytes,
                "failures": failures,
                "set_aside": [*set_aside],
            }
        )
    elif not quiet:
        print_line(
            f"Landed {counted(report.landed, 'payload')} ({report.bytes / 1e6:.1f} MB);"
            f" {report.known:,} were known already."
        )
    for line in (*set_aside, *failures):
        print_error(line, style="")
    if failures:
        raise typer.Exit(1)


def ingest_from_web(
    source: WebSource, limits: Limits, json: bool, more: Callable[[], dict[str, Any]] = dict
) -> None:
    """Ingest from a service, print what was landed and what failed, and end with the exit code.

    ``more`` is called afterwards and returns further values to print.
    """
    from tipoff.app.ingest import ingest_web
    from tipoff.cli.show.ingests import show_web

    with progress_bar("fetching") as progress:
        report = ingest_web(
            open_home(), source, limits, lambda done, total: progress("requests", done, total)
        )
    if json:
        print_json(asdict(report) | more())
    else:
        show_web(report)
        for name, values in more().items():
            listed = ", ".join(f"{n} {v}" for n, v in values.items() if v is not None)
            print_line(f"{name.capitalize()}: {listed}")
    if report.exit_code:
        raise typer.Exit(report.exit_code)
