"""The part of a player's game that only play-by-play has, by hand."""

from __future__ import annotations

from support.worked_example import DAY, Row, computed, rows

TABLE = "player_play_summary"
ZONES = ("paint", "mid_range", "corner_three", "above_break_three")
BOX = rows("player_id team_id", (7, 10), (8, 10), (9, 20), game_id="g1")


def _plays(*plays: Row) -> list[Row]:
    base = {"game_id": "g1", "period": 1, "made": False}
    return [{**base, "number": number, **play} for number, play in enumerate(plays, 1)]


def _shot(clock: int, zone: str, player: int = 7, **more: object) -> Row:
    return {
        "kind": "field_goal",
        "seconds_left": clock,
        "zone": zone,
        "player_id": player,
        "made": True,
        **more,
    }


def _throw(clock: int, detail: str, player: int = 7, **more: object) -> Row:
    return {
        "kind": "free_throw",
        "seconds_left": clock,
        "detail": detail,
        "player_id": player,
        "made": True,
        **more,
    }


def test_assisted_makes_by_zone_and_those_of_one_s_own_making() -> None:
    outcome = computed(
        TABLE,
        player_box_score=BOX,
        play=_plays(
            _shot(700, "paint", assist_player_id=8),
            _shot(650, "paint"),
            _shot(600, "above_break_three", assist_player_id=8),
            _shot(550, "mid_range", made=False, assist_player_id=None),
            _shot(500, "corner_three", player=8),
        ),
    )
    outcome.expect(
        "player_id assisted_makes unassisted_makes paint_assisted_makes mid_range_assisted_makes"
        " corner_three_assisted_makes above_break_three_assisted_makes",
        (7, 2, 1, 1, 0, 0, 1),
        (8, 0, 1, 0, 0, 0, 0),
        (9, 0, 0, 0, 0, 0, 0),
    )
    outcome.expect("game_id game_date team_id", ("g1", DAY, 10), ("g1", DAY, 10), ("g1", DAY, 20))


def test_blocks_are_the_blocker_s_by_the_shooter_s_zone() -> None:
    outcome = computed(
        TABLE,
        player_box_score=BOX,
        play=_plays(
            _shot(700, "paint", made=False, block_player_id=9),
            _shot(650, "paint", made=False, block_player_id=9),
            _shot(600, "mid_range", made=False, block_player_id=9),
            _shot(550, "paint", made=False),
        ),
    )
    outcome.expect(
        "player_id paint_blocks mid_range_blocks corner_three_blocks above_break_three_blocks",
        (7, 0, 0, 0, 0),
        (8, 0, 0, 0, 0),
        (9, 2, 1, 0, 0),
    )


def test_an_and_one_is_a_make_and_one_free_throw_at_the_same_moment() -> None:
    """Not counted: two free throws, a technical, a teammate's make, another time or period."""
    outcome = computed(
        TABLE,
        player_box_score=BOX,
        play=_plays(
            _shot(700, "paint"),
            _throw(700, "1 of 1"),  # counts
            _shot(650, "paint"),
            _throw(650, "1 of 2"),
            _shot(600, "paint"),
            _throw(600, "1 of 1", descriptor="technical"),
            _shot(550, "paint", player=8),
            _throw(550, "1 of 1"),
            _shot(500, "paint"),
            _throw(499, "1 of 1"),
            _shot(450, "paint"),
            _throw(450, "1 of 1", period=2),
            _shot(400, "paint", made=False),
            _throw(400, "1 of 1"),
            _shot(350, "paint"),
            _throw(350, "1 of 1", made=False),  # fouled on the make all the same
        ),
    )
    outcome.expect("player_id and_ones", (7, 2), (8, 0), (9, 0))


def test_a_game_without_play_by_play_has_no_rows() -> None:
    other = rows("player_id team_id", (7, 10), game_id="g2")
    outcome = computed(TABLE, player_box_score=[*BOX, *other], play=_plays(_shot(700, "paint")))
    assert {row["game_id"] for row in outcome.rows} == {"g1"}
    assert len(outcome.rows) == 3, "everyone who appeared, with zeros"
