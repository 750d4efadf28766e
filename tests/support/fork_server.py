"""A process that has imported everything, and forks children that wait for a start signal.

``python -m support.fork_server`` reads lines ``GATE HOME ACTION …`` from standard input. For each
it forks a child and writes its process id. The child waits until the pipe GATE is opened and
closed, performs the actions of ``support.child`` on the toy shop in HOME, and ends with the exit
code of a command. It writes its error message to ``HOME.message``. Then the server writes the exit
code, negative for a signal.

Forking saves the second that imports take. The server has a single thread, as a fork copies only
one.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from support.child import act, small_files
from support.toy_shop import Shop, shop_graph
from tipoff.app.failures import explained
from tipoff.engines import duckdb as engine_module
from tipoff.kernel.run.report import RunReport

NOT_HELD = 99
"""Exit code of a child whose gate is gone."""


def serve() -> None:
    """Fork one child after another, until standard input is closed."""
    _one_thread()
    small_files()
    _warm_up()
    for line in sys.stdin:
        gate, home, *actions = line.split()
        child = os.fork()
        if child == 0:
            os._exit(_act(Path(gate), Path(home), actions))
        _print(child)
        _, status = os.waitpid(child, 0)
        _print(os.waitstatus_to_exitcode(status))


def _act(gate: Path, home: Path, actions: list[str]) -> int:
    gate.read_bytes()
    shop = Shop(home, shop_graph())
    try:
        for action in actions:
            done = act(shop, action)
            if isinstance(done, RunReport) and done.exit_code:
                _report(home, "; ".join(done.problems))
                return done.exit_code
    except Exception as error:
        failure = explained(error)
        _report(home, f"{type(error).__name__}: {failure}")
        return failure.exit_code
    return 0


def _report(home: Path, message: str) -> None:
    with suppress(OSError):  # the fault may hit this call too
        home.with_name(f"{home.name}.message").write_text(message)


def _one_thread() -> None:
    """Make the engine work in the calling thread."""
    whole = engine_module.DuckDB.__init__

    def alone(self: engine_module.DuckDB, **more: object) -> None:
        whole(self, **{**more, "threads": 1})  # type: ignore[arg-type]

    engine_module.DuckDB.__init__ = alone  # type: ignore[method-assign]


def _warm_up() -> None:
    """Import everything that actions need, without starting threads."""
    import ibis.backends.duckdb
    import pyarrow.parquet

    import tipoff.app.backup
    import tipoff.app.catalog_rebuild
    import tipoff.app.verification

    graph = shop_graph()
    assert graph.tables
    assert all((ibis.backends.duckdb, pyarrow.parquet, tipoff.app.backup))


def _print(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    serve()
