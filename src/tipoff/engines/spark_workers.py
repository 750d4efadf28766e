"""Work done by the Python of a Spark cluster's workers, as many jobs at a time as it has cores.

Jobs lie in files on the storage that the workers share with this process: Spark itself is sent
their numbers alone, and sends back what came of them.
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
from tipoff.kernel.workers import crashed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    import pyarrow as pa
    from pyspark.sql import SparkSession

    from tipoff.kernel.workers import J, Job, R

RESULTS = "place BIGINT, result BINARY"
CRASHED = re.compile(r"Task (\d+) in stage .*Python worker exited unexpectedly", re.DOTALL)
LACKING = re.compile(r"No module named '([\w.]+)'")


@dataclass(frozen=True)
class SparkWorkers:
    """The workers of a cluster, each with the Python and the tipoff of this process.

    Args:
        connect: returns the connection to the cluster.
        under_way: yields a directory, which does not exist yet, for what is on its way.
    """

    connect: Callable[[], SparkSession]
    under_way: Callable[[], AbstractContextManager[Path]]

    def run(self, jobs: Sequence[J], work: Callable[[J], R]) -> list[R]:
        """Do all jobs and return what comes of each, in their order.

        A job whose process crashes is done again as often as the cluster tries a task.

        Raises:
            Blocked: a job's process crashed each time; the message names it.
            TipoffError: a worker has another version of the code, or none.
        """
        if not jobs:
            return []
        with self.under_way() as directory:
            directory.mkdir()
            for place, job in enumerate(jobs):
                (directory / str(place)).write_bytes(pickle.dumps(job))
            do = partial(_done, directory, work, _code(work))
            with _naming(jobs):
                rows = self.connect().range(0, len(jobs), 1, len(jobs)).mapInArrow(do, RESULTS)
                found = rows.toArrow().sort_by("place")["result"].to_pylist()
        return [_result(pickle.loads(each)) for each in found]


def _done(
    directory: Path, work: Callable[[Any], Any], code: str, batches: Iterable[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    """Yield what comes of the jobs whose places are in batches, in a worker's process."""
    import pyarrow as pa

    for batch in batches:
        places = batch.column(0).to_pylist()
        results = [_outcome(directory / str(place), work, code) for place in places]
        yield pa.record_batch({"place": places, "result": pa.array(results, pa.binary())})


def _outcome(path: Path, work: Callable[[Any], Any], code: str) -> bytes:
    """Return what comes of a job, or what it raised: Spark would do it again, and tell less."""
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
    """Return a digest of a function and of all it uses, libraries by their versions."""
    return digest(work)


@dataclass(frozen=True)
class _Raised:
    """What a job raised instead of ending."""

    error: Exception


def _result(found: Any) -> Any:
    if isinstance(found, _Raised):
        raise found.error
    return found


@contextmanager
def _naming(jobs: Sequence[Job]) -> Iterator[None]:
    """Turn what Spark raises into one line that names the job at fault, if one crashed."""
    try:
        with naming_failure():
            yield
    except TipoffError as error:
        told = str(error.__cause__)
        failed, lacking = CRASHED.search(told), LACKING.search(told)
        if failed:
            name = jobs[int(failed[1])].name
            raise crashed(name, "each time that Spark tried it") from error
        if lacking:
            raise TipoffError(
                f"Spark: a worker has no {lacking[1]}: install there what is installed here, and"
                " name its Python in the variable PYSPARK_PYTHON"
            ) from error
        raise
