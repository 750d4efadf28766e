"""A run that left nothing to do is remembered until any of its inputs changes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from conftest import THROUGH, World
from tipoff.app import inspection, payloads, runs, standstill
from tipoff.kernel.catalog.migrations import READ_BY_PLANS, STANDSTILL
from tipoff.kernel.declare.graph import DateRange
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.errors import RunInProgress, UsageError
from tipoff.kernel.run.retention import Retention

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tipoff.app.home import Home

MORNING = datetime(2025, 1, 15, 15, tzinfo=UTC)


def remembers(home: Home, dates: DateRange | None = None) -> bool:
    """Return whether a run would end without planning; the status is remembered with it."""
    known = standstill.remembered_outcome(home, dates) is not None
    if dates is None:
        assert known == (standstill.remembered_status(home) is not None)
    return known


def note_anew(world: World, *, valid_until: datetime | None = None) -> None:
    """Note what the world's last run left, by the clock that the module reads now."""
    home = world.home
    known = standstill.remembered_outcome(home, None)
    status = standstill.remembered_status(home)
    assert known is not None
    assert status is not None
    with home.writing() as workspace:
        standstill.remember(
            home,
            workspace,
            known,
            None,
            code=standstill.code_digest(),
            status=status,
            valid_until=valid_until,
        )


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime, date], None]:
    """Set the clock and the league's date that notes depend on."""

    def set_clock(now: datetime, today: date = THROUGH) -> None:
        monkeypatch.setattr(standstill, "now_of", lambda _: now)
        monkeypatch.setattr(standstill, "today_of", lambda _: today)

    return set_clock


def test_what_is_remembered_is_what_a_run_and_a_status_come_to(demo_copy: World) -> None:
    home = demo_copy.home
    known, status = standstill.remembered_outcome(home, None), standstill.remembered_status(home)
    assert known is not None
    assert status is not None
    made = runs.run(home, None)
    assert (known.report.did_nothing, known.documents, known.simulated) == (True, 0, True)
    assert [t.table for t in known.report.tables] == [t.table for t in made.report.tables]
    assert known.slate is not None
    assert made.slate is not None
    assert known.slate["date"] == str(made.slate["date"])
    assert len(known.slate["predictions"]) == len(made.slate["predictions"])
    assert status == inspection.status(home)


def test_other_dates_are_planned(demo_copy: World) -> None:
    assert remembers(demo_copy.home)
    assert not remembers(demo_copy.home, DateRange(THROUGH, THROUGH))
    runs.run(demo_copy.home, DateRange(THROUGH, THROUGH))
    assert remembers(demo_copy.home, DateRange(THROUGH, THROUGH))


def test_a_setting_that_shapes_tables_is_noticed(demo_copy: World) -> None:
    home = demo_copy.home
    for other in (
        replace(home, markets=("points",)),
        replace(home, catboost=True),
        replace(home, retention=Retention(keep_runs=1)),
    ):
        assert not remembers(other)
    assert remembers(replace(home, threads=1, memory_limit="2GB"))


def test_an_edited_file_of_this_package_is_noticed(
    demo_copy: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "tipoff"
    shutil.copytree(standstill.PACKAGE, package)
    monkeypatch.setattr(standstill, "PACKAGE", package)
    before = standstill.code_digest()
    edited = package / "features" / "player_role.py"
    text = edited.read_text()
    edited.write_text(text + "# a comment\n")
    assert standstill.code_digest() != before
    edited.write_text(text)
    (package / "features" / "__pycache__").mkdir(exist_ok=True)
    (package / "features" / "__pycache__" / "x.pyc").write_bytes(b"x")
    assert standstill.code_digest() == before
    (package / "features" / "one_more.py").touch()
    assert standstill.code_digest() != before
    assert not remembers(demo_copy.home)


def test_another_version_of_a_library_is_noticed(
    demo_copy: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lightgbm-99.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert not remembers(demo_copy.home)


def test_a_file_edited_during_a_run_keeps_the_run_from_being_noted(
    demo_copy: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    digests = iter(["before", "after"])
    monkeypatch.setattr(standstill, "code_digest", lambda: next(digests, "after"))
    runs.run(demo_copy.home, None)
    assert not remembers(demo_copy.home)


def test_a_landed_payload_is_noticed(demo_copy: World) -> None:
    payload = Payload("demo", "news", {}, b"{}", MORNING - timedelta(1), "by hand")
    with demo_copy.home.writing() as workspace:
        workspace.landing.land([payload])
    assert not remembers(demo_copy.home)


def test_a_line_of_the_landing_that_nobody_has_read_is_noticed(demo_copy: World) -> None:
    with (demo_copy.home.landing / "index.jsonl").open("ab") as index:
        index.write(b'{"withdraw": 1}\n')
    assert not remembers(demo_copy.home)


def test_a_payload_withdrawn_and_restored_is_noticed(demo_copy: World) -> None:
    payloads.withdraw(demo_copy.home, 1)
    assert not remembers(demo_copy.home)
    status = inspection.status(demo_copy.home)
    assert status.problems == [], "nothing is unaccounted for: it was taken away"
    assert status.lacking == ("1 payload is withdrawn and still in the tables: run `tipoff run`",)
    payloads.withdraw(demo_copy.home, 1, restore=True)
    assert not remembers(demo_copy.home)
    runs.run(demo_copy.home, None)
    assert remembers(demo_copy.home)


@pytest.mark.parametrize("table", READ_BY_PLANS)
def test_a_row_changed_by_hand_is_noticed(demo_copy: World, table: str) -> None:
    with demo_copy.home.writing() as workspace:
        query = workspace.catalog.query
        if not query(f"SELECT 1 FROM {table} LIMIT 1"):
            pytest.skip(f"the demo has no {table}")
        query(f"CREATE TEMP TABLE one AS SELECT * FROM {table} LIMIT 1")
        query(f"DELETE FROM {table}")
        assert query("SELECT 1 FROM note WHERE name = ?", [STANDSTILL]) == []
        query("INSERT INTO note VALUES (?, '')", [STANDSTILL])
        query(f"INSERT INTO {table} SELECT * FROM one")
        assert query("SELECT 1 FROM note WHERE name = ?", [STANDSTILL]) == []
        query("INSERT INTO note VALUES (?, '')", [STANDSTILL])
        ((column,),) = query(f"SELECT name FROM pragma_table_info('{table}') LIMIT 1")
        query(f"UPDATE {table} SET {column} = {column}")
        assert query("SELECT 1 FROM note WHERE name = ?", [STANDSTILL]) == []


@pytest.mark.parametrize("damage", ["truncate", "touch", "remove", "manifest", "link"])
def test_damage_to_what_is_published_is_noticed(demo_copy: World, damage: str) -> None:
    current = demo_copy.home.published / "current"
    harm: dict[str, Callable[[Path], Any]] = {
        "truncate": lambda path: os.truncate(path, 10),
        "touch": lambda path: os.utime(path, ns=(1, 1)),
        "remove": lambda path: path.unlink(),
        "manifest": lambda path: (path.parent / "manifest.json").unlink(),
        "link": lambda path: current.unlink(),
    }
    harm[damage](current / "today.json")
    assert not remembers(demo_copy.home)


def test_the_clock_is_compared(demo_copy: World, at: Callable[..., None]) -> None:
    due = MORNING + timedelta(hours=7)
    clock = demo_copy.home
    at(MORNING - timedelta(days=30))
    assert not remembers(clock)  # behind the simulated league's own clock, which noted it
    at(datetime(2025, 1, 15, 23, 59, tzinfo=UTC))
    note_anew(demo_copy, valid_until=due + timedelta(days=1))
    for now, today, expected in (
        (datetime(2025, 1, 15, 23, 58, tzinfo=UTC), THROUGH, False),
        (due + timedelta(hours=23, minutes=59), THROUGH, True),
        (due + timedelta(days=1), THROUGH, False),
        (due + timedelta(hours=23), THROUGH + timedelta(1), False),
    ):
        at(now, today)
        assert remembers(clock) is expected, (now, today)


def test_a_run_that_failed_or_reported_a_problem_is_not_noted(
    demo_copy: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    with demo_copy.home.writing() as workspace:
        workspace.catalog.query("DELETE FROM entry WHERE table_name = 'slate_score'")
    definition = demo_copy.home.graph.tables["slate_score"]

    def fails(**_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setitem(vars(definition), "function", fails)
    outcome = runs.run(demo_copy.home, None)
    assert outcome.report.exit_code == 1
    assert not remembers(demo_copy.home)


def test_another_process_at_work_is_named_as_before(demo_copy: World) -> None:
    with demo_copy.home.locked(), pytest.raises(RunInProgress):
        remembers(demo_copy.home)


def test_an_empty_home_remembers_nothing(tmp_path: Path, demo_copy: World) -> None:
    home = replace(demo_copy.home, directory=tmp_path / "empty")
    with pytest.raises(UsageError, match="nothing is ingested"):
        remembers(home)
    assert not home.catalog.exists()


HEAVY = ("duckdb", "ibis", "lightgbm", "numpy", "pandas", "pyarrow", "scipy")
"""Libraries that take longer to load than a run with nothing to do may take."""


def _loaded(*arguments: str, home: Path) -> tuple[str, set[str]]:
    """Return what a command prints, and which heavy libraries its process has loaded."""
    code = (
        "import sys; from tipoff.cli import app\n"
        f"try: app({list(arguments)!r})\n"
        "finally: sys.stderr.write(' '.join({m.split('.')[0] for m in sys.modules}))"
    )
    process = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "TIPOFF_HOME": str(home)},
    )
    return process.stdout, set(HEAVY) & set(process.stderr.split())


def test_a_run_with_nothing_to_do_and_a_status_load_no_heavy_library(demo_copy: World) -> None:
    printed, loaded = _loaded("run", home=demo_copy.home.directory)
    assert "Nothing to do" in printed
    assert loaded == set()
    assert _loaded("status", home=demo_copy.home.directory)[1] == set()


def test_help_loads_no_heavy_library(tmp_path: Path) -> None:
    assert _loaded("--help", home=tmp_path)[1] == set()
