"""Verify the landing: every body against its hash, and the index against the catalog."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from tipoff.app.verification.findings import Findings, Problem
from tipoff.health.freshness import counted
from tipoff.kernel.errors import PayloadError
from tipoff.landing.bodies import brought_again
from tipoff.landing.following import why_passed_over
from tipoff.landing.index import PAYLOAD, WITHDRAW, DamagedLine, Line, number_of
from tipoff.landing.store import NOT_FETCHED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tipoff.kernel.catalog import Catalog
    from tipoff.landing.bodies import Bodies
    from tipoff.landing.index import Index
    from tipoff.landing.store import PayloadStore

READERS = 8


class Record(NamedTuple):
    """A payload as the catalog keeps it."""

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
        """What the index says of it."""
        return dict(zip(PAYLOAD, self, strict=False))


def known_payloads(catalog: Catalog) -> dict[int, Record]:
    """Return the payloads that the catalog knows, by number."""
    columns = ", ".join("body_hash" if name == "hash" else name for name in PAYLOAD)
    found = catalog.query(f"SELECT {columns}, withdrawn FROM payload ORDER BY payload")
    return {row[0]: Record(*row) for row in found}


@dataclass
class IndexState:
    """What the lines of an index come to."""

    payloads: dict[int, Record] = field(default_factory=dict)
    """Those of the lines that the catalog has read."""
    sound: list[Line] = field(default_factory=list)
    damaged: list[DamagedLine] = field(default_factory=list)
    passed_over: dict[int, str] = field(default_factory=dict)
    """Where a line begins that says what cannot be, and what that is."""
    unread: int = 0
    """Sound lines that the catalog has not read yet."""
    has_moved: bool = False
    """Whether no line ends where the catalog has read to: lines were changed since."""

    @classmethod
    def of(cls, index: Index, read_to: int, bodies: Bodies) -> IndexState:
        """Read an index to its end, of which the catalog has read so many bytes."""
        state = cls()
        for line in index.lines():
            if isinstance(line, DamagedLine):
                state.damaged.append(line)
            else:
                state.sound.append(line)
        ends = {line.end for line in state.sound}
        state.has_moved = bool(read_to and not state.damaged and read_to not in ends)
        for line in state.sound:
            if line.end > read_to and not state.has_moved:
                state.unread += 1
            else:
                state._enter(line, bodies)
        return state

    def _enter(self, line: Line, bodies: Bodies) -> None:
        values = line.values
        number = number_of(values)
        held = self.payloads.get(number)
        why = why_passed_over(values, held and (held.source, held.hash), bodies)
        if why is not None:
            self.passed_over[line.start] = f"{why} ({number})"
            return
        if "payload" in values:
            record = Record._make([*(values[name] for name in PAYLOAD), 0])
            self.payloads[record.payload] = record
            return
        if held is not None:
            self.payloads[number] = held._replace(withdrawn=int(WITHDRAW in values))


def verify_bodies(store: PayloadStore, known: Mapping[int, Record]) -> Findings:
    """Read the body of every payload and compare it with the hash that names it."""
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
    state = IndexState.of(store.index, store.following.read_to, store.bodies)
    damaged = [
        Problem(
            "index",
            f"{store.index.path}, byte {line.start},",
            f"is damaged ({line.why})",
            "`tipoff verify --repair` sets it aside",
        )
        for line in state.damaged
    ]
    damaged += [
        Problem(
            "index",
            f"{store.index.path}, byte {start},",
            why,
            "it is passed over; `tipoff verify --repair` sets it aside",
        )
        for start, why in state.passed_over.items()
    ]
    examined = {"index lines": len(state.sound) + len(state.damaged)}
    notice = f"{counted(state.unread, 'line')} of the index that the next ingest or run enters"
    problems = (
        *damaged,
        *_moved(store, state),
        *_differences(state.payloads, known, store.bodies),
    )
    return Findings(examined, problems, (notice,) if state.unread else ())


def misnames(line: Record, record: Record, bodies: Bodies) -> bool:
    """Return whether a line names a body that is not there, and the catalog one that is.

    Index lines have no hash of their own; a digit of a body's hash that changed shows only so.
    """
    return (
        line.hash != record.hash
        and _fault(bodies, line.hash) is not None
        and _fault(bodies, record.hash) is None
    )


def _moved(store: PayloadStore, state: IndexState) -> Iterator[Problem]:
    """Yield a problem if lines were changed that the catalog has read."""
    if state.has_moved:
        yield Problem(
            "catalog",
            str(store.index.path),
            f"has other lines than the catalog has read ({store.following.read_to:,} bytes of it)",
            "`tipoff verify --repair` reads it anew",
        )


def _differences(
    index: Mapping[int, Record], catalog: Mapping[int, Record], bodies: Bodies
) -> Iterator[Problem]:
    """Yield the payloads that index and catalog do not tell alike."""
    for number in sorted(index.keys() | catalog.keys()):
        subject = f"payload {number}"
        if number not in index:
            yield Problem(
                "index",
                subject,
                "is in the catalog, and no line of the index names it",
                "`tipoff verify --repair` writes its line again",
            )
        elif number not in catalog:
            yield Problem(
                "catalog",
                subject,
                "is in the index, and not in the catalog",
                "`tipoff verify --repair` enters it",
            )
        elif misnames(index[number], catalog[number], bodies):
            yield Problem(
                "index",
                subject,
                "has the hash of no body in the index, and that of its body in the catalog",
                "`tipoff verify --repair` writes its line again",
            )
        elif index[number] != catalog[number]:
            yield Problem(
                "catalog",
                subject,
                "is another in the catalog than in the index",
                "`tipoff verify --repair` enters it again",
            )


def _fault(bodies: Bodies, digest: str) -> tuple[str, bool] | None:
    """Return what is wrong with a body, and whether it is there but worthless."""
    try:
        bodies.anew(digest)
        fault = bodies.fault(digest)
    except PayloadError as error:
        return str(error).removeprefix(f"{bodies.path(digest)}: "), False
    return None if fault is None else (fault, bodies.path(digest).exists())


def _body_problem(
    bodies: Bodies, record: Record, fault: tuple[str, bool], is_newest: bool
) -> Problem:
    what, is_damaged = fault
    subject = f"payload {record.payload} ({record.resource}): {bodies.path(record.hash)}"
    again = brought_again(record.origin or record.resource)
    if record.source in NOT_FETCHED:
        cure = "nobody can send it again: copy the file from a backup"
    elif not is_newest:
        cure = "it does not count any more; only a backup or the same recording has it"
    elif is_damaged:
        cure = f"`tipoff verify --repair` drops it; then {again}"
    else:
        cure = again
    can_drop = is_damaged and is_newest and record.source not in NOT_FETCHED
    return Problem("body", subject, what, cure, record.hash if can_drop else None)


def _newest(records: Iterable[Record]) -> set[int]:
    """Return the payloads that are the newest answer to their request that was not withdrawn."""
    found: dict[tuple[str, str, str], Record] = {}
    for record in sorted(records, key=lambda each: (each.fetched_at, each.payload)):
        if not record.withdrawn:
            found[record.source, record.resource, record.parameters] = record
    return {record.payload for record in found.values()}
