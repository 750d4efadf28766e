"""Drift: differences between the catalog, the files and the code of a home.

An upgrade changes fingerprints, so the next run recomputes the tables concerned. This module lists
them beforehand, and estimates the time of each from its largest run. For example, a table took 80
seconds for 640 dates; 160 dates whose code has changed are estimated at 20 seconds.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from tipoff.kernel.plan.reasons import Why

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tipoff.kernel.plan.plan import Step
    from tipoff.kernel.plan.state import State
    from tipoff.kernel.run.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Recompute:
    """The part of one table that a run would recompute because something about it changed."""

    table: str
    dates: int
    payloads: int
    why: str
    seconds: float | None
    """Estimate from the time of an earlier run; None if the table was never timed."""


@dataclass(frozen=True)
class Drift:
    """The differences between catalog, files, declarations and code."""

    version_of_head: str
    version: str
    recompute: tuple[Recompute, ...]
    added: tuple[str, ...]
    """Computed tables that are declared but not built yet."""
    removed: tuple[str, ...]
    """Tables that hold rows but are no longer declared."""
    files: tuple[str, ...]
    """A sentence for each file that is missing or has another size than in the catalog."""

    @property
    def seconds(self) -> float:
        """Return the estimated total for the tables that were timed."""
        return sum(each.seconds or 0.0 for each in self.recompute)

    @property
    def untimed(self) -> int:
        """Return the number of tables to recompute that were never timed."""
        return sum(each.seconds is None for each in self.recompute)

    @property
    def is_none(self) -> bool:
        """Return whether there are no differences."""
        return not (self.recompute or self.added or self.removed or self.files)

    def to_dict(self) -> dict[str, Any]:
        """Return the drift as plain values for JSON."""
        return {**asdict(self), "seconds": self.seconds, "untimed": self.untimed}


def drift(
    state: State,
    steps: Sequence[Step],
    workspace: Workspace,
    times: Mapping[str, tuple[int, int, float]],
    *,
    versions: tuple[str, str],
) -> Drift:
    """Compare the stored tables with the declared ones, and the catalog's files with the disk.

    Args:
        state: the state that the plan was made from.
        steps: the plan.
        workspace: the catalog and the files.
        times: dates, payloads and seconds of each table's largest run.
        versions: the version of the code that computed head, and the current version.
    """
    stored = {n for (n,) in workspace.catalog.query("SELECT DISTINCT table_name FROM entry")}
    declared = state.graph.tables
    return Drift(
        *versions,
        recompute=tuple(_recomputed(steps, times)),
        added=tuple(n for n, d in declared.items() if stored and n not in stored and not d.stream),
        removed=tuple(sorted(stored - declared.keys())),
        files=tuple(_files(workspace)),
    )


def _recomputed(
    steps: Sequence[Step], times: Mapping[str, tuple[int, int, float]]
) -> Iterator[Recompute]:
    """Yield the steps that have a reason other than new data."""
    new_data = {Why.NEW, Why.NEW_PAYLOAD, Why.EMPTY, Why.UNUSED}
    for step in steps:
        reasons = [*step.reasons.values(), *step.payloads.values()]
        if any(reason.why not in new_data for reason in reasons):
            dates, payloads = len(step.reasons), len(step.payloads)
            timed = times.get(step.table)
            seconds = None if timed is None else _scaled(timed, dates, payloads)
            yield Recompute(step.table, dates, payloads, step.summary(), seconds)


def _scaled(timed: tuple[int, int, float], dates: int, payloads: int) -> float:
    """Return the estimate in seconds: the timed run scaled to the amount of work."""
    timed_amount, amount = max(timed[0], timed[1], 1), max(dates, payloads)
    return timed[2] * amount / timed_amount


def _files(workspace: Workspace) -> Iterator[str]:
    """Yield a sentence for each file that is missing, or whose size is not what was written."""
    present = workspace.files.sizes()
    for table, name, size in workspace.catalog.query("SELECT table_name, name, bytes FROM file"):
        actual = present.get((table, name))
        if actual is None:
            yield f"tables/{table}/{name} is missing"
        elif actual != size:
            yield f"tables/{table}/{name} has {actual:,} bytes, {size:,} were written"
