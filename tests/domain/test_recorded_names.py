"""Names of a real feed: nearly all are matched automatically; every price is accounted for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conftest import World, build
from support.slates import LINES
from tipoff.app.home import Home
from tipoff.health.price_account import AFTER_TIP, NO_GAME, price_account
from tipoff.sources.bulk.recorded import RecordedDirectory

if TYPE_CHECKING:
    from pathlib import Path

NEEDED = {"leaguegamelog", "scheduleleaguev2", "boxscoresummaryv2", "event_odds"}
RESOLVED_SHARE = 0.995


@pytest.fixture(scope="module")
def priced(recorded: Path, tmp_path_factory: pytest.TempPathFactory) -> World:
    """The season 2023-24 as far as the lines, by its logs, lists and prices."""
    if not (recorded / "odds_api").is_dir():
        pytest.skip(f"no recorded prices at {recorded}")
    payloads = (
        p
        for p in RecordedDirectory(recorded).payloads()
        if p.resource in NEEDED and ("2023-24" in p.origin or p.source == "odds_api")
    )
    home = Home(tmp_path_factory.mktemp("priced") / "home", threads=2)
    report = build(home, payloads, LINES)
    assert not [t.table for t in report.tables if t.failure]
    return World(home)


@pytest.mark.recorded
def test_nearly_all_names_are_found_without_help(priced: World) -> None:
    ((names, resolved),) = priced.query("""
        SELECT count(*), count(*) FILTER (player_id IS NOT NULL AND game_id IS NOT NULL)
        FROM resolved_name WHERE source = 'prices' AND outcome <> 'no game'
    """)
    rest = priced.query(
        "SELECT DISTINCT player_name, setting FROM resolved_name WHERE outcome = 'unresolved'"
    )
    print(f"{resolved} of {names} names found; the rest: {rest}")
    assert names > 2000
    assert resolved / names >= RESOLVED_SHARE


@pytest.mark.recorded
def test_no_two_players_of_a_game_are_one_name_and_no_player_two_prices(priced: World) -> None:
    assert (
        priced.query("""
        SELECT bookmaker, market, line, side, game_date, player_id, count(*) FROM prop_price
        JOIN resolved_name USING (game_date, player_name)
        WHERE source = 'prices' AND player_id IS NOT NULL
            AND setting = away_team_name || ' @ ' || home_team_name
        GROUP BY 1, 2, 3, 4, 5, 6, capture, is_alternate HAVING count(*) > 1
    """)
        == []
    )


@pytest.mark.recorded
def test_every_price_is_accounted_for_and_none_after_tip_off_is_offered(priced: World) -> None:
    with priced.home.reading() as engine:
        account = price_account(engine)
    ((prices, offered_late),) = priced.query("""
        SELECT (SELECT count(*) FROM prop_price), (SELECT count(*) FROM player_prop_offer
            JOIN schedule USING (game_id) WHERE captured_at >= tip_at)
    """)
    print(account)
    assert sum(account.values()) == prices > 600_000
    assert 0.001 < account[AFTER_TIP] / prices < 0.005
    assert account[NO_GAME] > 100_000
    assert offered_late == 0


@pytest.mark.recorded
def test_reference_lines_are_where_the_books_are(priced: World) -> None:
    ((lines, near, preferred),) = priced.query("""
        WITH main AS (SELECT game_id, player_id, market, median(line) AS middle
            FROM player_prop_offer WHERE NOT is_alternate AND stands GROUP BY ALL)
        SELECT count(*), count(*) FILTER (abs(line - middle) <= 1),
            count(*) FILTER (bookmaker IN ('draftkings', 'fanduel'))
        FROM reference_line JOIN main USING (game_id, player_id, market)
    """)
    assert lines > 15_000
    assert near / lines > 0.99
    assert preferred / lines > 0.7
