"""Settle bets: find the player, read the result, and compare the price with the closing price."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.analytics.prop_result import result_against_line
from tipoff.domain.markets import MARKETS
from tipoff.domain.names import spelling_key
from tipoff.kernel.errors import UsageError
from tipoff.predictions.graded_games import (
    GAME,
    complete_games,
    moved_games,
    scheduled_dates,
)
from tipoff.predictions.odds.book_quotes import closing_line_value
from tipoff.predictions.odds.conversions import american_to_decimal

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    import pyarrow as pa

    from tipoff.app.bets.bet import Bet, Game
    from tipoff.kernel.reading import Rows


@dataclass(frozen=True)
class Settled:
    """A bet with its outcome; fields are None as long as they are unknown."""

    bet: Bet
    actual: int | None
    """The player's count in the market."""
    result: str | None
    """The result: won, lost, push or void."""
    gain: float | None
    """The profit, negative for a loss, in the unit of the stake."""
    closing_line: float | None
    """The book's last line before tip-off: the bet's own line if it was offered, else the main."""
    closing_line_value: float | None
    """How much more the price pays than the book's last price on the same side and line."""


def find_player(session: Rows, day: date, name: str) -> dict[str, Any]:
    """Return the only player of a date's games whose name is or contains a text.

    Raises:
        UsageError: no player or several players match; the message lists similar names.
    """
    rows = session.arrow(
        "SELECT game_id, player_id, player_name FROM player_pool"
        f" WHERE game_date = DATE '{day}' ORDER BY player_name"
    ).to_pylist()
    wanted = spelling_key(name)
    keys = [spelling_key(row["player_name"]) for row in rows]
    exact = [row for row, key in zip(rows, keys, strict=True) if key == wanted]
    matches = exact or [row for row, key in zip(rows, keys, strict=True) if wanted in key]
    if len(matches) == 1:
        return dict(matches[0])
    names = {spelling_key(row["player_name"]): row["player_name"] for row in matches or rows}
    near = list(names) if matches else get_close_matches(wanted, names, 5, 0.5)
    listed = ", ".join(names[each] for each in near) or "there is no similar name"
    problem = "several are called" if matches else "nobody is called"
    raise UsageError(f"{problem} {name!r} on {day}: {listed}")


@dataclass(frozen=True)
class Results:
    """The results of some games, by the rules of Tipoff's own grades."""

    complete: frozenset[Game]
    """Games that have a result, and both teams in every box score."""
    moved: frozenset[Game]
    """Games that the schedule no longer has on their date, though it covers that date."""
    counts: Mapping[tuple[Game, int], Mapping[str, int]]
    """Each player's counts, by game and player."""

    @classmethod
    def read(cls, session: Rows, games: Collection[Game]) -> Results:
        """Read the results of games on their dates."""
        import pyarrow as pa

        dates = ", ".join(f"DATE '{day}'" for day in sorted({day for _, day in games}))
        if not dates:
            return cls(frozenset(), frozenset(), {})
        on_dates = f"WHERE game_date IN ({dates})"
        schedule = session.arrow(
            f"SELECT {', '.join(GAME)}, is_final, home_team_id, away_team_id FROM schedule"
        )
        logs = (
            session.arrow(f"SELECT DISTINCT {', '.join(GAME)}, team_id FROM {log} {on_dates}")
            for log in ("player_box_score", "team_box_score")
        )
        requested = pa.Table.from_pylist(
            [dict(zip(GAME, game, strict=True)) for game in games], schedule.select(GAME).schema
        )
        return cls(
            _games(complete_games(schedule, *logs)),
            _games(moved_games(scheduled_dates(requested, schedule), schedule)),
            _counts(session, on_dates),
        )

    def result(self, bet: Bet) -> tuple[int | None, str | None]:
        """Return the player's count and the bet's result; each is None if it is not known."""
        if bet.game in self.moved:
            return None, "void"
        if bet.game not in self.complete:
            return None, None
        counts = self.counts.get((bet.game, bet.player_id))
        actual = None if counts is None else sum(counts[n] for n in MARKETS[bet.market].counted)
        counted = np.array([np.nan if actual is None else actual], np.float64)
        (result,) = result_against_line(counted, np.array([bet.line]))
        words = {"PUSH": "push", "VOID": "void", bet.side.upper(): "won"}
        return actual, words.get(str(result), "lost")


def settled(session: Rows, bets: Sequence[Bet]) -> list[Settled]:
    """Return the bets with their results and their closing line values.

    Bets are settled by the same rules as predictions are graded: once the game has a result and
    both teams are in the box scores. If the game was moved to another date, the bet is void.
    """
    results = Results.read(session, {bet.game for bet in bets})
    return [_settled(session, bet, results) for bet in bets]


def _games(rows: pa.Table) -> frozenset[Game]:
    return frozenset(zip(*(rows[n].to_pylist() for n in GAME), strict=True))


def _counts(session: Rows, on_dates: str) -> dict[tuple[Game, int], dict[str, int]]:
    names = sorted({name for market in MARKETS.values() for name in market.counted})
    rows = session.arrow(
        f"SELECT {', '.join((*GAME, 'player_id', *names))} FROM player_game_summary {on_dates}"
    )
    return {((r["game_id"], r["game_date"]), r["player_id"]): r for r in rows.to_pylist()}


def _settled(session: Rows, bet: Bet, results: Results) -> Settled:
    actual, result = results.result(bet)
    gains = {"won": float(american_to_decimal(bet.price)) - 1, "lost": -1.0}
    gain = None if result is None else bet.stake * gains.get(result, 0.0)
    line, value = _closing_line(session, bet)
    return Settled(bet, actual, result, gain, line, value)


def _closing_line(session: Rows, bet: Bet) -> tuple[float | None, float | None]:
    """Return the book's last line before tip-off, and the bet's closing line value.

    The line is the bet's own if the book still offered it, else the main line; then the value is
    None.
    """
    price = f"{bet.side}_price"
    rows = session.query(
        f"SELECT line, {price} FROM player_prop_offer WHERE game_id = ? AND game_date = ?"
        " AND player_id = ? AND market = ? AND bookmaker = ? AND stands AND suspect IS NULL"
        f" AND {price} IS NOT NULL ORDER BY line <> ?, is_alternate, line LIMIT 1",
        [*bet.game, bet.player_id, bet.market, bet.bookmaker, bet.line],
    )
    if not rows:
        return None, None
    line, closing_price = rows[0]
    if line != bet.line:
        return line, None
    taken, closing = (american_to_decimal(each) for each in (bet.price, closing_price))
    return line, float(closing_line_value(taken, closing))
