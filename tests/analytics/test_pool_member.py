"""The players who may play in a game, by hand: those whom the team named in its last games."""

from __future__ import annotations

from datetime import date, timedelta

from support.worked_example import TIP, Outcome, Row, computed, rows

TABLE = "pool_member"
DAY = date(2024, 1, 10)
ANTS, BEES = 10, 20
GAME = {
    "game_id": "coming",
    "game_date": DAY,
    "season": "2023-24",
    "tip_at": TIP,
    "home_team_id": ANTS,
    "home_team_name": "Ant Town Ants",
    "away_team_id": BEES,
    "away_team_name": "Bee Town Bees",
}


def _played(player: int, ago: int, team: int = ANTS, name: str = "Al Doe") -> Row:
    """Return a game that a player appeared in, some days before."""
    return {
        "game_id": f"{ago}",
        "game_date": DAY - timedelta(ago),
        "player_id": player,
        "team_id": team,
        "player_name": name,
        "name_key": name.lower(),
    }


def _pool(played: list[Row], absent: list[Row] | None = None) -> Outcome:
    return computed(
        TABLE, on=DAY, schedule=[GAME], player_game_summary=played, player_absence=absent or []
    )


def test_either_side_of_a_game_with_who_played_and_who_sat_out() -> None:
    """The name shown is the last one written: Al Doe has become Al Doe Jr."""
    outcome = _pool(
        [_played(1, 5), _played(1, 2, name="Al Doe Jr."), _played(3, 2, BEES, "Di Roe")],
        [_played(2, 2, name="Bo Poe")],
    )
    outcome.expect(
        "game_id game_date player_id player_name name_key team_id team_name opponent_id season"
        " home tip_at",
        (
            "coming",
            DAY,
            1,
            "Al Doe Jr.",
            "al doe jr.",
            10,
            "Ant Town Ants",
            20,
            "2023-24",
            True,
            TIP,
        ),
        ("coming", DAY, 2, "Bo Poe", "bo poe", 10, "Ant Town Ants", 20, "2023-24", True, TIP),
        ("coming", DAY, 3, "Di Roe", "di roe", 20, "Bee Town Bees", 10, "2023-24", False, TIP),
    )


def test_who_plays_on_the_date_itself_is_not_told_by_it() -> None:
    """Player 9 is in the box score of the coming game only; the pool does not know."""
    outcome = _pool([_played(1, 2), _played(9, 0)])
    outcome.expect("player_id", (1,))


def test_a_player_not_named_in_the_team_s_last_ten_games_is_gone() -> None:
    """Player 1 was named 11 games ago, player 2 ten games ago; player 3 fills the games."""
    fill = [_played(3, ago) for ago in range(1, 11)]
    outcome = _pool([*fill, _played(1, 11), _played(2, 10)])
    outcome.expect("player_id", (2,), (3,))


def test_games_of_the_team_are_counted_not_days() -> None:
    """A team without games for weeks, as in a break, still has its players."""
    _pool([_played(1, 40)]).expect("player_id", (1,))


def test_a_traded_player_is_of_the_team_that_named_him_last() -> None:
    """He played for the Ants 5 days ago and for the Bees 2 days ago: of the Bees alone."""
    outcome = _pool([_played(1, 5, ANTS), _played(2, 2, ANTS), _played(1, 2, BEES)])
    outcome.expect("player_id team_id", (1, BEES), (2, ANTS))


def test_named_by_two_teams_on_one_date_is_of_one() -> None:
    outcome = _pool([_played(1, 2, BEES)], [_played(1, 2, ANTS)])
    outcome.expect("player_id team_id", (1, ANTS))


def test_nobody_is_in_the_pool_of_a_team_never_seen() -> None:
    assert _pool([]).rows == []
    assert _pool(rows("player_id team_id game_date", (1, ANTS, DAY - timedelta(366)))).rows == []
