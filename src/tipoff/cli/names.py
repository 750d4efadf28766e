"""Commands on the names that feeds write: what waits, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tipoff.cli import show
from tipoff.cli.commands import Json, command, open_home

if TYPE_CHECKING:
    from tipoff.app.naming import WaitingName

names = typer.Typer(help="The names that are nobody's yet.", invoke_without_command=True)


@names.callback()
@command
def waiting(context: typer.Context, json: Json = False) -> None:
    """Print the names of feeds that no rule resolves, each with those it may mean."""
    if context.invoked_subcommand is not None:
        return
    from dataclasses import asdict

    from tipoff.app import naming

    home = open_home()
    found, outcomes = naming.waiting_names(home), naming.outcomes(home)
    if json:
        show.as_json({"waiting": [asdict(name) for name in found], "outcomes": outcomes})
        return
    counted = ", ".join(f"{count:,} {outcome}" for outcome, count in outcomes.items())
    _print(f"Names by the rule that found whose they are: {counted or 'none yet'}")
    for name in found:
        where = f", {name.setting}" if name.setting else ""
        _print(
            f"\n{name.player_name}: {name.source}, {name.times_seen:,} times on {name.dates}"
            f" dates, last {name.last_date}{where}\n  {_may_be(name)}"
        )
    if found:
        _print("\nTo settle one: tipoff names settle NAME PLAYER_ID, then tipoff run")


@names.command("settle")
@command
def settle(
    name: Annotated[str, typer.Argument(help="As the feed writes it.")],
    player_id: Annotated[int, typer.Argument(help="The league's own id of the player.")],
) -> None:
    """Say whose a name is, for good; the next run takes it up wherever the name was seen."""
    from tipoff.app import naming

    known = naming.settle(open_home(), name, player_id)
    _print(f"{name} is {known} ({player_id}). `tipoff run` takes it up.")


def _may_be(name: WaitingName) -> str:
    if name.player_id is not None:
        return f"is player {name.player_id}, of a team not known: ingest its roster"
    known = [f"{c['name']} ({c['player_id']}) {c['score']:.2f}" for c in name.candidates]
    return f"may be {'; '.join(known) or 'nobody known'}"


def _print(text: str) -> None:
    """Print names as they are written, on lines of any length."""
    show.console.print(text, highlight=False, soft_wrap=True, markup=False)
