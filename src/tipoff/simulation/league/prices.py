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
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from tipoff.simulation.league.games import Played
    from tipoff.simulation.league.people import FloatArray, IntArray, Players, Teams

MARGINS = {"demo_draft": 1.05, "demo_duel": 1.06, "demo_house": 1.075}
"""What a book's implied probabilities sum to: it holds 4.8, 5.7 and 7 per cent of the stakes."""
PICKEM_BOOK = "demo_pick_us_dfs"
MULTIPLIERS = (0.85, 1.0, 1.0, 1.0, 1.15)
MARKET_ERROR, BOOK_ERROR = 0.02, 0.006
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
ALTERNATE_POINTS = 4.0
"""How far alternate lines lie above what is expected."""
Markets = dict[str, list[dict[str, Any]]]
"""The outcomes that a book quotes, by market."""
DISPERSION = {"player_points": 2.4, "player_rebounds": 1.4, "player_assists": 1.4}


def player_props(
    made: Played, players: Players, games: int, random: np.random.Generator, now: datetime
) -> bytes:
    """Return quotes of the first games as CSV: points at every book, early and before tip-off."""
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
            seen = _seen(tip - before, book, now)
            rows.append(f"{day},{who},{name},{book},{line},{o},{u},{seen}")
    return ("\n".join(rows) + "\n").encode()


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
    side, place = _quoted(made, last, random)
    for game in range(first, last):
        here = side // 2 == game
        quoted = _pickem_book(made, players, side[here], place[here], random)
        yield _event(made, teams, game, {PICKEM_BOOK: quoted}, now)


def events(
    made: Played, teams: Teams, players: Players, games: range, seed: int
) -> Iterator[tuple[str, bytes]]:
    """Yield games as an odds service tells them: every book, its markets and alternate lines.

    Each comes as the event's id and the answer about it.
    """
    random = np.random.default_rng([seed, 5])
    side, place = _quoted(made, games.stop, random)
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
        lines, over, under = _quote(believed, dispersion, MARGINS[book], random)
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
    wins = _american(ndtr(np.array([lead, -lead]) / 12.5), margin).tolist()
    even = int(_american(np.array([0.5]), margin)[0])
    sides = _team_names(made, teams, game)
    (spread,), (points,) = _half(np.array([-lead])), _half(np.array([total]))
    return {
        "h2h": [{"name": n, "price": p} for n, p in zip(sides, wins, strict=True)],
        "spreads": [
            {"name": name, "price": even, "point": point}
            for name, point in zip(sides, (spread, -spread), strict=True)
        ],
        "totals": [{"name": n, "price": even, "point": points} for n in ("Over", "Under")],
    }


def _team_names(made: Played, teams: Teams, game: int) -> list[str]:
    """Return city and name of the home and the away team."""
    return [f"{teams.cities[p]} {teams.names[p]}" for p in made.team[2 * game : 2 * game + 2]]


def _event(
    made: Played, teams: Teams, game: int, books: Mapping[str, Markets], now: datetime | None = None
) -> tuple[str, bytes]:
    """Return one event in the service's own form, with its id; seen by a clock, if there is one."""
    tip = made.fixtures.tip_utc(game)
    seen = _seen(tip - CLOSE, PICKEM_BOOK, now) if now else f"{tip - CLOSE:%Y-%m-%dT%H:%M:%SZ}"
    home, away = _team_names(made, teams, game)
    event_id = f"demo{made.fixtures.ids[game]}"
    bookmakers = [
        {
            "key": book,
            "title": book,
            "last_update": seen,
            "markets": [
                {"key": key, "last_update": seen, "outcomes": outcomes}
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


def _seen(due: datetime, book: str, now: datetime) -> str:
    """Return when a price was captured that was due at a time, which may be still to come."""
    return f"{min(due, now - timedelta(minutes=LAST_SEEN[book])):%Y-%m-%dT%H:%M:%SZ}"


def _quoted(made: Played, games: int, random: np.random.Generator) -> tuple[IntArray, IntArray]:
    """Return sides and roster places of the players whom books quote, of shape (quoted,)."""
    quoted = made.expected_points[: 2 * games] >= MIN_QUOTED_POINTS
    quoted &= (made.fixtures.rounds[:games] >= FIRST_QUOTED_ROUND).repeat(2)[:, None]
    quoted &= random.random(quoted.shape) < COVERED
    side, place = np.nonzero(quoted)
    return side, place


def _quote(
    market: FloatArray, dispersion: float, margin: float, random: np.random.Generator
) -> tuple[list[float], list[int], list[Any]]:
    """Return lines, over prices and under prices; one under in twenty is not given."""
    from scipy.special import ndtr

    believed = np.maximum(market * random.normal(1.0, BOOK_ERROR, market.shape), 0.7)
    whole = random.random(market.shape) < 0.1
    line = np.where(whole, np.maximum(np.rint(believed), 1), np.floor(believed) + 0.5)
    p_over = 1 - ndtr((line - believed) / np.sqrt(dispersion * believed))
    missing = random.random(market.shape) < 0.05
    under = np.where(missing, "", _american(1 - p_over, margin).astype(str))
    return line.tolist(), _american(p_over, margin).tolist(), under.tolist()


def _american(probability: FloatArray, margin: float) -> Any:
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
    spread, spread_open = (_half(-m) for m in (margin, margin + moved[0]))
    closing, opening = (_half(t) for t in (total, total + moved[1]))
    home_wins = ndtr(margin / 12.5)
    margin_of_book = MARGINS[BOOKS[0]]
    home, away = (_american(p, margin_of_book).tolist() for p in (home_wins, 1 - home_wins))
    rows = [",".join(GAME_ODDS)]
    for game in range(games):
        day = made.fixtures.dates[game]
        names = _team_names(made, teams, game)
        rows.append(
            f"{day},{names[0]},{names[1]},{spread_open[game]},{spread[game]},{opening[game]},"
            f"{closing[game]},{home[game]},{away[game]}"
        )
    return ("\n".join(rows) + "\n").encode()


def _half(values: FloatArray) -> list[float]:
    return [round(2 * value) / 2 for value in values.tolist()]
