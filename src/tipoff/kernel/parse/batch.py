"""Payloads parsed together, to be committed together."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from tipoff.kernel.catalog.entries import BadRow
from tipoff.kernel.errors import PayloadError
from tipoff.kernel.parse.drift import news
from tipoff.kernel.parse.typed_columns import read_columns, refuse_drift, typed
from tipoff.kernel.run.quarantine import bad_row, intolerable, refuse_if_critical

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pyarrow as pa

    from tipoff.kernel.declare.payload import Payload
    from tipoff.kernel.declare.stream import Columns, Stream
    from tipoff.kernel.declare.table import TableDefinition


@dataclass
class Batch:
    """Some payloads: their rows, the rows set aside, the payloads refused whole."""

    rows: pa.Table = None
    """All readable rows of all payloads that could be parsed."""
    bad: list[BadRow] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)
    """Rows that each payload held."""
    refused: dict[int, str] = field(default_factory=dict)
    unreadable: set[int] = field(default_factory=set)
    """Those of the refused whose stored body is missing or damaged: the next run tries again."""
    origins: dict[int, str] = field(default_factory=dict)
    news: dict[str, int] = field(default_factory=dict)
    """Columns nobody declared, each with the first payload that has it."""

    @classmethod
    def of(cls, stream: Stream, bodies: Mapping[int, Payload | PayloadError]) -> Batch:
        """Parse the payloads; one that cannot be, or whose body is damaged, is refused alone."""
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
                found = read_columns(stream, payload)
            except PayloadError as error:
                batch._refuse(number, str(error))
                continue
            for name in news(stream, found):
                batch.news.setdefault(name, number)
            for name, values in columns.items():
                values.extend(found[name])
            batch.counts[number] = len(found[stream.key[0]])
            numbers += [number] * batch.counts[number]
        batch.rows, unreadable = typed(stream, columns, numbers)
        batch.bad += unreadable
        batch._refuse_retyped(stream, columns)
        return batch

    @property
    def notices(self) -> list[str]:
        """One line for each column that is news."""
        return [f"new column {name}, not read: {self.origins[n]}" for name, n in self.news.items()]

    @property
    def accepted(self) -> list[int]:
        """The payloads not refused."""
        return [number for number in self.counts if number not in self.refused]

    def set_aside(self, definition: TableDefinition, found: Sequence[Mapping[str, Any]]) -> None:
        """Add the rows that failed a rule, and refuse the payloads that have too many bad ones.

        Raises:
            Blocked: a row breaks a critical rule.
        """
        self.bad += [bad_row(definition, row) for row in found]
        refuse_if_critical(definition, self.bad)
        by_payload: dict[int, list[BadRow]] = {}
        for each in self.bad:
            if each.payload is not None and each.payload not in self.refused:
                by_payload.setdefault(each.payload, []).append(each)
        for number, bad in by_payload.items():
            why = intolerable(definition, bad, self.counts[number])
            if why:
                self._refuse(number, why)

    def _refuse_retyped(self, stream: Stream, columns: Columns) -> None:
        """Refuse the payloads that have a column none of whose values is of its type."""
        suspected = {bad.payload for bad in self.bad} - self.refused.keys()
        ends = accumulate(self.counts.values())
        for (number, count), end in zip([*self.counts.items()], ends, strict=True):
            if number not in suspected:
                continue
            rows = slice(end - count, end)
            mine = {name: values[rows] for name, values in columns.items()}
            try:
                refuse_drift(stream, mine, types=True)
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
