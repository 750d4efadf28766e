"""What a run comes to, for whoever asked for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tipoff.kernel.run.report import RunReport


@dataclass(frozen=True)
class Outcome:
    """What a run did, what was published, and the slate it ends with."""

    report: RunReport
    documents: int
    slate: dict[str, Any] | None
    simulated: bool
