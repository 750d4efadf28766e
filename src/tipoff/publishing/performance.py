"""The record: each season's scores, made again only where what they are made from changed."""

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
"""The table that has the dates with graded predictions."""
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
"""Tables that scores are made from."""


def seasons(inputs: Inputs) -> dict[str, tuple[DateRange, str]]:
    """Return the graded dates of each season that has any, and a digest of what its scores read."""
    code = digest(_season_of)
    spans = {season: DateRange(days[0], days[-1]) for season, days in _graded_dates(inputs).items()}
    return {
        season: (span, digest_of(code, inputs.within(READS, span.first, span.last)))
        for season, span in spans.items()
    }


def _graded_dates(inputs: Inputs) -> dict[str, list[date]]:
    """Return the dates with grades, sorted, by the season that had begun last."""
    began = inputs.rows.query("SELECT min(game_date), season FROM schedule GROUP BY 2 ORDER BY 1")
    firsts = [first for first, _ in began]
    found: dict[str, list[date]] = {}
    for day in inputs.days(GRADES):
        _, season = began[max(bisect_right(firsts, day) - 1, 0)]
        found.setdefault(season, []).append(day)
    return found


def performance(
    inputs: Inputs,
    of: Mapping[str, tuple[DateRange, str]],
    before: Mapping[str, Any] | None,
    kept: KeptRows,
) -> dict[str, Any]:
    """Return the whole record, every number beside its baselines.

    Args:
        inputs: the tables.
        of: what ``seasons`` returned.
        before: the document as it is published, whose seasons with equal inputs are taken over.
        kept: the rows that seasons were scored from before.
    """
    kept.forget_others(of.keys())
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
    """Return what a season is scored from: of dates that did not change what is kept."""
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
