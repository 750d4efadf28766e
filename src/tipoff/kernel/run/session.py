"""Sessions: reading the tables of the last finished run, while the next one may be working."""

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
    """Reads the tables as of the run that was head when the session was opened.

    Runs that end later do not change what it reads. SQL can name every table of the graph; a table
    that is not built yet is empty. A table is opened when a query first names it.
    """

    def __init__(
        self,
        graph: Graph,
        workspace: Workspace,
        contents: Mapping[str, Contents] | None = None,
    ) -> None:
        """Open a session at head.

        Args:
            graph: the tables.
            workspace: the home's catalog, files and engine.
            contents: the tables' contents at head, if they have been read already.
        """
        self.graph = graph
        self.workspace = workspace
        self.ledger = Ledger.at_head(workspace.catalog)
        self._open: set[str] = set()
        self._contents = dict(contents or {})

    @property
    def run(self) -> int:
        """The run whose state is read; 0 if no run has ended yet."""
        return self.ledger.run

    def contents(self, table: str) -> Contents:
        """Return the entries of a table by date.

        Raises:
            TipoffError: the session's run is no longer kept.
        """
        if table not in self._contents:
            contents = Contents(self.ledger.entries(table).get(table, {}))
            self._refuse_pruned()
            self._contents[table] = contents
        return self._contents[table]

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one query and return its rows.

        Raises:
            ColumnsChanged: a table's columns have changed since its rows were computed.
            TipoffError: the session's run is no longer kept.
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
        """Make the tables that a query names readable.

        Raises:
            TipoffError: as for ``query``.
        """
        self._refuse_pruned()
        for name in set(WORD.findall(sql)) & self.graph.tables.keys() - self._open:
            entries = self.contents(name).entries
            relation = self._store.relation(self.graph.tables[name], entries)
            self.workspace.engine.view(name, relation)
            self._open.add(name)

    @cached_property
    def _store(self) -> Store:
        return self.workspace.store

    def _refuse_pruned(self) -> None:
        """Refuse to read a state whose entries later runs may have removed.

        Raises:
            TipoffError: the session's run is no longer kept.
        """
        if 0 < self.run < kept_since(self.workspace.catalog):
            raise TipoffError(
                f"run {self.run} is no longer kept (keep_runs, keep_days): open the home again to"
                " see the last one"
            )
