"""Every command that writes to a home passes its gates, and a gate that fails is closed."""

from __future__ import annotations

import ast
import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import typer.main

from tipoff.app import gates
from tipoff.app.home import Home
from tipoff.app.ingest import ingest
from tipoff.cli import app
from tipoff.kernel.errors import Blocked
from tipoff.kernel.gates import Answer, Verdict, allow, ask, block, require
from tipoff.sources.manual.settled_names import NameSettlement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.cli_runner import Tipoff

SOURCE = Path(__file__).parents[2] / "src" / "tipoff"
DAY = "2025-01-15"
WRITES: dict[str, tuple[object, ...]] = {
    "run": (),
    "train": (),
    "predict": (),
    "grade": (),
    "rollback": (1,),
    "site": (),
    "landing withdraw": (1,),
    "landing restore": (1,),
    "verify": ("--repair",),
    "ingest lines": ("lines.csv",),
    "ingest recorded": ("recorded",),
    "ingest nba": ("--season", "2026-27"),
    "ingest lineups": (),
    "ingest injuries": ("--date", DAY),
    "ingest odds": ("--date", "2099-01-15"),
    "day": (),
}
"""Commands that write to a home, with arguments by which they would."""
LOOKS_FIRST = {
    "names settle": "looks the name up in tables first, then lands a payload through `ingest`",
    "models promote": "reads the record first, then lands a payload through `ingest`",
    "models rollback": "reads the promotions first, then lands a payload through `ingest`",
    "heal": "looks for gaps first, then goes through `ingest` and `run`",
    "bets add": "looks the prediction up first, and writes bets.json, which no table reads",
    "bets import": "the same",
    "demo": "makes a home of its own, and lands and runs there as `ingest` and `run` do",
}
"""Commands that write, and whose way to the gate is shown by the walk over the code alone."""
MAKES_A_HOME = {
    "rebuild": "the catalog that the gate would read is lost",
    "restore": "the home is empty",
}
READS = (
    *("slate", "player", "pool", "status", "health", "evaluate", "quarantine", "graph"),
    *("dictionary", "drift", "plan", "runs", "runs show", "serve", "export", "bets list", "backup"),
    *("landing list", "names", "models list", "models show"),
    *("dev replay", "dev reference", "dev settings"),
    *("alerts list", "alerts test", "alerts tell"),
)
"""Commands that write nothing of what gates are about; alerts record their deliveries."""
DIRECT = {
    "locked": {
        "app/home.py",
        "app/catalog_rebuild.py",  # the catalog that a gate would read is lost
        "app/demo.py",  # makes or removes a simulated home
        "app/backup/restoring.py",  # fills an empty home
        "app/standstill.py",  # looks whether somebody writes, and writes nothing
        "app/verification/home.py",  # asks the gates itself
        "operations/day.py",  # the lock of the day, under which all goes through `writing`
        "operations/heal.py",  # the same
    },
    "Run": {"app/runs.py", "app/as_of.py"},
    "roll_back": {"app/runs.py"},
}
"""Who may call what lies behind the gates of ``Home.writing``."""


@pytest.fixture(scope="module")
def calls() -> set[tuple[str, str]]:
    """The file and the name of every call in the package."""
    return set(_calls())


def _calls() -> Iterator[tuple[str, str]]:
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call):
                function = node.func
                name = getattr(function, "attr", getattr(function, "id", ""))
                yield str(path.relative_to(SOURCE)), name


@pytest.mark.parametrize("name", ["locked", "Run", "roll_back"])
def test_what_lies_behind_the_gates_is_called_by_nobody_else(
    calls: set[tuple[str, str]], name: str
) -> None:
    assert {path for path, called in calls if called == name} == DIRECT[name]


def test_whoever_runs_asks_the_gates_of_a_run() -> None:
    for path in DIRECT["Run"]:
        assert "require(gates.RUNNING, home.verified_code)" in (SOURCE / path).read_text()
    runs = (SOURCE / "app" / "runs.py").read_text()
    assert runs.count("require(gates.RUNNING, home.verified_code)") == 2, (
        "in _running and in rollback"
    )


def _commands(command: Any, path: str = "") -> Iterator[str]:
    children = getattr(command, "commands", {})
    if not children:
        yield path
    for name, child in children.items():
        yield from _commands(child, f"{path} {name}".strip())


def test_a_home_is_opened_for_writing_where_its_commands_are_known(
    calls: set[tuple[str, str]],
) -> None:
    """A new command that writes fails here until it is listed above."""
    assert {path for path, name in calls if name == "writing"} == {
        "app/ingest.py",
        "app/runs.py",
        "app/payloads.py",
        "app/publication.py",
        "app/as_of.py",
    }


def test_every_command_is_known_to_write_or_to_read() -> None:
    known = {*WRITES, *LOOKS_FIRST, *MAKES_A_HOME, *READS}
    assert set(_commands(typer.main.get_command(app))) - known == set()


@pytest.fixture
def landed(tmp_path: Path) -> Home:
    """A home with a payload in it."""
    home = Home(tmp_path / "home", threads=1)
    ingest(home, NameSettlement("Al Doe", 1, datetime(2025, 1, 1, tzinfo=UTC)))
    (tmp_path / "lines.csv").write_text("date,player,line\n")
    (tmp_path / "recorded" / "nba_stats").mkdir(parents=True)
    return home


def _state(home: Home) -> dict[str, str]:
    """Return a digest of every file of a home but its locks, its catalog and what is a cache."""
    passed_over = ("catalog.sqlite", "run.lock", "day.lock", "verified_code.json")
    return {
        str(path.relative_to(home.directory)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(home.directory.rglob("*"))
        if path.is_file() and not path.name.startswith(passed_over)
    }


def _rows(home: Home) -> list[tuple[Any, ...]]:
    catalog = home.open_catalog()
    try:
        return catalog.query(
            "SELECT (SELECT count(*) FROM payload), (SELECT count(*) FROM run),"
            " (SELECT run FROM head), (SELECT count(*) FROM request),"
            " (SELECT count(*) FROM payload WHERE withdrawn)"
        )
    finally:
        catalog.close()


def _fails(home: object) -> Verdict:
    raise ZeroDivisionError("the gate itself is broken")


@pytest.mark.parametrize("path", WRITES)
def test_a_command_that_writes_is_kept_out_by_a_broken_gate(
    landed: Home, tipoff: Tipoff, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setattr(gates, "WRITING", (_fails,))
    monkeypatch.setenv("TIPOFF_ODDS_API_KEY", "any")
    monkeypatch.setenv("TIPOFF_NBA_STATS_URL", "http://127.0.0.1:9/stats")
    before = _state(landed), _rows(landed)
    result = tipoff(*path.split(), *WRITES[path])
    assert (_state(landed), _rows(landed)) == before
    assert result.exit_code == 3, result.output
    assert "the gate _fails could not answer, which counts as closed" in result.output


def test_a_run_is_kept_out_by_a_broken_gate_of_runs(
    landed: Home, tipoff: Tipoff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gates, "RUNNING", (_fails,))
    for command in ("run", "train", "predict", "grade", "rollback 1", f"run {DAY} --as-of {DAY}"):
        assert tipoff(*command.split()).exit_code == 3, command
    assert tipoff("landing", "withdraw", 1).exit_code == 0, "it is no run"


def test_a_gate_answers_allow_or_block_and_nothing_else() -> None:
    assert ask(lambda value: allow(value=value), 3) == Verdict(Answer.ALLOW, evidence={"value": 3})
    closed = ask(lambda value: block("too late", time_cures=True, value=value), 3)
    assert (closed.allows, closed.reason, closed.time_cures) == (False, "too late", True)
    assert not ask(lambda value: None, 3).allows  # type: ignore[arg-type]
    assert not ask(_fails, 3).allows


def test_the_first_closed_gate_is_reported() -> None:
    requests: list[str] = []

    def first(value: int) -> Verdict:
        requests.append("first")
        return block("the first is closed")

    def second(value: int) -> Verdict:
        requests.append("second")
        return allow()

    with pytest.raises(Blocked, match="the first is closed"):
        require([second, first, second], 1)
    assert requests == ["second", "first"]
