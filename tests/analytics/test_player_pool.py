"""Players known to be out and to start at either prediction time, by hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from support.worked_example import DAY, TIP, Outcome, Row, computed, rows

TABLE = "player_pool"
ANTS = 10
MEMBER = {
    "game_id": "g1",
    "player_id": 7,
    "player_name": "Al Doe Jr.",
    "name_key": "al doe",
    "team_id": ANTS,
    "team_name": "Ants",
    "opponent_id": 20,
    "season": "2023-24",
    "home": True,
    "tip_at": TIP,
}
MORNING, LATE = TIP - timedelta(hours=8), TIP - timedelta(minutes=30)
"""The newest editions that the two times may know."""


def _report(at: datetime, status: str, name: str = "Al Doe") -> dict[str, Any]:
    """Return an edition to which the team had submitted, with one player in it."""
    listed = {"report_at": at, "team_name": "Ants", "player_name": name, "name_key": "al doe"}
    return {
        "injury_report": [{**listed, "status": status, "reason": f"Knee at {at.hour}"}],
        "injury_submission": [{"report_at": at, "team_name": "Ants", "submitted": True}],
    }


RESOLVED = {
    "source": "injuries",
    "setting": "Ants",
    "player_name": "Al Doe",
    "outcome": "exact",
    "player_id": 7,
}


def _lineup(known_at: str, player: int = 7, **more: Any) -> Row:
    return {
        "game_id": "g1",
        "player_id": player,
        "team_id": ANTS,
        "known_at": known_at,
        "lineup_status": "Confirmed",
        **more,
    }


def _pool(**inputs: Any) -> Outcome:
    return computed(TABLE, pool_member=[MEMBER], resolved_name=[RESOLVED], **inputs)


def test_nothing_is_known_without_reports_lineups_or_lists() -> None:
    kept = {n: v for n, v in MEMBER.items() if n != "team_name"}
    unknown = (
        "out out_source starting starting_source reported_out reported_status reported_reason"
        " morning_out morning_out_source morning_starting morning_starting_source morning_status"
        " morning_reason last_out last_out_source last_starting last_starting_source"
    )
    _pool().expect_row({**kept, "game_date": DAY, **dict.fromkeys(unknown.split())})


def test_each_time_reads_the_newest_edition_it_can_know() -> None:
    """Half an hour before and eight hours before are still in time; a minute later is not."""
    early, late = _report(MORNING, "questionable"), _report(LATE, "out")
    missed = _report(LATE + timedelta(minutes=1), "available")
    outcome = _pool(**{n: [*early[n], *late[n], *missed[n]] for n in early})
    outcome.expect(
        "morning_out morning_status morning_reason morning_out_source",
        (False, "questionable", "Knee at 16", "injury_report"),
    )
    outcome.expect(
        "reported_out reported_status reported_reason out out_source",
        (True, "out", "Knee at 0", True, "injury_report"),
    )


def test_a_team_that_had_not_submitted_tells_nothing_and_its_last_word_stands() -> None:
    report = _report(MORNING, "out")
    silent = [{"report_at": LATE, "team_name": "Ants", "submitted": False}]
    other = [{"report_at": LATE, "team_name": "Bees", "name_key": "b", "status": "out"}]
    outcome = _pool(
        injury_report=[*report["injury_report"], *other],
        injury_submission=[*report["injury_submission"], *silent],
    )
    outcome.expect("reported_out reported_status", (True, "out"))


def test_who_is_not_in_a_submitted_report_is_not_out() -> None:
    outcome = _pool(**_report(LATE, "out", name="Bo Poe"))
    outcome.expect("reported_out reported_status out morning_out", (False, None, False, None))


@pytest.mark.parametrize(
    ("lineup", "report", "listed", "out", "source"),
    [
        # A lineup that has him inactive counts first,
        ("Inactive", "available", None, True, "daily_lineup"),
        # then the report,
        ("Active", "out", None, True, "injury_report"),
        ("Active", "questionable", None, False, "injury_report"),
        # then a lineup that has him active;
        ("Active", None, None, False, "daily_lineup"),
        # a lineup of his team that says nothing of him leaves it to the report.
        (None, "out", None, True, "injury_report"),
        # The inactive list of the box score counts only for a team without a lineup,
        ("Active", None, 7, False, "daily_lineup"),
        ("no lineup", None, 7, True, "inactive_list"),
        # and before the report, which is older.
        ("no lineup", "questionable", 7, True, "inactive_list"),
        ("no lineup", None, 8, False, "inactive_list"),
        ("no lineup", "out", None, True, "injury_report"),
    ],
)
def test_who_is_out_by_which_source(
    lineup: str | None, report: str | None, listed: int | None, out: bool, source: str
) -> None:
    inputs: dict[str, Any] = {} if report is None else _report(LATE, report)
    if lineup != "no lineup":
        inputs["known_lineup"] = [_lineup("before-tip", roster_status=lineup)]
    if listed is not None:
        inputs["inactive_player"] = rows("game_id player_id", ("g1", listed))
    _pool(**inputs).expect("out out_source", (out, source))


def test_the_inactive_list_is_unknown_in_the_morning() -> None:
    """It is published half an hour to an hour before tip-off."""
    listed = rows("game_id player_id", ("g1", 7))
    outcome = _pool(
        inactive_player=listed, known_lineup=[_lineup("morning", roster_status="Active")]
    )
    outcome.expect(
        "out out_source morning_out morning_out_source",
        (True, "inactive_list", False, "daily_lineup"),
    )


FIVE = (1, 2, 3, 4, 5)


@pytest.mark.parametrize(
    ("starters", "starting", "source"),
    [
        ((7, 1, 2, 3, 4), True, "confirmed_lineup"),
        (FIVE, False, "confirmed_lineup"),
        ((1, 2, 3, 4), None, None),  # who is not among four may be the fifth
        ((7, 1), True, "confirmed_lineup"),
        ((), None, None),
    ],
)
def test_who_starts(starters: tuple[int, ...], starting: bool | None, source: str | None) -> None:
    announced = rows(
        "player_id",
        *((p,) for p in starters),
        game_id="g1",
        team_id=ANTS,
        source="confirmed_lineup",
        known_at="before-tip",
    )
    _pool(starting_lineup=announced).expect("starting starting_source", (starting, source))


def test_the_last_word_stands_apart_from_what_was_known_half_an_hour_before() -> None:
    """Scratched ten minutes before tip-off, and no longer among the starters."""
    announced = [
        {"game_id": "g1", "player_id": p, "team_id": ANTS, "source": source, "known_at": at}
        for at, source, five in (
            ("before-tip", "expected_lineup", (7, 1, 2, 3, 4)),
            ("tip-off", "confirmed_lineup", FIVE),
        )
        for p in five
    ]
    lineups = [
        _lineup("before-tip", roster_status="Active"),
        _lineup("tip-off", roster_status="Inactive"),
    ]
    _pool(starting_lineup=announced, known_lineup=lineups).expect(
        "out out_source starting starting_source"
        " last_out last_out_source last_starting last_starting_source",
        (
            *(False, "daily_lineup", True, "expected_lineup"),
            *(True, "daily_lineup", False, "confirmed_lineup"),
        ),
    )


def test_the_morning_s_starters_are_of_the_morning_s_lineup() -> None:
    lineup = [
        _lineup("morning", player, lineup_status="Expected", starter=True)
        for player in (7, 1, 2, 3, 4)
    ]
    outcome = _pool(known_lineup=lineup)
    outcome.expect(
        "morning_starting morning_starting_source starting", (True, "expected_lineup", None)
    )


def test_a_name_that_is_nobody_s_yet_leaves_him_unlisted() -> None:
    unknown = {**RESOLVED, "player_name": "A. Doe", "player_id": None, "outcome": "unresolved"}
    outcome = computed(
        TABLE,
        pool_member=[MEMBER],
        resolved_name=[unknown],
        **_report(LATE, "out", name="A. Doe"),
    )
    outcome.expect("reported_out reported_status", (False, None))
