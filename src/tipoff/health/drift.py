"""Drift: what the catalog, the files and the code of a home no longer agree about.

An upgrade changes fingerprints, and a run then computes again what they cover. Here it is said
beforehand, with how long each table took the last time that so much of it was computed. For
example, a table took 80 seconds for 640 dates; of 160 dates that now have other code it says 20.
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
    """What a run would do of one table because something about it changed."""

    table: str
    dates: int
    payloads: int
    why: str
    seconds: float | None
    """As long as it took before, for as much; None where it was never timed."""


@dataclass(frozen=True)
class Drift:
    """What does not agree."""

    version_of_head: str
    version: str
    recompute: tuple[Recompute, ...]
    added: tuple[str, ...]
    """Tables that are declared and hold nothing yet."""
    removed: tuple[str, ...]
    """Tables that hold something and are declared no more."""
    files: tuple[str, ...]
    """What the catalog says of files and the disk does not."""

    @property
    def seconds(self) -> float:
        """Return how long the tables that were timed would take."""
        return sum(each.seconds or 0.0 for each in self.recompute)

    @property
    def untimed(self) -> int:
        """Return of how many tables nobody knows how long they take."""
        return sum(each.seconds is None for each in self.recompute)

    @property
    def is_none(self) -> bool:
        """Return whether everything agrees."""
        return not (self.recompute or self.added or self.removed or self.files)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values."""
        return {**asdict(self), "seconds": self.seconds, "untimed": self.untimed}


def drift(
    state: State,
    steps: Sequence[Step],
    workspace: Workspace,
    times: Mapping[str, tuple[int, int, float]],
    *,
    versions: tuple[str, str],
) -> Drift:
    """Compare what is held with what is declared, and the catalog's files with those on disk.

    Args:
        state: what a plan is made from.
        steps: the plan.
        workspace: whose files are looked for.
        times: of each table (dates, payloads, seconds) of its largest run.
        versions: of the code by which head was computed, and of this one.
    """
    known = {n for (n,) in workspace.catalog.query("SELECT DISTINCT table_name FROM entry")}
    declared = state.graph.tables
    return Drift(
        *versions,
        recompute=tuple(_recomputed(steps, times)),
        added=tuple(n for n, d in declared.items() if known and n not in known and not d.stream),
        removed=tuple(sorted(known - declared.keys())),
        files=tuple(_files(workspace)),
    )


def _recomputed(
    steps: Sequence[Step], times: Mapping[str, tuple[int, int, float]]
) -> Iterator[Recompute]:
    """Yield the steps that have a reason other than new data."""
    new = {Why.NEW, Why.NEW_PAYLOAD, Why.EMPTY, Why.UNUSED}
    for step in steps:
        reasons = [*step.reasons.values(), *step.payloads.values()]
        if any(reason.why not in new for reason in reasons):
            dates, payloads = len(step.reasons), len(step.payloads)
            timed = times.get(step.table)
            seconds = None if timed is None else _scaled(timed, dates, payloads)
            yield Recompute(step.table, dates, payloads, step.summary(), seconds)


def _scaled(timed: tuple[int, int, float], dates: int, payloads: int) -> float:
    """Return a table's seconds in proportion to how much of it is to be done."""
    then, now = max(timed[0], timed[1], 1), max(dates, payloads)
    return timed[2] * now / then


def _files(workspace: Workspace) -> Iterator[str]:
    """Yield the files that are not there, or not of the size that was written."""
    present = workspace.files.sizes()
    for table, name, size in workspace.catalog.query("SELECT table_name, name, bytes FROM file"):
        found = present.get((table, name))
        if found is None:
            yield f"tables/{table}/{name} is missing"
        elif found != size:
            yield f"tables/{table}/{name} has {found:,} bytes, {size:,} were written"
