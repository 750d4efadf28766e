"""The league's daily lineups, read and fetched."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from support.nba_service import LIMITS, TINY, landed, served
from support.wire_reader import NOW, rows_of, wire
from tipoff.app.home import Home
from tipoff.app.ingest import WebReport, ingest_web
from tipoff.kernel.declare.payload import Payload
from tipoff.simulation.service import Faults
from tipoff.sources.http import Clock
from tipoff.sources.lineups.client import DailyLineups, lineups_check
from tipoff.sources.lineups.daily_lineup import lineup_snapshot

if TYPE_CHECKING:
    from pathlib import Path

PLAYER = {
    "personId": 7,
    "firstName": "Al",
    "lastName": "Doe Jr.",
    "lineupStatus": "Expected",
    "position": "PG",
    "rosterStatus": "Active",
}


def _snapshot(**game: Any) -> bytes:
    teams = {"homeTeam": {"teamId": 1, "players": [PLAYER]}, "awayTeam": None}
    return json.dumps({"games": [{"gameId": "0022600001", **teams, **game}]}).encode()


def test_real_lineups_are_read() -> None:
    body = wire("2026/nba_daily_lineups_20261009_trimmed.json.gz").replace(b'"0012', b'"0022')
    rows = {row["personId"]: row for row in rows_of(lineup_snapshot, body)}
    assert len(rows) == 13
    flagg, irving, giddey = rows[1642843], rows[202681], rows[1630581]
    assert (flagg["playerName"], flagg["position"]) == ("Cooper Flagg", "SF")
    assert (flagg["teamId"], flagg["lineupStatus"]) == (1610612742, "Confirmed")
    assert (irving["position"], irving["rosterStatus"]) == (None, "Active")
    assert (giddey["gameId"], giddey["lineupStatus"]) == ("0022600037", "Expected")


def test_preseason_games_are_left_out() -> None:
    assert rows_of(lineup_snapshot, wire("2026/nba_daily_lineups_20261009_trimmed.json.gz")) == []


def test_a_team_that_is_missing_costs_that_team() -> None:
    (row,) = rows_of(lineup_snapshot, _snapshot())
    assert (row["playerName"], row["nameKey"]) == ("Al Doe Jr.", "al doe")
    assert row["capturedAt"] == NOW.replace(tzinfo=None)


def test_a_recording_names_the_moment_of_its_capture() -> None:
    (row,) = rows_of(lineup_snapshot, _snapshot(), CapturedAt="20261120T233000Z")
    assert row["capturedAt"] == datetime(2026, 11, 20, 23, 30)


def _fetch(home: Home, url: str, day: date, at: datetime) -> WebReport:
    source = DailyLineups(f"{url}/js/data/leaders", day)
    return ingest_web(home, source, LIMITS, clock=Clock(timestamp=lambda: at))


def test_every_fetch_is_a_snapshot_that_is_kept(tmp_path: Path) -> None:
    home, noon = Home(tmp_path, threads=1), datetime(2025, 1, 15, 17, tzinfo=UTC)
    with served(until=TINY.through) as service:
        for hours in (0, 1):
            report = _fetch(home, service.url, TINY.through, noon + timedelta(hours=hours))
            assert (report.landed, report.failures) == (1, ())
    assert len(landed(home, "daily_lineups")) == 2


@pytest.mark.parametrize("days", [1, 300])
def test_lineups_that_are_not_published_are_a_failure_with_its_reason(
    tmp_path: Path, days: int
) -> None:
    home, noon = Home(tmp_path, threads=1), datetime(2025, 1, 15, 17, tzinfo=UTC)
    with served(until=TINY.through) as service:
        report = _fetch(home, service.url, TINY.through + timedelta(days), noon)
    assert report.exit_code == 1
    assert "answered 404" in report.failures[0]


STARTER = {**PLAYER, "lineupStatus": "Confirmed"}
SCRATCHED = {**STARTER, "position": "", "rosterStatus": "Inactive"}
BENCHED = {**STARTER, "position": ""}


def _listed(*players: dict[str, Any]) -> bytes:
    return _snapshot(homeTeam={"teamId": 1, "players": [*players, {**PLAYER, "personId": 8}]})


@pytest.mark.parametrize(
    ("before", "now", "message"),
    [
        ([STARTER], [SCRATCHED], "after confirmed lineups: Al Doe Jr. is inactive"),
        ([STARTER], [{**STARTER, "rosterStatus": "Inactive"}], "Al Doe Jr. is inactive"),
        ([STARTER], [BENCHED], "after confirmed lineups: Al Doe Jr. does not start"),
        ([STARTER], [], "after confirmed lineups: Al Doe Jr. does not start"),
        ([STARTER], [STARTER], ""),
        ([PLAYER], [SCRATCHED], ""),
        ([SCRATCHED], [SCRATCHED], ""),
        ([BENCHED], [SCRATCHED], "after confirmed lineups: Al Doe Jr. is inactive"),
        ([BENCHED], [BENCHED], ""),
        ([BENCHED], [], ""),
    ],
)
def test_who_is_scratched_after_confirmed_lineups_is_reported(
    before: list[dict[str, Any]], now: list[dict[str, Any]], message: str
) -> None:
    request = DailyLineups("http://127.0.0.1", date(2026, 11, 20)).request(NOW)
    earlier = Payload("nba_stats", "daily_lineups", {}, _listed(*before), NOW)
    notice = lineups_check(request, lineup_snapshot.parse(earlier))(_listed(*now))
    assert (notice or "").endswith(message) if message else notice == ""


def test_a_late_scratch_is_reported_by_the_snapshot_that_shows_it(tmp_path: Path) -> None:
    home, evening = Home(tmp_path, threads=1), datetime(2025, 1, 14, 23, 40, tzinfo=UTC)
    with served(until=TINY.through) as service:
        assert _fetch(home, service.url, evening.date(), evening).notices == ()
        (body,) = landed(home, "daily_lineups").values()
        starter = json.loads(body)["games"][0]["homeTeam"]["players"][0]
        service.replay.faults = Faults({"scratched": 1.0})
        report = _fetch(home, service.url, evening.date(), evening + timedelta(minutes=10))
    assert report.failures == ()
    assert [notice.split(": ", 1)[1] for notice in report.notices] == [
        f"after confirmed lineups: {starter['playerName']} is inactive"
    ]
