"""Verify the tables: every file's bytes, and what every pointer at head says of its rows."""

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
CURE = "`tipoff verify --repair`, then `tipoff run` computes it anew"


class TableFile(NamedTuple):
    """A file as the catalog knows it."""

    file: int
    table: str
    name: str
    rows: int
    bytes: int
    hash: str


def verify_files(workspace: Workspace) -> Findings:
    """Read every file that the catalog names and compare it with what was written."""
    named = _named(workspace)
    with ThreadPoolExecutor(READERS) as pool:
        faults = list(pool.map(lambda each: _fault(_kept(workspace, each), each), named))
    still = {each.file for each in _named(workspace)} if any(faults) else set()
    problems = [
        Problem("file", f"table {each.table}, {_path(workspace, each)}", fault, CURE, each.file)
        for each, fault in zip(named, faults, strict=True)
        if fault is not None and each.file in still
    ]
    unnamed = unnamed_files(workspace)
    notice = f"{counted(len(unnamed), 'file')} in tables/ that nothing names: a run removes them"
    return Findings({"table files": len(named)}, tuple(problems), (notice,) if unnamed else ())


def verify_pointers(session: Session, damaged: Collection[int]) -> Findings:
    """Compute the content of every date and payload at head again from its file.

    Args:
        session: at head.
        damaged: files that are known to be damaged: what they held is not examined.
    """
    problems: list[Problem] = []
    examined = unexamined = 0
    for definition in session.graph.tables.values():
        for owner, held in _pointers(session, definition):
            found, left = _examined(session, definition, owner, held, damaged)
            examined += len(held) - left
            unexamined += left
            problems += found
    notice = f"{unexamined} dates and payloads whose file is damaged, or of columns declared before"
    return Findings(
        {"dates and payloads of tables": examined},
        tuple(problems),
        (notice,) if unexamined else (),
    )


def unnamed_files(workspace: Workspace) -> list[Path]:
    """Return the files of tables that the catalog does not name."""
    named = {(each.table, each.name) for each in _named(workspace)}
    return [path for table, path in workspace.files.all() if (table, path.name) not in named]


def _named(workspace: Workspace) -> list[TableFile]:
    found = workspace.catalog.query(
        "SELECT file, table_name, name, rows, bytes, hash FROM file ORDER BY table_name, file"
    )
    return [TableFile(*row) for row in found]


def _path(workspace: Workspace, each: TableFile) -> Path:
    return workspace.files.path(each.table, each.name)


def _kept(workspace: Workspace, each: TableFile) -> Path:
    """Return where a file is as it is kept: a copy of an object is fetched anew."""
    return workspace.files.anew(each.table, each.name)


def _fault(path: Path, known: TableFile) -> str | None:
    from pyarrow import parquet

    try:
        size = path.stat().st_size
        if size != known.bytes:
            return f"has {size:,} bytes of {known.bytes:,}"
        if digest_of(path) != known.hash:
            return "is not what was written"
        rows = parquet.read_metadata(path).num_rows
    except FileNotFoundError:
        return "is missing"
    except OSError as error:
        return f"cannot be read ({error.strerror or error})"
    return None if rows == known.rows else f"has {rows:,} rows of {known.rows:,}"


def _pointers(
    session: Session, definition: TableDefinition
) -> Iterator[tuple[str, Mapping[Any, Located]]]:
    """Yield where a table's dates lie, and of a raw table its payloads' rows."""
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


def _examined(
    session: Session,
    definition: TableDefinition,
    owner: str,
    held: Mapping[Any, Located],
    damaged: Collection[int],
) -> tuple[list[Problem], int]:
    """Return the pointers that do not tell what their file holds, and how many were left out."""
    store, schema, name = session.workspace.store, definition.schema, definition.name
    stored, outdated = store.stored(name), store.outdated_files(definition)
    dangling = {h.file for h in held.values() if h.file is not None} - stored.keys()
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
    left_out = {*dangling, *outdated, *damaged}
    readable = {o: h for o, h in held.items() if h.file not in left_out}
    relation = store.relation(definition, readable, owner=owner)
    found = session.workspace.engine.content(schema, relation)
    for each, place in readable.items():
        written = found.get(each, NOTHING)
        if place.file is not None and written != Written(place.rows, place.content):
            subject = f"table {name}, {'payload ' if owner == OWNER else ''}{each}"
            file = session.workspace.files.path(name, stored[place.file].name)
            what = f"has {written.rows} rows in {file}: not the {place.rows} entered"
            problems.append(Problem("file", subject, what, CURE, place.file))
    return problems, len(held) - len(readable)
