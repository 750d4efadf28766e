"""Alerts to the operator of an unattended day: services, pipeline and channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.day_service import few_days, lived_morning

if TYPE_CHECKING:
    import pytest


def test_a_morning_without_prices_is_reported_once_and_so_is_its_end(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    day, morning = few_days().days[0], lived_morning(tmp_path_factory)
    log = [f"{m['title']}: {m['message']}".replace("\n", " | ") for m in morning.messages]
    print("\n".join(log))
    exits = [each["exit_code"] for each in (morning.idle, morning.noon, morning.again)]
    assert exits == [0, 1, 0]
    assert morning.pings == [0, 0, 1], "when nothing was due, when what was done failed, at its end"
    odds_lines = [line for line in log if "odds: " in line]
    assert [line.split(":")[1].strip() for line in odds_lines] == [
        "1 problem",
        "1 problem resolved",
    ]
    assert [line for line in log if f"Tipoff: {day:%A} {day}" in line], "the digest"
    assert any("channel json 2: answered 404" in line for line in log)
    assert "answered 404" in morning.listed
