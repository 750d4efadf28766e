"""Commands on the home as a whole: verify, repair, back up, restore and rebuild it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tipoff.cli import show
from tipoff.cli.commands import Json, command, open_home

if TYPE_CHECKING:
    from tipoff.app.verification import Findings, Repaired

store = typer.Typer()
landing = typer.Typer(help="The payloads that are landed.", no_args_is_help=True)
Number = Annotated[int, typer.Argument(metavar="PAYLOAD", help="As `tipoff landing list` has it.")]
Directory = Annotated[Path, typer.Argument(metavar="DIR", help="Holds the backup.")]


@store.command()
@command
def verify(
    repair: Annotated[
        bool, typer.Option("--repair", help="Give up what is damaged, to be made again.")
    ] = False,
    json: Json = False,
) -> None:
    """Compare every payload, file and pointer with what was written; exit 0 if all is sound."""
    from tipoff.app.verification import Repaired, repair_home
    from tipoff.app.verification import verify as verified
    from tipoff.predictions.chain import verify_chain
    from tipoff.publishing.release import Publication

    home = open_home()
    published = Publication(home.published).damaged
    if repair:
        done, found = repair_home(home, chain=verify_chain, published=published)
    else:
        done, found = Repaired(), verified(home, chain=verify_chain, published=published)
    if json:
        show.as_json({**found.to_dict(), "repaired": done.done, "lost": done.lost})
    else:
        _findings(done, found)
    if done.lost or not found.is_sound:
        raise typer.Exit(1)


@store.command()
@command
def backup(directory: Directory, json: Json = False) -> None:
    """Copy what cannot be made again, the landing and the catalog; again copies what is new."""
    from tipoff.app.backup import back_up

    done = back_up(open_home(), directory)
    if json:
        show.as_json(done.to_dict())
    else:
        _print(
            f"Backed up {done.payloads:,} payloads: {done.copied:,} bodies copied,"
            f" {done.kept:,} there already and read again."
        )
        for line in done.lacking:
            _warn(line)
    if done.lacking:
        raise typer.Exit(1)


@store.command()
@command
def restore(directory: Directory, json: Json = False) -> None:
    """Make an empty home from a backup; `tipoff run` then computes its tables."""
    from tipoff.app.backup import restore as restored

    home = open_home()
    done = restored(home, directory)
    if json:
        show.as_json(done.to_dict())
    else:
        _print(
            f"Restored {done.payloads:,} payloads of {done.made_at} into {home.directory}."
            " `tipoff run` computes the tables."
        )
        for line in done.lacking:
            _warn(line)
    if done.lacking:
        raise typer.Exit(1)


@store.command()
@command
def rebuild(json: Json = False) -> None:
    """Make the catalog anew from landing/ alone; the old one is set aside, never deleted."""
    from tipoff.app.catalog_rebuild import rebuild_catalog

    home = open_home()
    done = rebuild_catalog(home)
    if json:
        show.as_json(done.to_dict())
        return
    _print(f"{home.catalog} knows {done.payloads:,} payloads. `tipoff run` computes the tables.")
    if done.set_aside is not None:
        _print(f"The old catalog is {done.set_aside}.")


@landing.command("list")
@command
def listed(
    resource: Annotated[str | None, typer.Option(help="Of one resource only.")] = None,
    limit: Annotated[int, typer.Option(min=0)] = 50,
    json: Json = False,
) -> None:
    """Print the payloads that are landed, the newest first."""
    from tipoff.app.landing_list import landed_payloads

    rows = landed_payloads(open_home(), resource, limit)
    if json:
        show.as_json(rows)
    else:
        columns = ("payload", "resource", "parameters", "fetched_at", "bytes", "origin", "counts")
        show.table("Payloads", columns, [[row[c] for c in columns] for row in rows])


@landing.command("withdraw")
@command
def withdraw(payload: Number) -> None:
    """Let a payload count no longer; the next run computes as if it had never come."""
    from tipoff.app import operations

    origin = operations.withdraw(open_home(), payload)
    _print(f"Payload {payload} ({origin}) counts no longer. `tipoff run` takes it up.")


@landing.command("restore")
@command
def count_again(payload: Number) -> None:
    """Let a payload that was withdrawn count again."""
    from tipoff.app import operations

    origin = operations.withdraw(open_home(), payload, restore=True)
    _print(f"Payload {payload} ({origin}) counts again. `tipoff run` takes it up.")


def _findings(done: Repaired, found: Findings) -> None:
    for line in done.done:
        _print(line)
    for line in done.lost:
        _warn(line)
    counted = ", ".join(f"{count:,} {name}" for name, count in found.examined.items())
    _print(f"Examined {counted}.")
    for notice in found.notices:
        _print(f"No harm: {notice}")
    for problem in found.problems:
        _warn(str(problem))
    _print("Sound." if found.is_sound else f"{len(found.problems):,} problems.")


def _print(text: str) -> None:
    show.console.print(text, highlight=False, soft_wrap=True, markup=False)


def _warn(text: str) -> None:
    show.errors.print(text, style="red", highlight=False, soft_wrap=True, markup=False)
