"""Print slates, and one player."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.app.market_names import market_name
from tipoff.app.slates import GAME
from tipoff.cli.show.console import print_line, print_table
from tipoff.cli.show.layout import Column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tipoff.app.slates import PlayerView

POINTS = "player_points"
MAX_ROWS, MAX_BETS = 60, 10
SIMULATED = "SIMULATED LEAGUE: no real players, no real prices"
PICKS = ("OVER", "UNDER")
PLAYER = Column("player", min_width=14)
NUMBERS = (
    Column("line"),
    Column("mean"),
    Column("90 %"),
    Column("P(over)"),
    Column("fair", 3),
    Column("blend", 1),
    Column("EV"),
    Column("pick"),
)
PREDICTIONS = (PLAYER, Column("game", 2), *NUMBERS)
OF_ONE_PLAYER = (Column("market"), *NUMBERS)
BETS = (
    Column("market", min_width=8),
    PLAYER,
    Column("game", 3),
    Column("line"),
    Column("mean", 2),
    Column("blend"),
    Column("EV"),
    Column("pick"),
    Column("at", 1),
    Column("price"),
)


POOL = (
    Column("tip UTC"),
    Column("team"),
    Column("opponent", 2),
    PLAYER,
    Column("known"),
    Column("report", 1),
    Column("reason", 3, min_width=12),
)


def show_slate(document: Mapping[str, Any], *, simulated: bool, market: str | None = None) -> None:
    """Print a slate, the best bets below it.

    Args:
        document: as published; of each market the predictions with the highest mean come first.
        simulated: whether to say so.
        market: the key of the one to print; points and the best bets of all, if None.
    """
    shown = [row for row in document["predictions"] if row["market"] == (market or POINTS)]
    rows = shown if market else [row for row in shown if row["line"] is not None] or shown
    label = f"  {SIMULATED}" if simulated else ""
    print_line(
        f"\nSlate of {document['date']}: {market_name(market or POINTS)}{label}", style="bold"
    )
    print_table("", PREDICTIONS, [_prediction(row) for row in rows[:MAX_ROWS]])
    if market is None:
        _show_bets(document)
    others = len(document["predictions"]) - len(rows[:MAX_ROWS])
    if others > 0:
        print_line(f"and {others:,} predictions more: --market MARKET, or --json for all")
    for reason in document["halt"]["reasons"]:
        print_line(f"No picks: {reason}", style="yellow")


def show_player(view: PlayerView) -> None:
    """Print a player's predictions on the slate, and the last games."""
    label = f"  {SIMULATED}" if view.simulated else ""
    print_line(f"{view.player_name} ({view.player_id}){label}", style="bold")
    if view.predictions:
        first = view.predictions[0]
        print_line(f"\n{view.day}, {_game(first)}, {first['record']}, {first['moment']}")
        rows = [(market_name(row["market"]), *_numbers(row)) for row in view.predictions]
        print_table("", OF_ONE_PLAYER, rows)
    else:
        print_line("\nNo predictions of this player are published.")
    print_table("\nLast games", GAME, [[game[c] for c in GAME] for game in view.games])


def show_pool(day: str, at: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Print who may play, team by team: those known to be out first."""
    known = {True: "out", False: "", None: "nothing known yet"}
    out = sum(bool(row["out"]) for row in rows)
    print_table(
        f"Player pool of {day}, {at}: {out} of {len(rows)} out",
        POOL,
        [
            (
                f"{r['tip_at']:%H:%M}",
                r["team"],
                f"{'vs' if r['home'] else '@'} {r['opponent']}",
                r["player_name"],
                known[r["out"]],
                r["status"],
                r["reason"],
            )
            for r in rows
        ],
    )


def _show_bets(document: Mapping[str, Any]) -> None:
    bets = [row for row in document["predictions"] if row["recommendation"] in PICKS]
    if bets:
        best = sorted(bets, key=lambda row: -row["expected_value"])[:MAX_BETS]
        print_line("\nHighest expected value by the blend, all markets", style="bold")
        print_table("", BETS, [_bet(row) for row in best])


def _prediction(row: Mapping[str, Any]) -> Sequence[Any]:
    return (row["player_name"], _game(row), *_numbers(row))


def _numbers(row: Mapping[str, Any]) -> Sequence[Any]:
    return (
        _plain(row["line"]),
        f"{row['mean']:.1f}",
        f"{row['low']:.0f}-{row['high']:.0f}",
        _share(row["p_over"]),
        "" if row["fair_over"] is None else f"{row['fair_over']:+.0f}",
        _share(row["blend_p_over"]),
        "" if row["expected_value"] is None else f"{row['expected_value']:+.1%}",
        row["recommendation"],
    )


def _bet(row: Mapping[str, Any]) -> Sequence[Any]:
    return (
        market_name(row["market"]),
        row["player_name"],
        _game(row),
        _plain(row["bet_line"]),
        f"{row['mean']:.1f}",
        _share(row["blend_p_over"]),
        f"{row['expected_value']:+.1%}",
        row["recommendation"],
        row["bet_bookmaker"],
        f"{row['bet_price']:+.0f}",
    )


def _game(row: Mapping[str, Any]) -> str:
    return f"{row['away_team_code']} @ {row['home_team_code']}"


def _plain(number: float | None) -> str:
    return "" if number is None else f"{number:g}"


def _share(number: float | None) -> str:
    return "" if number is None else f"{number:.1%}"
