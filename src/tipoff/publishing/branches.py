"""The open questions of a slate: predictions of a team in case a player sits, and plays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.predictions.branch_rows import OPEN_STATUSES
from tipoff.predictions.models.blending import p_over_no_push
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
"""Markets whose cases are published even without a line."""
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

    A question is open while the player's newest status leaves open whether they play. Players who
    are out have no rows. Markets without a line are left out, except points, rebounds and assists.

    Args:
        rows: the tables.
        day: the date.
        players: everyone who may play, with ``game_id``, ``player_id`` and ``status``.
        predictions: rows with ``player`` (a row number in ``players``), ``market`` and ``line``.
    """
    import pyarrow as pa

    cases = rows.arrow(CASES.format(day=day))
    place = {key: row for row, key in enumerate(_keys(players, "player_id"))}
    player = np.array([place.get(key, -1) for key in _keys(cases, "player_id")], np.int64)
    open_player = np.array([place.get(key, -1) for key in _keys(cases, "open_player_id")], np.int64)
    cases = cases.append_column("player", pa.array(player))
    cases = cases.append_column("open_player", pa.array(open_player))
    cases = cases.filter(pa.array(_is_published(cases, players, predictions)))
    order = ("open_player", "branch", "player", "market")
    return cases.sort_by([(name, "ascending") for name in order]).select(COLUMNS)


def _is_published(cases: pa.Table, players: pa.Table, predictions: pa.Table) -> BoolArray:
    """Return for each case whether its question is still open and its market is published."""
    status = players["status"].to_pylist()
    still_open = {row for row, each in enumerate(status) if each in OPEN_STATUSES}
    out = {row for row, each in enumerate(status) if each == OUT}
    names = ("player", "market", "line")
    props = zip(*(predictions[n].to_pylist() for n in names), strict=True)
    with_line = {(player, market) for player, market, line in props if line is not None}
    slots = zip(*(cases[n].to_pylist() for n in ("open_player", *names[:2])), strict=True)
    return np.array(
        [
            open_player in still_open
            and player >= 0
            and player not in out
            and (market in ALWAYS or (player, market) in with_line)
            for open_player, player, market in slots
        ],
        bool,
    )


def _numbers(rows: pa.Table, name: str) -> FloatArray:
    return np.asarray(rows[name].to_numpy(), np.float64)


def _keys(rows: pa.Table, player: str) -> list[tuple[str, int]]:
    return list(zip(rows["game_id"].to_pylist(), rows[player].to_pylist(), strict=True))


def player_cases(rows: Rows, advised: SlateAdvice, player_id: int) -> list[dict[str, Any]]:
    """Return a player's predictions in both cases of each open question of the team.

    Returns:
        One entry per question, case and market in which the player is predicted:
        ``open_player`` and their ``status``, ``branch``, ``market``, ``minutes`` and ``mean``, and
        without deciding the question ``current_minutes`` and ``current_mean``. Where there is a
        line: ``line``, and by the model alone ``p_over`` and ``current_p_over``, pushes aside.
    """
    statuses = {(row["game_id"], row["player_id"]): row for row in advised.statuses.to_pylist()}
    predicted = {
        row["market"]: row
        for row in advised.predictions.to_pylist()
        if row["player_id"] == player_id
    }
    cases = rows.arrow(CASES.format(day=advised.day) + f" AND player_id = {player_id:d}")
    cases = cases.sort_by([(n, "ascending") for n in ("open_player_id", "market", "branch")])
    lines = np.array(
        [(predicted.get(m) or {}).get("line") for m in cases["market"].to_pylist()], np.float64
    )
    outcome = distribution_of(cases)
    p_over = p_over_no_push(outcome, lines).tolist()
    current_outcome = outcome.scaled(_numbers(cases, "current_mean") / outcome.mean)
    current_p_over = p_over_no_push(current_outcome, lines).tolist()
    result = []
    for case, p, current_p in zip(cases.to_pylist(), p_over, current_p_over, strict=True):
        open_player = statuses.get((case["game_id"], case["open_player_id"]))
        row = predicted.get(case["market"])
        if row is None or open_player is None or open_player["status"] not in OPEN_STATUSES:
            continue
        has_line = row["line"] is not None
        result.append(
            {
                "open_player": open_player["player_name"],
                "status": open_player["status"],
                **{n: case[n] for n in ("branch", "market")},
                **{n: float(rounded(case[n])) for n in EXPECTED},
                "line": row["line"],
                "p_over": p if has_line else None,
                "current_p_over": current_p if has_line else None,
            }
        )
    return result
