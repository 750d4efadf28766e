"""Fictional bookmakers: noisy but honest expectations, rounded to lines, with a margin."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.sources.lines import GAME_ODDS, PLAYER_PROPS

if TYPE_CHECKING:
    from tipoff.sources.simulated.games import Played
    from tipoff.sources.simulated.people import FloatArray, Players, Teams

BOOKS = ("demo_draft", "demo_duel", "demo_house")
MARGIN = 1.055
LEAST_POINTS = 8.0
COVERED = 0.75
"""Share of the players a book might quote that it does."""
FIRST_QUOTED_ROUND = 3
"""Books wait until they have seen everyone play."""
CLOSE = timedelta(minutes=20)
MORNING = timedelta(hours=9)
DISPERSION = {"player_points": 2.4, "player_rebounds": 1.4, "player_assists": 1.4}


def player_props(made: Played, players: Players, games: int, random: np.random.Generator) -> bytes:
    """Quotes of the first games as CSV: points at every book, before tip and in the morning."""
    quoted = made.expected_points[: 2 * games] >= LEAST_POINTS
    quoted &= (made.fixtures.rounds[:games] >= FIRST_QUOTED_ROUND).repeat(2)[:, None]
    quoted &= random.random(quoted.shape) < COVERED
    side, place = np.nonzero(quoted)
    names = [players.names[p] for p in made.player[side, place].tolist()]
    tips = [made.fixtures.tip_utc(game) for game in (side // 2).tolist()]
    days = [str(made.fixtures.dates[game]) for game in (side // 2).tolist()]
    expected = {
        "player_points": made.expected_points[side, place],
        "player_rebounds": made.expected_counts[side, place, :2].sum(axis=1),
        "player_assists": made.expected_counts[side, place, 2],
    }
    quotes = [("player_points", book, CLOSE) for book in BOOKS]
    quotes += [("player_points", BOOKS[0], MORNING)]
    quotes += [(market, BOOKS[1], CLOSE) for market in ("player_rebounds", "player_assists")]
    rows = [",".join(PLAYER_PROPS)]
    for market, book, before in quotes:
        lines, over, under = _quote(expected[market], DISPERSION[market], random)
        for day, name, line, o, u, tip in zip(days, names, lines, over, under, tips, strict=True):
            seen = f"{tip - before:%Y-%m-%dT%H:%M:%SZ}"
            rows.append(f"{day},{name},{market},{book},{line},{o},{u},{seen}")
    return ("\n".join(rows) + "\n").encode()


def _quote(
    expected: FloatArray, dispersion: float, random: np.random.Generator
) -> tuple[list[float], list[int], list[Any]]:
    """Lines, over prices and under prices; one under in twenty is not given."""
    from scipy.special import ndtr

    believed = np.maximum(expected * random.normal(1.0, 0.05, expected.shape), 0.7)
    whole = random.random(expected.shape) < 0.1
    line = np.where(whole, np.maximum(np.rint(believed), 1), np.floor(believed) + 0.5)
    p_over = 1 - ndtr((line - believed) / np.sqrt(dispersion * believed))
    missing = random.random(expected.shape) < 0.05
    under = np.where(missing, "", _american(1 - p_over).astype(str))
    return line.tolist(), _american(p_over).tolist(), under.tolist()


def _american(probability: FloatArray) -> Any:
    """American odds, in fives, with the margin in them."""
    implied = np.clip(probability * MARGIN, 0.03, 0.96)
    price = np.where(implied >= 0.5, -100 * implied / (1 - implied), 100 * (1 - implied) / implied)
    rounded = (np.rint(price / 5) * 5).astype(np.int64)
    return np.where(np.abs(rounded) < 100, 100, rounded)


def game_odds(made: Played, teams: Teams, games: int, random: np.random.Generator) -> bytes:
    """Spread, total and moneylines of the first games as CSV."""
    from scipy.special import ndtr

    points = made.expected_points[: 2 * games].sum(axis=1).reshape(-1, 2)
    margin = points[:, 0] - points[:, 1] + random.normal(0, 1.5, games)
    total = points.sum(axis=1) + random.normal(0, 3.0, games)
    moved = random.normal(0, 1.0, (2, games))
    spread, spread_open = (_half(-m) for m in (margin, margin + moved[0]))
    closing, opening = (_half(t) for t in (total, total + moved[1]))
    home_wins = ndtr(margin / 12.5)
    home, away = _american(home_wins).tolist(), _american(1 - home_wins).tolist()
    rows = [",".join(GAME_ODDS)]
    for game in range(games):
        day = made.fixtures.dates[game]
        names = [f"{teams.cities[p]} {teams.names[p]}" for p in made.team[2 * game : 2 * game + 2]]
        rows.append(
            f"{day},{names[0]},{names[1]},{spread_open[game]},{spread[game]},{opening[game]},"
            f"{closing[game]},{home[game]},{away[game]}"
        )
    return ("\n".join(rows) + "\n").encode()


def _half(values: FloatArray) -> list[float]:
    return [round(2 * value) / 2 for value in values.tolist()]
