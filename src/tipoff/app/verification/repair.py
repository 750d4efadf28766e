"""Repair a home: give up what is damaged, so that the next ingest or run brings it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.app.verification.payloads import IndexState, known_payloads, misnames
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
    """What a repair did, and what it could not bring back."""

    done: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def repair(workspace: OpenHome, findings: Findings) -> Repaired:
    """Repair what was found; the caller holds the home's lock."""
    done, lost = [], []
    store, catalog = workspace.landing, workspace.catalog
    if any(problem.kind == "index" for problem in findings.problems):
        lost += _write_index(store, catalog)
        done.append(f"{store.index.path} was written anew; what it was lies beside it")
    elif any(problem.kind == "catalog" for problem in findings.problems):
        store.following.catch_up(anew=True)
        done.append("the catalog has read the landing's index anew")
    store.catch_up()
    bodies = sorted({str(p.repairs) for p in findings.problems if p.kind == "body" and p.repairs})
    for digest in bodies:
        store.bodies.drop(digest)
        done.append(f"{store.bodies.path(digest)} was dropped: the next ingest asks for it again")
    files = {int(p.repairs) for p in findings.problems if p.kind == "file" and p.repairs}
    if files:
        names = give_up(catalog, files)
        done.append(
            f"{counted(len(files), 'file')} of {', '.join(names)} given up: `tipoff run`"
            " computes their rows anew"
        )
    unnamed = unnamed_files(workspace)
    if unnamed:
        freed = workspace.files.remove(unnamed)
        done.append(f"removed {counted(len(unnamed), 'file')} that nothing names ({freed:,} bytes)")
    return Repaired(tuple(done), tuple(lost))


def give_up(catalog: Catalog, files: Collection[int]) -> list[str]:
    """Let no run point to some files any more; return the names of their tables.

    What they held becomes "not computed yet" in every run that is kept, an unfinished one too, so
    that a rollback cannot bring a damaged file back. A raw table is built from its payloads as a
    whole, so of such a table no payload counts as built.
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
    """Write the index anew from its sound lines and from what the catalog knows beyond them.

    Returns:
        A line for each damaged line of which nobody knows what it said.
    """
    read_to = store.following.read_to
    state = IndexState.of(store.index, read_to, store.bodies)
    known = known_payloads(catalog)
    misnamed = {
        number
        for number, told in state.payloads.items()
        if number in known and misnames(told, known[number], store.bodies)
    }
    sound = [
        line.text
        for line in state.sound
        if line.values.get("payload") not in misnamed and line.start not in state.passed_over
    ]
    for number in misnamed:
        del state.payloads[number]
    missing = list(_from_catalog(state, known))
    aside = store.index.path.with_name(f"index-{clock.utc_now():%Y%m%dT%H%M%S%fZ}.jsonl")
    store.index.replace([*sound, *missing], aside)
    store.following.catch_up(anew=True)
    unknown = [line for line in state.damaged if line.start >= read_to]
    return [
        f"{aside}, byte {line.start}: nobody knows what this line named; ingest again what was"
        " ingested last"
        for line in unknown
    ]


def _from_catalog(state: IndexState, known: Mapping[int, Record]) -> Iterator[bytes]:
    """Yield the lines that the catalog has read and the index has no more."""
    for number, record in known.items():
        told = state.payloads.get(number)
        if told is None:
            yield as_line(record.line)
        if record.withdrawn != (told.withdrawn if told else 0):
            word = WITHDRAW if record.withdrawn else RESTORE
            yield as_line({word: number, "at": as_text(clock.utc_now())})
