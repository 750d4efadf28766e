"""Commands on names in prices and reports: list those that match no player, and settle one."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, Annotated

import typer

from tipoff.cli.guard import command
from tipoff.cli.opening import open_home
from tipoff.cli.options import MAX_NUMBER, Json
from tipoff.cli.show.console import print_json, print_line, width
from tipoff.health.freshness import counted

if TYPE_CHECKING:
    from tipoff.app.name_queue import WaitingName

names = typer.Typer(
    help="Names in prices and reports that match no player yet.", invoke_without_command=True
)


@names.callback()
@command
def list_waiting(context: typer.Context, json: Json = False) -> None:
    """Print the names that no rule resolves, each with its candidate players."""
    if context.invoked_subcommand is not None:
        return
    from dataclasses import asdict

    from tipoff.app import name_queue

    home = open_home()
    queue, outcomes = name_queue.waiting_names(home), name_queue.outcomes(home)
    if json:
        print_json({"waiting": [asdict(name) for name in queue], "outcomes": outcomes})
        return
    counts = ", ".join(f"{count:,} {outcome}" for outcome, count in outcomes.items())
    print_line(fill(f"Names by the rule that matched them: {counts or 'none yet'}", width()))
    for name in queue:
        where = f", {name.setting}" if name.setting else ""
        seen = f"{counted(name.times_seen, 'time')} on {counted(name.dates, 'date')}"
        text = f"{name.player_name}: {name.source}, {seen}, last {name.last_date}{where}"
        print_line("\n" + fill(text, width(), subsequent_indent="  "))
        print_line(fill(_candidates(name), width(), initial_indent="  ", subsequent_indent="  "))
    if queue:
        print_line("\nTo settle one: tipoff names settle NAME PLAYER_ID, then tipoff run")


@names.command("settle")
@command
def settle(
    name: Annotated[str, typer.Argument(help="The name as the feed writes it.")],
    player_id: Annotated[
        int, typer.Argument(min=0, max=MAX_NUMBER, help="The league's id of the player.")
    ],
    json: Json = False,
) -> None:
    """Match a name to a player permanently.

    The next run applies it wherever the name occurs.
    """
    from tipoff.app import name_queue

    player_name = name_queue.settle(open_home(), name, player_id)
    if json:
        print_json({"name": name, "player_id": player_id, "player_name": player_name})
    else:
        print_line(f"{name} is {player_name} ({player_id}). `tipoff run` applies it.")


def _candidates(name: WaitingName) -> str:
    if name.player_id is not None:
        return f"is player {name.player_id}, whose team is not known: ingest its roster"
    players = [f"{c['name']} ({c['player_id']}) {c['score']:.2f}" for c in name.candidates]
    return f"may be {'; '.join(players) or 'nobody known'}"
