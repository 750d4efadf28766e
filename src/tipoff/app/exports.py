"""Exports of a home: a slate, the graded predictions, or the features."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tipoff.kernel.errors import UsageError
from tipoff.publishing.graded import KEYS, PROBABILITIES, settled
from tipoff.publishing.slate_advice import SlateAdvice

if TYPE_CHECKING:
    from datetime import date

    import pyarrow as pa

    from tipoff.app.home import Home
    from tipoff.app.session import HomeSession
    from tipoff.kernel.declare.graph import DateRange


class Export(StrEnum):
    """A kind of export."""

    SLATE = "slate"
    HISTORY = "history"
    FEATURES = "features"


HISTORY = f"""
SELECT p.game_date, p.season, p.game_id, p.player_id, p.player_name, p.market, p.record,
    p.prediction_time, information, p.system, p.mean, p.low, p.high, p.bookmaker, p.line,
    p.over_price, p.under_price, p.captured_at, p.p_over, p.p_push, p.p_under, p.blend_p_over,
    p.blend_p_under, p.bet_bookmaker, p.bet_line, p.bet_side, p.bet_price, p.expected_value,
    p.stake_share, p.recommendation, p.as_of, p.created_at, g.actual, g.seconds,
    if(p.line IS NULL AND g.line IS NOT NULL, 'NO_LINE', g.result) AS result,
    if(p.line IS NULL AND g.line IS NOT NULL, 'NO_LINE', g.grade) AS model_grade, p.model, p.lead,
    p.picked_again
FROM (SELECT *, {PROBABILITIES} FROM player_prediction WHERE {{dates}}) p
JOIN (SELECT {KEYS}, line, actual, seconds, result, grade FROM prediction_grade
    WHERE {{dates}}) g
    USING ({KEYS})
ORDER BY game_date, game_id, player_id, market, record, prediction_time
"""


def export(home: Home, kind: Export, dates: DateRange | None) -> pa.Table:
    """Return the rows of an export.

    Args:
        home: the home to export from.
        kind: ``slate``, the predictions of one date; ``history``, every graded prediction as it was
            published; ``features``, the feature store.
        dates: the dates; if None, the last predicted date for a slate, and else all dates.

    Raises:
        UsageError: there are no rows for these dates.
    """
    with home.reading() as session:
        if kind is Export.SLATE:
            rows = SlateAdvice.read(
                session, _slate_date(session, dates), session.until, ()
            ).predictions
        elif kind is Export.HISTORY:
            rows = _history(session, dates)
        else:
            rows = session.arrow(
                f"FROM ml_feature_store WHERE {_within(dates)}"
                " ORDER BY game_date, game_id, player_id"
            )
    if not rows.num_rows:
        raise UsageError(f"there is no {kind} of these dates: `tipoff status` says what there is")
    return rows


def _history(session: HomeSession, dates: DateRange | None) -> pa.Table:
    """Return every graded prediction as it was published, with the result of its ticket.

    Probabilities refer to the row's ``line``, the reference line; a ticket may be on another line.
    A prediction without a line at its prediction time has no grade, even if a line came later.
    """
    import pyarrow as pa

    rows = session.arrow(HISTORY.format(dates=_within(dates)))
    for name, values in settled(rows).items():
        rows = rows.append_column(name, pa.array(values, from_pandas=True))
    return rows.drop_columns(["model", "lead"])


def _slate_date(session: HomeSession, dates: DateRange | None) -> date:
    days = session.contents("player_prediction").days
    predicted = [day for day in days if dates is None or day in dates]
    if not predicted:
        raise UsageError("nothing is predicted of these dates: `tipoff status` says what there is")
    return max(predicted)


def _within(dates: DateRange | None) -> str:
    if dates is None:
        return "TRUE"
    return f"game_date BETWEEN DATE '{dates.first}' AND DATE '{dates.last}'"
