"""Every untouched response of the real services at hand, landed and run as far as raw tables."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from conftest import World, build
from tipoff.home import Home
from tipoff.pipeline import pipeline
from tipoff.sources.injury_report import InjuryReportFile
from tipoff.sources.recorded import RecordedDirectory
from wire_reader import WIRE, wire

if TYPE_CHECKING:
    from pathlib import Path

RAW = pipeline().without(*(n for n, d in pipeline().tables.items() if d.stream is None))
LAID_OUT = {
    "nba_cdn_playbyplay.json.gz": "playbyplay/2024-25.jsonl.gz",
    "nba_stats_playbyplayv3.json.gz": "playbyplayv3/2022-23.jsonl.gz",
    "nba_stats_boxscoresummaryv2.json.gz": "boxscoresummaryv2/2022-23.jsonl.gz",
    "nba_stats_boxscoretraditionalv3.json.gz": "boxscoretraditionalv3/2022-23.jsonl.gz",
    "nba_stats_commonallplayers.json.gz": "commonallplayers/2025-26.json.gz",
    "nba_stats_commonteamroster.json.gz": "commonteamroster/2025-26.1610612739.json.gz",
    "nba_stats_leaguegamelog.json.gz": "leaguegamelog/2025-26.T.json.gz",
    "nba_stats_playerindex.json.gz": "playerindex/2025-26.json.gz",
    "nba_stats_scheduleleaguev2_2024-25.json.gz": "scheduleleaguev2/2024-25.json.gz",
    "nba_stats_scoreboardv3.json.gz": "scoreboardv3/2025-11-05.json.gz",
    "nba_stats_shotchartdetail.json.gz": "shotchartdetail/2025-26.1610612739.json.gz",
}
"""The recording that each file of the statistics service would be."""
REPORTS = {"Injury-Report_2024-01-04.pdf", "Injury-Report_2026-02-08_03_30PM.pdf",
           "Injury-Report_2026-02-08_03_30PM.csv"}  # fmt: skip
ELSEWHERE = {"nba_gamebook_a.pdf", "odds_api_historical_event_odds.json",
             "odds_api_historical_events.json"}  # fmt: skip
"""Read in tests of their own; the game book is damaged, and said to be."""
UNSCHEDULED = ("team_box_score", "player_rotation", "inactive_player", "play")
"""What needs its game in a schedule: the files are of seasons whose schedule is not at hand."""


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("wire")
    for name, place in LAID_OUT.items():
        path = directory / "nba_stats" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        body = wire(name)
        path.write_bytes(gzip.compress(body.replace(b"\n", b" ") + b"\n", 1))
    return directory


def test_every_file_is_known(laid_out: Path) -> None:
    assert {path.name for path in WIRE.iterdir()} == {*LAID_OUT, *REPORTS, *ELSEWHERE}


def test_what_can_be_placed_is_in_its_table_and_nothing_is_lost(
    laid_out: Path, tmp_path: Path
) -> None:
    world = World(Home(tmp_path, threads=2))
    reports = [p for name in sorted(REPORTS) for p in InjuryReportFile(WIRE / name).payloads()]
    report = build(world.home, [*RecordedDirectory(laid_out).payloads(), *reports], RAW)
    assert [t.failure for t in report.tables if t.failure] == []
    assert report.notices == []
    held = {name: len(world.rows(name)) for name in RAW.tables}
    assert held["injury_report"] == 14 + 61, "of an edition as CSV and PDF, the later stands"
    assert held["injury_submission"] == (29 + 3) + (18 + 10)
    assert held["player_listing"] > 5_000
    assert (held["roster"], held["shot"]) == (19, 532)
    assert world.rows("schedule", "season = '2025-26'")
    refused = world.catalog(
        "SELECT table_name, refused FROM payload_entry WHERE refused IS NOT NULL"
    )
    assert {table for table, _ in refused} <= set(UNSCHEDULED)
    assert all("game_date=None" in why or "known_game" in why for _, why in refused)
