"""Fictional bookmakers: noisy but honest expectations, rounded to lines, with a margin.

Books follow one market. What it believes of a player is off by a few per cent, each book differs
from it by far less, and all of them keep a margin: a bet is worth a few per cent at the most.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import orjson

from tipoff.sources.manual.lines_check import GAME_ODDS, PLAYER_PROPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.simulation.league.games import Played
    from tipoff.simulation.league.people import FloatArray, IntArray, Players, Teams

MARGINS = {"demo_draft": 1.05, "demo_duel": 1.06, "demo_house": 1.075}
"""What a book's implied probabilities sum to: it holds 4.8, 5.7 and 7 per cent of the stakes."""
PICKEM_BOOK = "demo_pick_us_dfs"
MULTIPLIERS = (0.85, 1.0, 1.0, 1.0, 1.15)
MARKET_ERROR, BOOK_ERROR = 0.02, 0.006
"""Relative errors of what the market believes, and of a book beside it."""
FINE_BELOW = 200
"""Prices nearer even than this are quoted to the unit, others in fives."""
MIN_QUOTED_POINTS = 8.0
COVERED = 0.75
"""Share of the players a book might quote that it does."""
FIRST_QUOTED_ROUND = 3
"""Books wait until they have seen everyone play."""
CLOSE = timedelta(minutes=20)
MORNING = timedelta(hours=9)
BOOKS = tuple(MARGINS)
DISPERSION = {"player_points": 2.4, "player_rebounds": 1.4, "player_assists": 1.4}


def player_props(made: Played, players: Players, games: int, random: np.random.Generator) -> bytes:
    """Quotes of the first games as CSV: points at every book, before tip and in the morning."""
    side, place = _quoted(made, games, random)
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
        lines, over, under = _quote(market[name], DISPERSION[name], MARGINS[book], random)
        for day, who, line, o, u, tip in zip(days, names, lines, over, under, tips, strict=True):
            seen = f"{tip - before:%Y-%m-%dT%H:%M:%SZ}"
            rows.append(f"{day},{who},{name},{book},{line},{o},{u},{seen}")
    return ("\n".join(rows) + "\n").encode()


def pickem_events(
    made: Played, teams: Teams, players: Players, first: int, last: int, seed: int
) -> Iterator[tuple[str, bytes]]:
    """Games ``first`` to ``last`` as an odds service tells them: a pick'em book's points lines.

    Yields:
        The event's id and the answer about it.
    """
    random = np.random.default_rng([seed, 4])
    side, place = _quoted(made, last, random)
    for game in range(first, last):
        here = side // 2 == game
        names = [players.names[p] for p in made.player[side[here], place[here]].tolist()]
        believed = made.expected_points[side[here], place[here]]
        outcomes = [
            {
                "name": pick,
                "description": name,
                "price": 100,
                "point": float(line),
                "multiplier": float(random.choice(MULTIPLIERS)),
            }
            for name, line in zip(names, np.floor(believed) + 0.5, strict=True)
            for pick in ("Over", "Under")
        ]
        yield _event(made, teams, game, outcomes)


def _event(
    made: Played, teams: Teams, game: int, outcomes: list[dict[str, Any]]
) -> tuple[str, bytes]:
    """One event in the service's own form; a pick'em's price is filled in, as the service does."""
    tip = made.fixtures.tip_utc(game)
    seen = f"{tip - CLOSE:%Y-%m-%dT%H:%M:%SZ}"
    home, away = (f"{teams.cities[p]} {teams.names[p]}" for p in made.team[2 * game : 2 * game + 2])
    market = {"key": "player_points", "last_update": seen, "outcomes": outcomes}
    book = {"key": PICKEM_BOOK, "title": PICKEM_BOOK, "last_update": seen, "markets": [market]}
    event_id = f"demo{made.fixtures.ids[game]}"
    record = {
        "id": event_id,
        "sport_key": "basketball_nba",
        "sport_title": "NBA",
        "commence_time": f"{tip:%Y-%m-%dT%H:%M:%SZ}",
        "home_team": home,
        "away_team": away,
        "bookmakers": [book],
    }
    return event_id, orjson.dumps(record)


def _quoted(made: Played, games: int, random: np.random.Generator) -> tuple[IntArray, IntArray]:
    """Sides and roster places of the players whom books quote, arrays of shape (quoted,)."""
    quoted = made.expected_points[: 2 * games] >= MIN_QUOTED_POINTS
    quoted &= (made.fixtures.rounds[:games] >= FIRST_QUOTED_ROUND).repeat(2)[:, None]
    quoted &= random.random(quoted.shape) < COVERED
    side, place = np.nonzero(quoted)
    return side, place


def _quote(
    market: FloatArray, dispersion: float, margin: float, random: np.random.Generator
) -> tuple[list[float], list[int], list[Any]]:
    """Lines, over prices and under prices; one under in twenty is not given."""
    from scipy.special import ndtr

    believed = np.maximum(market * random.normal(1.0, BOOK_ERROR, market.shape), 0.7)
    whole = random.random(market.shape) < 0.1
    line = np.where(whole, np.maximum(np.rint(believed), 1), np.floor(believed) + 0.5)
    p_over = 1 - ndtr((line - believed) / np.sqrt(dispersion * believed))
    missing = random.random(market.shape) < 0.05
    under = np.where(missing, "", _american(1 - p_over, margin).astype(str))
    return line.tolist(), _american(p_over, margin).tolist(), under.tolist()


def _american(probability: FloatArray, margin: float) -> Any:
    """American odds with the margin in them, to the unit where they are near even."""
    implied = np.clip(probability * margin, 0.03, 0.96)
    price = np.where(implied >= 0.5, -100 * implied / (1 - implied), 100 * (1 - implied) / implied)
    fine = np.abs(price) < FINE_BELOW
    rounded = np.where(fine, np.rint(price), np.rint(price / 5) * 5).astype(np.int64)
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
    margin_of_book = MARGINS[BOOKS[0]]
    home, away = (_american(p, margin_of_book).tolist() for p in (home_wins, 1 - home_wins))
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
