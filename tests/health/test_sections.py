"""The sections of a home's health, each in good and bad states, by hand."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from support.day_outcomes import stale
from support.publishing_league import NO_STATUS
from support.table_session import TableSession
from tipoff.alerts import Delivery
from tipoff.health import operations, sections
from tipoff.health.vitals import Health, Metric, Section, State
from tipoff.kernel.catalog import SQLiteCatalog
from tipoff.kernel.catalog.values import as_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tipoff.kernel.catalog import Catalog

TODAY = date(2024, 1, 10)
NOW = datetime(2024, 1, 10, 17, tzinfo=UTC)


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    """An empty catalog."""
    with closing(SQLiteCatalog(tmp_path / "catalog.sqlite")) as new_catalog:
        yield new_catalog


def _ran(catalog: Catalog, run: int, seconds: float, problems: str = "[]") -> None:
    began = NOW - timedelta(hours=30 - run)
    catalog.query(
        "INSERT INTO run VALUES (?, 'run', '', ?, ?, ?)",
        [run, as_text(began), as_text(began + timedelta(seconds=seconds)), problems],
    )


def test_a_stale_source_makes_freshness_bad() -> None:
    shown = sections.freshness_section(stale(3), NOW)
    assert shown.state is State.BAD
    assert shown.lines[0].startswith("STALE player props")
    assert Metric("source_dates_behind", 3, {"source": "player props"}) in shown.metrics
    assert sections.freshness_section(NO_STATUS, NOW).state is State.OK


def test_a_hole_makes_the_grid_bad_and_a_warning_does_not() -> None:
    assert sections.grid_section(NO_STATUS).state is State.OK
    warned = sections.grid_section(replace(NO_STATUS, lacking=("shot: 1 final game without",)))
    assert warned.state is State.WARN
    broken = sections.grid_section(replace(NO_STATUS, holes=("team_box_score: 1 final game",)))
    assert (broken.state, broken.lines) == (State.BAD, ("team_box_score: 1 final game",))


def test_a_refused_payload_is_reported_beside_the_quarantine() -> None:
    shown = sections.quarantine_section(replace(NO_STATUS, refused_payloads=("mine.csv: bad",)))
    assert shown.state is State.WARN
    assert Metric("refused_payloads", 1) in shown.metrics


@pytest.mark.parametrize(("suspect", "state"), [(1, State.OK), (2, State.WARN)])
def test_one_price_of_twenty_may_be_suspect(suspect: int, state: State) -> None:
    session = TableSession()
    row = {"game_id": "g1", "game_date": TODAY, "suspect": None}
    rows = [{**row, "suspect": "no margin" if n < suspect else None} for n in range(20)]
    session.load("player_prop_offer", [*rows, {**row, "game_date": TODAY - timedelta(31)}])
    shown = sections.prices_section(session, TODAY)
    assert shown.state is state
    assert shown.lines[0].startswith(f"{suspect} of 20 prices suspect in 30 days")


def _model(session: TableSession, days: int) -> None:
    session.load("trained_model", [{"market": "points", "trained_for": TODAY - timedelta(days)}])


@pytest.mark.parametrize(
    ("days", "in_season", "state"),
    [(45, True, State.OK), (46, True, State.WARN), (150, False, State.OK)],
)
def test_models_grow_old_in_season_only(days: int, in_season: bool, state: State) -> None:
    session = TableSession()
    _model(session, days)
    assert sections.models_section(session, TODAY, in_season=in_season).state is state


@pytest.mark.parametrize(("overs", "state"), [(0.5, State.OK), (0.8, State.WARN)])
def test_predictions_that_come_in_too_often_are_reported(overs: float, state: State) -> None:
    session = TableSession()
    _model(session, 10)
    row: dict[str, Any] = {"game_id": "g1", "game_date": TODAY, "system": "blend", "p_over": 0.5}
    results = ["OVER" if n < 400 * overs else "UNDER" for n in range(400)]
    session.load("prediction_grade", [{**row, "result": result} for result in results])
    shown = sections.models_section(session, TODAY, in_season=True)
    assert shown.state is state
    assert f"calibration error {abs(overs - 0.5):.3f} over 400 lines" in shown.lines[1]


def test_a_run_is_compared_with_those_before(catalog: Catalog) -> None:
    assert sections.runs_section(catalog, NOW).state is State.WARN
    for run in range(1, 6):
        _ran(catalog, run, 50)
    shown = sections.runs_section(catalog, NOW)
    assert (shown.state, shown.lines[0][:5]) == (State.OK, "run 5")
    _ran(catalog, 6, 149)
    assert sections.runs_section(catalog, NOW).state is State.OK
    _ran(catalog, 7, 151)
    assert "slower than usual" in sections.runs_section(catalog, NOW).lines
    _ran(catalog, 8, 50, '["prop_price: bad"]')
    assert "it reported problems" in sections.runs_section(catalog, NOW).lines


def test_a_disk_that_is_nearly_full_is_reported(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    for free, state in ((3e9, State.OK), (1e9, State.WARN)):
        left = usage._replace(free=int(free))
        monkeypatch.setattr(shutil, "disk_usage", lambda _, left=left: left)
        assert operations.disk_section(catalog, tmp_path).state is state


def test_a_channel_that_is_muted_or_failed_is_bad() -> None:
    delivery = Delivery("json 1", "digest", NOW, "")
    failed = replace(delivery, failure="answered 404")
    for channel, state in (
        (("json 1", False, delivery), State.OK),
        (("json 1", False, None), State.OK),
        (("json 1", True, delivery), State.BAD),
        (("json 1", False, failed), State.BAD),
    ):
        assert operations.alerts_section([channel], ()).state is state
    shown = operations.alerts_section([("json 1", False, failed)], ())
    assert shown.lines[0] == "json 1: answered 404, digest 2024-01-10 17:00 UTC"
    assert "no alerts are sent" in operations.alerts_section((), ()).lines[0]


def test_breakers_that_are_open_are_bad() -> None:
    assert operations.jobs_section((), "2024-01-10 morning", NOW, ()).lines == (
        "next: 2024-01-10 morning at 2024-01-10 17:00 UTC",
    )
    assert operations.jobs_section((), "", None, ("odds: left alone",)).state is State.BAD


def test_numbers_are_written_as_prometheus_reads_them() -> None:
    section = Section("x", State.BAD, (), (Metric("rows", 1e6), Metric("age", 2, {"of": 'a"b\\'})))
    health = Health(NOW, False, (section,))
    assert not health.is_well
    assert health.to_metrics().splitlines() == [
        "# TYPE tipoff_healthy gauge",
        "tipoff_healthy 0",
        "# TYPE tipoff_section_bad gauge",
        'tipoff_section_bad{section="x"} 1',
        "# TYPE tipoff_rows gauge",
        "tipoff_rows 1e+06",
        "# TYPE tipoff_age gauge",
        'tipoff_age{of="a\\"b\\\\"} 2',
    ]
