"""Results: what became of the champions' predictions of a date, in compact columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.publishing.columns import encoded
from tipoff.publishing.dated import by_date, by_market, dates_of, players_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    import pyarrow as pa

    from tipoff.kernel.reading import Rows

READS = ("prediction_grade", "player_prediction")
"""Tables that results are made from."""
GRADED = """
SELECT game_date, game_id, player_id, player_name, seconds, market, record, prediction_time, system,
    information, round(g.mean, 2) AS mean, actual, g.line, g.p_over, recommendation, result, grade
FROM (FROM prediction_grade WHERE {dates}) g JOIN (FROM player_prediction WHERE {dates}) p
    USING (game_date, game_id, player_id, market, system, prediction_time, information, record)
ORDER BY game_date, game_id, player_id, player_name, seconds, market, record, prediction_time
"""
OF_PLAYER = ("game_id", "player_id", "player_name", "seconds")
LINE_ORDER = ("record", "prediction_time", "market", "player")
OF_LINE = (
    "player",
    "market",
    "record",
    "prediction_time",
    "information",
    "system",
    "mean",
    "line",
    "p_over",
    "recommendation",
    "result",
    "grade",
)


def results(rows: Rows, days: Sequence[date]) -> Iterator[tuple[date, dict[str, Any]]]:
    """Yield the compact document of each of the dates, read in one query.

    ``players`` has a row for each player, with the seconds played, missing where the player did
    not play; ``actual`` has a column for each market, with as many rows in the same order.
    ``lines`` has every prediction at a line, live and replayed, in the morning and before tip-off,
    and what became of it; it names its player by the row in ``players``, from 0.
    """
    graded = by_date(rows.arrow(GRADED.format(dates=dates_of(days))), days)
    for day in days:
        yield day, {"date": day, **_compact(graded[day])}


def _compact(graded: pa.Table) -> dict[str, Any]:
    players, rows = players_of(graded, OF_PLAYER)
    actual = by_market(rows, players.num_rows, ["actual"])
    lined = rows.filter(rows["line"].is_valid()).select(OF_LINE)
    return {
        "players": encoded(players),
        "actual": {market: encoded(own)["actual"] for market, own in actual.items()},
        "lines": encoded(lined.sort_by([(name, "ascending") for name in LINE_ORDER])),
    }
