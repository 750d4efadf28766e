"""Games of price feeds are found by their two teams and date, under any name and in any order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.odds_events import event, payload
from support.slates import Slate
from support.worked_example import computed, rows
from tipoff.analytics.feed_game import FOUND, NO_GAMES, OTHER_GAMES, UNKNOWN_TEAM, GameFinder
from tipoff.domain.names import FORMER, TEAMS, team_key, team_name
from tipoff.health.feed_account import feed_account

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import World

DAY = date(2024, 1, 11)


def _game(game_id: str, home: str, away: str, day: date = DAY) -> dict[str, Any]:
    return {"game_id": game_id, "game_date": day, "home_team_name": home, "away_team_name": away}


FINDER = GameFinder(
    [
        _game("1", "Brooklyn Nets", "Cleveland Cavaliers"),
        _game("2", "LA Clippers", "Los Angeles Lakers"),
        _game("3", "Harbor City Herons", "Lakemont Foxes"),
    ]
)


@pytest.mark.parametrize(
    ("home", "away", "outcome", "game_id", "swapped"),
    [
        ("Brooklyn Nets", "Cleveland Cavaliers", FOUND, "1", False),
        ("Cleveland Cavaliers", "Brooklyn Nets", FOUND, "1", True),
        ("BRK", "Cavs", FOUND, "1", False),
        ("New Jersey Nets", "CLE", FOUND, "1", False),
        ("Los Angeles Clippers", "L.A. Lakers", FOUND, "2", False),
        ("LAL", "LAC", FOUND, "2", True),
        ("HARBOR CITY HERONS", "Lakemont Foxes", FOUND, "3", False),
        ("Los Angeles", "LA", UNKNOWN_TEAM, None, False),
        ("Brooklyn Nets", "LA Clippers", OTHER_GAMES, None, False),
        ("Brooklyn Nets", "Miami Heat", OTHER_GAMES, None, False),
        ("Brooklyn Nets", "Team Durant", UNKNOWN_TEAM, None, False),
    ],
)
def test_a_game_is_found_by_its_teams(
    home: str, away: str, outcome: str, game_id: str | None, swapped: bool
) -> None:
    game = FINDER.find(DAY, home, away)
    assert (game.outcome, game.is_swapped) == (outcome, swapped)
    assert (game.game["game_id"] if game.game else None) == game_id


def test_another_date_is_another_game() -> None:
    assert FINDER.find(DAY + timedelta(1), "BRK", "CLE").outcome == NO_GAMES


@pytest.mark.parametrize(
    ("written", "league"),
    [
        ("Los Angeles Clippers", "LA Clippers"),
        ("L.A. Lakers", "Los Angeles Lakers"),
        ("Golden State", "Golden State Warriors"),
        ("PHO", "Phoenix Suns"),
        ("NOH", "New Orleans Hornets"),
        ("Trail Blazers", "Portland Trail Blazers"),
        ("New Jersey Nets", "New Jersey Nets"),
        ("Sixers", "Philadelphia 76ers"),
        ("LA", "LA"),
        ("Harbor City Herons", "Harbor City Herons"),
    ],
)
def test_teams_are_written_as_the_league_writes_them(written: str, league: str) -> None:
    assert team_name(written) == league


@given(st.sampled_from([*TEAMS.items()]), st.booleans())
def test_every_name_of_a_franchise_is_the_same_key(
    franchise: tuple[str, tuple[str, ...]], upper: bool
) -> None:
    code, (name, *others) = franchise
    shared = {"LA", "Los Angeles"}
    for form in (code, name, *(other for other in others if other not in shared)):
        written = form.upper() if upper else form
        assert (team_key(written), team_name(written)) == (code, name)
    former = [name for name, (of, *_) in FORMER.items() if of == code]
    assert [team_key(name) for name in former] == [code] * len(former)


def test_a_feed_that_swaps_the_teams_is_turned_and_what_is_not_found_is_counted(
    small_world: World, tmp_path: Path
) -> None:
    slate = Slate.of(small_world, tmp_path / "home")
    home, away = slate.teams
    seen = f"{slate.tip_at - timedelta(hours=1):%Y-%m-%dT%H:%M:%SZ}"
    quoted = [
        {
            "key": "spreads",
            "last_update": seen,
            "outcomes": [
                {"name": away, "point": -3.5, "price": -110},
                {"name": home, "point": 3.5, "price": -110},
            ],
        },
        {
            "key": "totals",
            "last_update": seen,
            "outcomes": [
                {"name": side, "point": 221.5, "price": -110} for side in ("Over", "Under")
            ],
        },
        {
            "key": "h2h",
            "last_update": seen,
            "outcomes": [{"name": away, "price": -160}, {"name": home, "price": 0}],
        },
    ]
    swapped = event((away, home), slate.tip_at, {"draftkings": quoted})
    stranger = event((home, "Team Durant"), slate.tip_at, {"draftkings": quoted}, "e2")
    slate.run([payload(e, "demo", Snapshot="1") for e in (swapped, stranger)])
    (line,) = slate.rows("game_line")
    assert (line["bookmaker"], line["home_spread"], line["total"]) == ("draftkings", 3.5, 221.5)
    assert (line["home_price"], line["away_price"]) == (None, -160), (
        "0 is no price; the rest stands"
    )
    with slate.world.home.reading() as engine:
        counted = feed_account(engine)["game odds"]
    assert counted.pop(UNKNOWN_TEAM) == 1
    assert counted[FOUND] > 1
    assert counted.keys() <= {FOUND, NO_GAMES}


def test_pairs_of_teams_by_hand() -> None:
    """Two props and one quote name the game in its order, one prop the other way round."""
    teams = "home_team_name away_team_name"
    outcome = computed(
        "feed_game",
        schedule=rows(f"game_id {teams}", ("g1", "Brooklyn Nets", "Miami Heat")),
        prop_price=rows(
            teams,
            ("Brooklyn Nets", "Miami Heat"),
            ("Brooklyn Nets", "Miami Heat"),
            ("MIA", "Nets"),
            ("Brooklyn Nets", "Team Durant"),
            ("Brooklyn Nets", "Utah Jazz"),
            (None, None),
        ),
        game_price=[
            *rows(teams, ("Brooklyn Nets", "Miami Heat")),
            *rows(teams, ("Brooklyn Nets", "Miami Heat"), game_date=date(2024, 1, 12)),
        ],
    )
    day, later = date(2024, 1, 10), date(2024, 1, 12)
    outcome.expect(
        f"game_date {teams} game_id is_swapped outcome prop_prices game_prices",
        (day, "Brooklyn Nets", "Miami Heat", "g1", False, "found", 2, 1),
        (day, "Brooklyn Nets", "Team Durant", None, False, "unknown team", 1, 0),
        (
            day,
            "Brooklyn Nets",
            "Utah Jazz",
            None,
            False,
            "the teams do not meet on the date",
            1,
            0,
        ),
        (day, "MIA", "Nets", "g1", True, "found", 1, 0),
        (later, "Brooklyn Nets", "Miami Heat", None, False, "no games on the date", 0, 1),
    )
