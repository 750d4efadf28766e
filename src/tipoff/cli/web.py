"""Commands that ask web services, and the replay that stands in for them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tipoff.cli import show
from tipoff.cli.commands import From, Json, To, command, ingest, parse_day, progress_bar
from tipoff.kernel.errors import UsageError
from tipoff.settings import load_settings, open_home

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.payload import Payload
    from tipoff.sources.fetching import Limits, WebSource

dev = typer.Typer(help="For those who work on Tipoff itself.", no_args_is_help=True)


@ingest.command("nba")
@command
def ingest_nba(
    season: Annotated[str, typer.Option(help="Such as 2025-26.")],
    first: From = None,
    last: To = None,
    plays: Annotated[bool, typer.Option(help="Play-by-play too: a request more a game.")] = False,
    json: Json = False,
) -> None:
    """Fetch what is missing of a season from the league's statistics service."""
    from tipoff.sources.nba import Endpoints, NbaStats

    settings = load_settings()
    source = NbaStats(
        _season(season),
        Endpoints(settings.nba_stats_url, settings.nba_live_url),
        parse_day(first) if first else date.min,
        parse_day(last) if last else date.max,
        plays,
    )
    ingest_from_web(source, settings.limits(), json)


def ingest_from_web(source: WebSource, limits: Limits, json: bool) -> None:
    """Ingest from a service, say what came and what did not, and end with its exit code."""
    from dataclasses import asdict

    from tipoff.ingestion import ingest_web

    with progress_bar("fetching") as progress:
        done = ingest_web(
            open_home(), source, limits, lambda done, total: progress("requests", done, total)
        )
    if json:
        show.as_json(asdict(done))
    else:
        show.web(done)
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
    latency: Annotated[float, typer.Option(min=0, help="Seconds an answer takes.")] = 0.0,
    seed: int = 0,
) -> None:
    """Serve recorded or simulated responses on loopback, as the real services would."""
    from tipoff.replay import KINDS, Archive, Faults, Replay
    from tipoff.replay.server import LOOPBACK, listen

    shares = dict.fromkeys(kind or KINDS, faults)
    served = Replay(
        Archive(_payloads(directory)),
        Faults(shares, seed, latency, retry_after=1),
        parse_day(until) if until else None,
    )
    with listen(port) as listening:
        url = f"http://{LOOPBACK}:{listening.getsockname()[1]}"
        show.console.print(
            f"Serving on loopback until interrupted. To ask it:\n"
            f"TIPOFF_NBA_STATS_URL={url}/stats"
            f" TIPOFF_NBA_LIVE_URL={url}/static/json/liveData tipoff ingest nba --season SEASON",
            highlight=False, soft_wrap=True,
        )  # fmt: skip
        served.serve(listening)


def _payloads(directory: Path | None) -> Iterator[Payload]:
    from tipoff.publishing.documents import league_date
    from tipoff.sources.recorded import RecordedDirectory
    from tipoff.sources.simulated import DemoLeague

    return (RecordedDirectory(directory) if directory else DemoLeague(league_date())).payloads()


def _season(text: str) -> str:
    start, _, end = text.partition("-")
    if not (start.isdecimal() and len(start) == 4 and end == f"{(int(start) + 1) % 100:02d}"):
        raise UsageError(f"--season {text!r} is not a season like 2025-26")
    return text
