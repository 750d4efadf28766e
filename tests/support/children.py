"""Child processes of tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

import tipoff
from support.toy_shop import ship_sql

if TYPE_CHECKING:
    from collections.abc import Callable

TESTS = Path(__file__).parents[1]
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": os.pathsep.join([str(Path(tipoff.__file__).parents[1]), str(TESTS)]),
}
"""An environment in which a child imports this Tipoff and these tests."""


def start(home: Path, *actions: str, **variables: str) -> subprocess.Popen[str]:
    """Start a child that performs actions of ``support.child`` on a home.

    Args:
        home: the home's directory.
        actions: the actions.
        variables: environment variables, described in ``support.child``.
    """
    return subprocess.Popen(
        [sys.executable, "-m", "support.child", str(home), *actions],
        env={**ENVIRONMENT, "SHOP_SQL": str(ship_sql()), **variables},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def wait_for(child: subprocess.Popen[str], line: str) -> None:
    """Read a child's output up to a line.

    Raises:
        AssertionError: the child ended before it.
    """
    lines_until(child, line.__eq__)


def lines_until(child: subprocess.Popen[str], is_last: Callable[[str], bool]) -> list[str]:
    """Return a child's lines up to the first that meets a condition, inclusive.

    Raises:
        AssertionError: the child ended before it.
    """
    output: IO[str] | None = child.stdout
    assert output is not None
    lines = []
    for line in output:
        lines.append(line.strip().removeprefix("#"))
        if is_last(lines[-1]):
            return lines
    raise AssertionError(f"the child ended after {lines[-3:]}")
