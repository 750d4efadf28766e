"""Commands about models: which there are, which speaks for a market, and changing that."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from tipoff.cli import show
from tipoff.cli.commands import Json, command, open_home

models = typer.Typer(
    help="The trained models, and which speaks for each market.", no_args_is_help=True
)
Market = Annotated[str, typer.Argument(help="Such as player_points.")]
System = Annotated[str, typer.Argument(help="Such as lightgbm.")]


@models.command("list")
@command
def listed(json: Json = False) -> None:
    """Print the newest model of each market, moment and system."""
    from tipoff.app import model_registry

    rows = model_registry.models(open_home())
    if json:
        show.as_json(rows)
        return
    columns = (
        "market",
        "moment",
        "system",
        "speaks",
        "trained_for",
        "trained_from",
        "rows",
        "features",
        "held_out_mae",
        "held_out_log_score",
    )
    show.table("Models", columns, [[row.get(c) for c in columns] for row in rows])


@models.command("show")
@command
def shown(market: Market, system: System) -> None:
    """Print a model's contract: what it reads, in order, and what it was made from."""
    from tipoff.app import model_registry

    show.as_json(model_registry.contract(open_home(), market, system))


@models.command("promote")
@command
def promote(
    market: Market,
    system: System,
    overrule: Annotated[str, typer.Option(help="Why, if against the gates; recorded.")] = "",
    json: Json = False,
) -> None:
    """Make a system speak for a market, if every gate allows it; `tipoff run` takes it up."""
    from tipoff.app import model_registry

    found = model_registry.promote(open_home(), market, system, overrule=overrule)
    if json:
        show.as_json([asdict(gate) for gate in found])
        return
    show.table(
        "Gates", ("gate", "verdict", "reason"), [(g.name, g.verdict, g.reason) for g in found]
    )
    show.console.print(f"{system} speaks for {market}. `tipoff run` takes it up.", highlight=False)


@models.command("rollback")
@command
def rollback(market: Market) -> None:
    """Give a market back to the champion before the last promotion."""
    from tipoff.app import model_registry

    before = model_registry.rollback(open_home(), market)
    show.console.print(
        f"{before} speaks for {market} again. `tipoff run` takes it up.", highlight=False
    )
