"""Turn errors of unattended work into lines of text, so that the rest can go on."""

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
def errors_as_lines(lines: list[str], prefix: str = "") -> Iterator[None]:
    """Catch any error but a held lock, and append its message to a list.

    Args:
        lines: the list that the message is appended to.
        prefix: the beginning of the line.

    Raises:
        RunInProgress: another process writes to the home; a later attempt may succeed.
    """
    try:
        yield
    except RunInProgress:
        raise
    except Exception as error:
        logger.debug("an error became a line of the report", exc_info=True)
        lines.append(f"{prefix}{explained(error)}")
