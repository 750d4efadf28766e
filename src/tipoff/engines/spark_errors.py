"""What Spark raises, as one line."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tipoff.kernel.errors import TipoffError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_TOLD = 500


@contextmanager
def naming_failure() -> Iterator[None]:
    """Turn what Spark raises into one line.

    Raises:
        TipoffError: in the place of any error of Spark or of the connection to it.
    """
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError, ConnectionError) as error:
        told = " ".join(str(error).split())[:MAX_TOLD] or type(error).__name__
        raise TipoffError(f"Spark: {told}") from error
