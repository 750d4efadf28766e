"""The open questions of a slate: both cases of each player who may sit."""

from __future__ import annotations

from datetime import date

from tipoff.publishing.contracts.parts import Column, Document, Number, Part


class Cases(Part):
    """Predictions of the player or a teammate in one case of an open question."""

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
    """Predictions if a player sits and if that player plays.

    ``open_player`` and ``player`` are row numbers in the players of ``today.json``.
    """

    date: date
    branches: Cases
