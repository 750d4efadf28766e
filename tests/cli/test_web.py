"""Fetching from the command line: what arrived, what failed, and which command to run next."""

from __future__ import annotations

import gzip
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from conftest import SMALL
from support.cli_runner import Tipoff, printed
from support.loopback import Reply, loopback
from support.nba_service import SEASON, served, tiny
from tipoff.app.settings import Settings
from tipoff.landing.journal import Journal
from tipoff.operations.day_state import read_day_state
from tipoff.sources.http import Failed, Request

if TYPE_CHECKING:
    from conftest import World
    from support.nba_service import Served

BIN = Path(sys.executable).parent
SECRET = "planted-secret-7f3a"
ASK = ("ingest", "nba", "--season", SEASON, "--from", "2024-11-01", "--to", "2024-11-06")


@pytest.fixture
def asking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask without waiting."""
    monkeypatch.setenv("TIPOFF_NBA_REQUESTS_PER_SECOND", "100000")
    monkeypatch.setenv("TIPOFF_FETCH_BACKOFF", "0")


def _point_at(service: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIPOFF_NBA_STATS_URL", f"{service.url}/stats")
    monkeypatch.setenv("TIPOFF_NBA_LIVE_URL", f"{service.url}/static/json/liveData")


@pytest.mark.usefixtures("asking")
def test_a_season_is_fetched_and_the_second_time_nothing(
    tipoff: Tipoff, monkeypatch: pytest.MonkeyPatch
) -> None:
    with served() as service:
        _point_at(service, monkeypatch)
        first = printed(tipoff(*ASK, "--plays", "--json"))
        assert first["landed"] == first["requests"] == len(service.replay.request_counts)
        assert (first["failures"], first["tolerated"]) == ([], 0)
        again = tipoff(*ASK, "--plays")
        assert again.exit_code == 0
        assert "Landed 0 payloads (0.0 MB) in 0 requests" in again.stdout


@pytest.mark.usefixtures("asking")
def test_a_simulated_home_asks_no_service_and_keeps_its_clock(
    tipoff: Tipoff, demo_copy: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    with served() as service:
        _point_at(service, monkeypatch)
        result = tipoff(*ASK, world=demo_copy)
        assert (result.exit_code, len(service.replay.request_counts)) == (2, 0)
    assert "this home holds a simulated league, which no service has" in result.stderr
    failed = Failed(Request("nba", "x", {}, "http://127.0.0.1:9"), "no answer", 1, missing=False)
    with demo_copy.home.writing() as workspace:
        Journal(workspace.catalog).record([failed], SMALL.now)
    standing = read_day_state(demo_copy.home, Settings(home=demo_copy.home.directory))
    assert (standing.now, standing.sources) == (SMALL.now, ())


@pytest.mark.usefixtures("asking")
def test_what_did_not_come_is_reported_and_the_exit_code_says_so(
    tipoff: Tipoff, monkeypatch: pytest.MonkeyPatch
) -> None:
    with served([p for p in tiny() if p.resource != "boxscoresummaryv3"]) as service:
        _point_at(service, monkeypatch)
        result = tipoff(*ASK)
    assert result.exit_code == 1
    assert re.search(
        r"boxscoresummaryv3 \(GameID 99\d+\): 127.0.0.1:\d+ answered 404", result.stderr
    )
    assert "what came is kept: the same command asks for the rest" in result.stderr
    assert "Landed" in result.stdout


@pytest.mark.parametrize("season", ["2024", "2024-26", "24-25", "2024-2025", "last"])
def test_a_season_is_written_in_one_way(tipoff: Tipoff, season: str) -> None:
    result = tipoff("ingest", "nba", "--season", season)
    assert result.exit_code == 2
    assert f"--season '{season}' is not a season like 2025-26" in result.stderr


@pytest.mark.usefixtures("asking")
def test_a_proxy_s_password_is_nowhere(
    tipoff: Tipoff, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    schedule = next(p.body for p in tiny() if p.resource == "scheduleleaguev2")
    with loopback({"/stats/scheduleleaguev2": [Reply(schedule)]}) as proxy:
        address = proxy.url.removeprefix("http://")
        monkeypatch.setenv("TIPOFF_FETCH_PROXY", f"http://user:{SECRET}@{address}")
        monkeypatch.setenv("TIPOFF_NBA_STATS_URL", "http://somewhere.invalid/stats")
        result = tipoff(*ASK)
    assert result.exit_code == 1, "the proxy has nothing but the schedule"
    assert "leaguegamelog" in result.stderr
    assert "proxy-authorization" in proxy.received["/stats/scheduleleaguev2"][0][1]
    assert SECRET not in result.stdout + result.stderr
    for path in (tmp_path / "home").rglob("*"):
        if path.is_file():
            kept = path.read_bytes()
            assert SECRET.encode() not in kept + (gzip.decompress(kept) if _zipped(path) else b"")


def _zipped(path: Path) -> bool:
    return path.suffix == ".gz"


def test_a_directory_is_replayed_until_interrupted(tmp_path: Path) -> None:
    log = b'{"resultSets": [{"name": "LeagueGameLog", "headers": [], "rowSet": []}]}'
    recording = tmp_path / "nba_stats/leaguegamelog/2023-24.P.json.gz"
    recording.parent.mkdir(parents=True)
    recording.write_bytes(gzip.compress(log))
    command: list[str | Path] = [BIN / "tipoff", "dev", "replay", tmp_path, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        output = process.stdout.readline() + process.stdout.readline()
        match = re.search(r"TIPOFF_NBA_STATS_URL=(\S+)", output)
        assert match is not None
        parameters = {"Season": "2023-24", "PlayerOrTeam": "P"}
        answer = httpx.get(f"{match[1]}/leaguegamelog", params=parameters)
        assert answer.content == log
        process.send_signal(signal.SIGINT)
        process.wait()


def test_an_unknown_fault_is_refused(tipoff: Tipoff, tmp_path: Path) -> None:
    result = tipoff("dev", "replay", tmp_path, "--kind", "flood", "--faults", "0.1")
    assert result.exit_code == 2
    assert "no fault flood: there are slow" in result.stderr
