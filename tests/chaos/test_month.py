"""An unattended month with one incident of every kind, and the alerts that the operator gets."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from support.month import LONG, SHORT, month, month_world
from tipoff.alerts.records import AlertRecords
from tipoff.app.home import Home
from tipoff.operations.heal_record import MAX_ATTEMPTS
from tipoff.simulation.daily_world import eastern
from tipoff.simulation.league import DemoLeague

if TYPE_CHECKING:
    from pathlib import Path

    from support.month import Incident

LEAGUE = DemoLeague(date(2026, 11, 26), seasons=1, teams=4)
"""The thirty days before its last have the first of November, on which clocks change too."""


@pytest.mark.chaos
@pytest.mark.parametrize(("days", "incidents"), [(3, SHORT), (30, LONG)], ids=["days", "month"])
def test_a_month_that_nobody_watches(
    days: int, incidents: list[Incident], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    world = month_world(LEAGUE, days)
    with month(world, tmp_path / "home", monkeypatch) as lived:
        lived.run(list(world.days), incidents)
        for _ in range(MAX_ATTEMPTS):
            lived.cure(eastern(world.days[-1], 34))
        (tmp_path / "operator.log").write_text("\n".join(lived.log) + "\n")
        missing = [each.name for each in incidents if each.alert and not lived.entries(each.alert)]
        assert missing == []
        assert lived.phone.pings >= days - 2, "most days end well"
        with closing(Home(tmp_path / "home").open_catalog()) as catalog:
            left = [known.incident.sentence for known in AlertRecords(catalog).open().values()]
        assert left == [], "every incident resolved itself, or by the command that it was told with"
