"""The files of tables: find those that a table is read from, and write new ones."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tipoff.kernel.catalog.entries import Written
from tipoff.kernel.errors import ColumnsChanged, TipoffError
from tipoff.kernel.files import Part, Relation, digest_of, flush

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date
    from pathlib import Path

    from tipoff.kernel.catalog import Catalog
    from tipoff.kernel.catalog.entries import Located, Staged
    from tipoff.kernel.declare.table import TableDefinition
    from tipoff.kernel.engine import Engine
    from tipoff.kernel.table_files import TableFiles

logger = logging.getLogger(__name__)
MAX_FILES = 12
"""A commit to a table that has this many files folds the smallest of them into its new file."""
FOLDED_FILES = 8
"""The number of files that are folded: about as many commits follow before the next folding."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of a table, as recorded in the catalog."""

    name: str
    layout: str
    rows: int


@dataclass(frozen=True)
class NewFile:
    """A file that is written, flushed and read back, but not yet named in the catalog."""

    name: str
    layout: str
    rows: int
    bytes: int
    hash: str
    owners: Mapping[Any, Written]
    """The dates (or payloads) whose rows it holds: those computed, and those folded into it."""


class Store:
    """The files of all tables, read and written through one engine."""

    def __init__(self, catalog: Catalog, files: TableFiles, engine: Engine) -> None:
        self._catalog = catalog
        self._files = files
        self._engine = engine
        self._stored: dict[str, dict[int, StoredFile]] = {}

    def stored(self, table: str) -> dict[int, StoredFile]:
        """Return the files of a table that the catalog names, by number."""
        if table not in self._stored:
            rows = self._catalog.query(
                "SELECT file, name, layout, rows FROM file WHERE table_name = ?", [table]
            )
            self._stored[table] = {file: StoredFile(*values) for file, *values in rows}
        return self._stored[table]

    def relation(
        self,
        definition: TableDefinition,
        located: Mapping[Any, Located],
        *,
        owner: str | None = None,
        within: tuple[date, date] | None = None,
    ) -> Relation:
        """Return the rows of some dates (or payloads) as one relation.

        Args:
            definition: the table.
            located: the dates (or payloads), each with its file, rows and content.
            owner: "payload" for rows of payloads; the date column by default.
            within: if given, files without a date in this range are left out. A file is read as a
                whole, without a list of its dates, if all its rows belong to ``located``; so the
                caller must restrict the dates to the range.

        Raises:
            ColumnsChanged: some rows lie in a file whose columns are not those of the schema.
        """
        schema = definition.schema
        by_file: dict[int, list[Any]] = {}
        rows: dict[int, int] = {}
        for each, place in located.items():
            if place.file is None:
                continue
            rows[place.file] = rows.get(place.file, 0) + place.rows
            if within is None or within[0] <= each <= within[1]:
                by_file.setdefault(place.file, []).append(each)
        stored, parts = self.stored(definition.name), []
        for file, owners in sorted(by_file.items()):
            record = stored[file]
            if record.layout != schema.layout():
                raise ColumnsChanged(definition.name, min(owners))
            whole = rows[file] == record.rows
            path = str(self._files.local(definition.name, record.name))
            parts.append(Part(path, None if whole else tuple(sorted(owners))))
        columns = {name: column.dtype for name, column in schema.columns.items()}
        return Relation(columns, owner or schema.partition(), tuple(parts))

    def new_path(self, definition: TableDefinition, run: int) -> Path:
        """Return the path at which a new file of a table is to be staged."""
        return self._files.path(definition.name, self._files.new(definition.name, run))

    def staged(
        self, definition: TableDefinition, path: Path, owner: str | None = None
    ) -> dict[Any, Staged]:
        """Flush the file that the engine staged, read it back, and return its content by owner."""
        flush(path)
        return self._engine.staged(definition.schema, owner or definition.schema.partition())

    def write(
        self,
        definition: TableDefinition,
        staged: Path,
        fresh: Mapping[Any, Written],
        others: Mapping[Any, Located],
        *,
        owner: str | None = None,
    ) -> NewFile | None:
        """Make a file of staged rows, perhaps with the rows of small files, and read it back.

        Args:
            definition: the table.
            staged: the file in which the engine staged the rows; it becomes the new file if it
                holds exactly the rows to keep, and is removed otherwise.
            fresh: the staged dates (or payloads) to keep, with the content of their rows.
            others: the table's other dates (or payloads); if their files are too many, the smallest
                are folded into the new file.
            owner: "payload" for rows of payloads; the date column by default.

        Returns:
            The file, flushed; None if there is nothing to keep.

        Raises:
            TipoffError: the rows read back are not those that were written.
        """
        owner = owner or definition.schema.partition()
        folded: dict[Any, Located] = {}
        path = staged
        if fresh:
            others = {each: place for each, place in others.items() if each not in fresh}
            folded = self._folded(definition, others)
            if folded or sum(w.rows for w in fresh.values()) != self._rows_in(staged):
                carried = [self.relation(definition, folded, owner=owner)] if folded else []
                path = staged.with_name(f"{staged.stem}b{staged.suffix}")
                self._engine.write(path, definition.schema, owner, list(fresh), carried)
        carried_over = {each: Written(p.rows, p.content) for each, p in folded.items()}
        expected = {**fresh, **carried_over}
        if path is not staged or not fresh:
            staged.unlink()
        if path is not staged:
            self._read_back(definition, path, expected, owner)
        if not fresh:
            return None
        self._files.keep(definition.name, path)
        rows = sum(written.rows for written in expected.values())
        layout, size = definition.schema.layout(), path.stat().st_size
        return NewFile(path.name, layout, rows, size, digest_of(path), expected)

    def _read_back(
        self, definition: TableDefinition, path: Path, expected: Mapping[Any, Written], owner: str
    ) -> None:
        """Flush a file that combines rows of others, and compare its content with that expected.

        Raises:
            TipoffError: the content differs.
        """
        flush(path)
        columns = {n: c.dtype for n, c in definition.schema.columns.items()}
        relation = Relation(columns, owner, (Part(str(path), None),))
        if self._engine.content(definition.schema, relation) != expected:
            raise TipoffError(f"{definition.name}: {path} does not hold what was written to it")

    def _rows_in(self, path: Path) -> int:
        """Return the number of rows in a file, bad ones included."""
        import pyarrow.parquet as pq

        return int(pq.read_metadata(path).num_rows)

    def enter(self, definition: TableDefinition, new: NewFile) -> int:
        """Enter a new file in the catalog, within the caller's transaction; return its number."""
        ((number,),) = self._catalog.query(
            "INSERT INTO file SELECT coalesce(max(file), 0) + 1, ?, ?, ?, ?, ?, ? FROM file"
            " RETURNING file",
            [definition.name, new.name, new.layout, new.rows, new.bytes, new.hash],
        )
        self.stored(definition.name)[number] = StoredFile(new.name, new.layout, new.rows)
        return int(number)

    def outdated_files(self, definition: TableDefinition) -> Collection[int]:
        """Return the files of a table whose columns are not those that its schema declares."""
        layout = definition.schema.layout()
        return {f for f, record in self.stored(definition.name).items() if record.layout != layout}

    def largest_file(self, definition: TableDefinition) -> int:
        """Return the bytes of a table's largest file; of any table's while it has no file."""
        ((own, any_other),) = self._catalog.query(
            "SELECT max(bytes) FILTER (WHERE table_name = ?), max(bytes) FROM file",
            [definition.name],
        )
        return int(own or any_other or 0)

    def _folded(
        self, definition: TableDefinition, located: Mapping[Any, Located]
    ) -> dict[Any, Located]:
        """Return the dates (or payloads) in the smallest files, if the table has too many files."""
        old = self.outdated_files(definition)
        sizes: dict[int, int] = {}
        for place in located.values():
            if place.file is not None and place.file not in old:
                sizes[place.file] = sizes.get(place.file, 0) + place.rows
        if len(sizes) < MAX_FILES:
            return {}
        logger.debug("%s has %d files: its smallest are folded", definition.name, len(sizes))
        smallest = set(sorted(sizes, key=lambda file: (sizes[file], file))[:FOLDED_FILES])
        return {owner: place for owner, place in located.items() if place.file in smallest}
