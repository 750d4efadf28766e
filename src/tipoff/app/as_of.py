"""Rebuild a slate as of an earlier time, from the payloads that had been fetched by then."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tipoff import __version__
from tipoff.app import gates
from tipoff.app.session import HomeSession
from tipoff.domain.league_time import naive_utc
from tipoff.kernel import clock
from tipoff.kernel.catalog.values import as_text
from tipoff.kernel.declare.graph import DateRange
from tipoff.kernel.errors import UsageError
from tipoff.kernel.gates import require
from tipoff.kernel.lock import exclusive
from tipoff.kernel.run.run import Progress, Run
from tipoff.predictions.system_prediction import REPLAYED
from tipoff.publishing.slates import slate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime
    from pathlib import Path

    from tipoff.app.home import Home
    from tipoff.app.open_home import OpenHome
    from tipoff.kernel.run.report import RunReport


@dataclass(frozen=True)
class Rebuilt:
    """A slate as of a time, and the run that built it."""

    as_of: datetime
    payloads: int
    """Number of payloads that had been fetched by then."""
    report: RunReport
    slate: dict[str, Any] | None
    """None if the slate could not be predicted; the report has the reason."""
    simulated: bool
    """Whether the home holds a simulated league."""


def rebuild(
    home: Home,
    day: date,
    as_of: datetime,
    progress: Progress = lambda table, done, total: None,
) -> Rebuilt:
    """Build the slate of a date in a temporary home, from payloads fetched by a time.

    The home's own tables and published documents do not change. The predictions are marked as
    replayed.

    Args:
        home: the home whose landing is read.
        day: the date of the slate.
        as_of: the time, with a time zone; payloads fetched later are ignored.
        progress: called with the progress of each table.

    Raises:
        UsageError: the time is in the future, nothing had been landed by then, or the schedule
            known then does not contain the date.
        RunInProgress: another process is rebuilding a slate.
    """
    require(gates.RUNNING, home.verified_code)
    if as_of > clock.utc_now():
        raise UsageError(f"{as_of:%Y-%m-%d %H:%M} UTC is still to come: name a time in the past")
    index = _landed_by(home, as_of)
    with _scratch(home) as workspace:
        with workspace.catalog.transaction():
            workspace.catalog.insert("payload", index)
        run = Run(
            home.graph,
            workspace,
            now=as_of,
            today=day,
            command=f"run {day} --as-of {as_of.isoformat()}",
            version=__version__,
            progress=progress,
        )
        report = run.execute(DateRange(day, day))
        session = HomeSession(home.graph, workspace)
        document = _replayed(session, day, as_of)
        return Rebuilt(as_of, len(index), report, document, session.simulated)


def _landed_by(home: Home, as_of: datetime) -> list[tuple[Any, ...]]:
    """Return the rows of the payload index for payloads fetched by a time."""
    with home.reading() as session:
        catalog = session.workspace.catalog
        index = catalog.query("SELECT * FROM payload WHERE fetched_at <= ?", [as_text(as_of)])
        ((first,),) = catalog.query("SELECT min(fetched_at) FROM payload")
    if not index:
        raise UsageError(
            f"nothing had been landed by {as_of:%Y-%m-%d %H:%M} UTC: the first payload is of"
            f" {first}"
        )
    return index


@contextmanager
def _scratch(home: Home) -> Iterator[OpenHome]:
    """Yield a temporary home; remains of one whose process was killed are removed first."""
    directory = home.directory / "as_of"
    with exclusive(home.directory / "as_of.lock"):
        shutil.rmtree(directory, ignore_errors=True)
        try:
            with _temporary_home(home, directory).writing() as workspace:
                yield workspace
        finally:
            shutil.rmtree(directory, ignore_errors=True)


def _temporary_home(home: Home, directory: Path) -> Home:
    """Return a new home in a directory that reads bodies from the landing of another home."""
    return replace(home, directory=directory, borrowed=home.storage, catalog_url="", storage_url="")


def _replayed(session: HomeSession, day: date, as_of: datetime) -> dict[str, Any] | None:
    """Return the slate with every prediction marked as replayed; None if it was not predicted."""
    if day not in session.contents("player_prediction").days:
        return None
    document = {**slate(session, day, naive_utc(as_of)), "over": None}  # it was still to come
    for row in (*document["predictions"], *document["breakouts"]):
        row["record"] = REPLAYED
    return document
