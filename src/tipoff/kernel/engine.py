"""The interface of an engine, which computes queries over files into a file."""

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
    """Computes queries; it stores no state of its own.

    The rows of a query are staged in a file, each with the first condition that it fails, so that
    they can be counted and examined before the catalog names the file. Most often the staged file
    can then be kept unchanged.
    """

    dialect: str
    """Ibis's name of the SQL dialect in which the engine computes tables and checks."""
    version: str
    """The engine's version; another version may hash or compute differently."""

    @property
    def workers(self) -> Workers:
        """The workers that run independent pieces of a table function's work in parallel."""
        ...

    def close(self) -> None:
        """Free the engine's resources."""
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
        """Make Arrow rows readable under a name, until others are loaded under it."""
        ...

    def view(self, name: str, relation: Relation, within: tuple[date, date] | None = None) -> None:
        """Make the rows of a relation readable under a name; ``within`` restricts their dates."""
        ...

    def stage(
        self, schema: type[Schema], query: str, key: Sequence[str], where: str, path: Path
    ) -> None:
        """Compute the rows of a query into a file, each with the first condition that it fails.

        Args:
            schema: the schema of the rows, with the conditions.
            query: yields the schema's columns and a boolean column ``_rule_NAME`` for each rule.
            key: the columns that must be unique; of two rows with one key, one fails.
            where: a condition in SQL on the rows to stage.
            path: the path of the file.
        """
        ...

    def stage_newest(
        self,
        schema: type[Schema],
        prefers: Sequence[str],
        changed: Collection[int] | None,
        path: Path,
    ) -> dict[date, int]:
        """Stage the rows of the dates that a change of payloads reaches, one row for each key.

        The view ``rows_now`` has the rows of the payloads in effect, ``rows_before`` those of the
        payloads that the table was built from and that are no longer in effect or have changed, and
        ``payload_order`` the order of the payloads in effect.

        Args:
            schema: the schema of the raw table.
            prefers: the columns that decide first between rows of one key: the larger value wins;
                where they are equal, the later payload in the order wins.
            changed: the payloads whose rows are not those that the table was built from; None for
                all payloads.
            path: the path of the file.

        Returns:
            For each date that the change reaches, the number of rows that another row of the same
            key replaces.
        """
        ...

    def bad_rows(self, schema: type[Schema]) -> list[dict[str, Any]]:
        """Return the staged rows that failed, with the number of the condition as ``_failed``."""
        ...

    def staged(self, schema: type[Schema], owner: str) -> dict[Any, Staged]:
        """Read the staged file and return its content by owner, which is a date or a payload."""
        ...

    def write(
        self,
        path: Path,
        schema: type[Schema],
        owner: str,
        owners: Collection[Any],
        carried: Sequence[Relation],
    ) -> None:
        """Write the good staged rows of some owners to a file, and the rows of other files.

        Args:
            path: the path of the new file.
            schema: the schema of the rows.
            owner: the column of the date or payload.
            owners: the dates or payloads whose staged rows are written.
            carried: the rows of other files that are written too.
        """
        ...

    def content(self, schema: type[Schema], relation: Relation) -> dict[Any, Written]:
        """Read the rows of a relation and return their content by owner."""
        ...


@dataclass(frozen=True)
class EngineStart:
    """Starts an engine when it is first needed; commands that read only the catalog need none."""

    kind: type[Any]
    """The engine's class, whose code fingerprints cover because it can change rows."""
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
