"""What Dagster shows and starts, tested without Dagster."""

from __future__ import annotations

import ast
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

import tipoff
from tipoff.app.pipeline import pipeline
from tipoff.operations.agenda import agenda, planned_jobs
from tipoff.operations.calendar import LeagueCalendar, ScheduledGame
from tipoff.operations.jobs import JobKind
from tipoff.orchestration.plan import (
    COMMITTED,
    GATES,
    PUBLISHED,
    SCHEDULES,
    chosen_tables,
    finished_days,
    kinds_due,
    skip_reason,
    stream_assets,
    table_assets,
)

SOURCE = Path(str(tipoff.__file__)).parent
DAY = date(2026, 11, 26)
TIP = datetime(2026, 11, 27, 0, tzinfo=UTC)
ENTRY_POINTS = {
    ("tipoff.app.runs", "run"),
    ("tipoff.app.runs", "build"),
    ("tipoff.operations.day", "run_day"),
    ("tipoff.operations.day", "preview"),
    ("tipoff.app.verification", "verify"),
    ("tipoff.app.alerting", "send_failure_alert"),
}
"""The functions on a home that Dagster may call: those of the command line, behind its gates."""


def test_each_table_is_an_asset_that_follows_what_it_reads() -> None:
    graph = pipeline()
    planned = {each.name: each for each in table_assets(graph)}
    assert planned.keys() == {*graph.tables, PUBLISHED}
    outside = {each.name for each in stream_assets(graph)}
    for name, definition in graph.tables.items():
        assert set(graph.parents(definition)) <= set(planned[name].reads), name
        assert set(planned[name].reads) - outside <= graph.tables.keys(), name
        assert planned[name].checks == (COMMITTED, *(c.name for c in definition.checks))
    assert {each.group for each in planned.values()} == {
        *("raw", "analytics", "features", "predictions", "publishing")
    }


def test_all_that_nothing_reads_is_published() -> None:
    graph = pipeline()
    published = table_assets(graph)[-1]
    assert published.checks == (GATES,)
    ends = set(published.reads)
    assert all(name in ends or graph.descendants(name) & ends for name in graph.tables)


def test_what_the_pipeline_writes_comes_from_nowhere_outside() -> None:
    graph = pipeline()
    written = {name for name, stream in graph.streams.items() if stream.writer is not None}
    assert written
    assert not written & {each.name for each in stream_assets(graph)}


def _calendar(*final: bool) -> LeagueCalendar:
    return LeagueCalendar.of(ScheduledGame(f"00{n}", DAY, TIP, f) for n, f in enumerate(final))


@pytest.mark.parametrize(
    ("hours_before_tip", "schedule"), [(7, "morning"), (0.25, "pre_tip"), (-4, "post_game")]
)
def test_each_schedule_starts_a_pass_for_its_part_of_the_day(
    hours_before_tip: float, schedule: str
) -> None:
    calendar = _calendar(False, False)
    since = TIP - timedelta(days=1)
    now = TIP - timedelta(hours=hours_before_tip)
    todo = agenda(planned_jobs(calendar, DAY, DAY), {}, now, since)
    due = kinds_due(todo)
    assert due & set(SCHEDULES[schedule])
    assert not agenda(planned_jobs(calendar, DAY, DAY), {}, since, since).due


def test_every_kind_of_job_of_the_day_has_a_schedule() -> None:
    covered = [kind for kinds in SCHEDULES.values() for kind in kinds]
    assert sorted(covered) == sorted(set(JobKind) - {JobKind.HEAL})


def test_a_tick_without_a_job_says_when_there_is_one() -> None:
    since = TIP - timedelta(days=1)
    todo = agenda(planned_jobs(_calendar(False), DAY, DAY), {}, since, since)
    assert (
        skip_reason(todo)
        == f"nothing is due before {todo.next_at:%Y-%m-%d %H:%M} UTC: {DAY} morning"
    )
    nothing = agenda([], {}, since, since)
    assert skip_reason(nothing) == "nothing is due: games"


@pytest.mark.parametrize(("final", "days"), [((True, True), [DAY]), ((True, False), []), ((), [])])
def test_a_date_is_finished_when_all_its_games_are(
    final: tuple[bool, ...], days: list[date]
) -> None:
    assert finished_days(_calendar(*final), [DAY]) == days


def test_the_publication_is_no_table_to_build() -> None:
    assert chosen_tables({"shot", PUBLISHED, "play"}) == ["play", "shot"]


def test_dagster_enters_a_home_by_nothing_but_the_entry_points_of_the_command_line() -> None:
    """Every import from the application is in the list above, or only reads."""
    imported = set()
    for path in (SOURCE / "orchestration").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(
                ("tipoff.app", "tipoff.operations.day", "tipoff.kernel.run", "tipoff.landing")
            ):
                imported |= {(str(node.module), name.name) for name in node.names}
    only_looks = {
        ("tipoff.app", "runs"),
        ("tipoff.app.failures", "explained"),
        ("tipoff.app.home", "Home"),
        ("tipoff.app.publication", "proofs"),
        ("tipoff.app.settings", "open_home"),
        ("tipoff.app.settings", "load_settings"),
        ("tipoff.kernel.run.report", "RunReport"),
        ("tipoff.kernel.run.report", "TableReport"),
    }
    assert imported - only_looks <= ENTRY_POINTS
