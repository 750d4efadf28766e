"""Fictional bookmakers: noisy but honest expectations, rounded to lines, with a margin.

Books follow one market. What it believes of a player is off by a few per cent, each book differs
from it by far less, and all of them keep a margin: a bet is worth a few per cent at the most.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.sources.manual.lines_form import GAME_ODDS, PLAYER_PROPS

if TYPE_CHECKING:
    from datetime import datetime

    from tipoff.simulation.league.games import Played
    from tipoff.simulation.league.people import FloatArray, IntArray, Players, Teams

MARGINS = {"demo_draft": 1.05, "demo_duel": 1.06, "demo_house": 1.075}
"""What a book's implied probabilities sum to: it holds 4.8, 5.7 and 7 per cent of the stakes."""
PICKEM_BOOK = "demo_pick_us_dfs"
MARKET_ERROR, BOOK_ERROR = 0.02, 0.015
"""Relative errors of what the market believes, and of a book's difference from it."""
FINE_BELOW = 200
"""Prices nearer even than this are quoted to the unit, others in fives."""
MIN_QUOTED_POINTS = 8.0
COVERED = 0.75
"""Share of the players a book might quote that it does."""
FIRST_QUOTED_ROUND = 3
"""Books wait until they have seen everyone play."""
CLOSE = timedelta(minutes=20)
LAST_SEEN = {"demo_draft": 6, "demo_duel": 12, "demo_house": 25, PICKEM_BOOK: 40}
"""Minutes since each book of the slate to come was asked: no price is of later than the clock."""
MORNING = timedelta(hours=9)
BOOKS = tuple(MARGINS)
DISPERSION = {"player_points": 3.0, "player_rebounds": 1.5, "player_assists": 1.4}
"""Variance per mean of the counts, as the simulated games have it."""


def player_props(
    made: Played, players: Players, games: int, random: np.random.Generator, now: datetime
) -> bytes:
    """Return quotes of the first games as CSV: points at every book, early and before tip-off."""
    side, place = quoted(made, games, random)
    names = [players.names[p] for p in made.player[side, place].tolist()]
    tips = [made.fixtures.tip_utc(game) for game in (side // 2).tolist()]
    days = [str(made.fixtures.dates[game]) for game in (side // 2).tolist()]
    expected = {
        "player_points": made.expected_points[side, place],
        "player_rebounds": made.expected_counts[side, place, :2].sum(axis=1),
        "player_assists": made.expected_counts[side, place, 2],
    }
    market = {m: e * random.normal(1.0, MARKET_ERROR, e.shape) for m, e in expected.items()}
    quotes = [("player_points", book, CLOSE) for book in BOOKS]
    quotes += [("player_points", BOOKS[0], MORNING)]
    quotes += [(market, BOOKS[1], CLOSE) for market in ("player_rebounds", "player_assists")]
    rows = [",".join(PLAYER_PROPS)]
    for name, book, before in quotes:
        lines, over, under = quote(market[name], DISPERSION[name], MARGINS[book], random)
        for day, who, line, o, u, tip in zip(days, names, lines, over, under, tips, strict=True):
            captured_at = seen(tip - before, book, now)
            rows.append(f"{day},{who},{name},{book},{line},{o},{u},{captured_at}")
    return ("\n".join(rows) + "\n").encode()


def team_names(made: Played, teams: Teams, game: int) -> list[str]:
    """Return city and name of the home and the away team."""
    return [f"{teams.cities[p]} {teams.names[p]}" for p in made.team[2 * game : 2 * game + 2]]


def seen(due: datetime, book: str, now: datetime | None) -> str:
    """Return when a price was captured that was due at a time, which may be still to come.

    Without a clock it is the time that it was due.
    """
    latest = now - timedelta(minutes=LAST_SEEN[book]) if now else due
    return f"{min(due, latest):%Y-%m-%dT%H:%M:%SZ}"


def quoted(made: Played, games: int, random: np.random.Generator) -> tuple[IntArray, IntArray]:
    """Return sides and roster places of the players whom books quote, of shape (quoted,)."""
    is_quoted = made.expected_points[: 2 * games] >= MIN_QUOTED_POINTS
    is_quoted &= (made.fixtures.rounds[:games] >= FIRST_QUOTED_ROUND).repeat(2)[:, None]
    is_quoted &= random.random(is_quoted.shape) < COVERED
    side, place = np.nonzero(is_quoted)
    return side, place


def quote(
    market: FloatArray, dispersion: float, margin: float, random: np.random.Generator
) -> tuple[list[float], list[int], list[Any]]:
    """Return lines, over prices and under prices; one under in twenty is not given.

    Counts are skewed, and books know it: a line is the half nearest to even, often below the mean.
    """
    believed = np.maximum(market * random.normal(1.0, BOOK_ERROR, market.shape), 0.7)
    whole = random.random(market.shape) < 0.1
    line = _even_line(believed, dispersion)
    line = np.where(whole, np.maximum(np.rint(line), 1), line)
    p_over = _p_over(line, believed, dispersion)
    missing = random.random(market.shape) < 0.05
    under = np.where(missing, "", american(1 - p_over, margin).astype(str))
    return line.tolist(), american(p_over, margin).tolist(), under.tolist()


def _even_line(believed: FloatArray, dispersion: float) -> FloatArray:
    """Return the half nearest to even of those around the mean and the one below them."""
    halves = np.maximum(np.floor(believed) + np.array([[-1.5], [-0.5], [0.5]]), 0.5)
    uneven = np.abs(_p_over(halves, believed, dispersion) - 0.5)
    return np.asarray(np.take_along_axis(halves, uneven.argmin(axis=0)[None], 0)[0])


def _p_over(line: FloatArray, mean: FloatArray, dispersion: float) -> FloatArray:
    """Return the probability of over, pushes aside, of a count with variance mean * dispersion.

    The distribution function of a negative binomial is an incomplete beta function.
    """
    from scipy.special import betainc

    size, success = mean / (dispersion - 1), 1 / dispersion
    over = 1 - betainc(size, np.floor(line) + 1, success)
    under = betainc(size, np.ceil(line), success)  # of a count of ceil(line) - 1 or less
    return np.asarray(over / (over + under))


def american(probability: FloatArray, margin: float) -> Any:
    """Return American odds with the margin in them, to the unit where they are near even."""
    implied = np.clip(probability * margin, 0.03, 0.96)
    price = np.where(implied >= 0.5, -100 * implied / (1 - implied), 100 * (1 - implied) / implied)
    fine = np.abs(price) < FINE_BELOW
    rounded = np.where(fine, np.rint(price), np.rint(price / 5) * 5).astype(np.int64)
    return np.where(np.abs(rounded) < 100, 100, rounded)


def game_odds(made: Played, teams: Teams, games: int, random: np.random.Generator) -> bytes:
    """Return spread, total and moneylines of the first games as CSV."""
    from scipy.special import ndtr

    points = made.expected_points[: 2 * games].sum(axis=1).reshape(-1, 2)
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
        day = made.fixtures.dates[game]
        names = team_names(made, teams, game)
        rows.append(
            f"{day},{names[0]},{names[1]},{spread_open[game]},{spread[game]},{opening[game]},"
            f"{closing[game]},{home[game]},{away[game]}"
        )
    return ("\n".join(rows) + "\n").encode()


def half(values: FloatArray) -> list[float]:
    """Return values to the nearest half."""
    return [round(2 * value) / 2 for value in values.tolist()]
