"""A session: the tables of one finished run, to look at while the next one works."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tipoff.kernel.catalog import Ledger
from tipoff.kernel.errors import TipoffError
from tipoff.kernel.plan.contents import Contents
from tipoff.kernel.run.retention import kept_since

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pyarrow as pa

    from tipoff.kernel.declare.graph import Graph
    from tipoff.kernel.run.store import Store
    from tipoff.kernel.run.workspace import Workspace

WORD = re.compile(r"\w+")


class Session:
    """Reads at head as it stood when the session was opened: no run changes what it sees.

    Every table of the graph can be named in SQL; one that is not built yet is empty. A table is
    opened when a query first names it.
    """

    def __init__(
        self,
        graph: Graph,
        workspace: Workspace,
        contents: Mapping[str, Contents] | None = None,
    ) -> None:
        """Open a session; ``contents`` are those at head, where they have been read already."""
        self.graph = graph
        self.workspace = workspace
        self.ledger = Ledger.at_head(workspace.catalog)
        self._open: set[str] = set()
        self._contents = dict(contents or {})

    @property
    def run(self) -> int:
        """The run whose state is seen; 0 before the first has ended."""
        return self.ledger.run

    def contents(self, table: str) -> Contents:
        """Return which dates a table holds, with their content."""
        if table not in self._contents:
            found = Contents(self.ledger.entries(table).get(table, {}))
            self._refuse_forgotten()
            self._contents[table] = found
        return self._contents[table]

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one query and return its rows.

        Raises:
            ColumnsChanged: a table's columns have changed since its rows were computed.
            TipoffError: the run that is seen is no longer kept.
        """
        self.open_tables(sql)
        return self.workspace.engine.query(sql, parameters)

    def arrow(self, sql: str) -> pa.Table:
        """Run one query and return its rows as Arrow.

        Raises:
            TipoffError: as for ``query``.
        """
        self.open_tables(sql)
        return self.workspace.engine.arrow(sql)

    def open_tables(self, sql: str) -> None:
        """Make the tables that a query names readable."""
        self._refuse_forgotten()
        for name in set(WORD.findall(sql)) & self.graph.tables.keys() - self._open:
            entries = self.contents(name).entries
            relation = self._store.relation(self.graph.tables[name], entries)
            self.workspace.engine.view(name, relation)
            self._open.add(name)

    @cached_property
    def _store(self) -> Store:
        return self.workspace.store

    def _refuse_forgotten(self) -> None:
        """Refuse to read a state of which later runs have removed parts."""
        if 0 < self.run < kept_since(self.workspace.catalog):
            raise TipoffError(
                f"run {self.run} is no longer kept (keep_runs, keep_days): open the home again to"
                " see the last one"
            )
