"""One row of a real payload made bad costs that row, in quarantine with its column and value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import orjson
import pytest

from conftest import World, build, read_by
from tipoff.app.home import Home
from tipoff.app.pipeline import pipeline

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tipoff.kernel.declare.payload import Payload
    from tipoff.kernel.run.report import RunReport

Line = dict[str, Any]
BOX_SCORES = pipeline().only("player_absence", "starting_lineup", "game_agreement")
"""The tables that read box scores or are compared with them."""


def _string(line: Line) -> None:
    line["AST"] = "several"


def _negative(line: Line) -> None:
    line["MIN"] = -4


def _makes_above_attempts(line: Line) -> None:
    line["FTM"] = line["FTA"] + 1
    line["PTS"] = 2 * line["FGM"] + line["FG3M"] + line["FTM"]


def _unknown_team(line: Line) -> None:
    line["TEAM_ID"] = 99


@pytest.mark.parametrize(
    ("spoil", "rule", "column", "shown"),
    [
        (_string, "readable as int64", "AST", "several"),
        (_negative, ">= 0", "minutes", "-4"),
        (_makes_above_attempts, "free_throws_within_attempts", "free_throws_made", "FTM"),
        (_unknown_team, "team_plays_in_game", "team_id", "99"),
    ],
)
def test_a_row_made_bad_is_set_aside_alone(
    small_league: list[Payload],
    small_world: World,
    tmp_path: Path,
    spoil: Callable[[Line], None],
    rule: str,
    column: str,
    shown: str,
) -> None:
    spoiled: list[Line] = []

    def change(rows: list[Line]) -> list[Line]:
        spoil(rows[77])
        spoiled.append(rows[77])
        return rows

    world = World(Home(tmp_path, threads=2))
    report = _build(world, _player_log_changed(small_league, change))
    assert _set_aside(world) == [
        ("player_box_score", rule, column, str(spoiled[0].get(shown, shown)))
    ]
    assert _written(world) == _written(small_world) - 1
    assert report.skipped == {}


def test_a_row_sent_twice_is_set_aside_once(
    small_league: list[Payload], small_world: World, tmp_path: Path
) -> None:
    world = World(Home(tmp_path, threads=2))
    payloads = _player_log_changed(small_league, lambda rows: [*rows, {**rows[77], "AST": 0}])
    _build(world, payloads)
    ((table, rule, column, _),) = _set_aside(world)
    assert (table, rule, column) == ("player_box_score", "unique key", "player_id")
    assert _written(world) == _written(small_world)


def test_a_season_sent_twice_under_two_names_changes_nothing(
    small_league: list[Payload], small_world: World, tmp_path: Path
) -> None:
    again = [
        replace(p, parameters={**p.parameters, "DateTo": "today"})
        for p in small_league
        if p.resource == "leaguegamelog"
    ]
    world = World(Home(tmp_path, threads=2))
    _build(world, [*small_league, *again])
    assert _set_aside(world) == []
    assert world.hashes()["player_box_score"] == small_world.hashes()["player_box_score"]


def _build(world: World, payloads: list[Payload]) -> RunReport:
    return build(world.home, read_by(BOX_SCORES, payloads), BOX_SCORES)


def _player_log_changed(
    payloads: list[Payload], change: Callable[[list[Line]], list[Line]]
) -> list[Payload]:
    return [_changed(p, change) if p.parameters.get("PlayerOrTeam") == "P" else p for p in payloads]


def _changed(payload: Payload, change: Callable[[list[Line]], list[Line]]) -> Payload:
    document = orjson.loads(payload.body)
    result = document["resultSets"][0]
    lines = [dict(zip(result["headers"], row, strict=True)) for row in result["rowSet"]]
    result["rowSet"] = [list(line.values()) for line in change(lines)]
    return replace(payload, body=orjson.dumps(document))


def _set_aside(world: World) -> list[tuple[Any, ...]]:
    """Return the quarantined rows, without those of the comparison with the other source."""
    return [row[:4] for row in world.quarantine() if row[0] != "game_agreement"]


def _written(world: World) -> int:
    return int(world.query("SELECT count(*) FROM player_box_score")[0][0])
