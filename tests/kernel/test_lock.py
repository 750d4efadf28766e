"""A second process is refused with the first one's command, process and start time."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from support.children import ENVIRONMENT
from tipoff.kernel.errors import RunInProgress
from tipoff.kernel.lock import exclusive

if TYPE_CHECKING:
    from pathlib import Path

HOLD = """
import sys
from pathlib import Path
from tipoff.kernel.lock import exclusive
with exclusive(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize(
    ("words", "named"),
    [(["tipoff", "ingest", "nba", "--season", "2026-27"], ": `tipoff ingest nba`"), ([], "")],
)
def test_a_second_command_is_told_which_one_is_at_work(
    tmp_path: Path, words: list[str], named: str
) -> None:
    path = tmp_path / "run.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path), *words],
        env=ENVIRONMENT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(RunInProgress) as refused, exclusive(path):
            raise AssertionError("it is held")
        holder.communicate()
    message = f"a run is in progress (process {holder.pid}){named} since 20"
    assert str(refused.value).startswith(message)
    assert re.search(r"\d UTC: wait until it has ended, and run the same", str(refused.value))
