"""Names that a person has settled, by hand."""

from __future__ import annotations

from datetime import date

from support.worked_example import TIP, computed, rows

STATED = "holds_from spelling player_id player_name settled_at"
FOR_GOOD = date(1946, 11, 1)


def test_a_name_and_whose_it_is() -> None:
    given = rows(STATED, (FOR_GOOD, "al doe jr", 7, "Al Doe Jr.", TIP))
    outcome = computed("settled_name", name_settlement=given)
    outcome.expect(f"payload {STATED}", (1, FOR_GOOD, "al doe jr", 7, "Al Doe Jr.", TIP))


def test_a_name_of_nobody_is_set_aside() -> None:
    given = rows(STATED, (FOR_GOOD, "al doe jr", None, "Al Doe Jr.", TIP))
    computed("settled_name", name_settlement=given).expect_set_aside(("player_id", "not null"))
