"""What became of bets: who was bet on, what that player did, and how the price fared."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.domain.markets import MARKETS
from tipoff.domain.names import spelling_key
from tipoff.kernel.errors import UsageError
from tipoff.predictions.odds.book_quotes import closing_line_value
from tipoff.predictions.odds.conversions import american_to_decimal
from tipoff.predictions.odds.no_vig import no_vig_power

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tipoff.app.bets.bet import Bet
    from tipoff.kernel.run.session import Session


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
    """Expected gain per unit if the book's last price without margin is right."""


def find_player(session: Session, day: date, name: str) -> dict[str, Any]:
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


def settled(session: Session, bets: Sequence[Bet]) -> list[Settled]:
    """Return the bets with what became of them and how they fared against the last price."""
    return [_settled(session, bet) for bet in bets]


def _settled(session: Session, bet: Bet) -> Settled:
    count = " + ".join(MARKETS[bet.market].counted)
    games = session.query("SELECT is_final FROM schedule WHERE game_id = ?", [bet.game_id])
    played = session.query(
        f"SELECT {count} FROM player_game_summary WHERE game_id = ? AND player_id = ?",
        [bet.game_id, bet.player_id],
    )
    is_over = bool(games and games[0][0])
    actual = int(played[0][0]) if is_over and played else None
    result = _result(bet, actual) if is_over else None
    gains = {"won": float(american_to_decimal(bet.price)) - 1, "lost": -1.0}
    gain = None if result is None else bet.stake * gains.get(result, 0.0)
    line, value = _against_the_close(session, bet)
    return Settled(bet, actual, result, gain, line, value)


def _result(bet: Bet, actual: int | None) -> str:
    if actual is None:
        return "void"
    if actual == bet.line:
        return "push"
    return "won" if (actual > bet.line) == (bet.side == "over") else "lost"


def _against_the_close(session: Session, bet: Bet) -> tuple[float | None, float | None]:
    """Return the book's last main line before tip-off, and what the price was worth against it."""
    found = session.query(
        "SELECT line, over_price, under_price FROM player_prop_offer WHERE game_id = ?"
        " AND player_id = ? AND market = ? AND bookmaker = ? AND stands AND suspect IS NULL"
        " AND over_price IS NOT NULL AND under_price IS NOT NULL"
        " ORDER BY line <> ?, is_alternate, line LIMIT 1",
        [bet.game_id, bet.player_id, bet.market, bet.bookmaker, bet.line],
    )
    if not found:
        return None, None
    line, over, under = found[0]
    p_over, _ = no_vig_power(american_to_decimal([over]), american_to_decimal([under]))
    made = closing_line_value(
        [bet.side], [bet.line], american_to_decimal([bet.price]), [line], p_over
    )
    value = float(made.price[0])
    return line, None if np.isnan(value) else value
