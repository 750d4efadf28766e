"""A table that fails after its columns changed: all else is computed, and the failure shown."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import orjson
import pytest

from tipoff.app import publication, runs
from tipoff.kernel.errors import TipoffError
from tipoff.kernel.run import commit
from tipoff.publishing.columns import decoded

if TYPE_CHECKING:
    from typing import Any

    from conftest import World
    from support.cli_runner import Tipoff
    from tipoff.kernel.declare.table import TableDefinition

TABLE = "ml_feature_store"
CHANGED = f"{TABLE}: its columns have changed since "


def _change_columns(world: World, table: str = TABLE) -> None:
    """Let the rows of a table be of columns that are not those declared now."""
    with world.home.writing() as workspace, workspace.catalog.transaction():
        workspace.catalog.query("UPDATE file SET layout = 'old' WHERE table_name = ?", [table])
        workspace.catalog.query(
            "UPDATE entry SET fingerprint = 'old' WHERE table_name = ?", [table]
        )


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the table's function fail, as code does in which an edit is incomplete."""
    commit_days = commit.commit_days

    def failing(bench: Any, state: Any, definition: TableDefinition, days: Any) -> Any:
        if definition.name == TABLE:
            raise KeyError("a column that nobody makes")
        return commit_days(bench, state, definition, days)

    monkeypatch.setattr(commit, "commit_days", failing)


def _documents(world: World) -> dict[str, bytes]:
    current = world.home.published / "current"
    return {p.relative_to(current).as_posix(): p.read_bytes() for p in current.rglob("*.*")}


@pytest.mark.usefixtures("failing")
def test_a_run_names_the_table_that_failed_and_halts_the_slate(
    tipoff: Tipoff, demo_copy: World
) -> None:
    publication.republish(demo_copy.home)  # what is shown is by the code of this process
    before = _documents(demo_copy)
    _change_columns(demo_copy)
    ran = tipoff("run", world=demo_copy)
    assert ran.exit_code == 1
    assert f"{TABLE}: KeyError: 'a column that nobody makes'" in ran.stderr
    after = _documents(demo_copy)
    today, earlier = (orjson.loads(each["today.json"]) for each in (after, before))
    assert today["halt"]["halted"]
    assert CHANGED in today["halt"]["reasons"][0]
    assert {**today, "predictions": 0, "halt": 0, "digest": 0} == {
        **earlier,
        "predictions": 0,
        "halt": 0,
        "digest": 0,
    }
    predictions = decoded(today["predictions"])
    assert not {"OVER", "UNDER"} & set(predictions["recommendation"])
    assert CHANGED in after["today.html"].decode()
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    made_anew = {"today.json", "today.html", "index.json", "status.json", "pipeline.json"}
    assert changed - {"manifest.json"} == made_anew


def test_status_and_health_name_a_table_that_cannot_be_read(
    tipoff: Tipoff, demo_copy: World
) -> None:
    for table in (TABLE, "trained_model", "schedule", "prop_price", "resolved_name"):
        _change_columns(demo_copy, table)
    for command in ("status", "health"):
        result = tipoff(command, "--json", world=demo_copy)
        assert result.exit_code == 3, result.stderr
        output = json.dumps(json.loads(result.stdout))
        assert f"{CHANGED}" in output
        assert "schedule: its columns have changed since" in output


def test_a_run_that_computes_the_table_again_publishes_everything(demo_copy: World) -> None:
    before = _documents(demo_copy)
    _change_columns(demo_copy)
    assert publication.republish(demo_copy.home) > 0
    assert orjson.loads(_documents(demo_copy)["today.json"])["halt"]["halted"]
    assert publication.republish(demo_copy.home) == 0, "nothing changed since"
    assert runs.run(demo_copy.home, None).report.problems == []
    after = _documents(demo_copy)
    assert after.keys() == before.keys()
    assert orjson.loads(after["today.json"])["halt"] == orjson.loads(before["today.json"])["halt"]


def test_a_run_prints_its_report_whatever_publishing_does(
    tipoff: Tipoff, demo_copy: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> int:
        raise TipoffError("nothing new is published: the disk is full")

    with demo_copy.home.writing() as workspace, workspace.catalog.transaction():
        workspace.catalog.query("DELETE FROM note WHERE name = 'standstill'")
    monkeypatch.setattr(runs, "publish", refuse)
    ran = tipoff("run", "--json", world=demo_copy)
    assert ran.exit_code == 1
    report = json.loads(ran.stdout)
    assert TABLE in report["tables"]
    assert report["problems"] == ["nothing new is published: the disk is full"]
