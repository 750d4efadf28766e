"""Decisions about champions by hand: every one is kept, by its time."""

from __future__ import annotations

from datetime import timedelta

from support.worked_example import DAY, TIP, computed, rows

STATED = "effective_on market promoted_at system evidence"


def test_a_promotion_and_its_rollback() -> None:
    given = rows(
        STATED,
        (DAY, "player_points", TIP, "ensemble", '{"log_loss": 2.9}'),
        (DAY + timedelta(1), "player_points", TIP + timedelta(1), "lightgbm", "{}"),
    )
    outcome = computed("promotion", model_promotion=given)
    outcome.expect(f"payload {STATED}", *((1, *row.values()) for row in given))


def test_a_promotion_of_nothing_is_set_aside() -> None:
    given = rows(STATED, (DAY, "player_points", TIP, None, "{}"))
    computed("promotion", model_promotion=given).expect_set_aside(("system", "not null"))
