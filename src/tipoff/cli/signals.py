"""Signals that end a command: each leaves one sentence and the usual exit code, whatever it does.

Python itself turns SIGINT (Ctrl-C) into ``KeyboardInterrupt``; here SIGTERM, which timers and
containers send, is turned into the same. DuckDB looks for signals in the thread that asked for the
query, and then waits for its other threads to finish what they are at, which nobody has told to
stop: a sort or a grouping of many rows went on for minutes. So a thread of its own, which the
operating system wakes by a pipe, interrupts all queries from a signal on until the command has
ended: one that begins after the first interrupt is ended by the next.
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

GOES_ON = "what was committed is kept, and the same command goes on from there"


class Stopped(KeyboardInterrupt):
    """A signal asked the process to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number

    @property
    def exit_code(self) -> int:
        """128 and the signal's number: 130 of Ctrl-C, 143 of SIGTERM."""
        return 128 + self.number

    def __str__(self) -> str:
        return f"stopped by {NAMES[self.number]}"


NAMES: dict[int, str] = {signal.SIGINT: "Ctrl-C", signal.SIGTERM: "SIGTERM"}


INTERRUPT_SECONDS = 0.05
"""How often queries are interrupted while a command ends."""


class Signals:
    """What has come while a command was at work."""

    def __init__(self) -> None:
        self.stopped: Stopped | None = None

    def handle(self, number: int, frame: FrameType | None) -> None:
        """Raise in the main thread what ends the command; a second signal ends it the hard way."""
        for known in NAMES:
            signal.signal(known, signal.SIG_DFL)
        self.stopped = Stopped(number)
        raise self.stopped


class QueryInterrupter:
    """A thread that ends this process's queries once a signal has come."""

    def __init__(self) -> None:
        self._woken, self._wake = os.pipe()
        os.set_blocking(self._wake, False)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="signals", daemon=True)

    def start(self) -> None:
        """Let the operating system write each signal's number into the pipe."""
        self._before = signal.set_wakeup_fd(self._wake, warn_on_full_buffer=False)
        self._thread.start()

    def close(self) -> None:
        """End the thread; queries are no longer interrupted."""
        signal.set_wakeup_fd(self._before)
        self._over.set()
        os.close(self._wake)
        self._thread.join()
        os.close(self._woken)

    def _watch(self) -> None:
        while came := os.read(self._woken, 1):
            if came[0] in NAMES:
                self._interrupt()

    def _interrupt(self) -> None:
        """Interrupt until the command has ended: the signal may have come between two queries."""
        while not self._over.wait(INTERRUPT_SECONDS):
            interrupt_queries()


@contextmanager
def handled_signals(signals: Signals) -> Iterator[None]:
    """Handle the signals that end a process while inside; in another thread nothing is changed."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in NAMES}
    interrupter = QueryInterrupter()
    interrupter.start()
    try:
        for number in NAMES:
            signal.signal(number, signals.handle)
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        interrupter.close()
