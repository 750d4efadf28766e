"""Facts about a player known before tip-off, each with its number, worked out by hand."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from tipoff.domain.information import InformationSet
from tipoff.publishing.context import (
    ALLOWED_COLUMNS,
    FEATURES,
    ZONE_WORDS,
    Standings,
    facts,
)
from tipoff.publishing.knowledge import Information, Knowledge

GAME = {"game_id": "001", "player_id": 11, "team_id": 1, "opponent_id": 2}
IN = {**GAME, "player_name": "Al Doe", "status": None, "starting": None, "lineup_status": None}


NOTHING_UNKNOWN = Knowledge({}, {})


def _row(**known: Any) -> dict[str, Any]:
    return {**dict.fromkeys(FEATURES), **GAME, **known}


def _facts(
    *rows: dict[str, Any], statuses: list[dict[str, Any]] | None = None, of: Standings | None = None
) -> list[tuple[str, str]]:
    """Return the facts about player 11, without the narrow spaces."""
    all_facts = facts(rows, statuses or [IN], of or Standings({}), NOTHING_UNKNOWN)
    return [
        (fact.market, fact.text.replace("\u202f", " "))
        for row, fact in all_facts
        if row["player_id"] == 11
    ]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, []),
        ({"is_back_to_back": True, "days_rest": 1}, [("", "second night of a back-to-back")]),
        ({"days_rest": 5}, [("", "rested: 5 days since the team's last game")]),
        ({"days_rest": 3}, []),
        ({"days_rest": 120}, []),
        ({"games_last_7_days": 4}, [("", "4 games played in the last seven days")]),
        ({"time_zones_crossed": -3}, [("", "3 time zones crossed since the last game")]),
        ({"spread": -13.5}, [("", "favourites by 13.5: starters may sit late")]),
        ({"spread": 10.0}, [("", "underdogs by 10: starters may sit late")]),
        (
            {"minutes_avg_last_5": 33.0, "minutes_avg_season": 24.0},
            [("", "minutes up: 33 over the last 5 games, 24 this season")],
        ),
        ({"minutes_avg_last_5": 26.0, "minutes_avg_season": 24.0}, []),
        (
            {"points_avg_last_5": 13.0, "points_avg_season": 20.0},
            [("points", "cold: 13.0 points over the last 5 games, 20.0 this season")],
        ),
        ({"points_avg_last_5": 6.0, "points_avg_season": 3.0}, []),
        ({"games_since_long_absence": 1}, [("", "just back after missing two weeks or more")]),
        ({"games_since_trade": 2}, [("", "new to the team: fewer than five games played for it")]),
    ],
)
def test_a_fact_is_reported_with_its_number(
    known: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert _facts(_row(**known)) == expected


def test_a_change_of_role_follows_from_the_lineup() -> None:
    started, bench = _row(starts_avg_last_10=0.9), _row(starts_avg_last_10=0.1)
    expected = {**IN, "lineup_status": "Expected"}
    assert _facts(started, statuses=[{**expected, "starting": False}]) == [
        ("", "not in the expected five, after starting 90 % of the last 10 games")
    ]
    assert _facts(bench, statuses=[{**expected, "starting": True}]) == [
        ("", "expected to start, after 10 % of the last 10 games")
    ]
    assert _facts(started, statuses=[{**expected, "starting": True}]) == []


def test_a_teammate_who_is_newly_out_is_named_with_what_is_left() -> None:
    star = {"player_id": 12, "minutes_avg_last_10": 34.2, "usage_rate_avg_last_10": 27.4}
    out = {**IN, "player_id": 12, "player_name": "Bo Roe", "status": "out"}
    for away, expected in (
        (2, [("", "Bo Roe is out: leaves 34 minutes at 27 % usage")]),
        (9, [("", "Bo Roe is still out: leaves 34 minutes at 27 % usage")]),
        (40, []),
    ):
        rows = (_row(), _row(**star, days_since_played=away))
        assert _facts(*rows, statuses=[IN, out]) == expected
    others = {**out, "team_id": 2}
    rows = (_row(), _row(**star, days_since_played=2))
    assert _facts(*rows, statuses=[IN, others]) == [], "an opponent's absence is another matter"


@pytest.mark.parametrize(
    ("then", "information", "known"),
    [
        ({"status": "out"}, "lineups-expected", True),
        ({"status": "questionable"}, "lineups-expected", False),
        ({"status": "out"}, "morning", False),
        ({"status": None}, "inactives-known", False),
    ],
)
def test_an_absence_that_the_predictions_did_not_know_is_reported_as_such(
    then: dict[str, Any], information: str, known: bool
) -> None:
    out = {**IN, "player_id": 12, "player_name": "Bo Roe", "status": "out"}
    star = _row(player_id=12, minutes_avg_last_10=34.2, days_since_played=2)
    rows = (_row(is_back_to_back=True), star)
    knowledge = _knowing(information, {("001", 12): then})
    all_facts = [fact for _, fact in facts(rows, [IN, out], Standings({}), knowledge)]
    is_known = {fact.text: fact.is_known for fact in all_facts}
    assert is_known == {
        "Bo Roe is out: leaves 34 minutes": known,
        "second night of a back-to-back": True,
    }
    assert all_facts[0].is_known, "what was known comes first"


@pytest.mark.parametrize(
    ("then", "information", "known"),
    [
        ({"starting": True}, "lineups-expected", True),
        ({"starting": False}, "lineups-expected", False),
        ({"starting": True}, "absences-reported", False),
    ],
)
def test_a_lineup_that_the_predictions_did_not_know_is_reported_as_such(
    then: dict[str, Any], information: str, known: bool
) -> None:
    bench, starts = _row(starts_avg_last_10=0.1), {**IN, "lineup_status": "Confirmed"}
    knowledge = _knowing(information, {("001", 11): then})
    ((_, fact),) = facts([bench], [{**starts, "starting": True}], Standings({}), knowledge)
    assert fact.is_known is known


def _knowing(information: str, then: dict[tuple[str, int], dict[str, Any]]) -> Knowledge:
    named = InformationSet(information)
    seen = Information(datetime(2025, 1, 15, 17), named.absences_known, named.starters_known)
    return Knowledge({"001": seen}, then)


def test_players_who_are_out_have_no_facts() -> None:
    assert _facts(_row(is_back_to_back=True), statuses=[{**IN, "status": "out"}]) == []


def test_an_opponent_at_an_end_of_the_league_is_reported_and_no_other() -> None:
    columns = ("pace_avg_last_10", *ALLOWED_COLUMNS.values())
    zones = (f"{zone}_attempts_allowed" for zone in ZONE_WORDS)
    nothing = dict.fromkeys((*columns, *zones))

    def league(place: int) -> Standings:
        """Return twenty teams, team 2 at a place from the highest in rebounds allowed."""
        order = list(range(3, 22))
        order.insert(place - 1, 2)
        allowed = {team: 60.0 - n for n, team in enumerate(order)}
        return Standings(
            {t: {**nothing, "rebounds_allowed_avg_last_10": v} for t, v in allowed.items()}
        )

    for place, word in ((1, "the most"), (2, "the 2nd most"), (20, "the fewest")):
        assert _facts(_row(), of=league(place)) == [
            ("rebounds", f"opponent allows {word} rebounds over its last 10 games")
        ]
    assert _facts(_row(), of=league(3)) == []
    few = Standings({2: {**nothing, "rebounds_allowed_avg_last_10": 50.0}})
    assert _facts(_row(), of=few) == [], "a rank among few teams says nothing"
