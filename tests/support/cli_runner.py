"""How tests call the command line, and read what it printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from typer.testing import Result

Tipoff = Callable[..., Result]
"""Called with the arguments, and the world to work on; by default an empty home."""


def printed(result: Result) -> Any:
    """What a command printed as JSON."""
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)
