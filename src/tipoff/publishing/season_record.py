"""A season's record: results of predictions and picks, in total and by group.

Groups are by month, market, prediction time, side, expected value and age of the line. Live
predictions and replays are always separate. Predictions at a line are scored against the model
alone, the no-vig market and a probability of one half. A pick is settled at the line and price of
its ticket, with a stake of one unit; a push returns the stake, and so does a player who did not
play. A prop may be picked twice, in the morning and before tip-off, which makes two tickets;
``props`` and ``prop_units`` count only the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.predictions.evaluation.calibration import reliability
from tipoff.predictions.evaluation.intervals import SlateMean, estimated
from tipoff.publishing.closing import closing_record
from tipoff.publishing.columns import encoded
from tipoff.publishing.contracts import Calibration, Closing, Disagreement, Groups, Part
from tipoff.publishing.graded_lines import GradedLines, numbers, texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pyarrow as pa

    from tipoff.features.arrays import FloatArray, IntArray
    from tipoff.kernel.declare.graph import DateRange
    from tipoff.kernel.reading import Rows
    from tipoff.predictions.evaluation.intervals import Estimate

VALUES = {
    "EV 2 to 3 %": (0.0, 0.03),
    "EV 3 to 5 %": (0.03, 0.05),
    "EV 5 to 10 %": (0.05, 0.10),
    "EV 10 % and more": (0.10, np.inf),
}
"""Buckets of the expected value of picks."""
AGES = {
    "captured in the last hour": (-np.inf, 1.0),
    "1 to 6 hours before tip": (1.0, 6.0),
    "more than 6 hours before tip": (6.0, np.inf),
}
UNKNOWN_AGE = "time of capture unknown"
MIN_PROBABILITY = 1e-6
"""Probabilities are clipped to at least this, and to at most one minus this, before a logit."""
MIN_LINES = 30
"""Minimum number of lines for a slope of disagreement."""
BINS = 10


def season_record(rows: Rows, span: DateRange, published: pa.Table) -> dict[str, Any]:
    """Return the record of a season: groups, calibration, disagreement and closing line value.

    Args:
        rows: the tables.
        span: the season's dates.
        published: the ``published`` table of ``graded_rows``, of the season's dates.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    at_line = published.filter(pc.is_valid(published["line"]))
    records = texts(at_line, "record")
    groups: list[tuple[dict[str, Any], GradedLines]] = []
    calibration: list[dict[str, Any]] = []
    disagreement: list[dict[str, Any]] = []
    for record in sorted(set(records)):
        predictions = at_line.filter(pa.array(records == record))
        lines = GradedLines.of(predictions)
        for by, value, members in _groups(predictions, lines):
            groups.append(({"record": record, "by": by, "value": value}, members))
        calibration += [{"record": record, **each} for each in _calibration(lines)]
        disagreement.append({"record": record, **_disagreement(lines)})
    return {
        "groups": _columns(_summaries(groups), Groups),
        "calibration": _columns(calibration, Calibration),
        "disagreement": _columns(disagreement, Disagreement),
        "closing": _columns(closing_record(rows, span), Closing),
    }


def _groups(rows: pa.Table, lines: GradedLines) -> Iterator[tuple[str, str, GradedLines]]:
    """Yield each group of predictions: the grouping key, the group's value and its members."""
    yield "all", "all", lines
    months = rows["game_date"].to_numpy().astype("datetime64[M]")
    for by, values in (
        ("month", months.astype("U7").astype(object)),
        ("market", texts(rows, "market")),
        ("prediction_time", texts(rows, "prediction_time")),
        ("side", np.where(lines.picked, texts(rows, "recommendation"), "")),
    ):
        for value in sorted(set(values) - {""}):
            yield by, value, lines.where(values == value)
    yield from _bucketed(lines, "value", VALUES, np.where(lines.picked, lines.value, np.nan))
    age = numbers(rows, "hours_before_tip")
    yield from _bucketed(lines, "age_of_line", AGES, age)
    if np.isnan(age).any():
        yield "age_of_line", UNKNOWN_AGE, lines.where(np.isnan(age))


def _bucketed(
    lines: GradedLines, by: str, buckets: dict[str, tuple[float, float]], values: FloatArray
) -> Iterator[tuple[str, str, GradedLines]]:
    for name, (low, high) in buckets.items():
        chosen = (values >= low) & (values < high)
        chosen &= lines.picked | ~np.isnan(lines.over)
        if chosen.any():
            yield by, name, lines.where(chosen)


def _summaries(groups: Sequence[tuple[dict[str, Any], GradedLines]]) -> list[dict[str, Any]]:
    """Return the key and the results of every group, with intervals over slates."""
    means = [mean for _, members in groups for mean in _means(members)]
    estimates = iter(estimated(means))
    return [
        {**key, **_summary(members, difference=next(estimates), roi=next(estimates))}
        for key, members in groups
    ]


def _means(lines: GradedLines) -> tuple[SlateMean, SlateMean]:
    """Return a group's log loss minus the market's, and the gain per unit of its picks."""
    priced, settled = ~np.isnan(lines.over + lines.market), lines.picked & ~np.isnan(lines.gain)
    return (
        _over_slates(lines.slate[priced], (lines.loss_lead - lines.loss_market)[priced]),
        _over_slates(lines.slate[settled], lines.gain[settled]),
    )


def _summary(lines: GradedLines, *, difference: Estimate, roi: Estimate) -> dict[str, Any]:
    """Return the scores of a group's predictions at their lines, and the results of its picks."""
    known = ~np.isnan(lines.over)
    priced = known & ~np.isnan(lines.market)
    settled = lines.picked & ~np.isnan(lines.gain)
    first = settled & ~lines.picked_again
    won, lost = (int((lines.gain[settled] * sign > 0).sum()) for sign in (1, -1))
    return {
        "lines": int(known.sum()),
        "over_share": _mean(lines.over[known]),
        "priced_lines": int(priced.sum()),
        "log_loss_lead": _mean(lines.loss_lead[priced]),
        "log_loss_model": _mean(lines.loss_model[priced]),
        "log_loss_market": _mean(lines.loss_market[priced]),
        "lead_less_market": difference.value,
        "lead_less_market_low": difference.low,
        "lead_less_market_high": difference.high,
        "picks": int(lines.picked.sum()),
        "won": won,
        "lost": lost,
        "returned": int(lines.picked.sum()) - won - lost,
        "units": float(lines.gain[settled].sum()) if settled.any() else 0.0,
        "expected_units": float(np.nansum(lines.value[settled])),
        "props": int((lines.picked & ~lines.picked_again).sum()),
        "prop_units": float(lines.gain[first].sum()) if first.any() else 0.0,
        "roi": roi.value,
        "roi_low": roi.low,
        "roi_high": roi.high,
    }


def _calibration(lines: GradedLines) -> Iterator[dict[str, Any]]:
    """Yield bins of the predicted probability of over, with the observed share of overs."""
    sources = (("lead", lines.lead), ("model", lines.model), ("market", lines.market))
    for who, p_over in sources:
        bins = reliability(p_over, lines.over, BINS)
        for place in range(len(bins.count)):
            yield {
                "who": who,
                "n": int(bins.count[place]),
                "said": float(bins.predicted[place]),
                "happened": float(bins.observed[place]),
                "low": float(bins.low[place]),
                "high": float(bins.high[place]),
            }


def _disagreement(lines: GradedLines) -> dict[str, Any]:
    """Return how much weight the model deserves where it differs from the market.

    This is the slope b of ``logit P(over) = logit(market) + b (logit(model) - logit(market))``, by
    maximum likelihood: 0 means that the market was right wherever the two differed, 1 that the
    model was. The 95 % interval uses standard errors clustered by slate.
    """
    known = ~np.isnan(lines.over + lines.market + lines.model)
    if known.sum() < MIN_LINES:
        return {"n": int(known.sum()), "slope": None, "low": None, "high": None}
    market = _logit(lines.market[known])
    difference, over = _logit(lines.model[known]) - market, lines.over[known]
    slope = 0.0
    for _ in range(25):
        p = 1 / (1 + np.exp(-(market + slope * difference)))
        information = float((difference**2 * p * (1 - p)).sum())
        step = float((difference * (over - p)).sum()) / information
        slope += step
        if abs(step) < 1e-9:
            break
    score = difference * (over - 1 / (1 + np.exp(-(market + slope * difference))))
    by_slate = np.bincount(lines.slate[known], score)
    error = float(np.sqrt((by_slate**2).sum())) / information
    return {
        "n": int(known.sum()),
        "slope": slope,
        "low": slope - 1.96 * error,
        "high": slope + 1.96 * error,
    }


def _logit(probability: FloatArray) -> FloatArray:
    inside = np.clip(probability, MIN_PROBABILITY, 1 - MIN_PROBABILITY)
    return np.asarray(np.log(inside / (1 - inside)))


def _over_slates(slate: IntArray, values: FloatArray) -> SlateMean:
    sums, counts = np.bincount(slate, values), np.bincount(slate)
    is_present = counts > 0
    return SlateMean(sums[is_present].astype(np.float64), counts[is_present].astype(np.float64))


def _mean(values: FloatArray) -> float:
    return float(values.mean()) if len(values) else float("nan")


def _columns(rows: list[dict[str, Any]], part: type[Part]) -> dict[str, Any]:
    import pyarrow as pa

    return encoded(pa.table({name: [row[name] for row in rows] for name in part.model_fields}))
