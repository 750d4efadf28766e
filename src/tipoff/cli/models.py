"""Commands on models: list them, show one, and change a market's champion."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tipoff.app.market_names import market_key, market_name
from tipoff.cli.guard import command
from tipoff.cli.opening import open_home
from tipoff.cli.options import Json
from tipoff.cli.show.console import print_json, print_line, print_table
from tipoff.cli.show.layout import Column

if TYPE_CHECKING:
    from collections.abc import Mapping

models = typer.Typer(help="Trained models, and the champion of each market.", no_args_is_help=True)
Market = Annotated[str, typer.Argument(metavar="MARKET", help="Market, such as points.")]
System = Annotated[str, typer.Argument(metavar="SYSTEM", help="System, such as lightgbm.")]
MODELS = {
    "market": Column("market", min_width=14),
    "serves": Column("serves"),
    "system": Column("system"),
    "champion": Column("champion", 1),
    "trained_for": Column("trained for"),
    "trained_from": Column("from", 3),
    "rows": Column("rows", 2),
    "features": Column("features", 4),
}
"""The columns printed for each model. Its scores are part of the record (``tipoff evaluate``)."""


@models.command("list")
@command
def list_models(json: Json = False) -> None:
    """Print the newest model of each market and system."""
    from tipoff.app import model_registry

    rows = model_registry.models(open_home())
    if json:
        print_json(rows)
        return
    print_table("Models", list(MODELS.values()), [[_cell(row, c) for c in MODELS] for row in rows])


@models.command("show")
@command
def show_model(market: Market, system: System, json: Json = True) -> None:
    """Print a model's contract: its features and training data."""
    from tipoff.app import model_registry

    print_json(model_registry.contract(open_home(), market_key(market), system))


@models.command("promote")
@command
def promote(
    market: Market,
    system: System,
    overrule: Annotated[
        str, typer.Option(metavar="REASON", help="Promote despite the gates; REASON is recorded.")
    ] = "",
    json: Json = False,
) -> None:
    """Make a system the champion of a market, if every gate allows it."""
    from tipoff.app import model_registry

    key = market_key(market)
    gates = model_registry.promote(open_home(), key, system, overrule=overrule)
    if json:
        print_json([asdict(gate) for gate in gates])
        return
    columns = ("gate", "verdict", "reason")
    print_table("Gates", columns, [(g.name, g.verdict, g.reason) for g in gates])
    print_line(f"{system} is champion of {key}. `tipoff run` applies it.")


@models.command("rollback")
@command
def rollback(market: Market, json: Json = False) -> None:
    """Restore the champion before a market's last promotion."""
    from tipoff.app import model_registry

    key = market_key(market)
    champion = model_registry.rollback(open_home(), key)
    if json:
        print_json({"market": key, "champion": champion})
    else:
        print_line(f"{champion} is champion of {key} again. `tipoff run` applies it.")


def _cell(row: Mapping[str, Any], column: str) -> Any:
    value = row.get(column)
    if column == "market":
        return market_name(str(value))
    return f"{value:.4f}" if isinstance(value, float) else value
