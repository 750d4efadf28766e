"""A model's knowledge beyond the market, ages of lines, and the rule fixed in advance."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pytest

from tipoff.predictions.evaluation.at_line import coefficient, with_market
from tipoff.predictions.evaluation.graded_rows import RULE_BETS
from tipoff.predictions.evaluation.intervals import estimated
from tipoff.predictions.evaluation.line_age import AGES, UNKNOWN_AGE, by_age
from tipoff.predictions.evaluation.rule import RULE, rule_returns
from tipoff.predictions.evaluation.scores import log_loss
from tipoff.predictions.models.blending import expit, market_probability
from tipoff.predictions.player_outlook import LINE_COLUMNS

if TYPE_CHECKING:
    from support.prediction_tables import Frames
    from tipoff.features.arrays import FloatArray

ROWS = 20_000
NAN = float("nan")


def _lines(knows: float) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    chance = np.random.default_rng(5)
    market, extra = chance.normal(0, 0.3, ROWS), chance.normal(0, 0.4, ROWS)
    over = (chance.random(ROWS) < expit(market + knows * extra)).astype(np.float64)
    slate = np.repeat(np.arange(ROWS / 100), 100)
    return expit(market + extra), expit(market), over, slate


@pytest.mark.parametrize("knows", [0.0, 0.3, 1.0])
def test_the_coefficient_is_what_a_model_knows_beyond_the_market(knows: float) -> None:
    result = coefficient(*_lines(knows))
    assert result.low < knows < result.high
    assert result.value == pytest.approx(knows, abs=0.1)
    assert result.n == ROWS


def test_slates_that_share_their_luck_make_the_interval_wider() -> None:
    model, market, over, slate = _lines(0.3)
    independent = coefficient(model, market, over, np.arange(ROWS, dtype=np.float64))
    same = (np.tile(v, 4) for v in (model, market, over, slate))
    together = coefficient(*same)
    assert together.high - together.low == pytest.approx(
        independent.high - independent.low, rel=0.15
    )


def test_the_market_of_a_line_is_that_of_its_own_prices() -> None:
    prices = np.array([[-110.0, -110, 120, NAN, -110], [-110.0, 100, -140, -110, -110]])
    one = {"day": np.arange(3.0), "over_price": prices[0, :3], "under_price": prices[1, :3]}
    other = {"day": np.arange(2.0), "over_price": prices[0, 3:], "under_price": prices[1, 3:]}
    probabilities = [of["market"] for _, of in with_market([(("a",), one), (("b",), other)])]
    assert probabilities[0] == pytest.approx(market_probability(*prices[:, :3]), abs=0)
    assert probabilities[1] == pytest.approx([NAN, 0.5], nan_ok=True)
    assert with_market([]) == []


def test_lines_are_told_apart_by_age() -> None:
    minutes = np.array([0.0, 14.9, 15.0, 59.0, 60.0, 179.0, 180.0, 900.0, NAN])
    grouped = {name: np.flatnonzero(chosen).tolist() for name, chosen in by_age(minutes).items()}
    assert grouped == dict(
        zip([*AGES, UNKNOWN_AGE], [[0, 1], [2, 3], [4, 5], [6, 7], [8]], strict=True)
    )


def test_the_log_loss_by_hand() -> None:
    predicted, outcome = np.array([0.8, 0.8, 0.0, 0.5]), np.array([1.0, 0.0, 1.0, NAN])
    loss = log_loss(predicted, outcome)
    assert loss[:3] == pytest.approx([-np.log(0.8), -np.log(0.2), -np.log(1e-6)])
    assert np.isnan(loss[3])


class _Tables:
    """Tables of one query each, as the record reads them."""

    def __init__(self, **tables: pa.Table) -> None:
        import duckdb

        self.database = duckdb.connect()
        for name, rows in tables.items():
            self.database.register(name, rows)

    def arrow(self, sql: str) -> pa.Table:
        return self.database.sql(sql).to_arrow_table()


def _offer(
    player: int, book: str, value: float, minutes: float, **more: object
) -> dict[str, object]:

    tip = datetime(2024, 3, 2, 0, 30)
    return {
        "game_id": "g",
        "game_date": date(2024, 3, 1),
        "player_id": player,
        "market": "player_points",
        "prediction_time": "before-tip",
        "information": "lineups-expected",
        "bookmaker": book,
        "line": 20.5,
        "over_price": 110.0,
        "under_price": -130.0,
        "is_alternate": False,
        "suspect": None,
        "captured_at": tip - timedelta(minutes=minutes),
        "over_expected_value": value,
        "under_expected_value": -0.1,
        **more,
    }


def test_the_rule_bets_the_best_offer_above_2_percent_that_nothing_speaks_against() -> None:

    final = {"information": "inactives-known"}
    offers = [
        _offer(1, "a", 0.03, 300),
        _offer(1, "b", 0.05, 300, over_price=120.0),
        _offer(1, "c", 0.50, 300, suspect="no margin"),
        _offer(1, "d", 0.60, 300, is_alternate=True),
        _offer(1, "e", 0.70, 300, **final),  # known half an hour before tip-off only
        _offer(2, "a", 0.01, 300),
        _offer(3, "a", 0.04, 5, **final),
        _offer(3, "a", 0.90, 5),  # by then the inactive list was known
        _offer(4, "a", -0.2, 90, under_expected_value=0.08),
    ]
    schema = pa.Table.from_pylist([{**offers[0], "suspect": ""}]).schema
    grade = {
        "game_date": date(2024, 3, 1),
        "season": "2023-24",
        "market": "player_points",
        "prediction_time": "before-tip",
        "record": "replayed",
        "system": "lightgbm",
        "game_id": "g",
    }
    grades = [
        {**grade, "player_id": player, "information": information, "actual": actual}
        for player, actual in ((1, 25), (2, 25), (3, 12), (4, 12))
        for information in ("lineups-expected", "inactives-known")
    ]
    tables = _Tables(
        offer_value=pa.Table.from_pylist(offers, schema),
        prediction_grade=pa.Table.from_pylist(grades),
        schedule=pa.table(
            {
                "game_id": ["g"],
                "game_date": [date(2024, 3, 1)],
                "tip_at": [datetime(2024, 3, 2, 0, 30)],
            }
        ),
    )
    bets = tables.arrow(RULE_BETS.format(where="TRUE", read="MATERIALIZED"))
    returns = list(rule_returns(bets))
    estimates = estimated([mean for *_, mean in returns])
    by_metric = {
        (population, metric): estimate
        for (_, population, metric, _), estimate in zip(returns, estimates, strict=True)
    }
    assert by_metric[RULE, "roi"].n == 3
    assert by_metric[RULE, "roi"].value == pytest.approx((1.2 - 1 + 100 / 130) / 3)
    assert by_metric[f"{RULE}, over", "win_rate"].value == 0.5
    assert by_metric[f"{RULE}, under", "win_rate"].value == 1
    assert by_metric[f"{RULE}, line of 3 h and more", "roi"].value == pytest.approx(1.2)
    assert by_metric[f"{RULE}, line younger than 15 min", "roi"].n == 1


def test_no_suspect_price_is_in_any_bet(before: Frames) -> None:
    suspects = {
        tuple(
            row[n]
            for n in ("game_id", "player_id", "market", "prediction_time", "bookmaker", "line")
        )
        for row in before["offer_value"].to_pylist()
        if row["suspect"] is not None
    }
    names = ("game_id", "player_id", "market", "prediction_time", "bet_bookmaker", "bet_line")
    bets = {
        tuple(row[n] for n in names)
        for row in before["player_outlook"].to_pylist()
        if row["bet_line"] is not None
    }
    assert len(bets) > 20
    assert not bets & suspects


def test_what_was_captured_later_is_no_part_of_a_replayed_morning(
    frames: Frames, day: date
) -> None:
    """Neither as a price nor as a bet; nor does it say what another offer is worth.

    Only one book's quotes are of before the morning; the lines of others were not known by then.
    """
    first = min(frames.where("player_prop_offer", "game_date", [day])["bookmaker"].to_pylist())
    late = frames.tip(day).replace(tzinfo=None) - timedelta(hours=1)
    early = datetime(day.year, day.month, day.day)
    quoted = {
        name: _captured(frames.where(name, "game_date", [day]), {first: early}, late)
        for name in ("player_prop_offer", "reference_line")
    }
    computed = frames.replacing(**quoted).computed([[day]], "player_outlook")
    mornings = [
        r for r in computed["player_outlook"].to_pylist() if r["prediction_time"] == "morning"
    ]
    assert {late > row["as_of"] > early for row in mornings} == {True}
    valued = computed["offer_value"].to_pylist()
    morning = [value for value in valued if value["prediction_time"] == "morning"]
    assert {value["bookmaker"] for value in morning} == {first}
    assert len({value["bookmaker"] for value in valued}) > 2
    unlined = [row for row in mornings if row["line"] is None]
    assert any(row["market"] == "player_points" for row in unlined)
    for row in unlined:
        assert row["recommendation"] == "NO_LINE"
        assert {row[name] for name in LINE_COLUMNS} == {None}
    assert all(row["bookmaker"] == first for row in mornings if row["line"] is not None)


def _captured(quotes: pa.Table, at: dict[str, datetime], late: datetime) -> pa.Table:
    """Return quotes with other times of capture: of some books stated, of all others late."""
    times = [at.get(book, late) for book in quotes["bookmaker"].to_pylist()]
    place = quotes.column_names.index("captured_at")
    kind = quotes.schema.field("captured_at").type
    return quotes.set_column(place, "captured_at", pa.array(times, kind))
