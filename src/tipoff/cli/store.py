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
landing = typer.Typer(help="Landed payloads.", no_args_is_help=True)
Number = Annotated[
    int,
    typer.Argument(
        metavar="PAYLOAD",
        min=0,
        max=MAX_NUMBER,
        help="Number of the payload, as in `tipoff landing list`.",
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
Directory = Annotated[Path, typer.Argument(metavar="DIR", help="Directory of the backup.")]


@store.command()
@command
def verify(
    repair: Annotated[
        bool, typer.Option("--repair", help="Give up damaged data, so that it is made again.")
    ] = False,
    json: Json = False,
) -> None:
    """Check that the whole home is as it was written.

    Every payload, file and pointer is read. The exit code is 1 if anything is damaged.
    """
    from tipoff.app.publication import proofs
    from tipoff.app.verification import Repaired, repair_home
    from tipoff.app.verification import verify as verified

    home = open_home()
    chain, published = proofs(home)
    if repair:
        repaired, findings = repair_home(home, chain=chain, published=published)
    else:
        repaired, findings = Repaired(), verified(home, chain=chain, published=published)
    if json:
        print_json({**findings.to_dict(), "repaired": repaired.done, "lost": repaired.lost})
    else:
        _show_findings(repaired, findings)
    if repaired.lost or not findings.is_sound:
        raise typer.Exit(1)


@store.command()
@command
def backup(directory: Directory, json: Json = False) -> None:
    """Copy the data that cannot be computed again.

    This is the landing, the catalog and the bet log. A repeated backup copies only what is new.
    """
    from tipoff.app.backup import back_up

    copied = back_up(open_home(), directory)
    if json:
        print_json(copied.to_dict())
    else:
        print_line(
            f"Backed up {counted(copied.payloads, 'payload')}: {copied.copied:,} copied,"
            f" {copied.kept:,} already there and checked."
        )
        for line in copied.lacking:
            print_error(line)
    if copied.lacking:
        raise typer.Exit(1)


@store.command()
@command
def restore(directory: Directory, json: Json = False) -> None:
    """Fill an empty home from a backup; then call `tipoff run`."""
    from tipoff.app.backup import restore as restored

    home = open_home()
    copied = restored(home, directory)
    if json:
        print_json(copied.to_dict())
    else:
        print_line(
            f"Restored {counted(copied.payloads, 'payload')} of {copied.made_at}"
            f" into {home.directory}."
            " `tipoff run` computes the tables."
        )
        for line in copied.lacking:
            print_error(line)
    if copied.lacking:
        raise typer.Exit(1)


@store.command()
@command
def rebuild(json: Json = False) -> None:
    """Rebuild the catalog from the landing.

    The old catalog is set aside, never deleted.
    """
    from tipoff.app.catalog_rebuild import rebuild_catalog

    home = open_home()
    rebuilt = rebuild_catalog(home)
    if json:
        print_json(rebuilt.to_dict())
        return
    print_line(
        f"{home.place.name} has {counted(rebuilt.payloads, 'payload')}."
        " `tipoff run` computes the tables."
    )
    if rebuilt.set_aside is not None:
        print_line(f"The old catalog is {rebuilt.set_aside}.")


@landing.command("list")
@command
def list_payloads(
    resource: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only payloads of this resource.")
    ] = None,
    limit: Limit = 50,
    json: Json = False,
) -> None:
    """Print landed payloads, the newest first."""
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
    """Exclude a payload, as if it had never been landed."""
    _set_counts(payload, json, counts=False)


@landing.command("restore")
@command
def restore_payload(payload: Number, json: Json = False) -> None:
    """Include a withdrawn payload again."""
    _set_counts(payload, json, counts=True)


def _set_counts(payload: int, json: bool, *, counts: bool) -> None:
    from tipoff.app import payloads

    origin = payloads.withdraw(open_home(), payload, restore=counts)
    if json:
        print_json({"payload": payload, "origin": origin, "counts": counts})
        return
    status = "counts again" if counts else "counts no longer"
    print_line(f"Payload {payload} ({origin}) {status}. `tipoff run` applies it.")


def _show_findings(repaired: Repaired, findings: Findings) -> None:
    for line in repaired.done:
        print_line(line)
    for line in repaired.lost:
        print_error(line)
    counts = ", ".join(f"{name} {count:,}" for name, count in findings.examined.items())
    print_line(f"Examined: {counts}.")
    for notice in findings.notices:
        print_line(f"Harmless: {notice}")
    for problem in findings.problems:
        print_error(str(problem))
    print_line("Sound." if findings.is_sound else f"Problems: {len(findings.problems):,}.")
