"""Every command: what it takes, and the operation it asks for."""

from __future__ import annotations

import sys
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tipoff import __version__
from tipoff.cli import show
from tipoff.cli.progress import progress_bar
from tipoff.kernel.errors import TipoffError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tipoff.app.home import Home
    from tipoff.app.settings import Settings
    from tipoff.kernel.declare.graph import DateRange
    from tipoff.kernel.declare.payload import Source

app = typer.Typer(
    help="Calibrated NBA player-prop predictions before tip-off, and an honest record of them.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
ingest = typer.Typer(help="Land payloads: unchanged, compressed, once.", no_args_is_help=True)
app.add_typer(ingest, name="ingest")

Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
Day = Annotated[str | None, typer.Argument(metavar="[DATE]", help="One date, YYYY-MM-DD.")]
From = Annotated[str | None, typer.Option("--from", metavar="DATE", help="First date.")]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last date.")]


def load_settings() -> Settings:
    """Return the settings as they stand now, loading what validates them only when it is needed.

    Raises:
        UsageError: a setting has a value that makes no sense; the message names it.
    """
    from tipoff.app import settings

    return settings.load_settings()


def open_home(directory: Path | None = None) -> Home:
    """Return the home that the settings name, or the one in the given directory.

    Raises:
        UsageError: a setting has a value that makes no sense; the message names it.
    """
    from tipoff.app import settings

    return settings.open_home(directory)


def command(function: Callable[..., None]) -> Callable[..., None]:
    """End with the failure's own exit code and one line that says what to do."""

    @wraps(function)
    def guarded(*args: Any, **kwargs: Any) -> None:
        try:
            function(*args, **kwargs)
        except TipoffError as error:
            show.errors.print(f"tipoff: {error}", style="red", highlight=False, soft_wrap=True)
            raise typer.Exit(error.exit_code) from None

    return guarded


@ingest.command("recorded")
@command
def ingest_recorded(
    directory: Annotated[Path, typer.Argument(help="Holds nba_stats/ and lines/.")],
    json: Json = False,
) -> None:
    """Land a directory of recorded responses and lines."""
    from tipoff.sources.bulk.recorded import RecordedDirectory

    source = RecordedDirectory(directory)
    land(open_home(), source, json)
    if source.left_alone:
        show.errors.print(f"Left alone, not known here: {', '.join(source.left_alone)}")


@ingest.command("lines")
@command
def ingest_lines(
    file: Annotated[
        Path, typer.Argument(help="CSV of player props or of game odds, or a directory of them.")
    ],
    json: Json = False,
) -> None:
    """Land lines or game odds from CSV files."""
    from tipoff.sources.manual.lines import LinesDirectory, LinesFile

    if file.is_dir():
        directory = LinesDirectory(file)
        land(open_home(), directory, json, refused=directory.refused)
    else:
        land(open_home(), LinesFile(file), json)


@app.command()
@command
def plan(day: Day = None, first: From = None, last: To = None, json: Json = False) -> None:
    """Print what a run would do, and why."""
    from tipoff.app.operations import make_plan

    steps = make_plan(open_home(), asked_dates(day, first, last))
    if json:
        show.as_json(
            [
                {"table": s.table, "dates": s.days, "payloads": len(s.payloads), "why": s.summary()}
                for s in steps
            ]
        )
    else:
        show.plan(steps)


@app.command()
@command
def run(
    day: Day = None,
    first: From = None,
    last: To = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="MOMENT",
            help="Print DATE by what had been landed by then, and change nothing.",
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Do what is missing, from raw rows to published documents, and print the slate."""
    from tipoff.cli.as_of import show_as_of

    if as_of is None:
        _run(open_home(), asked_dates(day, first, last), json)
    elif day is None or first or last:
        raise UsageError("--as-of takes one DATE, such as: tipoff run 2024-03-01 --as-of MOMENT")
    else:
        show_as_of(open_home(), parse_day(day), as_of, json)


@app.command()
@command
def train(first: From = None, last: To = None, json: Json = False) -> None:
    """Train what is missing of each month's models, and all that they read; predict nothing."""
    _build(("trained_model",), asked_dates(None, first, last), json)


@app.command()
@command
def predict(day: Day = None, first: From = None, last: To = None, json: Json = False) -> None:
    """Predict what is missing, and all that it reads; publish nothing."""
    _build(("player_prediction",), asked_dates(day, first, last), json)


@app.command()
@command
def grade(day: Day = None, first: From = None, last: To = None, json: Json = False) -> None:
    """Grade what is missing of predictions whose games are final; publish nothing."""
    _build(("slate_score",), asked_dates(day, first, last), json)


@app.command()
@command
def demo(
    through: Annotated[str | None, typer.Option(help="Date of the slate to come.")] = None,
    seasons: Annotated[int, typer.Option(min=1, max=32)] = 2,
    teams: Annotated[int, typer.Option(min=4, max=40)] = 20,
    seed: int = 2024,
    home: Annotated[Path | None, typer.Option(help="Where its state lives.")] = None,
    json: Json = False,
) -> None:
    """Simulate a league (no real players, no real prices), run everything, print the slate."""
    from tipoff.app.operations import prepare_demo
    from tipoff.domain.league_time import eastern_today
    from tipoff.simulation.league import DemoLeague

    league = DemoLeague(_date(through) or eastern_today(), seasons, teams, seed)
    place = open_home(home or open_home().directory / "demo")
    prepare_demo(place, league, replace=home is None)
    land(place, league, quiet=True)
    _run(place, None, json)
    if not json:
        show.console.print(
            f"\nSimulated league in {place.directory}."
            f" Open {place.published.absolute()}/current/today.html"
            f"\nLook around: TIPOFF_HOME={place.directory} tipoff status | evaluate | plan",
            highlight=False,
            soft_wrap=True,
        )


@app.command()
@command
def rollback(number: Annotated[int, typer.Argument(metavar="RUN")]) -> None:
    """Put back the state before a run, as a new run, and publish it."""
    from tipoff.app import operations

    recorded = operations.rollback(open_home(), number)
    show.console.print(f"Back to the state before run {number}; recorded as run {recorded}.")


@app.callback(invoke_without_command=True)
def main(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Calibrated NBA player-prop predictions before tip-off, and an honest record of them."""
    if version:
        sys.stdout.write(f"tipoff {__version__}\n")
        raise typer.Exit


def land(
    home: Home,
    source: Source,
    json: bool = False,
    quiet: bool = False,
    refused: Sequence[str] = (),
) -> None:
    """Ingest a source of this machine, say what came and what was refused, and why.

    ``refused`` is filled while the source is drawn from. Something refused, or nothing there at
    all, ends the command with exit code 1.
    """
    from tipoff.app import operations

    with progress_bar("landing") as progress:
        done = operations.ingest(home, source, lambda count: progress("payloads", count, 0))
    failures = [*refused] or ([] if done.landed + done.known else ["nothing was found to land"])
    if json:
        show.as_json(
            {"landed": done.landed, "known": done.known, "bytes": done.bytes, "failures": failures}
        )
    elif not quiet:
        show.console.print(
            f"Landed {done.landed:,} payloads ({done.bytes / 1e6:.1f} MB);"
            f" {done.known:,} were known already.",
            highlight=False,
        )
    for failure in failures:
        show.errors.print(failure, highlight=False, soft_wrap=True, markup=False)
    if failures:
        raise typer.Exit(1)


def _build(tables: tuple[str, ...], asked: DateRange | None, json: bool) -> None:
    """Run as far as some tables."""
    from tipoff.app import operations

    with progress_bar("running") as progress:
        report = operations.build(open_home(), tables, asked, progress)
    if json:
        show.as_json(show.run_report(report))
    else:
        show.report(report)
    if report.exit_code:
        raise typer.Exit(report.exit_code)


def _run(home: Home, asked: DateRange | None, json: bool) -> None:
    from tipoff.app.standstill import remembered_outcome

    outcome = remembered_outcome(home, asked)
    if outcome is None:
        from tipoff.app import operations

        with progress_bar("running") as progress:
            outcome = operations.run(home, asked, progress)
    report = outcome.report
    if json:
        show.as_json({**show.run_report(report), "published": outcome.documents})
    else:
        show.report(report)
        if outcome.slate is not None:
            show.slate(outcome.slate, outcome.simulated)
    if report.exit_code:
        raise typer.Exit(report.exit_code)


def asked_dates(day: str | None, first: str | None, last: str | None) -> DateRange | None:
    """The dates as they are typed; None if none are.

    Raises:
        UsageError: they are no dates, or no range.
    """
    from tipoff.kernel.declare.graph import DateRange

    if day is not None and (first or last):
        raise UsageError("give one date, or --from and --to, not both")
    start, end = _date(first or day), _date(last or day)
    if start is None and end is None:
        return None
    if start is None or end is None:
        raise UsageError("--from and --to go together")
    if start > end:
        raise UsageError(f"--from {start} lies after --to {end}")
    return DateRange(start, end)


def _date(text: str | None) -> date | None:
    return None if text is None else parse_day(text)


def parse_day(text: str) -> date:
    """A date as it is typed.

    Raises:
        UsageError: it is none.
    """
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise UsageError(f"{text!r} is not a date like 2024-04-14") from None
