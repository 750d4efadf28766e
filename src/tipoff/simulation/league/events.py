"""Simulated games in the format of an odds service: events with the markets of every book."""

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
    capture_time,
    half,
    quote,
    quoted,
    team_names,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from tipoff.simulation.league.games import BoxScores
    from tipoff.simulation.league.people import IntArray, Players, Teams

MULTIPLIERS = (0.85, 1.0, 1.0, 1.0, 1.15)
"""Factors on the usual payout of a pick'em entry; one is drawn for each pick."""
ALTERNATE_POINTS = 4.0
"""Distance of alternate lines above the expected count."""
Markets = dict[str, list[dict[str, Any]]]
"""The outcomes that a book quotes, by market."""


def pickem_events(
    box_scores: BoxScores,
    teams: Teams,
    players: Players,
    first: int,
    last: int,
    seed: int,
    now: datetime,
) -> Iterator[tuple[str, bytes]]:
    """Yield events for games ``first`` to ``last - 1`` with a pick'em book's points lines.

    Yields:
        The event's id and the service's answer about it.
    """
    random = np.random.default_rng([seed, 4])
    side, place = quoted(box_scores, last, random)
    for game in range(first, last):
        here = side // 2 == game
        lines = _pickem_book(box_scores, players, side[here], place[here], random)
        yield _event(box_scores, teams, game, {PICKEM_BOOK: lines}, now)


def events(
    box_scores: BoxScores, teams: Teams, players: Players, games: range, seed: int
) -> Iterator[tuple[str, bytes]]:
    """Yield events with every book, its markets and alternate lines.

    Yields:
        The event's id and the service's answer about it.
    """
    random = np.random.default_rng([seed, 5])
    side, place = quoted(box_scores, games.stop, random)
    for game in games:
        here = side // 2 == game
        of_game = side[here], place[here]
        books = {
            book: _book(box_scores, teams, players, game, of_game, book, random) for book in BOOKS
        }
        books[PICKEM_BOOK] = _pickem_book(box_scores, players, *of_game, random)
        yield _event(box_scores, teams, game, books)


def _pickem_book(
    box_scores: BoxScores,
    players: Players,
    side: IntArray,
    place: IntArray,
    random: np.random.Generator,
) -> Markets:
    """Return a pick'em book's points lines, with a constant price as in the real service."""
    names = [players.names[p] for p in box_scores.player[side, place].tolist()]
    outcomes = [
        {
            "name": pick,
            "description": name,
            "price": 100,
            "point": float(line),
            "multiplier": float(random.choice(MULTIPLIERS)),
        }
        for name, line in zip(
            names, np.floor(box_scores.expected_points[side, place]) + 0.5, strict=True
        )
        for pick in ("Over", "Under")
    ]
    return {"player_points": outcomes}


def _book(
    box_scores: BoxScores,
    teams: Teams,
    players: Players,
    game: int,
    quoted: tuple[IntArray, IntArray],
    book: str,
    random: np.random.Generator,
) -> Markets:
    """Return a book's markets: game markets, three player markets and alternate points lines."""
    names = [players.names[p] for p in box_scores.player[quoted].tolist()]
    expected = {
        "player_points": box_scores.expected_points[quoted],
        "player_points_alternate": box_scores.expected_points[quoted] + ALTERNATE_POINTS,
        "player_rebounds": box_scores.expected_counts[quoted][:, :2].sum(axis=1),
        "player_assists": box_scores.expected_counts[quoted][:, 2],
    }
    markets = _game_markets(box_scores, teams, game, MARGINS[book], random)
    for market, book_mean in expected.items():
        dispersion = DISPERSION[market.removesuffix("_alternate")]
        lines, over, under = quote(book_mean, dispersion, MARGINS[book], random)
        markets[market] = [
            {"name": pick, "description": name, "price": int(price), "point": line}
            for name, line, *prices in zip(names, lines, over, under, strict=True)
            for pick, price in zip(("Over", "Under"), prices, strict=True)
            if price != ""
        ]
    return markets


def _game_markets(
    box_scores: BoxScores, teams: Teams, game: int, margin: float, random: np.random.Generator
) -> Markets:
    """Return a book's moneyline, spread and total of a game."""
    from scipy.special import ndtr

    home, away = box_scores.expected_points[2 * game : 2 * game + 2].sum(axis=1).tolist()
    lead, total = home - away + random.normal(0, 1.5), home + away + random.normal(0, 3.0)
    wins = american(ndtr(np.array([lead, -lead]) / 12.5), margin).tolist()
    even = int(american(np.array([0.5]), margin)[0])
    sides = team_names(box_scores, teams, game)
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
    box_scores: BoxScores,
    teams: Teams,
    game: int,
    books: Mapping[str, Markets],
    now: datetime | None = None,
) -> tuple[str, bytes]:
    """Return an event's id and the service's answer; prices are captured by ``now``, if given."""
    tip = box_scores.fixtures.tip_utc(game)
    captured_at = capture_time(tip - CLOSE, PICKEM_BOOK, now)
    home, away = team_names(box_scores, teams, game)
    event_id = f"demo{box_scores.fixtures.ids[game]}"
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
