"""Live predictions are graded as they were shown, once all results are known."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from support.prediction_tables import Frames, altered, landed
from tipoff.predictions.checks import live_games_are_scheduled
from tipoff.predictions.prediction_grade import AFTER_TIP, GAME_MOVED, PLAYER_DNP
from tipoff.predictions.slate_score import LINED, NO_VIG, THE_LINE, slate_score
from tipoff.predictions.system_prediction import distribution_of

if TYPE_CHECKING:
    from tipoff.kernel.declare.payload import Payload

SHOWN = {"line": 11.5, "over_price": -140.0, "under_price": 115.0}
"""The values to which all points lines are set before the live slate is written."""
POINTS = "player_points"
SCORES = ("median", "pit_low", "pit_high", "inside", "log_score", "crps")


@pytest.fixture(scope="module")
def slate(before: Frames, day: date) -> Payload:
    """The live slate before tip-off, with lines that are not the last ones."""
    lines = before["reference_line"]
    for name, value in SHOWN.items():
        lines = altered(lines, name, value)
    shown = before.replacing(reference_line=lines).computed([[day]])
    payload = shown.write(before.tip(day) - timedelta(minutes=40), [day])
    assert payload is not None
    return payload


@pytest.fixture(scope="module")
def played(frames: Frames, day: date, slate: Payload) -> Frames:
    """The date as it was played, with the last lines."""
    return frames.replacing(live_prediction=landed(slate)).computed([[day]])


def _grades(computed: Frames, record: str, **where: Any) -> list[dict[str, Any]]:
    key = ("game_id", "player_id", "market", "prediction_time", "information", "system")
    order = [(n, "ascending") for n in key]
    rows = computed["prediction_grade"].sort_by(order).to_pylist()
    conditions = {"record": record, **where}
    return [row for row in rows if all(row[n] == value for n, value in conditions.items())]


def test_every_system_is_graded_at_the_line_and_prices_that_were_shown(
    played: Frames, slate: Payload, day: date
) -> None:
    rows = _grades(played, "live")
    assert len(rows) == landed(slate).num_rows > 500
    lined = [row for row in rows if row["line"] is not None]
    assert {tuple(row[n] for n in SHOWN) for row in lined} == {tuple(SHOWN.values())}
    summaries = played.where("player_game_summary", "game_date", [day]).to_pylist()
    counts = {(r["game_id"], r["player_id"]): r["points"] for r in summaries}
    for row in (r for r in lined if r["market"] == POINTS and r["actual"] is not None):
        assert row["actual"] == counts[row["game_id"], row["player_id"]]
        assert row["result"] == ("OVER" if row["actual"] > 11.5 else "UNDER")


def test_the_scores_are_of_the_distribution_that_was_written(
    played: Frames, slate: Payload
) -> None:
    key = ("game_id", "player_id", "market", "prediction_time", "system")
    written = {tuple(r[n] for n in key): r for r in landed(slate).to_pylist()}
    for row in _grades(played, "live", market=POINTS)[:40]:
        own = written[tuple(row[n] for n in key)]
        outcome = distribution_of(pa.Table.from_pylist([own], landed(slate).schema))
        assert row["mean"] == own["mean"]
        if row["actual"] is not None:
            assert row["crps"] == pytest.approx(float(outcome.crps(row["actual"])[0]))


def test_replays_are_graded_beside_them_at_the_last_line(
    frames: Frames, played: Frames, day: date
) -> None:
    replayed = _grades(played, "replayed")
    assert replayed == _grades(frames.computed([[day]]), "replayed")
    lines = {
        (r["game_id"], r["player_id"], r["market"]): r["line"]
        for r in frames.where("reference_line", "game_date", [day]).to_pylist()
    }
    for row in replayed:
        assert row["line"] == lines.get((row["game_id"], row["player_id"], row["market"]))


def test_who_did_not_play_is_void_with_the_reason(played: Frames, day: date) -> None:
    there = {*played.where("player_game_summary", "game_date", [day])["player_id"].to_pylist()}
    for row in _grades(played, "live"):
        void = row["line"] is not None and row["player_id"] not in there
        assert (row["grade"] == "VOID") == (row["result"] == "VOID") == void
        assert row["void_reason"] == (PLAYER_DNP if void else None)


def test_a_game_that_leaves_its_date_is_void_and_the_others_are_graded(
    frames: Frames, slate: Payload, day: date
) -> None:
    games = frames["schedule"]
    gone = landed(slate)["game_id"].to_pylist()[0]
    later = date(2025, 3, 30)
    moved = pa.concat_tables(
        [
            games.filter(pc.not_equal(games["game_id"], gone)),
            altered(games.filter(pc.equal(games["game_id"], gone)), "game_date", later),
        ]
    )
    live = frames.replacing(live_prediction=landed(slate), schedule=moved)
    for chunk in ([day], [day, later]):
        computed = live.computed([chunk])
        void = _grades(computed, "live", game_id=gone)
        assert len(void) == live.where("live_prediction", "game_id", [gone]).num_rows
        for row in void:
            reasons = (row["grade"], row["result"], row["void_reason"], row["game_date"])
            assert reasons == ("VOID", "VOID", GAME_MOVED, day)
            assert row["season"] == "2024-25"
            assert [row[n] for n in ("actual", *SCORES)] == [None] * 7
        others = [row for row in _grades(computed, "live") if row["game_id"] != gone]
        assert {row["grade"] for row in others} >= {"HIT", "MISS"}
    published = live.computed([[day]]).where("player_prediction", "game_id", [gone])
    assert {*published["record"].to_pylist()} == {"live"}, "what was published stays"


def test_a_moved_games_result_on_its_new_date_grades_nothing_on_the_old_one(
    frames: Frames, slate: Payload, day: date
) -> None:
    """The live rows are put on the date before: the game was played on the next."""
    earlier = day - timedelta(days=1)
    rows = altered(landed(slate), "game_date", earlier)
    computed = frames.replacing(live_prediction=rows).computed([[earlier, day]])
    assert {r["void_reason"] for r in _grades(computed, "live")} == {GAME_MOVED}


def _with_tip(frames: Frames, game: str, tip: datetime) -> Frames:
    """Return the tables with another tip-off of one game in the schedule."""
    games = frames["schedule"]
    own = pc.equal(games["game_id"], game)
    corrected = altered(games.filter(own), "tip_at", tip)
    return frames.replacing(schedule=pa.concat_tables([games.filter(pc.invert(own)), corrected]))


def test_what_was_made_after_the_tip_off_that_stands_now_is_void_and_in_no_score(
    frames: Frames, slate: Payload, day: date
) -> None:
    rows = landed(slate)
    created_at = rows["created_at"].to_pylist()[0]
    late = rows["game_id"].to_pylist()[0]
    live = _with_tip(frames.replacing(live_prediction=rows), late, created_at).computed([[day]])
    for row in _grades(live, "live"):
        if row["game_id"] == late:
            outcome = (row["grade"], row["result"], row["void_reason"], row["actual"])
            assert outcome == ("VOID", "VOID", AFTER_TIP, None)
            assert [row[name] for name in SCORES] == [None] * 6
        else:
            assert row["void_reason"] in (None, PLAYER_DNP)
    assert {row["grade"] for row in _grades(live, "live")} >= {"HIT", "MISS", "VOID"}
    published = live.where("player_prediction", "game_id", [late])
    assert "live" in published["record"].to_pylist(), "what was published stays"


def test_a_second_edition_after_tip_off_gives_way_to_the_first_before_it(
    frames: Frames, slate: Payload, day: date
) -> None:
    rows = landed(slate)
    created_at = rows["created_at"].to_pylist()[0]
    second = altered(altered(rows, "edition", 2), "line", 50.5)
    second = altered(second, "created_at", created_at + timedelta(hours=3))
    both = frames.replacing(live_prediction=pa.concat_tables([rows, second]))
    computed = both.computed([[day]])
    first = frames.replacing(live_prediction=rows).computed([[day]])
    for name in ("prediction_grade", "player_prediction"):
        assert computed[name].equals(first[name]), name


@pytest.mark.parametrize("left", ["nothing", "nothing from the date on, and no result before"])
def test_of_a_game_whose_schedule_is_missing_nothing_is_reported(
    frames: Frames, slate: Payload, day: date, left: str
) -> None:
    games = frames["schedule"]
    games = games.filter(pc.less(games["game_date"], pa.scalar(day)))
    unplayed = altered(games, "is_final", False)
    schedule = unplayed.slice(0, 0) if left == "nothing" else unplayed
    live = frames.replacing(live_prediction=landed(slate), schedule=schedule)
    grades = live.computed([[day]], "prediction_grade")["prediction_grade"]
    assert grades.num_rows == 0


def test_a_game_whose_schedule_is_missing_is_reported(
    frames: Frames, played: Frames, day: date
) -> None:
    games = frames.where("schedule", "game_date", [day])
    nothing = played["prediction_grade"].slice(0, 0)

    def check_results(schedule: pa.Table, grades: pa.Table) -> set[bool]:
        tables = (played["live_prediction"], schedule, grades)
        checked = live_games_are_scheduled.function(*map(ibis.memtable, tables))
        return {*checked.to_pyarrow()["holds"].to_pylist()}

    assert check_results(games, nothing) == {True}
    assert check_results(games.slice(0, 0), nothing) == {False}
    assert check_results(games.slice(0, 0), played["prediction_grade"]) == {True}


@pytest.mark.parametrize("log", ["player_box_score", "team_box_score"])
def test_no_grade_is_given_before_both_teams_are_in_every_log(
    frames: Frames, slate: Payload, day: date, log: str
) -> None:
    games = frames.where("schedule", "game_date", [day]).to_pylist()
    home = games[0]["home_team_id"]
    rows = frames[log]
    other = pc.or_(
        pc.not_equal(rows["team_id"], home), pc.not_equal(rows["game_date"], pa.scalar(day))
    )
    incomplete = frames.replacing(live_prediction=landed(slate), **{log: rows.filter(other)})
    graded = {r["game_id"] for r in incomplete.computed([[day]])["prediction_grade"].to_pylist()}
    assert graded == {g["game_id"] for g in games[1:]}


def test_no_grade_is_given_before_the_schedule_has_the_result(
    frames: Frames, before: Frames, slate: Payload, day: date
) -> None:
    logs = ("player_game_summary", "player_box_score", "team_box_score")
    pending = before.replacing(live_prediction=landed(slate), **{n: frames[n] for n in logs})
    assert pending.computed([[day]])["prediction_grade"].num_rows == 0


def test_the_line_and_the_market_are_scored_as_they_were_shown(played: Frames) -> None:
    grades = played["prediction_grade"]
    scores = slate_score.function(ibis.memtable(grades)).to_pyarrow().to_pylist()
    conditions = {"market": POINTS, "prediction_time": "before-tip"}
    compared = _grades(played, "live", **conditions, system="last_10_mean")
    rows = [r for r in compared if r["line"] is not None and r["actual"] is not None]
    conditions |= {"record": "live"}
    ours = [s for s in scores if all(s[name] == value for name, value in conditions.items())]
    (line,) = [s for s in ours if s["system"] == THE_LINE and s["population"] == LINED]
    assert line["games"] == len(rows) > 5
    assert line["absolute_error"] == pytest.approx(sum(abs(r["actual"] - 11.5) for r in rows))
    over, under = 140 / 240, 100 / 215
    p = np.array([over if r["actual"] > 11.5 else under for r in rows]) / (over + under)
    (market,) = [s for s in ours if s["system"] == NO_VIG]
    assert market["log_loss"] == pytest.approx(-np.log(p).sum(), rel=1e-6)
