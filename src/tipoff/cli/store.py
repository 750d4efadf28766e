"""Commands on the home as a whole: verify, repair, back up, restore and rebuild it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tipoff.cli.guard import command
from tipoff.cli.opening import open_home
from tipoff.cli.options import MAX_NUMBER, Json, Limit
from tipoff.cli.show.console import print_error, print_json, print_line, print_table
from tipoff.cli.show.layout import Column
from tipoff.health.freshness import counted

if TYPE_CHECKING:
    from tipoff.app.verification import Findings, Repaired

store = typer.Typer()
landing = typer.Typer(help="The payloads that are landed.", no_args_is_help=True)
Number = Annotated[
    int,
    typer.Argument(
        metavar="PAYLOAD", min=0, max=MAX_NUMBER, help="As `tipoff landing list` has it."
    ),
]
PAYLOADS = {
    "payload": Column("payload"),
    "resource": Column("resource"),
    "parameters": Column("parameters", min_width=16),
    "fetched_at": Column("fetched (UTC)"),
    "bytes": Column("bytes", 1),
    "origin": Column("origin", 2),
    "counts": Column("counts"),
}
Directory = Annotated[Path, typer.Argument(metavar="DIR", help="Holds the backup.")]


@store.command()
@command
def verify(
    repair: Annotated[
        bool, typer.Option("--repair", help="Give up what is damaged, to be made again.")
    ] = False,
    json: Json = False,
) -> None:
    """Compare the whole home with what was written.

    Every payload, file and pointer is read; the exit code is 0 if all is sound.
    """
    from tipoff.app.publication import proofs
    from tipoff.app.verification import Repaired, repair_home
    from tipoff.app.verification import verify as verified

    home = open_home()
    chain, published = proofs(home)
    if repair:
        done, found = repair_home(home, chain=chain, published=published)
    else:
        done, found = Repaired(), verified(home, chain=chain, published=published)
    if json:
        print_json({**found.to_dict(), "repaired": done.done, "lost": done.lost})
    else:
        _show_findings(done, found)
    if done.lost or not found.is_sound:
        raise typer.Exit(1)


@store.command()
@command
def backup(directory: Directory, json: Json = False) -> None:
    """Copy what cannot be made again.

    That is the landing, the catalog and the bet log; a repeat copies what is new.
    """
    from tipoff.app.backup import back_up

    done = back_up(open_home(), directory)
    if json:
        print_json(done.to_dict())
    else:
        print_line(
            f"Backed up {counted(done.payloads, 'payload')}: {done.copied:,} copied,"
            f" {done.kept:,} there already and read again."
        )
        for line in done.lacking:
            print_error(line)
    if done.lacking:
        raise typer.Exit(1)


@store.command()
@command
def restore(directory: Directory, json: Json = False) -> None:
    """Fill an empty home from a backup; `tipoff run` does the rest."""
    from tipoff.app.backup import restore as restored

    home = open_home()
    done = restored(home, directory)
    if json:
        print_json(done.to_dict())
    else:
        print_line(
            f"Restored {counted(done.payloads, 'payload')} of {done.made_at} into {home.directory}."
            " `tipoff run` computes the tables."
        )
        for line in done.lacking:
            print_error(line)
    if done.lacking:
        raise typer.Exit(1)


@store.command()
@command
def rebuild(json: Json = False) -> None:
    """Make the catalog anew from the landing.

    The old one is set aside, never deleted.
    """
    from tipoff.app.catalog_rebuild import rebuild_catalog

    home = open_home()
    done = rebuild_catalog(home)
    if json:
        print_json(done.to_dict())
        return
    print_line(
        f"{home.place.name} knows {counted(done.payloads, 'payload')}."
        " `tipoff run` computes the tables."
    )
    if done.set_aside is not None:
        print_line(f"The old catalog is {done.set_aside}.")


@landing.command("list")
@command
def list_payloads(
    resource: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only payloads of this resource.")
    ] = None,
    limit: Limit = 50,
    json: Json = False,
) -> None:
    """Print the payloads, the newest first."""
    from tipoff.app.payloads import landed_payloads
    from tipoff.cli.show.runs import shown_time

    rows = landed_payloads(open_home(), resource, limit)
    if json:
        print_json(rows)
    else:
        shown = [
            {**row, "payload": str(row["payload"]), "fetched_at": shown_time(row["fetched_at"])}
            for row in rows
        ]
        print_table(
            "Payloads", list(PAYLOADS.values()), [[row[c] for c in PAYLOADS] for row in shown]
        )


@landing.command("withdraw")
@command
def withdraw_payload(payload: Number, json: Json = False) -> None:
    """Let a payload count no longer, as if it had never come."""
    _set_counts(payload, json, counts=False)


@landing.command("restore")
@command
def restore_payload(payload: Number, json: Json = False) -> None:
    """Let a payload that was withdrawn count again."""
    _set_counts(payload, json, counts=True)


def _set_counts(payload: int, json: bool, *, counts: bool) -> None:
    from tipoff.app import payloads

    origin = payloads.withdraw(open_home(), payload, restore=counts)
    if json:
        print_json({"payload": payload, "origin": origin, "counts": counts})
        return
    told = "counts again" if counts else "counts no longer"
    print_line(f"Payload {payload} ({origin}) {told}. `tipoff run` takes it up.")


def _show_findings(done: Repaired, found: Findings) -> None:
    for line in done.done:
        print_line(line)
    for line in done.lost:
        print_error(line)
    counted = ", ".join(f"{name} {count:,}" for name, count in found.examined.items())
    print_line(f"Examined: {counted}.")
    for notice in found.notices:
        print_line(f"No harm: {notice}")
    for problem in found.problems:
        print_error(str(problem))
    print_line("Sound." if found.is_sound else f"Problems: {len(found.problems):,}.")
