"""The findings of a verification: what was examined, and the problems."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["body", "index", "catalog", "file", "chain", "published", "bets", "nothing"]


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem, with the way to solve it."""

    kind: Kind
    subject: str
    """The file, table, date or payload that has the problem."""
    what: str
    """The problem, as the rest of a sentence that begins with the subject."""
    cure: str
    """What to do about it."""
    repair_target: str | int | None = None
    """The hash of a body or the number of a table's file for a repair to drop; None if neither."""

    def __str__(self) -> str:
        return f"{self.subject} {self.what}: {self.cure}"


@dataclass(frozen=True)
class Findings:
    """The result of a verification; results are combined with ``+``."""

    examined: Mapping[str, int] = field(default_factory=dict)
    """Number of examined items of each kind."""
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()
    """Harmless observations."""

    @property
    def is_sound(self) -> bool:
        """Whether there is no problem."""
        return not self.problems

    def __add__(self, other: Findings) -> Findings:
        return Findings(
            {**self.examined, **other.examined},
            self.problems + other.problems,
            self.notices + other.notices,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the findings as a dictionary, for JSON."""
        return {
            "sound": self.is_sound,
            "examined": dict(self.examined),
            "problems": [
                {"kind": p.kind, "subject": p.subject, "what": p.what, "cure": p.cure}
                for p in self.problems
            ],
            "notices": list(self.notices),
        }
