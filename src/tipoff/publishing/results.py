"""Results: what became of the champions' predictions of a date, in compact columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.publishing.columns import encoded
from tipoff.publishing.dated import beside_players, by_date, dates_of, players_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    import pyarrow as pa

    from tipoff.kernel.reading import Rows

READS = ("prediction_grade", "player_prediction")
"""Tables that results are made from."""
GRADED = """
SELECT g.*, p.player_name
FROM prediction_grade g JOIN player_prediction p
    USING (game_date, game_id, player_id, market, system, moment, record)
WHERE g.game_date {dates} AND p.game_date {dates}
ORDER BY g.game_date, g.game_id, g.player_id, g.market, g.record, g.moment
"""
OF_PLAYER = ("game_id", "player_id", "player_name", "seconds")
OF_SLOT = ("market", "record", "moment")
OF_PREDICTION = ("system", "mean")
OF_LINE = ("player", *OF_SLOT, "line", "p_over", "result", "grade")


def results(rows: Rows, days: Sequence[date]) -> Iterator[tuple[date, dict[str, Any]]]:
    """Yield the compact document of each of the dates, read in one query.

    ``players`` has a row for each player, with the seconds played, missing where the player did not
    play; ``actual`` has a column for each market, and ``predictions`` those that were made of it,
    each with as many rows in the same order. A row of ``lines`` names its player by the row
    in ``players``; a prediction without a row there had no line.
    """
    graded = by_date(rows.arrow(GRADED.format(dates=dates_of(days))), days)
    for day in days:
        yield day, {"date": day, **_compact(graded[day])}


def _compact(graded: pa.Table) -> dict[str, Any]:
    players, rows = players_of(graded, OF_PLAYER)
    return {
        "players": encoded(players),
        "actual": _actual(rows, players.num_rows),
        "predictions": [
            {**slot, **encoded(beside_players(own, players.num_rows, OF_PREDICTION))}
            for slot, own in _slots(rows)
        ],
        "lines": encoded(rows.filter(rows["line"].is_valid()).select(OF_LINE)),
    }


def _slots(rows: pa.Table) -> Iterator[tuple[dict[str, str], pa.Table]]:
    """Yield each market, record and time of prediction, and the rows that have it."""
    import pyarrow.compute as pc

    slots = rows.group_by(list(OF_SLOT)).aggregate([]).sort_by([(n, "ascending") for n in OF_SLOT])
    for slot in slots.to_pylist():
        of_slot = pc.equal(rows["market"], slot["market"])
        for name in OF_SLOT[1:]:
            of_slot = pc.and_(of_slot, pc.equal(rows[name], slot[name]))
        yield slot, rows.filter(of_slot)


def _actual(rows: pa.Table, players: int) -> dict[str, Any]:
    """Return what each player did in each market; several predictions of it have the same."""
    import pyarrow.compute as pc

    found: dict[str, Any] = {}
    for market in sorted(rows["market"].unique().to_pylist()):
        own = rows.filter(pc.equal(rows["market"], market))
        actual = encoded(beside_players(own, players, ["actual"]))
        found[market] = actual["actual"]
    return found
