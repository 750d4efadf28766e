"""The player whom a feed's name means, by hand: each outcome once, with its candidates."""

from __future__ import annotations

import json
from datetime import date

from support.worked_example import DAY, TIP, Outcome, Row, computed, rows

TABLE = "resolved_name"
SEASON = "2023-24"
GAMES = rows(
    "game_id home_team_id home_team_name away_team_id away_team_name",
    ("g1", 10, "Brooklyn Nets", 20, "Miami Heat"),
    season=SEASON,
)
POOL = rows(
    "player_id player_name team_id team_name",
    (1, "Al Doe", 10, "Brooklyn Nets"),
    (2, "Cameron Roe", 20, "Miami Heat"),
    (3, "Christopher Poe", 20, "Miami Heat"),
    game_id="g1",
)
SETTING = "Miami Heat @ Brooklyn Nets"


def _resolved(name: str, *settled: Row, setting: str = SETTING, source: str = "prices") -> Outcome:
    return computed(
        TABLE,
        seen_name=[{"source": source, "setting": setting, "player_name": name, "times_seen": 3}],
        schedule=GAMES,
        pool_member=POOL,
        roster=rows(
            "team_id player_id player_name",
            (10, 4, "Ed Noe"),
            season=SEASON,
            starts_on=date(2023, 10, 24),
        ),
        settled_name=settled,
    )


def test_every_column_of_a_name_that_is_spelled_as_the_league_does() -> None:
    _resolved("Al Doe").expect(
        "game_date source setting player_name outcome player_id game_id candidates times_seen",
        (DAY, "prices", SETTING, "Al Doe", "exact", 1, "g1", None, 3),
    )


def test_a_short_form_and_a_player_who_is_on_the_roster_alone() -> None:
    _resolved("Cam Roe").expect("outcome player_id game_id", ("short form", 2, "g1"))
    _resolved("Ed Noe").expect("outcome player_id game_id", ("exact", 4, "g1"))


def test_what_is_nobody_s_waits_with_those_it_may_mean() -> None:
    (row,) = _resolved("Kit Poe").rows
    assert (row["outcome"], row["player_id"], row["game_id"]) == ("unresolved", None, None)
    best = json.loads(row["candidates"])[0]
    assert best == {"player_id": 3, "name": "christopher poe", "score": 0.9}, "a nickname, guessed"


def test_a_person_s_word_settles_a_spelling() -> None:
    word = {"spelling": "kit poe", "player_id": 3, "settled_at": TIP, "holds_from": DAY}
    _resolved("Kit Poe", word).expect("outcome player_id game_id", ("settled", 3, "g1"))


def test_a_known_player_in_no_pool_is_unplaced_where_the_feed_tells_no_game() -> None:
    """The feed names no game and the date has two, so whose game it is stays open."""
    word = {"spelling": "zed zoe", "player_id": 9, "settled_at": TIP, "holds_from": DAY}
    games = [*GAMES, {**GAMES[0], "game_id": "g2", "home_team_name": "Utah Jazz"}]
    outcome = computed(
        TABLE,
        seen_name=[{"source": "prices", "setting": "", "player_name": "Zed Zoe", "times_seen": 1}],
        schedule=games,
        settled_name=[word],
    )
    outcome.expect("outcome player_id game_id", ("unplaced", 9, None))


def test_a_setting_without_a_game_resolves_nobody() -> None:
    _resolved("Al Doe", setting="Utah Jazz @ Denver Nuggets").expect(
        "outcome player_id candidates", ("no game", None, None)
    )


def test_an_injury_report_means_its_own_team() -> None:
    """Al Doe plays for Brooklyn: under Miami's heading the spelling is not enough."""
    at_home = _resolved("Al Doe", setting="Brooklyn Nets", source="injuries")
    at_home.expect("outcome player_id", ("exact", 1))
    (row,) = _resolved("Al Doe", setting="Miami Heat", source="injuries").rows
    assert (row["outcome"], row["player_id"]) == ("unresolved", None)
