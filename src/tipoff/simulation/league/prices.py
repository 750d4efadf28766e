"""Fictional bookmakers: noisy but unbiased expectations, rounded to lines, with a margin.

All books follow one market. The market's expected counts have relative errors of a few per cent,
each book differs slightly from the market, and all keep a margin. So bets are worth a few per cent
at most.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.sources.manual.lines_form import GAME_ODDS, PLAYER_PROPS

if TYPE_CHECKING:
    from datetime import datetime

    from tipoff.simulation.league.games import BoxScores
    from tipoff.simulation.league.people import FloatArray, IntArray, Players, Teams

MARGINS = {"demo_draft": 1.05, "demo_duel": 1.06, "demo_house": 1.075}
"""Sum of a book's implied probabilities: the books keep 4.8, 5.7 and 7 per cent of the stakes."""
PICKEM_BOOK = "demo_pick_us_dfs"
MARKET_ERROR, BOOK_ERROR = 0.02, 0.015
"""Relative standard deviations of the market's error, and of a book's difference from it."""
FINE_BELOW = 200
"""American odds below this are quoted in units of 1, others in units of 5."""
MIN_QUOTED_POINTS = 8.0
QUOTED_SHARE = 0.75
"""Share of the eligible players whom books quote."""
FIRST_QUOTED_ROUND = 3
"""First round with quotes: before it, players have too few games."""
CLOSE = timedelta(minutes=20)
MINUTES_SINCE_CAPTURE = {"demo_draft": 6, "demo_duel": 12, "demo_house": 25, PICKEM_BOOK: 40}
"""Minutes before the league's clock at which each book's prices of coming games were captured."""
MORNING = timedelta(hours=9)
BOOKS = tuple(MARGINS)
DISPERSION = {"player_points": 3.0, "player_rebounds": 1.5, "player_assists": 1.4}
"""Variance divided by mean of the counts in the simulated games."""


def player_props(
    box_scores: BoxScores, players: Players, games: int, random: np.random.Generator, now: datetime
) -> bytes:
    """Return quotes of three markets for the first ``games`` games, as CSV."""
    side, place = quoted(box_scores, games, random)
    names = [players.names[p] for p in box_scores.player[side, place].tolist()]
    tips = [box_scores.fixtures.tip_utc(game) for game in (side // 2).tolist()]
    days = [str(box_scores.fixtures.dates[game]) for game in (side // 2).tolist()]
    expected = {
        "player_points": box_scores.expected_points[side, place],
        "player_rebounds": box_scores.expected_counts[side, place, :2].sum(axis=1),
        "player_assists": box_scores.expected_counts[side, place, 2],
    }
    market = {m: e * random.normal(1.0, MARKET_ERROR, e.shape) for m, e in expected.items()}
    quotes = [("player_points", book, CLOSE) for book in BOOKS]
    quotes += [("player_points", BOOKS[0], MORNING)]
    quotes += [(market, BOOKS[1], CLOSE) for market in ("player_rebounds", "player_assists")]
    rows = [",".join(PLAYER_PROPS)]
    for name, book, before in quotes:
        lines, over, under = quote(market[name], DISPERSION[name], MARGINS[book], random)
        for day, who, line, o, u, tip in zip(days, names, lines, over, under, tips, strict=True):
            captured_at = capture_time(tip - before, book, now)
            rows.append(f"{day},{who},{name},{book},{line},{o},{u},{captured_at}")
    return ("\n".join(rows) + "\n").encode()


def team_names(box_scores: BoxScores, teams: Teams, game: int) -> list[str]:
    """Return the full names of the home and the away team."""
    return [f"{teams.cities[p]} {teams.names[p]}" for p in box_scores.team[2 * game : 2 * game + 2]]


def capture_time(due: datetime, book: str, now: datetime | None) -> str:
    """Return the capture time of a price that was due at a time.

    It is the due time, or the book's last capture before ``now`` if that is earlier.
    """
    latest = now - timedelta(minutes=MINUTES_SINCE_CAPTURE[book]) if now else due
    return f"{min(due, latest):%Y-%m-%dT%H:%M:%SZ}"


def quoted(
    box_scores: BoxScores, games: int, random: np.random.Generator
) -> tuple[IntArray, IntArray]:
    """Return the sides and roster places of quoted players, each of shape (quoted players,)."""
    is_quoted = box_scores.expected_points[: 2 * games] >= MIN_QUOTED_POINTS
    is_quoted &= (box_scores.fixtures.rounds[:games] >= FIRST_QUOTED_ROUND).repeat(2)[:, None]
    is_quoted &= random.random(is_quoted.shape) < QUOTED_SHARE
    side, place = np.nonzero(is_quoted)
    return side, place


def quote(
    market: FloatArray, dispersion: float, margin: float, random: np.random.Generator
) -> tuple[list[float], list[int], list[Any]]:
    """Return lines, over prices and under prices; one under price in twenty is missing.

    A line is the half-point with P(over) closest to even. As counts are skewed, it is often below
    the mean. One line in ten is rounded to a whole number.
    """
    book_mean = np.maximum(market * random.normal(1.0, BOOK_ERROR, market.shape), 0.7)
    whole = random.random(market.shape) < 0.1
    line = _even_line(book_mean, dispersion)
    line = np.where(whole, np.maximum(np.rint(line), 1), line)
    p_over = _p_over(line, book_mean, dispersion)
    missing = random.random(market.shape) < 0.05
    under = np.where(missing, "", american(1 - p_over, margin).astype(str))
    return line.tolist(), american(p_over, margin).tolist(), under.tolist()


def _even_line(book_mean: FloatArray, dispersion: float) -> FloatArray:
    """Return the half-point with P(over) closest to even, among those around and below the mean."""
    halves = np.maximum(np.floor(book_mean) + np.array([[-1.5], [-0.5], [0.5]]), 0.5)
    uneven = np.abs(_p_over(halves, book_mean, dispersion) - 0.5)
    return np.asarray(np.take_along_axis(halves, uneven.argmin(axis=0)[None], 0)[0])


def _p_over(line: FloatArray, mean: FloatArray, dispersion: float) -> FloatArray:
    """Return the probability of over given no push, for a count with variance mean * dispersion.

    The distribution function of a negative binomial is an incomplete beta function.
    """
    from scipy.special import betainc

    size, success = mean / (dispersion - 1), 1 / dispersion
    over = 1 - betainc(size, np.floor(line) + 1, success)
    under = betainc(size, np.ceil(line), success)  # of a count of ceil(line) - 1 or less
    return np.asarray(over / (over + under))


def american(probability: FloatArray, margin: float) -> Any:
    """Return American odds that include the margin, rounded to 1 or, far from even, to 5."""
    implied = np.clip(probability * margin, 0.03, 0.96)
    price = np.where(implied >= 0.5, -100 * implied / (1 - implied), 100 * (1 - implied) / implied)
    fine = np.abs(price) < FINE_BELOW
    rounded = np.where(fine, np.rint(price), np.rint(price / 5) * 5).astype(np.int64)
    return np.where(np.abs(rounded) < 100, 100, rounded)


def game_odds(
    box_scores: BoxScores, teams: Teams, games: int, random: np.random.Generator
) -> bytes:
    """Return spread, total and moneylines of the first ``games`` games as CSV."""
    from scipy.special import ndtr

    points = box_scores.expected_points[: 2 * games].sum(axis=1).reshape(-1, 2)
    margin = points[:, 0] - points[:, 1] + random.normal(0, 1.5, games)
    total = points.sum(axis=1) + random.normal(0, 3.0, games)
    moved = random.normal(0, 1.0, (2, games))
    spread, spread_open = (half(-m) for m in (margin, margin + moved[0]))
    closing, opening = (half(t) for t in (total, total + moved[1]))
    home_wins = ndtr(margin / 12.5)
    margin_of_book = MARGINS[BOOKS[0]]
    home, away = (american(p, margin_of_book).tolist() for p in (home_wins, 1 - home_wins))
    rows = [",".join(GAME_ODDS)]
    for game in range(games):
        day = box_scores.fixtures.dates[game]
        names = team_names(box_scores, teams, game)
        rows.append(
            f"{day},{names[0]},{names[1]},{spread_open[game]},{spread[game]},{opening[game]},"
            f"{closing[game]},{home[game]},{away[game]}"
        )
    return ("\n".join(rows) + "\n").encode()


def half(values: FloatArray) -> list[float]:
    """Return values rounded to the nearest half."""
    return [round(2 * value) / 2 for value in values.tolist()]
