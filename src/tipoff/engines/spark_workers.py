"""Jobs that run in the Python of a Spark cluster's workers, one at a time on each of its cores.

Jobs are written to files on the storage that the workers share with this process. Spark itself
receives only their indices, and returns their results.
"""

from __future__ import annotations

import pickle
import re
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from tipoff.engines.spark_errors import naming_failure
from tipoff.kernel.errors import TipoffError
from tipoff.kernel.fingerprints import digest
from tipoff.kernel.workers import crash_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    import pyarrow as pa
    from pyspark.sql import SparkSession

    from tipoff.kernel.workers import J, Job, R

RESULTS = "place BIGINT, result BINARY"
CRASHED = re.compile(r"Task (\d+) in stage .*Python worker exited unexpectedly", re.DOTALL)
MISSING_MODULE = re.compile(r"No module named '([\w.]+)'")


@dataclass(frozen=True)
class SparkWorkers:
    """The workers of a cluster, which need the same versions of Python and Tipoff as this process.

    Args:
        connect: returns the connection to the cluster.
        temporary_directory: yields the path of a directory for jobs, which does not exist yet.
    """

    connect: Callable[[], SparkSession]
    temporary_directory: Callable[[], AbstractContextManager[Path]]

    def run(self, jobs: Sequence[J], work: Callable[[J], R]) -> list[R]:
        """Run all jobs and return their results in order.

        A job whose process crashes is retried as often as the cluster retries a task.

        Raises:
            Blocked: a job's process crashed each time; the message names the job.
            TipoffError: a worker has another version of the code, or none.
        """
        if not jobs:
            return []
        with self.temporary_directory() as directory:
            directory.mkdir()
            for place, job in enumerate(jobs):
                (directory / str(place)).write_bytes(pickle.dumps(job))
            run_batches = partial(_run_jobs, directory, work, _code(work))
            with _naming(jobs):
                indices = self.connect().range(0, len(jobs), 1, len(jobs))
                rows = indices.mapInArrow(run_batches, RESULTS)
                results = rows.toArrow().sort_by("place")["result"].to_pylist()
        return [_unwrapped(pickle.loads(each)) for each in results]


def _run_jobs(
    directory: Path, work: Callable[[Any], Any], code: str, batches: Iterable[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    """Yield, in a worker's process, the results of the jobs whose places are in the batches."""
    import pyarrow as pa

    for batch in batches:
        places = batch.column(0).to_pylist()
        results = [_outcome(directory / str(place), work, code) for place in places]
        yield pa.record_batch({"place": places, "result": pa.array(results, pa.binary())})


def _outcome(path: Path, work: Callable[[Any], Any], code: str) -> bytes:
    """Return a job's pickled result, or its exception, which Spark would retry and shorten."""
    try:
        if _code(work) != code:
            raise TipoffError(
                "Spark: a worker has another version of tipoff, or of a library, than this process:"
                " install the same there"
            )
        return pickle.dumps(work(pickle.loads(path.read_bytes())))
    except Exception as error:
        return pickle.dumps(_Raised(error))


@cache
def _code(work: Callable[[Any], Any]) -> str:
    """Return a digest of a function and all code it uses; libraries count by their versions."""
    return digest(work)


@dataclass(frozen=True)
class _Raised:
    """The exception that a job raised."""

    error: Exception


def _unwrapped(outcome: Any) -> Any:
    if isinstance(outcome, _Raised):
        raise outcome.error
    return outcome


@contextmanager
def _naming(jobs: Sequence[Job]) -> Iterator[None]:
    """Turn an exception of Spark into a one-line error that names the crashed job, if any."""
    try:
        with naming_failure():
            yield
    except TipoffError as error:
        message = str(error.__cause__)
        crashed_task, missing = CRASHED.search(message), MISSING_MODULE.search(message)
        if crashed_task:
            name = jobs[int(crashed_task[1])].name
            raise crash_error(name, "each time that Spark tried it") from error
        if missing:
            raise TipoffError(
                f"Spark: a worker has no {missing[1]}: install there what is installed here, and"
                " name its Python in the variable PYSPARK_PYTHON"
            ) from error
        raise
