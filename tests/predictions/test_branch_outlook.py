"""Both cases of an open question: one player out or certain to play, all else unchanged."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from support.prediction_tables import altered
from tipoff.domain.information import InformationSet
from tipoff.domain.prediction_time import PredictionTime
from tipoff.features.known_lineups import KnownLineups
from tipoff.predictions.branch_rows import Branch, copies_of, lookup_by_copy, with_certain_players
from tipoff.predictions.known_rows import PoolView

if TYPE_CHECKING:
    from datetime import date

    from support.prediction_tables import Frames
    from tipoff.predictions.branch_rows import Copies

Row = dict[str, Any]
NAMES = ("player_id", "market", "open_player_id", "branch")


@pytest.fixture(scope="module")
def star(before: Frames, day: date) -> Row:
    """Return the starter of a date who is expected to play most, out of those who may sit."""
    pool = before.where("player_pool", "game_date", [day])
    known = [row for row in pool.to_pylist() if row["starting"] and not row["out"]]
    minutes = {
        (row["game_id"], row["player_id"]): row["minutes"]
        for row in before.where("mean_prediction", "game_date", [day]).to_pylist()
    }
    starter: Row = max(known, key=lambda row: minutes[row["game_id"], row["player_id"]])
    return starter


@pytest.fixture(scope="module")
def unsure(before: Frames, star: Row) -> Frames:
    """The tables of before the date, with that starter questionable, and out in half the games."""
    own = _of(before["player_pool"], star)
    pool = altered(before["player_pool"], "reported_status", None)
    pool = _with(pool, "reported_status", own, "questionable")
    pool = _with(pool, "starting_source", _all(pool), "expected_lineup")
    store = before["ml_feature_store"]
    for name in ("play_share", "appear_share"):
        store = _with(store, name, _of(store, star), 0.5)
    changed = before.replacing(player_pool=pool, ml_feature_store=store)
    return changed.computed([[star["game_date"]]])


@pytest.fixture(scope="module")
def branches(unsure: Frames) -> list[Row]:
    """The predictions of both cases."""
    return list(unsure["branch_outlook"].to_pylist())


def _of(rows: pa.Table, star: Row) -> Any:
    return pc.and_(
        pc.equal(rows["game_id"], star["game_id"]), pc.equal(rows["player_id"], star["player_id"])
    )


def _all(rows: pa.Table) -> Any:
    return pc.is_valid(rows["starting"])


def _with(rows: pa.Table, name: str, where: Any, value: Any) -> pa.Table:
    """Return the rows with a value in a column where a condition holds."""
    place, scalar = rows.column_names.index(name), pa.scalar(value, rows.schema.field(name).type)
    return rows.set_column(place, name, pc.if_else(where, scalar, rows[name]))


def test_a_case_is_of_the_team_and_of_whoever_plays_in_it(
    branches: list[Row], unsure: Frames, star: Row
) -> None:
    pool = unsure.where("player_pool", "game_id", [star["game_id"]]).to_pylist()
    team = {r["player_id"] for r in pool if r["team_id"] == star["team_id"] and not r["out"]}
    assert {row["open_player_id"] for row in branches} == {star["player_id"]}
    for branch, members in (("sits", team - {star["player_id"]}), ("plays", team)):
        assert {row["player_id"] for row in branches if row["branch"] == branch} == members


def test_as_things_stand_is_what_is_published(branches: list[Row], unsure: Frames) -> None:
    published = {
        (row["game_id"], row["player_id"], row["market"]): row["mean"]
        for row in unsure["player_outlook"].to_pylist()
        if row["prediction_time"] == "before-tip"
    }
    assert len(branches) > 100
    for row in branches:
        assert row["current_mean"] == published[row["game_id"], row["player_id"], row["market"]]


@pytest.mark.parametrize("minutes", ["minutes", "current_minutes"])
@pytest.mark.parametrize("branch", Branch)
def test_a_teams_minutes_add_up_to_240(branches: list[Row], branch: str, minutes: str) -> None:
    team = {row["player_id"]: row[minutes] for row in branches if row["branch"] == branch}
    missing = 0.0
    if minutes == "current_minutes" and branch == "sits":
        (missing,) = {r["current_minutes"] for r in branches if r["player_id"] not in team}
    assert sum(team.values()) + missing == pytest.approx(240)


def test_who_sits_leaves_minutes_and_points_to_the_team(branches: list[Row], star: Row) -> None:
    by_branch: dict[str, dict[int, Row]] = defaultdict(dict)
    for row in branches:
        if row["market"] == "player_points":
            by_branch[row["branch"]][row["player_id"]] = row
    plays, sits = by_branch["plays"], by_branch["sits"]
    own = plays[star["player_id"]]
    assert own["minutes"] > own["current_minutes"] > 5, "certain to play, and not half as likely"
    gained = {who: row["minutes"] - plays[who]["minutes"] for who, row in sits.items()}
    assert sum(gained.values()) == pytest.approx(own["minutes"])
    assert sum(more > 0.5 for more in gained.values()) > 3
    points = sum(row["mean"] - plays[who]["mean"] for who, row in sits.items())
    assert 0 < points < own["mean"] * 1.5


def test_both_cases_mixed_are_near_to_how_things_stand(unsure: Frames, star: Row) -> None:
    """The models are no linear functions of a lineup, so the mixture is near and not exact.

    Without a lineup and a model of minutes the chance to play is the share of late: one half.
    """
    store = unsure["ml_feature_store"]
    for name, value in (
        ("start_share", 0.0),
        ("play_share", 0.5),
        ("bench_minutes_fast", 32.0),
        ("bench_minutes_slow", 32.0),
    ):
        store = _with(store, name, _of(store, star), value)
    halfway = unsure.replacing(
        ml_feature_store=store,
        minutes_model=altered(unsure["minutes_model"], "artifact", None),
        player_pool=altered(unsure["player_pool"], "starting", None),
    )
    predictions = halfway._call("branch_outlook", [star["game_date"]]).to_pylist()
    cases: dict[tuple[Any, ...], dict[str, Row]] = defaultdict(dict)
    for row in predictions:
        cases[row["player_id"], row["market"]][row["branch"]] = row
    both = [each for each in cases.values() if len(each) == 2]
    assert {row["p_plays"] for row in predictions} == {0.5}
    sits, plays = (np.array([each[b]["mean"] for each in both]) for b in ("sits", "plays"))
    now = np.array([each["plays"]["current_mean"] for each in both])
    assert np.median(sits / plays) > 1.03, "else the mixture shows nothing"
    assert np.median(np.abs((sits + plays) / 2 / now - 1)) < 0.02


def test_a_distribution_holds_its_mean_and_a_spread(branches: list[Row]) -> None:
    for row in branches:
        assert row["mean"] > 0
        assert row["dispersion"] >= 1


def test_without_a_question_or_with_a_result_there_is_no_case(
    before: Frames, unsure: Frames, star: Row
) -> None:
    days = [[star["game_date"]]]
    assert (
        not before.replacing(player_pool=altered(before["player_pool"], "reported_status", None))
        .computed(days, "branch_outlook")["branch_outlook"]
        .num_rows
    )
    played = unsure.replacing(schedule=altered(unsure["schedule"], "is_final", True))
    assert not played._call("branch_outlook", days[0]).num_rows


def _pool() -> pa.Table:
    """One game: two teams of seven, of whom 1 to 5 start; 6 has started more often than 7."""
    return pa.Table.from_pylist(
        [
            {
                "game_id": "0022400001",
                "team_id": team,
                "player_id": 10 * team + place,
                "start_share": 0.9 if place < 6 else 0.4 if place == 6 else 0.1,
                "starter_minutes_fast": 30.0,
                "play_share": 0.7,
                "appear_share": 0.6,
            }
            for team in (1, 2)
            for place in range(1, 8)
        ]
    )


def _copies(
    players: set[int],
    information: InformationSet = InformationSet.LINEUPS_EXPECTED,
    out: tuple[int, ...] = (),
) -> Copies | None:
    pool = _pool()
    player = pool["player_id"].to_numpy()
    starting = np.where(player % 10 < 6, 1.0, 0.0)
    known = KnownLineups(information, starting, np.isin(player, out))
    slate = PoolView(np.arange(len(player)), known, PredictionTime.BEFORE_TIP)
    return copies_of(pool, slate, {("0022400001", each) for each in players})


def _five(copies: Copies, name: str) -> list[int]:
    rows = copies.rows.to_pylist()
    return [
        row["player_id"]
        for row, starts in zip(rows, copies.known.starting, strict=True)
        if row["game_id"] == name and starts == 1 and row["player_id"] < 20
    ]


def test_a_game_is_copied_once_as_it_stands_and_twice_for_each_question() -> None:
    copies = _copies({11, 21})
    assert copies is not None
    names = set(copies.rows["game_id"].to_pylist())
    assert names == {
        "0022400001",
        *(f"0022400001/{who}/{case}" for who in (11, 21) for case in ("sits", "plays")),
    }
    assert copies.rows.num_rows == 5 * 14
    sitting = [
        (row["game_id"], row["player_id"])
        for row, out in zip(copies.rows.to_pylist(), copies.known.out, strict=True)
        if out
    ]
    assert sitting == [("0022400001/11/sits", 11), ("0022400001/21/sits", 21)]


def test_the_teammate_who_started_most_takes_the_place_of_a_starter_who_sits() -> None:
    copies = _copies({11, 17})
    assert copies is not None
    assert _five(copies, "0022400001") == [11, 12, 13, 14, 15]
    assert _five(copies, "0022400001/11/sits") == [12, 13, 14, 15, 16]
    assert _five(copies, "0022400001/11/plays") == [11, 12, 13, 14, 15]
    assert _five(copies, "0022400001/17/sits") == [11, 12, 13, 14, 15], "a reserve leaves no place"
    without = _copies({11}, out=(16,))
    assert without is not None
    assert _five(without, "0022400001/11/sits") == [12, 13, 14, 15, 17], "16 is out"


def test_whoever_plays_for_certain_is_taken_to_have_played_of_late() -> None:
    copies = _copies({11})
    assert copies is not None
    shares = {
        row["game_id"]: row["appear_share"]
        for row in with_certain_players(copies).to_pylist()
        if row["player_id"] == 11
    }
    assert shares == {
        "0022400001": 0.6,
        "0022400001/11/sits": 0.6,
        "0022400001/11/plays": 1.0,
    }


def test_whoever_is_out_or_starts_by_a_confirmed_lineup_is_no_question() -> None:
    assert _copies({11}, out=(11,)) is None
    assert _copies({11}, InformationSet.LINEUPS_CONFIRMED) is None
    assert _copies({16}, InformationSet.LINEUPS_CONFIRMED) is not None, "may still sit"


def test_other_tables_are_read_under_the_games_own_name() -> None:
    copies = _copies({11})
    assert copies is not None
    other = _pool().select(["game_id", "player_id", "start_share"])
    copied = lookup_by_copy(copies.rows, copies, other)
    assert copied["game_id"].to_pylist() == copies.rows["game_id"].to_pylist()
    assert copied["start_share"].to_pylist() == copies.rows["start_share"].to_pylist()
