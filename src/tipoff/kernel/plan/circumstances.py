"""A digest of everything that determines the result of a step: equal digests, equal results."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tipoff.kernel.declare.table import TableDefinition
    from tipoff.kernel.plan.plan import Step
    from tipoff.kernel.plan.state import State


def circumstances(state: State, definition: TableDefinition, step: Step) -> str:
    """Return a digest of a table's code, of its present rows, and of the inputs of a step.

    It is empty if something may fall due through the passing of time, which is then an input too.
    """
    if step.due:
        return ""
    name = definition.name
    inputs = [*zip(step.days, state.inputs_of(definition, step.days), strict=True)]
    text = repr(
        (state.fingerprints[name], state.contents[name].digest, inputs, sorted(step.payloads))
    )
    return blake2b(text.encode(), digest_size=16).hexdigest()
