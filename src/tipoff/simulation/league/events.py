"""Simulated games as an odds service tells them: events with the markets of every book."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import orjson

from tipoff.simulation.league.prices import (
    BOOKS,
    CLOSE,
    DISPERSION,
    MARGINS,
    PICKEM_BOOK,
    american,
    half,
    quote,
    quoted,
    seen,
    team_names,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from tipoff.simulation.league.games import Played
    from tipoff.simulation.league.people import IntArray, Players, Teams

MULTIPLIERS = (0.85, 1.0, 1.0, 1.0, 1.15)
"""Of the usual payout of a pick'em; one is drawn for each pick."""
ALTERNATE_POINTS = 4.0
"""How far alternate lines lie above what is expected."""
Markets = dict[str, list[dict[str, Any]]]
"""The outcomes that a book quotes, by market."""


def pickem_events(
    made: Played,
    teams: Teams,
    players: Players,
    first: int,
    last: int,
    seed: int,
    now: datetime,
) -> Iterator[tuple[str, bytes]]:
    """Yield games ``first`` to ``last`` as an odds service tells a pick'em book's points lines.

    Yields:
        The event's id and the answer about it.
    """
    random = np.random.default_rng([seed, 4])
    side, place = quoted(made, last, random)
    for game in range(first, last):
        here = side // 2 == game
        lines = _pickem_book(made, players, side[here], place[here], random)
        yield _event(made, teams, game, {PICKEM_BOOK: lines}, now)


def events(
    made: Played, teams: Teams, players: Players, games: range, seed: int
) -> Iterator[tuple[str, bytes]]:
    """Yield games as an odds service tells them: every book, its markets and alternate lines.

    Each comes as the event's id and the answer about it.
    """
    random = np.random.default_rng([seed, 5])
    side, place = quoted(made, games.stop, random)
    for game in games:
        here = side // 2 == game
        of_game = side[here], place[here]
        books = {book: _book(made, teams, players, game, of_game, book, random) for book in BOOKS}
        books[PICKEM_BOOK] = _pickem_book(made, players, *of_game, random)
        yield _event(made, teams, game, books)


def _pickem_book(
    made: Played, players: Players, side: IntArray, place: IntArray, random: np.random.Generator
) -> Markets:
    """Return a pick'em book's points lines; the price is filled in, as the service does."""
    names = [players.names[p] for p in made.player[side, place].tolist()]
    outcomes = [
        {
            "name": pick,
            "description": name,
            "price": 100,
            "point": float(line),
            "multiplier": float(random.choice(MULTIPLIERS)),
        }
        for name, line in zip(names, np.floor(made.expected_points[side, place]) + 0.5, strict=True)
        for pick in ("Over", "Under")
    ]
    return {"player_points": outcomes}


def _book(
    made: Played,
    teams: Teams,
    players: Players,
    game: int,
    quoted: tuple[IntArray, IntArray],
    book: str,
    random: np.random.Generator,
) -> Markets:
    """Return a book's markets: the game's own, three of players, and alternate lines of points."""
    names = [players.names[p] for p in made.player[quoted].tolist()]
    expected = {
        "player_points": made.expected_points[quoted],
        "player_points_alternate": made.expected_points[quoted] + ALTERNATE_POINTS,
        "player_rebounds": made.expected_counts[quoted][:, :2].sum(axis=1),
        "player_assists": made.expected_counts[quoted][:, 2],
    }
    markets = _game_markets(made, teams, game, MARGINS[book], random)
    for market, believed in expected.items():
        dispersion = DISPERSION[market.removesuffix("_alternate")]
        lines, over, under = quote(believed, dispersion, MARGINS[book], random)
        markets[market] = [
            {"name": pick, "description": name, "price": int(price), "point": line}
            for name, line, *prices in zip(names, lines, over, under, strict=True)
            for pick, price in zip(("Over", "Under"), prices, strict=True)
            if price != ""
        ]
    return markets


def _game_markets(
    made: Played, teams: Teams, game: int, margin: float, random: np.random.Generator
) -> Markets:
    """Return a book's moneyline, spread and total of a game."""
    from scipy.special import ndtr

    home, away = made.expected_points[2 * game : 2 * game + 2].sum(axis=1).tolist()
    lead, total = home - away + random.normal(0, 1.5), home + away + random.normal(0, 3.0)
    wins = american(ndtr(np.array([lead, -lead]) / 12.5), margin).tolist()
    even = int(american(np.array([0.5]), margin)[0])
    sides = team_names(made, teams, game)
    (spread,), (points,) = half(np.array([-lead])), half(np.array([total]))
    return {
        "h2h": [{"name": n, "price": p} for n, p in zip(sides, wins, strict=True)],
        "spreads": [
            {"name": name, "price": even, "point": point}
            for name, point in zip(sides, (spread, -spread), strict=True)
        ],
        "totals": [{"name": n, "price": even, "point": points} for n in ("Over", "Under")],
    }


def _event(
    made: Played, teams: Teams, game: int, books: Mapping[str, Markets], now: datetime | None = None
) -> tuple[str, bytes]:
    """Return one event in the service's own form, with its id; seen by a clock, if there is one."""
    tip = made.fixtures.tip_utc(game)
    captured_at = seen(tip - CLOSE, PICKEM_BOOK, now)
    home, away = team_names(made, teams, game)
    event_id = f"demo{made.fixtures.ids[game]}"
    bookmakers = [
        {
            "key": book,
            "title": book,
            "last_update": captured_at,
            "markets": [
                {"key": key, "last_update": captured_at, "outcomes": outcomes}
                for key, outcomes in markets.items()
            ],
        }
        for book, markets in books.items()
    ]
    record = {
        "id": event_id,
        "sport_key": "basketball_nba",
        "sport_title": "NBA",
        "commence_time": f"{tip:%Y-%m-%dT%H:%M:%SZ}",
        "home_team": home,
        "away_team": away,
        "bookmakers": bookmakers,
    }
    return event_id, orjson.dumps(record)
