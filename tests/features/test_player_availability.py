"""Completeness of a player's record, by hand: a lost game is a gap, one sat out is not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from support.worked_example import Outcome, Row, computed

TABLE = "player_availability"
DAY = date(2024, 1, 10)
ANTS, BEES = 10, 20
COMING = {"game_id": "0", "game_date": DAY, "player_id": 7, "team_id": ANTS}


def _scheduled(ago: int, *, final: bool = True) -> Row:
    return {
        "game_id": f"{ago}",
        "game_date": DAY - timedelta(ago),
        "home_team_id": ANTS,
        "away_team_id": BEES,
        "is_final": final,
    }


def _record(ago: int, *, exact: bool = True, team: int = ANTS) -> Row:
    return {
        "game_id": f"{ago}",
        "game_date": DAY - timedelta(ago),
        "player_id": 7,
        "team_id": team,
        "seconds_are_exact": exact,
    }


def _absent(ago: int) -> Row:
    return {n: v for n, v in _record(ago).items() if n != "seconds_are_exact"}


def _availability(
    agos: range | list[int],
    played: list[Row],
    absent: list[Row] | None = None,
    without_box: tuple[int, ...] = (),
    **more: Any,
) -> Outcome:
    """Return a player's row after games of the team, each some days ago."""
    boxes = [
        {"game_id": f"{ago}", "game_date": DAY - timedelta(ago), "team_id": ANTS}
        for ago in agos
        if ago not in without_box
    ]
    return computed(
        TABLE,
        on=DAY,
        player_pool=[{**COMING, **more}],
        schedule=[_scheduled(0, final=False), *(_scheduled(ago) for ago in agos)],
        player_game_summary=played,
        player_absence=absent or [],
        team_offense_game_summary=boxes,
    )


COMPLETENESS = "completeness_last_3 completeness_last_5 completeness_last_10 completeness_last_20"


def test_every_column_of_a_full_record() -> None:
    """12 games: played in nine, one of them without exact seconds; sat out three."""
    played = [_record(ago, exact=ago != 4) for ago in (1, 2, 4, 5, 7, 8, 9, 10, 12)]
    outcome = _availability(range(1, 13), played, [_absent(ago) for ago in (3, 6, 11)])
    outcome.expect(f"game_id game_date player_id {COMPLETENESS}", ("0", DAY, 7, 1.0, 1.0, 1.0, 1.0))
    # Of the last ten he sat out 3 and 6 days ago; 11 days ago lies outside.
    outcome.expect("dnp_rate games_without_clock team_games_missing", (0.2, 1, 0))


def test_a_lost_game_is_a_gap() -> None:
    """The game 2 days ago of four has no record of whether the player played.

    Two of the last 3 games are on record; of all four, 3. He sat out one of four.
    """
    outcome = _availability(range(1, 5), [_record(1), _record(3)], [_absent(4)])
    outcome.expect(COMPLETENESS, (2 / 3, 0.75, 0.75, 0.75))
    outcome.expect("dnp_rate", (0.25,))


def test_a_game_without_a_box_score_is_missing_upstream() -> None:
    """It is final, and the team has no line: everyone's record lacks it."""
    outcome = _availability(range(1, 5), [_record(ago) for ago in (1, 3, 4)], without_box=(2,))
    outcome.expect(f"team_games_missing {COMPLETENESS}", (1, 2 / 3, 0.75, 0.75, 0.75))


def test_games_are_the_team_s_by_the_schedule_and_not_his() -> None:
    """Hurt for 12 games: none of the last ten is lost, and the player sat all of them out."""
    outcome = _availability(
        range(1, 16), [_record(ago) for ago in (13, 14, 15)], [_absent(n) for n in range(1, 13)]
    )
    outcome.expect(f"dnp_rate {COMPLETENESS}", (1.0, 1.0, 1.0, 1.0, 1.0))


def test_a_traded_player_s_record_is_with_the_team_he_is_with() -> None:
    """Two of three games were with the Bees: one of the Ants' last three is on record."""
    played = [_record(1), _record(2, team=BEES), _record(3, team=BEES)]
    _availability(range(1, 4), played).expect(COMPLETENESS, (1 / 3,) * 4)


def test_before_the_team_s_first_game_nothing_is_known() -> None:
    outcome = _availability([], [])
    outcome.expect(
        f"dnp_rate games_without_clock team_games_missing {COMPLETENESS}",
        (None, 0, 0, None, None, None, None),
    )


def test_a_game_under_way_is_no_gap_and_the_date_s_own_game_is_not_known() -> None:
    outcome = computed(
        TABLE,
        on=DAY,
        player_pool=[COMING],
        schedule=[_scheduled(0), _scheduled(1, final=False), _scheduled(2)],
        player_game_summary=[_record(2), _record(0)],
        team_offense_game_summary=[{"game_id": "2", "team_id": ANTS}],
    )
    outcome.expect(f"team_games_missing {COMPLETENESS}", (0, 1.0, 1.0, 1.0, 1.0))
