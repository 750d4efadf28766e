"""Jobs that run in several processes of this machine at a time.

LightGBM has crashed with a segmentation fault while several boosters trained in threads of one
process. A crash in a separate process ends that process alone: its job is tried once more in a new
one. If that crashes too, the run stops with a message and keeps everything committed so far.
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
from tipoff.kernel.workers import crash_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.context import BaseContext
    from multiprocessing.synchronize import Event

    from tipoff.kernel.workers import J, R

log = logging.getLogger(__name__)
ATTEMPTS = 2


@dataclass(frozen=True)
class Processes:
    """Worker processes: as many as there are cores and as fit into memory; they end with run()."""

    preloaded: tuple[str, ...] = ()
    """Modules that jobs need, loaded once and shared by all processes."""

    def run(self, jobs: Sequence[J], work: Callable[[J], R]) -> list[R]:
        """Run all jobs and return their results in order.

        Raises:
            Blocked: a job's process crashed twice; the message names the job.
        """
        results: dict[int, R] = {}
        for attempt in range(ATTEMPTS):
            left = [index for index in range(len(jobs)) if index not in results]
            # After a crash each job gets its own pool, so that the job at fault is known.
            groups = [left] if attempt == 0 else [[index] for index in left]
            for group in groups:
                results.update(self._run_once(jobs, group, work))
        lost = [jobs[index].name for index in range(len(jobs)) if index not in results]
        if lost:
            raise crash_error(", ".join(lost), f"{ATTEMPTS} times")
        return [results[index] for index in range(len(jobs))]

    def _run_once(
        self, jobs: Sequence[J], indices: Sequence[int], work: Callable[[J], R]
    ) -> Iterator[tuple[int, R]]:
        """Yield the index and the result of each job whose process did not crash.

        One job more than there are processes is submitted, so that a free process has work at once.
        """
        if not indices:
            return
        count = min(os.cpu_count() or 1, training_processes(available_bytes()), len(indices))
        context = self._context()
        started = context.Event()
        with ProcessPoolExecutor(count, context, initializer=_begin, initargs=(started,)) as pool:
            due, running = iter(indices), {}
            try:
                for index in islice(due, count + 1):
                    running[pool.submit(work, jobs[index])] = index
            finally:
                started.set()
            while running:
                for future in wait_for(running, return_when=FIRST_COMPLETED).done:
                    index = running.pop(future)
                    if isinstance(future.exception(), BrokenProcessPool):
                        log.warning("a process crashed while working on %s", jobs[index].name)
                        continue
                    yield index, future.result()
                    with suppress(BrokenProcessPool):  # jobs that are still due are tried again
                        for following in islice(due, 1):
                            running[pool.submit(work, jobs[following])] = following

    def _context(self) -> BaseContext:
        """Return a context whose processes are forked from a small server without threads."""
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([__name__, *self.preloaded])
        return context


def _begin(all_started: Event) -> None:
    """Wait in a new process until all processes have started.

    If one crashed while another was starting, Python 3.11 would wait forever for the other to end.
    """
    _end_with_parent()
    all_started.wait()


def _end_with_parent() -> None:
    """End this process when its parent ends, even if the parent is killed.

    Otherwise it would wait forever for its next job, and nothing would use its results.
    """
    parent = multiprocessing.parent_process()
    assert parent is not None
    threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
