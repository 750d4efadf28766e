"""A slate as it would have been built at an earlier moment, from what had been landed by then."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tipoff import __version__
from tipoff.home import Home
from tipoff.kernel.errors import UsageError
from tipoff.kernel.fingerprint import refuse_stale_bytecode
from tipoff.kernel.graph import DateRange
from tipoff.kernel.lock import exclusive
from tipoff.kernel.run import Progress, Run, RunReport
from tipoff.landing import PayloadStore
from tipoff.pipeline import loaded_modules, pipeline
from tipoff.predictions.system_prediction import REPLAYED
from tipoff.publishing.slates import slate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    import pyarrow as pa

    from tipoff.kernel.engine import Engine


@dataclass(frozen=True)
class Rebuilt:
    """A slate as of a moment, and what it was built from."""

    as_of: datetime
    payloads: int
    """Landed by then."""
    report: RunReport
    slate: dict[str, Any] | None
    """None where something kept it from being predicted; the report says what."""
    simulated: bool


def rebuild(
    home: Home,
    day: date,
    as_of: datetime,
    progress: Progress = lambda table, done, total: None,
) -> Rebuilt:
    """Build a date anew in a database of its own, which is gone afterwards.

    The home's tables and what is published are not touched. A payload counts if it had been
    fetched by the moment, whatever was fetched later; its predictions are marked as replayed.

    Args:
        home: whose landing is read.
        day: date of the slate.
        as_of: the moment, with its zone.
        progress: told how far each table is.

    Raises:
        UsageError: the moment is still to come, nothing had been landed by then, or the date
            is in no schedule known then.
        RunInProgress: another process writes to the home, or rebuilds a slate.
    """
    refuse_stale_bytecode(loaded_modules())
    if as_of > datetime.now(UTC):
        raise UsageError(f"{as_of:%Y-%m-%d %H:%M} UTC is still to come: there is nothing to go by")
    index = _landed_by(home, as_of)
    with _scratch(home) as engine:
        engine.query("CREATE SCHEMA landing")
        engine.load("landed_by_then", index)
        engine.query("CREATE TABLE landing.payload AS SELECT * FROM landed_by_then")
        landing = PayloadStore(home.landing, engine)
        command = f"run {day} --as-of {as_of.isoformat()}"
        graph = pipeline(home.markets, catboost=home.catboost)
        run = Run(graph, engine, landing, command=command, version=__version__, progress=progress)
        report = run.execute(DateRange(day, day))
        shown = _replayed(engine, day, as_of)
        return Rebuilt(as_of, index.num_rows, report, shown, landing.simulated_for is not None)


def _landed_by(home: Home, as_of: datetime) -> pa.Table:
    """The index of the payloads that had been fetched by a moment."""
    cut = _naive(as_of)
    with home.reading() as engine:
        if not engine.columns("landing", "payload"):
            raise UsageError(f"nothing is ingested in {home.directory}: run `tipoff ingest` first")
        index = engine.arrow(f"FROM landing.payload WHERE fetched_at <= TIMESTAMP '{cut}'")
        ((first,),) = engine.query("SELECT min(fetched_at) FROM landing.payload")
    if not index.num_rows:
        raise UsageError(f"nothing had been landed by {cut} UTC: the first payload is of {first}")
    return index


@contextmanager
def _scratch(home: Home) -> Iterator[Engine]:
    """A database that is there while inside; what a killed process left of one goes too."""
    scratch = Home(home.directory / "as_of", home.threads, home.memory_limit)
    with exclusive(home.directory / "as_of.lock"):
        shutil.rmtree(scratch.directory, ignore_errors=True)
        try:
            with scratch.writing() as engine:
                yield engine
        finally:
            shutil.rmtree(scratch.directory)


def _replayed(engine: Engine, day: date, as_of: datetime) -> dict[str, Any] | None:
    """The slate, every prediction marked as rebuilt from nothing later than the moment."""
    if not engine.columns("main", "player_prediction"):
        return None
    engine.query(
        f"UPDATE player_prediction SET record = '{REPLAYED}', as_of = least(as_of, ?)",
        [_naive(as_of)],
    )
    return slate(engine, day)


def _naive(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)
