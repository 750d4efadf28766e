"""How a season's published predictions and picks did, by month, market, side, value and age.

Live predictions and replays are told apart everywhere. A prediction at a line is scored beside the
model alone, the market without its margin, and saying one half. A pick is settled at the line and
price of its ticket, one unit each; a push returns the stake, and so does a player who did not play.
A prop may be picked twice, in the morning and before tip-off: that is two tickets. ``props`` and
``prop_units`` count its first alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.predictions.evaluation.calibration import reliability
from tipoff.predictions.evaluation.intervals import SlateMean, estimated
from tipoff.publishing.closing import closing_record
from tipoff.publishing.columns import encoded
from tipoff.publishing.contracts import Calibration, Closing, Disagreement, Groups, Part
from tipoff.publishing.lined import Lined, numbers, texts

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
"""Buckets of what picks were said to be worth."""
AGES = {
    "captured in the last hour": (-np.inf, 1.0),
    "1 to 6 hours before tip": (1.0, 6.0),
    "more than 6 hours before tip": (6.0, np.inf),
}
UNKNOWN_AGE = "time of capture unknown"
CERTAIN = 1e-6
SMALLEST_MARKET = 30
BINS = 10


def season_record(rows: Rows, span: DateRange, published: pa.Table) -> dict[str, Any]:
    """Return the record of a season: groups, calibration, disagreement and closes.

    Args:
        rows: the tables.
        span: the season's dates.
        published: of them what was ``published`` of ``graded_rows``.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    found = published.filter(pc.is_valid(published["line"]))
    records = texts(found, "record")
    groups: list[tuple[dict[str, Any], Lined]] = []
    calibration: list[dict[str, Any]] = []
    disagreement: list[dict[str, Any]] = []
    for record in sorted(set(records)):
        said = found.filter(pa.array(records == record))
        own = Lined.of(said)
        for by, value, members in _groups(said, own):
            groups.append(({"record": record, "by": by, "value": value}, members))
        calibration += [{"record": record, **each} for each in _calibration(own)]
        disagreement.append({"record": record, **_disagreement(own)})
    return {
        "groups": _columns(_summaries(groups), Groups),
        "calibration": _columns(calibration, Calibration),
        "disagreement": _columns(disagreement, Disagreement),
        "closing": _columns(closing_record(rows, span), Closing),
    }


def _groups(rows: pa.Table, of: Lined) -> Iterator[tuple[str, str, Lined]]:
    """Yield every group of predictions by what they have in common."""
    yield "all", "all", of
    months = rows["game_date"].to_numpy().astype("datetime64[M]")
    for by, values in (
        ("month", months.astype("U7").astype(object)),
        ("market", texts(rows, "market")),
        ("prediction_time", texts(rows, "prediction_time")),
        ("side", np.where(of.picked, texts(rows, "recommendation"), "")),
    ):
        for value in sorted(set(values) - {""}):
            yield by, value, of.where(values == value)
    yield from _bucketed(of, "value", VALUES, np.where(of.picked, of.value, np.nan))
    age = numbers(rows, "hours_before_tip")
    yield from _bucketed(of, "age_of_line", AGES, age)
    if np.isnan(age).any():
        yield "age_of_line", UNKNOWN_AGE, of.where(np.isnan(age))


def _bucketed(
    of: Lined, by: str, buckets: dict[str, tuple[float, float]], values: FloatArray
) -> Iterator[tuple[str, str, Lined]]:
    for name, (low, high) in buckets.items():
        chosen = (values >= low) & (values < high)
        chosen &= of.picked | ~np.isnan(of.over)
        if chosen.any():
            yield by, name, of.where(chosen)


def _summaries(groups: Sequence[tuple[dict[str, Any], Lined]]) -> list[dict[str, Any]]:
    """Return what every group is called and how it did, with intervals over slates."""
    means = [mean for _, members in groups for mean in _means(members)]
    found = iter(estimated(means))
    return [
        {**named, **_summary(members, better=next(found), roi=next(found))}
        for named, members in groups
    ]


def _means(of: Lined) -> tuple[SlateMean, SlateMean]:
    """Return how much less log loss a group has than the market, and what its picks returned."""
    priced, settled = ~np.isnan(of.over + of.market), of.picked & ~np.isnan(of.gain)
    return (
        _over_slates(of.slate[priced], (of.loss_lead - of.loss_market)[priced]),
        _over_slates(of.slate[settled], of.gain[settled]),
    )


def _summary(of: Lined, *, better: Estimate, roi: Estimate) -> dict[str, Any]:
    """Return how the predictions of a group did at their lines, and what its picks returned."""
    known = ~np.isnan(of.over)
    priced = known & ~np.isnan(of.market)
    settled = of.picked & ~np.isnan(of.gain)
    first = settled & ~of.picked_again
    won, lost = (int((of.gain[settled] * sign > 0).sum()) for sign in (1, -1))
    return {
        "lines": int(known.sum()),
        "over_share": _mean(of.over[known]),
        "priced_lines": int(priced.sum()),
        "log_loss_lead": _mean(of.loss_lead[priced]),
        "log_loss_model": _mean(of.loss_model[priced]),
        "log_loss_market": _mean(of.loss_market[priced]),
        "lead_less_market": better.value,
        "lead_less_market_low": better.low,
        "lead_less_market_high": better.high,
        "picks": int(of.picked.sum()),
        "won": won,
        "lost": lost,
        "returned": int(of.picked.sum()) - won - lost,
        "units": float(of.gain[settled].sum()) if settled.any() else 0.0,
        "expected_units": float(np.nansum(of.value[settled])),
        "props": int((of.picked & ~of.picked_again).sum()),
        "prop_units": float(of.gain[first].sum()) if first.any() else 0.0,
        "roi": roi.value,
        "roi_low": roi.low,
        "roi_high": roi.high,
    }


def _calibration(of: Lined) -> Iterator[dict[str, Any]]:
    """Yield bins of what was said of over, beside how often it came in."""
    for who, said in (("lead", of.lead), ("model", of.model), ("market", of.market)):
        found = reliability(said, of.over, BINS)
        for place in range(len(found.count)):
            yield {
                "who": who,
                "n": int(found.count[place]),
                "said": float(found.said[place]),
                "happened": float(found.happened[place]),
                "low": float(found.low[place]),
                "high": float(found.high[place]),
            }


def _disagreement(of: Lined) -> dict[str, Any]:
    """Return how far to follow the model where it differs from the market.

    The slope b of ``logit P(over) = logit(market) + b (logit(model) - logit(market))``, by maximum
    likelihood: 0 says that the market was right wherever the two differed, 1 that the model was.
    """
    known = ~np.isnan(of.over + of.market + of.model)
    if known.sum() < SMALLEST_MARKET:
        return {"n": int(known.sum()), "slope": None, "low": None, "high": None}
    market = _logit(of.market[known])
    apart, over = _logit(of.model[known]) - market, of.over[known]
    slope = 0.0
    for _ in range(25):
        p = 1 / (1 + np.exp(-(market + slope * apart)))
        information = float((apart**2 * p * (1 - p)).sum())
        step = float((apart * (over - p)).sum()) / information
        slope += step
        if abs(step) < 1e-9:
            break
    score = apart * (over - 1 / (1 + np.exp(-(market + slope * apart))))
    by_slate = np.bincount(of.slate[known], score)
    error = float(np.sqrt((by_slate**2).sum())) / information
    return {
        "n": int(known.sum()),
        "slope": slope,
        "low": slope - 1.96 * error,
        "high": slope + 1.96 * error,
    }


def _logit(probability: FloatArray) -> FloatArray:
    inside = np.clip(probability, CERTAIN, 1 - CERTAIN)
    return np.asarray(np.log(inside / (1 - inside)))


def _over_slates(slate: IntArray, values: FloatArray) -> SlateMean:
    sums, counts = np.bincount(slate, values), np.bincount(slate)
    there = counts > 0
    return SlateMean(sums[there].astype(np.float64), counts[there].astype(np.float64))


def _mean(values: FloatArray) -> float:
    return float(values.mean()) if len(values) else float("nan")


def _columns(rows: list[dict[str, Any]], part: type[Part]) -> dict[str, Any]:
    import pyarrow as pa

    return encoded(pa.table({name: [row[name] for row in rows] for name in part.model_fields}))
