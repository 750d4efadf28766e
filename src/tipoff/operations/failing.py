"""What goes wrong while nobody watches becomes a line, and the rest goes on."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tipoff.app.failures import explained
from tipoff.kernel.errors import RunInProgress

if TYPE_CHECKING:
    from collections.abc import Iterator

logger = logging.getLogger(__name__)


@contextmanager
def told_in(lines: list[str], named: str = "") -> Iterator[None]:
    """Add a line to a list for whatever goes wrong inside, but for a lock.

    Args:
        lines: takes the line.
        named: what the line begins with.

    Raises:
        RunInProgress: another process writes to the home, which time cures.
    """
    try:
        yield
    except RunInProgress:
        raise
    except Exception as error:
        logger.debug("it is told in a line", exc_info=True)
        lines.append(f"{named}{explained(error)}")
