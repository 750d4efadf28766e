"""Batches: payloads that are parsed and committed together."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from tipoff.kernel.catalog.entries import BadRow
from tipoff.kernel.errors import PayloadError
from tipoff.kernel.parse.drift import new_columns
from tipoff.kernel.parse.typed_columns import read_columns, refuse_drift, typed
from tipoff.kernel.run.quarantine import bad_row, refusal_reason, refuse_if_critical

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pyarrow as pa

    from tipoff.kernel.declare.payload import Payload
    from tipoff.kernel.declare.stream import Columns, Stream
    from tipoff.kernel.declare.table import TableDefinition


@dataclass
class Batch:
    """The parsed rows of some payloads, with the bad rows and the refused payloads."""

    rows: pa.Table = None
    """All readable rows of all payloads that could be parsed."""
    bad: list[BadRow] = field(default_factory=list)
    """The rows for quarantine, and one in place of each refused payload."""
    counts: dict[int, int] = field(default_factory=dict)
    """The number of rows in each payload."""
    refused: dict[int, str] = field(default_factory=dict)
    """The refused payloads, each with the reason."""
    unreadable: set[int] = field(default_factory=set)
    """The refused payloads whose stored body is missing or damaged; the next run retries them."""
    origins: dict[int, str] = field(default_factory=dict)
    """Where each payload came from, for messages."""
    new_columns: dict[str, int] = field(default_factory=dict)
    """The columns that are neither declared nor known, each with the first payload that has it."""

    @classmethod
    def of(cls, stream: Stream, bodies: Mapping[int, Payload | PayloadError]) -> Batch:
        """Parse payloads by number, or take the error that reading one raised.

        A payload that cannot be read or parsed is refused; the others are parsed.
        """
        batch = cls()
        columns: dict[str, list[Any]] = {name: [] for name in stream.columns}
        numbers: list[int] = []
        for number, payload in bodies.items():
            if isinstance(payload, PayloadError):
                batch._damaged(number, payload)
                continue
            batch.origins[number] = payload.origin or payload.resource
            batch.counts[number] = 0
            try:
                parsed = read_columns(stream, payload)
            except PayloadError as error:
                batch._refuse(number, str(error))
                continue
            for name in new_columns(stream, parsed):
                batch.new_columns.setdefault(name, number)
            for name, values in columns.items():
                values.extend(parsed[name])
            batch.counts[number] = len(parsed[stream.key[0]])
            numbers += [number] * batch.counts[number]
        batch.rows, unreadable = typed(stream, columns, numbers)
        batch.bad += unreadable
        batch._refuse_retyped(stream, columns)
        return batch

    @property
    def notices(self) -> list[str]:
        """One line for each new column."""
        first_seen = self.new_columns.items()
        return [f"new column {name}, not read: {self.origins[n]}" for name, n in first_seen]

    @property
    def accepted(self) -> list[int]:
        """The payloads that are not refused."""
        return [number for number in self.counts if number not in self.refused]

    def set_aside(self, definition: TableDefinition, failed: Sequence[Mapping[str, Any]]) -> None:
        """Add rows that failed a condition to the bad rows; refuse payloads with too many of them.

        Raises:
            Blocked: a row breaks a critical rule.
        """
        self.bad += [bad_row(definition, row) for row in failed]
        refuse_if_critical(definition, self.bad)
        by_payload: dict[int, list[BadRow]] = {}
        for each in self.bad:
            if each.payload is not None and each.payload not in self.refused:
                by_payload.setdefault(each.payload, []).append(each)
        for number, bad in by_payload.items():
            why = refusal_reason(definition, bad, self.counts[number])
            if why:
                self._refuse(number, why)

    def _refuse_retyped(self, stream: Stream, columns: Columns) -> None:
        """Refuse each payload that has a column in which no value is of the declared type."""
        suspected = {bad.payload for bad in self.bad} - self.refused.keys()
        ends = accumulate(self.counts.values())
        for (number, count), end in zip([*self.counts.items()], ends, strict=True):
            if number not in suspected:
                continue
            rows = slice(end - count, end)
            own = {name: values[rows] for name, values in columns.items()}
            try:
                refuse_drift(stream, own, types=True)
            except PayloadError as error:
                self._refuse(number, str(error))

    def _damaged(self, number: int, error: PayloadError) -> None:
        self.counts[number] = 0
        self.unreadable.add(number)
        self.refused[number] = str(error)

    def _refuse(self, number: int, why: str) -> None:
        self.refused[number] = f"{self.origins[number]}: {why}"
        kept = [b for b in self.bad if b.payload != number]
        self.bad = [
            *kept,
            BadRow(None, number, "{}", "payload accepted", "", "", self.refused[number]),
        ]
