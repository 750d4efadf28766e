"""After a process was killed, the next run reports it, continues, and uses smaller chunks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.sources.manual.lines_form import PLAYER_PROPS

if TYPE_CHECKING:
    from pathlib import Path

    from support.cli_runner import Tipoff

LINES = ",".join(PLAYER_PROPS) + "\n2023-01-05,Al Doe,player_points,a,24.5,-115,-105,\n"


def test_a_run_says_that_the_one_before_it_was_killed_and_says_it_once(
    tipoff: Tipoff, tmp_path: Path
) -> None:
    (tmp_path / "mine.csv").write_text(LINES)
    assert tipoff("ingest", "lines", tmp_path / "mine.csv").exit_code == 0
    lock = tmp_path / "home" / "run.lock"
    lock.write_text("4194304 0".ljust(40))  # a process that is no more, and did not let go
    message = "the process that wrote here before was killed"
    first = tipoff("run")
    assert message in first.stderr
    assert "nothing was lost, and this run went on in smaller chunks" in first.stderr
    assert message not in tipoff("run").stderr
