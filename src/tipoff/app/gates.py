"""The gates of a home, by the operation that has to pass them.

``WRITING`` is checked by ``Home.writing``, which every operation that lands, runs, publishes or
withdraws goes through; ``RUNNING`` is checked by every run. Two more gates are elsewhere:
``app.clock.clock_gate`` decides whether a run may predict live, and the run itself evaluates a
table's checks before it enters the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.errors import TipoffError
from tipoff.kernel.gates import Gate, Verdict, allow, block
from tipoff.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.app.open_home import OpenHome


def version_gate(workspace: OpenHome) -> Verdict:
    """Block a home whose last run was made by a later version of Tipoff."""
    rows = workspace.catalog.query("SELECT version FROM run ORDER BY run DESC LIMIT 1")
    made_by = rows[0][0] if rows else __version__
    if _numbers(made_by) <= _numbers(__version__):
        return allow(made_by=made_by)
    return block(
        f"the last run here was by Tipoff {made_by}, and this is {__version__}: install"
        f" {made_by} or later, or use another home",
        made_by=made_by,
        installed=__version__,
    )


def code_gate(verified_code: Path) -> Verdict:
    """Block a run whose loaded code differs from the source files that fingerprints are made from.

    Args:
        verified_code: the home's record of modules that were verified before.
    """
    from tipoff.app.pipeline import loaded_modules
    from tipoff.kernel.fingerprints import refuse_stale_bytecode

    modules = loaded_modules()
    try:
        refuse_stale_bytecode(modules, verified_code)
    except TipoffError as error:
        return block(str(error), modules=len(modules))
    return allow(modules=len(modules))


WRITING: tuple[Gate[OpenHome], ...] = (version_gate,)
RUNNING: tuple[Gate[Path], ...] = (code_gate,)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())
