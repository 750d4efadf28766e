"""What each system says of each player, market and moment: its distribution, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from tipoff.analytics.player_pool import KNOWN, PredictionTime
from tipoff.kernel.arrow import frame
from tipoff.kernel.schema import Column, Schema, day, instant, integer, number, text
from tipoff.kernel.table import table, through
from tipoff.predictions.beside import lines_beside
from tipoff.predictions.distribution import NegativeBinomial1
from tipoff.predictions.serving import Models, Said
from tipoff.predictions.systems import PREDICTED, SYSTEMS, FloatArray
from tipoff.predictions.training import features_read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tipoff.kernel.annotations import Frame

LIVE, REPLAYED = "live", "replayed"
AT_ONCE = 60
"""Dates whose predictions, some thousands each, are held in memory together."""
LAST_HOUR_SECONDS = 3600
"""So long before tip-off the morning ends for a live prediction: the news is about to be known."""
SLATE = ("game_id", "game_date", "player_id", "tip_at")
OUT = [KNOWN[moment][0] for moment in PredictionTime]
IDENTITY: dict[str, Column] = {
    "game_id": text(key=True, meaning="the game"),
    "game_date": day(partition=True, meaning="date of the game, US Eastern"),
    "player_id": integer(key=True, meaning="the player"),
    "market": text(key=True, meaning="what is predicted, such as player_points"),
    "moment": text(key=True, choices=tuple(PredictionTime), meaning="what was known when it was"
                   " made: the morning's news, or lineups and inactive lists too"),
    "record": text(key=True, choices=(LIVE, REPLAYED),
                   meaning="made before tip-off by the clock, or rebuilt as of before it"),
}  # fmt: skip
DISTRIBUTION: dict[str, Column] = {
    "mean": number(minimum=0, maximum=200, meaning="of the count"),
    "dispersion": number(minimum=1, unit="variance per mean", meaning="of what is no extra zero"),
    "zero_share": number(
        minimum=0, maximum=1, unit="share", meaning="probability of a zero beyond the count's own"
    ),
}


class SystemPrediction(Schema, columns={**IDENTITY, **DISTRIBUTION}):
    """One system's distribution of one player's count in one market of one game."""

    system = text(key=True, choices=SYSTEMS, meaning="what predicted it")
    as_of = instant(unit="UTC", meaning="what was known at this moment is all that was used")
    created_at = instant(provenance=True, unit="UTC", meaning="when it was computed")
    trained_for = day(meaning="the model's month")


@table(
    schema=SystemPrediction,
    reads={"trained_model": through(31)},
    columns={"ml_feature_store": [*SLATE, *OUT, *features_read(PREDICTED)]},
    may_be_empty="at first",
    dates_at_once=AT_ONCE,
)
def system_prediction(
    ml_feature_store: Frame, trained_model: Frame, reference_line: Frame
) -> Frame:
    """All systems on all who may play, a month's slates in one pass; no row where one can't say."""
    import pyarrow as pa

    now = datetime.now(UTC).replace(tzinfo=None)
    made = [
        _frame(rows, said, trained_for, now)
        for trained_for, models, month in _months(ml_feature_store, trained_model)
        for rows, moment, whole in _moments(month, now)
        for said in models.say(
            rows, _lines_known(rows, reference_line, moment), moment, whole=whole
        )
    ]
    return pa.concat_tables(made) if made else frame(
        SystemPrediction, {n: [] for n in SystemPrediction.columns})  # fmt: skip


def _months(ml_feature_store: Frame, trained_model: Frame) -> Iterator[tuple[Any, Models, Frame]]:
    """Each month's date, models and slates."""
    import pyarrow.compute as pc

    months = pc.strftime(ml_feature_store["game_date"], "%Y-%m")
    for trained_for in sorted(trained_model["trained_for"].unique().to_pylist()):
        rows = ml_feature_store.filter(pc.equal(months, f"{trained_for:%Y-%m}"))
        own = trained_model.filter(pc.equal(trained_model["trained_for"], trained_for))
        models = Models.of(own.to_pylist())
        if rows.num_rows and models.contracts:
            order = [(n, "ascending") for n in ("game_date", "game_id", "player_id")]
            yield trained_for, models, rows.sort_by(order)


def _moments(rows: Frame, now: datetime) -> Iterator[tuple[Frame, PredictionTime, bool]]:
    """The rows to predict at each moment, and whether by all systems.

    A live slate is predicted once a moment; a replayed one before tip-off by all systems, and by
    those that read the morning's news as of the morning.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    until_tip = (tips_of(rows) - np.datetime64(now)) / np.timedelta64(1, "s")
    early, past = until_tip > LAST_HOUR_SECONDS, until_tip <= 0
    for moment, chosen, whole in (
        (PredictionTime.BEFORE_TIP, ~early, True),
        (PredictionTime.MORNING, early, True),
        (PredictionTime.MORNING, past, False),
    ):
        out = rows[KNOWN[moment][0]].fill_null(False)
        available = rows.filter(pc.and_(pa.array(chosen), pc.invert(out)))
        if available.num_rows:
            yield available, moment, whole


def _lines_known(
    rows: Frame, reference_line: Frame, moment: PredictionTime
) -> Mapping[str, FloatArray]:
    """Each market's line of each row; in the morning only what was captured by then."""
    import pyarrow.compute as pc

    if moment is PredictionTime.MORNING:
        reference_line = reference_line.filter(pc.is_valid(reference_line["captured_at"]))
    return lines_beside(rows, reference_line)


def _frame(rows: Frame, said: Said, trained_for: Any, now: datetime) -> Frame:
    import pyarrow as pa

    known = ~np.isnan(said.outcome.mean)
    kept, outcome = rows.filter(known), said.outcome[known]
    tips, clock = tips_of(kept), np.datetime64(now)
    live = clock < tips
    same: dict[str, Any] = {
        "market": said.market,
        "moment": said.moment.value,
        "system": said.system,
    }
    same |= {"created_at": now, "trained_for": trained_for}
    return frame(
        SystemPrediction,
        {
            **{n: kept[n] for n in ("game_id", "game_date", "player_id")},
            **{n: pa.repeat(value, kept.num_rows) for n, value in same.items()},
            "record": np.where(live, LIVE, REPLAYED),
            "as_of": np.where(live, clock, tips - np.timedelta64(said.moment.before)),
            "mean": outcome.mean,
            "dispersion": outcome.dispersion,
            "zero_share": outcome.zero_share,
        },
    )


def tips_of(rows: Frame) -> npt.NDArray[np.datetime64]:
    """When each row's game tips off, UTC, shape (n,)."""
    return np.asarray(rows["tip_at"].to_numpy(), dtype="datetime64[us]")


def distribution_of(rows: Frame) -> NegativeBinomial1:
    """The distributions that predictions' rows keep, shape (n,)."""
    mean, dispersion, zero = (
        np.asarray(rows[n].cast("float64").to_numpy()) for n in ("mean", "dispersion", "zero_share")
    )
    return NegativeBinomial1(mean / (1 - zero), dispersion, zero)
