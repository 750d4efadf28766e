"""Commands for the simulated league and for development."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tipoff.cli.guard import command
from tipoff.cli.ingests import land
from tipoff.cli.opening import open_home
from tipoff.cli.options import MAX_NUMBER, Json, parse_day, parse_optional_day
from tipoff.cli.runs import run_home
from tipoff.cli.show.console import print_json, print_line
from tipoff.cli.show.streams import print_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.declare.payload import Payload

demos = typer.Typer()
dev = typer.Typer(help="Tools for developing Tipoff itself.", no_args_is_help=True)


@demos.command()
@command
def demo(
    through: Annotated[
        str | None, typer.Option(metavar="DATE", help="Date of the next slate; by default today.")
    ] = None,
    seasons: Annotated[int, typer.Option(min=1, max=32, help="Number of seasons to simulate.")] = 2,
    teams: Annotated[int, typer.Option(min=4, max=40, help="Number of teams; must be even.")] = 6,
    seed: Annotated[
        int, typer.Option(min=0, max=MAX_NUMBER, help="Random seed of the league.")
    ] = 2024,
    home: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Directory of the league; by default .tipoff/demo."),
    ] = None,
    json: Json = False,
) -> None:
    """Simulate a league, run everything, and print the slate.

    All its players and prices are invented.
    """
    from tipoff.app.demo import prepare_demo
    from tipoff.app.home import DEMO
    from tipoff.domain.league_time import eastern_today
    from tipoff.simulation.league import DemoLeague

    league = DemoLeague(parse_optional_day(through) or eastern_today(), seasons, teams, seed)
    demo_home = open_home(home or open_home().directory / DEMO)
    demo_home = replace(demo_home, catalog_url="", storage_url="")  # used on this machine only
    prepare_demo(demo_home, league, replace=home is None)
    land(demo_home, league, quiet=True)
    run_home(demo_home, None, json)
    if not json:
        print_line(
            f"\nSimulated league in {demo_home.directory}."
            f" Its site: TIPOFF_HOME={demo_home.directory} tipoff serve"
            f"\nOr open {demo_home.published.absolute()}/current/today.html"
            f"\nLook around: TIPOFF_HOME={demo_home.directory} tipoff slate | evaluate | status"
        )


@dev.command()
@command
def replay(
    directory: Annotated[
        Path | None,
        typer.Argument(help="Directory of recorded responses; by default a simulated league."),
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 for any free one.")] = 8765,
    until: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Serve as if it were the morning of this date."),
    ] = None,
    faults: Annotated[
        float, typer.Option(min=0, max=1, help="Share of requests with each kind of fault.")
    ] = 0.0,
    kind: Annotated[
        list[str] | None, typer.Option(help="Only this kind of fault; may be repeated.")
    ] = None,
    cut_off_after: Annotated[
        int | None, typer.Option(min=0, help="Number of requests after which none is answered.")
    ] = None,
    latency: Annotated[float, typer.Option(min=0, help="Seconds that each answer takes.")] = 0.0,
    seed: Annotated[
        int, typer.Option(min=0, max=MAX_NUMBER, help="Random seed of the faults.")
    ] = 0,
    json: Json = False,
) -> None:
    """Serve recorded or simulated responses like the real services."""
    from tipoff.simulation.service import KINDS, Archive, Faults, Replay
    from tipoff.simulation.service.server import LOOPBACK, listen

    shares = dict.fromkeys(kind or KINDS, faults)
    fault_model = Faults(shares, seed, latency, retry_after=1, cut_off_after=cut_off_after)
    archive = Archive(_payloads(directory))
    service = Replay(archive, fault_model, parse_day(until) if until else None)
    with listen(port) as listening:
        url = f"http://{LOOPBACK}:{listening.getsockname()[1]}"
        if json:
            print_json({"url": url, "seasons": archive.seasons})
        else:
            print_line(
                f"Serving on loopback until interrupted. To fetch from it:\n"
                f"TIPOFF_NBA_STATS_URL={url}/stats"
                f" TIPOFF_NBA_LIVE_URL={url}/static/json/liveData tipoff ingest nba --season SEASON"
                f"\nTIPOFF_NBA_LINEUPS_URL={url}/js/data/leaders tipoff ingest lineups"
                f"\nTIPOFF_ODDS_API_URL={url}/v4 TIPOFF_ODDS_API_KEY=any"
                " tipoff ingest odds --date DATE"
                f"\nSeasons: {', '.join(archive.seasons) or 'none'}"
            )
        service.serve(listening)


@dev.command()
@command
def reference() -> None:
    """Print the command reference, docs/cli.md."""
    from tipoff.cli import app
    from tipoff.cli.reference import reference as command_reference

    print_text(command_reference(app))


@dev.command()
@command
def settings() -> None:
    """Print the reference of all settings, docs/settings.md."""
    from tipoff.app.settings_reference import settings_reference

    print_text(settings_reference())


def _payloads(directory: Path | None) -> Iterator[Payload]:
    from tipoff.domain.league_time import eastern_today
    from tipoff.simulation.league import DemoLeague
    from tipoff.sources.bulk.recorded import RecordedDirectory

    return (RecordedDirectory(directory) if directory else DemoLeague(eastern_today())).payloads()
