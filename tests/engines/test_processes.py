"""Training in separate processes: a native crash is one clear error, and loses no model."""

from __future__ import annotations

import subprocess
import sys
import time
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.children import ENVIRONMENT
from support.crashing import booster_job, crash_always, crash_once, head_job
from tipoff.app.home import PRELOADED
from tipoff.engines.processes import Processes
from tipoff.kernel.errors import Blocked
from tipoff.predictions.distributions.mixture_head import fit_head
from tipoff.predictions.training.booster_jobs import train_booster

if TYPE_CHECKING:
    from collections.abc import Callable

PROCESSES = Processes(PRELOADED)


def test_processes_give_what_this_process_gives_in_the_jobs_order() -> None:
    jobs = [booster_job("one"), booster_job("two", num_leaves=4)]
    assert PROCESSES.run(jobs, train_booster) == [train_booster(job) for job in jobs]
    assert PROCESSES.run([], train_booster) == []


def test_heads_are_fitted_in_processes_as_in_this_one() -> None:
    jobs = [head_job(300), head_job(100)]
    heads = PROCESSES.run(jobs, fit_head)
    assert heads == [fit_head(job) for job in jobs]
    assert heads[0] != heads[1], "the second is fitted on fewer rows"


def test_a_native_crash_is_reported_in_one_sentence_that_names_the_model() -> None:
    with pytest.raises(Blocked) as error:
        PROCESSES.run([booster_job("good"), booster_job("bad"), booster_job("fine")], crash_always)
    message = str(error.value)
    assert message.startswith("the work on bad crashed 2 times")
    assert "good" not in message


def test_a_crash_that_does_not_come_back_costs_a_second_try_and_no_model(tmp_path: Path) -> None:
    bad = booster_job("bad", tried=str(tmp_path / "tried"))
    models = PROCESSES.run([booster_job("good"), bad, booster_job("fine")], crash_once)
    assert models == ["model of good", "model of bad", "model of fine"]


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells which processes there are")
def test_a_process_that_trains_ends_with_the_one_that_is_killed(tmp_path: Path) -> None:
    pid_file = tmp_path / "said"
    asking = subprocess.Popen([sys.executable, "-m", "support.crashing", pid_file], env=ENVIRONMENT)
    _wait(lambda: pid_file.exists() and pid_file.read_text() != "")
    asking.kill()
    asking.communicate()
    _wait(lambda: _has_ended(pid_file.read_text()))


def _has_ended(process: str) -> bool:
    """Return whether a process has ended, even if its parent has not collected it."""
    command = Path("/proc", process, "cmdline")
    return not command.exists() or command.read_text() == ""


def _wait(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + 50
    while not holds():
        assert time.monotonic() < ends, "it trains on, for nobody"
        time.sleep(0.05)


def test_an_error_of_python_is_not_taken_for_a_crash() -> None:
    wrong = booster_job("wrong", objective="no such objective")
    with pytest.raises(Exception, match="objective"):
        PROCESSES.run([wrong], train_booster)


def test_a_process_that_trains_loads_no_command_line() -> None:
    """It imports the module that was run, as Python's processes do."""
    project = tomllib.loads(Path(__file__).parents[2].joinpath("pyproject.toml").read_text())
    module, _ = project["project"]["scripts"]["tipoff"].split(":")
    script = f"import sys, {module}; print(*sys.modules)"
    process = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert {"tipoff.cli", "typer", "rich"}.isdisjoint(process.stdout.split())
