"""Starters and absences by the lineups published before tip-off, each with its source."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from conftest import THROUGH, World, build
from tipoff.app.home import Home
from tipoff.app.pipeline import pipeline
from tipoff.kernel.declare.payload import Payload

if TYPE_CHECKING:
    from collections.abc import Sequence

POOL = pipeline().without(*(n for n, d in pipeline().tables.items() if "player_pool" in d.tables))
DAY = THROUGH - timedelta(1)
POSITIONS = ("PG", "SG", "SF", "PF", "C")
Rows = dict[int, dict[str, Any]]
"""Rows of the pool by player."""


class Slate:
    """The games of a date, the pool's members in them, and lineups made of these."""

    def __init__(self, world: World, day: date) -> None:
        self.games = world.rows("schedule", f"game_date = DATE '{day}' ORDER BY game_id")
        self._members = world.rows("pool_member", f"game_date = DATE '{day}' ORDER BY player_id")

    def members(self, game: int, side: str) -> list[int]:
        """The players of a team that may play."""
        row = self.games[game]
        return [
            m["player_id"]
            for m in self._members
            if m["game_id"] == row["game_id"] and m["team_id"] == row[f"{side}_team_id"]
        ]

    def lineup(
        self,
        game: int,
        before: timedelta,
        status: str = "Confirmed",
        home: Sequence[int] = (),
        away: Sequence[int] = (),
        inactive: Sequence[int] = (),
    ) -> Payload:
        """A snapshot of one game: the first five of each side start."""
        row = self.games[game]
        at = (row["tip_at"] - before).replace(tzinfo=UTC)
        sides = {
            f"{side}Team": {
                "teamId": row[f"{side}_team_id"],
                "players": [_player(p, n, status, p in inactive) for n, p in enumerate(players)],
            }
            for side, players in (("home", home), ("away", away))
        }
        body = json.dumps({"games": [{"gameId": row["game_id"], **sides}]}).encode()
        parameters = {"Date": str(row["game_date"]), "Snapshot": at.isoformat()}
        return Payload("demo", "daily_lineups", parameters, body, at, "lineups")


def _player(number: int, place: int, status: str, inactive: bool) -> dict[str, Any]:
    return {
        "personId": number,
        "firstName": "A",
        "lastName": "B",
        "lineupStatus": status,
        "position": POSITIONS[place] if place < 5 else "",
        "rosterStatus": "Inactive" if inactive else "Active",
    }


@pytest.fixture(scope="module")
def played(small_world: World) -> Slate:
    return Slate(small_world, DAY)


@pytest.fixture(scope="module")
def without_lineups(small_league: list[Payload]) -> list[Payload]:
    return [p for p in small_league if p.resource != "daily_lineups"]


@pytest.fixture(scope="module")
def built(
    played: Slate, without_lineups: list[Payload], tmp_path_factory: pytest.TempPathFactory
) -> World:
    """A played date with lineups of one game captured at several moments."""
    world = World(Home(tmp_path_factory.mktemp("lineups"), threads=2))
    home, away = (played.members(0, side) for side in ("home", "away"))
    snapshots = [
        played.lineup(0, timedelta(hours=8), "Expected", home=home[-5:]),
        played.lineup(0, timedelta(hours=7, minutes=59), "Expected", home[-6:-1], away[-5:]),
        played.lineup(0, timedelta(seconds=1), "Confirmed", home, inactive=home[5:7]),
        played.lineup(0, timedelta(0), "Confirmed", home[::-1], away),
        played.lineup(0, timedelta(hours=-1), "Confirmed", home[::-1], away),
    ]
    report = build(world.home, [*without_lineups, *snapshots], POOL)
    assert report.problems == []
    return world


def _pool(world: World, slate: Slate, game: int, side: str) -> Rows:
    row = slate.games[game]
    where = f"game_id = '{row['game_id']}' AND team_id = {row[f'{side}_team_id']}"
    return {r["player_id"]: r for r in world.rows("player_pool", where)}


def test_every_snapshot_is_kept(built: World, played: Slate) -> None:
    game = played.games[0]["game_id"]
    moments = {r["captured_at"] for r in built.rows("daily_lineup", f"game_id = '{game}'")}
    assert len(moments) == 5


def test_the_last_snapshot_strictly_before_tip_off_is_the_last_word(
    built: World, played: Slate
) -> None:
    pool, members = _pool(built, played, 0, "home"), played.members(0, "home")
    starters = {p for p, row in pool.items() if row["last_starting"]}
    assert starters == set(members[:5])
    assert {row["last_starting_source"] for row in pool.values()} == {"confirmed_lineup"}
    away = _pool(built, played, 0, "away")
    assert {row["last_starting_source"] for row in away.values()} == {"expected_lineup"}


def test_a_game_that_is_over_is_shown_as_known_half_an_hour_before_tip_off(
    built: World, played: Slate
) -> None:
    pool, members = _pool(built, played, 0, "home"), played.members(0, "home")
    assert {p for p, row in pool.items() if row["starting"]} == set(members[-6:-1])
    assert {row["starting_source"] for row in pool.values()} == {"expected_lineup"}
    away = _pool(built, played, 0, "away")
    assert {p for p, row in away.items() if row["starting"]} == set(played.members(0, "away")[-5:])
    assert {row["starting_source"] for row in away.values()} == {"expected_lineup"}


def test_the_morning_knows_what_was_published_eight_hours_before(
    built: World, played: Slate
) -> None:
    pool, members = _pool(built, played, 0, "home"), played.members(0, "home")
    assert {p for p, row in pool.items() if row["morning_starting"]} == set(members[-5:])
    assert {row["morning_starting_source"] for row in pool.values()} == {"expected_lineup"}
    away = _pool(built, played, 0, "away")
    assert {row["morning_starting"] for row in away.values()} == {None}
    assert {row["morning_starting_source"] for row in away.values()} == {None}


def test_who_is_out_comes_from_the_lineup_then_from_the_injury_report(
    built: World, played: Slate
) -> None:
    pool, members = _pool(built, played, 0, "home"), played.members(0, "home")
    for player in members[5:7]:
        late = pool[player]["last_out"], pool[player]["last_out_source"]
        assert late == (True, "daily_lineup")
    for row in (row for player, row in pool.items() if player not in members[5:7]):
        assert (row["last_out"], row["last_out_source"]) == (row["reported_out"], "injury_report")
    assert {row["out_source"] for row in pool.values()} == {"injury_report"}


def test_a_team_without_a_lineup_in_time_has_the_final_box_score_s(
    built: World, small_world: World
) -> None:
    before = Slate(small_world, DAY - timedelta(2))
    pool = _pool(built, before, 0, "home")
    assert {row["starting_source"] for row in pool.values()} == {"box_score"}
    assert {row["out_source"] for row in pool.values()} == {"inactive_list"}
    where = f"game_id = '{before.games[0]['game_id']}' AND starter"
    real = {r["player_id"] for r in small_world.rows("player_rotation", where)}
    assert {p for p, row in pool.items() if row["starting"]} == real & pool.keys()


def test_of_a_game_to_come_without_a_lineup_nothing_is_known_of_who_starts(
    built: World, small_world: World
) -> None:
    slate = Slate(small_world, THROUGH)
    for row in _pool(built, slate, 0, "home").values():
        assert (row["starting"], row["starting_source"]) == (None, None)
        assert (row["morning_starting"], row["morning_out_source"]) == (None, "injury_report")


def test_who_is_missing_in_a_lineup_of_three_may_start_all_the_same(
    small_world: World, without_lineups: list[Payload], tmp_path: Any
) -> None:
    slate = Slate(small_world, THROUGH)
    members = slate.members(0, "home")
    reports = [p for p in without_lineups if p.parameters.get("Edition", "")[:10] != str(THROUGH)]
    world = World(Home(tmp_path, threads=2))
    three = slate.lineup(0, timedelta(hours=1), "Expected", members[:3])
    assert build(world.home, [*reports, three], POOL).problems == []
    pool = _pool(world, slate, 0, "home")
    for player, row in pool.items():
        known = player in members[:3]
        assert row["starting"] is (True if known else None)
        assert row["starting_source"] == ("expected_lineup" if known else None)
        assert (row["out"], row["out_source"]) == (
            (False, "daily_lineup") if known else (None, None)
        )


def test_the_moment_of_a_lineup_is_when_it_was_fetched(built: World, played: Slate) -> None:
    game = played.games[0]
    rows = built.rows("known_lineup", f"game_id = '{game['game_id']}'")
    known = {(row["known_at"], game["tip_at"] - row["captured_at"]) for row in rows}
    assert known == {
        ("before-tip", timedelta(hours=7, minutes=59)),
        ("morning", timedelta(hours=8)),
        ("tip-off", timedelta(seconds=1)),
        ("tip-off", timedelta(hours=7, minutes=59)),
    }
    assert all(isinstance(row["captured_at"], datetime) for row in rows)
