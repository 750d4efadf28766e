"""Names of feeds are resolved within the feed's game or team; the others wait."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import orjson
import pytest

from conftest import THROUGH, World
from support.odds_events import event, market, payload
from support.slates import Slate
from tipoff.analytics.player_pool import PredictionTime
from tipoff.app.name_queue import outcomes, settle, waiting_names
from tipoff.domain.league_time import EASTERN
from tipoff.kernel.declare.payload import Payload
from tipoff.sources.injuries.injury_report import HEADER

if TYPE_CHECKING:
    from pathlib import Path

MOMENT = datetime(2025, 1, 1, tzinfo=UTC)
NEWCOMER, NEWCOMER_ID = "Newcomer Fromafar", 7777


@pytest.fixture(scope="module")
def slate(small_world: World, tmp_path_factory: pytest.TempPathFactory) -> Slate:
    """Names spelled in many ways for the slate's first game; two of them match no player."""
    new_slate = Slate.of(small_world, tmp_path_factory.mktemp("named") / "home")
    new_slate.run(
        [
            _priced(new_slate, [*_spellings(new_slate), "Nobody Atall", "Yet Another"]),
            *_added(new_slate),
        ]
    )
    return new_slate


def _spellings(slate: Slate) -> dict[str, tuple[int, str]]:
    """For each spelling of another player of the game, whose it is and how that is found."""
    members = _alone(slate)
    (a, b, c, d), stranger = members[:4], _stranger(slate)
    first = [str(m["player_name"]).split() for m in members]
    return {
        f"{a['player_name'].upper()} Jr.": (a["player_id"], "exact"),
        f"{first[1][1]} {first[1][0]}": (b["player_id"], "respelled"),
        f"{first[2][0][0]}. {first[2][1]}": (c["player_id"], "short form"),
        f"{first[3][0]} Middle {first[3][1]}": (d["player_id"], "full name"),
        NEWCOMER: (NEWCOMER_ID, "exact"),
        str(stranger["player_name"]): (stranger["player_id"], "elsewhere"),
    }


def _alone(slate: Slate) -> list[dict[str, Any]]:
    """The game's players whose family name is unique on the teams' rosters."""
    teams = f"team_id IN ({slate.game['home_team_id']}, {slate.game['away_team_id']})"
    rows = [*slate.members, *slate.world.rows("roster", teams)]
    bearers = Counter(key.split()[-1] for key in {str(row["name_key"]) for row in rows})
    return [m for m in slate.members if bearers[m["name_key"].split()[-1]] == 1]


def _stranger(slate: Slate) -> dict[str, Any]:
    """Someone of the league whose team does not play on the date."""
    rows = slate.world.rows(
        "pool_member",
        "player_id NOT IN (SELECT player_id FROM pool_member"
        f" WHERE game_date = DATE '{THROUGH}') ORDER BY player_id",
    )
    return rows[0] if rows else {"player_name": "", "player_id": 0}


def _priced(slate: Slate, names: list[str], snapshot: str = "1") -> Payload:
    seen_at = slate.tip_at - timedelta(hours=1)
    quotes = [(name, 8.5, -110.0, -110.0) for name in names if name]
    new_event = event(slate.teams, slate.tip_at, {"x": [market("player_steals", seen_at, quotes)]})
    return payload(new_event, "demo", Snapshot=snapshot)


def _added(slate: Slate) -> list[Payload]:
    """A roster with a newcomer, and a report that turns a name about."""
    headers = ("TeamID", "SEASON", "PLAYER", "POSITION", "BIRTH_DATE", "PLAYER_ID")
    row = [slate.game["home_team_id"], slate.game["season"][:4], NEWCOMER, "G", None, NEWCOMER_ID]
    body = {"resultSets": [{"name": "CommonTeamRoster", "headers": headers, "rowSet": [row]}]}
    roster = Payload("demo", "commonteamroster", {"TeamID": "added"}, orjson.dumps(body), MOMENT)
    member = next(m for m in _alone(slate) if m["home"])
    first, last = member["player_name"].split()[:2]
    cells = [f"{THROUGH:%m/%d/%Y}", slate.teams[0], f'"{last}, {first[0]}."', "Out", "Ill", "1"]
    report = "\n".join([",".join(HEADER), ",".join(cells)]) + "\n"
    at = (slate.tip_at - PredictionTime.MORNING.before).replace(tzinfo=UTC).astimezone(EASTERN)
    parameters = {"Edition": f"{at:%Y-%m-%d_%I_%M%p}"}
    return [roster, Payload("demo", "injury_report", parameters, report.encode(), MOMENT)]


def test_each_spelling_is_its_player_s_by_the_rule_that_fits(slate: Slate) -> None:
    where = f"setting = '{slate.teams[1]} @ {slate.teams[0]}'"
    resolved = {r["player_name"]: r for r in slate.world.rows("resolved_name", where)}
    expected = {name: how for name, how in _spellings(slate).items() if name}
    assert {n: (resolved[n]["player_id"], resolved[n]["outcome"]) for n in expected} == expected
    assert {resolved[n]["game_id"] for n in expected} == {slate.game["game_id"]}
    assert {r["times_seen"] for r in resolved.values()} == {2}
    priced = slate.rows("player_prop_offer", "bookmaker = 'x'")
    assert {o["player_id"] for o in priced} == {who for who, _ in expected.values()}


def test_a_report_s_name_counts_in_the_pool(slate: Slate) -> None:
    (resolved,) = slate.world.rows(
        "resolved_name", "source = 'injuries' AND player_name LIKE '%. %'"
    )
    assert resolved["outcome"] == "short form"
    (member,) = slate.rows("player_pool", f"player_id = {resolved['player_id']}")
    assert (member["morning_out"], member["morning_status"]) == (True, "out")


def test_what_is_nobody_s_waits_with_those_it_may_mean(slate: Slate) -> None:
    waiting = {name.player_name: name for name in waiting_names(slate.world.home)}
    assert set(waiting) == {"Nobody Atall", "Yet Another"}
    one = waiting["Nobody Atall"]
    assert (one.source, one.dates, one.times_seen) == ("prices", 1, 2)
    assert (one.first_date, one.last_date) == (THROUGH, THROUGH)
    assert one.setting == f"{slate.teams[1]} @ {slate.teams[0]}"
    scores = [c["score"] for c in one.candidates]
    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)
    assert outcomes(slate.world.home)["unresolved"] == 2


def test_a_person_s_word_stands_and_reaches_as_far_as_the_name_does(
    slate: Slate, tmp_path: Path
) -> None:
    settled = Slate.of(slate.world, tmp_path / "home")
    home, member = settled.world.home, slate.members[-1]
    before = settled.world.hashes()
    assert settle(home, "NOBODY ATALL", member["player_id"]) == member["player_name"]
    settled.run([])
    (resolved,) = settled.world.rows("resolved_name", "player_name = 'Nobody Atall'")
    assert (resolved["outcome"], resolved["player_id"]) == ("settled", member["player_id"])
    assert settled.rows(
        "player_prop_offer", f"player_id = {member['player_id']} AND market = 'player_steals'"
    )
    assert [name.player_name for name in waiting_names(home)] == ["Yet Another"]
    earlier = THROUGH - timedelta(1)
    assert (
        settled.world.hashes(last=earlier)["resolved_name"]
        == (slate.world.hashes(last=earlier)["resolved_name"])
    )
    changed = {name for name, held in settled.world.hashes().items() if held != before[name]}
    assert changed == {"settled_name", "resolved_name", "player_prop_offer", "reference_line"}


def test_a_later_word_supersedes_an_earlier_one_and_both_are_kept(
    slate: Slate, tmp_path: Path
) -> None:
    settled = Slate.of(slate.world, tmp_path / "home")
    for member in slate.members[:2]:
        settle(settled.world.home, "Yet Another", member["player_id"])
    settled.run([])
    (resolved,) = settled.world.rows("resolved_name", "player_name = 'Yet Another'")
    assert resolved["player_id"] == slate.members[1]["player_id"]
    kept = settled.world.catalog("SELECT count(*) FROM payload WHERE source = 'person'")
    assert kept == [(2,)]


def test_a_player_who_has_that_very_name_is_not_robbed_of_it(slate: Slate, tmp_path: Path) -> None:
    settled = Slate.of(slate.world, tmp_path / "home")
    owner, stranger = _alone(slate)[0], _stranger(slate)
    own, junior = str(owner["player_name"]), f"{owner['player_name'].upper()} Jr."
    settled.run([_priced(settled, [own], "own")])
    for spelling in (own, junior):
        settle(settled.world.home, spelling, stranger["player_id"])
    settled.run([])
    where = "source = 'prices' AND setting <> '' AND player_name = '{}'"
    (resolved,) = settled.world.rows("resolved_name", where.format(own))
    assert (resolved["outcome"], resolved["player_id"]) == ("exact", owner["player_id"])
    (resolved,) = settled.world.rows("resolved_name", where.format(junior))
    assert (resolved["outcome"], resolved["player_id"]) == ("settled", stranger["player_id"])


def test_candidates_are_json(slate: Slate) -> None:
    (row,) = slate.world.rows("resolved_name", "player_name = 'Yet Another'")
    assert all(c.keys() == {"player_id", "name", "score"} for c in json.loads(row["candidates"]))
