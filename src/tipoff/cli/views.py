"""Commands that print slates, players, the record, and the tables and their dependencies."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tipoff.app.market_names import market_key, market_name
from tipoff.cli.guard import command
from tipoff.cli.opening import open_home
from tipoff.cli.options import (
    Day,
    From,
    Json,
    Limit,
    Market,
    To,
    parse_date_range,
    parse_day,
    parse_optional_day,
)
from tipoff.cli.show.console import print_error, print_json, print_line, print_table
from tipoff.cli.show.layout import Column
from tipoff.cli.show.streams import print_text
from tipoff.domain.markets import GRADED
from tipoff.domain.prediction_time import PredictionTime
from tipoff.kernel.errors import Blocked, UsageError

views = typer.Typer()
QUARANTINE = {
    "table_name": Column("table", min_width=12, wraps=True),
    "day": Column("date"),
    "key": Column("key", min_width=14, wraps=True),
    "rule": Column("rule", min_width=12, wraps=True),
    "column_name": Column("column", min_width=8, wraps=True),
    "value": Column("value", min_width=8, wraps=True),
}
"""The fields of a row set aside that are printed, and their columns."""


@views.command()
@command
def slate(day: Day = None, market: Market = None, json: Json = False) -> None:
    """Print the predictions of a date; by default the next or last slate."""
    from tipoff.app.slates import read_slate
    from tipoff.cli.show.slates import show_slate

    key = None if market is None else market_key(market, tuple(GRADED))
    document, simulated = read_slate(open_home(), parse_optional_day(day))
    rows = [row for row in document["predictions"] if key in (None, row["market"])]
    if key is not None and not rows:
        names = dict.fromkeys(market_name(row["market"]) for row in document["predictions"])
        hint = f": there are {', '.join(names)}" if names else ""
        raise UsageError(f"no predictions of {market} on {document['date']}{hint}")
    if json:
        print_json({**document, "predictions": rows, "simulated": simulated})
    else:
        show_slate(document, simulated=simulated, market=key)


@views.command()
@command
def player(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Name of the player, or a part of it.")
    ],
    day: Day = None,
    json: Json = False,
) -> None:
    """Print a player's predictions and last games."""
    from dataclasses import asdict

    from tipoff.app.slates import read_player
    from tipoff.cli.show.slates import show_player

    view = read_player(open_home(), name, parse_optional_day(day))
    if json:
        print_json(asdict(view))
    else:
        show_player(view)


@views.command()
@command
def pool(
    day: Annotated[str, typer.Argument(metavar="DATE", help="Date of the slate, YYYY-MM-DD.")],
    at: Annotated[
        PredictionTime, typer.Option(help="As known 8 hours or 30 minutes before tip-off.")
    ] = PredictionTime.BEFORE_TIP,
    json: Json = False,
) -> None:
    """Print who may play on a date, and who was known to be out."""
    from tipoff.app import inspection
    from tipoff.cli.show.slates import show_pool

    rows = inspection.pool(open_home(), parse_day(day), at)
    if json:
        print_json(rows)
    else:
        show_pool(day, at, rows)


@views.command()
@command
def status(json: Json = False) -> None:
    """Print all problems, and the status of every table.

    The exit code is 3 if anything is wrong or a source is stale.
    """
    from dataclasses import replace

    from tipoff.app.bets import bet_log_fault
    from tipoff.app.standstill import remembered_status
    from tipoff.cli.show.status import show_status

    home = open_home()
    report = remembered_status(home)
    if report is None:
        from tipoff.app import inspection

        report = inspection.status(home)
    fault = bet_log_fault(home)
    if fault is not None:
        report = replace(report, lacking=(*report.lacking, fault))
    if json:
        print_json(report.to_dict())
    else:
        show_status(report)
    if report.problems:
        raise typer.Exit(Blocked.exit_code)


@views.command()
@command
def evaluate(
    first: From = None,
    last: To = None,
    market: Market = None,
    plots: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", file_okay=False, help="Also write calibration and PIT plots into DIR."
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Print the scores of graded predictions and their baselines."""
    from dataclasses import asdict

    from tipoff.app.record import SCORED, scores, write_plots
    from tipoff.cli.show.record import show_market, show_summary

    dates = parse_date_range(None, first, last)
    key = None if market is None else market_key(market, SCORED)
    selected = scores(open_home(), dates, key)
    if plots is not None:
        written = write_plots(open_home(), plots, dates, key)
        print_error(f"{len(written)} plots in {plots}", style="")
    if json:
        print_json([asdict(score) for score in selected])
    elif key is None:
        show_summary(selected)
    else:
        show_market(selected)


@views.command()
@command
def quarantine(
    table: Annotated[
        str | None, typer.Argument(metavar="TABLE", help="Only rows of this table.")
    ] = None,
    limit: Limit = 50,
    json: Json = False,
) -> None:
    """Print the rows set aside, each with the rule it breaks."""
    from tipoff.app.inspection import quarantined

    rows = quarantined(open_home(), table, limit)
    if json:
        print_json(rows)
    elif not rows:
        print_line("No row is set aside.")
    else:
        shown = [{**row, "key": _key_as_text(row["key"])} for row in rows]
        listed = [[row[name] for name in QUARANTINE] for row in shown]
        print_table("Quarantine", list(QUARANTINE.values()), listed)


def _key_as_text(key: str) -> str:
    """Return a row's key as text: "game_id 1" for '{"game_id": "1"}'."""
    from json import loads

    parts = loads(key) if key.startswith("{") else None
    return ", ".join(f"{n} {part}" for n, part in parts.items()) if parts else key


@views.command()
@command
def graph(
    form: Annotated[
        str, typer.Option("--format", metavar="FORM", help="One of: mermaid, json.")
    ] = "mermaid",
    json: Json = False,
) -> None:
    """Print the graph of tables: which tables each one reads."""
    from tipoff.app.pipeline import pipeline

    tables = pipeline().tables
    reads = {n: [*([d.stream] if d.stream else []), *d.tables] for n, d in tables.items()}
    if form not in ("mermaid", "json"):
        raise UsageError(f"no format {form}: choose mermaid or json")
    if json or form == "json":
        print_json(reads)
    else:
        edges = [f"  {parent} --> {n}" for n, parents in reads.items() for parent in parents]
        print_text("\n".join(["graph LR", *edges]) + "\n")


@views.command()
@command
def dictionary(
    room: Annotated[
        str | None, typer.Argument(metavar="ROOM", help="Only this room, such as features.")
    ] = None,
    write: Annotated[
        Path | None,
        typer.Option(metavar="DIR", file_okay=False, help="Write the pages into DIR instead."),
    ] = None,
    json: Json = False,
) -> None:
    """Print the data dictionary: every table and column."""
    from tipoff.app import data_dictionary

    if write is not None:
        for name, page in data_dictionary.pages().items():
            (write / name).parent.mkdir(parents=True, exist_ok=True)
            (write / name).write_text(page)
    elif json:
        print_json(data_dictionary.as_values(room))
    else:
        print_text(data_dictionary.dictionary(room))
