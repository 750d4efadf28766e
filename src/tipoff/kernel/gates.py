"""Gates between rooms: each answers ALLOW or BLOCK; one that fails to answer counts as BLOCK.

A gate is a pure function of the values that it examines. Code that must not go on calls
``require``, which raises ``Blocked`` (exit code 3) with the reason. Code that can leave something
out instead calls ``ask`` and reports the reason.
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
    """The answers that a gate can give."""

    ALLOW = "ALLOW"
    BLOCK = "BLOCK"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A gate's answer, and the values that it is based on."""

    answer: Answer
    reason: str = ""
    """One line that says what is wrong and what to do; empty for ALLOW."""
    evidence: Mapping[str, Any] = field(default_factory=dict)
    """The values that were examined, by name."""
    time_cures: bool = False
    """Whether the gate may open as time passes, without anybody doing anything."""

    @property
    def allows(self) -> bool:
        """Whether the answer is ALLOW."""
        return self.answer is Answer.ALLOW


class Gate(Protocol[T_contra]):
    """Answers whether something may be done; the answer depends on the argument alone."""

    def __call__(self, examined: T_contra, /) -> Verdict:
        """Return ALLOW, or BLOCK with the reason."""
        ...


def allow(**evidence: Any) -> Verdict:
    """Return ALLOW, with the values that were examined."""
    return Verdict(Answer.ALLOW, evidence=evidence)


def block(reason: str, *, time_cures: bool = False, **evidence: Any) -> Verdict:
    """Return BLOCK with a reason, and with the values that were examined."""
    return Verdict(Answer.BLOCK, reason, evidence, time_cures)


def ask(gate: Gate[T_contra], examined: T_contra) -> Verdict:
    """Return a gate's verdict; BLOCK if it raises an error or returns something else."""
    name = getattr(gate, "__name__", repr(gate))
    try:
        verdict = gate(examined)
        if not isinstance(verdict, Verdict):
            raise TypeError(f"it answered {verdict!r}")
    except Exception as error:
        logger.debug("the gate %s failed", name, exc_info=True)
        message = " ".join(f"{type(error).__name__}: {error}".split())
        return block(f"the gate {name} could not answer, which counts as closed ({message})")
    return verdict


def require(gates: Iterable[Gate[T_contra]], examined: T_contra) -> None:
    """Ask gates in turn, and raise an error at the first that does not allow it.

    Raises:
        Blocked: a gate is closed; the message is its reason.
    """
    for gate in gates:
        verdict = ask(gate, examined)
        if not verdict.allows:
            raise Blocked(verdict.reason)
