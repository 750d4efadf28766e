"""What became of bets: who was bet on, what that player did, and how the price fared."""

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
    """A bet with what became of it; None where that is not known yet."""

    bet: Bet
    actual: int | None
    result: str | None
    """won, lost, push or void."""
    gain: float | None
    closing_line: float | None
    closing_line_value: float | None
    """How much more the price pays than the book's last one on the same side and line."""


def find_player(session: Rows, day: date, name: str) -> dict[str, Any]:
    """Return the one player of a date's games with this name or a part of it.

    Raises:
        UsageError: nobody or several have it; the message lists close names.
    """
    rows = session.arrow(
        "SELECT game_id, player_id, player_name FROM player_pool"
        f" WHERE game_date = DATE '{day}' ORDER BY player_name"
    ).to_pylist()
    wanted = spelling_key(name)
    keys = [spelling_key(row["player_name"]) for row in rows]
    named = [row for row, key in zip(rows, keys, strict=True) if key == wanted]
    found = named or [row for row, key in zip(rows, keys, strict=True) if wanted in key]
    if len(found) == 1:
        return dict(found[0])
    names = {spelling_key(row["player_name"]): row["player_name"] for row in found or rows}
    near = list(names) if found else get_close_matches(wanted, names, 5, 0.5)
    listed = ", ".join(names[each] for each in near) or "nobody is like it"
    word = "several are called" if found else "nobody is called"
    raise UsageError(f"{word} {name!r} on {day}: {listed}")


@dataclass(frozen=True)
class Results:
    """What became of the games of some dates, by the rule of Tipoff's own grades."""

    complete: frozenset[Game]
    """They have a result, and both teams are in every box score."""
    moved: frozenset[Game]
    """The schedule has their date, and them no longer on it."""
    counts: Mapping[tuple[Game, int], Mapping[str, int]]
    """What each player counted, by game and player."""

    @classmethod
    def read(cls, session: Rows, games: Collection[Game]) -> Results:
        """Read the results of some games on their dates."""
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
        asked = pa.Table.from_pylist(
            [dict(zip(GAME, game, strict=True)) for game in games], schedule.select(GAME).schema
        )
        return cls(
            _games(complete_games(schedule, *logs)),
            _games(moved_games(scheduled_dates(asked, schedule), schedule)),
            _counts(session, on_dates),
        )

    def result(self, bet: Bet) -> tuple[int | None, str | None]:
        """Return what the bet's player counted and won, lost, push or void; None if not known."""
        if bet.game in self.moved:
            return None, "void"
        if bet.game not in self.complete:
            return None, None
        found = self.counts.get((bet.game, bet.player_id))
        actual = None if found is None else sum(found[n] for n in MARKETS[bet.market].counted)
        counted = np.array([np.nan if actual is None else actual], np.float64)
        (result,) = result_against_line(counted, np.array([bet.line]))
        words = {"PUSH": "push", "VOID": "void", bet.side.upper(): "won"}
        return actual, words.get(str(result), "lost")


def settled(session: Rows, bets: Sequence[Bet]) -> list[Settled]:
    """Return the bets with what became of them and how they fared against the last price.

    A bet is settled by the rule of the grades of predictions: once its game has a result and both
    teams are in the box scores; where the game left its date, it is void.
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
    line, value = _against_the_close(session, bet)
    return Settled(bet, actual, result, gain, line, value)


def _against_the_close(session: Rows, bet: Bet) -> tuple[float | None, float | None]:
    """Return the book's last main line before tip-off, and what the price was worth against it."""
    price = f"{bet.side}_price"
    found = session.query(
        f"SELECT line, {price} FROM player_prop_offer WHERE game_id = ? AND game_date = ?"
        " AND player_id = ? AND market = ? AND bookmaker = ? AND stands AND suspect IS NULL"
        f" AND {price} IS NOT NULL ORDER BY line <> ?, is_alternate, line LIMIT 1",
        [*bet.game, bet.player_id, bet.market, bet.bookmaker, bet.line],
    )
    if not found:
        return None, None
    line, closing = found[0]
    if line != bet.line:
        return line, None
    taken, last = (american_to_decimal(each) for each in (bet.price, closing))
    return line, float(closing_line_value(taken, last))
