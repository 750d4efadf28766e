"""Spark's exceptions as errors with a one-line message."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tipoff.kernel.errors import TipoffError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_MESSAGE_LENGTH = 500


@contextmanager
def naming_failure() -> Iterator[None]:
    """Turn an exception of Spark into an error with a one-line message.

    Raises:
        TipoffError: replaces any error of Spark or of the connection to it.
    """
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError, ConnectionError) as error:
        message = " ".join(str(error).split())[:MAX_MESSAGE_LENGTH] or type(error).__name__
        raise TipoffError(f"Spark: {message}") from error
