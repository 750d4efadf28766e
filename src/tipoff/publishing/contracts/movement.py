"""The line movement of the slate."""

from __future__ import annotations

from datetime import date, datetime

from tipoff.publishing.contracts.parts import Column, Document, Number, Part


class Moves(Part):
    """Captures at which a book's main line or one of its prices changed, and each book's last."""

    player: Column[int]
    market: Column[str]
    bookmaker: Column[str]
    captured_at: Column[datetime]
    line: Column[float]
    over_price: Column[Number]
    under_price: Column[Number]


class Movement(Document):
    """The main lines of books that were captured more than once.

    ``player`` is a row number in the players of ``today.json``.
    """

    date: date
    moves: Moves
