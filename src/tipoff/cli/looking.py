"""Commands that look: at the pool, the record, the tables and how they follow each other."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tipoff.cli import show
from tipoff.cli.commands import From, Json, To, asked_dates, command, open_home, parse_day
from tipoff.domain.prediction_time import PredictionTime
from tipoff.kernel.errors import UsageError

looking = typer.Typer()


@looking.command()
@command
def pool(
    day: Annotated[str, typer.Argument(metavar="DATE", help="Date of the slate, YYYY-MM-DD.")],
    at: Annotated[
        PredictionTime, typer.Option(help="When it is looked at: 8 hours or 30 minutes before tip.")
    ] = PredictionTime.BEFORE_TIP,
    json: Json = False,
) -> None:
    """Print who may play on a date, and who was known to be out by a time before tip-off."""
    from tipoff.app import operations

    rows = operations.pool(open_home(), parse_day(day), at)
    if json:
        show.as_json(rows)
    else:
        show.pool(day, at, rows)


@looking.command()
@command
def status(json: Json = False) -> None:
    """Print where every table stands: rows, dates, content, what is missing."""
    from tipoff.app.standstill import remembered_status

    home = open_home()
    found = remembered_status(home)
    if found is None:
        from tipoff.app import operations

        found = operations.status(home)
    if json:
        show.as_json(found.to_dict())
    else:
        show.status(found)


@looking.command()
@command
def evaluate(
    first: From = None,
    last: To = None,
    market: Annotated[str | None, typer.Option(help="Such as player_points.")] = None,
    plots: Annotated[Path | None, typer.Option(help="Write calibration and PIT here.")] = None,
    json: Json = False,
) -> None:
    """Print the record of graded predictions, with baselines and intervals."""
    from dataclasses import asdict

    from tipoff.app.operations import scores, write_plots

    asked = asked_dates(None, first, last)
    found = scores(open_home(), asked, market)
    if plots is not None:
        written = write_plots(open_home(), plots, asked, market)
        show.errors.print(f"{len(written)} plots in {plots}", highlight=False)
    if json:
        show.as_json([asdict(score) for score in found])
    else:
        show.scores(found)


@looking.command()
@command
def quarantine(
    table: Annotated[str | None, typer.Argument(help="Of one table only.")] = None,
    limit: Annotated[int, typer.Option(min=0)] = 50,
    json: Json = False,
) -> None:
    """Print the rows that are set aside, each with the rule it breaks."""
    from tipoff.app.operations import quarantined

    rows = quarantined(open_home(), table, limit)
    if json:
        show.as_json(rows)
    else:
        columns = ("table_name", "day", "key", "rule", "column_name", "value")
        show.table("Quarantine", columns, [[row[c] for c in columns] for row in rows])


@looking.command()
@command
def runs(json: Json = False) -> None:
    """Print the runs that did something; readers see the one that is head."""
    from tipoff.app import operations

    found = operations.runs(open_home())
    if json:
        show.as_json(found)
    else:
        columns = ("run", "started_at", "ended_at", "command", "version", "is_head")
        show.table("Runs", columns, [[row[c] for c in columns] for row in found])


@looking.command()
@command
def graph(
    form: Annotated[str, typer.Option("--format", help="mermaid or json")] = "mermaid",
) -> None:
    """Print the graph of tables, as their signatures give it."""
    from tipoff.app.pipeline import pipeline

    found = pipeline()
    reads = {n: [*([d.stream] if d.stream else []), *d.tables] for n, d in found.tables.items()}
    if form == "json":
        show.as_json(reads)
    elif form == "mermaid":
        edges = [f"  {parent} --> {n}" for n, parents in reads.items() for parent in parents]
        sys.stdout.write("\n".join(["graph LR", *edges]) + "\n")
    else:
        raise UsageError(f"no format {form}: mermaid or json")


@looking.command()
@command
def dictionary() -> None:
    """Print the data dictionary: every table and column, as declared."""
    from tipoff.app.dictionary import dictionary as written

    sys.stdout.write(written())
