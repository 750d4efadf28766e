"""A simulated league that is consistent, and marked as simulated."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from conftest import THROUGH
from tipoff.kernel.errors import UsageError
from tipoff.simulation.league import DemoLeague

if TYPE_CHECKING:
    from datetime import date

    from conftest import World
    from tipoff.kernel.declare.payload import Payload


def _bodies(league: DemoLeague) -> list[bytes]:
    return [p.body for p in league.payloads()]


def test_a_seed_gives_one_league_and_another_seed_another() -> None:
    first, same = (_bodies(DemoLeague(THROUGH, 1, 4, seed=5)) for _ in range(2))
    assert first == same
    assert first != _bodies(DemoLeague(THROUGH, 1, 4, seed=6))


def test_every_payload_is_labelled(small_league: list[Payload]) -> None:
    assert {p.source for p in small_league} == {"demo"}
    assert all("simulated" in p.origin for p in small_league)


@pytest.mark.parametrize(("seasons", "teams"), [(1, 4), (2, 6), (3, 8)])
def test_any_number_of_seasons_and_teams_can_be_made(seasons: int, teams: int) -> None:
    payloads = list(DemoLeague(THROUGH, seasons, teams).payloads())
    logs = [p.parameters for p in payloads if p.resource == "leaguegamelog"]
    assert len({p["Season"] for p in logs}) == seasons
    shots = {p.parameters["TeamID"] for p in payloads if p.resource == "shotchartdetail"}
    assert len(shots) == teams


def test_no_injury_report_is_from_after_the_leagues_clock(small_world: World) -> None:
    """For the coming slate the morning's edition exists, and some players are in doubt."""
    ((newest, doubtful),) = small_world.query(f"""
        SELECT max(report_at), count(*) FILTER (status IN ('questionable', 'doubtful'))
        FROM injury_report WHERE game_date = DATE '{THROUGH}'
    """)
    assert newest < DemoLeague(THROUGH).now.replace(tzinfo=None)
    assert doubtful


def test_no_lineup_or_inactive_list_is_from_after_the_leagues_clock(small_world: World) -> None:
    """For the coming slate the morning's lineups exist; inactives come before tip-off."""
    ((newest, statuses),) = small_world.query(f"""
        SELECT max(captured_at), list(DISTINCT lineup_status)
        FROM daily_lineup WHERE game_date = DATE '{THROUGH}'
    """)
    assert newest < DemoLeague(THROUGH).now.replace(tzinfo=None)
    assert statuses == ["Expected"]
    ((last,),) = small_world.query("SELECT max(game_date) FROM inactive_player")
    assert last < THROUGH


def test_players_sum_to_their_teams(small_world: World) -> None:
    assert small_world.catalog("SELECT sum(failed), sum(examined) > 100 FROM check_result") == [
        (0, True)
    ]


def test_shots_match_the_box_score(small_world: World) -> None:
    assert small_world.query("""
        SELECT count(*) FROM player_box_score b LEFT JOIN (
            SELECT game_id, player_id, count(*) AS taken, count(*) FILTER (made) AS made,
                count(*) FILTER (made AND is_three) AS threes
            FROM shot GROUP BY ALL) s USING (game_id, player_id)
        WHERE coalesce(taken, 0) <> field_goals_attempted
            OR coalesce(made, 0) <> field_goals_made OR coalesce(threes, 0) <> threes_made
    """) == [(0,)]


def test_no_team_plays_twice_on_a_date_and_all_play_about_as_often(small_world: World) -> None:
    rows = small_world.rows("schedule")
    sides = [(r["game_date"], r[s]) for r in rows for s in ("home_team_id", "away_team_id")]
    assert max(Counter(sides).values()) == 1
    played = Counter(team for _, team in sides).values()
    assert max(played) - min(played) <= 2


def test_every_team_plays_about_half_its_games_at_home(small_world: World) -> None:
    rows = sorted(small_world.rows("schedule"), key=lambda r: r["game_date"])
    sides = {r["home_team_id"]: "" for r in rows}
    for row in rows:
        sides[row["home_team_id"]] += "H"
        sides[row["away_team_id"]] += "A"
    for played in sides.values():
        assert 0.35 < played.count("H") / len(played) < 0.65
        assert "A" * 5 not in played


def test_games_after_the_date_have_no_results(small_world: World) -> None:
    coming = small_world.query("SELECT min(game_date), count(*) FROM schedule WHERE NOT is_final")
    assert coming[0][0] >= THROUGH
    assert coming[0][1] > 0
    last: date = small_world.query("SELECT max(game_date) FROM player_box_score")[0][0]
    assert last < THROUGH


def test_who_is_inactive_does_not_play(small_world: World) -> None:
    assert small_world.query("SELECT count(*) > 100 FROM inactive_player") == [(True,)]
    assert small_world.query(
        "SELECT count(*) FROM inactive_player JOIN player_box_score USING (game_id, player_id)"
    ) == [(0,)]


def test_every_book_takes_a_margin(small_world: World) -> None:
    quotes = """
        WITH quote AS (SELECT min(price) FILTER (side = 'over') AS o,
                min(price) FILTER (side = 'under') AS u
            FROM prop_price GROUP BY game_date, name_key, market, bookmaker, line, capture),
        implied AS (SELECT CASE WHEN o < 0 THEN -o / (100 - o) ELSE 100 / (100 + o) END
            + CASE WHEN u < 0 THEN -u / (100 - u) ELSE 100 / (100 + u) END AS total FROM quote)
    """
    ((least, most, n),) = small_world.query(
        f"{quotes} SELECT min(total), max(total), count(total) FROM implied"
    )
    assert n > 100
    assert 1.04 < least <= most < 1.09, "a hold of 4 to 8 per cent"


def test_books_differ_little_and_nothing_of_theirs_is_suspect(small_world: World) -> None:
    ((offers, suspect),) = small_world.query(
        "SELECT count(*), count(suspect) FROM player_prop_offer"
    )
    assert offers > 1000
    assert suspect == 0
    ((near, lines),) = small_world.query("""
        SELECT count(*) FILTER (widest <= 1), count(*) FROM (
            SELECT max(line) - min(line) AS widest FROM player_prop_offer
            WHERE stands AND market = 'player_points' GROUP BY game_id, player_id)
    """)
    assert near / lines > 0.9


def test_the_slate_to_come_has_a_pick_em_book_with_multipliers(small_world: World) -> None:
    ((picks, multiplied, books, first),) = small_world.query("""
        SELECT count(*), count(multiplier), count(DISTINCT bookmaker), min(game_date)
        FROM pickem_offer
    """)
    assert picks == multiplied > 10
    assert (books, first) == (1, THROUGH)
    assert small_world.query(
        "SELECT count(*) FROM player_prop_offer WHERE bookmaker LIKE '%dfs'"
    ) == [(0,)]


def test_an_odd_number_of_teams_is_refused() -> None:
    with pytest.raises(UsageError, match="teams=5"):
        DemoLeague(THROUGH, seasons=1, teams=5)


def test_play_by_play_tells_the_same_games(small_world: World) -> None:
    assert small_world.query("""
        SELECT count(*) > 1000, count(*) FILTER (makes <> field_goals_made),
            count(*) FILTER (t.blocks > b.blocks), count(*) FILTER (assists_told > assists),
            sum(t.blocks) > 0.98 * sum(b.blocks), sum(assists_told) > 0.98 * sum(assists)
        FROM player_box_score b JOIN (
            SELECT game_id, player_id, assisted_makes + unassisted_makes AS makes,
                paint_blocks + mid_range_blocks + corner_three_blocks + above_break_three_blocks
                    AS blocks
            FROM player_play_summary) t USING (game_id, player_id)
        LEFT JOIN (
            SELECT game_id, assist_player_id AS player_id, count(*) AS assists_told
            FROM play WHERE assist_player_id IS NOT NULL GROUP BY ALL) USING (game_id, player_id)
    """) == [(True, 0, 0, 0, True, True)]


def test_who_the_last_report_has_out_is_on_the_inactive_list(small_world: World) -> None:
    ((examined, differ),) = small_world.query("""
        SELECT count(*) FILTER (reported_out), count(*) FILTER (reported_out AND NOT out)
        FROM player_pool WHERE reported_out IS NOT NULL
    """)
    assert examined > 100
    assert differ == 0
