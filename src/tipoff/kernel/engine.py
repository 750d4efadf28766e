"""What the kernel asks of an engine: compute a query over files into a file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import date
    from pathlib import Path

    import pyarrow as pa

    from tipoff.kernel.catalog.entries import Staged, Written
    from tipoff.kernel.declare.schema import Schema
    from tipoff.kernel.files import Relation
    from tipoff.kernel.workers import Workers


class Engine(Protocol):
    """Computes; keeps nothing.

    What a query yields is staged in a file: its rows, each with the first condition that it fails,
    so that they can be counted and looked at before anything names them. Mostly the staged file
    is then, as it is, the one that is kept.
    """

    dialect: str
    """The name that Ibis knows the SQL by in which the engine computes tables and checks."""
    version: str
    """The engine's version: another may hash or compute otherwise."""

    @property
    def workers(self) -> Workers:
        """Whoever does pieces of work that a table function has, side by side."""
        ...

    def close(self) -> None:
        """Free what the engine holds; nothing is kept."""
        ...

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement in DuckDB's SQL and return its rows."""
        ...

    def arrow(self, sql: str) -> pa.Table:
        """Run one query in DuckDB's SQL and return its rows as Arrow."""
        ...

    def evaluate(self, query: str) -> pa.Table:
        """Run one query in the engine's own dialect and return its rows as Arrow."""
        ...

    def load(self, name: str, rows: pa.Table) -> None:
        """Make Arrow rows readable under a name until the next load of that name."""
        ...

    def view(self, name: str, relation: Relation, within: tuple[date, date] | None = None) -> None:
        """Make rows of files readable under a name; of their owner dates only those within."""
        ...

    def stage(
        self, schema: type[Schema], query: str, key: Sequence[str], where: str, path: Path
    ) -> None:
        """Compute the query's rows into a file, and check them; of two with one key, one fails.

        ``query`` yields the schema's columns and, for each rule, a boolean ``_rule_NAME``.
        """
        ...

    def stage_newest(
        self,
        schema: type[Schema],
        prefers: Sequence[str],
        changed: Collection[int] | None,
        path: Path,
    ) -> dict[date, int]:
        """Stage, of the dates that a change of payloads reaches, each key's standing row.

        The views ``rows_now`` and ``rows_before`` hold rows of payloads, ``payload_order`` their
        order.

        Args:
            schema: of the raw table.
            prefers: columns whose larger value wins before the payload's order decides.
            changed: payloads whose rows are not those the table was built from; None: all.
            path: of the file to stage the rows in.

        Returns:
            How many rows of each date that the change reaches another row of their key replaces.
        """
        ...

    def bad_rows(self, schema: type[Schema]) -> list[dict[str, Any]]:
        """Return the staged rows that failed, with ``_failed``: a place in the conditions."""
        ...

    def staged(self, schema: type[Schema], owner: str) -> dict[Any, Staged]:
        """Read the staged file and return what it holds of each owner, its date or payload."""
        ...

    def write(
        self,
        path: Path,
        schema: type[Schema],
        owner: str,
        owners: Collection[Any],
        carried: Sequence[Relation],
    ) -> None:
        """Write the good staged rows of some owners, and carried rows of other files, to a file."""
        ...

    def content(self, schema: type[Schema], relation: Relation) -> dict[Any, Written]:
        """Read files and return the content of each owner's rows."""
        ...


@dataclass(frozen=True)
class EngineStart:
    """An engine that starts when it is first asked for: a look at the catalog needs none."""

    kind: type[Any]
    """The engine's class, whose code shapes rows."""
    dialect: str
    version: str
    start: Callable[[], Engine]

    @cached_property
    def engine(self) -> Engine:
        """The engine, started."""
        return self.start()

    def close(self) -> None:
        """Close the engine if it was started."""
        if "engine" in vars(self):
            self.engine.close()
