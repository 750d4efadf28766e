"""Types and helpers for tests that call the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from typer.testing import Result

Tipoff = Callable[..., Result]
"""A function of the arguments and the world to work on, by default an empty home."""


def printed(result: Result) -> Any:
    """Return the JSON that a command printed."""
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)
