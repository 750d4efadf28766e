"""Every command over a home whose catalog is in PostgreSQL: the same SQL runs there."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from conftest import SMALL
from tipoff.app.ingest import ingest
from tipoff.app.settings import Settings
from tipoff.cli import app
from tipoff.operations.day_state import read_day_state
from tipoff.sources.manual.settled_names import NameSettlement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result

    from support.toy_shop import Shop

WRITES = ("run", "day", "verify --repair", "landing withdraw 1", "landing restore 1", "rollback 1")
LOOKS = (
    *("status", "health", "runs", "runs show 1", "plan", "quarantine", "landing list", "names"),
    *("verify", "drift", "models list", "alerts list", "day --dry-run", "heal --dry-run"),
    *("evaluate", "bets list"),
)


@pytest.fixture
def tipoff_over_server(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], Result]:
    """The command line over a home whose catalog is in a database."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIPOFF_HOME", str(shop.directory))
    monkeypatch.setenv("TIPOFF_CATALOG", shop.catalog_url)
    monkeypatch.setenv("TIPOFF_DAY_SOURCES", "[]")
    ingest(shop.home, NameSettlement("Al Doe", 1, datetime(2025, 1, 1, tzinfo=UTC)))
    return lambda line: CliRunner().invoke(app, line.split())


def test_no_command_stumbles_over_the_catalog_s_sql(
    tipoff_over_server: Callable[[str], Result],
) -> None:
    done = {line: tipoff_over_server(line) for line in (*WRITES, *LOOKS)}
    output = {line: each.output for line, each in done.items()}
    assert {line: text for line, text in output.items() if "postgresql:" in text} == {}
    assert {
        line: text for line, text in output.items() if done[line].exit_code not in range(4)
    } == {}


def test_a_day_over_a_server_sees_what_is_landed(shop: Shop) -> None:
    """It looked for the file of a catalog once, and took every such home for an empty one."""
    payload = next(iter(SMALL.payloads()))
    with shop.home.writing() as workspace:
        workspace.landing.land([payload])
    assert read_day_state(shop.home, Settings()).now == payload.fetched_at
