"""Models trained in processes of their own, several at a time.

LightGBM has crashed with a segmentation fault while several boosters trained in threads of one
process. A crash in a process of its own ends that process alone: the job is tried once more in a
new one, and if that ends as well, the run is told in a sentence and keeps all it had committed.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from tipoff.kernel.errors import Blocked
from tipoff.kernel.memory import available_bytes, training_processes
from tipoff.predictions.models.gradient_boosting import joined
from tipoff.predictions.models.log_linear import fit_log_linear

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from multiprocessing.context import BaseContext
    from multiprocessing.synchronize import Event

    from tipoff.features.arrays import FloatArray

log = logging.getLogger(__name__)
ATTEMPTS = 2
PRELOADED = [
    "lightgbm",
    "scipy.optimize",
    "tipoff.predictions.distributions.mixture_head",
    "tipoff.predictions.training.booster_jobs",
]


class Job(Protocol):
    """What is trained at a time."""

    @property
    def name(self) -> str:
        """What a message calls it, such as ``player_points of inactives-known``."""
        ...


J = TypeVar("J", bound=Job)


@dataclass(frozen=True)
class BoosterJob:
    """One booster to train, as it is sent to another process."""

    name: str
    """What a message calls it, such as ``player_points of inactives-known``."""
    matrix: Any
    """Features side by side, float32, shape (n, features), NaN where missing."""
    features: tuple[str, ...]
    target: FloatArray
    """What happened, shape (n,)."""
    parameters: Mapping[str, Any]
    rounds: int
    seeds: int = 1
    """How many boosters are trained that differ by chance alone, for their mean."""
    bent: tuple[str, ...] | None = None
    """The features whose logs are bent in a log-linear start; None of boosters without a start."""


def train_booster(job: BoosterJob) -> str:
    """Train a job's boosters and return them in LightGBM's own text form; same rows, same text."""
    import lightgbm

    start, parameters = None, dict(job.parameters)
    data = lightgbm.Dataset(
        job.matrix, job.target, params=parameters, feature_name=list(job.features)
    )
    if job.bent is not None:
        places = [job.features.index(name) for name in job.bent]
        start = fit_log_linear(job.matrix, job.target, places)
        data.set_init_score(start.linear(job.matrix))
    seeds = ({**parameters, "seed": parameters["seed"] + n} for n in range(job.seeds))
    trained = (lightgbm.train(each, data, job.rounds).model_to_string() for each in seeds)
    return joined(trained, start)


def in_processes(jobs: Sequence[J], train: Callable[[J], str]) -> list[str]:
    """Train in as many processes as there are cores; return the models in the jobs' order.

    Raises:
        Blocked: a job's process ended without a word twice; the message names it.
    """
    found: dict[int, str] = {}
    for attempt in range(ATTEMPTS):
        left = [place for place in range(len(jobs)) if place not in found]
        # After a crash each job has a process to itself, so that the one at fault is known.
        shares = [left] if attempt == 0 else [[place] for place in left]
        for share in shares:
            for place, artifact in _trained([jobs[p] for p in share], train):
                found[share[place]] = artifact
    lost = [job.name for place, job in enumerate(jobs) if place not in found]
    if lost:
        raise Blocked(
            f"training of {', '.join(lost)} crashed {ATTEMPTS} times, without an error of Python,"
            " or was killed for lack of memory; what was trained before is kept, and the"
            " next run tries again"
        )
    return [found[place] for place in range(len(jobs))]


def _trained(jobs: Sequence[J], train: Callable[[J], str]) -> Iterator[tuple[int, str]]:
    """Yield the place and the artifact of each job whose process did not crash."""
    if not jobs:
        return
    workers = min(os.cpu_count() or 1, training_processes(available_bytes()), len(jobs))
    context = _context()
    all_started = context.Event()
    with ProcessPoolExecutor(workers, context, initializer=_begin, initargs=(all_started,)) as pool:
        try:
            waiting = [pool.submit(train, job) for job in jobs]
        finally:
            all_started.set()
        for place, result in enumerate(waiting):
            try:
                artifact = result.result()
            except BrokenProcessPool:
                log.warning("a process that trained models crashed: %s", jobs[place].name)
                continue
            yield place, artifact


def _context() -> BaseContext:
    """Return processes that are forked from a small server without threads of its own."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return context


def _begin(all_started: Event) -> None:
    """Wait in a new process until all are started.

    If one crashed while another is started, Python 3.11 would wait for ever for that other to end.
    """
    _end_with_parent()
    all_started.wait()


def _end_with_parent() -> None:
    """Let this process end when the one that asked for it does, also if that is killed.

    Nobody would take what it trains, and it would wait for its next job for ever.
    """
    parent = multiprocessing.parent_process()
    assert parent is not None
    threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
