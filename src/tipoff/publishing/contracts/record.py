"""The record: how predictions and picks did."""

from __future__ import annotations

from datetime import datetime

from tipoff.publishing.contracts.parts import Column, Document, Number, Part


class Scores(Part):
    """Metrics of every system, population and market."""

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
    """How predictions and picks did, by what they have in common."""

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
    """Bins of what was said of over, beside how often it came in."""

    record: Column[str]
    who: Column[str]
    n: Column[int]
    said: Column[float]
    happened: Column[float]
    low: Column[float]
    high: Column[float]


class Disagreement(Part):
    """How far to follow the model where it differs from the market: 0 not at all, 1 wholly."""

    record: Column[str]
    n: Column[int]
    slope: Column[Number]
    low: Column[Number]
    high: Column[Number]


class Closing(Part):
    """How live picks fared against their book's last price before tip-off, without its margin."""

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
