"""The open questions of a slate: what is expected of a team if a player sits or plays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.predictions.branch_rows import OPEN_STATUSES
from tipoff.predictions.models.blending import decided
from tipoff.predictions.system_prediction import distribution_of
from tipoff.publishing.availability import OUT
from tipoff.publishing.columns import rounded

if TYPE_CHECKING:
    from datetime import date

    import pyarrow as pa

    from tipoff.features.arrays import BoolArray, FloatArray
    from tipoff.kernel.reading import Rows
    from tipoff.publishing.slate_advice import SlateAdvice

READS = ("branch_outlook",)
"""Tables that the open questions are made from."""
CASES = """
SELECT game_id, player_id, open_player_id, branch, market, p_plays, minutes, current_minutes,
    current_mean, mean, dispersion, zero_share, low_share, low_ratio, low_dispersion
FROM branch_outlook WHERE game_date = DATE '{day}'
"""
ALWAYS = ("player_points", "player_rebounds", "player_assists")
"""Markets whose cases are published without a line too."""
EXPECTED = ("minutes", "mean", "current_minutes", "current_mean")
COLUMNS = (
    "open_player",
    "p_plays",
    "branch",
    "player",
    "minutes",
    "current_minutes",
    "market",
    "current_mean",
    "mean",
    "dispersion",
    "zero_share",
    "low_share",
    "low_ratio",
    "low_dispersion",
)


def branches(rows: Rows, day: date, players: pa.Table, predictions: pa.Table) -> pa.Table:
    """Return both cases of each open question of a date, sorted by question, case and player.

    A question is open while the newest report of any source leaves it so. Nobody who is out has a
    row. Markets without a line are left out, but for points, rebounds and assists.

    Args:
        rows: the tables.
        day: the date.
        players: everyone who may play, with ``game_id``, ``player_id`` and ``status``.
        predictions: with ``player``, a row of the players, ``market`` and ``line``.
    """
    import pyarrow as pa

    found = rows.arrow(CASES.format(day=day))
    place = {key: row for row, key in enumerate(_keys(players, "player_id"))}
    own = np.array([place.get(key, -1) for key in _keys(found, "player_id")], np.int64)
    asked = np.array([place.get(key, -1) for key in _keys(found, "open_player_id")], np.int64)
    found = found.append_column("player", pa.array(own))
    found = found.append_column("open_player", pa.array(asked))
    found = found.filter(pa.array(_shown(found, players, predictions)))
    order = ("open_player", "branch", "player", "market")
    return found.sort_by([(name, "ascending") for name in order]).select(COLUMNS)


def _shown(found: pa.Table, players: pa.Table, predictions: pa.Table) -> BoolArray:
    """Return which cases are of a question that is still open, and of a market to show."""
    status = players["status"].to_pylist()
    still = {row for row, each in enumerate(status) if each in OPEN_STATUSES}
    out = {row for row, each in enumerate(status) if each == OUT}
    names = ("player", "market", "line")
    said = zip(*(predictions[n].to_pylist() for n in names), strict=True)
    lined = {(player, market) for player, market, line in said if line is not None}
    slots = zip(*(found[n].to_pylist() for n in ("open_player", *names[:2])), strict=True)
    return np.array(
        [
            asked in still
            and player >= 0
            and player not in out
            and (market in ALWAYS or (player, market) in lined)
            for asked, player, market in slots
        ],
        bool,
    )


def _numbers(rows: pa.Table, name: str) -> FloatArray:
    return np.asarray(rows[name].to_numpy(), np.float64)


def _keys(rows: pa.Table, player: str) -> list[tuple[str, int]]:
    return list(zip(rows["game_id"].to_pylist(), rows[player].to_pylist(), strict=True))


def player_cases(rows: Rows, advised: SlateAdvice, player_id: int) -> list[dict[str, Any]]:
    """Return what is expected of a player in both cases of each open question of the team.

    Returns:
        Of each question, case and market that the player is predicted in: ``open_player``, its
        ``status``, ``branch``, ``market``, ``minutes``, ``mean`` and, as things stand,
        ``current_minutes`` and ``current_mean``; with a line ``line``, ``p_over`` and
        ``current_p_over``, pushes aside, by the model alone.
    """
    known = {(row["game_id"], row["player_id"]): row for row in advised.statuses.to_pylist()}
    predicted = {
        row["market"]: row
        for row in advised.predictions.to_pylist()
        if row["player_id"] == player_id
    }
    found = rows.arrow(CASES.format(day=advised.day) + f" AND player_id = {player_id:d}")
    found = found.sort_by([(n, "ascending") for n in ("open_player_id", "market", "branch")])
    lines = np.array(
        [(predicted.get(m) or {}).get("line") for m in found["market"].to_pylist()], np.float64
    )
    outcome = distribution_of(found)
    chances = decided(outcome, lines).tolist()
    moved = outcome.scaled(_numbers(found, "current_mean") / outcome.mean)
    current = decided(moved, lines).tolist()
    cases = []
    for case, chance, now in zip(found.to_pylist(), chances, current, strict=True):
        open_player = known.get((case["game_id"], case["open_player_id"]))
        row = predicted.get(case["market"])
        if row is None or open_player is None or open_player["status"] not in OPEN_STATUSES:
            continue
        lined = row["line"] is not None
        cases.append(
            {
                "open_player": open_player["player_name"],
                "status": open_player["status"],
                **{n: case[n] for n in ("branch", "market")},
                **{n: float(rounded(case[n])) for n in EXPECTED},
                "line": row["line"],
                "p_over": chance if lined else None,
                "current_p_over": now if lined else None,
            }
        )
    return cases
