"""The schedule: which games each date has, by which a reader tells one that left its date."""

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
    """Return the games of every date, and the dates that the schedule covers and has no game on.

    A game that is not on a date of either kind was moved or cancelled: what was bet on it is void.
    Of any other date the schedule says nothing.
    """
    games = rows.arrow(GAMES)
    return {
        "games": encoded(games.select(["game_id", "game_date"])),
        "without_games": _without_games(games),
    }


def _without_games(games: pa.Table) -> list[date]:
    """Return the dates without a game whose schedule is there, by the rule of the grades."""
    import pyarrow as pa

    dates = sorted({*games["game_date"].to_pylist()})
    if not dates:
        return []
    span = (dates[-1] - dates[0]).days + SCHEDULE_DAYS
    days = {dates[0] + timedelta(days=n) for n in range(span + 1)} - {*dates}
    asked = pa.table({"game_date": pa.array(sorted(days), pa.date32())})
    return list(scheduled_dates(asked, games)["game_date"].to_pylist())
