"""The record: the scores of each season, computed again only when their inputs change."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from tipoff.kernel import clock
from tipoff.kernel.declare.graph import DateRange
from tipoff.kernel.fingerprints import digest
from tipoff.predictions.evaluation.evaluation import Score, evaluate
from tipoff.predictions.evaluation.graded_rows import READS as GRADED
from tipoff.predictions.evaluation.graded_rows import graded_rows
from tipoff.publishing.columns import encoded
from tipoff.publishing.dated import dates_of, read_first
from tipoff.publishing.inputs import Inputs, digest_of
from tipoff.publishing.season_record import season_record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import pyarrow as pa

    from tipoff.predictions.evaluation.graded_rows import GradedRows
    from tipoff.publishing.kept_rows import KeptRows

GRADES = "prediction_grade"
"""The table whose dates are those with graded predictions."""
READS = (
    "slate_score",
    GRADES,
    "player_prediction",
    "breakout_prediction",
    "player_game_summary",
    "player_prop_offer",
    "offer_value",
    "schedule",
)
"""Tables that scores are computed from."""


def seasons(inputs: Inputs) -> dict[str, tuple[DateRange, str]]:
    """Return season -> its range of graded dates, and a digest of the inputs of its scores."""
    code = digest(_season_of)
    spans = {season: DateRange(days[0], days[-1]) for season, days in _graded_dates(inputs).items()}
    return {
        season: (span, digest_of(code, inputs.within(READS, span.first, span.last)))
        for season, span in spans.items()
    }


def _graded_dates(inputs: Inputs) -> dict[str, list[date]]:
    """Return the dates with grades, sorted, by the latest season that had begun by then."""
    season_starts = inputs.rows.query(
        "SELECT min(game_date), season FROM schedule GROUP BY 2 ORDER BY 1"
    )
    firsts = [first for first, _ in season_starts]
    dates: dict[str, list[date]] = {}
    for day in inputs.days(GRADES):
        _, season = season_starts[max(bisect_right(firsts, day) - 1, 0)]
        dates.setdefault(season, []).append(day)
    return dates


def performance(
    inputs: Inputs,
    of: Mapping[str, tuple[DateRange, str]],
    before: Mapping[str, Any] | None,
    kept: KeptRows,
) -> dict[str, Any]:
    """Return the record of all seasons, each score with its baselines.

    Args:
        inputs: the tables.
        of: as returned by ``seasons``.
        before: the published document; its seasons with equal inputs are reused.
        kept: the cache of rows that seasons are scored from.
    """
    kept.remove_others(of.keys())
    published = (before or {}).get("seasons", {})
    return {
        "seasons": {
            season: published[season]
            if published.get(season, {}).get("inputs") == made_from
            else {"inputs": made_from, **_season_of(inputs, season, span, kept)}
            for season, (span, made_from) in of.items()
        }
    }


def _season_of(inputs: Inputs, season: str, span: DateRange, kept: KeptRows) -> dict[str, Any]:
    graded = _graded(inputs, season, span, kept)
    scores = evaluate(inputs.rows, span, graded=graded)
    return {
        "generated_at": clock.utc_now(),
        "scores": encoded(_table(scores)),
        **season_record(inputs.rows, span, graded.published),
    }


def _graded(inputs: Inputs, season: str, span: DateRange, kept: KeptRows) -> GradedRows:
    """Return the rows that a season is scored from; unchanged dates come from the cache."""
    code = digest(graded_rows)
    made_from = {
        day: digest_of(code, inputs.within(GRADED, day, day))
        for day in inputs.days(GRADES)
        if day in span
    }

    def read(days: Sequence[date]) -> GradedRows:
        where = dates_of(days) if days else "FALSE"
        return graded_rows(inputs.rows, where, read_first(len(days)))

    return kept.season(season, made_from, read)


def _table(scores: list[Score]) -> pa.Table:
    import pyarrow as pa

    names = [name for name in Score.__slots__ if name != "season"]
    return pa.table({name: [getattr(score, name) for score in scores] for name in names})
