"""Print slates, players and player pools."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.app.market_names import market_name
from tipoff.app.slates import GAME_FIELDS
from tipoff.cli.show.console import print_line, print_table
from tipoff.cli.show.layout import Column
from tipoff.health.freshness import counted
from tipoff.publishing import words
from tipoff.publishing.page import HEADINGS, best_bets, cautions, cells

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tipoff.app.slates import PlayerView

POINTS = "player_points"
MAX_ROWS = 60
BET_NOTES = (
    words.outside_both,
    words.lost_edge,
    words.outlier_price,
    words.unlikely_to_play,
)
SIMULATED = "SIMULATED LEAGUE: no real players, no real prices"
PLAYER = Column("player", min_width=14)
FLEXIBLE_COLUMNS = {
    "player": PLAYER,
    "game": Column("game", 3),
    "90 %": Column("90 %", 2),
    "model": Column("model", 5),
    "market": Column("market", 4),
}
"""The columns of a prediction that may be left out or shortened; the others may not."""
PREDICTIONS = tuple(FLEXIBLE_COLUMNS.get(heading, Column(heading)) for heading in HEADINGS)
PROP = Column("prop")
CASE_COLUMNS = (PROP, Column("line"), Column("now"), Column("sits"), Column("plays"))
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
    """Print a slate, with the best bets below it.

    Args:
        document: the published slate; within a market, the highest means come first.
        simulated: whether to print a note that the league is simulated.
        market: the key of the market to print; by default points, and the best bets of all.
    """
    shown = [row for row in document["predictions"] if row["market"] == (market or POINTS)]
    rows = shown if market else [row for row in shown if row["line"] is not None] or shown
    label = f"  {SIMULATED}" if simulated else ""
    if document["over"]:
        print_line(document["over"], style="yellow")
    print_line(
        f"\nSlate of {document['date']}: {market_name(market or POINTS)}{label}", style="bold"
    )
    print_table("", PREDICTIONS, [cells(row) for row in rows[:MAX_ROWS]])
    bets = [] if market else best_bets(document)
    _show_bets(bets)
    if words.is_without_blend(document["predictions"]):
        print_line(words.NO_BLEND, style="yellow")
    for text in cautions([*bets, *rows[:MAX_ROWS]]):
        print_line(text, style="yellow")
    others = len(document["predictions"]) - len(rows[:MAX_ROWS])
    if others > 0:
        count = counted(others, "prediction")
        print_line(f"and {count} more: --market MARKET, or --json for all")
    for reason in document["halt"]["reasons"]:
        print_line(f"No picks: {reason}", style="yellow")
    for notice in document["notices"]:
        print_line(notice, style="yellow")


def show_player(view: PlayerView) -> None:
    """Print a player's predictions on the slate, and their last games."""
    print_line(f"{view.player_name} ({view.player_id})", style="bold")
    if view.simulated:
        print_line(SIMULATED, style="bold")
    if view.over:
        print_line(view.over, style="yellow")
    if view.predictions:
        first = view.predictions[0]
        game = f"{first['away_team_code']} @ {first['home_team_code']}"
        print_line(f"\n{view.day}, {game}, {first['record']}, {first['prediction_time']}")
        rows = [(words.short_market(row["market"]), *cells(row)[2:]) for row in view.predictions]
        print_table("", (PROP, *PREDICTIONS[2:]), rows)
        if words.is_without_blend(view.predictions):
            print_line(words.NO_BLEND)
        for row in view.predictions:
            for note_of in BET_NOTES:
                if note := note_of(row):
                    print_line(f"{words.market(row['market'])}: {note}")
    else:
        print_line("\nNo predictions of this player are published.")
    _show_cases(view)
    print_table(
        "\nLast games", GAME_FIELDS, [[game[c] for c in GAME_FIELDS] for game in view.games]
    )


def _show_cases(view: PlayerView) -> None:
    """Print the predictions if a teammate with an uncertain status sits, and if they play."""
    by_teammate: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for case in view.cases:
        by_teammate.setdefault((case["open_player"], case["status"]), []).append(case)
    for (name, status), cases in by_teammate.items():
        print_line(f"\nIf {name} ({status}) sits, or plays: by the model alone")
        by_market: dict[str, dict[str, Mapping[str, Any]]] = {}
        for case in cases:
            by_market.setdefault(case["market"], {})[case["branch"]] = case
        print_table(
            "",
            CASE_COLUMNS,
            [_case_cells(market, by_branch) for market, by_branch in by_market.items()],
        )


def _case_cells(market: str, by_branch: Mapping[str, Mapping[str, Any]]) -> tuple[str, ...]:
    first = next(iter(by_branch.values()))
    line = "" if first["line"] is None else f"{first['line']:g}"
    now = _expected(first["current_mean"], first["current_p_over"])
    each = (by_branch.get(branch) for branch in ("sits", "plays"))
    cells = ("" if case is None else _expected(case["mean"], case["p_over"]) for case in each)
    return (words.short_market(market), line, now, *cells)


def _expected(mean: float, p_over: float | None) -> str:
    """Return a mean and the probability of the over, such as "22.4, over 56%"."""
    return words.fixed(mean, 1) + ("" if p_over is None else f", over {words.percent(p_over)}")


def show_pool(day: str, at: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Print who may play by team, those known to be out first."""
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


def _show_bets(bets: Sequence[Mapping[str, Any]]) -> None:
    if bets:
        print_line("\nPicks with the highest EV, all markets", style="bold")
        rows = [(words.short_market(row["market"]), *cells(row)) for row in bets]
        print_table("", (PROP, *PREDICTIONS), rows)
