"""How the books' lines on the slate moved."""

from __future__ import annotations

from datetime import date, datetime

from tipoff.publishing.contracts.parts import Column, Document, Number, Part


class Moves(Part):
    """Captures at which a book's main line or a price of it changed, and the book's last."""

    player: Column[int]
    market: Column[str]
    bookmaker: Column[str]
    captured_at: Column[datetime]
    line: Column[float]
    over_price: Column[Number]
    under_price: Column[Number]


class Movement(Document):
    """The main lines of books that were captured more than once; ``player`` as in today's."""

    date: date
    moves: Moves
