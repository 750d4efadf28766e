"""What a verification found: how much it examined, and what is not as it should be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["body", "index", "catalog", "file", "chain", "published", "bets", "nothing"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it should be."""

    kind: Kind
    subject: str
    """The file, table, date or payload."""
    what: str
    cure: str
    repairs: str | int | None = None
    """What a repair takes up: the hash of a body, or the number of a table's file."""

    def __str__(self) -> str:
        return f"{self.subject} {self.what}: {self.cure}"


@dataclass(frozen=True)
class Findings:
    """What was examined and what was found."""

    examined: Mapping[str, int] = field(default_factory=dict)
    """How many of each kind of thing."""
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()
    """What does no harm."""

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems

    def __add__(self, other: Findings) -> Findings:
        return Findings(
            {**self.examined, **other.examined},
            self.problems + other.problems,
            self.notices + other.notices,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return it for machines."""
        return {
            "sound": self.is_sound,
            "examined": dict(self.examined),
            "problems": [
                {"kind": p.kind, "subject": p.subject, "what": p.what, "cure": p.cure}
                for p in self.problems
            ],
            "notices": list(self.notices),
        }
