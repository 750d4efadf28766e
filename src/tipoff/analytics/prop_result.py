"""The result of each line: over, under or push, by the same rule as grading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.markets import MARKETS
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.schema import Schema, day, integer, number, text
from tipoff.kernel.declare.table import table

if TYPE_CHECKING:
    import numpy.typing as npt

    from tipoff.kernel.declare.annotations import Frame

RESULTS = ("OVER", "UNDER", "PUSH", "VOID", "NO_LINE")


def result_against_line(
    actual: npt.NDArray[np.float64], line: npt.NDArray[np.float64]
) -> npt.NDArray[np.str_]:
    """Compare counts with lines: OVER, UNDER or PUSH, VOID without a count, NO_LINE without a line.

    Every table that compares counts with lines uses this rule: 25 against 24.5 is OVER, 25 against
    25 is PUSH.

    Args:
        actual: counts, shape (n,); NaN for a player who did not play.
        line: shape (n,); NaN where there is none.
    """
    return np.select(
        [np.isnan(line), np.isnan(actual), actual > line, actual < line],
        ["NO_LINE", "VOID", "OVER", "UNDER"],
        "PUSH",
    )


class PropResult(Schema):
    """One player in one market of one game; the player played, or had a line, or both."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    market = text(key=True, choices=tuple(MARKETS), meaning="the market, such as player_points")
    actual = integer(
        nullable=True, minimum=0, meaning="the player's count; NULL for a player who did not play"
    )
    line = number(
        nullable=True, minimum=0.5, meaning="the reference line; NULL where there is none"
    )
    result = text(choices=RESULTS, meaning="the count compared with the line")


@table(schema=PropResult, needs_result=True, may_be_empty=True)
def prop_result(player_game_summary: Frame, reference_line: Frame) -> Frame:
    """Compare each player's counts with the lines, in the markets that had lines on the date."""
    keys = ["game_id", "game_date", "player_id", "market"]
    lines = reference_line.select([*keys, "line"])
    quoted = lines.group_by(["game_date", "market"]).aggregate([])
    played = _counts(player_game_summary).join(quoted, ["game_date", "market"], join_type="inner")
    row = played.join(lines, keys, join_type="full outer")
    actual, line = (row[n].cast("float64").to_numpy() for n in ("actual", "line"))
    kept = {name: row[name] for name in (*keys, "actual", "line")}
    return frame(PropResult, {**kept, "result": result_against_line(actual, line).tolist()})


def _counts(player_game_summary: Frame) -> Frame:
    """Return one row per game, player and market, with the player's count."""
    import pyarrow as pa

    owner = player_game_summary.select(["game_id", "game_date", "player_id"])
    return pa.concat_tables(
        owner.append_column("market", pa.repeat(key, owner.num_rows)).append_column(
            "actual", market.sum_of(player_game_summary)
        )
        for key, market in MARKETS.items()
    )
