"""Commands for unattended operation: do the jobs that are due, or heal gaps."""

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
        bool, typer.Option("--dry-run", help="Print the jobs that are due, and the next one.")
    ] = False,
    json: Json = False,
) -> None:
    """Do the jobs that are due now: fetch, run, publish, alert.

    It is safe to call every five minutes, even while another call is running. The morning, pre-tip
    and post-game jobs of a date follow from the schedule. Each is done once; a job that fails is
    tried again until its deadline.
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
        bool, typer.Option("--dry-run", help="Print the missing rows without asking for them.")
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Also ask for rows that were given up.")
    ] = False,
    json: Json = False,
) -> None:
    """Ask sources again for missing rows of past games.

    Each source is asked at most three times for a date; rows that are still missing then are given
    up, and listed. The exit code is 1 while rows are missing that are not given up, also with
    --dry-run.
    """
    from tipoff.cli.show.day import show_healing
    from tipoff.operations.heal import find_gaps, heal

    home = open_home()
    if dry_run:
        healing = find_gaps(home)
    else:
        with progress_bar("healing") as progress:
            healing = heal(home, load_settings(), progress, again=again)
    if json:
        print_json(healing.to_dict())
    else:
        show_healing(healing)
    if healing.exit_code:
        raise typer.Exit(healing.exit_code)


def _preview(json: bool) -> None:
    from tipoff.cli.show.day import show_preview
    from tipoff.operations.day import preview

    state, jobs = preview(open_home(), load_settings())
    if json:
        print_json(
            {
                "now": state.now,
                "date": jobs.today,
                "phase": jobs.day_kind.value,
                "due": [job.key for job in jobs.due],
                "overdue": [job.key for job in (*jobs.overdue, *jobs.exhausted)],
                "sources": state.sources,
                "next_job": None if jobs.next_job is None else jobs.next_job.key,
                "next_at": jobs.next_at,
            }
        )
    else:
        show_preview(state, jobs)
