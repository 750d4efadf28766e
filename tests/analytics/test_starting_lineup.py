"""The starters, by hand: the announced five, else those of the box score."""

from __future__ import annotations

from support.worked_example import DAY, Row, computed, rows

TABLE = "starting_lineup"


def _announced(player: int, team: int = 10, **more: object) -> Row:
    base: Row = {
        "game_id": "g1",
        "player_id": player,
        "team_id": team,
        "known_at": "before-tip",
        "lineup_status": "Confirmed",
        "starter": True,
    }
    return {**base, **more}


def test_an_announced_lineup_counts_and_a_team_without_one_has_its_box_score() -> None:
    outcome = computed(
        TABLE,
        known_lineup=[
            _announced(1),
            _announced(2, lineup_status="Expected"),
            _announced(3, starter=False),
            _announced(4, known_at="morning"),
            _announced(30, known_at="tip-off"),
        ],
        player_rotation=rows(
            "player_id team_id starter",
            (1, 10, True),
            (9, 10, True),  # started in the end, and was not announced
            (21, 20, True),
            (22, 20, False),
            game_id="g1",
        ),
    )
    outcome.expect(
        "game_id game_date team_id player_id known_at source",
        ("g1", DAY, 10, 1, "before-tip", "confirmed_lineup"),
        ("g1", DAY, 10, 2, "before-tip", "expected_lineup"),
        ("g1", DAY, 20, 21, "before-tip", "box_score"),
        ("g1", DAY, 20, 21, "tip-off", "box_score"),
        ("g1", DAY, 10, 30, "tip-off", "confirmed_lineup"),
    )


def test_a_lineup_without_a_status_is_an_expected_one() -> None:
    outcome = computed(TABLE, known_lineup=[_announced(1, lineup_status=None)])
    outcome.expect("player_id source", (1, "expected_lineup"))
