"""The exit code of every command: 0 done, 1 failed, 2 a bad request, 3 a closed gate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import typer.main

from tipoff.app import inspection, runs
from tipoff.cli import app
from tipoff.kernel.errors import Blocked, RunInProgress, TipoffError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.cli_runner import Tipoff

READS_NO_HOME = ("graph", "dictionary", "dev reference", "dev settings")
EMPTY_HOME = {
    "slate": (),
    "player": ("Al Doe",),
    "pool": ("2024-01-01",),
    "status": (),
    "heal": (),
    "evaluate": (),
    "quarantine": (),
    "plan": (),
    "run": (),
    "train": (),
    "predict": (),
    "grade": (),
    "rollback": (1,),
    "runs show": (1,),
    "site": (),
    "serve": (),
    "export": ("slate",),
    "verify": (),
    "backup": ("elsewhere",),
    "restore": ("nowhere",),
    "rebuild": (),
    "landing list": (),
    "landing withdraw": (1,),
    "landing restore": (1,),
    "names settle": ("Al Doe", 1),
    "models list": (),
    "models show": ("points", "lightgbm"),
    "models promote": ("points", "lightgbm"),
    "models rollback": ("points",),
    "health": (),
    "drift": (),
    "alerts list": (),
    "alerts test": (),
    "alerts tell": (),
}
"""Commands that are refused while nothing is ingested, with the arguments they need."""
BAD_REQUESTS = {
    "ingest recorded": ("nowhere",),
    "ingest lines": ("gone.csv",),
    "ingest nba": ("--season", "2024"),
    "ingest lineups": ("--date", "2020-01-01"),
    "ingest injuries": (),
    "ingest odds": (),
    "bets add": ("Al Doe", "over", "many", "-110"),
    "bets import": ("gone.csv",),
    "day": ("tomorrow",),
    "demo": ("--teams", 7),
    "dev replay": ("--kind", "flood", "--faults", 0.1),
}
NEVER_REFUSED = ("bets list",)


def _paths(command: Any, path: str = "") -> Iterator[str]:
    children = getattr(command, "commands", {})
    if not children:
        yield path
    for name, child in children.items():
        yield from _paths(child, f"{path} {name}".strip())


def test_every_command_is_looked_at_here() -> None:
    listed = {*READS_NO_HOME, *EMPTY_HOME, *BAD_REQUESTS, *NEVER_REFUSED}
    assert set(_paths(typer.main.get_command(app))) == listed


@pytest.mark.parametrize("path", READS_NO_HOME)
def test_what_reads_no_home_is_done(tipoff: Tipoff, path: str) -> None:
    assert tipoff(*path.split()).exit_code == 0


@pytest.mark.parametrize("path", EMPTY_HOME)
def test_a_home_with_nothing_in_it_is_a_bad_request(tipoff: Tipoff, path: str) -> None:
    result = tipoff(*path.split(), *EMPTY_HOME[path])
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("path", BAD_REQUESTS)
def test_a_bad_request_is_refused(tipoff: Tipoff, path: str) -> None:
    assert tipoff(*path.split(), *BAD_REQUESTS[path]).exit_code == 2


@pytest.mark.parametrize("path", [*EMPTY_HOME, *BAD_REQUESTS, *READS_NO_HOME])
def test_an_option_that_is_not_there_is_a_bad_request(tipoff: Tipoff, path: str) -> None:
    assert tipoff(*path.split(), "--not-there").exit_code == 2


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (TipoffError("it failed"), 1),
        (RunInProgress("another run"), 1),
        (Blocked("a gate"), 3),
        (RuntimeError("nobody foresaw it"), 1),
        (MemoryError(), 1),
    ],
)
def test_each_kind_of_failure_has_its_code(
    tipoff: Tipoff, monkeypatch: pytest.MonkeyPatch, error: Exception, code: int
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(runs, "make_plan", fail)
    monkeypatch.setattr(inspection, "pool", fail)
    assert tipoff("plan").exit_code == code
    assert tipoff("pool", "2024-01-01", "--json").exit_code == code
    assert tipoff("pool", "2024-01-01", "--json").stdout == ""
