"""The schedule: the games of each date, which show a reader that a game was moved."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tipoff.predictions.graded_games import SCHEDULE_DAYS, scheduled_dates
from tipoff.publishing.columns import encoded

if TYPE_CHECKING:
    from datetime import date

    import pyarrow as pa

    from tipoff.kernel.reading import Rows

READS = ("schedule",)
"""Tables that the document is made from."""
GAMES = "SELECT game_id, game_date, is_final FROM schedule ORDER BY game_date, game_id"


def scheduled(rows: Rows) -> dict[str, Any]:
    """Return the games of every date, and the dates without games that the schedule covers.

    If a date is in either list and a game is not scheduled on it, the game was moved or cancelled,
    and bets on it for that date are void. About other dates the schedule has no information.
    """
    games = rows.arrow(GAMES)
    return {
        "games": encoded(games.select(["game_id", "game_date"])),
        "without_games": _without_games(games),
    }


def _without_games(games: pa.Table) -> list[date]:
    """Return dates without games whose schedule is known, by the rule that grading uses."""
    import pyarrow as pa

    dates = sorted({*games["game_date"].to_pylist()})
    if not dates:
        return []
    span = (dates[-1] - dates[0]).days + SCHEDULE_DAYS
    days = {dates[0] + timedelta(days=n) for n in range(span + 1)} - {*dates}
    candidates = pa.table({"game_date": pa.array(sorted(days), pa.date32())})
    return list(scheduled_dates(candidates, games)["game_date"].to_pylist())
