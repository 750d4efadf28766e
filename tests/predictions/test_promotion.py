"""Gates of a promotion: each can block, one that fails blocks, and decisions are stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from tipoff.app import model_registry, runs
from tipoff.kernel.errors import Blocked, UsageError
from tipoff.predictions.champions import order
from tipoff.predictions.distributions.distribution import NegativeBinomial1
from tipoff.predictions.models.systems import (
    BLEND,
    ENSEMBLE,
    LAST_10_MEAN,
    LIGHTGBM,
    MOVING_AVERAGE,
)
from tipoff.predictions.training import promotion_gates
from tipoff.predictions.training.promotion_gates import Gate, Graded, allowed

if TYPE_CHECKING:
    from conftest import World

ROWS = 3_000
POINTS = "player_points"


def _graded(*, scale: float = 1.0, shift: float = 0.0, spread: float = 1.0) -> Graded:
    """Return a challenger with the given errors, and a less accurate champion and base rate."""
    chance = np.random.default_rng(4)
    truth = chance.gamma(3, 4, ROWS) + 0.5
    actual = chance.negative_binomial(truth / 0.8, 1 / 1.8).astype(np.float64)
    challenger = NegativeBinomial1.of(truth * scale + shift, np.full(ROWS, 1 + 0.8 * spread))
    noisy = np.maximum(truth * np.exp(chance.normal(0, 0.2, ROWS)), 0.2)
    other = NegativeBinomial1.of(noisy, np.full(ROWS, 1.8))
    low, high = challenger.pit_bounds(actual)
    losses = {
        n: -d.log_pmf(actual)
        for n, d in ((LIGHTGBM, challenger), (ENSEMBLE, other), (LAST_10_MEAN, other))
    }
    even = np.full(ROWS, np.log(2.0))
    return Graded(
        slate=np.repeat(np.arange(ROWS / 30), 30),
        log_score=losses,
        mean=np.asarray(challenger.mean),
        actual=actual,
        pit_low=low,
        pit_high=high,
        at_line={LIGHTGBM: even + 0.02, BLEND: even + 0.02, "market": even},
    )


def _verdicts(
    monkeypatch: pytest.MonkeyPatch, graded: Any, challenger: str = LIGHTGBM
) -> dict[str, str]:
    monkeypatch.setattr(promotion_gates, "read_graded", lambda *args: graded)
    gates = promotion_gates.gates(None, POINTS, challenger, ENSEMBLE, None)  # type: ignore[arg-type]
    return {gate.name: gate.verdict for gate in gates}


def test_one_that_is_right_passes_every_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(_verdicts(monkeypatch, _graded()).values()) == {"ALLOW"}


@pytest.mark.parametrize(
    ("wrong", "closed"),
    [
        ({"shift": 2.0}, {"bias", "calibration"}),
        ({"spread": 6.0}, {"calibration", "champion"}),
        ({"scale": 1.6}, {"bias", "calibration", "champion", "base rate"}),
    ],
)
def test_what_is_wrong_closes_its_gates(
    monkeypatch: pytest.MonkeyPatch, wrong: dict[str, float], closed: set[str]
) -> None:
    gates = _verdicts(monkeypatch, _graded(**wrong))
    assert closed <= {name for name, verdict in gates.items() if verdict == "BLOCK"}


def test_an_empty_record_closes_every_gate_in_words(demo_world: World) -> None:
    with demo_world.home.reading() as session:
        gates = promotion_gates.gates(session, POINTS, LIGHTGBM, ENSEMBLE, date(2001, 1, 1))
    assert {(gate.verdict, gate.reason) for gate in gates} == {("BLOCK", promotion_gates.NOTHING)}


def test_a_few_rows_close_a_gate_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _graded()
    names = ("slate", "mean", "actual", "pit_low", "pit_high")
    few = replace(
        whole,
        **{n: getattr(whole, n)[:2] for n in names},
        log_score={n: v[:2] * np.nan for n, v in whole.log_score.items()},
        at_line={n: v[:2] for n, v in whole.at_line.items()},
    )
    monkeypatch.setattr(promotion_gates, "read_graded", lambda *args: few)
    gates = promotion_gates.gates(None, POINTS, LIGHTGBM, ENSEMBLE, None)  # type: ignore[arg-type]
    assert not [gate for gate in gates if "nan" in gate.reason or "Error" in gate.reason]
    assert {"rows", "champion", "base rate"} <= {g.name for g in gates if g.verdict == "BLOCK"}


def test_too_few_rows_prove_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    few = _graded()
    few = replace(
        few,
        **{n: getattr(few, n)[:900] for n in ("slate", "mean", "actual", "pit_low", "pit_high")},
        log_score={n: v[:900] for n, v in few.log_score.items()},
        at_line={n: v[:900] for n, v in few.at_line.items()},
    )
    assert _verdicts(monkeypatch, few)["rows"] == "BLOCK"


def test_one_that_sees_the_line_must_not_be_worse_than_the_market(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    graded = _graded()
    graded = replace(graded, log_score={**graded.log_score, BLEND: graded.log_score[LIGHTGBM]})
    assert _verdicts(monkeypatch, graded, BLEND)["market"] == "BLOCK"
    assert _verdicts(monkeypatch, graded, LIGHTGBM)["market"] == "ALLOW"


@pytest.mark.parametrize("broken", ["log_score", "mean", "pit_low", "at_line", "actual"])
def test_a_gate_that_fails_is_closed(monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    graded = replace(_graded(), **{broken: None})  # type: ignore[arg-type]
    monkeypatch.setattr(promotion_gates, "read_graded", lambda *args: graded)
    gates = promotion_gates.gates(None, POINTS, LIGHTGBM, ENSEMBLE, None)  # type: ignore[arg-type]
    assert not allowed(gates)
    assert any("could not be decided" in gate.reason for gate in gates)


def test_no_grades_at_all_close_every_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*args: Any) -> Graded:
        raise OSError("the disk is gone")

    monkeypatch.setattr(promotion_gates, "read_graded", fails)
    gates = promotion_gates.gates(None, POINTS, LIGHTGBM, ENSEMBLE, None)  # type: ignore[arg-type]
    assert {gate.verdict for gate in gates} == {"BLOCK"}
    assert not allowed([])


def test_the_last_promotion_that_has_begun_to_hold_counts() -> None:
    from datetime import date

    def promoted(system: str, day: int) -> dict[str, Any]:
        return {"market": POINTS, "system": system, "effective_on": date(2024, 1, day)}

    rows = [promoted(MOVING_AVERAGE, 3), promoted(LIGHTGBM, 9)]
    assert order(rows, POINTS, date(2024, 1, 2))[0] == ENSEMBLE
    assert order(rows, POINTS, date(2024, 1, 3))[0] == MOVING_AVERAGE
    assert order(rows, POINTS, date(2024, 1, 9))[0] == LIGHTGBM
    assert order(rows, "player_assists", date(2024, 1, 9))[0] == ENSEMBLE


def test_a_weak_system_is_refused_and_the_reasons_are_reported(demo_copy: World) -> None:
    with pytest.raises(Blocked, match="moving_average is not promoted for player_points"):
        model_registry.promote(demo_copy.home, POINTS, MOVING_AVERAGE)
    with pytest.raises(UsageError, match="no market points"):
        model_registry.promote(demo_copy.home, "points", LIGHTGBM)
    with pytest.raises(UsageError, match="there is nothing to roll back"):
        model_registry.rollback(demo_copy.home, POINTS)


def test_a_promotion_is_landed_taken_up_and_taken_back(
    demo_copy: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, day = demo_copy.home, _last_day(demo_copy)
    monkeypatch.setattr(model_registry, "eastern_today", lambda: day)
    promotion = model_registry.promote(
        home, POINTS, LIGHTGBM, overrule="to see that it is taken up"
    )
    assert all(isinstance(gate, Gate) for gate in promotion)
    runs.run(home, None)
    (decision,) = demo_copy.rows("promotion")
    assert decision["system"] == LIGHTGBM
    assert "to see that it is taken up" in decision["evidence"]
    assert _speaks(demo_copy, day) == [(LIGHTGBM,)]
    assert model_registry.rollback(home, POINTS) == ENSEMBLE
    runs.run(home, None)
    assert _speaks(demo_copy, day) == [(ENSEMBLE,)]
    champions = {r["market"]: r["champion"] for r in model_registry.models(home)}
    assert (champions[POINTS], champions["player_steals"]) == (ENSEMBLE, LIGHTGBM)
    assert champions["player_minutes"] == LIGHTGBM


def _last_day(world: World) -> date:
    ((day,),) = world.query("SELECT max(game_date) FROM player_prediction")
    newest: date = day
    return newest


def _speaks(world: World, day: date) -> list[tuple[Any, ...]]:
    return world.query(
        "SELECT DISTINCT system FROM player_outlook WHERE market = 'player_points'"
        f" AND prediction_time = 'before-tip' AND game_date = DATE '{day}'"
    )
