"""Workers: run independent pieces of a table's work, in parallel if possible.

A table function that has such pieces takes a parameter annotated ``Workers``. The kernel passes
the engine's workers: processes of this machine, or of a cluster. The result does not depend on
which worker runs a piece, so a table's fingerprint does not cover them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from tipoff.kernel.errors import Blocked

if TYPE_CHECKING:
    from collections.abc import Callable


class Job(Protocol):
    """One piece of work, as it is sent to a worker."""

    @property
    def name(self) -> str:
        """The job's name in messages, such as ``player_points of inactives-known``."""
        ...


J = TypeVar("J", bound=Job)
R = TypeVar("R")


class Workers(Protocol):
    """Runs jobs, perhaps several at a time."""

    def run(self, jobs: Sequence[J], work: Callable[[J], R]) -> list[R]:
        """Run all jobs, and return their results in the same order.

        Args:
            jobs: the jobs; each is taken from the sequence just before it is sent to a worker.
            work: a function at the top level of a module that runs one job; its errors are raised
                here.

        Raises:
            Blocked: a process crashed each time that it ran a job; the message names the job.
        """
        ...


def crash_error(names: str, how_often: str) -> Blocked:
    """Return the error for jobs whose processes crashed at every attempt.

    Args:
        names: the names of the jobs.
        how_often: the number of attempts as text, such as "3 times".
    """
    return Blocked(
        f"the work on {names} crashed {how_often}, without an error of Python, or was killed for"
        " lack of memory; what was done before is kept, and the next run tries again"
    )


class LazyJobs(Sequence[J]):
    """Jobs that are made only when they are taken, so that few of them are in memory at a time."""

    def __init__(self, makers: Sequence[Callable[[], J]]) -> None:
        """Keep a function for each job, which makes it."""
        self._makers = makers

    def __len__(self) -> int:
        """Return the number of jobs."""
        return len(self._makers)

    def __getitem__(self, place: Any) -> Any:
        """Make and return the job at a place."""
        return self._makers[place]()


class SerialWorkers:
    """Runs jobs in this process, one after the other."""

    def run(self, jobs: Sequence[J], work: Callable[[J], R]) -> list[R]:
        """Run all jobs, and return their results in the same order."""
        return [work(job) for job in jobs]


SERIAL_WORKERS = SerialWorkers()
