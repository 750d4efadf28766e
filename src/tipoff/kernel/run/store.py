"""Tables as files: which files a table is read from, and how rows get into a new one."""

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
"""A table with more files than this has its smallest rewritten by the next commit to it."""
FOLDED_FILES = 8
"""How many of them: after it, as many commits may follow until the next."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as the catalog knows it."""

    name: str
    layout: str
    rows: int


@dataclass(frozen=True)
class NewFile:
    """A file that is written, flushed and read back, and that nothing names yet."""

    name: str
    layout: str
    rows: int
    bytes: int
    hash: str
    owners: Mapping[Any, Written]
    """All dates, or payloads, whose rows it holds: those computed, and those folded into it."""


class Store:
    """The files of all tables, read and written through one engine."""

    def __init__(self, catalog: Catalog, files: TableFiles, engine: Engine) -> None:
        self._catalog = catalog
        self._files = files
        self._engine = engine
        self._known: dict[str, dict[int, StoredFile]] = {}

    def stored(self, table: str) -> dict[int, StoredFile]:
        """Return the files of a table that the catalog names."""
        if table not in self._known:
            found = self._catalog.query(
                "SELECT file, name, layout, rows FROM file WHERE table_name = ?", [table]
            )
            self._known[table] = {file: StoredFile(*values) for file, *values in found}
        return self._known[table]

    def relation(
        self,
        definition: TableDefinition,
        held: Mapping[Any, Located],
        *,
        owner: str | None = None,
        within: tuple[date, date] | None = None,
    ) -> Relation:
        """Return the rows of dates (or payloads, by ``owner``) as one table.

        With ``within``, only files with dates in that range are read. A file all of whose rows are
        held is still read without a list of its dates: the reader bounds them by the range.

        Raises:
            ColumnsChanged: some of them lie in a file whose columns are not those declared now.
        """
        schema = definition.schema
        by_file: dict[int, list[Any]] = {}
        rows: dict[int, int] = {}
        for each, place in held.items():
            if place.file is None:
                continue
            rows[place.file] = rows.get(place.file, 0) + place.rows
            if within is None or within[0] <= each <= within[1]:
                by_file.setdefault(place.file, []).append(each)
        stored, parts = self.stored(definition.name), []
        for file, owners in sorted(by_file.items()):
            known = stored[file]
            if known.layout != schema.layout():
                raise ColumnsChanged(definition.name, min(owners))
            whole = rows[file] == known.rows
            path = str(self._files.local(definition.name, known.name))
            parts.append(Part(path, None if whole else tuple(sorted(owners))))
        columns = {name: column.dtype for name, column in schema.columns.items()}
        return Relation(columns, owner or schema.partition(), tuple(parts))

    def new_path(self, definition: TableDefinition, run: int) -> Path:
        """Return where a new file of a table is to be staged."""
        return self._files.path(definition.name, self._files.new(definition.name, run))

    def staged(
        self, definition: TableDefinition, path: Path, owner: str | None = None
    ) -> dict[Any, Staged]:
        """Flush the file that the engine staged, read it back, and return what it holds."""
        flush(path)
        return self._engine.staged(definition.schema, owner or definition.schema.partition())

    def write(
        self,
        definition: TableDefinition,
        staged: Path,
        fresh: Mapping[Any, Written],
        held: Mapping[Any, Located],
        *,
        owner: str | None = None,
    ) -> NewFile | None:
        """Make a file of staged rows, and those of small files, flushed and read back.

        Args:
            definition: the table.
            staged: the file in which the engine staged its rows; kept as it is, if it holds
                exactly what is to be kept, else removed.
            fresh: the staged dates (or payloads) to keep, with what their rows come to.
            held: where the others lie, of which the smallest files may be folded into this one.
            owner: "payload" for rows of payloads.

        Returns:
            The file; None if there is nothing to keep.

        Raises:
            TipoffError: what was read back is not what was written.
        """
        owner = owner or definition.schema.partition()
        folded: dict[Any, Located] = {}
        path = staged
        if fresh:
            folded = self._folded(definition, {o: h for o, h in held.items() if o not in fresh})
            if folded or sum(w.rows for w in fresh.values()) != self._rows_in(staged):
                carried = [self.relation(definition, folded, owner=owner)] if folded else []
                path = staged.with_name(f"{staged.stem}b{staged.suffix}")
                self._engine.write(path, definition.schema, owner, list(fresh), carried)
        expected = {**fresh, **{o: Written(h.rows, h.content) for o, h in folded.items()}}
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
        """Flush a file that was put together anew, and read it; a staged one was read already."""
        flush(path)
        columns = {n: c.dtype for n, c in definition.schema.columns.items()}
        relation = Relation(columns, owner, (Part(str(path), None),))
        if self._engine.content(definition.schema, relation) != expected:
            raise TipoffError(f"{definition.name}: {path} does not hold what was written to it")

    def _rows_in(self, path: Path) -> int:
        """Return how many rows a file has, bad ones too."""
        import pyarrow.parquet as pq

        return int(pq.read_metadata(path).num_rows)

    def enter(self, definition: TableDefinition, new: NewFile) -> int:
        """Name a new file in the catalog, within the caller's transaction; return its number."""
        ((number,),) = self._catalog.query(
            "INSERT INTO file SELECT coalesce(max(file), 0) + 1, ?, ?, ?, ?, ?, ? FROM file"
            " RETURNING file",
            [definition.name, new.name, new.layout, new.rows, new.bytes, new.hash],
        )
        self.stored(definition.name)[number] = StoredFile(new.name, new.layout, new.rows)
        return int(number)

    def outdated_files(self, definition: TableDefinition) -> Collection[int]:
        """Return the files of a table whose columns are not those declared now."""
        layout = definition.schema.layout()
        return {f for f, known in self.stored(definition.name).items() if known.layout != layout}

    def largest_file(self, definition: TableDefinition) -> int:
        """Return how many bytes the largest file of a table has, or of any while it has none."""
        ((own, any_other),) = self._catalog.query(
            "SELECT max(bytes) FILTER (WHERE table_name = ?), max(bytes) FROM file",
            [definition.name],
        )
        return int(own or any_other or 0)

    def _folded(
        self, definition: TableDefinition, held: Mapping[Any, Located]
    ) -> dict[Any, Located]:
        """Return what lies in the smallest files, if the table has too many."""
        old = self.outdated_files(definition)
        sizes: dict[int, int] = {}
        for place in held.values():
            if place.file is not None and place.file not in old:
                sizes[place.file] = sizes.get(place.file, 0) + place.rows
        if len(sizes) < MAX_FILES:
            return {}
        logger.debug("%s has %d files: its smallest are folded", definition.name, len(sizes))
        smallest = set(sorted(sizes, key=lambda file: (sizes[file], file))[:FOLDED_FILES])
        return {owner: place for owner, place in held.items() if place.file in smallest}
