"""The outcome of a run, as its caller receives it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tipoff.kernel.run.report import RunReport


@dataclass(frozen=True)
class Outcome:
    """The report of a run, the number of published documents, and the run's last slate."""

    report: RunReport
    documents: int
    slate: dict[str, Any] | None
    """The last predicted slate among the run's dates; None if there is none."""
    simulated: bool
    """Whether the home holds a simulated league."""
