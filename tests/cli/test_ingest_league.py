"""League data from the command line: downloaded seasons, and the lineups of a date."""

from __future__ import annotations

import gzip
from datetime import timedelta
from typing import TYPE_CHECKING

from support.cli_runner import Tipoff, printed
from support.nba_service import SEASON, TINY, served, tiny

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

from tipoff.domain import league_time


def _record(directory: Path) -> None:
    """Lay the tiny league's schedule and logs out as recordings."""
    for payload in tiny():
        if payload.resource in ("scheduleleaguev2", "leaguegamelog"):
            who = payload.parameters.get("PlayerOrTeam")
            name = f"{SEASON}.{who}.json.gz" if who else f"{SEASON}.json.gz"
            path = directory / "nba_stats" / payload.resource / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(gzip.compress(payload.body))


def test_a_directory_of_recordings_is_landed_from_the_command_line(
    tipoff: Tipoff, tmp_path: Path
) -> None:
    _record(tmp_path / "bulk")
    result = tipoff("ingest", "nba", "--season", SEASON, "--bulk", tmp_path / "bulk", "--json")
    assert printed(result)["landed"] == 3
    other = tipoff("ingest", "nba", "--season", "2019-20", "--bulk", tmp_path / "bulk")
    assert other.exit_code == 2
    assert "nothing of 2019-20 here" in other.stderr
    dates = tipoff("ingest", "nba", "--season", SEASON, "--bulk", tmp_path, "--plays")
    assert (dates.exit_code, "leave out --from" in dates.stderr) == (2, True)


def test_the_lineups_of_today_are_landed_and_those_of_yesterday_refused(
    tipoff: Tipoff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(league_time, "eastern_today", lambda: TINY.through)
    monkeypatch.setenv("TIPOFF_FETCH_BACKOFF", "0")
    monkeypatch.setenv("TIPOFF_NBA_REQUESTS_PER_SECOND", "100000")
    with served(until=TINY.through) as service:
        monkeypatch.setenv("TIPOFF_NBA_LINEUPS_URL", f"{service.url}/js/data/leaders")
        assert printed(tipoff("ingest", "lineups", "--json"))["landed"] == 1
        tomorrow = tipoff("ingest", "lineups", "--date", TINY.through + timedelta(1))
    assert (tomorrow.exit_code, "answered 404" in tomorrow.stderr) == (1, True)
    gone = tipoff("ingest", "lineups", "--date", TINY.through - timedelta(1))
    assert gone.exit_code == 2
    assert "the service has only the latest lineups" in gone.stderr
