"""Weights of systems and of the market, learned where there are enough rows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.predictions.distributions.distribution import NegativeBinomial1
from tipoff.predictions.distributions.mixture import CountMixture
from tipoff.predictions.models.blending import (
    DISAGREEMENT_RIDGE,
    MAX_DISAGREEMENT,
    AtLine,
    Blend,
    expit,
    fit_at_line,
    fit_members,
    logit,
    market_probability,
    p_over_no_push,
    with_p_over,
)

ROWS = 12_000
NAN = float("nan")


@pytest.fixture(scope="module")
def chance() -> np.random.Generator:
    return np.random.default_rng(8)


def test_members_are_weighed_by_what_they_know(chance: np.random.Generator) -> None:
    truth = chance.gamma(4, 3, ROWS)
    actual = chance.poisson(truth).astype(np.float64)
    means = {
        "lightgbm": truth + chance.normal(0, 1, ROWS),
        "similarity": truth + chance.normal(0, 2, ROWS),
        "moving_average": chance.gamma(4, 3, ROWS),
    }
    weights = fit_members({n: np.maximum(v, 0.1) for n, v in means.items()}, actual)
    assert sum(weights.values()) == pytest.approx(1, abs=1e-3)
    assert weights["lightgbm"] > weights["similarity"] > weights.get("moving_average", 0.0)
    assert weights.get("moving_average", 0.0) < 0.05


def test_a_silent_member_leaves_its_weight_to_the_others() -> None:
    blend = Blend({"lightgbm": 0.75, "similarity": 0.25}, None, 0, 0)
    blended = blend.mean(
        {"lightgbm": np.array([10.0, 10.0, NAN]), "similarity": np.array([14.0, NAN, NAN])}
    )
    assert blended[:2].tolist() == [11.0, 10.0]
    assert np.isnan(blended[2])


def _lines(chance: np.random.Generator, *, model_knows: float) -> tuple[AtLine, np.ndarray]:
    """Lines whose market is right but for what the model knows of besides."""
    market = chance.normal(0, 0.15, ROWS)
    extra = chance.normal(0, 0.2, ROWS)
    over = chance.random(ROWS) < expit(market + model_knows * extra)
    priced = np.ones(ROWS, bool)
    at_line = AtLine(expit(market), priced, expit(market + extra), ["draftkings"] * ROWS)
    return at_line, over.astype(np.float64)


def test_a_model_that_knows_nothing_more_has_next_to_no_weight(
    chance: np.random.Generator,
) -> None:
    (market, disagreement, step), leans = fit_at_line(*_lines(chance, model_knows=0.0))
    assert market == pytest.approx(1, abs=0.25)
    assert abs(disagreement) < 0.2
    assert step == 0
    assert abs(leans["draftkings"]) < 0.06


def test_a_model_that_does_has_the_weight_of_what_it_knows_less_the_ridge(
    chance: np.random.Generator,
) -> None:
    at_line, over = _lines(chance, model_knows=0.6)
    (_, disagreement, _), _ = fit_at_line(at_line, over)
    information = 0.18**2 * ROWS / 4
    shrunk = 0.6 * information / (information + DISAGREEMENT_RIDGE)
    assert disagreement == pytest.approx(shrunk, abs=0.15)


def test_without_a_line_the_market_is_all_there_is() -> None:
    nothing = np.array([])
    weights, leans = fit_at_line(AtLine(nothing, nothing.astype(bool), nothing, []), nothing)
    assert weights == (1.0, 0.0, 0.0)
    assert leans == {}


def test_a_lean_belongs_to_a_book_and_is_shrunk_to_none(chance: np.random.Generator) -> None:
    at_line, _ = _lines(chance, model_knows=0.0)
    books = ["draftkings"] * (ROWS - 400) + ["fanduel"] * 400
    over = (chance.random(ROWS) < expit(logit(at_line.market) - 0.3)).astype(np.float64)
    _, leans = fit_at_line(AtLine(at_line.market, at_line.two_sided, at_line.model, books), over)
    many, few = leans["draftkings"], leans["fanduel"]
    assert many == pytest.approx(-0.3, abs=0.07)
    assert few == pytest.approx(-0.3 * 100 / (100 + 200), abs=0.07)
    unknown = AtLine(np.array([0.5]), np.array([True]), np.array([0.5]), ["betmgm"])
    blend = Blend({"lightgbm": 1.0}, (1.0, 0.3, 0.0), 0, 0, leans)
    assert blend.p_over(unknown)[0] == pytest.approx(0.5), (
        "what is known of one book is of it alone"
    )


def test_what_is_not_known_moves_nothing_and_no_disagreement_counts_for_more_than_its_limit() -> (
    None
):
    blend = Blend({"lightgbm": 1.0}, (1.0, 0.5, -0.02), 0, 0, {"fanduel": 0.01})
    at_line = AtLine(
        np.array([NAN, 0.5, 0.5]),
        np.array([False, True, True]),
        np.array([0.6, NAN, 0.97]),
        ["fanduel", "fanduel", ""],
    )
    p_over = blend.p_over(at_line)
    near = MAX_DISAGREEMENT * np.tanh(logit(np.array([0.6])) / MAX_DISAGREEMENT)
    assert p_over[0] == pytest.approx(expit(0.5 * near + 0.01 - 0.02)[0])
    assert np.isnan(p_over[1])
    assert 0.57 < p_over[2] < expit(np.array([0.5 * MAX_DISAGREEMENT]))[0]


def test_the_modules_worked_example_is_right() -> None:
    blend = Blend({"lightgbm": 1.0}, (1.0, 0.25, 0.0), 0, 0)
    at_line = AtLine(np.array([0.5]), np.array([True]), np.array([0.6]), [""])
    assert blend.p_over(at_line)[0] == pytest.approx(0.522, abs=0.0005)


def test_a_line_that_the_model_is_far_from_teaches_nothing() -> None:
    model = np.array([0.05, 0.1, 0.5, 0.9, 0.95, NAN])
    at_line = AtLine(np.full(6, 0.5), np.ones(6, bool), model, [""] * 6)
    assert at_line.is_trainable.tolist() == [False, True, True, True, False, False]


def test_a_blend_survives_its_own_json() -> None:
    members, leans = {"lightgbm": 0.7, "similarity": 0.3}, {"fanduel": -0.03}
    blend = Blend(members, (1.0, 0.1, -0.01), 9_000, 4_000, leans)
    assert Blend.from_json(blend.to_json()) == blend
    alone = Blend({"lightgbm": 1.0}, None, 9, 0)
    assert Blend.from_json(alone.to_json()) == alone


@given(st.floats(1.5, 40), st.floats(0.3, 0.7), st.integers(-6, 6))
def test_a_moved_distribution_says_what_it_was_moved_to(
    mean: float, wanted: float, away: int
) -> None:
    line = np.array([max(np.floor(mean) + away * mean / 20, 0) + 0.5])
    line = np.floor(line) + 0.5
    outcome = CountMixture.single(NegativeBinomial1.of([mean], [1.8], [0.01]))
    moved = with_p_over(outcome, line, np.array([wanted]))
    reached = p_over_no_push(moved, line)[0]
    factor = moved.count_mean[0] / outcome.count_mean[0]
    assert reached == pytest.approx(wanted, abs=1e-6) or factor == pytest.approx(
        4 if reached < wanted else 0.25, rel=1e-3
    )
    assert moved.dispersion == outcome.dispersion


def test_a_handful_of_unpriced_lines_does_not_set_the_level_of_all(
    chance: np.random.Generator,
) -> None:
    at_line, over = _lines(chance, model_knows=0.0)
    two_sided = at_line.two_sided.copy()
    two_sided[:40] = False
    over = np.where(two_sided, over, 0.0)  # forty that all went under
    unpriced = AtLine(at_line.market, two_sided, at_line.model, at_line.book)
    (_, _, step), _ = fit_at_line(unpriced, over)
    assert -0.15 < step < 0


def test_the_markets_word_by_both_prices_or_by_how_far_one_is_from_the_usual() -> None:
    over = np.array([-110.0, -110.0, 100.0, NAN, -140.0, NAN])
    under = np.array([-110.0, NAN, -130.0, -110.0, NAN, NAN])
    probability = market_probability(over, under)
    assert probability[[0, 1, 3]] == pytest.approx([0.5, 0.5, 0.5])
    assert probability[2] < 0.5 < probability[4] < 140 / 240
    assert np.isnan(probability[5])
