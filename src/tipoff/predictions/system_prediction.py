"""What each system predicts for each player, market and prediction time: its distribution."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from tipoff.analytics.player_pool import KNOWN, PredictionTime
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.schema import Column, Schema, day, instant, integer, number, text
from tipoff.kernel.declare.table import table, through
from tipoff.predictions.distributions.distribution import NegativeBinomial1
from tipoff.predictions.lookup import lines_beside
from tipoff.predictions.model_dates import on_dates, served_dates
from tipoff.predictions.models.systems import PREDICTED, SYSTEMS, FloatArray
from tipoff.predictions.serving import Models, Said
from tipoff.predictions.training.training import features_read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from tipoff.kernel.declare.annotations import Frame

LIVE, REPLAYED = "live", "replayed"
AT_ONCE = 60
"""Dates whose predictions, some thousands each, are held in memory together."""
SLATE = ("game_id", "game_date", "player_id", "tip_at")
OUT = [KNOWN[moment][0] for moment in PredictionTime]
IDENTITY: dict[str, Column] = {
    "game_id": text(key=True, meaning="the game"),
    "game_date": day(partition=True, meaning="date of the game, US Eastern"),
    "player_id": integer(key=True, meaning="the player"),
    "market": text(key=True, meaning="what is predicted, such as player_points"),
    "moment": text(
        key=True,
        choices=tuple(PredictionTime),
        meaning="what was known when it was"
        " made: the morning's news, or lineups and inactive lists too",
    ),
}
RECORD: dict[str, Column] = {
    "record": text(
        key=True,
        choices=(LIVE, REPLAYED),
        meaning="made before tip-off by the clock, or rebuilt as of before it",
    ),
}
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
    as_of = instant(unit="UTC", meaning="what was known at this time is all that was used")
    trained_for = day(meaning="the first date that its model serves")


@table(
    schema=SystemPrediction,
    reads={"trained_model": through(31)},
    columns={
        "ml_feature_store": [*SLATE, *OUT, *features_read(PREDICTED)],
        "schedule": ["game_id", "is_final"],
    },
    may_be_empty="at first",
    dates_at_once=AT_ONCE,
)
def system_prediction(
    ml_feature_store: Frame, trained_model: Frame, reference_line: Frame, schedule: Frame
) -> Frame:
    """Predict every player who may play, by every system that can, as of each prediction time.

    A game that has a result is predicted before tip-off by all systems, and in the morning by
    those that were trained for the morning. A game to come is predicted by all systems at both
    times, since either may be published.
    """
    import pyarrow as pa

    made = [
        _frame(rows, said, trained_for)
        for trained_for, models, month in _months(ml_feature_store, trained_model)
        for rows, moment, whole in _prediction_times(month, schedule)
        for said in models.say(
            rows, _lines_known(rows, reference_line, moment), moment, whole=whole
        )
    ]
    return pa.concat_tables(
        [frame(SystemPrediction, {n: [] for n in SystemPrediction.columns}), *made]
    )


def _months(ml_feature_store: Frame, trained_model: Frame) -> Iterator[tuple[date, Models, Frame]]:
    """Yield each month's date, its models and the rows that they serve, sorted."""
    import pyarrow.compute as pc

    days = ml_feature_store["game_date"].unique().to_pylist()
    trained = trained_model["trained_for"].unique().to_pylist()
    for trained_for, served in served_dates(days, trained).items():
        own = trained_model.filter(pc.equal(trained_model["trained_for"], trained_for))
        models = Models.of(own.to_pylist())
        if models.contracts:
            order = [(n, "ascending") for n in ("game_date", "game_id", "player_id")]
            yield trained_for, models, on_dates(ml_feature_store, served).sort_by(order)


def _prediction_times(rows: Frame, schedule: Frame) -> Iterator[tuple[Frame, PredictionTime, bool]]:
    """Yield the rows to predict at each prediction time, and whether by all systems."""
    import pyarrow as pa
    import pyarrow.compute as pc

    final = is_final(rows, schedule)
    every = np.ones(rows.num_rows, bool)
    for moment, chosen, whole in (
        (PredictionTime.BEFORE_TIP, every, True),
        (PredictionTime.MORNING, ~final, True),
        (PredictionTime.MORNING, final, False),
    ):
        out = rows[KNOWN[moment][0]].fill_null(False)
        available = rows.filter(pc.and_(pa.array(chosen), pc.invert(out)))
        if available.num_rows:
            yield available, moment, whole


def _lines_known(
    rows: Frame, reference_line: Frame, moment: PredictionTime
) -> Mapping[str, FloatArray]:
    """Return each market's line of each row; in the morning none whose capture is not known."""
    import pyarrow.compute as pc

    if moment is PredictionTime.MORNING:
        reference_line = reference_line.filter(pc.is_valid(reference_line["captured_at"]))
    return lines_beside(rows, reference_line)


def _frame(rows: Frame, said: Said, trained_for: date) -> Frame:
    import pyarrow as pa

    known = ~np.isnan(said.outcome.mean)
    kept, outcome = rows.filter(known), said.outcome[known]
    same: dict[str, Any] = {
        "market": said.market,
        "moment": said.moment.value,
        "system": said.system,
        "trained_for": trained_for,
    }
    return frame(
        SystemPrediction,
        {
            **{n: kept[n] for n in ("game_id", "game_date", "player_id")},
            **{n: pa.repeat(value, kept.num_rows) for n, value in same.items()},
            "as_of": tips_of(kept) - np.timedelta64(said.moment.before),
            "mean": outcome.mean,
            "dispersion": outcome.dispersion,
            "zero_share": outcome.zero_share,
        },
    )


def is_final(rows: Frame, schedule: Frame) -> npt.NDArray[np.bool_]:
    """Return whether each row's game has a result by the schedule of its date, shape (n,)."""
    import pyarrow.compute as pc

    finished = schedule.filter(schedule["is_final"])["game_id"].unique()
    found = pc.is_in(rows["game_id"], value_set=finished)
    return np.asarray(found.to_numpy(), dtype=bool)


def tips_of(rows: Frame) -> npt.NDArray[np.datetime64]:
    """Return when each row's game tips off, UTC, shape (n,)."""
    return np.asarray(rows["tip_at"].to_numpy(), dtype="datetime64[us]")


def distribution_of(rows: Frame) -> NegativeBinomial1:
    """Return the distributions that predictions' rows keep, shape (n,)."""
    mean, dispersion, zero = (
        np.asarray(rows[n].cast("float64").to_numpy()) for n in ("mean", "dispersion", "zero_share")
    )
    return NegativeBinomial1(mean / (1 - zero), dispersion, zero)
