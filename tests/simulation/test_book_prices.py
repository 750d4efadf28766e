"""The simulated books price like real ones: a margin, half a point of difference, no bias."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from tipoff.predictions.distributions.distribution import NegativeBinomial1
from tipoff.predictions.odds.conversions import american_to_decimal, hold
from tipoff.predictions.odds.no_vig import no_vig_power
from tipoff.simulation.league import DemoLeague, prices

LEAGUE = DemoLeague(date(2025, 1, 15), seasons=1, teams=10)


@pytest.fixture(scope="module")
def quotes() -> dict[str, np.ndarray]:
    """Every book's closing quotes of points in the order of the players, with their points."""
    made = LEAGUE.newest_season().box_scores
    random = np.random.default_rng(7)
    played = (made.expected_points >= prices.MIN_QUOTED_POINTS) & (made.seconds > 0)
    believed = made.expected_points[played] * random.normal(1, prices.MARKET_ERROR, played.sum())
    columns: dict[str, np.ndarray] = {"points": made.points[played], "believed": believed}
    for book, margin in prices.MARGINS.items():
        line, over, under = prices.quote(
            believed, prices.DISPERSION["player_points"], margin, random
        )
        given = [float(each) if each != "" else np.nan for each in under]
        columns[book] = np.array([line, over, given])
    return columns


@pytest.mark.parametrize("book", prices.BOOKS)
def test_a_book_holds_what_books_hold(quotes: dict[str, np.ndarray], book: str) -> None:
    _, over, under = quotes[book]
    held = hold(american_to_decimal(over), american_to_decimal(under))
    assert np.nanmin(held) >= 0.04
    assert np.nanmax(held) <= 0.08
    assert np.isnan(under).mean() == pytest.approx(0.05, abs=0.02), "some sides are not quoted"


@pytest.mark.parametrize("book", prices.BOOKS)
def test_a_book_is_right_on_average(quotes: dict[str, np.ndarray], book: str) -> None:
    """Counts are skewed: a line at the mean would go under more often than the price says."""
    line, over, under = quotes[book]
    predicted, _ = no_vig_power(american_to_decimal(over), american_to_decimal(under))
    decided = ~np.isnan(predicted) & (quotes["points"] != line)
    happened = (quotes["points"] > line)[decided]
    assert predicted[decided].mean() == pytest.approx(happened.mean(), abs=0.025)
    assert happened.mean() == pytest.approx(0.5, abs=0.025)


def test_books_are_half_a_point_apart_and_seldom_more(quotes: dict[str, np.ndarray]) -> None:
    first, second, _ = (quotes[book][0] for book in prices.BOOKS)
    difference = np.abs(first - second)
    assert np.isin(difference, (0, 0.5, 1)).mean() > 0.95
    assert 0.2 < (difference > 0).mean() < 0.5


def test_few_bets_are_worth_it_and_by_a_few_per_cent(quotes: dict[str, np.ndarray]) -> None:
    """To one who knows as much as the market, what is left is where one book is off."""
    believed, best = quotes["believed"], np.full(len(quotes["believed"]), -1.0)
    for book in prices.BOOKS:
        line, over, under = quotes[book]
        both = ~np.isnan(under)
        outcome = NegativeBinomial1.of(believed, prices.DISPERSION["player_points"])
        worth = np.fmax(
            outcome.expected_value(line, "over", over),
            outcome.expected_value(line, "under", under),
        )
        best = np.where(both, np.maximum(best, worth), best)
    assert 0.005 < (best >= 0.02).mean() < 0.1
    assert best.max() < 0.12


def test_no_price_of_the_slate_to_come_is_later_than_the_clock() -> None:
    made = [p for p in LEAGUE.payloads() if p.resource == "player_props"]
    seen = [line.rsplit(",", 1)[1] for p in made for line in p.body.decode().splitlines()[1:]]
    assert max(seen) < f"{LEAGUE.now:%Y-%m-%dT%H:%M:%SZ}"
    assert max(seen) > f"{LEAGUE.now:%Y-%m-%dT20}", "and some are fresh"
