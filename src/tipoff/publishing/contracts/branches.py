"""The open questions of a slate: both cases of each player who may or may not play."""

from __future__ import annotations

from datetime import date

from tipoff.publishing.contracts.parts import Column, Document, Number, Part


class Cases(Part):
    """What is expected of a teammate, or of the player, in one case of an open question."""

    open_player: Column[int]
    p_plays: Column[float]
    branch: Column[str]
    player: Column[int]
    minutes: Column[float]
    current_minutes: Column[float]
    market: Column[str]
    current_mean: Column[float]
    mean: Column[float]
    dispersion: Column[float]
    zero_share: Column[float]
    low_share: Column[Number]
    low_ratio: Column[Number]
    low_dispersion: Column[Number]


class Branches(Document):
    """If a player sits, and if that player plays; both are rows of today's players."""

    date: date
    branches: Cases
