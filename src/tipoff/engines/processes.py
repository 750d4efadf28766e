"""Work done in processes of this machine, several at a time.

LightGBM has crashed with a segmentation fault while several boosters trained in threads of one
process. A crash in a process of its own ends that process alone: the job is tried once more in a
new one, and if that ends as well, the run is told in a sentence and keeps all it had committed.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import threading
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor
from concurrent.futures import wait as wait_for
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from tipoff.kernel.memory import available_bytes, training_processes
from tipoff.kernel.workers import crashed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.context import BaseContext
    from multiprocessing.synchronize import Event

    from tipoff.kernel.workers import J, R

log = logging.getLogger(__name__)
ATTEMPTS = 2


@dataclass(frozen=True)
class Processes:
    """As many processes as there are cores, and as fit into the memory; they end with the jobs."""

    preloaded: tuple[str, ...] = ()
    """Modules that are loaded once for all processes, as jobs need them."""

    def run(self, jobs: Sequence[J], work: Callable[[J], R]) -> list[R]:
        """Do all jobs and return what comes of each, in their order.

        Raises:
            Blocked: a job's process ended without a word twice; the message names it.
        """
        found: dict[int, R] = {}
        for attempt in range(ATTEMPTS):
            left = [place for place in range(len(jobs)) if place not in found]
            # After a crash each job has a process to itself, so that the one at fault is known.
            shares = [left] if attempt == 0 else [[place] for place in left]
            for share in shares:
                found.update(self._done(jobs, share, work))
        lost = [jobs[place].name for place in range(len(jobs)) if place not in found]
        if lost:
            raise crashed(", ".join(lost), f"{ATTEMPTS} times")
        return [found[place] for place in range(len(jobs))]

    def _done(
        self, jobs: Sequence[J], places: Sequence[int], work: Callable[[J], R]
    ) -> Iterator[tuple[int, R]]:
        """Yield the place and the result of each job whose process did not crash.

        One job more than there are processes is taken at a time: it is ready when one ends.
        """
        if not places:
            return
        count = min(os.cpu_count() or 1, training_processes(available_bytes()), len(places))
        context = self._context()
        started = context.Event()
        with ProcessPoolExecutor(count, context, initializer=_begin, initargs=(started,)) as pool:
            due, waiting = iter(places), {}
            try:
                for place in islice(due, count + 1):
                    waiting[pool.submit(work, jobs[place])] = place
            finally:
                started.set()
            while waiting:
                for future in wait_for(waiting, return_when=FIRST_COMPLETED).done:
                    place = waiting.pop(future)
                    if isinstance(future.exception(), BrokenProcessPool):
                        log.warning("a process crashed at its work on %s", jobs[place].name)
                        continue
                    yield place, future.result()
                    with suppress(BrokenProcessPool):  # what was due is tried again
                        for following in islice(due, 1):
                            waiting[pool.submit(work, jobs[following])] = following

    def _context(self) -> BaseContext:
        """Return processes that are forked from a small server without threads of its own."""
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([__name__, *self.preloaded])
        return context


def _begin(all_started: Event) -> None:
    """Wait in a new process until all are started.

    If one crashed while another is started, Python 3.11 would wait for ever for that other to end.
    """
    _end_with_parent()
    all_started.wait()


def _end_with_parent() -> None:
    """Let this process end when the one that asked for it does, also if that is killed.

    Nobody would take what it makes, and it would wait for its next job for ever.
    """
    parent = multiprocessing.parent_process()
    assert parent is not None
    threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
