"""Signals that end a command with one sentence and the conventional exit code.

Python turns SIGINT (Ctrl-C) into ``KeyboardInterrupt``; this module does the same for SIGTERM,
which timers and containers send. That alone does not stop a DuckDB query: DuckDB checks for signals
only in the calling thread, and then waits for its worker threads, which do not stop by themselves.
A sort or a grouping of many rows went on for minutes. Therefore a separate thread, which the
operating system wakes through a pipe, interrupts all queries again and again from the signal until
the command has ended. A query that begins after one interrupt is ended by the next.
"""

from __future__ import annotations

import os
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tipoff.app.interrupting import interrupt_queries

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

RESUME_HINT = "what was committed is kept, and the same command continues from there"


class Stopped(KeyboardInterrupt):
    """Raised when a signal asks the process to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number

    @property
    def exit_code(self) -> int:
        """128 plus the signal's number: 130 for Ctrl-C, 143 for SIGTERM."""
        return 128 + self.number

    def __str__(self) -> str:
        return f"stopped by {NAMES[self.number]}"


NAMES: dict[int, str] = {signal.SIGINT: "Ctrl-C", signal.SIGTERM: "SIGTERM"}


INTERRUPT_SECONDS = 0.05
"""Seconds between two interrupts of queries while a command ends."""


class Signals:
    """The signal received while a command was running, if any."""

    def __init__(self) -> None:
        self.stopped: Stopped | None = None

    def handle(self, number: int, frame: FrameType | None) -> None:
        """Raise ``Stopped`` in the main thread; a second signal then kills the process."""
        for known in NAMES:
            signal.signal(known, signal.SIG_DFL)
        self.stopped = Stopped(number)
        raise self.stopped


class QueryInterrupter:
    """A thread that interrupts this process's queries once a signal has been received."""

    def __init__(self) -> None:
        self._read_end, self._write_end = os.pipe()
        os.set_blocking(self._write_end, False)
        self._has_ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="signals", daemon=True)

    def start(self) -> None:
        """Start the thread, and let Python write each signal's number into the pipe."""
        self._previous_fd = signal.set_wakeup_fd(self._write_end, warn_on_full_buffer=False)
        self._thread.start()

    def close(self) -> None:
        """End the thread; queries are no longer interrupted."""
        signal.set_wakeup_fd(self._previous_fd)
        self._has_ended.set()
        os.close(self._write_end)
        self._thread.join()
        os.close(self._read_end)

    def _watch(self) -> None:
        while number := os.read(self._read_end, 1):
            if number[0] in NAMES:
                self._interrupt()

    def _interrupt(self) -> None:
        """Interrupt until the command has ended, since the signal may come between two queries."""
        while not self._has_ended.wait(INTERRUPT_SECONDS):
            interrupt_queries()


@contextmanager
def handled_signals(signals: Signals) -> Iterator[None]:
    """Handle SIGINT and SIGTERM inside the context; do nothing outside the main thread."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    handlers = {number: signal.getsignal(number) for number in NAMES}
    interrupter = QueryInterrupter()
    interrupter.start()
    try:
        for number in NAMES:
            signal.signal(number, signals.handle)
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        interrupter.close()
