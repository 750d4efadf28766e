"""Repair a home: drop damaged files, so that the next ingest or run restores their content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.app.verification.payloads import IndexState, known_payloads, names_missing_body
from tipoff.app.verification.tables import unnamed_files
from tipoff.health.freshness import counted
from tipoff.kernel import clock
from tipoff.kernel.catalog.values import as_text
from tipoff.landing.index import RESTORE, WITHDRAW, as_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from tipoff.app.open_home import OpenHome
    from tipoff.app.verification.findings import Findings
    from tipoff.app.verification.payloads import Record
    from tipoff.kernel.catalog import Catalog
    from tipoff.landing.store import PayloadStore


@dataclass(frozen=True)
class Repaired:
    """Result of a repair, as lines of text."""

    done: tuple[str, ...] = ()
    """Repairs that were made."""
    lost: tuple[str, ...] = ()
    """Information that could not be restored."""


def repair(workspace: OpenHome, findings: Findings) -> Repaired:
    """Repair the problems that a verification found; the caller holds the home's lock."""
    done, lost = [], []
    store, catalog = workspace.landing, workspace.catalog
    if any(problem.kind == "index" for problem in findings.problems):
        lost += _write_index(store, catalog)
        done.append(f"{store.index.path} was written anew; the old index is kept beside it")
    elif any(problem.kind == "catalog" for problem in findings.problems):
        store.follower.catch_up(from_start=True)
        done.append("the catalog has read the whole index of the landing again")
    store.catch_up()
    targets = [(p.kind, p.repair_target) for p in findings.problems if p.repair_target]
    for digest in sorted({str(target) for kind, target in targets if kind == "body"}):
        store.bodies.drop(digest)
        done.append(f"{store.bodies.path(digest)} was dropped: the next ingest fetches it again")
    files = {int(target) for kind, target in targets if kind == "file"}
    if files:
        names = forget_files(catalog, files)
        done.append(
            f"{counted(len(files), 'file')} of {', '.join(names)} given up: `tipoff run`"
            " computes their rows again"
        )
    unnamed = unnamed_files(workspace)
    if unnamed:
        freed = workspace.files.remove(unnamed)
        done.append(f"removed {counted(len(unnamed), 'file')} that nothing names ({freed:,} bytes)")
    return Repaired(tuple(done), tuple(lost))


def forget_files(catalog: Catalog, files: Collection[int]) -> list[str]:
    """Remove all references of the catalog to some files; return the names of their tables.

    The content of the files becomes "not computed yet" in every run that is kept, including an
    unfinished one, so that a rollback cannot restore a damaged file. A raw table is computed from
    all its payloads together, so all payloads of such a table are marked as not built.
    """
    listed = ", ".join(str(file) for file in sorted(files)) or "NULL"
    with catalog.transaction():
        tables = {
            name
            for record in ("file", "entry", "payload_entry", "source_entry")
            for (name,) in catalog.query(
                f"SELECT DISTINCT table_name FROM {record} WHERE file IN ({listed})"
            )
        }
        catalog.query(
            "UPDATE entry SET file = NULL, fingerprint = '', inputs = ?, rows = 0,"
            f" content = '0', superseded = 0, made_in = 0 WHERE file IN ({listed})",
            [b""],
        )
        catalog.query(
            "UPDATE payload_entry SET file = NULL, fingerprint = '', inputs = ?, rows = 0,"
            " bad = 0, content = '0', first_day = NULL, last_day = NULL, refused = NULL,"
            f" made_in = 0 WHERE file IN ({listed})",
            [b""],
        )
        for name in tables:
            catalog.query(
                "UPDATE source_entry SET file = NULL, rows = 0, content = '' WHERE table_name = ?",
                [name],
            )
        catalog.query(f"DELETE FROM file WHERE file IN ({listed})")
    return sorted(tables)


def _write_index(store: PayloadStore, catalog: Catalog) -> list[str]:
    """Rewrite the index from its valid lines and from payloads that only the catalog has.

    Returns:
        A message for each damaged line whose content cannot be restored.
    """
    read_to = store.follower.read_to
    state = IndexState.of(store.index, read_to, store.bodies)
    known = known_payloads(catalog)
    misnamed = {
        number
        for number, record in state.payloads.items()
        if number in known and names_missing_body(record, known[number], store.bodies)
    }
    valid = [
        line.text
        for line in state.valid
        if line.values.get("payload") not in misnamed and line.start not in state.skipped
    ]
    for number in misnamed:
        del state.payloads[number]
    missing = list(_missing_lines(state, known))
    aside = store.index.path.with_name(f"index-{clock.utc_now():%Y%m%dT%H%M%S%fZ}.jsonl")
    store.index.replace([*valid, *missing], aside)
    store.follower.catch_up(from_start=True)
    unknown = [line for line in state.damaged if line.start >= read_to]
    return [
        f"{aside}, byte {line.start}: the payload of this line is unknown; repeat the last ingest"
        for line in unknown
    ]


def _missing_lines(state: IndexState, known: Mapping[int, Record]) -> Iterator[bytes]:
    """Yield lines that the catalog has read and that are no longer in the index."""
    for number, record in known.items():
        indexed = state.payloads.get(number)
        if indexed is None:
            yield as_line(record.line)
        if record.withdrawn != (indexed.withdrawn if indexed else 0):
            action = WITHDRAW if record.withdrawn else RESTORE
            yield as_line({action: number, "at": as_text(clock.utc_now())})
