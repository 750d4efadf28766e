"""The unattended day: do what is due now, or say what would be done."""

from __future__ import annotations

from typing import Annotated

import typer

from tipoff.cli.guard import command
from tipoff.cli.opening import load_settings, open_home
from tipoff.cli.options import Json
from tipoff.cli.progress import progress_bar
from tipoff.cli.show.console import print_json

days = typer.Typer()


@days.command()
@command
def day(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what is due and what falls due next.")
    ] = False,
    json: Json = False,
) -> None:
    """Do what is due now: fetch, run, publish, tell.

    Safe to call every five minutes, and twice at once. The morning's, the pre-tip and the post-game
    jobs of a date follow from the schedule; each is done once, and tried again if it fails, until
    its deadline.
    """
    if dry_run:
        _preview(json)
        return
    from tipoff.alerts.configured import configured_notifier
    from tipoff.cli.show.day import show_day
    from tipoff.operations.day import run_day

    settings = load_settings()
    with progress_bar("day") as progress:
        outcome = run_day(open_home(), settings, configured_notifier(settings), progress)
    if json:
        print_json(outcome.to_dict())
    else:
        show_day(outcome)
    if outcome.exit_code:
        raise typer.Exit(outcome.exit_code)


@days.command("heal")
@command
def heal_gaps(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what dates lack, and ask for nothing.")
    ] = False,
    again: Annotated[bool, typer.Option("--again", help="Ask for what was given up too.")] = False,
    json: Json = False,
) -> None:
    """Ask again for what games of earlier dates lack.

    Each date is asked for three times at most; what does not come then is given up, and listed.
    With --dry-run too the exit code is 1 while something is lacking.
    """
    from tipoff.cli.show.day import show_healing
    from tipoff.operations.heal import find_gaps, heal

    home = open_home()
    if dry_run:
        done = find_gaps(home)
    else:
        with progress_bar("healing") as progress:
            done = heal(home, load_settings(), progress, again=again)
    if json:
        print_json(done.to_dict())
    else:
        show_healing(done)
    if done.exit_code:
        raise typer.Exit(done.exit_code)


def _preview(json: bool) -> None:
    from tipoff.cli.show.day import show_preview
    from tipoff.operations.day import preview

    standing, found = preview(open_home(), load_settings())
    if json:
        print_json(
            {
                "now": standing.now,
                "date": found.today,
                "phase": found.day_kind.value,
                "due": [job.key for job in found.due],
                "overdue": [job.key for job in (*found.overdue, *found.exhausted)],
                "sources": standing.sources,
                "next_job": None if found.next_job is None else found.next_job.key,
                "next_at": found.next_at,
            }
        )
    else:
        show_preview(standing, found)
