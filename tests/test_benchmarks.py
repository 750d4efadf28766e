"""Benchmarks keep what they measured, and tell of a ratio that has become worse."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from benchmarks import results
from benchmarks.measure import Measured
from benchmarks.results import TOLERANCE, Result, as_json, keep, kept, table, worse

if TYPE_CHECKING:
    from pathlib import Path

ALONE = Result("a day", Measured(2.0, 1.5, 300.0, "much"), "3 s", "", None, "today, 2 cores")
AGAINST = Result("a season", Measured(9.0, math.nan, math.nan), "", "to the other", 0.5, "today")


@pytest.fixture(autouse=True)
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "KEPT", tmp_path / "kept.json")
    monkeypatch.setattr(results, "PAGE", tmp_path / "page.md")


def test_what_is_kept_comes_back_and_replaces_what_was_measured_before() -> None:
    keep([ALONE, AGAINST])
    keep([replace(AGAINST, ratio=0.6)])
    first, second = kept()
    assert first == replace(ALONE, measured=replace(ALONE.measured, said=""))
    assert (second.ratio, second.measured.seconds) == (0.6, 9.0)
    assert math.isnan(second.measured.peak_megabytes)
    assert "| a season | 9.00 |  |  | 0.6 |  | to the other |" in results.PAGE.read_text()
    assert "NaN" not in as_json([AGAINST])
    assert json.loads(as_json([AGAINST]))[0]["measured"]["processor_seconds"] is None


def test_only_a_ratio_that_is_much_worse_is_told() -> None:
    keep([ALONE, AGAINST])
    assert AGAINST.ratio is not None
    assert worse([ALONE, replace(AGAINST, ratio=AGAINST.ratio * TOLERANCE)]) == []
    (told,) = worse([replace(ALONE, ratio=9.0), replace(AGAINST, ratio=0.63)])
    assert told == "a season: the ratio is 0.63, and was 0.5"


def test_a_table_has_a_line_for_each_result() -> None:
    lines = table([ALONE, AGAINST]).splitlines()
    assert len(lines) == 4
    assert lines[2] == "| a day | 2.00 | 1.50 | 300 |  | 3 s |  |"
