"""Results: what the players of a date did whom champions predicted, in compact columns."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.domain.markets import COMBINATIONS, MINUTES
from tipoff.publishing.dated import DatedSlates, dates_of, distinct, ranked, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tipoff.kernel.reading import Rows

READS = ("prediction_grade", "player_prediction")
"""Tables that results are made from."""
KEYS = "game_date, game_id, player_id, market, system, prediction_time, information, record"
CHAMPION = "game_date, market, record, prediction_time, information, system"
PLAYED = f"""
WITH grade AS {{read}} (
    SELECT {KEYS}, seconds, actual FROM prediction_grade WHERE {{dates}}
)
SELECT game_date, game_id, player_id, market, max(seconds) AS seconds, max(actual) AS actual
FROM grade
SEMI JOIN (SELECT DISTINCT {CHAMPION} FROM player_prediction WHERE {{dates}}) USING ({CHAMPION})
GROUP BY ALL
"""
"""What everyone did whom a market's champion predicted."""
NAMES = """
SELECT game_id, player_id, max(player_name) AS player_name FROM player_prediction WHERE {dates}
GROUP BY ALL
"""
OF_PLAYER = ("game_id", "player_id", "player_name", "seconds")


def results(rows: Rows, days: Sequence[date]) -> Iterator[tuple[date, dict[str, Any]]]:
    """Yield the compact document of each of the dates, read in one query per kind of row.

    ``players`` has a row for each player, with the seconds played, missing where the player did
    not play; ``actual`` has a column for each market, with as many rows in the same order, but for
    those that follow from others, see ``_following``. How predictions at a line were graded is in
    the files of ``graded``.
    """
    days = sorted(days)
    played = _played(rows, days)
    of_players, of_markets = played.of_players(OF_PLAYER), played.by_market(["actual"])
    documents = zip(days, of_players, of_markets, _following(played), strict=True)
    for day, players, actual, spared in documents:
        counts = {name: own["actual"] for name, own in actual.items() if name not in spared}
        yield day, {"date": day, "players": players, "actual": counts}


def _following(played: DatedSlates) -> Iterator[set[str]]:
    """Yield of each date the markets whose counts a reader can tell from others.

    A sum follows from its parts, and whole minutes from the seconds, where that gives the count of
    every player of the date, none where there is none.
    """
    actual = np.asarray(played.rows["actual"].cast("float64").to_numpy(zero_copy_only=False))
    seconds = np.asarray(played.players["seconds"].cast("float64").to_numpy())
    place = {market: number for number, market in enumerate(played.markets)}
    for starts, (first, last) in zip(played.starts, pairwise(played.player_bounds), strict=True):
        counts = {
            market: actual[starts[number] : starts[number] + last - first]
            for market, number in place.items()
            if starts[number] >= 0
        }
        told = {MINUTES.key: np.floor((seconds[first:last] + MINUTES.per // 2) / MINUTES.per)}
        for market in COMBINATIONS:
            parts = [f"player_{name}" for name in market.counted]
            if all(part in counts for part in parts):
                told[market.key] = np.sum([counts[part] for part in parts], axis=0)
        yield {
            market
            for market, of in counts.items()
            if market in told and np.array_equal(told[market], of, equal_nan=True)
        }


def _played(rows: Rows, days: Sequence[date]) -> DatedSlates:
    """Return what everyone with a prediction did on some dates, by market and player."""
    import pyarrow as pa

    found = rows_of(rows, PLAYED, days)
    players, own = distinct(found, ["game_date", "game_id", "player_id", "seconds"])
    players = players.append_column("own", pa.array(np.arange(players.num_rows)))
    names = rows.arrow(NAMES.format(dates=dates_of(days)))
    order = [(name, "ascending") for name in ("game_date", "game_id", "player_id")]
    players = players.join(names, ["game_id", "player_id"], join_type="left outer").sort_by(order)
    counted = found.select(["market", "actual"])
    return DatedSlates.of(days, players, counted, ranked(players["own"].to_numpy())[own])
