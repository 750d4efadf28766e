"""Parse payloads in the background while earlier ones are being committed."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from tipoff.kernel.errors import PayloadError
from tipoff.kernel.memory import MAX_BATCH_BYTES
from tipoff.kernel.parse.batch import Batch
from tipoff.kernel.parse.typed_columns import gc_paused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

    from tipoff.kernel.declare.payload import Landing, Payload
    from tipoff.kernel.declare.stream import Stream

Turn = tuple["Stream", list[int]]
"""A stream with the numbers of the payloads that its table has yet to parse."""
Read = tuple[Turn, "Batch | Exception"]
"""A turn with one of its parsed batches, or the error that ended it."""


class ReadAhead:
    """Parses the payloads of one table after the other, always one batch ahead.

    Args:
        landing: the store of the payloads.
        turns: the turns in the order in which they are expected to be taken.
        batch_bytes: the maximum bytes of payloads that are parsed together; a larger payload is
            parsed alone.
    """

    def __init__(
        self, landing: Landing, turns: Sequence[Turn], batch_bytes: int = MAX_BATCH_BYTES
    ) -> None:
        self._landing = landing
        self._batch_bytes = batch_bytes
        self._turns = turns
        self._reads = self._read(turns)
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._pending_read: Future[Read]

    def __enter__(self) -> ReadAhead:
        self._advance()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._thread.shutdown()

    def batches(self, turn: Turn) -> Iterator[Batch]:
        """Yield the parsed payloads of a turn, some megabytes at a time.

        Turns must be taken in the order expected. One that is left out or not finished is dropped,
        and one that was not expected is parsed when it is taken.
        """
        if turn not in self._turns:
            return self.parsed_now(turn)
        return self._batches(turn, self._expected_reads())

    def parsed_now(self, turn: Turn) -> Iterator[Batch]:
        """Yield the payloads of a turn, parsed when they are taken, whatever turn comes next."""
        return self._batches(turn, self._read([turn]))

    def _batches(self, turn: Turn, reads: Iterator[Read]) -> Iterator[Batch]:
        left = len(turn[1])
        while left:
            read_turn, batch = next(reads)
            if read_turn == turn:
                if isinstance(batch, Exception):
                    raise batch
                left -= len(batch.counts)
                yield batch

    def _expected_reads(self) -> Iterator[Read]:
        while True:
            read = self._pending_read.result()
            self._advance()
            yield read

    def _advance(self) -> None:
        self._pending_read = self._thread.submit(self._next)

    def _next(self) -> Read:
        with gc_paused():
            return next(self._reads)

    def _read(self, turns: Sequence[Turn]) -> Iterator[Read]:
        for stream, numbers in turns:
            try:
                for bodies in self._bodies(numbers):
                    yield (stream, numbers), Batch.of(stream, bodies)
            except Exception as error:  # raised when the table takes this turn
                yield (stream, numbers), error

    def _bodies(self, numbers: Sequence[int]) -> Iterator[dict[int, Payload | PayloadError]]:
        bodies: dict[int, Payload | PayloadError] = {}
        size = 0
        for number in numbers:
            try:
                payload = self._landing.read(number)
            except PayloadError as error:
                bodies[number] = error
                continue
            bodies[number] = payload
            size += len(payload.body)
            if size >= self._batch_bytes:
                yield bodies
                bodies, size = {}, 0
        if bodies:
            yield bodies
