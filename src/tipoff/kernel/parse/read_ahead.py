"""Payloads are parsed while those before them are being committed."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from tipoff.kernel.errors import PayloadError
from tipoff.kernel.memory import MAX_BATCH_BYTES
from tipoff.kernel.parse.batch import Batch
from tipoff.kernel.parse.typed_columns import uncollected

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

    from tipoff.kernel.declare.payload import Landing, Payload
    from tipoff.kernel.declare.stream import Stream

Turn = tuple["Stream", list[int]]
"""The payloads of a stream that its table has not read yet, by number."""
Read = tuple[Turn, "Batch | Exception"]


class ReadAhead:
    """Reads the payloads of one table after the other, always one batch ahead.

    Args:
        landing: where the payloads lie.
        turns: what is expected to be asked for, in order.
        batch_bytes: of payloads that are parsed together, unless one alone is larger.
    """

    def __init__(
        self, landing: Landing, turns: Sequence[Turn], batch_bytes: int = MAX_BATCH_BYTES
    ) -> None:
        self._landing = landing
        self._batch_bytes = batch_bytes
        self._turns = turns
        self._ahead = self._read(turns)
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._coming: Future[Read]

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
        """Yield the payloads of a turn, parsed, some megabytes at a time.

        Turns are taken in the order expected; one that is left out or broken off is dropped, and
        one that was not expected is read when it is asked for.
        """
        if turn not in self._turns:
            return self.at_once(turn)
        return self._batches(turn, self._taken())

    def at_once(self, turn: Turn) -> Iterator[Batch]:
        """Yield the payloads of a turn, parsed now, whatever is expected next."""
        return self._batches(turn, self._read([turn]))

    def _batches(self, turn: Turn, found: Iterator[Read]) -> Iterator[Batch]:
        left = len(turn[1])
        while left:
            of, batch = next(found)
            if of == turn:
                if isinstance(batch, Exception):
                    raise batch
                left -= len(batch.counts)
                yield batch

    def _taken(self) -> Iterator[Read]:
        while True:
            read = self._coming.result()
            self._advance()
            yield read

    def _advance(self) -> None:
        self._coming = self._thread.submit(self._next)

    def _next(self) -> Read:
        with uncollected():
            return next(self._ahead)

    def _read(self, turns: Sequence[Turn]) -> Iterator[Read]:
        for stream, numbers in turns:
            try:
                for bodies in self._bodies(numbers):
                    yield (stream, numbers), Batch.of(stream, bodies)
            except Exception as error:  # raised in the turn of its table
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
