"""Child processes of the tests."""

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
"""In which a child finds this Tipoff and these tests."""


def start(home: Path, *actions: str, **variables: str) -> subprocess.Popen[str]:
    """Start a child that does the actions of ``support.child`` to a home.

    Args:
        home: the home's directory.
        actions: what the child does.
        variables: of its environment; ``support.child`` says which it reads.
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
        AssertionError: it ended before.
    """
    told_until(child, line.__eq__)


def told_until(child: subprocess.Popen[str], is_last: Callable[[str], bool]) -> list[str]:
    """Return what a child tells up to a line of some kind, which is the last of it.

    Raises:
        AssertionError: it ended before.
    """
    output: IO[str] | None = child.stdout
    assert output is not None
    told = []
    for written in output:
        told.append(written.strip().removeprefix("#"))
        if is_last(told[-1]):
            return told
    raise AssertionError(f"the child ended after {told[-3:]}")
