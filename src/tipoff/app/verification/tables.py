"""Verify the tables: the bytes of every file, and the recorded rows of every entry at head."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, NamedTuple

from tipoff.app.verification.findings import Findings, Problem
from tipoff.health.freshness import counted
from tipoff.kernel.catalog.entries import NOTHING, Written
from tipoff.kernel.files import digest_of
from tipoff.kernel.run.raw_rows import OWNER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from tipoff.kernel.catalog.entries import Located
    from tipoff.kernel.declare.table import TableDefinition
    from tipoff.kernel.run.session import Session
    from tipoff.kernel.run.workspace import Workspace

READERS = 8
CURE = "`tipoff verify --repair`, then `tipoff run` computes it again"


class TableFile(NamedTuple):
    """A file of a table, as recorded in the catalog."""

    file: int
    table: str
    name: str
    rows: int
    bytes: int
    hash: str


def verify_files(workspace: Workspace) -> Findings:
    """Read every file in the catalog and compare it with its recorded size, hash and row count."""
    files = _catalog_files(workspace)
    with ThreadPoolExecutor(READERS) as pool:
        faults = list(pool.map(lambda each: _fault(_fetched(workspace, each), each), files))
    # A run may have removed files meanwhile; those are no problem.
    remaining = {each.file for each in _catalog_files(workspace)} if any(faults) else set()
    problems = [
        Problem("file", f"table {each.table}, {_path(workspace, each)}", fault, CURE, each.file)
        for each, fault in zip(files, faults, strict=True)
        if fault is not None and each.file in remaining
    ]
    unnamed = unnamed_files(workspace)
    notice = f"{counted(len(unnamed), 'file')} in tables/ that nothing names: a run removes them"
    return Findings({"table files": len(files)}, tuple(problems), (notice,) if unnamed else ())


def verify_pointers(session: Session, damaged: Collection[int]) -> Findings:
    """Recompute the row count and content hash of every date and payload at head from its file.

    Args:
        session: a session at head.
        damaged: files known to be damaged, whose dates and payloads are not examined.
    """
    problems: list[Problem] = []
    examined = unexamined = 0
    for definition in session.graph.tables.values():
        for owner, entries in _pointers(session, definition):
            new_problems, skipped = _examine(session, definition, owner, entries, damaged)
            examined += len(entries) - skipped
            unexamined += skipped
            problems += new_problems
    notice = f"{unexamined} dates and payloads whose file is damaged, or has other columns than now"
    return Findings(
        {"dates and payloads of tables": examined},
        tuple(problems),
        (notice,) if unexamined else (),
    )


def unnamed_files(workspace: Workspace) -> list[Path]:
    """Return the files of tables that are not in the catalog."""
    named = {(each.table, each.name) for each in _catalog_files(workspace)}
    return [path for table, path in workspace.files.all() if (table, path.name) not in named]


def _catalog_files(workspace: Workspace) -> list[TableFile]:
    rows = workspace.catalog.query(
        "SELECT file, table_name, name, rows, bytes, hash FROM file ORDER BY table_name, file"
    )
    return [TableFile(*row) for row in rows]


def _path(workspace: Workspace, each: TableFile) -> Path:
    return workspace.files.path(each.table, each.name)


def _fetched(workspace: Workspace, each: TableFile) -> Path:
    """Return the path of a file; with object storage, its local copy is fetched again first."""
    return workspace.files.refetched(each.table, each.name)


def _fault(path: Path, known: TableFile) -> str | None:
    from pyarrow import parquet

    try:
        size = path.stat().st_size
        if size != known.bytes:
            return f"has {size:,} bytes instead of {known.bytes:,}"
        if digest_of(path) != known.hash:
            return "differs from what was written"
        rows = parquet.read_metadata(path).num_rows
    except FileNotFoundError:
        return "is missing"
    except OSError as error:
        return f"cannot be read ({error.strerror or error})"
    return None if rows == known.rows else f"has {rows:,} rows instead of {known.rows:,}"


def _pointers(
    session: Session, definition: TableDefinition
) -> Iterator[tuple[str, Mapping[Any, Located]]]:
    """Yield the entries of a table's dates, and those of payloads for a raw table.

    Each is yielded with the name of the column that identifies the date or payload.
    """
    name = definition.name
    entries = session.contents(name).entries
    yield definition.schema.partition(), {d: e for d, e in entries.items() if e.file is not None}
    if definition.stream is None:
        return
    payloads = session.ledger.payload_entries(name).get(name, {})
    parsed = {n: e.source for n, e in payloads.items() if e.file is not None}
    sources = session.ledger.sources(name)
    built = {n: s for n, s in sources.items() if s.file is not None and parsed.get(n) != s}
    yield OWNER, parsed
    yield OWNER, built


def _examine(
    session: Session,
    definition: TableDefinition,
    owner: str,
    entries: Mapping[Any, Located],
    damaged: Collection[int],
) -> tuple[list[Problem], int]:
    """Return the entries that differ from the rows in their file, and how many were skipped."""
    store, schema, name = session.workspace.store, definition.schema, definition.name
    stored, outdated = store.stored(name), store.outdated_files(definition)
    dangling = {e.file for e in entries.values() if e.file is not None} - stored.keys()
    problems = [
        Problem(
            "file",
            f"table {name}",
            f"names file {file}, which the catalog does not know",
            CURE,
            file,
        )
        for file in sorted(dangling)
    ]
    skipped = {*dangling, *outdated, *damaged}
    readable = {key: entry for key, entry in entries.items() if entry.file not in skipped}
    relation = store.relation(definition, readable, owner=owner)
    contents = session.workspace.engine.content(schema, relation)
    for key, entry in readable.items():
        written = contents.get(key, NOTHING)
        if entry.file is not None and written != Written(entry.rows, entry.content):
            subject = f"table {name}, {'payload ' if owner == OWNER else ''}{key}"
            file = session.workspace.files.path(name, stored[entry.file].name)
            fault = f"has {written.rows} rows in {file}, which are not the {entry.rows} recorded"
            problems.append(Problem("file", subject, fault, CURE, entry.file))
    return problems, len(entries) - len(readable)
