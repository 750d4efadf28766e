"""Verify the landing: every body against its hash, and the index against the catalog."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from tipoff.app.verification.findings import Findings, Problem
from tipoff.health.freshness import counted
from tipoff.kernel.errors import PayloadError
from tipoff.landing.bodies import how_to_land_again
from tipoff.landing.index import PAYLOAD, WITHDRAW, DamagedLine, Line, number_of
from tipoff.landing.index_follower import reason_to_skip
from tipoff.landing.store import NOT_FETCHED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tipoff.kernel.catalog import Catalog
    from tipoff.landing.bodies import Bodies
    from tipoff.landing.index import Index
    from tipoff.landing.store import PayloadStore

READERS = 8


class Record(NamedTuple):
    """A payload, as the catalog stores it."""

    payload: int
    source: str
    resource: str
    parameters: str
    hash: str
    bytes: int
    fetched_at: str
    landed_at: str
    origin: str
    withdrawn: int

    @property
    def line(self) -> dict[str, Any]:
        """The payload's values in a line of the index."""
        return dict(zip(PAYLOAD, self, strict=False))


def known_payloads(catalog: Catalog) -> dict[int, Record]:
    """Return the payloads in the catalog, by number."""
    columns = ", ".join("body_hash" if name == "hash" else name for name in PAYLOAD)
    rows = catalog.query(f"SELECT {columns}, withdrawn FROM payload ORDER BY payload")
    return {row[0]: Record(*row) for row in rows}


@dataclass
class IndexState:
    """The lines of an index, and the payloads that they describe together."""

    payloads: dict[int, Record] = field(default_factory=dict)
    """Payloads described by the lines that the catalog has read, by number."""
    valid: list[Line] = field(default_factory=list)
    damaged: list[DamagedLine] = field(default_factory=list)
    skipped: dict[int, str] = field(default_factory=dict)
    """Why a line is invalid and therefore skipped, by the byte at which it begins."""
    unread: int = 0
    """Number of valid lines that the catalog has not read yet."""
    has_moved: bool = False
    """Whether no line ends at the byte up to which the catalog has read.

    If so, lines have been changed since the catalog read them.
    """

    @classmethod
    def of(cls, index: Index, read_to: int, bodies: Bodies) -> IndexState:
        """Read an index to its end; the catalog has read its first ``read_to`` bytes."""
        state = cls()
        for line in index.lines():
            if isinstance(line, DamagedLine):
                state.damaged.append(line)
            else:
                state.valid.append(line)
        ends = {line.end for line in state.valid}
        state.has_moved = bool(read_to and not state.damaged and read_to not in ends)
        for line in state.valid:
            if line.end > read_to and not state.has_moved:
                state.unread += 1
            else:
                state._enter(line, bodies)
        return state

    def _enter(self, line: Line, bodies: Bodies) -> None:
        values = line.values
        number = number_of(values)
        held = self.payloads.get(number)
        reason = reason_to_skip(values, held and (held.source, held.hash), bodies)
        if reason is not None:
            self.skipped[line.start] = f"{reason} ({number})"
            return
        if "payload" in values:
            record = Record._make([*(values[name] for name in PAYLOAD), 0])
            self.payloads[record.payload] = record
            return
        if held is not None:
            self.payloads[number] = held._replace(withdrawn=int(WITHDRAW in values))


def verify_bodies(store: PayloadStore, known: Mapping[int, Record]) -> Findings:
    """Read the body of every payload and compare it with its hash."""
    owners: dict[str, list[Record]] = {}
    for record in known.values():
        owners.setdefault(record.hash, []).append(record)
    with ThreadPoolExecutor(READERS) as pool:
        faults = pool.map(lambda digest: _fault(store.bodies, digest), owners)
        newest = _newest(known.values())
        problems = [
            _body_problem(store.bodies, record, fault, record.payload in newest)
            for records, fault in zip(owners.values(), faults, strict=True)
            if fault is not None
            for record in records
        ]
    unnamed = sum(path.stem not in owners for path in store.bodies.all())
    notices = [f"{counted(unnamed, 'file')} in landing/ that no payload names: kept"]
    examined = {"payloads": len(known), "payload bodies": len(owners)}
    return Findings(examined, tuple(problems), tuple(notices if unnamed else ()))


def verify_index(store: PayloadStore, known: Mapping[int, Record]) -> Findings:
    """Compare the landing's index with the catalog, line by line."""
    state = IndexState.of(store.index, store.follower.read_to, store.bodies)
    damaged = [
        Problem(
            "index",
            f"{store.index.path}, byte {line.start},",
            f"is damaged ({line.reason})",
            "`tipoff verify --repair` sets it aside",
        )
        for line in state.damaged
    ]
    damaged += [
        Problem(
            "index",
            f"{store.index.path}, byte {start},",
            reason,
            "it is skipped; `tipoff verify --repair` sets it aside",
        )
        for start, reason in state.skipped.items()
    ]
    examined = {"index lines": len(state.valid) + len(state.damaged)}
    notice = f"{counted(state.unread, 'line')} of the index that the next ingest or run enters"
    problems = (
        *damaged,
        *_moved(store, state),
        *_differences(state.payloads, known, store.bodies),
    )
    return Findings(examined, problems, (notice,) if state.unread else ())


def names_missing_body(line: Record, record: Record, bodies: Bodies) -> bool:
    """Return whether a line's hash has no sound body while the hash in the catalog has one.

    Index lines have no checksum, so this is the only sign that a digit of the hash has changed.
    """
    return (
        line.hash != record.hash
        and _fault(bodies, line.hash) is not None
        and _fault(bodies, record.hash) is None
    )


def _moved(store: PayloadStore, state: IndexState) -> Iterator[Problem]:
    """Yield a problem if lines were changed after the catalog read them."""
    if state.has_moved:
        yield Problem(
            "catalog",
            str(store.index.path),
            f"has other lines than the catalog has read ({store.follower.read_to:,} bytes of it)",
            "`tipoff verify --repair` reads it again",
        )


def _differences(
    index: Mapping[int, Record], catalog: Mapping[int, Record], bodies: Bodies
) -> Iterator[Problem]:
    """Yield the payloads for which index and catalog differ."""
    for number in sorted(index.keys() | catalog.keys()):
        subject = f"payload {number}"
        if number not in index:
            yield Problem(
                "index",
                subject,
                "is in the catalog, but in no line of the index",
                "`tipoff verify --repair` writes its line again",
            )
        elif number not in catalog:
            yield Problem(
                "catalog",
                subject,
                "is in the index, but not in the catalog",
                "`tipoff verify --repair` enters it",
            )
        elif names_missing_body(index[number], catalog[number], bodies):
            yield Problem(
                "index",
                subject,
                "has a hash in the index that no body has; the catalog has the right one",
                "`tipoff verify --repair` writes its line again",
            )
        elif index[number] != catalog[number]:
            yield Problem(
                "catalog",
                subject,
                "differs between the catalog and the index",
                "`tipoff verify --repair` enters it again",
            )


def _fault(bodies: Bodies, digest: str) -> tuple[str, bool] | None:
    """Return what is wrong with a body, and whether its damaged file exists; None if sound."""
    try:
        bodies.refetched(digest)
        fault = bodies.fault(digest)
    except PayloadError as error:
        return str(error).removeprefix(f"{bodies.path(digest)}: "), False
    return None if fault is None else (fault, bodies.path(digest).exists())


def _body_problem(
    bodies: Bodies, record: Record, fault: tuple[str, bool], is_newest: bool
) -> Problem:
    description, is_damaged = fault
    subject = f"payload {record.payload} ({record.resource}): {bodies.path(record.hash)}"
    again = how_to_land_again(record.origin or record.resource)
    if record.source in NOT_FETCHED:
        cure = "it cannot be fetched again: copy the file from a backup"
    elif not is_newest:
        cure = "it is no longer used; only a backup or the same recording has it"
    elif is_damaged:
        cure = f"`tipoff verify --repair` drops it; then {again}"
    else:
        cure = again
    can_drop = is_damaged and is_newest and record.source not in NOT_FETCHED
    return Problem("body", subject, description, cure, record.hash if can_drop else None)


def _newest(records: Iterable[Record]) -> set[int]:
    """Return the number of the newest payload of each request, ignoring withdrawn payloads."""
    newest: dict[tuple[str, str, str], Record] = {}
    for record in sorted(records, key=lambda each: (each.fetched_at, each.payload)):
        if not record.withdrawn:
            newest[record.source, record.resource, record.parameters] = record
    return {record.payload for record in newest.values()}
