"""The record: the results of predictions and picks."""

from __future__ import annotations

from datetime import datetime

from tipoff.publishing.contracts.parts import Column, Document, Number, Part


class Scores(Part):
    """Scores by market, record, prediction time, information set, population and system."""

    market: Column[str]
    record: Column[str]
    prediction_time: Column[str]
    information: Column[str]
    population: Column[str]
    system: Column[str]
    metric: Column[str]
    n: Column[int]
    value: Column[Number]
    low: Column[Number]
    high: Column[Number]


class Groups(Part):
    """Results of predictions and picks, by group."""

    record: Column[str]
    by: Column[str]
    value: Column[str]
    lines: Column[int]
    over_share: Column[Number]
    priced_lines: Column[int]
    log_loss_lead: Column[Number]
    log_loss_model: Column[Number]
    log_loss_market: Column[Number]
    lead_less_market: Column[Number]
    lead_less_market_low: Column[Number]
    lead_less_market_high: Column[Number]
    picks: Column[int]
    won: Column[int]
    lost: Column[int]
    returned: Column[int]
    units: Column[float]
    expected_units: Column[float]
    props: Column[int]
    prop_units: Column[float]
    roi: Column[Number]
    roi_low: Column[Number]
    roi_high: Column[Number]


class Calibration(Part):
    """Bins of the predicted probability of over, ``said``, and the observed share, ``happened``."""

    record: Column[str]
    who: Column[str]
    n: Column[int]
    said: Column[float]
    happened: Column[float]
    low: Column[float]
    high: Column[float]


class Disagreement(Part):
    """Weight of the model where it differs from the market: 0 follows the market, 1 the model."""

    record: Column[str]
    n: Column[int]
    slope: Column[Number]
    low: Column[Number]
    high: Column[Number]


class Closing(Part):
    """Closing line value of live picks, against their book's last no-vig price before tip-off."""

    by: Column[str]
    value: Column[str]
    picks: Column[int]
    closes: Column[int]
    hours_before_tip: Column[Number]
    points: Column[Number]
    priced: Column[int]
    gain: Column[Number]
    low: Column[Number]
    high: Column[Number]


class SeasonRecord(Part):
    """The record of one season."""

    inputs: str
    generated_at: datetime
    scores: Scores
    groups: Groups
    calibration: Calibration
    disagreement: Disagreement
    closing: Closing


class Performance(Document):
    """The record of every season."""

    seasons: dict[str, SeasonRecord]
