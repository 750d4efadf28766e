"""What can be taken out of a home as a file: a slate, the graded predictions, the features."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tipoff.kernel.errors import UsageError
from tipoff.publishing.slate_advice import SlateAdvice

if TYPE_CHECKING:
    from datetime import date

    import pyarrow as pa

    from tipoff.app.home import Home
    from tipoff.app.session import HomeSession
    from tipoff.kernel.declare.graph import DateRange


class Export(StrEnum):
    """A kind of table to take out."""

    SLATE = "slate"
    HISTORY = "history"
    FEATURES = "features"


HISTORY = """
SELECT p.game_date, p.season, p.game_id, p.player_id, p.player_name, p.market, p.record,
    p.prediction_time, p.system, p.mean, p.low, p.high, p.bookmaker, p.line, p.over_price,
    p.under_price, p.captured_at, p.p_over, p.p_push, p.blend_p_over, p.bet_bookmaker, p.bet_line,
    p.bet_side, p.bet_price, p.expected_value, p.stake_share, p.recommendation, p.as_of,
    p.created_at, g.actual, g.seconds, g.result, g.grade
FROM (FROM player_prediction WHERE {dates}) p
JOIN (FROM prediction_grade WHERE {dates}) g
    USING (game_id, game_date, player_id, market, prediction_time, information, record, system)
ORDER BY game_date, game_id, player_id, market, record, prediction_time
"""


def export(home: Home, kind: Export, asked: DateRange | None) -> pa.Table:
    """Return the rows of an export.

    Args:
        home: where they are.
        kind: ``slate``, what is said of one date; ``history``, every graded prediction as it was
            published; ``features``, the feature store.
        asked: dates; of a slate the last predicted one if none is given, else all there are.

    Raises:
        UsageError: there is nothing of these dates.
    """
    with home.reading() as session:
        if kind is Export.SLATE:
            rows = SlateAdvice.read(
                session, _slate_date(session, asked), session.until, ()
            ).predictions
        elif kind is Export.HISTORY:
            rows = session.arrow(HISTORY.format(dates=_within(asked)))
        else:
            rows = session.arrow(
                f"FROM ml_feature_store WHERE {_within(asked)}"
                " ORDER BY game_date, game_id, player_id"
            )
    if not rows.num_rows:
        raise UsageError(f"there is no {kind} of these dates: `tipoff status` says what there is")
    return rows


def _slate_date(session: HomeSession, asked: DateRange | None) -> date:
    days = session.contents("player_prediction").days
    found = [day for day in days if asked is None or day in asked]
    if not found:
        raise UsageError("nothing is predicted of these dates: `tipoff status` says what there is")
    return max(found)


def _within(asked: DateRange | None) -> str:
    if asked is None:
        return "TRUE"
    return f"game_date BETWEEN DATE '{asked.first}' AND DATE '{asked.last}'"
