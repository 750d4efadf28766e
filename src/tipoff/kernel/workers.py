"""Where pieces of a table's work are done that do not need each other: side by side, if it can be.

A table function that has such pieces takes a parameter annotated ``Workers``. The kernel passes
those of the engine: processes of this machine, or a cluster's. Which of them does a piece changes
nothing in what comes out, so a table's fingerprint does not cover them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from tipoff.kernel.errors import Blocked

if TYPE_CHECKING:
    from collections.abc import Callable


class Job(Protocol):
    """One piece of work, as it is sent to whoever does it."""

    @property
    def name(self) -> str:
        """What a message calls it, such as ``player_points of inactives-known``."""
        ...


J = TypeVar("J", bound=Job)
R = TypeVar("R")


class Workers(Protocol):
    """Whoever does jobs, perhaps several at a time."""

    def run(self, jobs: Sequence[J], work: Callable[[J], R]) -> list[R]:
        """Do all jobs and return what comes of each, in their order.

        Args:
            jobs: what is done, each sent to where it is done; taken when it is about to be.
            work: a function of a module that does one; what it raises is raised here.

        Raises:
            Blocked: a process that did a job crashed each time; the message names the job.
        """
        ...


def crashed(names: str, how_often: str) -> Blocked:
    """Return what to say of jobs whose processes ended without a word, however often tried."""
    return Blocked(
        f"the work on {names} crashed {how_often}, without an error of Python, or was killed for"
        " lack of memory; what was done before is kept, and the next run tries again"
    )


class MadeWhenDue(Sequence[J]):
    """Jobs that are made when they are taken, so that no more of them than needed are in memory."""

    def __init__(self, makers: Sequence[Callable[[], J]]) -> None:
        """Keep how each job is made."""
        self._makers = makers

    def __len__(self) -> int:
        """Return how many jobs there are."""
        return len(self._makers)

    def __getitem__(self, place: Any) -> Any:
        """Make a job."""
        return self._makers[place]()


class ThisProcess:
    """Does one job after another, here."""

    def run(self, jobs: Sequence[J], work: Callable[[J], R]) -> list[R]:
        """Do all jobs and return what comes of each, in their order."""
        return [work(job) for job in jobs]


HERE = ThisProcess()
