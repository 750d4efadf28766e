"""The candidates for a name in a game: pools and rosters, under every name of a player."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pyarrow as pa
import pytest

from tipoff.analytics.name_directory import Directories, Directory, League
from tipoff.analytics.name_matching import Method
from tipoff.analytics.pool_member import PoolMember
from tipoff.analytics.seen_name import INJURIES, PRICES
from tipoff.kernel.declare.arrow import arrow_type
from tipoff.raw.roster import Roster
from tipoff.raw.schedule import Schedule

DAY = date(2024, 3, 10)
SETTING = "Miami Heat @ Los Angeles Lakers"
LAKERS, HEAT = 1, 2


def _frame(schema: Any, rows: list[dict[str, Any]]) -> pa.Table:
    fields = [(name, arrow_type(column.dtype)) for name, column in schema.columns.items()]
    return pa.Table.from_pylist(rows, pa.schema(fields))


def _member(player_id: int, name: str, team_id: int = LAKERS, day: date = DAY) -> dict[str, Any]:
    team = "Los Angeles Lakers" if team_id == LAKERS else "Miami Heat"
    return {
        "game_id": "g" if day == DAY else f"g{day}",
        "game_date": day,
        "player_id": player_id,
        "player_name": name,
        "team_id": team_id,
        "team_name": team,
    }


def _rostered(player_id: int, name: str, season: str, starts_on: date) -> dict[str, Any]:
    return {
        "season": season,
        "team_id": LAKERS,
        "player_id": player_id,
        "player_name": name,
        "starts_on": starts_on,
    }


GAME = {
    "game_id": "g",
    "game_date": DAY,
    "season": "2023-24",
    "home_team_id": LAKERS,
    "home_team_name": "Los Angeles Lakers",
    "away_team_id": HEAT,
    "away_team_name": "Miami Heat",
}


def _directory(
    members: list[dict[str, Any]],
    rosters: list[dict[str, Any]] | None = None,
    source: str = PRICES,
    setting: str = SETTING,
) -> Directory:
    league = League(_frame(PoolMember, members), _frame(Roster, rosters or []))
    return Directories(_frame(Schedule, [GAME]), league).directory(DAY, source, setting)


def _resolved(directory: Directory, name: str, settled: int | None = None) -> Any:
    answer = directory.resolve(name, settled)
    return (answer[0].player_id, answer[1]) if answer else None


POOL = [_member(1, "Leon Roe"), _member(2, "Benny Roe"), _member(3, "Cy Poe Jr.", HEAT)]


@pytest.mark.parametrize(
    ("setting", "source"),
    [(SETTING, PRICES), ("L.A. Lakers @ Heat", PRICES), ("", PRICES), ("LAL", INJURIES)],
)
def test_a_setting_means_its_game_however_it_is_written(setting: str, source: str) -> None:
    assert _resolved(_directory(POOL, None, source, setting), "Leon Roe") == (1, Method.EXACT)


def test_a_report_of_one_team_is_of_its_players() -> None:
    heat = _directory(POOL, None, INJURIES, "Miami Heat")
    assert _resolved(heat, "Cy Poe") == (3, Method.EXACT)
    assert _resolved(heat, "Leon Roe") is None, "that player may be of the other team"


def test_a_junior_whose_family_plays_there_too_waits_with_both() -> None:
    directory = _directory(POOL)
    assert _resolved(directory, "Leon Roe Jr.") is None
    assert [c.player_id for _, c in directory.likely("Leon Roe Jr.", 2)] == [1, 2]


def test_a_name_of_an_earlier_season_is_still_a_player_s() -> None:
    earlier = DAY - timedelta(300)
    by_pool = [_member(1, "Ron Peace"), _member(1, "Ron Artois", day=earlier)]
    assert _resolved(_directory(by_pool), "Ron Artois") == (1, Method.EXACT)
    by_roster = [_rostered(1, "Ron Artois", "2021-22", DAY - timedelta(870))]
    assert _resolved(_directory([_member(1, "Ron Peace")], by_roster), "Ron Artois") == (
        1,
        Method.EXACT,
    )


@pytest.mark.parametrize(("days", "is_known"), [(364, True), (365, True), (366, False)])
def test_a_name_in_a_pool_is_known_for_a_year(days: int, is_known: bool) -> None:
    then = DAY - timedelta(days)
    renamed = [_member(1, "Ron Peace"), _member(1, "Ron Artois", day=then)]
    known = (1, Method.EXACT) if is_known else None
    assert _resolved(_directory(renamed), "Ron Artois") == known
    gone = [_member(1, "Ron Peace"), _member(8, "Old Timer", day=then)]
    elsewhere = (8, Method.ELSEWHERE) if is_known else None
    assert _resolved(_directory(gone), "Old Timer") == elsewhere


def test_a_name_on_a_roster_is_known_for_three_years() -> None:
    old = [_rostered(1, "Ron Artois", "2020-21", DAY - timedelta(3 * 365 + 1))]
    assert _resolved(_directory([_member(1, "Ron Peace")], old), "Ron Artois") is None


def test_a_later_name_is_not_known_yet() -> None:
    later = [_rostered(1, "Ron Peace", "2024-25", DAY + timedelta(200))]
    assert _resolved(_directory([_member(1, "Ron Artois")], later), "Ron Peace") is None


def test_a_roster_has_who_has_not_played_yet() -> None:
    rosters = [_rostered(9, "New Comer", "2023-24", DAY - timedelta(140))]
    assert _resolved(_directory(POOL, rosters), "New Comer") == (9, Method.EXACT)


def test_a_nickname_is_shown_first_and_resolves_nothing() -> None:
    directory = _directory([_member(1, "Robert Zoe"), _member(2, "Bobbie Zed")])
    assert _resolved(directory, "Bobby Zoe") is None
    assert next(c.player_id for _, c in directory.likely("Bobby Zoe", 2)) == 1


def test_a_person_s_word_is_for_the_spelling_it_was_made_for() -> None:
    directory = _directory(POOL)
    assert _resolved(directory, "Anybody", 3) == (3, Method.SETTLED)
    assert _resolved(directory, "Leon Roe", 99) == (1, Method.EXACT)
    assert _resolved(directory, "Leon Roe Jr.", 99) == (99, Method.SETTLED)
