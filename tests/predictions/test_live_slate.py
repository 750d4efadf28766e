"""Live predictions: written once when they fall due, and never changed by anything later."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from support import prediction_tables
from support.prediction_tables import Frames, altered, landed, landed_breakouts
from tipoff.analytics.player_pool import PredictionTime
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.errors import PayloadError
from tipoff.predictions import recommendation
from tipoff.predictions.breakout_outlook import BreakoutOutlook
from tipoff.predictions.chain import EARLIER_NAMES
from tipoff.predictions.live_prediction import COLUMNS_ADDED_LATER, LivePrediction, last_editions
from tipoff.predictions.live_slate import live_slate
from tipoff.predictions.live_slate_writer import due_time, refusal
from tipoff.predictions.models.blending import Blend
from tipoff.predictions.models.systems import ENSEMBLE, LAST_10_MEAN, LIGHTGBM
from tipoff.predictions.player_prediction import PlayerPrediction
from tipoff.predictions.system_prediction import DISTRIBUTION

if TYPE_CHECKING:
    from collections.abc import Callable

MORNING, BEFORE_TIP = timedelta(hours=7), timedelta(minutes=25)
FORM_1 = Path(__file__).with_name("live_slate_form_1.json")
SLOT = ["game_id", "player_id", "market", "prediction_time"]


@pytest.fixture(scope="module")
def morning(before: Frames, day: date) -> Payload:
    """The live slate of the date's morning, the first of all."""
    payload = before.write(before.tip(day) - MORNING, [day])
    assert payload is not None
    return payload


def _live(frames: Frames, *payloads: Payload | None) -> Frames:
    return frames.replacing(
        live_prediction=landed(*payloads), live_breakout=landed_breakouts(*payloads)
    )


def _without_lines(frames: Frames) -> Frames:
    empty = {name: frames[name].slice(0, 0) for name in ("reference_line", "player_prop_offer")}
    return frames.replacing(**empty)


def _rows(table: pa.Table, **where: Any) -> list[dict[str, Any]]:
    order = [(name, "ascending") for name in (*SLOT, "system") if name in table.column_names]
    rows: list[dict[str, Any]] = table.sort_by(order).to_pylist()
    return [row for row in rows if all(row[name] == value for name, value in where.items())]


def test_the_morning_slate_holds_every_system_of_every_slot_that_would_be_published(
    before: Frames, day: date, morning: Payload
) -> None:
    now = (before.tip(day) - MORNING).replace(tzinfo=None)
    rows = landed(morning)
    outlook = [r for r in _rows(before["player_outlook"]) if r["prediction_time"] == "morning"]
    shown = _rows(rows, is_shown=True)
    assert len(shown) == len(outlook) > 200
    made_now = {"as_of": now}
    for kept, wanted in zip(shown, outlook, strict=True):
        assert {n: kept[n] for n in wanted} == {**wanted, **made_now}
        assert (kept["edition"], kept["created_at"]) == (1, now)
    made = pa.concat_tables([before["system_prediction"], before["combined_prediction"]])
    made = made.filter(pc.equal(made["prediction_time"], "morning"))
    parameters = (*DISTRIBUTION, "information", "trained_for")
    key = (*SLOT, "system")
    expected = {tuple(r[n] for n in key): tuple(r[n] for n in parameters) for r in _rows(made)}
    predictions = {tuple(r[n] for n in key): tuple(r[n] for n in parameters) for r in _rows(rows)}
    assert predictions == expected
    assert {ENSEMBLE, LIGHTGBM, LAST_10_MEAN, "blend"} <= {*rows["system"].to_pylist()}


def test_what_was_published_stands_on_the_champions_row_only(morning: Payload) -> None:
    for row in _rows(landed(morning), is_shown=False):
        assert row["median"] is None
        assert row["recommendation"] is None
        assert row["season"] is not None


def test_a_slot_is_written_once_and_the_next_prediction_time_on_its_own(
    before: Frames, day: date, morning: Payload
) -> None:
    tip = before.tip(day)
    after = _live(before, morning)
    assert after.write(tip - timedelta(hours=3), [day], morning) is None
    late = after.write(tip - BEFORE_TIP, [day], morning)
    assert late is not None
    assert {*landed(late)["prediction_time"].to_pylist()} == {"before-tip"}
    both = _live(before, morning, late)
    assert both.write(tip - timedelta(minutes=20), [day], late) is None


def test_a_line_that_comes_later_makes_a_second_edition_and_never_a_third(
    before: Frames, day: date
) -> None:
    tip = before.tip(day)
    bare = _without_lines(before).computed([[day]])
    first = bare.write(tip - MORNING, [day])
    assert _live(bare, first).write(tip - timedelta(hours=6), [day], first) is None
    second = _live(before, first).write(tip - timedelta(hours=5), [day], first)
    rows = landed(second)
    assert {*rows["edition"].to_pylist()} == {2}
    assert None not in rows["line"].to_pylist()
    lines = altered(before["reference_line"], "line", 90.5)
    moved = _live(before.replacing(reference_line=lines).computed([[day]]), first, second)
    assert moved.write(tip - timedelta(hours=4), [day], second) is None
    last = last_editions(landed(first, second))
    lined = {tuple(r[n] for n in SLOT) for r in _rows(rows)}
    for row in _rows(last):
        assert row["edition"] == (2 if tuple(row[n] for n in SLOT) in lined else 1)


@pytest.mark.parametrize("gone", [timedelta(0), timedelta(minutes=1), timedelta(days=2)])
def test_a_game_that_has_begun_is_refused_and_that_is_reported(
    before: Frames, day: date, gone: timedelta, caplog: pytest.LogCaptureFixture
) -> None:
    last = max(before.where("schedule", "game_date", [day])["tip_at"].to_pylist())
    with caplog.at_level(logging.WARNING):
        assert before.write(last.replace(tzinfo=UTC) + gone, [day]) is None
    games = before.where("schedule", "game_date", [day]).num_rows
    assert len(caplog.messages) == games
    assert "no live prediction before tip-off is written for game" in caplog.messages[0]


def test_of_a_begun_game_that_was_predicted_nothing_is_reported(
    before: Frames, day: date, caplog: pytest.LogCaptureFixture
) -> None:
    tips = before.where("schedule", "game_date", [day])["tip_at"].to_pylist()
    late = before.write(min(tips).replace(tzinfo=UTC) - timedelta(minutes=1), [day])
    one = set(landed(late)["game_id"].to_pylist())
    with caplog.at_level(logging.WARNING):
        _live(before, late).write(max(tips).replace(tzinfo=UTC), [day], late)
    assert not [m for m in caplog.messages if any(game in m for game in one)]


def _game(**changed: Any) -> dict[str, Any]:
    tip = datetime(2025, 1, 16, 0, 30)
    return {"game_id": "g", "game_date": date(2025, 1, 15), "tip_at": tip, "status": 1, **changed}


@pytest.mark.parametrize(
    ("hour", "minute", "due"),
    [
        (4, 59, None),  # of January 15, UTC: still the 14th in the league's time
        (5, 0, PredictionTime.MORNING),
        (23, 49, PredictionTime.MORNING),
        (23, 50, PredictionTime.BEFORE_TIP),
    ],
)
def test_what_is_due_at_a_time(hour: int, minute: int, due: PredictionTime | None) -> None:
    now = datetime(2025, 1, 15, hour, minute, tzinfo=UTC)
    assert refusal(_game(), now) is None
    assert due_time(_game(), now) is due


@pytest.mark.parametrize(
    ("game", "why"),
    [
        (_game(status=2), "the schedule has it as live or final"),
        (_game(status=3), "the schedule has it as live or final"),
        (_game(game_date=date(2025, 1, 14)), "its date is past"),
        (_game(tip_at=datetime(2025, 1, 15, 20)), "it has begun: tip-off was at 20:00 UTC"),
    ],
)
def test_what_is_refused(game: dict[str, Any], why: str) -> None:
    now = datetime(2025, 1, 15, 20, tzinfo=UTC)
    assert refusal(game, now) == why
    assert due_time(game, now) is None


def test_the_published_row_is_the_live_one_byte_for_byte_until_there_is_a_result(
    before: Frames, day: date, morning: Payload
) -> None:
    published = _live(before, morning).computed([[day]], "player_prediction")["player_prediction"]
    shown = landed(morning)
    shown = shown.filter(shown["is_shown"]).sort_by([(n, "ascending") for n in SLOT])
    assert {*published["record"].to_pylist()} == {"live"}
    same = [n for n in PlayerPrediction.columns if n != "record"]
    by_slot = published.sort_by([(n, "ascending") for n in SLOT])
    assert by_slot.select(same).combine_chunks().equals(shown.select(same).combine_chunks())
    assert before["player_prediction"].num_rows == 0, "what was not written is not published"


def _edited(frames: Frames) -> pa.Table:
    blend = Blend({LIGHTGBM: 1.0}, (0.5, 0.9, 0.0), 1, 1).to_json()
    return altered(frames["blend_model"], "weights", blend)


def _promoted(frames: Frames, day: date) -> pa.Table:
    promoted = {
        "payload": 1,
        "effective_on": day,
        "market": "player_points",
        "promoted_at": datetime(2025, 1, 1),
        "system": LAST_10_MEAN,
        "evidence": "{}",
    }
    return pa.Table.from_pylist([promoted], frames["promotion"].schema)


@pytest.mark.parametrize(
    "change", ["minimum", "ensemble", "promotion", "line", "withdrawn line", "models", "played"]
)
def test_nothing_that_changes_later_changes_a_live_row(
    frames: Frames,
    before: Frames,
    day: date,
    morning: Payload,
    change: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    live = _live(before, morning)
    changes: dict[str, Callable[[], Frames]] = {
        "minimum": lambda: live,
        "ensemble": lambda: live.replacing(blend_model=_edited(live)),
        "promotion": lambda: live.replacing(promotion=_promoted(live, day)),
        "line": lambda: live.replacing(
            reference_line=altered(live["reference_line"], "line", 77.5)
        ),
        "withdrawn line": lambda: _without_lines(live),
        "models": lambda: live.replacing(trained_model=live["trained_model"].slice(0, 0)),
        "played": lambda: _live(frames, morning),
    }
    kept = _rows(live.computed([[day]], "player_prediction")["player_prediction"], record="live")
    if change == "minimum":
        monkeypatch.setattr(recommendation, "MINIMUM_EXPECTED_VALUE", 0.9)
        monkeypatch.setattr(prediction_tables, "MADE", {})
    later = changes[change]().computed([[day]], "player_prediction")["player_prediction"]
    assert _rows(later, record="live") == kept
    assert len(kept) > 200


def test_replays_stand_beside_live_rows_once_there_are_results(
    frames: Frames, day: date, morning: Payload
) -> None:
    predictions = _live(frames, morning).computed([[day]], "player_prediction")["player_prediction"]
    assert {*predictions["record"].to_pylist()} == {"live", "replayed"}
    replayed = _rows(predictions, record="replayed")
    assert replayed == _rows(frames.computed([[day]], "player_prediction")["player_prediction"])
    assert {row["created_at"] for row in replayed} == {None}


def test_a_game_that_moves_to_another_date_is_a_slot_of_its_own(
    before: Frames, day: date, morning: Payload
) -> None:
    next_day = day + timedelta(days=1)
    tip = before.tip(day)

    def moved(rows: pa.Table) -> pa.Table:
        return altered(rows, "game_date", next_day)

    names = ("system_prediction", "combined_prediction", "player_outlook", "breakout_outlook")
    there = _live(before, morning).replacing(**{n: moved(before[n]) for n in names})
    schedule = moved(before.where("schedule", "game_date", [day]))
    later = altered(schedule, "tip_at", (tip + timedelta(days=1)).replace(tzinfo=None))
    again = there.replacing(schedule=later).write(
        tip + timedelta(days=1) - MORNING, [next_day], morning
    )
    both = landed(morning, again)
    key = list(LivePrediction.key())
    assert (
        both.group_by(key).aggregate([]).num_rows == both.num_rows == 2 * landed(morning).num_rows
    )


def _breakouts(frames: Frames, day: date) -> Frames:
    """The slate with a breakout for each of its first three players of points."""
    rows = _rows(frames["player_outlook"], market="player_points", prediction_time="before-tip")[:3]
    columns = {n: [r[n] for r in rows] for n in ("game_id", "player_id", "season")}
    made = frame(
        BreakoutOutlook,
        {
            **columns,
            "game_date": [day] * 3,
            "as_of": [r["as_of"] for r in rows],
            "trained_for": [r["trained_for"] for r in rows],
            "season_mean": [9.5, 12.0, 15.25],
            "probability": [0.25, 0.125, 0.1],
            "base_rate": [0.2] * 3,
            "is_shown": [True] * 3,
        },
    )
    return frames.replacing(breakout_outlook=made)


def test_breakouts_are_written_once_per_prediction_time_and_the_last_is_published(
    before: Frames, day: date
) -> None:
    tip = before.tip(day)
    slate = _breakouts(before, day)
    first = slate.write(tip - MORNING, [day])
    assert len(landed_breakouts(first)) == 3
    changed = slate.replacing(
        breakout_outlook=altered(slate["breakout_outlook"], "probability", 0.5)
    )
    second = _live(changed, first).write(tip - BEFORE_TIP, [day], first)
    assert {*landed_breakouts(second)["probability"].to_pylist()} == {0.5}
    both = _live(changed, first, second)
    assert both.write(tip - timedelta(minutes=20), [day], second) is None
    published = both.computed([[day]])["breakout_prediction"].to_pylist()
    assert [(r["record"], r["probability"]) for r in published] == [("live", 0.5)] * 3
    bare = _breakouts(_without_lines(before).computed([[day]]), day)
    unpriced = bare.write(tip - MORNING, [day])
    priced = _live(changed, unpriced).write(tip - timedelta(hours=6), [day], unpriced)
    assert {*landed(priced)["edition"].to_pylist()} == {2}
    assert len(landed_breakouts(priced)) == 0
    early = _live(changed, first).computed([[day]])["breakout_prediction"].to_pylist()
    assert sorted(r["probability"] for r in early) == [0.1, 0.125, 0.25]


def test_a_slate_of_form_1_is_read_as_it_was_written() -> None:
    """The stored slate has a shown row with a bet, one that is not shown, and a breakout."""
    stored = FORM_1.read_bytes()
    payload = Payload("tipoff", "live_slate", {}, stored, datetime(2025, 1, 15, 17, tzinfo=UTC))
    written = orjson.loads(stored)["predictions"]
    shown, other = landed(payload).to_pylist()
    expected: dict[str, Any] = {
        "game_id": "0022499901",
        "game_date": date(2025, 1, 15),
        "player_id": 7,
        "market": "player_points",
        "prediction_time": "morning",
        "system": "ensemble",
        "edition": 1,
        "is_shown": True,
        "mean": 21.400000000000002,
        "line": 20.5,
        "bet_price": 105.0,
        "captured_at": datetime(2025, 1, 15, 16, 55, 30),
        "created_at": datetime(2025, 1, 15, 17),
        "recommendation": "OVER",
    }
    assert {name: shown[name] for name in expected} == expected
    named = {EARLIER_NAMES.get(name, name) for name in written}
    assert named == {*LivePrediction.columns} - {"payload", *COLUMNS_ADDED_LATER}
    assert all(shown[name] is None for name in COLUMNS_ADDED_LATER)
    assert all(shown[name] is not None for name in named)
    assert (other["system"], other["recommendation"]) == ("lightgbm", None)
    (breakout,) = landed_breakouts(payload).to_pylist()
    assert (breakout["probability"], breakout["prediction_time"]) == (0.3125, "morning")


def test_a_column_that_a_form_lacked_is_null() -> None:
    body = orjson.loads(FORM_1.read_bytes())
    del body["predictions"]["kelly_share"]
    payload = Payload("tipoff", "live_slate", {}, orjson.dumps(body), datetime.now(UTC))
    assert landed(payload)["kelly_share"].to_pylist() == [None, None]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"form": 4}, "a live slate of form 4; this version reads 1 to 3: update tipoff"),
        ({"form": None}, "a live slate of form None"),
        (
            {"predictions": {"game_id": ["a"], "line": []}},
            "of predictions differ in length",
        ),
    ],
)
def test_a_slate_that_cannot_be_read_is_refused(change: dict[str, Any], message: str) -> None:
    body = {**orjson.loads(FORM_1.read_bytes()), **change}
    payload = Payload("tipoff", "live_slate", {}, orjson.dumps(body), datetime.now(UTC))
    with pytest.raises(PayloadError, match=message):
        live_slate.parse(payload)
    with pytest.raises(PayloadError, match="a live slate that is not JSON"):
        live_slate.parse(replace(payload, body=b"{"))
    with pytest.raises(PayloadError, match="a live slate without form, number"):
        live_slate.parse(replace(payload, body=b"[]"))
