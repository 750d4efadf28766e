"""The record of a run: its tables, and the traceback of an unexpected failure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from support.cli_runner import Tipoff, printed
from tipoff.cli.show.runs import show_notices, show_report
from tipoff.kernel.run import raw_rows
from tipoff.kernel.run.report import RunReport

if TYPE_CHECKING:
    from pathlib import Path

LINES = (
    "game_date,player_name,market,bookmaker,line,over_price,under_price,captured_at\n"
    "2024-01-05,Al Doe,player_points,book,20.5,-110,-110,\n"
)


@pytest.fixture
def broken(tipoff: Tipoff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A home with a payload, and a fault where payloads are parsed."""

    def fail(*_: Any) -> None:
        raise ZeroDivisionError("a fault [that] nobody foresaw")

    (tmp_path / "mine.csv").write_text(LINES)
    assert tipoff("ingest", "lines", "mine.csv").exit_code == 0
    monkeypatch.setattr(raw_rows, "commit_payloads", fail)
    return monkeypatch


def test_an_unforeseen_failure_is_kept_with_its_run(
    tipoff: Tipoff, broken: pytest.MonkeyPatch
) -> None:
    result = tipoff("run")
    assert result.exit_code == 1
    assert "prop_price: ZeroDivisionError: a fault [that] nobody foresaw" in result.stderr
    assert "(`tipoff runs show 1` has the traceback)" in result.stderr
    assert "Traceback" not in result.stderr
    record = printed(tipoff("runs", "show", 1, "--json"))
    (failure,) = record["failures"]
    assert failure["table"] == "prop_price"
    assert failure["traceback"].startswith("Traceback (most recent call last)")
    assert "in fail" in failure["traceback"]
    assert record["problems"][0].startswith("prop_price: ZeroDivisionError")
    shown = tipoff("runs", "show", 1).stdout
    assert "prop_price failed at " in shown
    assert "ZeroDivisionError: a fault [that] nobody foresaw" in shown


def test_the_next_run_goes_on_and_has_a_record_of_its_own(
    tipoff: Tipoff, broken: pytest.MonkeyPatch
) -> None:
    assert tipoff("run").exit_code == 1
    broken.undo()
    broken.setenv("COLUMNS", "100")
    tipoff("run")
    record = printed(tipoff("runs", "show", 2, "--json"))
    assert record["failures"] == []
    entered = {each["table"]: each["payloads"] for each in record["tables"]}
    assert entered["prop_price"] == 1


def test_a_debug_log_has_the_traceback_at_once(tipoff: Tipoff, broken: pytest.MonkeyPatch) -> None:
    result = tipoff("run", "--log-level", "debug")
    assert "prop_price failed\nTraceback (most recent call last)" in result.stderr


def test_timings_are_logged(tipoff: Tipoff, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text(LINES)
    result = tipoff("ingest", "lines", "mine.csv", "--log-level", "info")
    assert "tipoff.app.ingest: landing took " in result.stderr
    assert "1 payloads landed, 0 known already" in result.stderr
    assert "the command ingest lines took " in result.stderr
    assert "took" not in result.stdout


def test_what_is_only_to_know_is_printed_after_the_result(
    capsys: pytest.CaptureFixture[str],
) -> None:
    report = RunReport(1, (), notice="features_are_like_before fails in 8 of 1912 examined")
    show_report(report)
    assert "features_are_like_before" not in capsys.readouterr().err
    show_notices(report)
    assert "which block nothing" in capsys.readouterr().err
