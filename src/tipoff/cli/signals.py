"""Signals that end a command: each leaves one sentence and the usual exit code, whatever it does.

Python itself turns SIGINT (Ctrl-C) into ``KeyboardInterrupt``; here SIGTERM, which timers and
containers send, is turned into the same. What a library does in native code is interrupted by the
library: DuckDB ends its query and raises an error of its own, which then counts as the interrupt.
"""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

SENTENCE = "stopped by {name}: what was committed is kept, and the same command goes on from there"


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
        return SENTENCE.format(name=NAMES[self.number])


NAMES: dict[int, str] = {signal.SIGINT: "Ctrl-C", signal.SIGTERM: "SIGTERM"}


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


@contextmanager
def handled_signals(signals: Signals) -> Iterator[None]:
    """Handle the signals that end a process while inside; in another thread nothing is changed."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in NAMES}
    try:
        for number in NAMES:
            signal.signal(number, signals.handle)
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
