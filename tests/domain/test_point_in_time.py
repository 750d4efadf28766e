"""Only the past is visible, and one definition serves one day and many seasons."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import orjson
import pytest

from conftest import FEATURES, THROUGH, World, build, features_only
from tipoff.app.home import Home
from tipoff.kernel.declare.graph import DateRange
from tipoff.kernel.run import work as work_module

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tipoff.kernel.declare.payload import Payload

FIRST = date(2020, 1, 1)
FREE = ("AST", "STL", "BLK", "TOV", "PF", "MIN", "LOC_X")
"""The counts that no rule relates to other columns of a row."""


def _edited(
    payload: Payload, cut: date, edit: Callable[[list[Any], list[str]], list[Any]]
) -> Payload:
    """The payload with its rows on or after the cut edited."""
    if payload.resource not in ("leaguegamelog", "shotchartdetail"):
        return payload
    document = orjson.loads(payload.body)
    result = document["resultSets"][0]
    headers = result["headers"]
    at = headers.index("GAME_DATE")
    late = [r for r in result["rowSet"] if str(r[at]).replace("-", "") >= f"{cut:%Y%m%d}"]
    early = [r for r in result["rowSet"] if str(r[at]).replace("-", "") < f"{cut:%Y%m%d}"]
    result["rowSet"] = early + edit(late, headers)
    return replace(payload, body=orjson.dumps(document))


def _deleted(rows: list[Any], headers: list[str]) -> list[Any]:
    return []


def _shuffled(rows: list[Any], headers: list[str]) -> list[Any]:
    """Return rows with each count moved to another row: totals stay, no row keeps its own."""
    moved = [list(row) for row in rows]
    chance = random.Random(5)
    for name in FREE:
        if name in headers:
            at = headers.index(name)
            values = [row[at] for row in rows]
            chance.shuffle(values)
            for row, value in zip(moved, values, strict=True):
                row[at] = value
    return moved


def _raised(rows: list[Any], headers: list[str]) -> list[Any]:
    """Everyone makes two free throws more, and every team twenty."""
    shuffled_rows = [list(row) for row in rows]
    lines = 1 if "PLAYER_ID" in headers else 10
    for row in shuffled_rows:
        for name in ("FTM", "FTA", "PTS"):
            if name in headers:
                row[headers.index(name)] += 2 * lines
    return shuffled_rows


def _rescored(payload: Payload, cut: date, edit: Any) -> Payload:
    """The schedule with the scores that teams have whose free throws were raised."""
    if payload.resource != "scheduleleaguev2" or edit is not _raised:
        return payload
    document = orjson.loads(payload.body)
    for day in document["leagueSchedule"]["gameDates"]:
        if datetime.strptime(day["gameDate"][:10], "%m/%d/%Y").date() >= cut:
            for game in day["games"]:
                for side in ("homeTeam", "awayTeam"):
                    game[side]["score"] += 20
    return replace(payload, body=orjson.dumps(document))


@pytest.mark.parametrize(
    ("days_before", "edit"),
    [
        (3, _raised),
        (41, _deleted),
        (41, _shuffled),
        pytest.param(3, _deleted, marks=pytest.mark.chaos),
        pytest.param(3, _shuffled, marks=pytest.mark.chaos),
        pytest.param(41, _raised, marks=pytest.mark.chaos),
    ],
)
def test_what_happens_on_or_after_a_date_changes_no_feature_of_that_date(
    small_league: list[Payload], small_world: World, tmp_path: Path, days_before: int, edit: Any
) -> None:
    cut = THROUGH - timedelta(days_before)
    other = World(Home(tmp_path, threads=2))
    edited = [_rescored(_edited(p, cut, edit), cut, edit) for p in small_league]
    assert build(other.home, edited, features_only(), DateRange(FIRST, cut)).skipped == {}
    seen, then = small_world.hashes(last=cut), other.hashes(last=cut)
    assert {name: then[name] for name in FEATURES} == {name: seen[name] for name in FEATURES}
    assert small_world.hashes()["player_box_score"] != other.hashes()["player_box_score"]


def test_chunks_of_any_size_give_the_same_rows(
    small_league: list[Payload], small_world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work_module, "CHUNK_DATES", 50)
    parts = World(Home(tmp_path, threads=1))
    build(parts.home, reversed(small_league), features_only())
    assert parts.hashes() == small_world.hashes()


def test_one_day_at_a_time_gives_the_same_rows(small_world: World, tmp_path: Path) -> None:
    shutil.copytree(small_world.home.directory, tmp_path / "home", symlinks=True)
    one, first = World(Home(tmp_path / "home", threads=2)), THROUGH - timedelta(2)
    with one.home.writing() as workspace:
        for name in FEATURES:
            workspace.catalog.query("DELETE FROM entry WHERE table_name = ?", [name])
    assert one.hashes() != small_world.hashes()
    for day in (first + timedelta(n) for n in range(3)):
        if small_world.query(f"SELECT 1 FROM schedule WHERE game_date = DATE '{day}'"):
            assert build(one.home, [], features_only(), DateRange(day, day)).problems == []
    assert one.hashes(first, THROUGH) == small_world.hashes(first, THROUGH)


def test_no_feature_row_counts_a_game_its_player_sat_out(small_world: World) -> None:
    counts = small_world.query("""
        SELECT count(*) FROM player_daily_cache c JOIN player_pool p USING (game_id, player_id)
        WHERE c.games_season <> (SELECT count(*) FROM player_game_summary s
            WHERE s.player_id = c.player_id AND s.season = p.season AND s.game_date < c.game_date)
    """)
    assert counts == [(0,)]


def _games(payloads: list[Payload], since: date) -> set[str]:
    """The games that a season's log has from a date on."""
    log = next(p for p in payloads if p.resource == "leaguegamelog")
    result = orjson.loads(log.body)["resultSets"][0]
    day, game = (result["headers"].index(name) for name in ("GAME_DATE", "GAME_ID"))
    return {str(row[game]) for row in result["rowSet"] if str(row[day])[:10] >= str(since)}


@pytest.mark.recorded
@pytest.mark.parametrize("edit", [_raised, pytest.param(_deleted, marks=pytest.mark.chaos)])
def test_real_games_on_or_after_a_date_change_no_feature_of_that_date(
    recorded_season: Any, recorded_world: World, tmp_path: Path, edit: Any
) -> None:
    cut = date(2022, 12, 1)
    other = World(Home(tmp_path, threads=2))
    season = [*recorded_season("2022-23")]
    late = _games(season, since=cut + timedelta(7))
    payloads = [
        _rescored(_edited(p, cut, edit), cut, edit)
        for p in season
        if p.parameters.get("GameID") not in late  # their box scores are gone with all edits
    ]
    assert build(other.home, payloads, features_only(), DateRange(FIRST, cut)).skipped == {}
    seen, then = recorded_world.hashes(last=cut), other.hashes(last=cut)
    assert {name: then[name] for name in FEATURES} == {name: seen[name] for name in FEATURES}
