"""What the result of a step follows from, as a digest: the same again ends the same way."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tipoff.kernel.declare.table import TableDefinition
    from tipoff.kernel.plan.plan import Step
    from tipoff.kernel.plan.state import State


def circumstances(state: State, definition: TableDefinition, step: Step) -> str:
    """Return a digest of a table's code, of what it holds, and of the inputs of a step.

    Empty where the clock makes something due: then the time is an input too.
    """
    if step.due:
        return ""
    name = definition.name
    inputs = [*zip(step.days, state.inputs_of(definition, step.days), strict=True)]
    stated = repr(
        (state.fingerprints[name], state.contents[name].digest, inputs, sorted(step.payloads))
    )
    return blake2b(stated.encode(), digest_size=16).hexdigest()
