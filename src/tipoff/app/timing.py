"""Log the duration of a block of code."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import logging
    from collections.abc import Iterator


@contextmanager
def timed(logger: logging.Logger, label: str) -> Iterator[None]:
    """Log at level ``info`` how many seconds the block took, and whether it failed."""
    started = time.perf_counter()
    outcome = "failed after"
    try:
        yield
        outcome = "took"
    finally:
        logger.info("%s %s %.2f s", label, outcome, time.perf_counter() - started)
