"""How a season's published predictions and picks did, by month, market, side, value and age.

Live predictions and replays are told apart everywhere. A prediction at a line is scored beside the
model alone, the market without its margin, and saying one half. A pick is settled at the line and
price of its ticket, one unit each; a push returns the stake, and so does a player who did not play.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.predictions.evaluation.calibration import reliability
from tipoff.predictions.evaluation.intervals import bootstrap_mean
from tipoff.predictions.odds.conversions import american_to_decimal
from tipoff.predictions.odds.no_vig import no_vig_power
from tipoff.publishing.closing import closing_record
from tipoff.publishing.columns import encoded
from tipoff.publishing.contracts import Calibration, Closing, Disagreement, Groups, Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt
    import pyarrow as pa

    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.declare.graph import DateRange
    from tipoff.kernel.reading import Rows
    from tipoff.predictions.evaluation.intervals import Estimate

PICKS = ("OVER", "UNDER")
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


@dataclass(frozen=True)
class Lined:
    """Predictions at a line with what became of them, arrays of shape (n,)."""

    day: npt.NDArray[np.int64]
    lead: FloatArray
    model: FloatArray
    market: FloatArray
    over: FloatArray
    """1 where the count went over, 0 under; NaN of a push, and of who did not play."""
    loss_lead: FloatArray
    """Log loss of what leads; NaN where neither side came in."""
    loss_model: FloatArray
    loss_market: FloatArray
    picked: npt.NDArray[np.bool_]
    value: FloatArray
    """Expected of a unit, by what leads."""
    gain: FloatArray
    """Of a unit staked on a pick; NaN where there is none."""

    @classmethod
    def of(cls, rows: pa.Table) -> Lined:
        """Read rows of what was published at a line."""
        number = {n: _numbers(rows, n) for n in _NUMBERS}
        actual, line = number["actual"], number["line"]
        decided = ~np.isnan(actual) & (actual != line)
        over = np.where(decided, (actual > line).astype(np.float64), np.nan)
        prices = (american_to_decimal(number[f"{side}_price"]) for side in ("over", "under"))
        market, _ = no_vig_power(*prices)
        picked = np.isin(_texts(rows, "recommendation"), PICKS)
        return cls(
            day=rows["game_date"].cast("int32").to_numpy().astype(np.int64),
            lead=number["lead"],
            model=number["model"],
            market=market,
            over=over,
            loss_lead=_log_loss(number["lead"], over),
            loss_model=_log_loss(number["model"], over),
            loss_market=_log_loss(market, over),
            picked=picked,
            value=number["expected_value"],
            gain=_gain(number, _texts(rows, "bet_side") == "over", picked),
        )

    def where(self, chosen: npt.NDArray[np.bool_]) -> Lined:
        """Return some of the rows."""
        place = np.flatnonzero(chosen)
        return Lined(*(getattr(self, field.name)[place] for field in fields(self)))


_NUMBERS = (
    "lead",
    "model",
    "line",
    "over_price",
    "under_price",
    "actual",
    "bet_line",
    "bet_price",
    "expected_value",
)


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
    records = _texts(found, "record")
    groups: list[dict[str, Any]] = []
    calibration: list[dict[str, Any]] = []
    disagreement: list[dict[str, Any]] = []
    for record in sorted(set(records)):
        said = found.filter(pa.array(records == record))
        own = Lined.of(said)
        for by, value, members in _groups(said, own):
            groups.append({"record": record, "by": by, "value": value, **_summary(members)})
        calibration += [{"record": record, **each} for each in _calibration(own)]
        disagreement.append({"record": record, **_disagreement(own)})
    return {
        "groups": _columns(groups, Groups),
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
        ("market", _texts(rows, "market")),
        ("prediction_time", _texts(rows, "prediction_time")),
        ("side", np.where(of.picked, _texts(rows, "recommendation"), "")),
    ):
        for value in sorted(set(values) - {""}):
            yield by, value, of.where(values == value)
    yield from _bucketed(of, "value", VALUES, np.where(of.picked, of.value, np.nan))
    age = _numbers(rows, "hours_before_tip")
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


def _summary(of: Lined) -> dict[str, Any]:
    """Return how the predictions of a group did at their lines, and what its picks returned."""
    known = ~np.isnan(of.over)
    priced = known & ~np.isnan(of.market)
    settled = of.picked & ~np.isnan(of.gain)
    roi = _over_slates(of.day[settled], of.gain[settled])
    won, lost = (int((of.gain[settled] * sign > 0).sum()) for sign in (1, -1))
    better = _over_slates(of.day[priced], (of.loss_lead - of.loss_market)[priced])
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
    _, slate = np.unique(of.day[known], return_inverse=True)
    error = float(np.sqrt((np.bincount(slate, score) ** 2).sum())) / information
    return {
        "n": int(known.sum()),
        "slope": slope,
        "low": slope - 1.96 * error,
        "high": slope + 1.96 * error,
    }


def _gain(
    number: dict[str, FloatArray], is_over: npt.NDArray[np.bool_], picked: npt.NDArray[np.bool_]
) -> FloatArray:
    actual, line = number["actual"], number["bet_line"]
    won = np.where(is_over, actual > line, actual < line)
    pays = american_to_decimal(number["bet_price"]) - 1
    gain = np.where(won, pays, np.where(actual == line, 0.0, -1.0))
    return np.where(picked, np.where(np.isnan(actual), 0.0, gain), np.nan)


def _log_loss(said: FloatArray, over: FloatArray) -> FloatArray:
    right = np.clip(np.where(over == 1, said, 1 - said), CERTAIN, 1.0)
    return np.where(np.isnan(over), np.nan, -np.log(right))


def _logit(probability: FloatArray) -> FloatArray:
    inside = np.clip(probability, CERTAIN, 1 - CERTAIN)
    return np.asarray(np.log(inside / (1 - inside)))


def _over_slates(day: npt.NDArray[np.int64], values: FloatArray) -> Estimate:
    _, place = np.unique(day, return_inverse=True)
    sums, counts = np.bincount(place, values), np.bincount(place)
    return bootstrap_mean(sums.astype(np.float64), counts.astype(np.float64))


def _mean(values: FloatArray) -> float:
    return float(values.mean()) if len(values) else float("nan")


def _numbers(rows: pa.Table, name: str) -> FloatArray:
    return np.asarray(rows[name].cast("float64").to_numpy(), np.float64)


def _texts(rows: pa.Table, name: str) -> npt.NDArray[np.object_]:
    words = rows[name].combine_chunks().dictionary_encode()
    texts = np.array([*words.dictionary.to_pylist(), None], dtype=object)
    return np.asarray(texts[words.indices.fill_null(len(words.dictionary)).to_numpy()])


def _columns(rows: list[dict[str, Any]], part: type[Part]) -> dict[str, Any]:
    import pyarrow as pa

    return encoded(pa.table({name: [row[name] for row in rows] for name in part.model_fields}))
