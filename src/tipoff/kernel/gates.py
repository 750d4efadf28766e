"""Gates between rooms: each answers ALLOW or BLOCK, and one that cannot answer is BLOCK.

A gate is a pure function of what it examines. Whoever is about to write asks it by ``require``,
which raises ``Blocked`` (exit code 3) with the reason; whoever only leaves something out asks by
``ask`` and says why.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from tipoff.kernel.errors import Blocked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

logger = logging.getLogger(__name__)
T_contra = TypeVar("T_contra", contravariant=True)


class Answer(StrEnum):
    """What a gate answers."""

    ALLOW = "ALLOW"
    BLOCK = "BLOCK"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A gate's answer, and what it is based on."""

    answer: Answer
    reason: str = ""
    """In one line what is wrong and what to do; empty of ALLOW."""
    evidence: Mapping[str, Any] = field(default_factory=dict)
    """What was examined, by name."""
    time_cures: bool = False
    """Whether waiting can open the gate, without anybody doing anything."""

    @property
    def allows(self) -> bool:
        """Whether what was asked for may be done."""
        return self.answer is Answer.ALLOW


class Gate(Protocol[T_contra]):
    """Answers whether something may be done, from what it is given alone."""

    def __call__(self, examined: T_contra, /) -> Verdict:
        """Return ALLOW, or BLOCK with the reason."""
        ...


def allow(**evidence: Any) -> Verdict:
    """Return ALLOW, with what was examined."""
    return Verdict(Answer.ALLOW, evidence=evidence)


def block(reason: str, *, time_cures: bool = False, **evidence: Any) -> Verdict:
    """Return BLOCK with a reason, and with what was examined."""
    return Verdict(Answer.BLOCK, reason, evidence, time_cures)


def ask(gate: Gate[T_contra], examined: T_contra) -> Verdict:
    """Return a gate's answer; BLOCK, if it fails to answer or answers something else."""
    name = getattr(gate, "__name__", repr(gate))
    try:
        verdict = gate(examined)
        if not isinstance(verdict, Verdict):
            raise TypeError(f"it answered {verdict!r}")
    except Exception as error:
        logger.debug("the gate %s failed", name, exc_info=True)
        told = " ".join(f"{type(error).__name__}: {error}".split())
        return block(f"the gate {name} could not answer, which counts as closed ({told})")
    return verdict


def require(gates: Iterable[Gate[T_contra]], examined: T_contra) -> None:
    """Ask gates in turn.

    Raises:
        Blocked: at the first that does not allow it, with its reason.
    """
    for gate in gates:
        verdict = ask(gate, examined)
        if not verdict.allows:
            raise Blocked(verdict.reason)
