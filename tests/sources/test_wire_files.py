"""Every unmodified real response available, stored and parsed into raw tables."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from conftest import World, build
from support.wire_reader import WIRE, wire
from tipoff.app.home import Home
from tipoff.app.pipeline import pipeline
from tipoff.sources.bulk.recorded import RecordedDirectory
from tipoff.sources.injuries.injury_report import InjuryReportFile

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
TODAY = {
    "nba_cdn_boxscore_0022000001.json.gz": "boxscore/2020-21.jsonl.gz",
    "nba_cdn_playbyplay_0022000001.json.gz": "playbyplay/2020-21.jsonl.gz",
    "nba_daily_lineups_20261009_trimmed.json.gz": "daily_lineups/2026-10-09.20261009T124600Z.json.gz",  # noqa: E501
    "nba_stats_boxscoresummaryv2_2026-02.json.gz": "boxscoresummaryv2/2022-23.jsonl.gz",
    "nba_stats_boxscoresummaryv3_0022400306.json.gz": "boxscoresummaryv3/2024-25.jsonl.gz",
    "nba_stats_boxscoretraditionalv3_0022400306.json.gz": "boxscoretraditionalv3/2024-25.jsonl.gz",
    "nba_stats_commonteamroster_2026-27_trimmed.json.gz": "commonteamroster/2026-27.1610612738.json.gz",  # noqa: E501
    "nba_stats_leaguegamelog_2026-02.json.gz": "leaguegamelog/2025-26.T.json.gz",
    "nba_stats_playerindex_2026-02.json.gz": "playerindex/2025-26.json.gz",
    "nba_stats_scheduleleaguev2_2026-27_cup_undecided.json.gz": "scheduleleaguev2/2026-27.json.gz",
    "nba_stats_scoreboardv3_2025-11-05.json.gz": "scoreboardv3/2025-11-05.json.gz",
}
"""The same of the files in today's forms."""
SCHEDULE_2024 = "nba_stats_scheduleleaguev2_2024-25.json.gz"
REPORTS = {
    "Injury-Report_2024-01-04.pdf",
    "Injury-Report_2026-02-08_03_30PM.pdf",
    "Injury-Report_2026-02-08_03_30PM.csv",
}
ELSEWHERE = {
    "nba_gamebook_a.pdf",
    "odds_api_historical_event_odds.json",
    "odds_api_historical_events.json",
}
"""Files with their own tests; the game book is damaged, and reported as such."""
UNSCHEDULED = (
    "player_box_score",
    "team_box_score",
    "player_rotation",
    "box_score_source",
    "inactive_player",
    "play",
)
"""Tables whose games must be in a schedule, which these files' seasons lack here."""


def _laid_out(directory: Path, files: dict[str, str]) -> Path:
    """Lay files out as recordings, one answer a line."""
    for name, place in files.items():
        path = directory / "nba_stats" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(wire(name).replace(b"\n", b" ") + b"\n", 1))
    return directory


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _laid_out(tmp_path_factory.mktemp("wire"), LAID_OUT)


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The files in today's forms, and the schedule of 2024-25, as far as raw tables."""
    files = {f"2026/{name}": place for name, place in TODAY.items()}
    files[SCHEDULE_2024] = LAID_OUT[SCHEDULE_2024]
    world = World(Home(tmp_path_factory.mktemp("today"), threads=2))
    directory = _laid_out(tmp_path_factory.mktemp("wire-2026"), files)
    build(world.home, RecordedDirectory(directory).payloads(), RAW)
    return world


def test_every_file_is_known(laid_out: Path) -> None:
    names = {path.name for path in WIRE.iterdir() if path.is_file()}
    assert names == {*LAID_OUT, *REPORTS, *ELSEWHERE}
    assert {p.name for p in (WIRE / "2026").iterdir() if p.suffix != ".pdf"} == set(TODAY)


def test_a_game_of_2024_is_in_its_tables_with_its_values(today: World) -> None:
    game = "game_id = '0022400306'"
    rotation = {row["player_id"]: row for row in today.rows("player_rotation", game)}
    assert len(rotation) == 28
    assert (rotation[1642377]["seconds"], rotation[1642377]["starter"]) == (1540, True)
    assert (rotation[201949]["seconds"], rotation[201949]["comment"]) == (
        None,
        "DNP - Coach's Decision",
    )
    inactive = today.rows("inactive_player", game)
    assert len(inactive) == 8
    assert {str(row["game_date"]) for row in inactive} == {"2024-12-01"}
    assert "Aaron Nesmith" in {row["player_name"] for row in inactive}


def test_the_season_to_come_has_no_undecided_games(today: World) -> None:
    games = today.rows("schedule", "season = '2026-27' ORDER BY game_id")
    assert len(games) == 18
    assert (games[0]["home_team_code"], games[0]["away_team_code"]) == ("DET", "BOS")
    assert str(games[0]["tip_at"]) == "2026-10-20 19:00:00"


def test_rosters_and_listings_of_2026_have_their_values(today: World) -> None:
    roster = {row["player_id"]: row for row in today.rows("roster", "season = '2026-27'")}
    tatum, mitchell = roster[1628369], roster[1641759]
    assert (tatum["position"], str(tatum["birth_date"])) == ("F-G", "1998-03-03")
    assert str(mitchell["birth_date"]) == "2003-10-03"
    listing = {r["player_id"]: r for r in today.rows("player_listing", "season = '2025-26'")}
    assert (listing[1628389]["player_name"], listing[1628389]["team_id"]) == (
        "Bam Adebayo",
        1610612748,
    )


def test_what_belongs_to_no_schedule_at_hand_is_refused_with_its_file(today: World) -> None:
    refused = dict(
        today.catalog(
            "SELECT table_name, refused FROM payload_entry WHERE refused IS NOT NULL"
            " AND table_name <> 'inactive_player'"
        )
    )
    assert set(refused) <= set(UNSCHEDULED)
    assert refused["play"].startswith("2020-21.jsonl.gz:1: ")


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
